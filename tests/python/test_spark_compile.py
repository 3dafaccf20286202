"""Every model, test and analysis compiles for Spark without a connection, and what comes out is Spark SQL."""

from __future__ import annotations

import json

import pytest
import sqlglot
from sqlglot.errors import ParseError

from .conftest import TEST_CODE, Workspace


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The SQL of every node as compiled for Spark, by unique id."""
    workspace = Workspace(tmp_path_factory.mktemp("spark"))
    outcome = workspace.dbt(
        *("--quiet", "compile", "--target", "spark", "--no-populate-cache", "--no-introspect"),
        variables=TEST_CODE,
        parses=True,
    )
    assert outcome.succeeded, outcome.output[-3000:]
    manifest = json.loads((workspace.folder / "target" / "manifest.json").read_text())
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
