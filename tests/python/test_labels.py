"""Answers about pairs of records: asked where they help, used, told when they cannot be; without any nothing is new."""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np
import pytest

from benchmarks.evaluate import evaluate, read_clusters
from benchmarks.labels import read_questions, write_answers
from scripts.resolve_identity import main

DATA = Path(__file__).resolve().parents[1] / "data"
PEOPLE = DATA / "fake_1000.parquet"
TRUTH = DATA / "fake_1000_truth.parquet"
HEADER = "record_id_left,record_id_right,is_same\n"
NAMES = ("base", "mean_weight", "best_weight", "compared_share", "smaller_size")
# What macro usual_link_rule says.
USUAL = np.array([0.0, 0.5, 0.3, 0.5, -1.0])
DEVIATIONS = np.array([0.7, 0.3, 0.3, 0.4, 1.0])


def identify(folder: Path, *options: str) -> dict[str, str]:
    """Person by record id, as `make identity` finds them."""
    out = folder / "persons.parquet"
    assert main(["--people", str(PEOPLE), "--out", str(out), *options]) == 0
    return read_clusters(out)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A folder with the questions about fake_1000, and its persons before any answer."""
    folder = tmp_path_factory.mktemp("asked")
    return folder, identify(folder, "--questions", str(folder / "questions.csv"))


def test_answers_lower_the_error(
    tmp_path: Path, asked: tuple[Path, dict[str, str]], capfd: pytest.CaptureFixture[str]
) -> None:
    """200 right answers lower the error by a fifth; what cannot be used is told; the rule is the likeliest one."""
    folder, persons = asked
    truth = read_clusters(TRUTH)
    questions = read_questions(folder / "questions.csv", persons)
    assert len(questions) == 200
    labels, kept = tmp_path / "labels.csv", tmp_path / "kept.duckdb"
    write_answers(questions, truth, labels)
    one, other = [record for record, person in truth.items() if list(truth.values()).count(person) == 1][:2]
    with labels.open("a", encoding="utf-8") as file:
        file.write(f"{one},{other},yes\n{other},{one},no\n{one},nobody,no\n")
    capfd.readouterr()
    after = evaluate(identify(tmp_path, "--labels", str(labels), "--database", str(kept)), truth)
    printed = capfd.readouterr().out
    assert "200 labels took part" in printed
    assert "2 labels were left out: contradicted" in printed
    assert "1 labels were left out: record_unknown" in printed
    before = evaluate(persons, truth)
    assert 1 - after.pair_f1 <= 0.8 * (1 - before.pair_f1)
    with duckdb.connect(str(kept), read_only=True) as connection:
        events = connection.execute(
            f"select answer, {', '.join(NAMES)} from identity.int_identity__label_events"
        ).fetchall()
        rule = connection.execute(f"select {', '.join(NAMES)} from identity.int_identity__link_rule").fetchall()
        versions = connection.execute("select count(distinct label_fingerprint) from identity.match_models").fetchall()
    assert len(events) == 200
    assert versions == [(1,)]
    values = np.array(events, dtype=float)
    assert np.abs(slope_at(np.array(rule[0]), values[:, 1:], values[:, 0])).max() < 1e-3


def slope_at(rule: np.ndarray, features: np.ndarray, answers: np.ndarray) -> np.ndarray:
    """The gradient of the logarithm of the posterior, zero at its maximum: an oracle beside the rounds in SQL."""
    probability = 1 / (1 + np.exp(-features @ rule))
    said = 0.05 + 0.9 * probability
    pull = 0.9 * probability * (1 - probability) * (answers - said) / (said * (1 - said))
    gradient: np.ndarray = features.T @ pull - (rule - USUAL) / DEVIATIONS**2
    return gradient


def test_no_answer_changes_nothing(tmp_path: Path, asked: tuple[Path, dict[str, str]]) -> None:
    """A file of answers without a single one that takes part gives the persons that there were before."""
    labels = tmp_path / "labels.csv"
    labels.write_text(f"{HEADER}a,b,yes\n,,\n", encoding="utf-8")
    assert identify(tmp_path, "--labels", str(labels)) == asked[1]


def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Missing file, missing column, and a line with too many values."""
    labels = tmp_path / "labels.csv"
    arguments = ["--people", str(PEOPLE), "--out", str(tmp_path / "persons.csv"), "--labels", str(labels)]
    assert main(arguments) == 2
    assert "LABELS names no file" in capsys.readouterr().err
    labels.write_text("record_id_left,right,is_same\n1,2,yes\n", encoding="utf-8")
    assert main(arguments) == 2
    assert "LABELS lacks record_id_right" in capsys.readouterr().err
    labels.write_text(f"{HEADER}1,2,yes\n1,2,yes,no\n", encoding="utf-8")
    assert main(arguments) == 2
    assert "1 of 2 rows of LABELS" in capsys.readouterr().err
