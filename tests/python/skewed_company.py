"""A company with heavy values: one e-mail address in very many people's records, one customer with very many orders."""

from __future__ import annotations

from pathlib import Path

from sample.bulk_files import LETTERS, write_rows

RECORDS = 100_000
ORDERS = 1_000_000
VARIABLES = {
    "sources": ["people_files", "shop"],
    "as_of": "2026-06-30",
    "source_locations": {"shop.orders": {"format": "parquet"}},
}
SELECTION = (
    "+persons,resource_type:model",
    "+refused_identifiers,resource_type:model",
    "+customer_events,resource_type:model",
    "+int_profile__traits_shopping,resource_type:model",
)

# Where the answers are, in SQL of both engines, and what they must be; other sources may have rows of their own.
ANSWERS = {
    (
        "select count(*), count(distinct persons.person_id), max(persons.record_count) from identity.person_records "
        "inner join identity.persons on person_records.person_id = persons.person_id "
        "where person_records.source in ('people_files', 'shop')"
    ): [(RECORDS + 1, RECORDS + 1, 1)],
    (
        "select identifier_type, record_count from identity.refused_identifiers "
        "where identifier_value = 'desk@shared.example' and identifier_type = 'email'"
    ): [("email", RECORDS)],
    (
        "select count(*), count(distinct person_id), sum(amount) from profile.customer_events "
        "where event_kind = 'order_placed' and source = 'shop'"
    ): [(ORDERS, 1, 10 * ORDERS)],
}


def write_skewed_company(folder: Path) -> None:
    """Write the raw files."""
    write_rows(
        folder / "people_files" / "people",
        f"'p' || range as record_id, 'list' as source, 'Ada' as given_name, 'Lov' || {LETTERS} as family_name, "
        "'desk@shared.example' as email, 'GB' as country",
        RECORDS,
    )
    write_rows(
        folder / "shop" / "orders",
        "'o' || range as order_id, 'c1' as customer_id, timestamp '2024-01-01' + interval (range) minute "
        "as ordered_at, 'delivered' as status, 'EUR' as currency, '10.00' as total_amount, 'web' as channel",
        ORDERS,
        "parquet",
    )
    write_rows(
        folder / "shop" / "customers",
        "'c1' as customer_id, 'one@example.com' as email, 'Grace' as first_name, 'Busy' as last_name, 'GB' as country, "
        "'2024-01-01T00:00:00Z' as created_at, '2024-01-01T00:00:00Z' as updated_at",
        1,
    )
