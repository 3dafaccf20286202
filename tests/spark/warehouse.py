"""The tables that both engines built from the sample company, side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
from pyhive import hive

from scripts import PROJECT
from scripts.spark_cluster import STATE

FLOATS = {"DOUBLE", "FLOAT"}
TOLERANCE = 1e-9
MATCHING = "models/identity/intermediate/matching"
# What engines differ in among the columns of scored matching: codes of texts, and fingerprints of what was compared.
ENGINES_OWN = (
    r"^block_key$|_code$|^(given|family)_(sound|other|skeleton|first|last|broad)$|_fingerprint$|^model_version$"
)


def matching_tables() -> list[str]:
    """Every table of scored matching, by address."""
    names = [path.stem for path in sorted((PROJECT / MATCHING).glob("*.sql"))]
    return [f"identity.{name}" for name in (*names, "match_models", "households")]


def tables_in_order(manifest: dict[str, Any], schema: str | None = None) -> list[str]:
    """Tables and views by address, of one schema or all, each after what it is made of."""
    nodes = {
        node_id: node
        for node_id, node in manifest["nodes"].items()
        if node["resource_type"] in {"seed", "model"} and node["config"]["materialized"] != "ephemeral"
    }
    depths: dict[str, int] = {}

    def depth(node_id: str) -> int:
        if node_id not in depths:
            parents = manifest["parent_map"].get(node_id, [])
            depths[node_id] = 1 + max((depth(parent) for parent in parents), default=0)
        return depths[node_id]

    ordered = sorted(nodes, key=lambda node_id: (depth(node_id), node_id))
    addresses = [f"{nodes[node_id]['schema']}.{nodes[node_id]['name']}" for node_id in ordered]
    return [address for address in addresses if schema is None or address.startswith(f"{schema}.")]


def descendants(manifest: dict[str, Any], model: str) -> set[str]:
    """The names of a model and of all that is made of it."""
    found: set[str] = set()
    waiting = [f"model.firstparty.{model}"]
    while waiting:
        node_id = waiting.pop()
        found.add(node_id.rpartition(".")[2])
        waiting += [child for child in manifest["child_map"].get(node_id, []) if child.startswith("model.")]
    return found


def parquet_of(cursor: hive.Cursor, table: str, scratch: Path) -> Path:
    """The folder with a table's Parquet files; a view, or a table without any, is written into a scratch folder."""
    schema, _, name = table.partition(".")
    folder = STATE / "warehouse" / f"{schema}.db" / name
    if not any(folder.glob("*.parquet")):
        folder = scratch / table
        cursor.execute(f"insert overwrite directory '{folder}' using parquet select * from {table}")
    return folder


def columns_of(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, str]]:
    """Names and types of a table's columns in DuckDB."""
    return [(name, kind) for name, kind, *_ in connection.execute(f"describe {table}").fetchall()]


def first_difference(connection: duckdb.DuckDBPyConnection, table: str, exported: Path) -> str | None:
    """Where the rows that Spark has first differ from DuckDB's, both in the order of all columns.

    Values are compared in DuckDB's types, floating numbers to 1e-9; columns of scored matching that are each engine's
    own are left out.

    Args:
        connection: where DuckDB's tables are.
        table: a table of DuckDB, with its schema.
        exported: folder with the same table of Spark.

    Returns:
        Table, column and both values; None where all rows are the same.
    """
    differing = set()
    if table in matching_tables():
        differing = {name for name, _ in columns_of(connection, table) if re.search(ENGINES_OWN, name)}
    columns = [(name, kind) for name, kind in columns_of(connection, table) if name not in differing]
    theirs = f"read_parquet('{exported}/*.parquet')"
    their_columns = columns_of(connection, f"(select * from {theirs})")
    their_names = [name for name, _ in their_columns if name not in differing]
    if their_names != [name for name, _ in columns]:
        return f"{table}: columns are {their_names} on Spark, {[name for name, _ in columns]} on DuckDB"
    names = [name for name, kind in columns if kind not in FLOATS] + [name for name, kind in columns if kind in FLOATS]
    order = ", ".join(f'"{name}"' for name in names)
    cast = ", ".join(f'cast("{name}" as {kind}) as "{name}"' for name, kind in columns)
    unequal = " or ".join(
        f'not coalesce(abs(ours."{name}" - theirs."{name}") <= {TOLERANCE} '
        f'or ours."{name}" is not distinct from theirs."{name}", false)'
        if kind in FLOATS
        else f'ours."{name}" is distinct from theirs."{name}"'
        for name, kind in columns
    )
    rows = connection.execute(
        f"with ours as (select {order}, row_number() over (order by {order}) as place from {table}), "
        f"theirs as (select *, row_number() over (order by {order}) as place from (select {cast} from {theirs})) "
        f"select ours, theirs from ours full join theirs on ours.place = theirs.place "
        f"where ours.place is null or theirs.place is null or {unequal} "
        "order by coalesce(ours.place, theirs.place) limit 1"
    ).fetchall()
    return described(table, [name for name, _ in columns], *rows[0]) if rows else None


def described(table: str, names: Sequence[str], ours: dict[str, Any] | None, theirs: dict[str, Any] | None) -> str:
    """One difference in words."""
    for engine, row in (("DuckDB", ours), ("Spark", theirs)):
        if row is None or row["place"] is None:
            return f"{table}: {engine} has fewer rows; the first one it lacks: {theirs if engine == 'DuckDB' else ours}"
    assert ours
    assert theirs
    name = next(name for name in names if ours[name] != theirs[name])
    return f"{table}: row {ours['place']}, {name} is {theirs[name]!r} on Spark, {ours[name]!r} on DuckDB: {ours}"
