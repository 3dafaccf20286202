"""The command that builds on Spark, as far as it can be tried without a cluster."""

from __future__ import annotations

import pytest
from pyhive import hive

from scripts.spark_build import forgive_failed_closing


def test_a_session_that_cannot_be_closed_is_let_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the server says at the end of a session does not end a build; other errors do."""
    errors: list[Exception] = [hive.OperationalError("NoClassDefFoundError"), OSError("connection lost")]

    def close(_: hive.Connection) -> None:
        raise errors.pop(0)

    monkeypatch.setattr(hive.Connection, "close", close)
    forgive_failed_closing()
    connection = object.__new__(hive.Connection)
    connection.close()
    with pytest.raises(OSError, match="connection lost"):
        connection.close()
