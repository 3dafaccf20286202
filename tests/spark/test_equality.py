"""Every table that the project builds from the sample company is the same on both engines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
from pyhive import hive

from tests.python.conftest import Workspace

from .warehouse import first_difference, parquet_of, tables_in_order


def test_every_table_is_equal(
    cursor: hive.Cursor, duckdb_build: Workspace, manifest: dict[str, Any], tmp_path: Path
) -> None:
    """All rows of all tables, ids included; the first table to differ is where the cause lies."""
    tables = tables_in_order(manifest)
    assert len(tables) > 150
    differences = []
    with duckdb.connect(str(duckdb_build.database), read_only=True) as connection:
        for table in tables:
            if difference := first_difference(connection, table, parquet_of(cursor, table, tmp_path)):
                differences.append(difference)
    assert not differences, "\n".join([f"{len(differences)} of {len(tables)} tables differ, the first:", *differences])
