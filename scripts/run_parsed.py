"""Run dbt on a parse of the project that was made before, whatever its variables.

python -m scripts.run_parsed <file of scripts.parsed_project> <dbt arguments>
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import pairwise
from pathlib import Path
from types import CodeType
from typing import NoReturn

import duckdb
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.adapters.sql import connections
from dbt.cli.main import dbtRunner, dbtRunnerResult
from dbt.contracts.graph.manifest import Manifest
from dbt.parser.manifest import extended_mashumaro_encoder, extended_mashumuro_decoder
from dbt_common.clients.jinja import MacroFuzzEnvironment
from jinja2 import FileSystemBytecodeCache

from scripts import PROJECT

TEMPLATES = PROJECT / "target" / "templates"
TESTS = {"test", "unit_test"}
# What dbt makes of each statement for its log, and hands on.
MESSAGES = ("ConnectionUsed", "SQLQuery", "SQLQueryStatus", "SQLCommit", "fire_event")


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

    The first to read it without tests keeps beside it what is left of it. Python does not look for what nobody uses any
    more while it reads: all of it stays.
    """
    gc.disable()
    models = parse.with_suffix(".models")
    kept = parse if with_tests or not models.exists() else models
    manifest = Manifest.from_msgpack(kept.read_bytes(), decoder=extended_mashumuro_decoder)
    if not with_tests and kept == parse:
        manifest.nodes = {name: node for name, node in manifest.nodes.items() if node.resource_type not in TESTS}
        manifest.unit_tests, manifest.disabled, manifest.files = {}, {}, {}
        scratch = models.with_suffix(f".{os.getpid()}")
        scratch.write_bytes(manifest.to_msgpack(extended_mashumaro_encoder))
        scratch.replace(models)
    manifest.build_flat_graph()  # type: ignore[no-untyped-call]  # dbt has no types here
    gc.enable()
    return manifest


def compile_templates_once(folder: Path) -> None:
    """Have macros and models compiled to Python once for all processes; each anew takes a third of dbt's own time.

    Jinja keeps them, and sees to it that they are of its release, of Python's and of the same text.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = FileSystemBytecodeCache(str(folder))
    compile_anew = MacroFuzzEnvironment.compile

    def compile_once(environment: MacroFuzzEnvironment, source: str) -> CodeType:
        bucket = kept.get_bucket(environment, f"{type(environment).__name__} {source}", None, source)
        if bucket.code is None:
            bucket.code = compile_anew(environment, source)
            kept.set_bucket(bucket)
        return bucket.code

    MacroFuzzEnvironment.compile = compile_once  # type: ignore[method-assign,assignment]  # dbt gives the text alone


@contextmanager
def statements_untold() -> Iterator[None]:
    """Have dbt tell nothing of the statements that it sends: what it makes for its log takes longer than many."""
    told = {name: getattr(connections, name) for name in MESSAGES}
    for name in told:
        setattr(connections, name, lambda *_, **__: None)
    try:
        yield
    finally:
        for name, message in told.items():
            setattr(connections, name, message)


def run_dbt(
    arguments: Sequence[str],
    parse: Path | None = None,
    afterwards: Callable[[duckdb.DuckDBPyConnection], None] | None = None,
) -> dbtRunnerResult:
    """Run one dbt command in this process; where it keeps no log (--log-level-file none), nothing is made for one.

    Python does not look for what nobody uses any more in what was read of the project: all of it stays until dbt is
    done. The database is closed, which puts it in order.

    Args:
        arguments: the command line after `dbt`.
        parse: of the project; without one dbt parses it.
        afterwards: what to do with the database before it is closed, where dbt did all that it was asked.
    """
    manifest = read_manifest(parse, runs_tests(arguments)) if parse else None
    gc.freeze()
    try:
        with statements_untold() if ("--log-level-file", "none") in pairwise(arguments) else nullcontext():
            outcome = dbtRunner(manifest=manifest).invoke(list(arguments))
        if afterwards and outcome.success:
            afterwards(DuckDBConnectionManager.env().conn)  # type: ignore[attr-defined]  # DuckDB's own, of a file
    finally:
        DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]  # dbt has no types here
        gc.unfreeze()
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
