"""The identity command: what it says to input it cannot use, and what it makes of a file it can."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from scripts.resolve_identity import RESOLVED_TABLE, InputError, inspect_people, is_resolved, main

from .conftest import Workspace


def write(path: Path, text: str) -> str:
    """Write a file and return its path as text."""
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("text", "attributes", "message"),
    [
        ("", [], "is empty. It needs a header line and at least one row"),
        ("record_id,given_name\n", [], "has a header but no row"),
        ("id,given_name\n1,Ann\n", [], "The column record_id is missing (found: id, given_name)"),
        ("record_id,first\n1,Ann\n", [], "No column says who anybody is"),
        ("record_id,given_name\n1,Ann\n1,Bea\n", [], "record_id is repeated: 2 rows share 1 different ids"),
        ("record_id,given_name\n,Ann\n2,Bea\n", [], "1 of 2 rows have no record_id"),
        ("record_id,given_name\n1,Ann\n", ["height"], "ATTRIBUTES names columns that the file does not have: height"),
        ("record_id,given_name\n1,Ann\n", ["given_name"], "ATTRIBUTES names standard columns"),
    ],
)
def test_unusable_input_is_explained(tmp_path: Path, text: str, attributes: list[str], message: str) -> None:
    """Each kind of unusable file has a message that says what to do, and names no value of the file."""
    with pytest.raises(InputError) as raised:
        inspect_people(write(tmp_path / "people.csv", text), attributes)
    assert message in str(raised.value)
    assert "Ann" not in str(raised.value)


def test_paths_are_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file, an unknown ending and a missing folder are told apart."""
    good = write(tmp_path / "people.csv", "record_id,given_name\n1,Ann\n")
    for people, out, message in [
        (str(tmp_path / "none.csv"), str(tmp_path / "out.csv"), "PEOPLE names no file"),
        (write(tmp_path / "people.xlsx", "x"), str(tmp_path / "out.csv"), "must end in .csv or .parquet"),
        (good, str(tmp_path / "nowhere" / "out.csv"), "The folder of OUT does not exist"),
        (good, "", "OUT is not given"),
        ("", str(tmp_path / "out.csv"), "PEOPLE is not given"),
    ]:
        assert main(["--people", people, "--out", out]) == 2
        assert message in capsys.readouterr().err
    assert main(["--people", good, "--out", str(tmp_path / "out.csv"), "--database", good]) == 2
    assert "DATABASE is there already, and no earlier run" in capsys.readouterr().err


def test_people_are_resolved(tmp_path: Path) -> None:
    """Records of one person get one id, by e-mail and by an attribute, and keep it when the file changes."""
    people = write(
        tmp_path / "people.csv",
        "record_id,given_name,family_name,birth_date,email,guild\n"
        "a,Ann,Archer,1980-02-03,ann@example.com,\n"
        "b,Ann,Archer,,ANN@example.com,\n"
        "c,Bea,Baker,1975-05-06,,weavers\n"
        "d,Bea,Baker,1975-05-06,,weavers\n"
        "e,Bea,Baker,1991-05-06,,smiths\n",
    )
    out = tmp_path / "persons.parquet"
    kept = tmp_path / "kept.duckdb"
    assert main(["--people", people, "--out", str(out), "--attributes", "guild", "--database", str(kept)]) == 0
    elsewhere = "table_name = 'base_crm__contacts'"
    with duckdb.connect(str(kept)) as connection:
        assert connection.execute("select count(distinct model_version) from identity.match_models").fetchone() == (1,)
        connection.execute(f"update maintenance.table_states set inputs = null where {elsewhere}")
    rows = duckdb.connect().execute(f"select record_id, person_id from '{out}'").fetchall()
    persons = dict(rows)
    assert sorted(persons) == ["a", "b", "c", "d", "e"]
    assert len(rows) == 5
    assert persons["a"] == persons["b"]
    assert persons["c"] == persons["d"]
    assert len({persons["a"], persons["c"], persons["e"]}) == 3

    write(
        tmp_path / "people.csv",
        "record_id,given_name,family_name,birth_date,email,guild\n"
        "b,Ann,Archer,,ANN@example.com,\n"
        "c,Bea,Baker,1975-05-06,,weavers\n"
        "d,Bea,Baker,1975-05-06,,weavers\n"
        "e,Bea,Baker,1991-05-06,,smiths\n"
        "f,Cid,Cooper,,cid@example.com,\n",
    )
    assert main(["--people", people, "--out", str(out), "--attributes", "guild", "--database", str(kept)]) == 0
    later = dict(duckdb.connect().execute(f"select record_id, person_id from '{out}'").fetchall())
    assert {record: later[record] for record in "bcde"} == {record: persons[record] for record in "bcde"}
    assert sorted(later) == ["b", "c", "d", "e", "f"]
    assert later["f"] not in persons.values()
    with duckdb.connect(str(kept), read_only=True) as connection:
        told = connection.execute("select is_told from maintenance.table_states where table_name = 'person_records'")
        assert told.fetchone() == (True,)
        # What does not hang on the file of people was not asked.
        asked = connection.execute(f"select inputs from maintenance.table_states where {elsewhere}")
        assert asked.fetchall() == [(None,)]


def test_another_build_is_not_gone_on_from(tmp_path: Path) -> None:
    """A database goes on from the latest build only where that was the same one, to the day, and was finished."""
    database = tmp_path / "kept.duckdb"
    assert not is_resolved(database, "build 2026-01-01")
    with duckdb.connect(str(database)) as connection:
        connection.execute("create schema maintenance")
    assert not is_resolved(database, "build 2026-01-01")
    with duckdb.connect(str(database)) as connection:
        connection.execute(f"create table {RESOLVED_TABLE} as select 'build 2026-01-01' as build")
    assert is_resolved(database, "build 2026-01-01")
    assert not is_resolved(database, "build 2026-01-02")


def test_a_single_record_is_a_person(tmp_path: Path) -> None:
    """With nobody to compare, and nothing to learn from, the build still ends."""
    people = write(tmp_path / "people.csv", "record_id,given_name,family_name\na,Ann,Archer\n")
    out = tmp_path / "persons.csv"
    assert main(["--people", people, "--out", str(out)]) == 0
    assert len(duckdb.execute(f"select * from '{out}'").fetchall()) == 1


def test_two_equal_records_are_one_person(tmp_path: Path) -> None:
    """Where there is nothing to learn from, equal names with birth date and postal code still say enough."""
    row = "Ann,Archer,1980-02-03,N1 1AA\n"
    people = write(tmp_path / "people.csv", f"record_id,given_name,family_name,birth_date,postal_code\na,{row}b,{row}")
    out = tmp_path / "persons.csv"
    assert main(["--people", people, "--out", str(out)]) == 0
    assert len(duckdb.execute(f"select distinct person_id from '{out}'").fetchall()) == 1


def test_scores_take_the_place_of_composed_identifiers(workspace: Workspace) -> None:
    """They do so from 10,000 records on: below, each of these records has two, by birth date and by year of birth."""
    model = "int_identity__composite_identifiers"
    outcome = workspace.dbt("compile", "--select", model, "--no-introspect")
    assert outcome.succeeded, outcome.output[-3000:]
    query = next((workspace.folder / "target" / "compiled").rglob(f"{model}.sql")).read_text()
    with duckdb.connect() as connection:
        connection.execute("attach ':memory:' as firstparty")
        connection.execute("create schema firstparty.identity")
        for record_count, composed_count in ((9_999, 19_998), (10_000, 0)):
            connection.execute(
                f"""
                create or replace table firstparty.identity.int_identity__record_keys as
                select
                    'crm:' || range as record_id, 'ann' as given_canonical, 'ann' as given_key, 'poe' as family_key,
                    '1980-02-03' as birth_key, 'n' || range as postal_code_key,
                    cast(null as text) as telling_birth_key, cast(null as text) as address_key,
                    cast(null as text) as phone, cast(null as text) as email_local_part,
                    cast(null as timestamp) as first_seen_at, cast(null as timestamp) as last_seen_at
                from range({record_count})
                """
            )
            assert connection.execute(f"select count(*) from ({query})").fetchall() == [(composed_count,)]
