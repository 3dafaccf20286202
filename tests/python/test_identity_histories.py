"""Hundreds of made-up histories, day by day, against an oracle that gives ids and redirects by the written rules.

Each history is a handful of records that come, change, go and come back, share e-mails and logins, and are linked or
kept apart by somebody. No history shares a value with another one, so all of them live in one file, and one build takes
every one of them a day further.
"""

from __future__ import annotations

import csv
import hashlib
import random
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias

import duckdb
import networkx as nx
import pytest

from scripts.parsed_project import parsed_project

from .conftest import Workspace
from .dbt_process import run_dbt
from .identity_story import COLUMNS

HISTORIES = 250
DAYS = 5
# On the last days only histories of one file live on, and nobody decides anything: so little changes that it alone is
# what tables are brought up to date by.
QUIET_DAYS = 2
FILES = 10
FIRST_DAY = date(2026, 1, 1)
EVENTS = ("arrives", "changes", "goes", "returns", "is decided on")
# Without scores what is learned cannot tell a full build from one that goes on.
SETTINGS = {"scored_matching": False}
PUBLIC = ("person_records", "persons", "person_history", "person_redirects", "identity_edges", "overrides")
MODELS = ("path:models/staging/people_files,resource_type:model", *(f"+{name},path:models/identity" for name in PUBLIC))

Edge = tuple[str, str, float]


@dataclass
class History:
    """A few records that change from day to day; `gone` are those that may come back, as they were or as others."""

    name: str
    chance: random.Random
    records: dict[str, tuple[str, str]] = field(default_factory=dict)
    gone: dict[str, tuple[str, str]] = field(default_factory=dict)
    decisions: list[tuple[str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """A history begins with eight records."""
        for number in range(8):
            self.records[f"{self.name}-{number}"] = self.value()

    def value(self) -> tuple[str, str]:
        """An e-mail and a login, either may be empty, of a few that this history knows."""
        email = self.chance.choice(["", *(f"{letter}.{self.name}@post.example" for letter in "pqrst")])
        login = self.chance.choice(["", "", *(f"login-{self.name}-{number}" for number in range(6))])
        return email, login

    def live(self, is_quiet: bool) -> None:
        """One day: what happens to the records, and unless it is quiet, what somebody decides about two of them."""
        for _ in range(3):
            event = self.chance.choice([*EVENTS[: -1 if is_quiet else None], "changes", "changes", "goes", "returns"])
            known = sorted(self.records)
            if event == "arrives" and len(known) < 12:
                self.records[f"{self.name}-{len(self.records) + len(self.gone)}"] = self.value()
            elif event == "changes" and known:
                self.records[self.chance.choice(known)] = self.value()
            elif event == "goes" and known:
                record = self.chance.choice(known)
                self.gone[record] = self.records.pop(record)
            elif event == "returns" and self.gone:
                record = self.chance.choice(sorted(self.gone))
                self.records[record] = self.chance.choice([self.gone.pop(record), self.value()])
            elif event == "is decided on" and len(known) > 1 and len(self.decisions) < 2:
                left, right = self.chance.sample(known, 2)
                self.decisions.append((left, right, self.chance.choice(["force_link", "never_link"])))


@dataclass
class Walk(History):
    """One record of two goes, and comes back on a quiet day to somebody else; nothing befalls the one it was with."""

    days: int = 0

    def __post_init__(self) -> None:
        """Nobody is there before the first day."""

    def live(self, is_quiet: bool) -> None:
        """With the first on two days, gone on one, with the second on the quiet ones."""
        self.days += 1
        first, second = (f"{letter}.{self.name}@post.example" for letter in "pq")
        walks = [] if self.days == DAYS - QUIET_DAYS else [second if is_quiet else first]
        self.records = {f"{self.name}-{number}": (email, "") for number, email in enumerate([second, first, *walks])}


@dataclass
class Registry:
    """Ids by the written rules, worked out record by record: the oracle.

    Attributes:
        placed: Where each record was last: its person, and since when.
        founded: How many ids each record has founded.
        history: For each record the persons it has belonged to, and from which day; None from when it was gone.
        choices: How many persons parted, and how often the number of records alone had chosen another part.
    """

    placed: dict[str, tuple[str, date]] = field(default_factory=dict)
    founded: Counter[str] = field(default_factory=Counter)
    history: dict[str, list[tuple[date, str | None]]] = field(default_factory=lambda: defaultdict(list))
    choices: Counter[str] = field(default_factory=Counter)

    def go_on(self, day: date, components: Collection[frozenset[str]], edges: Collection[Edge]) -> dict[str, str]:
        """Give each component its person: an earlier one that it shares most evidence with, or a new one."""
        shares: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
        for component in components:
            for record in component:
                if record in self.placed:
                    shares[self.placed[record][0], component].add(record)
        worth = {
            share: (
                sum(
                    round(1000 * max(weight, 0))
                    for left, right, weight in edges
                    if left in records and right in records
                ),
                len(records),
            )
            for share, records in shares.items()
        }
        claimed: dict[str, frozenset[str]] = {}
        for person, component in sorted(shares, key=lambda share: min(share[1])):  # of equals the first one
            if person not in claimed or worth[person, component] > worth[person, claimed[person]]:
                claimed[person] = component
        for person, component in claimed.items():
            parts = sorted((part for other, part in shares if other == person), key=min)
            self.choices["persons parted"] += len(parts) > 1
            self.choices["by weight"] += component != max(parts, key=lambda part: len(shares[person, part]))
        taken: dict[frozenset[str], str] = {}
        for person, component in claimed.items():
            rivals = [person] + ([taken[component]] if component in taken else [])
            taken[component] = min(
                rivals,
                key=lambda rival: (
                    *(-measure for measure in worth[rival, component]),
                    min(self.placed[record][1] for record in shares[rival, component]),
                    rival,
                ),
            )
        persons = {}
        for component in components:
            person = taken.get(component) or self.found(min(component))
            persons.update(dict.fromkeys(component, person))
        for record in sorted({*persons, *self.history}):
            person_now = persons.get(record)
            if not self.history[record] or self.history[record][-1][1] != person_now:
                self.history[record].append((day, person_now))
                if person_now and (record not in self.placed or self.placed[record][0] != person_now):
                    self.placed[record] = (person_now, day)
                elif record in self.placed:
                    self.placed[record] = (self.placed[record][0], day)
        return persons

    def found(self, record: str) -> str:
        """A new id, made from a record that may have founded others."""
        name = f"all:people_files:{record}:{self.founded[record]}"
        self.founded[record] += 1
        return hashlib.sha256(name.encode()).hexdigest()[:32]


class Company(Workspace):
    """A database in which all histories are a few files of people."""

    def live(self, day: date, histories: Sequence[History], *options: str) -> None:
        """Write the files and the decisions, and build identity as of a day."""
        for number in range(FILES):
            with (self.folder / f"people-{number}.csv").open("w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file)
                writer.writerow(COLUMNS)
                for history in histories[number::FILES]:
                    for record, (email, login) in history.records.items():
                        writer.writerow((record, "Ann", f"Of{history.name}", "", email, "", "GB", login))
        with duckdb.connect(str(self.database)) as connection:
            connection.execute("delete from seeds.identity_overrides")
            connection.executemany(
                "insert into seeds.identity_overrides values (?, ?, ?, 'Kim', 'asked them', null, null)",
                [
                    (f"people_files:{left}", f"people_files:{right}", override)
                    for history in histories
                    for left, right, override in history.decisions
                ],
            )
        location = {"people_files.people": {"path": str(self.folder / "people-*.csv"), "format": "csv"}}
        variables = {**SETTINGS, "as_of": str(day), "sources": ["people_files"], "source_locations": location}
        outcome = run_dbt(
            [
                *("run", "--select", *MODELS, *options, "--vars", str(variables), "--no-write-json"),
                *("--target-path", str(self.folder / "target"), "--log-path", str(self.folder / "logs")),
                *("--log-level-file", "none"),
            ],
            environment={"FIRSTPARTY_DATABASE": str(self.database)},
            printed=self.folder / "printed.txt",
            parsed_project=parsed_project(SETTINGS),
        )
        assert outcome.succeeded, outcome.output[-3000:]

    def persons(self) -> dict[str, str]:
        """The person of each record."""
        return dict(self.query("select source_record_id, person_id from identity.person_records"))

    def edges(self) -> list[Edge]:
        """Kept edges, by record ids of the file."""
        return self.query(
            "select split_part(left_record_id, ':', 2), split_part(right_record_id, ':', 2), weight "
            "from identity.identity_edges where is_kept"
        )

    def tables(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of what identity publishes."""
        return {name: self.query(f"select * from identity.{name} order by all") for name in PUBLIC}


Lived: TypeAlias = tuple[Company, list[History], Registry]


def members(persons: Mapping[str, str]) -> set[frozenset[str]]:
    """The records of each person."""
    by_person: dict[str, set[str]] = defaultdict(set)
    for record, person in persons.items():
        by_person[person].add(record)
    return {frozenset(records) for records in by_person.values()}


def decided_apart(history: History) -> list[tuple[str, str]]:
    """Pairs of a history that somebody kept apart and that nobody linked."""
    return [(left, right) for left, right, override in history.decisions if override == "never_link"]


@pytest.fixture(scope="module")
def days(blank_identity_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """All histories lived to their last day, each day compared with the oracle."""
    company = Company(tmp_path_factory.mktemp("histories"))
    shutil.copy(blank_identity_database, company.database)
    histories = [History(f"h{seed}", random.Random(seed)) for seed in range(HISTORIES)]
    histories.append(Walk("walk", random.Random(HISTORIES)))
    registry = Registry()
    for number in range(DAYS):
        day = FIRST_DAY + timedelta(days=number)
        is_quiet = number >= DAYS - QUIET_DAYS
        for history in histories[:: FILES if is_quiet else 1]:
            history.live(is_quiet)
        company.live(day, histories)
        if is_quiet:
            assert re.search("person_founders .*CHANGED", (company.folder / "printed.txt").read_text(encoding="utf-8"))
        persons, edges = company.persons(), company.edges()
        assert set(persons) == {record for history in histories for record in history.records}
        graph = nx.Graph()
        graph.add_nodes_from(persons)
        graph.add_edges_from((left, right) for left, right, _ in edges)
        assert {frozenset(part) for part in nx.connected_components(graph)} == members(persons)
        assert persons == registry.go_on(day, members(persons), edges), f"day {day}"
        for history in histories:
            for left, right in decided_apart(history):
                assert persons.get(left) != persons.get(right) or left not in persons
    return company, histories, registry


def test_ids_are_those_of_the_oracle(days: Lived) -> None:
    """Each day's ids are (see the fixture); and the days were eventful: persons merged, split, went and came back."""
    company, _, registry = days
    assert registry.choices["persons parted"] > HISTORIES
    assert registry.choices["by weight"] > 0
    retired = dict(company.query("select retired_person_id, reason from identity.person_redirects"))
    assert {"merged", "no_records"} <= set(retired.values())


def test_history_is_that_of_the_oracle(days: Lived) -> None:
    """Whose a record was on which day."""
    company, _, registry = days
    expected = set()
    for record, intervals in registry.history.items():
        ends = [start for start, _ in intervals[1:]] + [None]
        for (start, person), end in zip(intervals, ends, strict=True):
            if person:
                expected.add((record, person, start, end))
    found = company.query(
        "select split_part(record_id, ':', 2), person_id, cast(valid_from as date), cast(valid_to as date) "
        "from identity.person_history"
    )
    assert set(found) == expected
    assert len(found) == len(expected)


def test_whoever_is_retired_leads_to_somebody_who_lives(days: Lived) -> None:
    """Every id that was given and that nobody has leads in one step to a living person, while any record is left."""
    company, _, registry = days
    living = set(company.persons().values())
    holders: dict[str, set[str]] = defaultdict(set)
    for record, intervals in registry.history.items():
        for _, person in intervals:
            if person:
                holders[person].add(record)
    redirects = dict(company.query("select retired_person_id, current_person_id from identity.person_redirects"))
    assert set(redirects) == set(holders) - living
    now = company.persons()
    for retired, current in redirects.items():
        heirs = {now[record] for record in holders[retired] if record in now}
        assert current in heirs if heirs else current is None


def test_a_full_build_in_another_order_changes_nothing(days: Lived, tmp_path: Path) -> None:
    """--full-refresh of the last day, rows in reversed order: every row of every public table is the same."""
    company, histories, _ = days
    again = Company(tmp_path)
    shutil.copy(company.database, again.database)
    before = company.tables()
    again.live(FIRST_DAY + timedelta(days=DAYS - 1), histories[::-1], "--full-refresh")
    assert again.tables() == before
