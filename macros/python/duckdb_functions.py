"""Registers the project's Python functions with DuckDB when dbt opens the database."""

from dbt.adapters.duckdb.plugins import BasePlugin
from duckdb import DuckDBPyConnection


class Plugin(BasePlugin):
    """dbt-duckdb plugin: called once for the connection that every dbt thread shares."""

    def configure_connection(self, conn: DuckDBPyConnection) -> None:
        """Register every function of this folder under its own name."""
