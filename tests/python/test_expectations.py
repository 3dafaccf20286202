"""Every check of the three suites holds on a small sound company, and fails when what it is about breaks."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from tests.expectations import identity, landed, publish, runner
from tests.expectations.declarations import Check, no_rows

ID = "'" + "a" * 64 + "'"
OTHER_ID = "'" + "b" * 64 + "'"
MEMBERS = "int_activation__eligible_members"

# One row in each table, as it should be.
SOUND = {
    "int_governance__build_days": "select timestamp '2026-06-30' as as_of",
    "int_staging__row_counts": "select 'shop.orders' as entity, 100 as raw_row_count, 98 as staged_row_count, "
    "1 as quarantined_row_count, 1 as exact_duplicate_count, 1 as days_behind",
    "quarantined_rows": "select 'q' as quarantined_row_id, 'shop.orders' as entity, 'missing_key' as reason_code, "
    "'{}' as row_json",
    "suppressed_identifiers": f"select 'email' as identifier_type, {OTHER_ID} as identifier_hash",
    "purposes": "select 'ads_first_party' as purpose, 'ads' as channel",
    "destination_purposes": "select 'google_ads_customer_match' as destination, 'ads_first_party' as purpose, "
    "'ads' as channel, 'granted' as requirement",
    "stg_shop__orders": "select 'o' as order_id, 'c' as customer_id",
    "stg_shop__customers": "select 'c' as customer_id",
    "stg_shop__order_lines": "select 'o' as order_id",
    "stg_shop__returns": "select 'o' as order_id",
    "stg_crm__contacts": "select 'k' as contact_id",
    "stg_loyalty__members": "select 'm' as member_id, 'n' as loyalty_number",
    "stg_loyalty__points": "select 'n' as loyalty_number",
    "stg_web__events": "select 'e' as event_id",
    "stg_email__subscribers": "select 's' as subscriber_id",
    "stg_email__events": "select 's' as subscriber_id",
    "stg_support__tickets": "select 't' as ticket_id",
    "stg_support__messages": "select 't' as ticket_id",
    "stg_subscriptions__subscriptions": "select 'u' as subscription_id",
    "stg_subscriptions__subscription_events": "select 'u' as subscription_id",
    "stg_consent__events": "select 'e' as event_id, 'ads_first_party' as purpose",
    "stg_consent__privacy_requests": "select 'r' as request_id",
    "stg_people_files__people": "select 'p' as record_id",
    "persons": "select 'p' as person_id, 1 as record_count",
    "person_records": "select 'crm:1' as record_id, 'p' as person_id",
    "person_identifiers": f"select 'p' as person_id, 'record_id' as identifier_type, {ID} as identifier_hash",
    "overrides": "select 'force_link' as override, 'obeyed' as status",
    "customer_profiles": "select 'p' as person_id",
    "customer_events": "select 'e' as event_id, 'p' as person_id",
    "consent_state": "select 'p' as person_id, 'ads_first_party' as purpose, 'ads' as channel, 'granted' as status, "
    "2 as rule_number, 'c' as consent_event_id, '6.1.a' as legal_basis, timestamp '2027-01-01' as expires_at",
    "strict_consent_grants": "select 's' as strict_person_id, 'ads_first_party' as purpose, 'ads' as channel, "
    "'c' as consent_event_id",
    "strict_regimes": "select 's' as strict_person_id, 'opt_in' as default_mode",
    "int_governance__brake_measures": "select 'identity' as subject, false as is_over, null as release_reason",
    "google_consent_signals": "select 'p' as person_id, true as may_export_to_google",
    MEMBERS: "select 'x' as activation_row_id, 'google_ads_customer_match' as destination, 'p' as person_id, "
    f"'s' as strict_person_id, {ID} as google_email_sha256, {ID} as row_hash, '6.1.a' as consent_basis, "
    "timestamp '2026-06-30' as consent_checked_at",
}
COLUMNS = ["activation_row_id", "google_email_sha256", "row_hash"]
SUITES = {
    landed.SUITE: landed.CHECKS,
    identity.SUITE: identity.CHECKS,
    publish.SUITE: publish.checks(COLUMNS),
}
ALL_CHECKS = [(suite, check) for suite, checks in SUITES.items() for check in checks]

HOLDERS = "insert into person_identifiers select 'p', 'email', sha256(cast(range as string)) from range({count})"

# How each check is broken, by table and name; what follows a pattern (an empty key, an orphan) is in `breaking`.
BREAKS = {
    ("int_staging__row_counts", "no_entity_loses_or_doubles_rows"): "update {table} set staged_row_count = 97",
    ("int_staging__row_counts", "no_entity_is_all_rejected"): "update {table} set staged_row_count = 0",
    ("int_staging__row_counts", "nothing_happened_after_as_of"): "update {table} set days_behind = -2",
    ("int_staging__row_counts", "every_delivered_entity_is_at_most_30_days_behind"): (
        "update {table} set days_behind = 31"
    ),
    ("int_staging__row_counts", "half_of_an_entity_at_most_is_exact_duplicates"): (
        "update {table} set exact_duplicate_count = 51"
    ),
    ("quarantined_rows", "a_quarter_of_an_entity_at_most_is_broken"): (
        "insert into {table} select 'r' || range, 'shop.orders', 'malformed_row', null from range(25)"
    ),
    ("quarantined_rows", "a_twentieth_of_an_entity_at_most_is_broken"): (
        "insert into {table} select 'r' || range, 'shop.orders', 'invalid_value', null from range(5)"
    ),
    ("quarantined_rows", "rows_of_erased_people_hold_no_content"): (
        "update {table} set reason_code = 'erased_subject'"
    ),
    ("stg_consent__events", "purposes_are_in_the_vocabulary"): "update {table} set purpose = 'mind_reading'",
    ("suppressed_identifiers", "one_row_for_each_identifier"): "insert into {table} from {table}",
    ("persons", "every_person_has_a_record"): "insert into {table} values ('nobody', 0)",
    ("persons", "nobody_holds_more_than_1000_records"): "update {table} set record_count = 1001",
    ("persons", "nobody_holds_more_than_100_records"): "update {table} set record_count = 101",
    ("persons", "everybody_has_a_consent_state"): "insert into {table} values ('nobody', 0)",
    ("person_identifiers", "nobody_holds_more_than_50_values_of_one_type"): HOLDERS.format(count=51),
    ("person_identifiers", "nobody_holds_more_than_10_values_of_one_type"): HOLDERS.format(count=11),
    ("person_identifiers", "no_record_belongs_to_two_people"): f"insert into {{table}} values ('q', 'record_id', {ID})",
    ("person_identifiers", "identifier_hash_is_a_digest"): "update {table} set identifier_hash = 'jane@example.com'",
    ("overrides", "no_override_contradicts_another"): "update {table} set status = 'contradicted'",
    ("overrides", "every_override_is_understood_and_about_somebody"): "update {table} set status = 'unknown'",
    ("customer_profiles", "has_as_many_rows_as_persons"): "delete from {table}",
    ("consent_state", "one_row_for_each_person_and_purpose"): "insert into {table} from {table}",
    ("consent_state", "no_grant_has_expired"): "update {table} set expires_at = timestamp '2026-06-30'",
    ("int_governance__brake_measures", "no_more_is_moved_than_is_allowed"): "update {table} set is_over = true",
    (MEMBERS, "every_row_has_live_consent"): "update consent_state set status = 'denied'",
    (MEMBERS, "every_grant_was_given_by_the_strict_person_that_is_sent"): "update {table} set strict_person_id = 't'",
    (MEMBERS, "what_a_region_allows_by_default_is_sent_of_those_who_live_there_only"): (
        "update consent_state set consent_event_id = null, legal_basis = 'us_opt_out'"
    ),
    (MEMBERS, "every_destination_declares_what_consent_it_needs"): "update {table} set destination = 'new_platform'",
    (MEMBERS, "consent_was_checked_for_this_build"): "update {table} set consent_checked_at = timestamp '2026-06-29'",
    (MEMBERS, "nobody_who_sent_a_privacy_signal_is_shared"): "update consent_state set rule_number = 5",
    (MEMBERS, "nobody_suppressed_is_in_it"): (f"insert into person_identifiers values ('p', 'email', {OTHER_ID})"),
    (MEMBERS, "rows_for_google_have_both_consents"): "update google_consent_signals set may_export_to_google = false",
}


def breaking(check: Check) -> str:
    """The statement that breaks what a check is about."""
    if (check.table, check.name) in BREAKS:
        return BREAKS[check.table, check.name].replace("{table}", check.table)
    column = check.column
    endings = {
        "_is_complete": f"update {check.table} set {column} = null",
        "_is_unique": f"insert into {check.table} from {check.table}",
        "_is_a_digest": f"update {check.table} set {column} = upper({column})",
        "_is_not_the_digest_of_nothing": f"update {check.table} set {column} = sha256('')",
        "_holds_no_raw_personal_data": f"update {check.table} set {column} = '+4915112345678'",
    }
    for ending, statement in endings.items():
        if check.name.endswith(ending):
            return statement
    assert "_is_known_in_" in check.name, f"say how {check.table}.{check.name} is broken"
    return f"update {check.table} set {column} = 'orphan'"


@pytest.fixture
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    """A small sound company in memory."""
    with duckdb.connect() as connection:
        for table, query in SOUND.items():
            connection.execute(f"create table {table} as {query}")
        yield connection


def judge(
    warehouse: duckdb.DuckDBPyConnection, suite: str, checks: list[Check]
) -> dict[tuple[str, str], dict[str, object]]:
    """Result rows by table and name."""
    relations = {table: warehouse.query(f"select * from {table}") for table in SOUND}
    rows = runner.evaluate(suite, checks, relations, warehouse).to_pylist()
    return {(row["table_name"], row["expectation"]): row for row in rows}


@pytest.mark.parametrize("suite", SUITES)
def test_a_sound_company_passes(warehouse: duckdb.DuckDBPyConnection, suite: str) -> None:
    """No check cries wolf."""
    results = judge(warehouse, suite, SUITES[suite])
    assert len(results) == len(SUITES[suite])
    assert {key: row for key, row in results.items() if not row["is_success"]} == {}


@pytest.mark.parametrize(("suite", "check"), ALL_CHECKS, ids=[f"{suite}-{c.table}-{c.name}" for suite, c in ALL_CHECKS])
def test_each_check_fails_when_its_subject_breaks(
    warehouse: duckdb.DuckDBPyConnection, suite: str, check: Check
) -> None:
    """A check that cannot fail is worse than none."""
    warehouse.execute(breaking(check))
    row = judge(warehouse, suite, [check])[check.table, check.name]
    assert row["is_success"] is False
    assert row["problem"] is None
    assert isinstance(row["unexpected_count"], int) and row["unexpected_count"] > 0


def test_a_check_that_cannot_be_evaluated_fails_without_quoting_data(warehouse: duckdb.DuckDBPyConnection) -> None:
    """An error of the engine is a failed check; what the engine says may quote a value and is not kept."""
    check = no_rows("persons", "cannot_run", "select cast(person_id as integer) from {batch}")
    row = judge(warehouse, identity.SUITE, [check])["persons", "cannot_run"]
    assert row["is_success"] is False
    assert str(row["problem"]).startswith("could not be evaluated")
    assert "'p'" not in str(row["problem"])


def test_mistakes_in_a_suite_are_raised_together(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Unknown tables and repeated names are named all at once, before anything is judged."""
    checks = [
        no_rows("persons", "twice", "select 1 from {batch}"),
        no_rows("persons", "twice", "select 1 from {batch}"),
        no_rows("people", "unknown", "select 1 from {batch}"),
        no_rows("persons", "refers", "select 1 from {batch} inner join $peoples using (person_id)"),
    ]
    with pytest.raises(ValueError, match="two checks are named twice") as raised:
        judge(warehouse, identity.SUITE, checks)
    assert "table people was not given" in str(raised.value)
    assert "table peoples was not given" in str(raised.value)


def test_digest_columns_are_found_by_name() -> None:
    """Every column of digests is checked; a table without any is an error."""
    named = {check.column for check in publish.checks(["meta_phone_sha256", "row_hash", "person_id"])}
    assert {"meta_phone_sha256", "row_hash"} <= named
    with pytest.raises(ValueError, match="no column named"):
        publish.checks(["person_id"])
