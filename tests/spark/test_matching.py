"""Records compare the same on both engines, whatever script or sign is in them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyhive import hive

from scripts.spark_build import WITHOUT_TESTS
from tests.python.conftest import Workspace
from tests.python.test_level_properties import any_text

from .build import SPARK_BUILD, run
from .warehouse import MATCHING, descendants, first_difference, matching_tables, parquet_of

LEARNED = "int_identity__match_parameters"
COMPARED = ("--select", f"path:{MATCHING}", "--exclude", f"{LEARNED}+")
RECORDS = "identity.int_identity__records"
TEXTS = (
    *("given_name", "middle_name", "family_name", "full_name", "email", "phone"),
    *("street_address", "city", "postal_code"),
)


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


def test_records_compare_the_same(
    cursor: hive.Cursor, both_companies: Workspace, manifest: dict[str, Any], tmp_path: Path
) -> None:
    """All rows of all tables before learning; the first table to differ is where the cause lies.

    That what is learned is the same, and who is one person, shows on the sample company (test_equality).
    """
    outcome = both_companies.dbt("run", "--full-refresh", *COMPARED)
    assert outcome.succeeded, outcome.output[-3000:]
    outcome = run(tmp_path, *SPARK_BUILD, "--full-refresh", *COMPARED, *WITHOUT_TESTS)
    assert outcome.succeeded, outcome.output[-3000:]
    learned = descendants(manifest, LEARNED)
    compared = [table for table in matching_tables() if table.partition(".")[2] not in learned]
    assert len(compared) > 15
    with duckdb.connect(str(both_companies.database), read_only=True) as connection:
        found = [first_difference(connection, table, parquet_of(cursor, table, tmp_path)) for table in compared]
    differences = [difference for difference in found if difference]
    assert not differences, "\n".join([f"{len(differences)} of {len(found)} tables differ:", *differences])
