"""What was learned about pairs: told for single pairs, kept while it fits the data, learned anew on drift, drawn."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import pytest

from scripts import PROJECT
from scripts.match_chart import main

from .conftest import Workspace

MODELS = ("path:models/identity/intermediate/matching", "match_models")
LEARNED = "select field, level, u, m, h, n, j, t, trained_at from identity.int_identity__match_parameters order by all"
ANALYSIS = (PROJECT / "analyses" / "score_waterfall.sql").read_text()
VERSIONS = "select count(distinct model_version) from identity.match_models"


def learn(workspace: Workspace, *models: str, **variables: object) -> str:
    """Compare and score all records, or run some models of it again; returns what dbt printed."""
    outcome = workspace.dbt("run", "--select", *(models or MODELS), variables=variables)
    assert outcome.succeeded, outcome.output[-3000:]
    return outcome.output


def test_steps_add_up_to_the_weight(sample_workspace: Workspace) -> None:
    """Four pairs of the analysis' own choice, of each kind one, and the twins of the sample, asked for by name."""
    twins = ["crm:M-C-42", "crm:M-C-43"]
    verdicts = {}
    for variables in ({}, {"pair": twins}):
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


def test_kept_until_the_data_drift(
    sample_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build keeps every share and says so in two rounds; without most e-mail addresses it learns anew."""
    first = sample_workspace.query(LEARNED)
    assert sample_workspace.query(VERSIONS) == [(1,)]

    assert "FIXPOINT AFTER 2 ROUNDS" in learn(sample_workspace)
    assert sample_workspace.query(LEARNED) == first
    assert sample_workspace.query(VERSIONS) == [(1,)]

    with duckdb.connect(str(sample_workspace.database)) as connection:
        connection.execute(
            "update identity.int_identity__records set email = null, email_raw = null where record_id > 'm'"
        )
        connection.execute("delete from maintenance.table_states")  # nobody told that records changed
    learn(sample_workspace)
    assert sample_workspace.query(LEARNED) != first
    assert sample_workspace.query(VERSIONS) == [(2,)]

    model, start = "int_identity__match_parameters", "int_identity__match_start"
    assert "FIXPOINT AFTER 2 ROUNDS" not in learn(sample_workspace, start, model, match_model="retrain")
    learn(sample_workspace, start, model, match_shares={"gender": {2: {"m": 0.25}}})
    assert sample_workspace.query(f"select m from identity.{model} where field = 'gender' and level = 2") == [(0.25,)]
    learn(sample_workspace, start, model)

    drawn = tmp_path / "weights.svg"
    monkeypatch.setenv("FIRSTPARTY_DATABASE", str(sample_workspace.database))
    assert main(["--out", str(drawn)]) == 0
    words = [element.text for element in ElementTree.parse(drawn).iter("{http://www.w3.org/2000/svg}text")]
    assert "day and month swapped" in words
    in_use = sample_workspace.query(
        "select ln(m / u) from identity.int_identity__match_parameters where field = 'email' and level = 1"
    )
    assert f"{in_use[0][0]:.1f}" == words[words.index("email") + 2]


def test_nothing_learned_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No database, and one without scores."""
    monkeypatch.setenv("FIRSTPARTY_DATABASE", str(tmp_path / "missing.duckdb"))
    assert main(["--out", str(tmp_path / "weights.svg")]) == 2
    assert "there is no database" in capsys.readouterr().err
    duckdb.connect(str(tmp_path / "missing.duckdb")).close()
    assert main(["--out", str(tmp_path / "weights.svg")]) == 2
    assert "var scored_matching on" in capsys.readouterr().err
