"""What was learned about pairs: kept while it fits the data, learned anew when they drift, and drawn."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import duckdb
import pytest

from scripts.match_chart import main

from .conftest import SCORED, Workspace

MODELS = ("path:models/identity/intermediate/matching", "match_models")
LEARNED = "select field, level, u, m, h, n, j, t, trained_at from identity.int_identity__match_parameters order by all"
VERSIONS = "select count(distinct model_version) from identity.match_models"


def learn(workspace: Workspace) -> str:
    """Compare and score all records; returns what dbt printed."""
    outcome = workspace.dbt("run", "--select", *MODELS, variables=SCORED)
    assert outcome.succeeded, outcome.output[-3000:]
    return outcome.output


def test_kept_until_the_data_drift(
    sample_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build keeps every share and says so in two rounds; without most e-mail addresses it learns anew."""
    learn(sample_workspace)
    first = sample_workspace.query(LEARNED)
    assert sample_workspace.query(VERSIONS) == [(1,)]

    assert "FIXPOINT AFTER 2 ROUNDS" in learn(sample_workspace)
    assert sample_workspace.query(LEARNED) == first
    assert sample_workspace.query(VERSIONS) == [(1,)]

    with duckdb.connect(str(sample_workspace.database)) as connection:
        connection.execute(
            "update identity.int_identity__records set email = null, email_raw = null where record_id > 'm'"
        )
    learn(sample_workspace)
    assert sample_workspace.query(LEARNED) != first
    assert sample_workspace.query(VERSIONS) == [(2,)]

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
    assert "scored_matching: true" in capsys.readouterr().err
