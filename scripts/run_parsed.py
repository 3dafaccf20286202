"""Run dbt on a parse of the project that was made before, whatever its variables.

python -m scripts.run_parsed <file of scripts.parsed_project> <dbt arguments>
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner, dbtRunnerResult
from dbt.contracts.graph.manifest import Manifest
from dbt.parser.manifest import extended_mashumuro_decoder

TESTS = {"test", "unit_test"}


def runs_tests(arguments: Sequence[str]) -> bool:
    """Whether a dbt command may have to do with tests: dbt run never has, dbt build where it leaves out their types."""
    given = list(pairwise(arguments))
    chosen = {value for option, value in given if option == "--resource-type"}
    left_out = {value for option, value in given if option == "--exclude-resource-type"}
    if "build" in arguments:
        return bool(TESTS - left_out) and bool(not chosen or chosen & TESTS)
    return "run" not in arguments


def read_manifest(parse: Path, with_tests: bool = True) -> Manifest:
    """A parse of the project, as dbt works with it; without its tests dbt starts two seconds sooner.

    Python does not look for what nobody uses any more while it reads: all of it stays.
    """
    gc.disable()
    manifest = Manifest.from_msgpack(parse.read_bytes(), decoder=extended_mashumuro_decoder)
    if not with_tests:
        manifest.nodes = {name: node for name, node in manifest.nodes.items() if node.resource_type not in TESTS}
        manifest.unit_tests = {}
    manifest.build_flat_graph()  # type: ignore[no-untyped-call]  # dbt has no types here
    gc.enable()
    return manifest


def run_dbt(arguments: Sequence[str], parse: Path | None = None) -> dbtRunnerResult:
    """Run one dbt command in this process; it parses the project itself where no parse is given.

    What was read of the project stays while the process lives. The database is closed, which puts it in order.
    """
    manifest = read_manifest(parse, runs_tests(arguments)) if parse else None
    gc.freeze()
    outcome = dbtRunner(manifest=manifest).invoke(list(arguments))
    DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]  # dbt has no types here
    if outcome.exception:
        print(outcome.exception, flush=True)
    return outcome


if __name__ == "__main__":
    succeeded = run_dbt(sys.argv[2:], Path(sys.argv[1])).success
    # What Python does at the end anyway; to take apart all that dbt holds would take most of a second more.
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0 if succeeded else 1)
