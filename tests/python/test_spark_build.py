"""The command that builds on Spark, as far as it can be tried without a cluster."""

from __future__ import annotations

import pytest
from pyhive import hive

from scripts.spark_build import leave_sessions_to_the_server


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
