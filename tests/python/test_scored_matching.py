"""Scored identity on a labelled file: how much it finds, and how little it joins wrongly."""

from __future__ import annotations

from pathlib import Path

import duckdb

from benchmarks.evaluate import evaluate
from scripts.resolve_identity import main

DATA = Path(__file__).resolve().parents[1] / "data"


def test_names_dates_and_mails_with_many_gaps(tmp_path: Path) -> None:
    """Pairwise F1 on fake_1000, without labels and without settings; hardly a pair that is not one person."""
    people, out = DATA / "fake_1000.parquet", tmp_path / "persons.parquet"
    assert main(["--people", str(people), "--out", str(out)]) == 0
    persons = dict(duckdb.execute(f"select record_id, person_id from '{out}'").fetchall())
    truth = dict(duckdb.execute(f"select record_id, entity_id from '{DATA / 'fake_1000_truth.parquet'}'").fetchall())
    assert persons.keys() == truth.keys()
    scores = evaluate(persons, truth)
    print(scores)
    assert scores.pair_f1 >= 0.97
    assert scores.pair_precision >= 0.999
