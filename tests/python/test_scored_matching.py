"""Scored identity on labelled files: how much it finds, how little it joins wrongly, whatever the order of rows."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from benchmarks.evaluate import Scores, evaluate
from scripts.resolve_identity import main

from .conftest import Workspace
from .world_people import write_people

DATA = Path(__file__).resolve().parents[1] / "data"


def resolved(people: Path, out: Path) -> dict[str, str]:
    """Person by record id, as `make identity` finds them."""
    assert main(["--people", str(people), "--out", str(out)]) == 0
    return dict(duckdb.execute(f"select record_id, person_id from '{out}'").fetchall())


@pytest.fixture(scope="module")
def fake_persons(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The persons of fake_1000."""
    return resolved(DATA / "fake_1000.parquet", tmp_path_factory.mktemp("fake_1000") / "persons.parquet")


def scored(name: str, persons: dict[str, str]) -> Scores:
    """The persons against the truth."""
    truth = dict(duckdb.execute(f"select record_id, entity_id from '{DATA / name}_truth.parquet'").fetchall())
    assert persons.keys() == truth.keys()
    scores = evaluate(persons, truth)
    print(name, scores)
    return scores


def test_names_dates_and_mails_with_many_gaps(fake_persons: dict[str, str]) -> None:
    """fake_1000, without labels and without settings."""
    scores = scored("fake_1000", fake_persons)
    assert scores.pair_f1 >= 0.97
    assert scores.pair_precision >= 0.999


def test_addresses_and_mistyped_national_ids(tmp_path: Path) -> None:
    """febrl3: an id that is mistyped, or another altogether, does not part what everything else joins."""
    scores = scored("febrl3", resolved(DATA / "febrl3.parquet", tmp_path / "persons.parquet"))
    assert scores.pair_f1 >= 0.999
    assert scores.pair_precision >= 0.999


@pytest.mark.parametrize("threads", ["1", "5"])
def test_row_order_and_threads_are_nothing_to_it(
    threads: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake_persons: dict[str, str]
) -> None:
    """The same file in another order, worked on by fewer or more threads, gives the same persons."""
    shuffled = tmp_path / "people.parquet"
    rows = f"select * from '{DATA / 'fake_1000.parquet'}' order by md5(record_id || '{threads}')"
    duckdb.execute(f"copy ({rows}) to '{shuffled}'")
    monkeypatch.setenv("FIRSTPARTY_DUCKDB_THREADS", threads)
    assert resolved(shuffled, tmp_path / "persons.parquet") == fake_persons


def test_names_of_many_languages_and_scripts(tmp_path: Path) -> None:
    """Invented people of fourteen languages, whose names each record writes its own way, most without any identifier.

    Some cannot be told apart: namesakes of one city, and records of a household that tell little else. Without
    what names sound like, 82 of 100 pairs are found, and 94 of 100 that are joined are right.
    """
    truth = write_people(tmp_path / "people.parquet", seed=1)
    persons = resolved(tmp_path / "people.parquet", tmp_path / "persons.parquet")
    assert persons.keys() == truth.keys()
    scores = evaluate(persons, truth)
    print("world_people", scores)
    assert scores.pair_recall >= 0.9
    assert scores.pair_precision >= 0.93
    assert scores.pair_f1 >= 0.92


def test_without_scores_only_exact_evidence_joins(blank_identity_database: Path, tmp_path: Path) -> None:
    """Var scored_matching off: who only looks alike stays apart, on equal identifiers alone rests every edge."""
    shutil.copy(blank_identity_database, tmp_path / "firstparty.duckdb")
    workspace = Workspace(tmp_path)
    people = tmp_path / "people.csv"
    people.write_text(
        "record_id,given_name,family_name,birth_date,email,street_address,city,postal_code,country\n"
        "a,Ann,Poe,1980-05-03,ann@post.example,1 High Street,Leeds,LS1 1AA,GB\n"
        "b,Ann,Poe,1980-05-03,ann@post.example,,,,GB\n"
        "c,Anne,Poe,1980-05-03,,1 High St,Leeds,LS1 1AB,GB\n"
    )
    models = ["path:models/staging/people_files,resource_type:model", "path:models/identity,resource_type:model"]
    files = {"people_files.people": {"path": str(people), "format": "csv"}}
    variables = {"as_of": "2026-01-01", "sources": ["people_files"], "source_locations": files}
    outcome = workspace.dbt(
        *("run", "--select", *models), variables={**variables, "scored_matching": False}, parses=True
    )
    assert outcome.succeeded, outcome.output[-3000:]
    assert "candidate_pairs" not in outcome.output
    persons = dict(workspace.query("select source_record_id, person_id from identity.person_records"))
    assert persons["a"] == persons["b"] != persons["c"]
    assert workspace.query("select distinct kind from identity.identity_edges") == [("exact",)]
