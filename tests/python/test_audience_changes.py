"""The change feed over several builds: who comes, who goes, why, and with which identifiers.

A handful of invented people is written straight into the tables that activation reads, in a database of the
test's own. The activation models are then built day by day, with the singular tests of the layer, and the
feed is read after each build.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from .conftest import Workspace

OPT_IN_PURPOSES = ["ads_first_party", "ad_data_sharing"]
PURPOSES = [*OPT_IN_PURPOSES, "targeted_advertising", "sharing_cross_context", "sale_of_data"]


@dataclass(frozen=True)
class Person:
    """One person as the layers above activation would hand it over."""

    person_id: str
    email: str
    country: str = "DE"
    region: str | None = None
    days_since_order: int = 10
    consent: str = "granted"  # granted, withdrawn, or default: nothing said, so the region decides


@dataclass(frozen=True)
class World:
    """Everything that activation reads, on one day."""

    persons: tuple[Person, ...]
    redirects: dict[str, str] = field(default_factory=dict)
    erased_emails: tuple[str, ...] = ()
    objected_emails: tuple[str, ...] = ()


UPSTREAM = """
create schema if not exists identity;
create schema if not exists profile;
create schema if not exists governance;
create or replace table identity.persons (person_id varchar);
create or replace table identity.person_redirects (
    retired_person_id varchar, current_person_id varchar);
create or replace table identity.person_records (record_id varchar, person_id varchar, strict_person_id varchar);
create or replace table identity.person_identifiers (
    person_id varchar, identifier_type varchar, identifier_value varchar, identifier_hash varchar,
    first_seen_at timestamp, last_seen_at timestamp, may_advertise boolean);
create or replace view identity.strict_identifiers as
    select person_id as strict_person_id, * from identity.person_identifiers;
create or replace table profile.strict_profiles (
    strict_person_id varchar, person_id varchar, given_name varchar, family_name varchar, email varchar,
    phone varchar, birth_date date, gender varchar, city varchar, region varchar, postal_code varchar,
    country varchar);
create or replace table profile.customer_profiles (
    person_id varchar, jurisdiction_country varchar, jurisdiction_region varchar, is_minor boolean,
    is_anonymous boolean, order_count bigint, last_order_at timestamp);
create or replace table governance.consent_state (
    person_id varchar, purpose varchar, channel varchar, status varchar, consent_event_id varchar,
    rule_number bigint, expires_at timestamp, legal_basis varchar, requires_google_signals boolean);
create or replace table governance.consent_ledger (
    consent_event_id varchar, purpose varchar, identifier_type varchar, identifier_value_hash varchar);
create or replace table governance.strict_consent_grants (
    strict_person_id varchar, purpose varchar, channel varchar, consent_event_id varchar, legal_basis varchar,
    expires_at timestamp);
create or replace table governance.strict_regimes (strict_person_id varchar, default_mode varchar);
create or replace table governance.consent_vendor_refusals (
    person_id varchar, purpose varchar, channel varchar, vendor varchar, refused_at timestamp);
create or replace table governance.google_consent_signals (
    person_id varchar, requires_google_signals boolean, ad_user_data varchar, ad_personalization varchar,
    may_export_to_google boolean);
create or replace table governance.suppressed_identifiers (
    identifier_type varchar, identifier_hash varchar, reason varchar, is_erased boolean, is_objected boolean,
    effective_at timestamp, request_id varchar);
"""


def consent_row(person: Person, purpose: str) -> tuple[str, str, str, str, str | None, int, None, str, bool]:
    """The consent state of one person for one purpose, in the column order of consent_state."""
    is_american = person.country == "US"
    if person.consent == "default":
        status, event, rule = ("granted" if is_american else "denied"), None, 4
    elif purpose in OPT_IN_PURPOSES:
        status = "granted" if person.consent == "granted" else "denied"
        event, rule = f"{person.person_id}:{purpose}:{person.consent}", 1
    else:
        status, event, rule = ("granted" if is_american else "denied"), None, 4
    return (person.person_id, purpose, "ads", status, event, rule, None, "6.1.a", not is_american)


def write(database: Path, world: World, as_of: date) -> None:
    """Replace the tables that activation reads; a keyed hash is any text here, equal for equal values."""
    with duckdb.connect(str(database)) as connection:
        connection.execute(UPSTREAM)
        for person in world.persons:
            ordered = as_of - timedelta(days=person.days_since_order)
            connection.execute("insert into identity.persons values ($1)", [person.person_id])
            connection.execute(
                "insert into identity.person_identifiers values ($1, 'email', $2, 'hash of ' || $2, null, null, true)",
                [person.person_id, person.email],
            )
            connection.execute("insert into identity.person_records values ($1, $1, $1)", [person.person_id])
            connection.execute(
                "insert into profile.strict_profiles values "
                "($1, $1, 'Ada', 'Test', $2, null, null, null, null, $3, null, $4)",
                [person.person_id, person.email, person.region, person.country],
            )
            connection.execute(
                "insert into profile.customer_profiles values ($1, $2, $3, false, false, 1, $4)",
                [person.person_id, person.country, person.region, ordered],
            )
            connection.execute(
                "insert into governance.strict_regimes values ($1, $2)",
                [person.person_id, "opt_out" if person.country == "US" else "opt_in"],
            )
            states = [consent_row(person, purpose) for purpose in PURPOSES]
            connection.executemany("insert into governance.consent_state values (?, ?, ?, ?, ?, ?, ?, ?, ?)", states)
            connection.execute(
                "insert into governance.strict_consent_grants "
                "select person_id, purpose, channel, consent_event_id, legal_basis, expires_at "
                "from governance.consent_state "
                "where person_id = $1 and status = 'granted' and consent_event_id is not null",
                [person.person_id],
            )
            connection.execute(
                "insert into governance.consent_ledger select consent_event_id, purpose, 'email', 'hash of ' || $2 "
                "from governance.consent_state where person_id = $1 and consent_event_id is not null",
                [person.person_id, person.email],
            )
            granted = "denied" if person.consent == "withdrawn" else "granted"
            connection.execute(
                "insert into governance.google_consent_signals values ($1, $2, $3, $3, $3 = 'granted')",
                [person.person_id, person.country != "US", granted],
            )
        for retired, current in world.redirects.items():
            connection.execute("insert into identity.person_redirects values ($1, $2)", [retired, current])
        for email in world.erased_emails + world.objected_emails:
            connection.execute(
                "insert into governance.suppressed_identifiers values "
                "('email', 'hash of ' || $1, 'x', $2, not $2, $3, 'r')",
                [email, email in world.erased_emails, as_of],
            )


Change = tuple[str, str, str, str]


class Warehouse(Workspace):
    """A database of the test's own, the feed of which is read after each build."""

    last_seq = 0

    def build(self, world: World, as_of: date, *further: str) -> list[Change]:
        """Build activation for a day, with its singular tests; return the new rows of the feed."""
        write(self.database, world, as_of)
        outcome = self.dbt(
            *("build", "--exclude", "test_type:generic", "test_type:unit", *further),
            *("--select", "path:seeds/activation", "path:models/activation"),
            variables={"as_of": as_of.isoformat()},
        )
        assert outcome.succeeded, outcome.output[-3000:]
        with duckdb.connect(str(self.database)) as connection:
            changes: list[Change] = connection.execute(
                "select split_part(destination, '_', 1), person_id, operation, reason "
                "from activation.audience_changes where change_seq > $1 order by change_seq",
                [self.last_seq],
            ).fetchall()
            [(self.last_seq,)] = connection.execute(
                "select coalesce(max(change_seq), 0) from activation.audience_changes"
            ).fetchall()
        return changes


DAY_ONE = date(2026, 1, 1)
DAY_TWO = date(2026, 1, 2)
NAMES = ("ann", "bob", "cat", "dan", "eve", "fay", "gus", "jon")
START = World(
    persons=(
        *(Person(name, f"{name}@example.com") for name in NAMES),
        Person("hal", "hal@example.com", consent="withdrawn"),
        Person("ivy", "ivy@example.com", country="US", region="US-CA", consent="default"),
        Person("kim", "kim@example.com", consent="default"),
    )
)


def changed(world: World, **changes: Person | None) -> World:
    """The same world with some persons replaced, or taken away (None)."""
    persons = (changes.get(person.person_id, person) for person in world.persons)
    return replace(world, persons=tuple(person for person in persons if person is not None))


NEXT = replace(
    changed(
        START,
        bob=Person("bob", "bob@example.com", consent="withdrawn"),
        cat=None,
        dan=Person("dan", "dan@example.com", days_since_order=100),
        eve=Person("eve", "eve.new@example.com"),
        fay=None,
        hal=Person("hal", "hal@example.com"),
        ivy=Person("ivy", "ivy@example.com", country="US", region="US-CA"),
    ),
    redirects={"fay": "gus"},
    erased_emails=("cat@example.com",),
    objected_emails=("jon@example.com",),
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """A warehouse after the first day."""
    return Warehouse(tmp_path_factory.mktemp("warehouse"))


def per_destination(*changes: tuple[str, str, str]) -> set[Change]:
    """The same change at both destinations."""
    return {(destination, *change) for destination in ("google", "meta") for change in changes}


def test_days_of_a_feed(warehouse: Warehouse) -> None:
    """One story in the order of its days: each build appends what changed since the last, no more."""
    # Day one: everybody who agreed, and the American who said nothing; not who refused, nor the German
    # who said nothing.
    first = warehouse.build(START, DAY_ONE)
    assert sorted(first) == sorted(per_destination(*((name, "add", "entered") for name in (*NAMES, "ivy"))))

    # The same day again, and from scratch at that: no change row, and not one row of a public table differs.
    public = ("audience_changes", "audience_members", "audiences", "sync_google_ads__customer_match")
    before = [warehouse.query(f"from activation.{table} order by 1") for table in public]
    assert warehouse.build(START, DAY_ONE, "--full-refresh") == []
    assert [warehouse.query(f"from activation.{table} order by 1") for table in public] == before

    # Day two: every way in and out at once, removals first.
    second = warehouse.build(NEXT, DAY_TWO)
    removals = per_destination(
        ("bob", "remove", "consent_withdrawn"),
        ("cat", "remove", "erased"),
        ("dan", "remove", "exited"),
        ("eve", "remove", "identifier_changed"),
        ("fay", "remove", "identifier_changed"),
        ("jon", "remove", "consent_withdrawn"),
    )
    others = per_destination(
        ("eve", "add", "identifier_changed"),
        ("gus", "add", "identifier_changed"),
        ("hal", "add", "entered"),
    ) | {("meta", "ivy", "update", "payload_changed")}
    assert set(second[: len(removals)]) == removals
    assert set(second[len(removals) :]) == others
    assert len(second) == len(removals) + len(others)

    # Removals carry what was uploaded on day one, the erased and the withdrawn as much as the changed.
    assert warehouse.query(
        "select count(*), count(distinct removed.person_id) "
        "from activation.audience_changes as removed inner join activation.audience_changes as added "
        "on removed.activation_row_id = added.activation_row_id and added.change_seq < removed.change_seq "
        "and removed.match_hash = added.match_hash "
        "and removed.google_email_sha256 is not distinct from added.google_email_sha256 "
        "and removed.meta_email_sha256 is not distinct from added.meta_email_sha256 "
        "where removed.operation = 'remove'"
    ) == [(12, 6)]

    # The unchanged keep both of their days; a new address or an update moves updated_at alone.
    members = warehouse.query(
        "select person_id, entered_at::date, updated_at::date from activation.audience_members "
        "where destination = 'meta_custom_audience' order by person_id"
    )
    assert members == [
        ("ann", DAY_ONE, DAY_ONE),
        ("eve", DAY_ONE, DAY_TWO),
        ("gus", DAY_ONE, DAY_ONE),
        ("hal", DAY_TWO, DAY_TWO),
        ("ivy", DAY_ONE, DAY_TWO),
    ]
    assert warehouse.build(NEXT, DAY_TWO) == []

    # Google drops a member after 540 days: the row goes and comes again, once, and Meta's stays as it is.
    last_day = DAY_ONE + timedelta(days=540)
    third = warehouse.build(NEXT, last_day)
    expired = [("google", name) for name in ("ann", "eve", "gus", "ivy")]
    assert set(third) == {(*who, "remove", "expired") for who in expired} | {
        (*who, "add", "entered") for who in expired
    }

    # What was removed is nowhere else any more, so not even --full-refresh touches the feed.
    assert warehouse.build(NEXT, last_day, "--full-refresh") == []
    assert warehouse.query("select count(*) from activation.audience_changes where operation = 'remove'") == [(16,)]
