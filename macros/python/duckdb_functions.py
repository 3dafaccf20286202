"""Registers the project's Python functions with DuckDB when dbt opens the database."""

import os

from dbt.adapters.duckdb.plugins import BasePlugin
from duckdb import DuckDBPyConnection
from duckdb.func import ARROW, SPECIAL
from duckdb.sqltypes import DOUBLE, VARCHAR
from text_columns import NUMBER, TEXT
from warehouse_functions import warehouse_functions

TYPES = {TEXT: VARCHAR, NUMBER: DOUBLE}


def register_functions(connection: DuckDBPyConnection) -> None:
    """Make the functions callable in SQL on this database; equal constants may cost one call only."""
    for name, (function, argument_count, result_type) in warehouse_functions().items():
        connection.create_function(
            name,
            function,
            [VARCHAR] * argument_count,
            TYPES[result_type],
            type=ARROW,
            null_handling=SPECIAL,
            side_effects=False,
        )


class Plugin(BasePlugin):
    """dbt-duckdb plugin: called once for the connection that every dbt thread shares."""

    def configure_connection(self, conn: DuckDBPyConnection) -> None:
        """Register every function, and read times without an offset as UTC wherever the machine stands.

        FIRSTPARTY_DUCKDB_THREADS keeps DuckDB from taking every core.
        """
        conn.execute("set global TimeZone = 'UTC'")
        if threads := os.environ.get("FIRSTPARTY_DUCKDB_THREADS"):
            conn.execute(f"set global threads = {int(threads)}")
        register_functions(conn)
