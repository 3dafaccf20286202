"""Stored verdicts: a run that a killed build stored in part is completed."""

from __future__ import annotations

import duckdb

from .conftest import Workspace

STORED = "select * from governance.expectation_results order by expectation_result_id"


def test_a_run_stored_in_part_is_completed(sample_workspace: Workspace) -> None:
    """Half of the last run's rows are lost; the next build over the same data brings them back and no run more."""
    whole = sample_workspace.query(STORED)
    with duckdb.connect(str(sample_workspace.database)) as connection:
        connection.execute(
            "delete from governance.expectation_results where expectation_result_id in "
            "(select expectation_result_id from governance.expectation_results order by 1 limit 60)"
        )
    outcome = sample_workspace.dbt("build", "--select", "expectation_results")
    assert outcome.succeeded, outcome.output[-3000:]
    assert sample_workspace.query(STORED) == whole


def test_an_empty_table_takes_the_first_run(sample_workspace: Workspace) -> None:
    """A table without rows is as good as none."""
    with duckdb.connect(str(sample_workspace.database)) as connection:
        connection.execute("truncate governance.expectation_results")
    outcome = sample_workspace.dbt("build", "--select", "expectation_results")
    assert outcome.succeeded, outcome.output[-3000:]
    assert sample_workspace.query("select distinct run_number from governance.expectation_results") == [(1,)]
