"""Analyses that say in rows why two records are, or are not, one person: of the sample company."""

from __future__ import annotations

import json

from scripts import PROJECT

from .conftest import Workspace


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
