"""The evaluation against hand-made figures and against counting every pair."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import duckdb
import pytest

from benchmarks.evaluate import evaluate, read_clusters


def test_figures_worked_out_by_hand() -> None:
    """Truth {1 2 3} {4 5} {6}, predicted {1 2} {3 4 5}, 6 missing: two of four pairs right on either side."""
    truth = {"1": "A", "2": "A", "3": "A", "4": "B", "5": "B", "6": "C"}
    scores = evaluate({"1": "x", "2": "x", "3": "y", "4": "y", "5": "y"}, truth)
    assert (scores.right_pairs, scores.predicted_pairs, scores.true_pairs) == (2, 4, 4)
    assert scores.pair_f1 == pytest.approx(0.5)
    assert scores.bcubed_precision == pytest.approx(7 / 9)
    assert scores.bcubed_recall == pytest.approx(7 / 9)
    assert scores.cluster_f1 == pytest.approx(1 / 3)


def test_random_clusterings_equal_brute_force() -> None:
    """Counting all pairs one by one gives the same."""
    for seed in range(20):
        chance = random.Random(seed)
        predicted = {str(record): str(chance.randrange(9)) for record in range(30)}
        truth = {str(record): str(chance.randrange(11)) for record in range(30)}
        every = list(itertools.combinations(truth, 2))
        scores = evaluate(predicted, truth)
        assert scores.right_pairs == sum(
            predicted[left] == predicted[right] and truth[left] == truth[right] for left, right in every
        )
        assert scores.predicted_pairs == sum(predicted[left] == predicted[right] for left, right in every)
        assert scores.true_pairs == sum(truth[left] == truth[right] for left, right in every)


def test_extremes() -> None:
    """Perfect, all apart, all together."""
    truth = {"1": "A", "2": "A", "3": "B"}
    assert evaluate(truth, truth).pair_f1 == evaluate(truth, truth).bcubed_f1 == evaluate(truth, truth).cluster_f1 == 1
    assert (evaluate({}, truth).pair_precision, evaluate({}, truth).pair_recall) == (1, 0)
    assert evaluate(dict.fromkeys(truth, "x"), truth).pair_precision == pytest.approx(1 / 3)


def test_what_cannot_be_scored(tmp_path: Path) -> None:
    """Unknown records, no truth, a record id twice."""
    with pytest.raises(ValueError, match="1 predicted records are not in the truth"):
        evaluate({"9": "x"}, {"1": "A"})
    with pytest.raises(ValueError, match="the truth is empty"):
        evaluate({}, {})
    (tmp_path / "twice.csv").write_text("record_id,person_id\n1,x\n1,y\n")
    with pytest.raises(ValueError, match=r"twice.csv: 2 rows but 1 record ids"):
        read_clusters(tmp_path / "twice.csv")


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_files_are_read_by_their_first_two_columns(tmp_path: Path, ending: str) -> None:
    """Record id and cluster, whatever they are called and whatever else is there; nothing missing, nothing twice."""
    file = tmp_path / f"clusters.{ending}"

    def write(rows: str) -> Path:
        with duckdb.connect() as connection:
            connection.execute(f"copy (select * from (values {rows}) as t(record, person, note)) to '{file}'")
        return file

    assert read_clusters(write("('1', 'x', 'a'), ('2', 'x', 'b'), ('3', 'y', 'c')")) == {"1": "x", "2": "x", "3": "y"}
    with pytest.raises(ValueError, match="2 rows but 1 record ids"):
        read_clusters(write("('1', 'x', 'a'), ('1', 'y', 'b')"))
    with pytest.raises(ValueError, match="no id or no cluster"):
        read_clusters(write("('1', 'x', 'a'), ('2', null, 'b')"))
