"""Consent states of random histories: equal to a plain reading of the rules, and never loosened by a merge."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from .conftest import Workspace

AS_OF = datetime(2026, 6, 30)
# purpose: channel, opt-in everywhere, denied by a privacy signal, address type
PURPOSES: dict[str, tuple[str, bool, bool, str | None]] = {
    "ads_first_party": ("ads", False, False, None),
    "email_marketing": ("email", False, False, "email"),
    "sms_marketing": ("sms", True, False, "phone"),
    "sale_of_data": ("ads", False, True, None),
}
IDENTIFIER_TYPES = ("email", "phone", "user_id", "anonymous_id")


@dataclass(frozen=True)
class Event:
    """One row of the ledger, with times in days before or after the day of the build."""

    event_id: str
    identifier: tuple[str, str]
    login: str | None
    purpose: str
    channel: str | None
    status: str | None
    days_ago: int
    days_late: int
    expires_in: int | None
    mechanism: str
    actor: str


@dataclass(frozen=True)
class Person:
    """One person: where the person is, and under which identifiers."""

    person_id: str
    default_mode: str
    is_minor: bool
    identifiers: frozenset[tuple[str, str]]


def random_company(dice: random.Random) -> tuple[list[Person], list[Event]]:
    """A few people with few identifiers, so that everything meets everything."""
    identifiers = [(kind, f"{kind} {number}") for kind in IDENTIFIER_TYPES for number in range(6)]
    logins = [value for kind, value in identifiers if kind == "user_id"]
    people = []
    pool = dice.sample(identifiers, len(identifiers))
    for number in range(8):
        held = frozenset(pool[number * 3 : number * 3 + 3])
        people.append(Person(f"p{number}", dice.choice(("opt_in", "opt_out")), dice.random() < 0.2, held))
    events = []
    for number in range(dice.randint(10, 120)):
        kind, value = dice.choice(identifiers)
        purpose = dice.choice(list(PURPOSES))
        events.append(
            Event(
                event_id=f"e{number:03}",
                identifier=(kind, value),
                login=value if kind == "user_id" else dice.choice([None, None, *logins]),
                purpose=purpose,
                channel=dice.choice((PURPOSES[purpose][0], PURPOSES[purpose][0], None, "post")),
                status=dice.choice(("granted", "granted", "denied", None)),
                days_ago=dice.randint(-1, 12),
                days_late=dice.choice((0, 0, 1, 20)),
                expires_in=dice.choice((None, None, -1, 0, 5)),
                mechanism=dice.choice(("form", "gpc")),
                actor=dice.choice(("subject", "subject", "parent")),
            )
        )
    return people, events


def counts(event: Event) -> bool:
    """Whether an event takes part at all."""
    if event.status is None or event.channel not in (None, PURPOSES[event.purpose][0]):
        return False
    return event.days_ago >= 0 if event.status == "granted" else event.days_ago > -1


def standing_choices(events: list[Event]) -> dict[tuple[tuple[str, str], str], Event]:
    """The latest act on each identifier and purpose, refusals lifted under their own login left out."""
    live = [event for event in events if counts(event)]
    latest: dict[tuple[tuple[str, str], str], Event] = {}
    for event in sorted(live, key=lambda one: (-one.days_ago, one.status == "denied", one.days_late, one.event_id)):
        latest[event.identifier, event.purpose] = event
    return {
        key: event
        for key, event in latest.items()
        if not (
            event.status == "denied"
            and event.login is not None
            and any(
                other.status == "granted"
                and other.login == event.login
                and other.purpose == event.purpose
                and other.days_ago < event.days_ago
                for other in live
            )
        )
    }


def expected_state(person: Person, purpose: str, choices: dict[tuple[tuple[str, str], str], Event]) -> tuple[str, int]:
    """Status and rule, read from the rules one after the other."""
    _, is_opt_in_everywhere, is_denied_by_gpc, address_type = PURPOSES[purpose]
    held = [choices[held, purpose] for held in person.identifiers if (held, purpose) in choices]
    refusals = [event for event in held if event.status == "denied"]
    if refusals:
        last = max(refusals, key=lambda event: (-event.days_ago, event.days_late, event.event_id))
        return "denied", 5 if is_denied_by_gpc and last.mechanism == "gpc" else 1
    grants = [
        event
        for event in held
        if event.status == "granted"
        and (address_type is None or event.identifier[0] in (address_type, "user_id"))
        and (event.actor == "parent" or not person.is_minor)
    ]
    live = [event for event in grants if event.expires_in is None or event.expires_in > 0]
    if live:
        last = max(live, key=lambda event: (-event.days_ago, event.days_late, event.event_id))
        return "granted", 2 if last.identifier[0] == address_type else 1
    if grants:
        return "denied", 3
    if person.is_minor:
        return "denied", 6
    if is_opt_in_everywhere or person.default_mode == "opt_in":
        return "denied", 4
    return "granted", 4


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[tuple[str, str], tuple[str, int]]]:
    """The project's own SQL of consent_state, over tables made by hand."""
    workspace = Workspace(tmp_path_factory.mktemp("consent"))
    outcome = workspace.dbt("compile", "--select", "consent_state", "--no-introspect")
    assert outcome.succeeded, outcome.output[-3000:]
    compiled = workspace.folder / "target" / "compiled" / "firstparty" / "models" / "governance" / "consent_state.sql"
    return lambda people, events: run(compiled, people, events)


def run(compiled: Path, people: list[Person], events: list[Event]) -> dict[tuple[str, str], tuple[str, int]]:
    """Status and rule per person and purpose."""
    with duckdb.connect() as connection:
        connection.execute("attach ':memory:' as firstparty")
        connection.execute("use firstparty")
        for schema in ("governance", "identity", "seeds"):
            connection.execute(f"create schema {schema}")
        connection.execute(
            "create table governance.consent_ledger (consent_event_id text, identifier_type text, "
            "identifier_value_hash text, login_id_hash text, purpose text, channel text, vendor_or_destination text, "
            "status text, legal_basis text, mechanism text, actor text, is_minor boolean, occurred_at timestamp, "
            "received_at timestamp, expires_at timestamp, ingested_at timestamp)"
        )
        rows = []
        for event in events:
            moment = AS_OF - timedelta(days=event.days_ago)
            received = moment + timedelta(days=event.days_late)
            expires = None if event.expires_in is None else AS_OF + timedelta(days=event.expires_in)
            rows.append(
                (event.event_id, *event.identifier, event.login, event.purpose, event.channel, None, event.status,
                 None, event.mechanism, event.actor, False, moment, received, expires, AS_OF)
            )  # fmt: skip
        placeholders = ", ".join("?" * 16)
        connection.executemany(f"insert into governance.consent_ledger values ({placeholders})", rows)
        connection.execute(
            "create table identity.person_identifiers (person_id text, identifier_type text, identifier_hash text)"
        )
        connection.executemany(
            "insert into identity.person_identifiers values (?, ?, ?)",
            [(person.person_id, *held) for person in people for held in person.identifiers],
        )
        connection.execute(
            "create table governance.int_governance__person_regimes (person_id text, region_rule text, regime text, "
            "default_mode text, requires_google_signals boolean, has_unknown_age boolean, is_minor boolean)"
        )
        connection.executemany(
            "insert into governance.int_governance__person_regimes values (?, 'r', 'r', ?, false, false, ?)",
            [(person.person_id, person.default_mode, person.is_minor) for person in people],
        )
        connection.execute(
            "create table seeds.purposes (purpose text, channel text, needs_consent boolean, "
            "is_opt_in_everywhere boolean, is_denied_by_gpc boolean, address_type text, legal_basis text)"
        )
        connection.executemany(
            "insert into seeds.purposes values (?, ?, true, ?, ?, ?, '6.1.a')",
            [(purpose, *properties) for purpose, properties in PURPOSES.items()],
        )
        found = connection.execute(f"select person_id, purpose, status, rule_number from ({compiled.read_text()})")
        return {(person, purpose): (status, rule) for person, purpose, status, rule in found.fetchall()}


@pytest.mark.parametrize("seed", range(40))
def test_states_equal_a_plain_reading_of_the_rules(
    states: Callable[..., dict[tuple[str, str], tuple[str, int]]], seed: int
) -> None:
    """One row per person and purpose, each as the oracle says, whatever the order of the events."""
    dice = random.Random(seed)
    people, events = random_company(dice)
    choices = standing_choices(events)
    expected = {
        (person.person_id, purpose): expected_state(person, purpose, choices)
        for person in people
        for purpose in PURPOSES
    }
    assert states(people, events) == expected
    dice.shuffle(events)
    assert states(people, events) == expected


@pytest.mark.parametrize("seed", range(40, 60))
def test_a_merge_never_turns_a_refusal_into_a_grant(
    states: Callable[..., dict[tuple[str, str], tuple[str, int]]], seed: int
) -> None:
    """People joined in pairs: who was refused apart is refused together; who is split again has the old state."""
    people, events = random_company(random.Random(seed))
    apart = states(people, events)
    pairs = [(people[number], people[number + 1]) for number in range(0, len(people), 2)]
    merged = [replace(one, identifiers=one.identifiers | other.identifiers) for one, other in pairs]
    together = states(merged, events)
    for one, other in pairs:
        for purpose in PURPOSES:
            refused = any(
                apart[person.person_id, purpose][0] == "denied" and apart[person.person_id, purpose][1] in (1, 5)
                for person in (one, other)
            )
            if refused:
                assert together[one.person_id, purpose][0] == "denied"
    assert states(people, events) == apart
