"""dbt in processes of their own that neither import dbt nor parse the project again.

Each run is a fork of one small server that has imported dbt and Great Expectations, and opens no database. A run that
is given a parsed project uses that one, whatever its variables: they are read when a model is compiled.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts import PROJECT, run_parsed

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(
    ["scripts.run_parsed", "dbt.adapters.duckdb.impl", "great_expectations", "duckdb_engine"]
)


@dataclass(frozen=True)
class Outcome:
    """What one dbt command did."""

    succeeded: bool
    output: str


def work(
    arguments: Sequence[str], environment: Mapping[str, str], printed: Path, parsed_project: Path | None, folder: Path
) -> None:
    """Run dbt in this process, and end it with dbt's verdict; what dbt prints goes to a file."""
    file = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.environ.update(environment)
    os.chdir(folder)
    outcome = run_parsed.run_dbt(arguments, parsed_project)
    os._exit(0 if outcome.success else 1)


def run_dbt(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    printed: Path,
    parsed_project: Path | None = None,
    folder: Path = PROJECT,
) -> Outcome:
    """Run one dbt command in a folder.

    Args:
        arguments: the command line after `dbt`.
        environment: variables set in addition to those of this process.
        printed: the file that takes what dbt prints.
        parsed_project: a kept parse of the project; without it the project is parsed anew.
        folder: where the command runs.
    """
    process = CONTEXT.Process(target=work, args=(arguments, environment, printed, parsed_project, folder))
    process.start()
    process.join()
    return Outcome(process.exitcode == 0, printed.read_text(errors="replace"))
