"""The cluster on which `make spark-build` built the sample company, and DuckDB's build of the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyhive import hive

from scripts.spark_cluster import is_listening, thrift_host, thrift_port
from tests.python.conftest import Workspace, manifest

__all__ = ["manifest"]


@pytest.fixture
def cursor() -> Iterator[hive.Cursor]:
    """A cursor on the Thrift server, over a connection of its own: one test restarts the server."""
    if not is_listening(thrift_port()):
        pytest.fail(f"no Thrift server at {thrift_host()}:{thrift_port()}: start one with `make spark-up`")
    with hive.connect(thrift_host(), thrift_port()) as connection, connection.cursor() as opened:
        yield opened


@pytest.fixture(scope="session")
def duckdb_build(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The sample company as a first build on DuckDB makes it, which no test may change."""
    scratch = Workspace(tmp_path_factory.mktemp("duckdb"))
    outcome = scratch.dbt("build", "--exclude-resource-type", "test", "unit_test")
    assert outcome.succeeded, outcome.output[-3000:]
    return scratch
