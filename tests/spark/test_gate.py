"""The gate on Spark: when a suite fails, the build fails, says why, and what was published stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyhive import hive

from tests.python.test_gate import MEMBERS, PLANTED, PUBLISH, PUBLISHED

from .build import DBT_BUILD, SPARK_BUILD, run

PLANTED_COUNT = 3
REMEMBERED = "governance.int_governance__published_persons"


def rows(cursor: hive.Cursor, statement: str) -> list[tuple[object, ...]]:
    """The rows of a query."""
    cursor.execute(statement)
    fetched: list[tuple[object, ...]] = cursor.fetchall()
    return fetched


def published(cursor: hive.Cursor) -> list[list[tuple[object, ...]]]:
    """Number and content of the rows of every published table."""
    return [rows(cursor, f"select count(*), bit_xor(xxhash64(*)) from {table}") for table in PUBLISHED]


@pytest.fixture
def raw_addresses(cursor: hive.Cursor) -> Iterator[None]:
    """An address in clear stands where a digest belongs, in a few rows about to leave; afterwards no more."""
    cursor.execute("drop table if exists activation.sound_rows")
    cursor.execute(f"create table activation.sound_rows using parquet as select * from {MEMBERS}")
    columns = [name for name, *_ in rows(cursor, f"describe {MEMBERS}")]
    planted = {
        "google_email_sha256": f"case when place <= {PLANTED_COUNT} then '{PLANTED}' else google_email_sha256 end"
    }
    cursor.execute(
        f"insert overwrite table {MEMBERS} select {', '.join(planted.get(str(name), str(name)) for name in columns)} "
        "from (select *, row_number() over (order by google_email_sha256 is null, activation_row_id) as place "
        "from activation.sound_rows)"
    )
    yield
    cursor.execute(f"insert overwrite table {MEMBERS} select * from activation.sound_rows")
    cursor.execute("drop table activation.sound_rows")


@pytest.mark.usefixtures("raw_addresses")
def test_a_raw_address_among_the_digests_stops_the_build(cursor: hive.Cursor, tmp_path: Path) -> None:
    """Exit code, message, published tables and stored results, when an address was not hashed."""
    before = published(cursor)
    runs_before = rows(cursor, "select max(run_number) from governance.expectation_results")[0][0]

    outcome = run(tmp_path, *SPARK_BUILD, *PUBLISH)

    assert not outcome.succeeded
    assert (
        f"publish / google_email_sha256_is_a_digest / int_activation__eligible_members / {PLANTED_COUNT} rows"
        in outcome.output
    )
    assert PLANTED not in outcome.output
    assert "SKIP" in outcome.output
    assert published(cursor) == before
    failed = rows(
        cursor,
        "select expectation, unexpected_count from governance.expectation_results "
        f"where not is_success and severity = 'critical' and run_number > {runs_before}",
    )
    assert ("google_email_sha256_is_a_digest", PLANTED_COUNT) in failed
    assert ("google_email_sha256_holds_no_raw_personal_data", PLANTED_COUNT) in failed


@pytest.fixture
def other_ids(cursor: hive.Cursor) -> Iterator[None]:
    """Every fifth record was another person's when last published; afterwards no more."""
    cursor.execute(f"create table governance.remembered using parquet as select * from {REMEMBERED}")
    cursor.execute(
        f"insert overwrite table {REMEMBERED} select record_id, "
        "if(pmod(xxhash64(record_id), 5) = 0, concat('of old ', person_id), person_id) from governance.remembered"
    )
    yield
    cursor.execute(f"insert overwrite table {REMEMBERED} select * from governance.remembered")
    cursor.execute("drop table governance.remembered")


@pytest.mark.usefixtures("other_ids")
def test_the_brake_stops_what_moves_too_many(cursor: hive.Cursor, tmp_path: Path) -> None:
    """A fifth of all records another person than when last published: nothing is published, what moved is named."""
    before = published(cursor)
    [(moved,)] = rows(cursor, f"select count(*) from {REMEMBERED} where person_id like 'of old %'")

    outcome = run(tmp_path, *SPARK_BUILD, "--select", "identity_moves", "int_governance__brake_measures+")

    assert not outcome.succeeded
    assert f"changed_ids of identity: {moved} of " in " ".join(outcome.output.split())
    assert published(cursor) == before
    assert rows(cursor, "select count(*) from governance.identity_moves where change = 'joined'") != [(0,)]


def test_dbt_alone_publishes_nothing(cursor: hive.Cursor, tmp_path: Path) -> None:
    """`dbt build` cannot run the suites on Spark: it says so, and leaves what was published as it was."""
    before = published(cursor)
    outcome = run(tmp_path, *DBT_BUILD, *PUBLISH)
    assert not outcome.succeeded
    assert published(cursor) == before
