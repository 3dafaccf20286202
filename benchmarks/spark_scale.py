"""How the cost of a build on Spark grows: three sizes of company, on one executor and on two.

Each build starts on a new cluster with an empty warehouse and goes from raw files to persons and their events; no
tests are run. Prints a Markdown table. Time is of the clock; what executors did is read from Spark's own counters.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sample.bulk_files import LETTERS, write_rows
from scripts import PROJECT
from scripts.spark_build import WITHOUT_TESTS
from scripts.spark_cluster import STATE

PEOPLE = (10_000, 40_000, 160_000)
EXECUTORS = (1, 2)
ORDERS_PER_PERSON = 4
SELECTION = ("+persons", "+customer_events")
APPLICATIONS = "http://127.0.0.1:4040/api/v1/applications"


@dataclass(frozen=True)
class Measure:
    """One build.

    Attributes:
        seconds: time of the clock.
        executor_seconds: time that tasks ran, all executors together.
        shuffled_mb: written for other tasks to read.
        spilled_mb: put on disk because memory was short.
        slowest: the model that took longest, with its seconds.
    """

    seconds: float
    executor_seconds: float
    shuffled_mb: float
    spilled_mb: float
    slowest: str


def write_company(folder: Path, people: int) -> None:
    """Write raw files: two thirds of the people have an account besides their row in a list, joined by their e-mail."""
    shutil.rmtree(folder, ignore_errors=True)
    customers = people * 2 // 3
    write_rows(
        folder / "people_files" / "people",
        "'p' || range as record_id, 'list' as source, 'Ada' as given_name, "
        f"'Lov' || {LETTERS} as family_name, 'ada' || range || '@mail.example' as email, 'GB' as country",
        people,
    )
    write_rows(
        folder / "shop" / "customers",
        "'c' || range as customer_id, 'ada' || range || '@mail.example' as email, "
        f"'Ada' as first_name, 'Lov' || {LETTERS} as last_name, 'GB' as country, "
        "'2024-01-01T00:00:00Z' as created_at, '2024-01-01T00:00:00Z' as updated_at",
        customers,
    )
    write_rows(
        folder / "shop" / "orders",
        f"'o' || range as order_id, 'c' || range // {ORDERS_PER_PERSON} as customer_id, "
        "timestamp '2024-01-01' + interval (range % 1000000) minute as ordered_at, 'delivered' as status, "
        "'EUR' as currency, '10.00' as total_amount, 'web' as channel",
        customers * ORDERS_PER_PERSON,
    )


def answer(url: str) -> Any:  # noqa: ANN401  # JSON
    """What Spark's page says as JSON."""
    with urllib.request.urlopen(url) as page:
        return json.load(page)


def stage_totals() -> dict[str, float]:
    """Spark's counters over all stages that ended."""
    application = answer(APPLICATIONS)[0]["id"]
    totals: dict[str, float] = defaultdict(float)
    for stage in answer(f"{APPLICATIONS}/{application}/stages?status=complete"):
        for counter in ("executorRunTime", "shuffleWriteBytes", "diskBytesSpilled"):
            totals[counter] += stage[counter]
    return totals


def cluster(*arguments: str) -> None:
    """Start or stop the cluster."""
    subprocess.run([sys.executable, "-m", "scripts.spark_cluster", *arguments], cwd=PROJECT, check=True)


def measured(raw: Path, executors: int) -> Measure:
    """Build one company on a new cluster; pairs are not scored, as their learning takes its minutes at any size."""
    cluster("down")
    shutil.rmtree(STATE, ignore_errors=True)
    cluster("up", "--executors", str(executors))
    variables = json.dumps({"sources": ["people_files", "shop"], "raw_path": str(raw), "scored_matching": False})
    with tempfile.TemporaryDirectory() as target:
        started = time.monotonic()
        options = ["--select", *SELECTION, "--vars", variables, *WITHOUT_TESTS]
        places = ["--target-path", target, "--log-path", target]
        subprocess.run(
            [sys.executable, "-m", "scripts.spark_build", *options, *places],
            cwd=PROJECT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        seconds = time.monotonic() - started
        results = json.loads((Path(target) / "run_results.json").read_text())["results"]
    slowest = max(results, key=lambda result: result["execution_time"])
    totals = stage_totals()
    return Measure(
        seconds,
        totals["executorRunTime"] / 1000,
        totals["shuffleWriteBytes"] / 1e6,
        totals["diskBytesSpilled"] / 1e6,
        f"{slowest['unique_id'].rpartition('.')[2]} {slowest['execution_time']:.0f}",
    )


def main() -> None:
    """Measure every size on every number of executors and print the table."""
    print(
        "| people | raw rows | executors | seconds | executor seconds | shuffled MB | spilled MB | slowest model, s |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for people in PEOPLE:
            write_company(Path(folder), people)
            rows = people + people * 2 // 3 * (1 + ORDERS_PER_PERSON)
            for executors in EXECUTORS:
                found = measured(Path(folder), executors)
                print(
                    f"| {people:,} | {rows:,} | {executors} | {found.seconds:.0f} | {found.executor_seconds:.0f} "
                    f"| {found.shuffled_mb:,.0f} | {found.spilled_mb:,.0f} | {found.slowest} |",
                    flush=True,
                )
    cluster("down")


if __name__ == "__main__":
    main()
