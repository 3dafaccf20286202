"""The command that builds on Spark, as far as it can be tried without a cluster."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from dbt.adapters.spark import connections
from pyhive import hive

from scripts.spark_build import keep_connections, leave_sessions_to_the_server


class Transport:
    """A connection's transport that remembers being closed."""

    is_open = True

    def close(self) -> None:
        """Close it."""
        self.is_open = False


def test_nobody_waits_for_the_end_of_a_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection is closed, and the server, which may never answer, is asked for nothing."""
    monkeypatch.setattr(hive.Connection, "close", hive.Connection.close)
    leave_sessions_to_the_server()
    connection = object.__new__(hive.Connection)
    connection._transport = Transport()
    connection.close()
    assert not connection._transport.is_open


def test_dbt_uses_connections_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two at once are two; one that was closed is given next, once, however often it was closed."""
    monkeypatch.setattr(connections, "hive", hive)
    monkeypatch.setattr(hive, "connect", lambda host: SimpleNamespace(cursor=lambda: host))
    keep_connections()
    connect = vars(connections)["hive"].connect
    first, second = connect(host="first"), connect(host="second")
    assert (first.cursor(), second.cursor()) == ("first", "second")
    second.close()
    second.close()
    assert connect(host="third").cursor() == "second"
    assert connect(host="fourth").cursor() == "fourth"
    with pytest.raises(ValueError, match="closed"):
        second.cursor()
