"""What breaks a guard is cut at the same edges on both engines. In the sample company nothing does."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyhive import hive

from scripts.spark_build import WITHOUT_TESTS
from tests.python.conftest import Workspace
from tests.python.test_guarded_clusters import BIRTHS, Graph, guarded_value, random_graph, together

from .build import SPARK_BUILD, run
from .warehouse import first_difference, parquet_of

MODEL = "int_identity__guarded_clusters"
CUT = f"identity.{MODEL}"
STARTS = "identity.int_identity__guarded_clusters_start"
EDGES = "identity.int_identity__guarded_edges"
VALUES = "identity.int_identity__guarded_values"
OVERRIDES = "identity.int_identity__override_links"
GRAPHS = 40


def value_name(kind: int, value: int) -> tuple[str, str]:
    """A guarded value as the models name it: type 2 are birth dates, which are compared, not counted."""
    return ("birth_date", BIRTHS[value - 1]) if kind == 2 else (f"type_{kind}", f"value {value}")


def tables_of(graph: Graph) -> dict[str, list[dict[str, object]]]:
    """The rows of the four models that cutting reads, by address."""
    heaviest_last = sorted(graph.weights, key=lambda pair: (graph.weights[pair], -pair[0], -pair[1]))
    ranks = {pair: rank for rank, pair in enumerate(heaviest_last, start=1)}
    return {
        STARTS: [{"record_number": record, "cluster": record} for record in graph.records],
        EDGES: [
            {"left_vertex": left, "right_vertex": right, "weight": weight, "edge_rank": ranks[left, right]}
            for (left, right), weight in graph.weights.items()
        ],
        VALUES: [
            {
                "record_number": record,
                **dict(zip(("identifier_type", "identifier_value"), value_name(value.kind, value.value), strict=True)),
                "max_values_per_person": value.limit,
                "first_window_day": value.first_window_day,
                "last_window_day": value.last_window_day,
            }
            for record, held in graph.values.items()
            for value in [guarded_value(*each) for each in sorted(held)]
        ],
        OVERRIDES: [
            {"left_number": left, "right_number": right, "override": "never_link"}
            for left, right in sorted(graph.forbidden)
        ],
    }


@pytest.fixture
def both_companies(cursor: hive.Cursor, duckdb_build: Workspace, tmp_path: Path) -> Iterator[Workspace]:
    """Both engines with made-up persons that break guards; on Spark the rows that were there come back afterwards."""
    workspace = Workspace(tmp_path)
    shutil.copy(duckdb_build.database, workspace.database)
    chance = random.Random(1)
    graph = together([random_graph(chance, first=100 * number, has_days=number % 2 == 1) for number in range(GRAPHS)])
    tables = tables_of(graph)
    with duckdb.connect(str(workspace.database)) as connection:
        for table, rows in tables.items():
            file = tmp_path / f"{table}.parquet"
            pq.write_table(pa.Table.from_pylist(rows), file)
            columns = [(name, kind) for name, kind, *_ in connection.execute(f"describe {table}").fetchall()]
            given = {name: name if name in rows[0] else "null" for name, _ in columns}
            connection.execute(f"delete from {table}")
            connection.execute(f"insert into {table} select {', '.join(given.values())} from '{file}'")
            cursor.execute(f"drop table if exists {table}_sound")
            cursor.execute(f"create table {table}_sound using parquet as select * from {table}")
            cursor.execute(f"insert overwrite table {table} select {', '.join(given.values())} from parquet.`{file}`")
    cursor.execute(f"drop table if exists {CUT}_sound")
    cursor.execute(f"alter table {CUT} rename to {CUT}_sound")
    yield workspace
    for table in tables:
        cursor.execute(f"insert overwrite table {table} select * from {table}_sound")
        cursor.execute(f"drop table {table}_sound")
    cursor.execute(f"drop table if exists {CUT}")
    cursor.execute(f"alter table {CUT}_sound rename to {CUT}")


def test_the_same_edges_are_cut(cursor: hive.Cursor, both_companies: Workspace, tmp_path: Path) -> None:
    """Forty graphs that break guards by counted values, some within days, by birth dates and by pairs kept apart."""
    outcome = both_companies.dbt("run", "--select", MODEL)
    assert outcome.succeeded, outcome.output[-3000:]
    outcome = run(tmp_path, *SPARK_BUILD, "--select", MODEL, *WITHOUT_TESTS)
    assert outcome.succeeded, outcome.output[-3000:]
    exported = parquet_of(cursor, CUT, tmp_path)
    with duckdb.connect(str(both_companies.database), read_only=True) as ours:
        clusters = ours.execute(f"select count(distinct cluster) from {CUT}").fetchall()[0][0]
        assert clusters > 1.5 * GRAPHS
        assert first_difference(ours, CUT, exported) is None
