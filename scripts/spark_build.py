"""Build the project on Spark: `dbt build`, with the Python models run here instead of on the cluster.

dbt runs Python models on Databricks only. Those of this project, the Great Expectations suites, speak SQL to the
warehouse and may run anywhere. So everything that does not depend on them is built first, then they are, then the
rest, which the activation gate guards as everywhere. The first step that fails ends the build.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from types import ModuleType, SimpleNamespace
from typing import Any

import pyarrow as pa
from dbt.adapters.spark import connections
from dbt.cli.main import dbtRunner
from dbt.clients.yaml_helper import load_yaml_text
from dbt.contracts.graph.manifest import Manifest
from dbt.contracts.graph.nodes import ModelNode
from pyhive import hive

from scripts import PROJECT
from scripts.parsed_project import ParseError, parsed_project
from scripts.run_parsed import read_manifest
from scripts.spark_cluster import thrift_host, thrift_port

MODULE_PATHS = ("macros/python", "tests")  # where Python models import from, as in profiles.yml
WITHOUT_TESTS = ("--exclude-resource-type", "test", "--exclude-resource-type", "unit_test")
COMMON_OPTIONS = ("vars", "target-path", "log-path")
SQL_TYPES = {pa.string(): "string", pa.bool_(): "boolean", pa.int64(): "bigint"}


class BuildError(Exception):
    """A step of the build failed; dbt has said why."""


@dataclass(frozen=True)
class PythonModel:
    """What a Python model is given as `dbt`: tables by name."""

    manifest: Manifest
    node: ModelNode
    cursor: hive.Cursor
    warehouses: ModuleType

    def config(self, **_: object) -> None:
        """Settings are read when the project is parsed."""

    def ref(self, name: str) -> object:
        """The table of another model, which must be one that this model was parsed to depend on."""
        for node_id in self.node.depends_on.nodes:
            node = self.manifest.nodes[node_id]
            if node.name == name and node.relation_name:
                self.cursor.execute(f"select * from {node.relation_name} limit 0")
                columns = [column[0].rpartition(".")[2] for column in self.cursor.description]
                return self.warehouses.Table(node.relation_name, columns)
        raise BuildError(f"{self.node.name} refers to {name}, which is no table it depends on")


def python_models(manifest: Manifest) -> list[ModelNode]:
    """The models written in Python, in the order of their names."""
    models = [node for node in manifest.nodes.values() if isinstance(node, ModelNode) and node.language == "python"]
    return sorted(models, key=lambda node: node.name)


def store(cursor: hive.Cursor, node: ModelNode, rows: pa.Table) -> None:
    """Make a model's table of its rows, in place of the one before."""
    values = [tuple(row.values()) for row in rows.to_pylist()]
    row_marks = "(" + ", ".join(["%s"] * rows.num_columns) + ")"
    columns = ", ".join(f"cast({field.name} as {SQL_TYPES[field.type]}) as {field.name}" for field in rows.schema)
    cursor.execute(f"drop table if exists {node.relation_name}")
    cursor.execute(
        f"create table {node.relation_name} using {node.config.get('file_format') or 'parquet'} as select {columns} "
        f"from values {', '.join([row_marks] * len(values))} as rows ({', '.join(rows.column_names)})",
        tuple(value for row in values for value in row),
    )


def run_python_model(manifest: Manifest, node: ModelNode) -> None:
    """Run the code of one Python model and store its rows."""
    spec = importlib.util.spec_from_file_location(node.name, PROJECT / node.original_file_path)
    if spec is None or spec.loader is None:
        raise BuildError(f"{node.original_file_path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    warehouses = importlib.import_module("expectations.warehouses")
    with hive.connect(thrift_host(), thrift_port()) as connection, connection.cursor() as cursor:
        server = warehouses.ThriftServer(thrift_host(), thrift_port())
        rows = module.model(PythonModel(manifest, node, cursor, warehouses), server)
        store(cursor, node, rows)
    print(f"python model {node.relation_name}: {rows.num_rows} rows", flush=True)


def run_dbt(manifest: Manifest, *arguments: str) -> Any:  # noqa: ANN401  # dbt says no more of it
    """Run one dbt command on Spark and give its result."""
    outcome = dbtRunner(manifest=manifest).invoke([*arguments, "--target", "spark", "--cache-selected-only"])
    if outcome.exception:
        raise BuildError(str(outcome.exception))
    if not outcome.success:
        raise BuildError(f"dbt {arguments[0]} failed")
    return outcome.result


def build(
    select: Sequence[str],
    exclude: Sequence[str],
    variables: Mapping[str, Any],
    common: Sequence[str],
    options: Sequence[str],
) -> None:
    """Build what is selected, or everything.

    Args:
        select: what to build, in dbt's words; none for the whole project.
        exclude: what to leave out of it.
        variables: as the command line gives them.
        common: options that every dbt command takes.
        options: further options of `dbt build`.

    Raises:
        BuildError: a step failed, and none after it ran.
        ParseError: dbt cannot parse the project.
    """
    sys.path[:0] = [str(PROJECT / path) for path in MODULE_PATHS]
    manifest = read_manifest(parsed_project(variables, target="spark"))
    selection = ["--select", *select] if select else []
    exclusion = ["--exclude", *exclude] if exclude else []
    listed = run_dbt(
        manifest, "list", "--log-level", "none", "--resource-type", "model", *selection, *exclusion, *common
    )
    names = {name.rpartition(".")[2] for name in listed}
    models = [node for node in python_models(manifest) if node.name in names]
    descendants = [f"{node.name}+" for node in python_models(manifest)]
    run_dbt(manifest, "build", *selection, "--exclude", *exclude, *descendants, *common, *options)
    with ThreadPoolExecutor() as threads:
        list(threads.map(partial(run_python_model, manifest), models))
    children = {
        manifest.expect(child).name
        for node in models
        for child in manifest.child_map[node.unique_id]
        if child in manifest.nodes
    }
    if children:
        parts = [f"{part}," for item in select for part in item.split()] or [""]
        rest = [f"{part}{child}+" for part in parts for child in sorted(children)]
        run_dbt(manifest, "build", "--select", *rest, *exclusion, *common, *options)


def leave_sessions_to_the_server() -> None:
    """Close connections without asking the server to close their sessions: it ends those whose connection is gone.

    Asked, it now and then fails to, for want of a class of Hive that Spark does not bring
    (`org.apache.hadoop.hive.llap.security.LlapSigner`), and from then on never answers (it waits in
    `Hive.registerAllFunctionsOnce`): dbt would end the build over the first, and wait for ever for the second.
    """

    def close(connection: hive.Connection) -> None:
        connection._transport.close()

    hive.Connection.close = close


class LentConnection:
    """A connection as dbt uses it, which on being closed goes back to those that wait for a user."""

    def __init__(self, connection: hive.Connection, idle: list[hive.Connection]) -> None:
        """Lend a connection; `idle` are those that nobody has."""
        self._lent: hive.Connection | None = connection
        self._idle = idle

    def cursor(self) -> hive.Cursor:
        """A cursor of the connection."""
        if self._lent is None:
            raise ValueError("the connection is closed")
        return self._lent.cursor()

    def close(self) -> None:
        """Give the connection back; a second time does nothing."""
        connection, self._lent = self._lent, None
        if connection is not None:
            self._idle.append(connection)


def keep_connections() -> None:
    """Let dbt use connections again: it opens one for each node, and a session costs the server dozens of statements.

    All share one session of Spark, so nothing stays behind in a connection that is not in the others too.
    """
    idle: list[hive.Connection] = []

    def connect(**options: object) -> LentConnection:
        try:
            return LentConnection(idle.pop(), idle)
        except IndexError:
            return LentConnection(hive.connect(**options), idle)

    connections.hive = SimpleNamespace(connect=connect)  # type: ignore[attr-defined]  # it imports it for itself


def main() -> int:
    """Build as the command line asks; exit code 1 when a step fails."""
    parser = argparse.ArgumentParser(description=__doc__, epilog="Other options are given to dbt build.")
    parser.add_argument("--select", nargs="+", default=[], help="what to build, in dbt's words; else everything")
    parser.add_argument("--exclude", nargs="+", default=[], help="what to leave out of it")
    for name in COMMON_OPTIONS:
        parser.add_argument(f"--{name}", help="as for dbt")
    arguments, options = parser.parse_known_args()
    leave_sessions_to_the_server()
    keep_connections()
    given = {name: getattr(arguments, name.replace("-", "_")) for name in COMMON_OPTIONS}
    common = [part for name, value in given.items() if value is not None for part in (f"--{name}", value)]
    try:
        variables = load_yaml_text(arguments.vars or "{}") or {}
        build(arguments.select, arguments.exclude, variables, common, options)
    except (BuildError, ParseError) as error:
        print(f"spark build: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
