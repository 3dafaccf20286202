"""What no source can give back is saved, and restored without losing a row."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from scripts.saved_logs import SavedLogsError, main, restore, save

from .conftest import Workspace
from .identity_story import Row, Story

REGISTRY = "identity.int_identity__person_registry"
LATE: Row = ("a9", "Ann", "Poe", "", "ann@post.example", "", "GB", "u1")
LATER: Row = ("a8", "Ann", "Poe", "", "", "", "GB", "u1")
EARLY: Row = ("a1", "Ann", "Poe", "", "ann@post.example", "", "GB", "")


def lose(story: Workspace, table: str) -> None:
    """Drop a table."""
    with duckdb.connect(str(story.database)) as connection:
        connection.execute(f"drop table {table}")


def test_a_lost_registry_is_restored(blank_identity_database: Path, tmp_path: Path) -> None:
    """Without it ids are functions of the data of today; with it they are who people have been."""
    story = Story.begin(blank_identity_database, tmp_path / "story")
    founded = story.build("2026-01-01", [LATE, LATER])
    known = story.build("2026-01-02", [LATE, LATER, EARLY])
    assert set(known.values()) == set(founded.values())
    saved = save(story.database, tmp_path / "saved")
    assert REGISTRY in saved
    assert "identity.review_answers" in saved

    lose(story, REGISTRY)
    assert set(story.build("2026-01-03", [LATE, LATER, EARLY]).values()) != set(known.values())
    with pytest.raises(SavedLogsError, match="int_identity__person_registry"):
        restore(story.database, tmp_path / "saved")

    lose(story, REGISTRY)
    assert REGISTRY in restore(story.database, tmp_path / "saved", ["identity.identity_scorecard"])
    assert story.build("2026-01-03", [LATE, LATER, EARLY]) == known
    history = story.query("select count(*) from identity.person_history where record_id = 'people_files:a9'")
    assert history != [(0,)]


def test_a_log_is_replaced_only_by_name(sample_workspace: Workspace, tmp_path: Path) -> None:
    """A row that the saved copy has not keeps the whole restore from happening; naming its table lets it go."""
    save(sample_workspace.database, tmp_path / "saved")
    assert restore(sample_workspace.database, tmp_path / "saved") == {}
    with duckdb.connect(str(sample_workspace.database)) as connection:
        connection.execute("insert into identity.review_answers values ('a', 'b', 'yes', 'Kim', '', now()::timestamp)")
        connection.execute("delete from governance.consent_ledger where consent_event_id is not null")
    with pytest.raises(SavedLogsError, match=r"identity\.review_answers \(1 rows\)"):
        restore(sample_workspace.database, tmp_path / "saved")
    assert sample_workspace.query("select count(*) from governance.consent_ledger") == [(0,)]

    restored = restore(sample_workspace.database, tmp_path / "saved", ["identity.review_answers"])
    assert restored["identity.review_answers"] == 0
    assert restored["governance.consent_ledger"] > 0
    assert sample_workspace.query("select count(*) from identity.review_answers") == [(0,)]
    assert restore(sample_workspace.database, tmp_path / "saved") == {}


def test_what_cannot_be_saved_or_restored_is_said(
    sample_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is there, one without logs, a table that is no log, no database."""
    monkeypatch.setenv("FIRSTPARTY_DATABASE", str(sample_workspace.database))
    folder = tmp_path / "saved"
    assert main(["save", "--folder", str(folder)]) == 0
    (tmp_path / "none").mkdir()
    for arguments, words in (
        (["save", "--folder", str(folder)], "is there already"),
        (["restore", "--folder", str(tmp_path / "none")], "holds no saved logs"),
        (["restore", "--folder", str(folder), "--replace", "identity.persons"], "no log of this project"),
    ):
        assert main(arguments) == 2
        assert words in capsys.readouterr().err
    monkeypatch.setenv("FIRSTPARTY_DATABASE", str(tmp_path / "missing.duckdb"))
    assert main(["save", "--folder", str(tmp_path / "other")]) == 2
    assert "there is no database" in capsys.readouterr().err
