"""Accuracy and cost of `make identity` beside Splink 4 and Splink 5: writes a page with tables, and a chart beside it.

    make benchmark FILES="people.parquet customers.parquet" [TURNS=3] [PAGE=page.md]

Each file is a Parquet file of people, with the truth beside it in `<stem>_truth.parquet` (record id, person). Columns
that are not standard ones take part in matching as attributes. The tools run by turns on the same file, so that what
else the machine does falls on all of them alike. After each of its turns ours goes on from the database that it kept,
with the file as it is a day later.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from benchmarks.changed_people import write_changed
from benchmarks.evaluate import Scores, evaluate, read_clusters
from benchmarks.identity_chart import chart
from benchmarks.identity_page import OURS, Day, Machine, Run, page
from benchmarks.measure import cost_of
from benchmarks.pair_scores import PairScores, score_pairs
from scripts import PROJECT
from scripts.resolve_identity import STANDARD_COLUMNS

SPLINK_RELEASES = (4, 5)


@dataclass(frozen=True)
class Input:
    """A file of people that can be judged."""

    path: Path
    truth: dict[str, str]
    attributes: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the page calls it."""
        return self.path.stem


def read_input(path: Path) -> Input:
    """A file with its truth, and the attributes it has besides the standard columns.

    Raises:
        ValueError: there is no truth beside the file.
    """
    truth = path.with_name(f"{path.stem}_truth.parquet")
    if not truth.is_file():
        raise ValueError(f"{path.name} has no truth beside it: {truth.name}")
    described = duckdb.execute("describe select * from read_parquet($path)", {"path": str(path)}).fetchall()
    attributes = tuple(str(row[0]) for row in described if row[0] not in STANDARD_COLUMNS)
    return Input(path.resolve(), read_clusters(truth), attributes)


def locked_version(lock: str, package: str) -> str:
    """The version of a package in the text of a lock file.

    Raises:
        ValueError: the package is not in it.
    """
    found = re.search(rf"^{re.escape(package)}==(\S+)", lock, flags=re.MULTILINE)
    if found is None:
        raise ValueError(f"the lock file has no {package}")
    return found.group(1)


def splink_name(release: int) -> str:
    """Splink with the version that its environment has."""
    lock = (PROJECT / f"requirements-splink{release}.lock").read_text(encoding="utf-8")
    return f"Splink {locked_version(lock, 'splink')}"


def commands(people: Input, copy: Path, out: Path, kept: Path) -> dict[str, list[str]]:
    """The command of each tool, by its name, in the order in which they take turns.

    Args:
        people: what to resolve.
        copy: a copy of its file, which ours reads: it changes later.
        out: where a tool writes.
        kept: where ours keeps its database.
    """
    found = {
        splink_name(release): [
            str(PROJECT / f".venv-splink{release}/bin/python"),
            *("-m", "benchmarks.splink_clusters", str(people.path), str(out)),
        ]
        for release in SPLINK_RELEASES
    }
    found[OURS] = [
        sys.executable,
        *("-m", "scripts.resolve_identity", "--people", str(copy), "--out", str(out)),
        *("--attributes", ",".join(people.attributes), "--database", str(kept)),
    ]
    return found


def measured(people: Input, turns: int) -> tuple[list[Run], list[Day], PairScores]:
    """Run every tool that many times, by turns, and judge what each run wrote, and the pairs of our last run.

    Our runs are each followed by one on the same database, a day later. What was written before a run is on the disk
    when it starts: none waits for another's.
    """
    runs, days = [], []
    with tempfile.TemporaryDirectory(prefix="firstparty-benchmark-") as folder:
        out, kept = Path(folder) / "clusters.parquet", Path(folder) / "kept.duckdb"
        copy, changed = Path(folder) / "people.parquet", Path(folder) / "changed.parquet"
        changes = write_changed(people.path, changed)
        for turn in range(1, turns + 1):
            kept.unlink(missing_ok=True)
            shutil.copy(people.path, copy)
            for tool, command in commands(people, copy, out, kept).items():
                os.sync()
                cost = cost_of(command, PROJECT)
                scores: Scores = evaluate(read_clusters(out), people.truth)
                out.unlink()
                runs.append(Run(people.name, tool, turn, cost, scores))
                print(
                    f"{people.name}, turn {turn}, {tool}: {cost.seconds:.1f} s, {cost.peak_mb:,.0f} MB, "
                    f"F1 {scores.pair_f1:.3f}",
                    flush=True,
                )
            pairs = score_pairs(kept, people.truth)
            shutil.copy(changed, copy)
            os.sync()
            cost = cost_of(commands(people, copy, out, kept)[OURS], PROJECT)
            out.unlink()
            days.append(Day(people.name, turn, changes, cost))
            print(f"{people.name}, turn {turn}, a day later: {cost.seconds:.1f} s", flush=True)
        return runs, days, pairs


def machine() -> Machine:
    """What the run has at hand."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return Machine(len(os.sched_getaffinity(0)), memory / 1e9, duckdb.__version__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every file and write the page and its chart; the exit code is 2 for files that cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--page", type=Path, default=PROJECT / "benchmarks/identity.md")
    options = parser.parse_args(arguments)
    if not options.files:
        print('make benchmark: FILES is not given. Usage: make benchmark FILES="people.parquet"', file=sys.stderr)
        return 2
    try:
        inputs = [read_input(path) for path in options.files]
    except (ValueError, duckdb.Error) as error:
        print(f"make benchmark: {error}", file=sys.stderr)
        return 2
    runs: list[Run] = []
    days: list[Day] = []
    pairs: dict[str, PairScores] = {}
    for people in inputs:
        found, later, pairs[people.name] = measured(people, options.turns)
        runs.extend(found)
        days.extend(later)
    drawing = options.page.with_suffix(".svg")
    drawing.write_text(chart(runs), encoding="utf-8")
    options.page.write_text(page(runs, days, pairs, machine(), drawing.name), encoding="utf-8")
    print(options.page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
