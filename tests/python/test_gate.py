"""The gate: when a suite fails, `dbt build` fails, says why, and what was published stays as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from scripts import PROJECT

from .conftest import Workspace

MEMBERS = "activation.int_activation__eligible_members"
PUBLISHED = (
    "activation.audience_changes",
    "activation.audience_members",
    "activation.audiences",
    "activation.sync_google_ads__customer_match",
    "activation.sync_meta__custom_audience",
)
# From the judgement of the rows about to leave, to all that is published.
PUBLISH = ("--select", "int_governance__publish_expectations+")
PLANTED = "jane.doe@example.com"


def published(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Number and content of the rows of every published table."""
    return {
        table: workspace.query(f"select count(*), bit_xor(hash(published)) from {table} as published")
        for table in PUBLISHED
    }


def plant_raw_address(workspace: Workspace) -> int:
    """Put an address in clear where a digest belongs, in three rows about to leave; their number."""
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute(
            f"update {MEMBERS} set google_email_sha256 = '{PLANTED}' where activation_row_id in "
            f"(select activation_row_id from {MEMBERS} where google_email_sha256 is not null order by 1 limit 3)"
        )
    return 3


def test_a_raw_address_among_the_digests_stops_the_build(sample_workspace: Workspace) -> None:
    """Exit code, message, published tables and stored results, when an address was not hashed."""
    before = published(sample_workspace)
    assert before["activation.audience_members"][0][0] != 0
    runs_before = sample_workspace.query("select max(run_number) from governance.expectation_results")[0][0]
    planted = plant_raw_address(sample_workspace)

    outcome = sample_workspace.dbt("build", *PUBLISH)

    assert not outcome.succeeded
    assert (
        f"publish / google_email_sha256_is_a_digest / int_activation__eligible_members / {planted} rows"
        in outcome.output
    )
    assert PLANTED not in outcome.output
    assert "SKIP" in outcome.output
    assert published(sample_workspace) == before
    stored = sample_workspace.query(
        "select expectation, unexpected_count from governance.expectation_results "
        "where not is_success and severity = 'critical' and run_number = ? order by 1",
        [runs_before + 1],
    )
    assert ("google_email_sha256_is_a_digest", planted) in stored
    assert ("google_email_sha256_holds_no_raw_personal_data", planted) in stored

    # The same verdict again is no new run, and the gate is still shut.
    again = sample_workspace.dbt("build", *PUBLISH)
    assert not again.succeeded
    assert sample_workspace.query("select max(run_number) from governance.expectation_results") == [(runs_before + 1,)]


def test_a_withdrawal_is_told_while_the_gate_is_shut(sample_workspace: Workspace) -> None:
    """Nothing is published, and yet whoever withdrew is named among those who leave at once."""
    plant_raw_address(sample_workspace)
    [(member, row)] = sample_workspace.query(
        "select person_id, activation_row_id from activation.audience_members order by 2 limit 1"
    )
    with duckdb.connect(str(sample_workspace.database)) as connection:
        connection.execute(
            "update activation.int_activation__removals_explained set removal_reason = 'consent_withdrawn' "
            "where removal_key = ?",
            [member],
        )
    before = published(sample_workspace)

    outcome = sample_workspace.dbt("build", *PUBLISH, "audience_withdrawals")

    assert not outcome.succeeded
    assert published(sample_workspace) == before
    told = "select activation_row_id from activation.audience_withdrawals where person_id = ?"
    assert (row,) in sample_workspace.query(told, [member])


def test_data_docs_show_the_verdict_and_no_data(sample_workspace: Workspace, tmp_path: Path) -> None:
    """The pages are written where they are asked for, failed or not, and quote no value."""
    plant_raw_address(sample_workspace)
    sample_workspace.dbt(
        "build", "--select", "int_governance__publish_expectations", environment={"FIRSTPARTY_DATA_DOCS": str(tmp_path)}
    )
    pages = list((tmp_path / "publish").rglob("*.html"))
    assert any(page.name == "index.html" for page in pages)
    text = "".join(page.read_text() for page in pages)
    assert "google email sha256 is a digest" in text
    assert PLANTED not in text


def test_the_very_first_build_stores_its_verdict_and_publishes_nothing(sample_workspace: Workspace) -> None:
    """With no earlier results and nothing published yet, a failure leaves results and no tables."""
    with duckdb.connect(str(sample_workspace.database)) as connection:
        connection.execute("drop table governance.expectation_results")
        for table in PUBLISHED:
            kind = (
                "view"
                if connection.execute(
                    "select count(*) from duckdb_views() where schema_name || '.' || view_name = ?", [table]
                ).fetchall()
                != [(0,)]
                else "table"
            )
            connection.execute(f"drop {kind} {table}")
    plant_raw_address(sample_workspace)

    outcome = sample_workspace.dbt("build", *PUBLISH)

    assert not outcome.succeeded
    assert sample_workspace.query(
        "select distinct run_number from governance.expectation_results where not is_success"
    ) == [(1,)]
    left = sample_workspace.query(
        "select table_schema || '.' || table_name from information_schema.tables where table_schema = 'activation'"
    )
    assert not {name for (name,) in left} & set(PUBLISHED)


@pytest.mark.parametrize("entity", ["shop/orders"])
def test_a_delivery_of_broken_rows_stops_the_build(sample_workspace: Workspace, tmp_path: Path, entity: str) -> None:
    """Every row of an entity arrives cut short: all are in quarantine, and nothing is published from the rest."""
    before = published(sample_workspace)
    raw = tmp_path / "raw"
    shutil.copytree(PROJECT / "sample" / "data", raw)
    row_count = 0
    for file in (raw / entity).iterdir():
        header, *rows = file.read_text(encoding="utf-8", errors="replace").splitlines()
        row_count += len(rows)
        file.write_text("\n".join([header, *(f"{row[:6]}" for row in rows)]) + "\n", encoding="utf-8")

    model = entity.replace("/", "__")
    outcome = sample_workspace.dbt(
        "build",
        "--select",
        f"base_{model}",
        f"stg_{model}",
        "int_staging__rejected_rows",
        "int_staging__row_counts",
        "int_governance__quarantine_sightings",
        "quarantined_rows",
        "int_governance__landed_expectations+",
        "--indirect-selection",
        "cautious",
        variables={"raw_path": str(raw)},
    )

    assert not outcome.succeeded
    assert "landed / no_entity_is_all_rejected / int_staging__row_counts / 1 rows" in outcome.output
    assert "landed / a_quarter_of_an_entity_at_most_is_broken / quarantined_rows / 1 rows" in outcome.output
    assert published(sample_workspace) == before
    quarantined = sample_workspace.query(
        "select count(*) from governance.quarantined_rows where entity = ?", [entity.replace("/", ".")]
    )[0][0]
    duplicates = sample_workspace.query(
        "select exact_duplicate_count from staging.int_staging__row_counts where entity = ?",
        [entity.replace("/", ".")],
    )[0][0]
    assert quarantined + duplicates == row_count


def test_the_brake_stops_what_moves_too_many_until_it_is_released(sample_workspace: Workspace) -> None:
    """A tenth of all records another person than when last published: nothing is published until a reason is given."""
    remembered = "governance.int_governance__published_persons"
    with duckdb.connect(str(sample_workspace.database)) as connection:
        connection.execute(
            f"update {remembered} set person_id = 'of old ' || person_id where record_id in "
            f"(select record_id from {remembered} order by hash(record_id), record_id limit 700)"
        )
    before = published(sample_workspace)
    [(record_count,)] = sample_workspace.query("select count(*) from identity.person_records")
    memory = sample_workspace.query(f"select * from {remembered} order by all")
    brake = ("--select", "identity_moves+", "int_governance__brake_measures+")

    for _ in range(2):
        stopped = sample_workspace.dbt("build", *brake)
        assert not stopped.succeeded
        assert "publish / no_more_is_moved_than_is_allowed / int_governance__brake_measures / 1 rows" in stopped.output
        assert f"changed_ids of identity: 700 of {record_count} (joined by" in " ".join(stopped.output.split())
        assert published(sample_workspace) == before
        assert sample_workspace.query(f"select * from {remembered} order by all") == memory
    assert sample_workspace.query("select count(*) from governance.identity_moves where change = 'joined'") != [(0,)]

    released = sample_workspace.dbt("build", *brake, variables={"brake_release": "a rule was changed on purpose"})
    assert released.succeeded, released.output[-3000:]
    assert sample_workspace.query(
        "select release_reason from governance.int_governance__brake_measures where is_over"
    ) == [("a rule was changed on purpose",)]
    assert published(sample_workspace) == before
    after = sample_workspace.dbt("build", *brake)
    assert after.succeeded, after.output[-3000:]
    assert sample_workspace.query("select count(*) from governance.int_governance__brake_measures where is_over") == [
        (0,)
    ]
