"""Analyses that say in rows why two records are, or are not, one person: of the sample company."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from scripts import PROJECT

from .conftest import Workspace
from .identity_story import Story


def told(workspace: Workspace, analysis: str, **variables: object) -> list[dict[str, object]]:
    """The rows of an analysis."""
    text = (PROJECT / "analyses" / f"{analysis}.sql").read_text()
    options = ["--inline", text, "--limit", "1000", "--output", "json"]
    outcome = workspace.dbt("--quiet", "show", *options, variables=variables)
    assert outcome.succeeded, outcome.output[-3000:]
    rows: list[dict[str, object]] = json.loads(outcome.output[outcome.output.index("{") :])["show"]
    return rows


def test_what_keeps_two_records_apart(sample_workspace: Workspace) -> None:
    """The strongest edge that was cut, when nobody is named; of one person, and of two strangers, that they are so."""
    [(left, right, weight)] = sample_workspace.query(
        "select left_record_id, right_record_id, weight from identity.identity_edges where not is_kept "
        "order by weight desc, left_record_id, right_record_id limit 1"
    )
    strongest = told(sample_workspace, "why_not_same")[0]
    assert (strongest["left_record_id"], strongest["right_record_id"]) == (left, right)
    assert strongest["weight"] == weight
    assert strongest["why"] not in ("they are one person", "nothing connects them")

    [(one, same)] = sample_workspace.query(
        "select min(record_id), max(record_id) from identity.person_records group by person_id "
        "having count(*) > 1 order by person_id limit 1"
    )
    assert {row["why"] for row in told(sample_workspace, "why_not_same", pair=[one, same])} == {"they are one person"}

    [(stranger,)] = sample_workspace.query(
        "select min(record_id) from identity.person_records where person_id not in (select person_id from "
        "identity.person_records where record_id in (select left_record_id from identity.identity_edges union all "
        "select right_record_id from identity.identity_edges) or record_id = ?) and person_id not in (select "
        "person_id from identity.person_identifiers inner join identity.refused_identifiers "
        "using (identifier_type, identifier_value))",
        [one],
    )
    [apart] = told(sample_workspace, "why_not_same", pair=[one, stranger])
    assert apart["why"] == "nothing connects them"


def test_a_cut_edge_names_the_guard_and_the_values_that_break_it(blank_identity_database: Path, tmp_path: Path) -> None:
    """Five records of one name and address, each with a login id of its own, of which a person may have four."""
    story = Story.begin(blank_identity_database, tmp_path / "guards")
    rows = [
        (f"account{number}", "Otto", "Poe", "", "otto@post.example", "", "GB", f"o{number}") for number in range(1, 6)
    ]
    persons = story.build("2026-01-01", rows)
    assert sorted(Counter(persons.values()).values()) == [1, 4]
    cut = story.query("select distinct refusal_reason, breaches from identity.identity_edges where not is_kept")
    assert [reason for reason, _ in cut] == ["guard:user_id"]
    broken_by = "o1, o2, o3, o4, o5"
    assert json.loads(cut[0][1]) == [{"guard": "user_id", "broken_by": broken_by}]
    [alone] = [record for record, person in persons.items() if list(persons.values()).count(person) == 1]
    other = next(record for record in persons if record != alone)
    reasons = told(story, "why_not_same", pair=[f"people_files:{alone}", f"people_files:{other}"])
    assert reasons
    assert all("guard:user_id" in str(reason["why"]) and broken_by in str(reason["why"]) for reason in reasons)


def test_what_holds_two_records_together(sample_workspace: Workspace) -> None:
    """The way from one to the other over kept edges, the weakest marked, and what each rests on; a score in steps."""
    [(first, last, weakest)] = sample_workspace.query(
        "select one.record_id, other.record_id, persons.weakest_link_weight from identity.person_records as one "
        "inner join identity.person_records as other on one.person_id = other.person_id "
        "inner join identity.persons on one.person_id = persons.person_id "
        "left join identity.identity_edges on left_record_id = one.record_id and right_record_id = other.record_id "
        "where one.record_id < other.record_id and one.placed_by = 'scored' and left_record_id is null "
        "order by 1, 2 limit 1"
    )
    rows = told(sample_workspace, "why_same", pair=[last, first])
    steps = {int(str(row["step"])): (row["record_id"], row["next_record_id"]) for row in rows}
    assert sorted(steps) == list(range(1, len(steps) + 1))
    assert len(steps) > 1
    assert (steps[1][0], steps[len(steps)][1]) == (first, last)
    assert all(steps[step][1] == steps[step + 1][0] for step in range(1, len(steps)))
    weights = {int(str(row["step"])): float(str(row["weight"])) for row in rows}
    assert {row["step"] for row in rows if row["is_weakest"]} == {
        step for step, weight in weights.items() if weight == min(weights.values())
    }
    assert min(weights.values()) >= weakest
    assert "scored" in {row["kind"] for row in rows}
    for step, weight in weights.items():
        parts = [row for row in rows if row["step"] == step]
        assert abs(sum(float(str(row["share"])) for row in parts) - 1) < 0.01
        if parts[0]["kind"] == "scored":
            assert abs(sum(float(str(row["nats"])) for row in parts) - weight) < 0.01


def test_what_holds_a_person_together(sample_workspace: Workspace) -> None:
    """Every record of the greatest person hangs on an edge, and the weakest of them is the person's weakest link."""
    [(person, count, weakest)] = sample_workspace.query(
        "select person_id, record_count, weakest_link_weight from identity.persons "
        "order by record_count desc, person_id limit 1"
    )
    rows = told(sample_workspace, "why_same")
    records = {row[column] for row in rows for column in ("record_id", "next_record_id")}
    assert len(records) == count
    assert {float(str(row["weight"])) for row in rows if row["is_weakest"]} == {float(weakest)}
    assert told(sample_workspace, "why_same", person_id=person) == rows


def test_every_edge_of_a_person(sample_workspace: Workspace) -> None:
    """Named a person, why_not_same tells of every edge that was cut, score_waterfall weighs those and the kept ones."""
    [(person,)] = sample_workspace.query(
        "select records.person_id from identity.identity_edges inner join identity.person_records as records "
        "on records.record_id in (left_record_id, right_record_id) where kind = 'scored' group by 1 "
        "having count(*) filter (where is_kept) > 0 and count(*) filter (where not is_kept) > 1 order by 1 limit 1"
    )
    edges = sample_workspace.query(
        "select left_record_id, right_record_id, kind, round(weight, 3), is_kept from identity.identity_edges "
        "where left_record_id in (select record_id from identity.person_records where person_id = $1) "
        "or right_record_id in (select record_id from identity.person_records where person_id = $1)",
        [person],
    )
    cut = {
        (row["left_record_id"], row["right_record_id"])
        for row in told(sample_workspace, "why_not_same", person_id=person)
        if row["weight"] is not None
    }
    assert cut == {(left, right) for left, right, *_, is_kept in edges if not is_kept}

    rows = told(sample_workspace, "score_waterfall", person_id=person)
    totals = {
        frozenset((row["left_record_id"], row["right_record_id"])): row for row in rows if row["verdict"] is not None
    }
    for left, right, kind, weight, _ in edges:
        if kind == "scored":
            row = totals[frozenset((left, right))]
            assert abs(float(str(row["total"])) - weight) <= 0.001
            shares = [row[f"{name}_probability"] for name in ("match", "household", "namesake", "unrelated")]
            assert abs(sum(float(str(share)) for share in shares) - 1) < 1e-6
