"""Shared fixtures: a dbt that works on a database of its own, and the built sample company."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """What one dbt command did."""

    succeeded: bool
    output: str


@dataclass(frozen=True)
class Workspace:
    """A scratch folder with a database, in which dbt runs the project."""

    folder: Path

    @property
    def database(self) -> Path:
        """The DuckDB file that dbt builds into."""
        return self.folder / "firstparty.duckdb"

    def dbt(
        self,
        *arguments: str,
        variables: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> Outcome:
        """Run dbt on the project in a process of its own, so that no state is shared with other tests."""
        command = [str(Path(sys.executable).parent / "dbt"), *arguments]
        command += ["--target-path", str(self.folder / "target"), "--log-path", str(self.folder / "logs")]
        if variables:
            command += ["--vars", json.dumps(dict(variables))]
        finished = subprocess.run(
            command,
            cwd=PROJECT,
            env={**os.environ, "FIRSTPARTY_DATABASE": str(self.database), **(environment or {})},
            capture_output=True,
            text=True,
            check=False,
        )
        return Outcome(finished.returncode == 0, finished.stdout + finished.stderr)

    def query(self, statement: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query on the database, read only."""
        with duckdb.connect(str(self.database), read_only=True) as connection:
            return connection.execute(statement, parameters).fetchall()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    return Workspace(tmp_path)


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built sample company, as a file that no test may change.

    It is what `make build` left behind where that is there, else it is built.
    """
    built = PROJECT / "firstparty.duckdb"
    scratch = Workspace(tmp_path_factory.mktemp("sample"))
    if built.exists():
        shutil.copy(built, scratch.database)
    else:
        outcome = scratch.dbt("build")
        assert outcome.succeeded, outcome.output[-3000:]
    return scratch.database


@pytest.fixture
def sample_workspace(workspace: Workspace, sample_database: Path) -> Workspace:
    """A workspace with a copy of the built sample company, to do with as one likes."""
    shutil.copy(sample_database, workspace.database)
    return workspace


@pytest.fixture(scope="session")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The project as dbt parses it."""
    scratch = Workspace(tmp_path_factory.mktemp("manifest"))
    outcome = scratch.dbt("parse", variables={"test_code": True})
    assert outcome.succeeded, outcome.output[-3000:]
    parsed: dict[str, Any] = json.loads((scratch.folder / "target" / "manifest.json").read_text())
    return parsed
