"""A company with heavy values: one e-mail address in very many people's records, one customer with very many orders."""

from __future__ import annotations

from pathlib import Path

import duckdb

RECORDS = 100_000
ORDERS = 1_000_000
VARIABLES = {"sources": ["people_files", "shop"], "as_of": "2026-06-30"}
SELECTION = (
    "+persons,resource_type:model",
    "+refused_identifiers,resource_type:model",
    "+customer_events,resource_type:model",
    "+int_profile__traits_shopping,resource_type:model",
)

# Where the answers are, in SQL of both engines, and what they must be.
ANSWERS = {
    "select count(*), max(record_count) from identity.persons": [(RECORDS + 1, 1)],
    "select identifier_type, record_count from identity.refused_identifiers where identifier_type = 'email'": [
        ("email", RECORDS)
    ],
    (
        "select count(*), count(distinct person_id), sum(amount) from profile.customer_events "
        "where event_kind = 'order_placed'"
    ): [(ORDERS, 1, 10 * ORDERS)],
}


def write_skewed_company(folder: Path) -> None:
    """Write the raw files, several to an entity."""
    letters = "translate(cast({number} as varchar), '0123456789', 'abcdefghij')"
    person = letters.format(number="range")
    people = (
        f"select 'p' || range as record_id, 'list' as source, 'Ada' as given_name, 'Lov' || {person} as family_name, "
        "'desk@shared.example' as email, 'GB' as country from range({first}, {end})"
    )
    orders = (
        "select 'o' || range as order_id, 'c1' as customer_id, timestamp '2024-01-01' + interval (range) minute "
        "as ordered_at, 'delivered' as status, 'EUR' as currency, '10.00' as total_amount, 'web' as channel "
        "from range({first}, {end})"
    )
    (folder / "people_files" / "people").mkdir(parents=True)
    (folder / "shop" / "orders").mkdir(parents=True)
    (folder / "shop" / "customers").mkdir()
    (folder / "shop" / "customers" / "1.csv").write_text(
        "customer_id,email,first_name,last_name,country,created_at,updated_at\n"
        "c1,one@example.com,Grace,Busy,GB,2024-01-01T00:00:00Z,2024-01-01T00:00:00Z\n"
    )
    for query, place, count in ((people, "people_files/people", RECORDS), (orders, "shop/orders", ORDERS)):
        for part in range(4):
            rows = query.format(first=count * part // 4, end=count * (part + 1) // 4)
            duckdb.execute(f"copy ({rows}) to '{folder}/{place}/{part}.csv'")
