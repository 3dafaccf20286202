"""One value in very many records, one customer with very many events: the build ends, and with the right answer."""

from __future__ import annotations

from .conftest import Workspace
from .skewed_company import ANSWERS, SELECTION, VARIABLES, write_skewed_company


def test_heavy_values_do_not_stop_the_build(workspace: Workspace) -> None:
    """On DuckDB; tests/spark has the same on Spark."""
    raw = workspace.folder / "raw"
    write_skewed_company(raw)
    outcome = workspace.dbt(
        "build", "--select", "resource_type:seed", *SELECTION, variables={**VARIABLES, "raw_path": str(raw)}
    )
    assert outcome.succeeded, outcome.output[-3000:]
    assert {query: workspace.query(query) for query in ANSWERS} == ANSWERS
