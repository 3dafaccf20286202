"""The cluster that `make spark-up` started."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyhive import hive

from scripts.spark_cluster import HOST, is_listening, thrift_port


@pytest.fixture(scope="session")
def cursor() -> Iterator[hive.Cursor]:
    """A cursor on the Thrift server."""
    if not is_listening(thrift_port()):
        pytest.fail(f"no Thrift server at {HOST}:{thrift_port()}: start one with `make spark-up`")
    with hive.connect(HOST, thrift_port()) as connection, connection.cursor() as opened:
        yield opened
