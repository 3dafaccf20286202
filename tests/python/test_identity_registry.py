"""Person ids last: over runs, over --full-refresh, over merges, splits and new orders of the same rows.

The stories are told to the ordinary models through a tiny file of people, each in a database of its own that starts as
a copy of one in which every source is off.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .conftest import Workspace
from .identity_story import Row, Story

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
REDIRECTS = "select retired_person_id, current_person_id, reason, retired_at::date::text from identity.person_redirects"

ANN_ONE: Row = ("a1", "Ann", "Poe", "1980-05-03", "ann@post.example", "", "GB", "")
ANN_TWO: Row = ("a2", "Ann", "Poe", "", "ann@post.example", "", "GB", "u1")
ANN_THREE: Row = ("a3", "Ann", "Poe", "", "", "", "GB", "u1")
ANN_FOUR: Row = ("a4", "Ann", "Poe", "", "", "", "GB", "u2")
ANN_FIVE: Row = ("a5", "Ann", "Poe", "", "", "", "GB", "u2")
ANN_BRIDGE: Row = ("a6", "Ann", "Poe", "", "ann@post.example", "", "GB", "u2")
BEA: Row = ("b1", "Bea", "Poe", "1990-01-09", "bea@post.example", "", "GB", "")
ROWS = [ANN_ONE, ANN_TWO, ANN_THREE, ANN_FOUR, ANN_FIVE, BEA]


def tables(workspace: Workspace) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every public table and of the registry."""
    return {name: workspace.query(f"select * from identity.{name} order by all") for name in IDENTITY_TABLES}


def test_no_source_means_no_person(blank_identity_database: Path) -> None:
    """With every source off the layer builds, and is empty."""
    assert all(rows == [] for rows in tables(Workspace(blank_identity_database.parent)).values())


def test_ids_last(blank_identity_database: Path, tmp_path: Path) -> None:
    """Run again: no row changes. Full refresh on a later day, rows reversed: no id changes. Elsewhere: the same ids."""
    story = Story.begin(blank_identity_database, tmp_path / "here")
    first = story.build("2026-01-01", ROWS)
    assert first["a1"] == first["a2"] == first["a3"]
    assert first["a4"] == first["a5"]
    assert len(set(first.values())) == 3
    before = tables(story)
    story.build("2026-01-01", ROWS)
    assert tables(story) == before
    assert story.build("2026-02-01", ROWS[::-1], "--full-refresh") == first
    after = tables(story)
    for name in ("int_identity__person_registry", "person_records", "person_history", "person_redirects"):
        assert after[name] == before[name]
    elsewhere = Story.begin(blank_identity_database, tmp_path / "there")
    assert elsewhere.build("2026-03-01", [*ROWS[3:], *ROWS[:3]]) == first


def test_merge_split_and_return(blank_identity_database: Path, tmp_path: Path) -> None:
    """A merge keeps the larger person's id and redirects the other; a split leaves it with the larger part.

    Day 1: {a1 a2 a3}, {a4 a5}, {b1}. Day 2: a6 joins the first two, b1 is gone. Day 3: a6 is gone, so the smaller part
    is apart again, as a new person, for a retired id never comes back; b1 is there again, as who it was. Day 4: a6 is
    there again, and all of them are who they were on day 2; chains of redirects are one step long.
    """
    story = Story.begin(blank_identity_database, tmp_path / "here")
    first = story.build("2026-01-01", ROWS)
    assert story.query(REDIRECTS) == []

    merged = story.build("2026-01-02", [*ROWS[:5], ANN_BRIDGE])
    assert set(merged.values()) == {first["a1"]}
    assert sorted(story.query(REDIRECTS), key=str) == sorted(
        [(first["a4"], first["a1"], "merged", "2026-01-02"), (first["b1"], None, "no_records", "2026-01-02")], key=str
    )

    split = story.build("2026-01-03", ROWS)
    assert split["a1"] == split["a2"] == split["a3"] == first["a1"]
    assert split["a4"] == split["a5"]
    assert split["a4"] not in first.values()
    assert split["b1"] == first["b1"]
    assert story.query(REDIRECTS) == [(first["a4"], split["a4"], "merged", "2026-01-02")]

    returned = story.build("2026-01-04", [*ROWS, ANN_BRIDGE])
    assert {returned[name] for name in ("a1", "a2", "a3", "a4", "a5", "a6")} == {first["a1"]}
    assert sorted(story.query(REDIRECTS)) == sorted(
        [(first["a4"], first["a1"], "merged", "2026-01-02"), (split["a4"], first["a1"], "merged", "2026-01-04")]
    )

    history = story.query(
        "select valid_from::date::text, valid_to::date::text, person_id from identity.person_history "
        "where record_id = 'people_files:a4' order by valid_from"
    )
    assert history == [
        ("2026-01-01", "2026-01-02", first["a4"]),
        ("2026-01-02", "2026-01-03", first["a1"]),
        ("2026-01-03", "2026-01-04", split["a4"]),
        ("2026-01-04", None, first["a1"]),
    ]
