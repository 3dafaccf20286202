"""The timeline is written by months: those that differ, and no others."""

from __future__ import annotations

import duckdb

from .conftest import Workspace

EVENTS = "profile.customer_events"
ASSIGNED = "profile.int_profile__events_assigned"


def test_only_months_that_differ_are_written(sample_workspace: Workspace) -> None:
    """A merged person, an event that came late, one that is gone and a month that is gone; then nothing at all."""
    person, other = (
        row[0]
        for row in sample_workspace.query(
            f"select person_id from {EVENTS} where person_id is not null "
            "group by person_id order by count(distinct event_month), person_id limit 2"
        )
    )
    late, gone = (
        row[0]
        for row in sample_workspace.query(
            f"select event_id from {EVENTS} where entity = 'shop.orders' order by occurred_at, event_id limit 2"
        )
    )
    months = {
        row[0]
        for row in sample_workspace.query(
            f"select event_month from {EVENTS} where person_id = ? or event_id in (?, ?)", [person, late, gone]
        )
    }
    with duckdb.connect(str(sample_workspace.database)) as warehouse:
        warehouse.execute("update identity.person_records set person_id = ? where person_id = ?", [other, person])
        warehouse.execute(f"delete from {EVENTS} where event_id = ?", [late])
        warehouse.execute("delete from staging.stg_shop__orders where 'shop.orders:' || order_id = ?", [gone])
        warehouse.execute(
            f"insert into {EVENTS} select * replace (date '1999-01-01' as event_month) from {EVENTS} limit 1"
        )
    for expected in (months, set()):
        last_row = sample_workspace.query(f"select max(rowid) from {EVENTS}")[0][0]
        outcome = sample_workspace.dbt("run", "--select", "customer_events")
        assert outcome.succeeded, outcome.output[-3000:]
        written = sample_workspace.query(f"select distinct event_month from {EVENTS} where rowid > ?", [last_row])
        assert {row[0] for row in written} == expected
        for one, another in ((EVENTS, ASSIGNED), (ASSIGNED, EVENTS)):
            assert not sample_workspace.query(f"select event_id from (from {one} except all from {another})")
