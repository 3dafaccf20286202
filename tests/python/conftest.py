"""Shared fixtures: a dbt that works on a database of its own, and the built sample company."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from scripts import PROJECT
from scripts.parsed_project import made_once, parsed_project

from .dbt_process import Outcome, run_dbt

TEST_CODE = {"test_code": True, "match_labels": True, "pairs_to_label": 200}


@dataclass
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
        parses: bool = False,
    ) -> Outcome:
        """Run dbt on the project in a process of its own; on a kept parse of the project, unless it parses itself.

        Kept is the project as `make build` parses it. It must parse where another target or a variable that switches
        nodes on or off makes another project of it.
        """
        places = ["--target-path", str(self.folder / "target"), "--log-path", str(self.folder / "logs")]
        places += ["--log-level-file", "none"] + ([] if parses else ["--no-write-json"])
        options = ["--vars", json.dumps(dict(variables))] if variables else []
        return run_dbt(
            [*arguments, *places, *options],
            environment={"FIRSTPARTY_DATABASE": str(self.database), **(environment or {})},
            printed=self.folder / "printed.txt",
            parsed_project=None if parses else parsed_project({}),
        )

    def compiled(self, query: str, variables: Mapping[str, Any] | None = None) -> str:
        """The SQL that dbt makes of a query with macros, without a database."""
        outcome = self.dbt(
            *("--quiet", "compile", "--no-populate-cache", "--no-introspect", "--output", "json", "--inline", query),
            variables=variables,
        )
        assert outcome.succeeded, outcome.output[-3000:]
        compiled: str = json.loads(outcome.output[outcome.output.index("{") :])["compiled"]
        return compiled

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


@pytest.fixture(scope="session")
def blank_identity_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The identity layer over sources that are all off, as a file that no test may change: every table is empty.

    The processes of one run of pytest share it.
    """
    folder = tmp_path_factory.getbasetemp()
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    blank = shared / "blank_identity" / "firstparty.duckdb"
    with made_once(blank) as is_made:
        if not is_made:
            scratch = Workspace(tmp_path_factory.mktemp("blank_identity"))
            models = ["--select", "resource_type:seed", "+path:models/identity,resource_type:model"]
            tests = ["--exclude-resource-type", "test", "--exclude-resource-type", "unit_test"]
            outcome = scratch.dbt("build", *models, *tests, variables={"as_of": "2026-01-01", "sources": []})
            assert outcome.succeeded, outcome.output[-3000:]
            duckdb.connect(str(scratch.database)).close()  # writes what is still beside the file into it
            shutil.move(scratch.database, blank)
    return blank


@pytest.fixture
def sample_workspace(workspace: Workspace, sample_database: Path) -> Workspace:
    """A workspace with a copy of the built sample company, to do with as one likes."""
    shutil.copy(sample_database, workspace.database)
    return workspace


@pytest.fixture(scope="session")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The project as dbt parses it."""
    scratch = Workspace(tmp_path_factory.mktemp("manifest"))
    outcome = scratch.dbt("parse", variables=TEST_CODE, parses=True)
    assert outcome.succeeded, outcome.output[-3000:]
    parsed: dict[str, Any] = json.loads((scratch.folder / "target" / "manifest.json").read_text())
    return parsed
