"""Run dbt on a parse of the project that was made before, whatever its variables.

python -m scripts.run_parsed <file of scripts.parsed_project> <dbt arguments>
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

import duckdb
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.artifacts.resources.types import NodeType
from dbt.cli.main import dbtRunner, dbtRunnerResult
from dbt.contracts.graph.manifest import Manifest
from dbt.parser.manifest import extended_mashumaro_encoder, extended_mashumuro_decoder

from scripts import PROJECT, write_whole
from scripts.quicker_dbt import (
    checked_before,
    compile_templates_once,
    defaults_made_once,
    names_found_once,
    nothing_logged,
)

TEMPLATES = PROJECT / "target" / "templates"
TESTS: set[str] = {NodeType.Test, NodeType.Unit}
# How many objects, some 150 bytes each, may be there before Python looks for those that nobody uses any more.
OBJECTS_LEFT_LYING = 1_000_000


def runs_tests(arguments: Sequence[str]) -> bool:
    """Whether a dbt command may have to do with tests: dbt run never has, dbt build where it leaves out their types."""
    given = list(pairwise(arguments))
    chosen = {value for option, value in given if option == "--resource-type"}
    left_out = {value for option, value in given if option == "--exclude-resource-type"}
    if "build" in arguments:
        return bool(TESTS - left_out) and bool(not chosen or chosen & TESTS)
    return "run" not in arguments


def only_models(manifest: Manifest, names: Sequence[str]) -> None:
    """Leave of a manifest what models of these names stand on, hooks, and no test; without names every model stays.

    Raises:
        ValueError: no model has one of the names.
    """
    nodes = {name: node for name, node in manifest.nodes.items() if node.resource_type not in TESTS}
    unknown = set(names) - {node.name for node in nodes.values()}
    if unknown:
        raise ValueError(f"no model is named {', '.join(sorted(unknown))}")
    if names:
        left = [name for name, node in nodes.items() if node.name in names or node.resource_type == NodeType.Operation]
        needed: dict[str, Any] = {}
        while left:
            name = left.pop()
            if name in nodes and name not in needed:
                needed[name] = nodes[name]
                left.extend(nodes[name].depends_on_nodes)
        nodes = {name: node for name, node in nodes.items() if name in needed}
        manifest.exposures = {}
    manifest.nodes = nodes
    manifest.unit_tests, manifest.disabled, manifest.files = {}, {}, {}


def read_manifest(parse: Path, with_tests: bool = True, models: Sequence[str] = ()) -> Manifest:
    """A parse of the project, as dbt works with it; the less it has to do with, the sooner dbt starts.

    The first to read it without tests keeps beside it what is left of it. Python does not look for what nobody uses any
    more while it reads: all of it stays.

    Args:
        parse: a file of scripts.parsed_project.
        with_tests: whether tests take part.
        models: without tests, those that are to be built, by name: others take part where these stand on them.

    Raises:
        ValueError: no model has one of the names.
    """
    gc.disable()
    kept = parse if with_tests else parse.with_suffix("." + ".".join([*sorted(models), "models"]))
    is_kept = kept.exists()
    manifest = Manifest.from_msgpack((kept if is_kept else parse).read_bytes(), decoder=extended_mashumuro_decoder)
    if not is_kept:
        only_models(manifest, models)
        write_whole(kept, manifest.to_msgpack(extended_mashumaro_encoder))
    manifest.build_flat_graph()  # type: ignore[no-untyped-call]  # dbt has no types here
    gc.enable()
    return manifest


def close_database() -> None:
    """Close the database of dbt's last command in this process, where it is open."""
    DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]  # dbt has no types here


def run_dbt(
    arguments: Sequence[str],
    parse: Path | None = None,
    afterwards: Callable[[duckdb.DuckDBPyConnection], None] | None = None,
    models: Sequence[str] = (),
    closes: bool = True,
) -> dbtRunnerResult:
    """Run one dbt command in this process; where it is quiet and keeps no log, nothing is made for one.

    Python does not look for what nobody uses any more in what was read of the project, all of which stays until dbt is
    done, and seldom in what dbt makes of it: each model's names of all macros, some 0.4 MB.

    Args:
        arguments: the command line after `dbt`.
        parse: of the project; without one dbt parses it.
        afterwards: what to do with the database before it is closed, where dbt did all that it was asked.
        models: that are to be built, with what they stand on, where these are all that the command may choose of.
        closes: whether the database is closed, which puts it in order and gives its memory back; else close_database,
            or the end of the process, does that.
    """
    with ExitStack() as ways:
        ways.callback(gc.unfreeze)
        if closes:
            ways.callback(close_database)
        ways.enter_context(names_found_once())
        ways.enter_context(defaults_made_once())
        if "--quiet" in arguments and ("--log-level-file", "none") in pairwise(arguments):
            ways.enter_context(nothing_logged())
        manifest = None
        if parse:
            manifest = read_manifest(parse, not models and runs_tests(arguments), models)
            ways.enter_context(checked_before())
        gc.freeze()
        ways.callback(gc.set_threshold, *gc.get_threshold())
        gc.set_threshold(OBJECTS_LEFT_LYING)
        outcome = dbtRunner(manifest=manifest).invoke(list(arguments))
        if afterwards and outcome.success:
            afterwards(DuckDBConnectionManager.env().conn)  # type: ignore[attr-defined]  # DuckDB's own, of a file
    if outcome.exception:
        print(outcome.exception, flush=True)
    return outcome


def leave(code: int) -> NoReturn:
    """End this process as Python would, but for taking apart all that dbt holds, which takes most of a second."""
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


compile_templates_once(TEMPLATES)

if __name__ == "__main__":
    leave(0 if run_dbt(sys.argv[2:], Path(sys.argv[1])).success else 1)
