"""Evidence taken away in a copy: what becomes of people is told, and the database stays as it is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb
import pytest

from scripts.what_if import main, what_if

from .conftest import Workspace


def test_a_person_of_two_records_falls_apart_without_what_joins_them(sample_workspace: Workspace) -> None:
    """A pair that is kept apart: one person is two, the audiences are compared, and nothing is changed."""
    [(left, right)] = sample_workspace.query(
        "select left_record_id, right_record_id from identity.identity_edges "
        "inner join identity.person_records on left_record_id = record_id "
        "inner join identity.persons using (person_id) "
        "where is_kept and record_count = 2 order by 1, 2 limit 1"
    )
    before = hashlib.sha256(sample_workspace.database.read_bytes()).hexdigest()

    told = what_if(sample_workspace.database, "pair", [left, right])

    assert "| split: were one person and are two or more | 1 | 2 |" in told
    assert left in told
    assert "## Audiences" in told
    assert hashlib.sha256(sample_workspace.database.read_bytes()).hexdigest() == before


def test_what_cannot_be_tried_is_said(
    sample_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Evidence that is not there, too few words for it, no database, and one without a build."""
    monkeypatch.setenv("FIRSTPARTY_DATABASE", str(sample_workspace.database))
    for arguments, words in (
        (["pair", "crm:nobody", "crm:none"], "there is no such pair"),
        (["value", "email", "nobody@post.example"], "there is no such value"),
        (["rule", "shoe_size"], "there is no such rule"),
        (["pair", "crm:nobody"], "a pair is named by 2 words"),
    ):
        assert main(arguments) == 2
        assert words in capsys.readouterr().err
    monkeypatch.setenv("FIRSTPARTY_DATABASE", str(tmp_path / "missing.duckdb"))
    assert main(["rule", "email"]) == 2
    assert "there is no database" in capsys.readouterr().err
    duckdb.connect(str(tmp_path / "missing.duckdb")).close()
    assert main(["rule", "email"]) == 2
    assert "no build of the whole project" in capsys.readouterr().err
