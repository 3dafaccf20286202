"""The benchmark's own arithmetic: which settings a file gets, what a run costs, what the page says."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import pytest

from benchmarks.changed_people import write_changed
from benchmarks.evaluate import evaluate
from benchmarks.identity import locked_version, read_input
from benchmarks.identity_chart import chart
from benchmarks.identity_page import OURS, Day, Machine, Run, page, ratio, typical_scores
from benchmarks.measure import Cost, cost_of
from benchmarks.pair_scores import Bin, PairScores
from benchmarks.splink_demos import CUSTOMERS, DEMOS, FAKE_1000, FEBRL3, HISTORICAL, Demo, demo_for

RIGHT = evaluate({"1": "a", "2": "a", "3": "b"}, {"1": "A", "2": "A", "3": "B"})
OTHER = "Splink <9>"


def run(tool: str, turn: int, seconds: float, f1: float) -> Run:
    """A run on the set `people` with a peak of 100 MB."""
    return Run("people", tool, turn, Cost(seconds, seconds / 2, 100), replace(RIGHT, pair_f1=f1))


RUNS = [
    run(OTHER, 1, 10, 0.5),
    run(OURS, 1, 5, 0.9),
    run(OTHER, 2, 40, 0.7),
    run(OURS, 2, 10, 0.9),
    run(OTHER, 3, 20, 0.6),
    run(OURS, 3, 15, 0.9),
]


@pytest.mark.parametrize("demo", DEMOS)
def test_a_file_gets_the_settings_that_use_most_of_its_columns(demo: Demo) -> None:
    """Its own columns choose a demo, and columns that no demo knows change nothing."""
    assert demo_for([*demo.columns, "favourite_colour"]) is demo


def test_a_file_that_no_demo_fits_is_refused() -> None:
    """The message names what would do."""
    with pytest.raises(ValueError, match="given_name, family_name, birth_date, city, email"):
        demo_for(["given_name", "family_name"])


@pytest.mark.parametrize("demo", [CUSTOMERS, HISTORICAL, FEBRL3, FAKE_1000])
def test_settings_ask_only_for_columns_that_are_there(demo: Demo) -> None:
    """Every rule and every comparison is SQL over the file's columns and the derived ones."""
    columns = ", ".join(f"'' as {name}" for name in demo.columns)
    derived = "".join(f", {expression} as {name}" for name, expression in demo.derived.items())
    with duckdb.connect() as connection:
        connection.execute(f"create table people as select *{derived} from (select {columns})")
        for rule in (*demo.blocks, *demo.sure, *demo.training):
            if isinstance(rule, str):
                connection.execute(f"select 1 from people as l, people as r where {rule}")
            else:
                connection.execute(f"select {', '.join(rule)} from people")
        for comparison in demo.comparisons:
            connection.execute(f"select {', '.join(comparison.columns)} from people")


def test_ratios_are_made_within_a_turn() -> None:
    """The median of 5/10, 10/40 and 15/20; the medians of the seconds would give the same by chance only."""
    assert ratio(RUNS, "people", OTHER, lambda cost: cost.seconds) == pytest.approx(0.5)
    assert ratio(RUNS[:4], "people", OTHER, lambda cost: cost.seconds) == pytest.approx(0.375)


def test_scores_are_those_of_the_median_run() -> None:
    """Of three the middle one, of two the lower."""
    other = [found for found in RUNS if found.tool == OTHER]
    assert typical_scores(other).pair_f1 == 0.6
    assert typical_scores(other[:2]).pair_f1 == 0.5


def test_page_has_a_row_for_each_tool() -> None:
    """Accuracy and cost, the ratio in the row of the other tool."""
    scored = {"people": PairScores(true_pairs=4, bins=(Bin(0.0, 10, 0.001, 0), Bin(0.9, 4, 0.95, 3)))}
    days = [Day("people", turn, 1200, Cost(seconds, seconds, 100)) for turn, seconds in ((2, 2), (1, 1), (3, 9))]
    lines = page(RUNS, days, scored, Machine(2, 24.1, "2.0.0"), "chart.svg").splitlines()
    assert "| people | 1,200 | 2.0 | 0.20 | 0.40 |" in lines
    assert "| people | 14 | 4 | 0.750 |" in lines
    assert "| people | 0.001 / 0.000 of 10 |  |  |  |  |  | 0.950 / 0.750 of 4 |  |" in lines
    assert "| people | 3 | 2 | 1 |" in lines
    assert f"| people | {OTHER} | 2 | 1.000 | 1.000 | 0.600 | 1.000 | 1.000 |" in lines
    assert f"| people | {OTHER} | 20.0 | 10.0 to 40.0 | 10.0 | 100 | 0.50 | 0.50 | 1.00 |" in lines
    assert f"| people | {OURS} | 10.0 | 5.0 to 15.0 | 5.0 | 100 |  |  |  |" in lines
    assert "![F1 and time by tool and set](chart.svg)" in lines
    assert "2 cores, 24 GB, DuckDB 2.0.0 in all." in lines


def test_chart_is_an_svg_with_two_bars_for_each_tool() -> None:
    """Names are escaped; the slowest tool's bar is the longest, and F1 has a scale of its own."""
    namespace = "{http://www.w3.org/2000/svg}"
    drawing = ElementTree.fromstring(chart(RUNS))
    words = [line.text for line in drawing.iter(f"{namespace}text")]
    assert words[2:] == ["people", OTHER, "0.600", "20.0", OURS, "0.900", "10.0"]
    lengths = [float(bar.attrib["width"]) for bar in drawing.iter(f"{namespace}rect")][1:]
    assert [length / lengths[1] for length in lengths] == pytest.approx([0.6, 1, 0.9, 0.5])


def test_cost_counts_the_whole_tree(tmp_path: Path) -> None:
    """Memory that only a grandchild holds is seen, and so are its processor seconds."""
    child = (
        "import time; held = b'x' * (2 * 10**8); ended = time.process_time() + 0.4\n"
        "while time.process_time() < ended: pass"
    )
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    cost = cost_of([sys.executable, "-c", parent], tmp_path)
    assert cost.peak_mb > 200
    assert cost.seconds >= 0.4
    assert cost.processor_seconds >= 0.4


def test_a_command_that_fails_shows_what_it_printed(tmp_path: Path) -> None:
    """Nothing is measured of it."""
    with pytest.raises(RuntimeError, match=r"ended with 1:\nno such people"):
        cost_of([sys.executable, "-c", "raise SystemExit('no such people')"], tmp_path)


def test_input_has_its_truth_and_its_attributes(tmp_path: Path) -> None:
    """Columns that are not standard are attributes; without a truth the file is refused."""
    people = tmp_path / "some.parquet"
    duckdb.execute(f"copy (select '1' as record_id, 'Ada' as given_name, 'London' as birth_place) to '{people}'")
    with pytest.raises(ValueError, match=r"some.parquet has no truth beside it: some_truth.parquet"):
        read_input(people)
    duckdb.execute(f"copy (select '1' as record_id, 'A' as entity_id) to '{tmp_path}/some_truth.parquet'")
    found = read_input(people)
    assert (found.name, found.attributes, found.truth) == ("some", ("birth_place",), {"1": "A"})


def test_a_day_changes_a_hundredth_of_a_file(tmp_path: Path) -> None:
    """Corrections, new records and records that are gone; all others stand where they stood."""
    people, changed = tmp_path / "people.parquet", tmp_path / "changed.parquet"
    duckdb.execute(
        "copy (select 'r' || i as record_id, 'Ada' as given_name, 'Of' || i as family_name, 'a' || i as email, "
        f"'+49' || i as phone from range(4000) as numbers(i)) to '{people}'"
    )
    count = write_changed(people, changed)
    before, after = (duckdb.execute(f"select * from '{path}'").fetchall() for path in (people, changed))
    assert count == 40
    assert len(after) == len(before)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 35
    assert len({row[0] for row in before} - {row[0] for row in after}) == 5
    again = tmp_path / "again.parquet"
    write_changed(people, again)
    assert duckdb.execute(f"select * from '{again}'").fetchall() == after


def test_version_comes_from_the_lock_file() -> None:
    """The line of the package itself, not of one whose name begins alike."""
    assert locked_version("splink-extra==1.0 \\\nsplink==4.0.17 \\\n", "splink") == "4.0.17"
    with pytest.raises(ValueError, match="no splink"):
        locked_version("duckdb==2.0.0", "splink")
