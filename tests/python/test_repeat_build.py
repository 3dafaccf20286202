"""A build that is run again changes nothing."""

from __future__ import annotations

from .conftest import Workspace

PUBLIC_SCHEMAS = ("staging", "identity", "profile", "governance", "activation")


def fingerprints(workspace: Workspace) -> dict[str, tuple[int, int]]:
    """Row count and order-free content hash of every table of the public schemas."""
    tables = workspace.query(
        "select table_schema || '.' || table_name from information_schema.tables "
        "where table_schema = any(?) order by 1",
        [list(PUBLIC_SCHEMAS)],
    )
    found = {}
    for (table,) in tables:
        rows = workspace.query(f"select count(*), coalesce(sum(cast(hash(t) as hugeint)), 0) from {table} as t")
        found[table] = (int(rows[0][0]), int(rows[0][1]))
    return found


def test_second_build_changes_no_row(sample_workspace: Workspace) -> None:
    """Every table of every layer is the same after building twice."""
    before = fingerprints(sample_workspace)
    outcome = sample_workspace.dbt("run")
    assert outcome.succeeded, outcome.output[-3000:]
    after = fingerprints(sample_workspace)
    assert set(after) == set(before)
    assert {table: after[table] for table in after if after[table] != before[table]} == {}


def test_full_refresh_changes_no_id(sample_workspace: Workspace) -> None:
    """Rebuilding everything from nothing keeps every person's id, and the feed and the ledger too."""
    before = fingerprints(sample_workspace)
    outcome = sample_workspace.dbt("run", "--full-refresh")
    assert outcome.succeeded, outcome.output[-3000:]
    after = fingerprints(sample_workspace)
    assert {table: after[table] for table in after if after[table] != before[table]} == {}
