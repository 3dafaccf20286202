"""Registers the project's Python functions with DuckDB when dbt opens the database."""

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

from dbt.adapters.duckdb.plugins import BasePlugin
from duckdb import DuckDBPyConnection
from duckdb.func import ARROW, SPECIAL
from duckdb.sqltypes import DOUBLE, VARCHAR
from text_columns import NUMBER, TEXT
from warehouse_functions import warehouse_functions

TYPES = {TEXT: VARCHAR, NUMBER: DOUBLE}


@cache
def functions_fingerprint() -> str:
    """A hash of the code of every function, and of the name and version of every package installed beside them.

    A package's folder of what is known of it is named by both.
    """
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    packages = {path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}
    digest.update("\n".join(sorted(packages)).encode())
    return digest.hexdigest()[:16]


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
    connection.create_function("functions_fingerprint", functions_fingerprint, [], VARCHAR)


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
