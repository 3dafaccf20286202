"""A small dbt project of its own with the real macros, in which one fixpoint model runs on input made up by a test."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from dbt.cli.main import dbtRunner
from dbt_common.events.base_types import EventMsg

REPOSITORY = Path(__file__).parents[2]

PROJECT = """
name: firstparty
version: "1.0"
profile: graph
model-paths: [models]
macro-paths: [macros]
flags: {send_anonymous_usage_stats: false}
vars: {match_threshold: 0.5}
"""

PROFILE = """
graph:
  target: duckdb
  outputs:
    duckdb: {type: duckdb, path: "graph.duckdb", schema: main, threads: 1}
"""


class FixpointProject:
    """A dbt project in a folder of its own."""

    def __init__(self, folder: Path, macros: Sequence[str], models: Mapping[str, str]) -> None:
        """Make the project in an empty folder, of some folders of macros and some models by file name."""
        self.folder = folder
        (folder / "models").mkdir()
        (folder / "dbt_project.yml").write_text(PROJECT)
        (folder / "profiles.yml").write_text(PROFILE.replace("graph.duckdb", str(folder / "graph.duckdb")))
        for part in macros:
            shutil.copytree(REPOSITORY / "macros" / part, folder / "macros" / part)
        for name, text in models.items():
            (folder / "models" / name).write_text(text)
        self.messages: list[str] = []

    def invoke(self, *select: str, variables: Mapping[str, Any] | None = None) -> bool:
        """Run the named models; true when all of them worked."""

        def keep(event: EventMsg) -> None:
            self.messages.append(str(event.info.msg))  # type: ignore[attr-defined]  # a protobuf field, unknown to the stub

        self.messages.clear()
        place = ["--project-dir", str(self.folder), "--profiles-dir", str(self.folder)]
        options = ["-s", *select, "--vars", json.dumps(variables or {}), *place]
        return bool(dbtRunner(callbacks=[keep]).invoke(["-q", "--debug", "run", *options]).success)

    def load(self, name: str, columns: Sequence[str], rows: Sequence[Sequence[int | None]]) -> None:
        """Replace a table of whole numbers in the schema `input`."""
        values = [[row[place] for row in rows] for place in range(len(columns))]
        table = pa.table([pa.array(column, pa.int64()) for column in values], names=list(columns))
        with duckdb.connect(str(self.folder / "graph.duckdb")) as connection:
            connection.execute("create schema if not exists input")
            connection.register("loaded", table)
            connection.execute(f"create or replace table input.{name} as select * from loaded")

    def settle(self, model: str, *before: str, variables: Mapping[str, Any] | None = None) -> int:
        """Run a fixpoint model after the models before it; the number of rounds."""
        assert self.invoke(*before, model, variables=variables), "\n".join(self.messages[-20:])
        rounds = [
            int(match.group(1))
            for message in self.messages
            if (match := re.search(rf"fixpoint {model}: settled after (\d+) rounds", message))
        ]
        return rounds[-1]

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of the project's database."""
        with duckdb.connect(str(self.folder / "graph.duckdb")) as connection:
            return connection.execute(sql).fetchall()
