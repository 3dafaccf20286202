"""Every model, test and analysis compiles for Spark without a connection, and what comes out is Spark SQL."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sqlglot
from dbt.cli.main import dbtRunner
from sqlglot.errors import ParseError

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The SQL of every node as compiled for Spark, by unique id."""
    target = tmp_path_factory.mktemp("spark")
    outcome = dbtRunner().invoke(
        [
            "--quiet",
            "compile",
            "--target",
            "spark",
            "--no-populate-cache",
            "--no-introspect",
            "--project-dir",
            str(PROJECT),
            "--profiles-dir",
            str(PROJECT),
            "--target-path",
            str(target),
            "--log-path",
            str(target),
        ]
    )
    assert outcome.success, outcome.exception
    manifest = json.loads((target / "manifest.json").read_text())
    return {
        node_id: node["compiled_code"]
        for node_id, node in manifest["nodes"].items()
        if node["resource_type"] in {"model", "test", "analysis"}
        and node["language"] == "sql"
        and node.get("compiled_code")
    }


def test_every_node_parses_as_spark_sql(compiled: dict[str, str]) -> None:
    """Nothing that only DuckDB understands is left outside macros/cross_db."""
    assert len(compiled) > 100
    broken = {}
    for node_id, code in compiled.items():
        try:
            sqlglot.parse_one(code, read="spark")
        except ParseError as error:
            broken[node_id] = str(error).splitlines()[0]
    assert not broken
