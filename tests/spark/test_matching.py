"""Scored matching is the same on both engines: how records compare, what is learned from it, and who is one person."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyhive import hive

from scripts import PROJECT
from scripts.spark_build import WITHOUT_TESTS
from tests.python.conftest import SCORED, Workspace
from tests.python.test_level_properties import any_text

from .build import SPARK_BUILD, run
from .warehouse import first_difference, parquet_of

FOLDER = "models/identity/intermediate/matching"
LEARNED = "int_identity__match_parameters+"
BEFORE_LEARNING = ("--select", f"path:{FOLDER}", "--exclude", LEARNED)
LEARNING = ("--select", f"{LEARNED},path:{FOLDER}", "match_models", "households")
RECORDS = "identity.int_identity__records"
START = "identity.int_identity__match_start"
PARAMETERS = "identity.int_identity__match_parameters"
CORRECTED_FROM = 3
TEXTS = (
    *("given_name", "middle_name", "family_name", "full_name", "email", "phone"),
    *("street_address", "city", "postal_code"),
)
# Codes of texts, and fingerprints of what was compared: each engine has its own.
ENGINES_OWN = (
    r"^block_key$|_code$|^(given|family)_(sound|other|skeleton|first|last|broad)$|_fingerprint$|^model_version$"
)


def tables() -> list[str]:
    """Every table of scored matching, by address."""
    names = [path.stem for path in sorted((PROJECT / FOLDER).glob("*.sql"))]
    return [f"identity.{name}" for name in (*names, "match_models", "households")]


@pytest.fixture
def both_companies(cursor: hive.Cursor, duckdb_build: Workspace, tmp_path: Path) -> Iterator[Workspace]:
    """The sample company on both engines, with texts of any script and sign in a tenth of the records.

    On Spark the records are put back afterwards.
    """
    workspace = Workspace(tmp_path)
    shutil.copy(duckdb_build.database, workspace.database)
    dice = random.Random(20260630)
    odd_file = tmp_path / "odd.parquet"
    with duckdb.connect(str(workspace.database)) as connection:
        records = [row[0] for row in connection.execute(f"select record_id from {RECORDS} order by 1").fetchall()]
        changed = dice.sample(records, len(records) // 10)
        odd = {name: pa.array([any_text(dice) for _ in changed], pa.string()) for name in TEXTS}
        pq.write_table(pa.table({"record_id": pa.array(changed), **odd}), odd_file)
        assigned = ", ".join(f"{name} = coalesce(odd.{name}, records.{name})" for name in TEXTS)
        connection.execute(
            f"update {RECORDS} as records set {assigned} "
            f"from '{odd_file}' as odd where odd.record_id = records.record_id"
        )
        columns = [name for name, *_ in connection.execute(f"describe {RECORDS}").fetchall()]
    cursor.execute(f"drop table if exists {RECORDS}_sound")
    cursor.execute(f"create table {RECORDS}_sound using parquet as select * from {RECORDS}")
    written = ", ".join(
        f"coalesce(odd.{name}, records.{name})" if name in TEXTS else f"records.{name}" for name in columns
    )
    cursor.execute(
        f"insert overwrite table {RECORDS} select {written} from {RECORDS}_sound as records "
        f"left join parquet.`{odd_file}` as odd on records.record_id = odd.record_id"
    )
    yield workspace
    cursor.execute(f"insert overwrite table {RECORDS} select * from {RECORDS}_sound")
    cursor.execute(f"drop table {RECORDS}_sound")


def test_scored_matching_is_equal(cursor: hive.Cursor, both_companies: Workspace, tmp_path: Path) -> None:
    """All rows of all its tables; the first table to differ is where the cause lies.

    Learning from where it starts takes some seventy rounds. To save the time it starts here, on both engines, with what
    DuckDB learned and the count of the round from which on strangers are corrected; it goes on to the eighth at least.
    """
    learned = tmp_path / "learned.parquet"
    cursor.execute("drop table if exists identity.match_models")
    options = ("--full-refresh", "--vars", json.dumps(SCORED), *WITHOUT_TESTS)
    outcome = both_companies.dbt("run", "--full-refresh", "--select", f"path:{FOLDER}", variables=SCORED)
    assert outcome.succeeded, outcome.output[-3000:]
    outcome = run(tmp_path, *SPARK_BUILD, *BEFORE_LEARNING, *options)
    assert outcome.succeeded, outcome.output[-3000:]
    with duckdb.connect(str(both_companies.database)) as connection:
        found = [first_difference(connection, START, parquet_of(cursor, START, tmp_path), ENGINES_OWN)]
        learned_rows = f"select * replace ({CORRECTED_FROM} as iteration) from {PARAMETERS}"
        connection.execute(f"create or replace table {START} as {learned_rows}")
        connection.execute(f"copy {START} to '{learned}' (format parquet)")
    cursor.execute(f"insert overwrite table {START} select * from parquet.`{learned}`")

    outcome = both_companies.dbt("run", "--full-refresh", *LEARNING, variables=SCORED)
    assert outcome.succeeded, outcome.output[-3000:]
    outcome = run(tmp_path, *SPARK_BUILD, *LEARNING, *options)
    assert outcome.succeeded, outcome.output[-3000:]
    with duckdb.connect(str(both_companies.database), read_only=True) as connection:
        rounds = connection.execute(f"select min(iteration), max(iteration), count(*) from {PARAMETERS}").fetchall()
        for table in tables():
            found.append(first_difference(connection, table, parquet_of(cursor, table, tmp_path), ENGINES_OWN))
    assert 8 <= rounds[0][0] == rounds[0][1] < 20
    differences = [difference for difference in found if difference]
    assert not differences, "\n".join([f"{len(differences)} of {len(found)} tables differ:", *differences])
