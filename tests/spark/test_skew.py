"""One value in very many records, one customer with very many events: the build on Spark ends with the right answer."""

from __future__ import annotations

import json
from pathlib import Path

from pyhive import hive

from scripts import PROJECT
from scripts.spark_build import WITHOUT_TESTS
from tests.python.skewed_company import ANSWERS, SELECTION, VARIABLES, write_skewed_company

from .build import SPARK_BUILD, run

STAGING = PROJECT / "models" / "staging"


def test_heavy_values_do_not_stop_the_build(cursor: hive.Cursor, tmp_path: Path) -> None:
    """It takes the place of what was built before, but for the staged rows of other sources, to save the time.

    Pairs are not scored, for learning takes minutes however few the records; on DuckDB those of this company are
    (tests/python/test_skew.py).
    """
    raw = tmp_path / "raw"
    write_skewed_company(raw)
    variables = json.dumps({**VARIABLES, "raw_path": str(raw), "scored_matching": False})
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
