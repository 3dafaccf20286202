"""The sample company against its truth: how good identity is, and that nothing welds a crowd together."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

import duckdb
import pytest

from benchmarks.evaluate import evaluate

TRUTH = Path(__file__).resolve().parents[2] / "sample" / "truth"


@pytest.fixture(scope="module")
def connection(sample_database: Path) -> duckdb.DuckDBPyConnection:
    """The built sample, read only."""
    return duckdb.connect(str(sample_database), read_only=True)


@pytest.fixture(scope="module")
def truth() -> dict[str, str]:
    """True person by record id."""
    with (TRUTH / "record_truth.csv").open(encoding="utf-8") as file:
        return {row["record_id"]: row["true_person_id"] for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def persons(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Person by record id, as built."""
    return dict(connection.execute("select record_id, person_id from identity.person_records").fetchall())


def test_precision_and_recall(persons: dict[str, str], truth: dict[str, str]) -> None:
    """Rules and scores join few wrong records and find most of the right ones.

    What is wrong is logged-out use of a browser or device that somebody else once logged in on, and namesakes in one
    household behind one mailbox.
    """
    known = {record: person for record, person in persons.items() if record in truth}
    scores = evaluate(known, {record: truth[record] for record in known})
    print(scores)
    assert scores.pair_precision >= 0.975
    assert scores.bcubed_precision >= 0.985
    assert scores.pair_recall >= 0.76


def test_no_refused_value_joins_two_true_persons(
    connection: duckdb.DuckDBPyConnection, persons: dict[str, str], truth: dict[str, str]
) -> None:
    """Records of two true people in one person never owe it to a blocked or over-shared value.

    No edge rests on such a value, and of the holders of each one, those in one person are joined by kept edges that
    rest on something else.
    """
    refused = connection.execute(
        "select distinct identifier_type, identifier_value from identity.refused_identifiers "
        "where reason in ('blocked', 'over_shared')"
    ).fetchall()
    assert len(refused) >= 10
    details = connection.execute("select evidence from identity.identity_edges where is_kept").fetchall()
    used = {
        (rule, value)
        for (evidence,) in details
        for rule, value in re.findall(r'"rule":"([^"]+)","weight":[^,]+,"detail":"([^"]*)"', evidence)
    }
    assert len(used) > 1000
    assert not used & set(refused)
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record, kind, value in connection.execute(
        "select record_id, identifier_type, identifier_value from identity.int_identity__identifiers "
        "where (identifier_type, identifier_value) in (select (identifier_type, identifier_value) "
        "from identity.refused_identifiers where reason in ('blocked', 'over_shared'))"
    ).fetchall():
        holders[kind, value].append(record)
    for records in holders.values():
        true_people: dict[str, set[str]] = defaultdict(set)
        for record in records:
            if record in truth:
                true_people[persons[record]].add(truth[record])
        assert all(len(people) == 1 for people in true_people.values())


def marked(expectation: str) -> list[tuple[str, str, str]]:
    """Case, own record and other record of the marked rows with an expectation about another record."""
    keys = {"crm": "crm:", "shop": "shop:"}
    with (TRUTH / "marked_rows.csv").open(encoding="utf-8") as file:
        return [
            (row["case"], keys[row["source"]] + row["key"], row["expected"].removeprefix(expectation))
            for row in csv.DictReader(file)
            if row["expected"].startswith(expectation) and row["source"] in keys
        ]


@pytest.mark.parametrize(
    "expectation", ["same_person:", "same_person_when_scored:", "not_same_person:", "apart_when_scored:"]
)
def test_marked_rows(persons: dict[str, str], expectation: str) -> None:
    """Rows marked by hand: who is one person and who is not; some only scores can join, or tell apart."""
    cases = marked(expectation)
    assert len(cases) >= 2
    is_same = expectation.startswith("same_person")
    wrong = [case for case in cases if (persons[case[1]] == persons[case[2]]) != is_same]
    assert not wrong
