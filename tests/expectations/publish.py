"""What is about to leave: judged over the rows that activation would publish, before it publishes them."""

from __future__ import annotations

from collections.abc import Sequence

from .declarations import Check, known_key, no_rows, not_null, unique

SUITE = "publish"

TABLE = "int_activation__eligible_members"
DIGEST = "^[0-9a-f]{{64}}$"
DIGEST_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
# An address, or a number that could be dialled: what must not be found where a digest or a code belongs.
RAW_PERSONAL_DATA = "@|[+][0-9]{{7,}}|^[0-9]{{7,}}$"


def digest_checks(column: str) -> list[Check]:
    """A column of digests holds digests of something, and nothing else."""
    return [
        no_rows(
            TABLE,
            f"{column}_is_a_digest",
            f"select activation_row_id from {{batch}} where {column} is not null "
            f"and regexp_extract({column}, '{DIGEST}', 0) = ''",
            column=column,
        ),
        no_rows(
            TABLE,
            f"{column}_is_not_the_digest_of_nothing",
            f"select activation_row_id from {{batch}} where {column} = '{DIGEST_OF_NOTHING}'",
            column=column,
        ),
        no_rows(
            TABLE,
            f"{column}_holds_no_raw_personal_data",
            f"select activation_row_id from {{batch}} where regexp_extract({column}, '{RAW_PERSONAL_DATA}', 0) <> ''",
            column=column,
        ),
    ]


def checks(columns: Sequence[str]) -> list[Check]:
    """The suite for a table with these columns; every column named `…_sha256` or `…_hash` must hold digests.

    Raises:
        ValueError: no column looks like a digest, so that the most important checks would be missing.
    """
    digests = [column for column in columns if column.endswith(("_sha256", "_hash"))]
    if not digests:
        raise ValueError(f"{TABLE} has no column named …_sha256 or …_hash; the digests cannot be checked")
    return [
        no_rows(
            "int_governance__brake_measures",
            "no_more_is_moved_than_is_allowed",
            "select subject from {batch} where is_over and release_reason is null",
        ),
        not_null(TABLE, "activation_row_id"),
        unique(TABLE, "activation_row_id"),
        not_null(TABLE, "row_hash"),
        not_null(TABLE, "consent_basis"),
        known_key(TABLE, "person_id", "persons"),
        *[check for column in digests for check in digest_checks(column)],
        no_rows(
            TABLE,
            "every_row_has_live_consent",
            "select activation_row_id from {batch} "
            "inner join $destination_purposes as required using (destination) "
            "left join $consent_state as standing using (person_id, purpose, channel) "
            "inner join $int_governance__build_days as build_days on true "
            "where required.requirement = 'granted' and (standing.status is distinct from 'granted' "
            "or standing.expires_at <= build_days.as_of)",
        ),
        no_rows(
            TABLE,
            "every_grant_was_given_by_the_strict_person_that_is_sent",
            "select activation_row_id from {batch} "
            "inner join $destination_purposes as required using (destination) "
            "inner join $consent_state as standing using (person_id, purpose, channel) "
            "left join $strict_consent_grants as own using (strict_person_id, purpose, channel) "
            "where required.requirement = 'granted' and standing.consent_event_id is not null "
            "and own.consent_event_id is null",
        ),
        no_rows(
            TABLE,
            "what_a_region_allows_by_default_is_sent_of_those_who_live_there_only",
            "select activation_row_id from {batch} "
            "inner join $destination_purposes as required using (destination) "
            "inner join $consent_state as standing using (person_id, purpose, channel) "
            "left join $strict_regimes as own using (strict_person_id) "
            "where required.requirement = 'granted' and standing.consent_event_id is null "
            "and standing.legal_basis = 'us_opt_out' and own.default_mode is distinct from 'opt_out'",
        ),
        no_rows(
            TABLE,
            "every_destination_declares_what_consent_it_needs",
            "select activation_row_id from {batch} where destination not in "
            "(select destination from $destination_purposes where requirement = 'granted')",
        ),
        no_rows(
            TABLE,
            "consent_was_checked_for_this_build",
            "select activation_row_id from {batch} inner join $int_governance__build_days as build_days on true "
            "where consent_checked_at is distinct from build_days.as_of",
            column="consent_checked_at",
        ),
        no_rows(
            TABLE,
            "nobody_who_sent_a_privacy_signal_is_shared",
            "select activation_row_id from {batch} inner join $consent_state as standing using (person_id) "
            "where standing.rule_number = 5",
        ),
        no_rows(
            TABLE,
            "nobody_suppressed_is_in_it",
            "select activation_row_id from {batch} inner join $person_identifiers as held using (person_id) "
            "inner join $suppressed_identifiers as suppressed using (identifier_type, identifier_hash)",
        ),
        no_rows(
            TABLE,
            "rows_for_google_have_both_consents",
            "select activation_row_id from {batch} "
            "left join $google_consent_signals as signals using (person_id) "
            "where destination like 'google%' and coalesce(not signals.may_export_to_google, true)",
        ),
    ]
