"""dbt's DuckDB session as Great Expectations can use it."""

from __future__ import annotations

import duckdb
import duckdb_engine


class StatementConnection(duckdb_engine.ConnectionWrapper):
    """A connection whose every cursor is a DuckDB cursor of its own, and whose closing leaves dbt's session open."""

    def __init__(self, session: duckdb.DuckDBPyConnection) -> None:
        """Wrap dbt's session."""
        super().__init__(session)
        self._session = session

    def cursor(self) -> duckdb_engine.CursorWrapper:
        """A wrapper around a new cursor."""
        return duckdb_engine.CursorWrapper(self._session.cursor(), self)

    def close(self) -> None:
        """Mark as closed; the session is dbt's."""
        self.closed = True
