"""The command that builds on Spark, as far as it can be tried without a cluster."""

from __future__ import annotations

import pytest
from pyhive import hive

from scripts.spark_build import keep_connections


class OpenedConnection(hive.Connection):  # type: ignore[misc]  # the library has no types
    """A connection to no server: it would fail to be closed, for it has no session."""

    def __init__(self, name: str) -> None:
        """Only remember a name."""
        self.name = name


def test_a_closed_connection_is_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two at once are two; the one that was closed is given next, and the server is asked for nothing."""
    monkeypatch.setattr(hive.Connection, "close", hive.Connection.close)
    monkeypatch.setattr(hive, "connect", OpenedConnection)
    keep_connections()
    first, second = hive.connect("first"), hive.connect("second")
    assert (first.name, second.name) == ("first", "second")
    second.close()
    assert hive.connect("third") is second
    assert hive.connect("fourth").name == "fourth"
