"""Companies with heavy values.

In one, one e-mail address stands in very many people's records, and one customer has very many orders. In the other,
very many members of a loyalty programme hang together, far more than the guards let one person be.
"""

from __future__ import annotations

from pathlib import Path

from sample.bulk_files import LETTERS, write_rows

RECORDS = 100_000
ORDERS = 1_000_000
LOCATIONS = {"shop.orders": {"format": "parquet"}}
VARIABLES = {"sources": ["people_files", "shop"], "as_of": "2026-06-30", "source_locations": LOCATIONS}
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


MEMBERS = 100_000
# Half of the crowded members stand in a row: each shares a loyalty number with one neighbour and an e-mail with the
# other, and has a login of its own. The others stand around loyalty numbers, five hundred to each, with two logins; the
# last of one group has the e-mail of the next, and the last of the row that of the first: so all hang together.
ROW = MEMBERS // 2
CROWDED = (
    f"case when range < {ROW} then 'l' || range // 2 else 'g' || range // 500 end as loyalty_number, "
    f"case when range < {ROW} then 'u' || range else 'v' || range // 250 end as user_id, "
    f"case when range < {ROW} - 1 then 'm' || (range + 1) // 2 else 'n' || (range + 1) // 500 end "
    "|| '@post.example' as email"
)
APART = "'l' || range as loyalty_number, 'u' || range as user_id, 'm' || range || '@post.example' as email"
# Of logins one person may have two within thirty days, of loyalty numbers four. Somebody said of a hundred pairs, fifty
# places apart in the row, that they are one person: their values count as one.
RULES = (
    "update seeds.identifier_rules set max_values_per_person = 2, value_window_days = 30 "
    "where identifier_type = 'user_id'"
)
FORCED_LINKS = (
    "insert into seeds.identity_overrides select 'loyalty:' || range * 400, 'loyalty:' || (range * 400 + 50), "
    "'force_link', 'Kim', 'asked them', null, null from range(100)"
)
MEMBERS_SHOWN = """
with numbered as (
    select
        person_records.person_id,
        cast(person_records.source_record_id as bigint) as member,
        records.user_id,
        records.loyalty_number,
        cast(records.first_seen_at as date) as seen_on
    from identity.person_records
    inner join identity.int_identity__records as records on person_records.record_id = records.record_id
),
forced as (
    select * from numbered where member < 40000 and member % 400 in (0, 50)
),
members as (
    select
        numbered.person_id,
        coalesce('forced ' || logins.member // 400, numbered.user_id) as user_id,
        coalesce('forced ' || numbers.member // 400, numbered.loyalty_number) as loyalty_number,
        numbered.seen_on
    from numbered
    left join forced as logins on numbered.user_id = logins.user_id
    left join forced as numbers on numbered.loyalty_number = numbers.loyalty_number
)
"""
BREACHES = """
with breaches as (
    select unnest(from_json(breaches, '[{"guard": "varchar", "broken_by": "varchar"}]'), recursive := true)
    from identity.identity_edges where not is_kept
)
"""

# Where the answers about the crowded members are, and what they must be.
CROWDED_ANSWERS = {
    "select count(*) from identity.int_identity__components group by parent": [(MEMBERS,)],
    f"{MEMBERS_SHOWN} select person_id from members group by person_id having count(distinct loyalty_number) > 4": [],
    (
        f"{MEMBERS_SHOWN} select person_id from members qualify count(distinct user_id) over "
        "(partition by person_id order by seen_on range between current row and interval 29 days following) > 2"
    ): [],
    f"{MEMBERS_SHOWN} select count(distinct person_id) < 25000, count(*) from members": [(True, MEMBERS)],
    f"{MEMBERS_SHOWN} select member // 400 from forced group by all having count(distinct person_id) > 1": [],
    "select count(*) from identity.identity_edges where not is_kept and breaches is null": [(0,)],
    (
        f"{BREACHES} select regexp_replace(guard, 'from 202[1-5]-[0-9-]{{5}}$', ''), count(*) > 1000, "
        "min(len(string_split(broken_by, ', '))), max(len(string_split(broken_by, ', '))) from breaches "
        "group by all order by all"
    ): [("loyalty_number", True, 5, 5), ("user_id in 30 days ", True, 3, 3)],
}


def write_members(folder: Path, are_crowded: bool) -> None:
    """Write the raw files of the loyalty programme: members who hang together, or who share nothing."""
    write_rows(
        folder / "loyalty" / "members",
        f"range as member_id, {CROWDED if are_crowded else APART}, 'Ada' as first_name, 'Lovelace' as last_name, "
        "'GB' as country, timestamp '2022-01-01' + to_days(cast(hash(range) % 1200 as integer)) as joined_at, "
        "joined_at as updated_at",
        MEMBERS,
    )
