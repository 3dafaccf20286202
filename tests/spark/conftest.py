"""The cluster on which `make spark-build` built the sample company, and DuckDB's build of the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyhive import hive

from scripts.parsed_project import parsed_project
from scripts.run_parsed import read_manifest
from scripts.spark_cluster import is_listening, thrift_host, thrift_port
from tests.python.conftest import Workspace, sample_database

__all__ = ["sample_database"]


@pytest.fixture
def cursor() -> Iterator[hive.Cursor]:
    """A cursor on the Thrift server, over a connection of its own: one test restarts the server."""
    if not is_listening(thrift_port()):
        pytest.fail(f"no Thrift server at {thrift_host()}:{thrift_port()}: start one with `make spark-up`")
    with hive.connect(thrift_host(), thrift_port()) as connection, connection.cursor() as opened:
        yield opened


@pytest.fixture(scope="session")
def duckdb_build(sample_database: Path) -> Workspace:
    """The sample company as DuckDB has it, which no test may change."""
    return Workspace(sample_database.parent)


@pytest.fixture(scope="session")
def manifest() -> dict[str, Any]:
    """The project as `make build` parses it."""
    parsed = read_manifest(parsed_project({}))
    parsed.build_parent_and_child_maps()  # type: ignore[no-untyped-call]  # dbt has no types here
    return {"nodes": parsed.flat_graph["nodes"], "parent_map": parsed.parent_map, "child_map": parsed.child_map}
