"""The timeline on Spark: files of months that did not change are left alone."""

from __future__ import annotations

from pathlib import Path

import duckdb
from pyhive import hive

from scripts.spark_build import WITHOUT_TESTS
from scripts.spark_cluster import STATE
from tests.python.conftest import Workspace

from .build import SPARK_BUILD, run
from .warehouse import first_difference, parquet_of

TABLE = "profile.customer_events"
FOLDER = STATE / "warehouse" / "profile.db" / "customer_events"


def files_by_month() -> dict[str, set[str]]:
    """Names of the data files in the folder of each month; Spark gives every file it writes a new name."""
    return {
        folder.name.removeprefix("event_month="): {file.name for file in folder.glob("*.parquet")}
        for folder in FOLDER.glob("event_month=*")
    }


def test_only_months_that_differ_are_written(cursor: hive.Cursor, duckdb_build: Workspace, tmp_path: Path) -> None:
    """One month is lost, one has a row too many, one should not be there: these three are mended."""
    before = files_by_month()
    lost, surplus, *untouched = sorted(before)
    assert len(untouched) > 12
    assert all(len(files) == 1 for files in before.values())
    columns = [name for name, *_ in duckdb_build.query(f"describe {TABLE}") if name != "event_month"]
    cursor.execute(f"alter table {TABLE} drop partition (event_month = '{lost}')")
    for month in (surplus, "1999-01-01"):
        cursor.execute(
            f"insert into {TABLE} partition (event_month = '{month}') "
            f"select {', '.join(columns)} from {TABLE} where event_month = '{surplus}' limit 1"
        )
    outcome = run(tmp_path, *SPARK_BUILD, "--select", "customer_events", *WITHOUT_TESTS)
    assert outcome.succeeded, outcome.output[-3000:]
    after = files_by_month()
    assert {month for month in untouched if after[month] != before[month]} == set()
    with duckdb.connect(str(duckdb_build.database), read_only=True) as ours:
        assert first_difference(ours, TABLE, parquet_of(cursor, TABLE, tmp_path)) is None
