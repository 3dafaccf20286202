"""A parse of the project that is kept from command to command, until a file of the project changes.

Parsing takes fifteen seconds. dbt keeps a parse as well, but parses anew whenever a variable or the database is another
one. Most variables are read when a model is compiled, and the database's folder when it is opened: a kept parse serves
them all. It does not serve other values of what it is kept under (see parsed_project).
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from scripts import PROJECT

KEPT = PROJECT / "target" / "parsed"
KEPT_PARSES = 12
PARTS = ("dbt_project.yml", "profiles.yml", "models", "macros", "seeds", "tests", "analyses")
ENDINGS = {".sql", ".yml", ".py", ".csv"}
PACKAGES = ("dbt-core", "dbt-duckdb", "dbt-spark")


class ParseError(Exception):
    """The project cannot be parsed; the message is dbt's."""


def fingerprint(settings: str) -> str:
    """A hash of some settings, of dbt's versions and of every file that dbt reads to parse the project."""
    digest = hashlib.sha256(settings.encode())
    digest.update(repr([version(name) for name in PACKAGES]).encode())
    for part in PARTS:
        place = PROJECT / part
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.suffix in ENDINGS:
                digest.update(f"\n{path.relative_to(PROJECT)}\n".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def made_once(place: Path) -> Iterator[bool]:
    """Whether a file or folder is there already; of several processes that ask at once the first one makes it.

    The others wait until it has left the context.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.with_name(f"{place.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield place.exists()


def parsed_project(variables: Mapping[str, Any], target: str = "duckdb", database: str = "firstparty.duckdb") -> Path:
    """The project, parsed.

    Args:
        variables: those that switch nodes on or off, or name what they depend on.
        target: of profiles.yml.
        database: the name of the database file, which becomes part of the names of tables.

    Returns:
        A file for `scripts.run_parsed`.

    Raises:
        ParseError: dbt cannot parse the project.
    """
    environment = {**os.environ, "FIRSTPARTY_DATABASE": database}
    options = json.dumps(variables, sort_keys=True)
    settings = [str(PROJECT), options, target, database, environment.get("FIRSTPARTY_SPARK_FORMAT")]
    kept = KEPT / f"{fingerprint(json.dumps(settings))}.msgpack"
    with made_once(kept) as is_made, tempfile.TemporaryDirectory(dir=KEPT) as scratch:
        if is_made:
            kept.touch()
            return kept
        places = ["--target-path", scratch, "--log-path", scratch]
        finished = subprocess.run(
            [
                str(Path(sys.executable).parent / "dbt"),
                *("--quiet", "--log-level-file", "none", "parse", "--target", target, "--vars", options, *places),
            ],
            cwd=PROJECT,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
        )
        if finished.returncode != 0:
            raise ParseError(finished.stdout + finished.stderr)
        (Path(scratch) / "partial_parse.msgpack").replace(kept)
        for old in sorted(KEPT.glob("*.msgpack"), key=lambda path: path.stat().st_mtime)[:-KEPT_PARSES]:
            for beside in KEPT.glob(f"{old.stem}.*"):
                beside.unlink(missing_ok=True)
    return kept
