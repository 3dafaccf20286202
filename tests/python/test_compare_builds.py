"""Two builds compared: what is found of merges, splits and the rest, and what is never told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pytest

from scripts.compare_builds import changes, compare, main

Edge = tuple[str, str, str, float, bool]
ADDRESS = "ann@post.example"


def build(
    path: Path,
    persons: Mapping[str, str],
    edges: Sequence[Edge] = (),
    members: Sequence[str] = (),
    spend: Mapping[str, float] | None = None,
) -> Path:
    """A build with these persons by record, its edges, the members of one audience, and what persons have spent."""
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema identity")
        connection.execute("create table identity.person_records (record_id varchar, person_id varchar)")
        connection.executemany("insert into identity.person_records values (?, ?)", list(persons.items()))
        connection.execute(
            "create table identity.identity_edges (left_record_id varchar, right_record_id varchar, rule varchar, "
            "weight double, is_kept boolean, evidence varchar)"
        )
        for edge in edges:
            connection.execute("insert into identity.identity_edges values (?, ?, ?, ?, ?, ?)", [*edge, ADDRESS])
        if spend is None:
            return path
        connection.execute("create schema profile; create schema activation")
        connection.execute(
            "create table profile.customer_profiles (person_id varchar, spend_currency varchar, "
            "total_spend_amount decimal(18, 2), email varchar)"
        )
        for person, amount in spend.items():
            connection.execute(
                "insert into profile.customer_profiles values (?, 'EUR', ?, ?)", [person, amount, ADDRESS]
            )
        connection.execute(
            "create table activation.audience_members (destination varchar, audience varchar, person_id varchar)"
        )
        for person in members:
            connection.execute("insert into activation.audience_members values ('meta', 'buyers', ?)", [person])
    return path


@pytest.fixture
def builds(tmp_path: Path) -> tuple[Path, Path]:
    """p1 and p2 become one, p3 two, p4 and p5 swap a record, p6 gets another id, p7 stays and wins a new record."""
    before = {
        **dict.fromkeys(("a1", "a2"), "p1"),
        "b1": "p2",
        **dict.fromkeys(("c1", "c2"), "p3"),
        **dict.fromkeys(("d1", "d2"), "p4"),
        **dict.fromkeys(("e1", "e2"), "p5"),
        "f1": "p6",
        "g1": "p7",
        "gone": "p8",
    }
    after = before | {"b1": "p1", "c2": "p9", "d2": "p5", "e2": "p4", "f1": "p10", "new": "p7"}
    del after["gone"]
    kept_before: list[Edge] = [("c1", "c2", "phone", 7.0, True), ("a1", "a2", "email", 8.0, True)]
    kept_after: list[Edge] = [("a1", "b1", "email", 8.0, True), ("c1", "c2", "phone", 7.0, False)]
    return (
        build(tmp_path / "before.duckdb", before, kept_before, ["p1", "p2", "p7"], {"p1": 10, "p2": 5, "p7": 1}),
        build(tmp_path / "after.duckdb", after, kept_after, ["p1", "p7", "p9"], {"p1": 15, "p7": 1}),
    )


def test_every_kind_of_change_is_told(builds: tuple[Path, Path], tmp_path: Path) -> None:
    """Counts, causes, examples, spend and audiences, in the text and on the page; no value of anybody in either."""
    found = {section.title: section for section in compare(*builds)}
    assert found["Persons"].rows == (
        ("records", "12", "12"),
        ("persons", "8", "7"),
        ("merged: were two or more persons and are one", "2", "1"),
        ("split: were one person and are two or more", "1", "2"),
        ("regrouped: gave each other records, and are no whole that was merged or split", "2", "2"),
        ("the same records under another id", "1", "1"),
    )
    assert found["Evidence that makes the difference"].rows == (
        ("joins", "email", "1", "1", "8.0", "a1 – b1"),
        ("held together before", "phone", "1", "1", "7.0", "c1 – c2"),
    )
    assert found["Merged"].rows == (("1", "p1", "p1", "2", "a1, a2"), ("1", "p2", "p1", "1", "b1"))
    assert found["Split"].rows == (("1", "p3", "p3", "1", "c1"), ("1", "p3", "p9", "1", "c2"))
    assert len(found["Regrouped"].rows) == 4
    assert found["Spend of those who change"].rows == (("merged", "EUR", "2", "15.00"),)
    assert found["Audiences"].rows == (("meta / buyers", "3", "3", "1", "1", "2"),)

    assert main(["--before", str(builds[0]), "--after", str(builds[1]), "--out", str(tmp_path / "comparison")]) == 0
    text, page = tmp_path / "comparison.md", tmp_path / "comparison.html"
    assert "| joins | email | 1 | 1 | 8.0 | a1 – b1 |" in text.read_text(encoding="utf-8")
    assert "<td>a1 – b1</td>" in page.read_text(encoding="utf-8")
    assert ADDRESS not in text.read_text(encoding="utf-8") + page.read_text(encoding="utf-8")


def test_a_build_is_equal_to_itself(builds: tuple[Path, Path]) -> None:
    """Nothing changes, and it is said so."""
    sections = compare(builds[0], builds[0])
    assert sections[0].words == "No person changes."
    assert [section.rows for section in sections if section.title.startswith("Evidence")] == [()]


def test_identity_alone_is_compared_too(tmp_path: Path) -> None:
    """What `make identity` leaves has neither profiles nor audiences."""
    before = build(tmp_path / "before.duckdb", {"a": "p1", "b": "p2"})
    after = build(tmp_path / "after.duckdb", {"a": "p1", "b": "p1"})
    assert [section.title for section in compare(before, after)] == [
        "Persons",
        "Evidence that makes the difference",
        "Merged",
    ]


def test_a_chain_of_persons_is_one_change() -> None:
    """Persons that are linked by records through others belong together, whatever the order of the pairs."""
    pairs = [("p1", "q1", 1, ["a"]), ("p2", "q2", 1, ["c"]), ("p1", "q2", 1, ["b"]), ("p3", "q3", 9, ["d"])]
    whole, chain = changes(pairs)
    assert (whole.before, whole.after, whole.record_count) == (("p3",), ("q3",), 9)
    assert (chain.kind, chain.before, chain.after) == ("regrouped", ("p1", "p2"), ("q1", "q2"))
    assert changes(pairs[::-1]) == [whole, chain]


def test_what_cannot_be_compared_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No file, no database, and a database without persons."""
    whole = build(tmp_path / "whole.duckdb", {"a": "p1"})
    text = tmp_path / "text.duckdb"
    text.write_text("this is no database, but a text that is long enough to be taken for one" * 100)
    blank = tmp_path / "blank.duckdb"
    duckdb.connect(str(blank)).close()
    for after, words in {
        tmp_path / "missing.duckdb": "AFTER names no file",
        text: "text.duckdb cannot be opened as a DuckDB database",
        blank: "blank.duckdb has no identity.person_records",
    }.items():
        assert main(["--before", str(whole), "--after", str(after), "--out", str(tmp_path / "out")]) == 2
        assert words in capsys.readouterr().err
