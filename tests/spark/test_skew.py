"""One value in very many records, one customer with very many events: the build on Spark ends with the right answer.

The records are delivered as a table, the events as Parquet, as both are landed in ways of their own.
"""

from __future__ import annotations

import json
from pathlib import Path

from pyhive import hive

from scripts import PROJECT
from scripts.spark_build import WITHOUT_TESTS
from tests.python.skewed_company import ANSWERS, LOCATIONS, RECORDS, SELECTION, VARIABLES, write_skewed_company

from .build import SPARK_BUILD, run

STAGING = PROJECT / "models" / "staging"
# A table has no order on Spark: each row has a number of its own, with no gap, and comes from the table.
NUMBERS = (
    "select count(*), count(distinct _source_row), min(_source_row), max(_source_row), min(_source_file), "
    "max(_source_file) from staging.base_people_files__people"
)


def deliver_table(cursor: hive.Cursor, folder: Path) -> None:
    """Make a table of the files of people."""
    for statement in (
        "create schema if not exists delivered",
        "drop table if exists delivered.people",
        "drop table if exists delivered.lines",
        f"create table delivered.lines using csv options (header 'true') location '{folder}'",
        "create table delivered.people using parquet as select * from delivered.lines",
        "drop table delivered.lines",
    ):
        cursor.execute(statement)


def test_heavy_values_do_not_stop_the_build(cursor: hive.Cursor, tmp_path: Path) -> None:
    """It takes the place of what was built before, but for the staged rows of other sources, to save the time.

    Pairs are not scored, for learning takes minutes however few the records; on DuckDB those of this company are
    (tests/python/test_skew.py).
    """
    raw = tmp_path / "raw"
    write_skewed_company(raw)
    deliver_table(cursor, raw / "people_files" / "people")
    locations = {**LOCATIONS, "people_files.people": {"table": "delivered.people"}}
    variables = json.dumps({**VARIABLES, "source_locations": locations, "raw_path": str(raw), "scored_matching": False})
    folders = (place.parent for place in STAGING.glob("*/base"))
    others = [f"path:{place.relative_to(PROJECT)}" for place in folders if place.name not in VARIABLES["sources"]]
    selection = ["--select", *SELECTION, "--exclude", *others]
    outcome = run(tmp_path, *SPARK_BUILD, *selection, "--vars", variables, *WITHOUT_TESTS)
    assert outcome.succeeded, outcome.output[-3000:]
    found = {}
    for query in ANSWERS:
        cursor.execute(query)
        found[query] = cursor.fetchall()
    assert found == ANSWERS
    cursor.execute(NUMBERS)
    assert cursor.fetchall() == [(RECORDS, RECORDS, 1, RECORDS, "delivered.people", "delivered.people")]
