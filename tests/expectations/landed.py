"""What landed: judged over the staging layer and the quarantine, before anybody is resolved."""

from __future__ import annotations

from .declarations import Check, known_key, no_rows, not_null, unique

SUITE = "landed"

# The tables whose keys everything downstream hangs on.
KEYS = {
    "stg_crm__contacts": "contact_id",
    "stg_shop__customers": "customer_id",
    "stg_shop__orders": "order_id",
    "stg_loyalty__members": "member_id",
    "stg_web__events": "event_id",
    "stg_email__subscribers": "subscriber_id",
    "stg_consent__events": "event_id",
    "stg_consent__privacy_requests": "request_id",
    "stg_people_files__people": "record_id",
}

# Reasons that say the row is broken; the others (an older version, a test account, an erased person) are house-keeping.
BROKEN = "('malformed_row', 'missing_key', 'invalid_timestamp', 'future_timestamp', 'invalid_value')"

BROKEN_SHARES = (
    "select row_counts.entity from {batch} inner join $int_staging__row_counts as row_counts using (entity) "
    f"where reason_code in {BROKEN} and row_counts.raw_row_count >= 20 "
    "group by row_counts.entity, row_counts.raw_row_count having count(*) > {share} * row_counts.raw_row_count"
)

CHECKS: list[Check] = [
    unique("int_staging__row_counts", "entity"),
    no_rows(
        "int_staging__row_counts",
        "no_entity_loses_or_doubles_rows",
        "select entity from {batch} where raw_row_count "
        "!= staged_row_count + quarantined_row_count + exact_duplicate_count",
    ),
    no_rows(
        "int_staging__row_counts",
        "no_entity_is_all_rejected",
        "select entity from {batch} where raw_row_count >= 20 and staged_row_count = 0",
    ),
    no_rows(
        "int_staging__row_counts",
        "nothing_happened_after_as_of",
        "select entity from {batch} where days_behind < -1",
    ),
    no_rows(
        "int_staging__row_counts",
        "every_delivered_entity_is_at_most_30_days_behind",
        "select entity from {batch} where days_behind > 30",
        severity="warning",
    ),
    no_rows(
        "int_staging__row_counts",
        "half_of_an_entity_at_most_is_exact_duplicates",
        "select entity from {batch} where raw_row_count >= 20 and exact_duplicate_count > 0.5 * raw_row_count",
        severity="warning",
    ),
    unique("quarantined_rows", "quarantined_row_id"),
    not_null("quarantined_rows", "reason_code"),
    no_rows(
        "quarantined_rows",
        "a_quarter_of_an_entity_at_most_is_broken",
        BROKEN_SHARES.replace("{share}", "0.25"),
    ),
    no_rows(
        "quarantined_rows",
        "a_twentieth_of_an_entity_at_most_is_broken",
        BROKEN_SHARES.replace("{share}", "0.05"),
        severity="warning",
    ),
    no_rows(
        "quarantined_rows",
        "rows_of_erased_people_hold_no_content",
        "select quarantined_row_id from {batch} where reason_code = 'erased_subject' and row_json is not null",
        column="row_json",
    ),
    *[check for table, key in KEYS.items() for check in (not_null(table, key), unique(table, key))],
    known_key("stg_shop__orders", "customer_id", "stg_shop__customers", allowed_share=0.1),
    known_key("stg_shop__order_lines", "order_id", "stg_shop__orders", allowed_share=0.1),
    known_key("stg_shop__returns", "order_id", "stg_shop__orders", allowed_share=0.1, severity="warning"),
    known_key("stg_loyalty__points", "loyalty_number", "stg_loyalty__members", allowed_share=0.1, severity="warning"),
    known_key("stg_email__events", "subscriber_id", "stg_email__subscribers", allowed_share=0.1, severity="warning"),
    known_key("stg_support__messages", "ticket_id", "stg_support__tickets", allowed_share=0.1, severity="warning"),
    known_key(
        "stg_subscriptions__subscription_events",
        "subscription_id",
        "stg_subscriptions__subscriptions",
        allowed_share=0.1,
        severity="warning",
    ),
    no_rows(
        "stg_consent__events",
        "purposes_are_in_the_vocabulary",
        "select event_id from {batch} where purpose is not null and purpose not in (select purpose from $purposes)",
        severity="warning",
        column="purpose",
    ),
    no_rows(
        "suppressed_identifiers",
        "one_row_for_each_identifier",
        "select identifier_type, identifier_hash from {batch} group by identifier_type, identifier_hash "
        "having count(*) > 1",
    ),
]
