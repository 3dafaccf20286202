"""How the score of a pair is told: the steps add up to the weight that the build gave it."""

from __future__ import annotations

import json

from scripts import PROJECT

from .conftest import SCORED, Workspace

ANALYSIS = (PROJECT / "analyses" / "score_waterfall.sql").read_text()


def test_steps_add_up_to_the_weight(sample_workspace: Workspace) -> None:
    """Four pairs of the analysis' own choice, of each kind one, and the twins of the sample, asked for by name."""
    scoring = ["--select", "path:models/identity/intermediate/matching"]
    outcome = sample_workspace.dbt("run", *scoring, variables=SCORED)
    assert outcome.succeeded, outcome.output[-3000:]
    twins = ["crm:M-C-42", "crm:M-C-43"]
    verdicts = {}
    for variables in (SCORED, {**SCORED, "pair": twins}):
        options = ["--inline", ANALYSIS, "--limit", "100", "--output", "json"]
        outcome = sample_workspace.dbt("--quiet", "show", *options, variables=variables)
        assert outcome.succeeded, outcome.output[-3000:]
        rows = json.loads(outcome.output[outcome.output.index("{") :])["show"]
        for row in rows:
            if row["verdict"]:
                verdicts[row["example"]] = row["verdict"]
                weights = sample_workspace.query(
                    "select weight / 1e6 from identity.int_identity__pair_weights as pair_weights "
                    "inner join identity.int_identity__record_keys as one on one.record_number = left_number "
                    "inner join identity.int_identity__record_keys as other on other.record_number = right_number "
                    "where (one.record_id, other.record_id) in ((?, ?), (?, ?))",
                    [row["left_record_id"], row["right_record_id"], row["right_record_id"], row["left_record_id"]],
                )
                assert abs(row["total"] - float(weights[0][0])) <= 0.001
    assert "One person: " in verdicts["a sure match"]
    assert "Two of a household: " in verdicts["a household"]
    assert "Namesakes: " in verdicts["namesakes"]
    assert verdicts["asked for"].startswith("Alike: family (equal, usual), birth (equal, rare)")
    assert "unlike: given (different)" in verdicts["asked for"]
