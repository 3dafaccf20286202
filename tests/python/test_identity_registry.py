"""Person ids last: over runs, over --full-refresh, over merges, splits and new orders of the same rows.

Each story is told to the ordinary models through a tiny file of people in a database of its own.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.python.conftest import Workspace

COLUMNS = ("record_id", "given_name", "family_name", "birth_date", "email", "phone", "country", "user_id")
Row = tuple[str, ...]

IDENTITY_TABLES = (
    "int_identity__person_registry",
    "person_records",
    "persons",
    "identity_edges",
    "person_redirects",
    "person_history",
    "person_identifiers",
    "person_details",
    "refused_identifiers",
)

ANN_ONE: Row = ("a1", "Ann", "Poe", "1980-05-03", "ann@post.example", "", "GB", "")
ANN_TWO: Row = ("a2", "Ann", "Poe", "", "ann@post.example", "", "GB", "u1")
ANN_THREE: Row = ("a3", "Ann", "Poe", "", "", "", "GB", "u1")
ANN_FOUR: Row = ("a4", "Ann", "Poe", "", "", "", "GB", "u2")
ANN_FIVE: Row = ("a5", "Ann", "Poe", "", "", "", "GB", "u2")
BEA: Row = ("b1", "Bea", "Poe", "1990-01-09", "bea@post.example", "", "GB", "")
BRIDGE: Row = ("a6", "Ann", "Poe", "", "ann@post.example", "", "GB", "u2")


class Story:
    """A file of people that changes from day to day, and the identity layer built on it."""

    def __init__(self, workspace: Workspace) -> None:
        """Start with no people in an empty workspace."""
        self.workspace = workspace
        self.people = workspace.folder / "people.csv"

    def build(self, day: str, rows: Sequence[Row], *options: str) -> dict[str, str]:
        """Write the file, build the layer as of a day, and return person_id by source record id."""
        with Path(self.people).open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            writer.writerows(rows)
        outcome = self.workspace.dbt(
            "--quiet",
            "run",
            "--select",
            "+path:models/identity",
            "resource_type:seed",
            *options,
            variables={
                "as_of": day,
                "sources": ["people_files"],
                "source_locations": {"people_files.people": {"path": str(self.people), "format": "csv"}},
            },
        )
        assert outcome.succeeded, outcome.output[-3000:]
        return dict(self.workspace.query("select source_record_id, person_id from identity.person_records"))

    def seed(self) -> None:
        """Load the rule tables, once."""
        outcome = self.workspace.dbt("--quiet", "seed")
        assert outcome.succeeded, outcome.output[-3000:]

    def tables(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every public table and of the registry."""
        return {name: self.workspace.query(f"select * from identity.{name} order by all") for name in IDENTITY_TABLES}


@pytest.fixture
def story(workspace: Workspace) -> Story:
    """An empty story."""
    told = Story(workspace)
    told.seed()
    return told


def test_ids_are_functions_of_the_data_and_last(story: Story) -> None:
    """Run twice: no row changes. Full refresh on another day, rows reversed: no id changes."""
    rows = [ANN_ONE, ANN_TWO, ANN_THREE, BEA]
    first = story.build("2026-01-01", rows)
    assert first["a1"] == first["a2"] == first["a3"] != first["b1"]
    before = story.tables()
    assert story.build("2026-01-01", rows) == first
    assert story.tables() == before
    assert story.build("2026-02-01", list(reversed(rows)), "--full-refresh") == first
    after = story.tables()
    for name in ("int_identity__person_registry", "person_records", "person_history", "person_redirects"):
        assert after[name] == before[name]


def test_same_rows_in_another_order_give_the_same_ids_anew(story: Story, tmp_path: Path) -> None:
    """A second database that never saw the first makes the same ids of the same rows in another order."""
    rows = [ANN_ONE, ANN_TWO, ANN_THREE, ANN_FOUR, BEA]
    first = story.build("2026-01-01", rows)
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    other = Story(Workspace(folder))
    other.seed()
    assert other.build("2026-03-01", [rows[index] for index in (3, 0, 4, 2, 1)]) == first


def test_merge_split_and_return(story: Story) -> None:
    """A merge keeps the larger person's id and redirects the other; a split leaves it with the larger part.

    Day 1: {a1 a2 a3} and {a4 a5}. Day 2: a6 joins both. Day 3: a6 is gone again: the smaller part is a new person, for
    the retired id never comes back. Day 4: b1 is gone; day 5: it is back as who it was.
    """
    rows = [ANN_ONE, ANN_TWO, ANN_THREE, ANN_FOUR, ANN_FIVE, BEA]
    apart = story.build("2026-01-01", rows)
    assert len(set(apart.values())) == 3
    assert story.workspace.query("select * from identity.person_redirects") == []

    merged = story.build("2026-01-02", [*rows, BRIDGE])
    assert {merged[key] for key in ("a1", "a2", "a3", "a4", "a5", "a6")} == {apart["a1"]}
    redirects = (
        "select retired_person_id, current_person_id, reason, cast(retired_at as date) from identity.person_redirects"
    )
    found = story.workspace.query(redirects)
    assert [(row[0], row[1], row[2], str(row[3])) for row in found] == [
        (apart["a4"], apart["a1"], "merged", "2026-01-02")
    ]

    split = story.build("2026-01-03", rows)
    assert {split[key] for key in ("a1", "a2", "a3")} == {apart["a1"]}
    assert split["a4"] == split["a5"]
    assert split["a4"] not in apart.values()
    assert [row[:3] for row in story.workspace.query(redirects)] == [(apart["a4"], split["a4"], "merged")]

    story.build("2026-01-04", rows[:-1])
    assert (apart["b1"], None, "no_records") in [row[:3] for row in story.workspace.query(redirects)]
    assert story.build("2026-01-05", rows)["b1"] == apart["b1"]

    history = story.workspace.query(
        "select cast(valid_from as date), cast(valid_to as date), person_id from identity.person_history "
        "where record_id = 'people_files:a4' order by valid_from"
    )
    assert [(str(start), str(end), person) for start, end, person in history] == [
        ("2026-01-01", "2026-01-02", apart["a4"]),
        ("2026-01-02", "2026-01-03", apart["a1"]),
        ("2026-01-03", "None", split["a4"]),
    ]
