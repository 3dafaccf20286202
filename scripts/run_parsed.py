"""Run dbt on a parse of the project that was made before, whatever its variables.

python -m scripts.run_parsed <file of scripts.parsed_project> <dbt arguments>
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from dbt.cli.main import dbtRunner, dbtRunnerResult
from dbt.contracts.graph.manifest import Manifest
from dbt.parser.manifest import extended_mashumuro_decoder


def read_manifest(parse: Path) -> Manifest:
    """A parse of the project, as dbt works with it."""
    manifest = Manifest.from_msgpack(parse.read_bytes(), decoder=extended_mashumuro_decoder)
    manifest.build_flat_graph()  # type: ignore[no-untyped-call]  # dbt has no types here
    return manifest


def run_dbt(arguments: Sequence[str], parse: Path | None = None) -> dbtRunnerResult:
    """Run one dbt command in this process; it parses the project itself where no parse is given.

    dbt keeps its connection open for as long as its process lives.
    """
    outcome = dbtRunner(manifest=read_manifest(parse) if parse else None).invoke(list(arguments))
    if outcome.exception:
        print(outcome.exception, flush=True)
    return outcome


if __name__ == "__main__":
    sys.exit(0 if run_dbt(sys.argv[2:], Path(sys.argv[1])).success else 1)
