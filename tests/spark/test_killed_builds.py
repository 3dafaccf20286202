"""A process of the cluster is killed in the middle of a build: that build or the next gives the undisturbed answer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
from pyhive import hive

from scripts import PROJECT
from scripts.spark_build import WITHOUT_TESTS
from scripts.spark_cluster import thrift_host, thrift_port
from tests.python.conftest import Workspace

from .build import SPARK_BUILD, run, start
from .warehouse import descendants, first_difference, parquet_of, tables_in_order

FIRST = "int_identity__edges_collected"
IDENTITY = ("--select", f"{FIRST}+,config.schema:identity", *WITHOUT_TESTS)
KILLED_DURING = "START sql fixpoint model identity.int_identity__components "
DONE = "OK created sql fixpoint model identity.int_identity__components "
PROCESSES = {"executor": "org.apache.spark.executor.CoarseGrainedExecutorBackend", "driver": "spark_thrift_server.py"}


def process_with(argument: str) -> int:
    """A Java process of this machine by one of its arguments."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            arguments = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if arguments[0].endswith(b"java") and any(part.endswith(argument.encode()) for part in arguments):
            return int(folder.name)
    raise AssertionError(f"no Java process with {argument}")


def drop_tables(tables: list[str]) -> None:
    """Drop tables, so that what is found afterwards was built after."""
    with hive.connect(thrift_host(), thrift_port()) as connection, connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"drop table if exists {table}")


def kill_during_components(folder: Path, victim: str) -> bool:
    """Build identity from its edges on, and kill a process while components are found; whether the build succeeded."""
    printed = folder / "printed.txt"
    build = start(folder, *SPARK_BUILD, *IDENTITY)
    while KILLED_DURING not in printed.read_text(errors="replace"):
        assert build.poll() is None, printed.read_text(errors="replace")[-3000:]
        time.sleep(0.1)
    time.sleep(1)
    assert DONE not in printed.read_text(errors="replace")
    os.kill(process_with(PROCESSES[victim]), signal.SIGKILL)
    return build.wait() == 0


def test_kills_leave_no_trace(duckdb_build: Workspace, manifest: dict[str, Any], tmp_path: Path) -> None:
    """Identity is built anew from its edges on; first the driver is killed, in the next build an executor.

    Without its driver a build fails. Spark starts another executor, so that the build that goes on from what the first
    one left may well succeed; else it is run again. A trace that either kill left would show in what it gives.
    """
    made_from_edges = descendants(manifest, FIRST)
    tables = [table for table in tables_in_order(manifest, "identity") if table.partition(".")[2] in made_from_edges]
    assert len(tables) > 15
    nodes = manifest["nodes"]
    drop_tables(
        [
            table
            for table in tables
            if nodes[f"model.firstparty.{table.partition('.')[2]}"]["config"]["materialized"] != "view"
        ]
    )
    assert not kill_during_components(tmp_path, "driver")
    subprocess.run([sys.executable, "-m", "scripts.spark_cluster", "up"], cwd=PROJECT, check=True)
    if not kill_during_components(tmp_path, "executor"):
        outcome = run(tmp_path, *SPARK_BUILD, *IDENTITY)
        assert outcome.succeeded, outcome.output[-3000:]
    with (
        hive.connect(thrift_host(), thrift_port()) as connection,
        connection.cursor() as cursor,
        duckdb.connect(str(duckdb_build.database), read_only=True) as ours,
    ):
        for table in tables:
            assert first_difference(ours, table, parquet_of(cursor, table, tmp_path)) is None
