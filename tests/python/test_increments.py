"""A build that works out only what changed leaves every table as a build that works out everything."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from scripts import PROJECT
from scripts.parsed_project import parsed_project

from .conftest import Workspace
from .dbt_process import run_dbt

COLUMNS = ("record_id", "given_name", "family_name", "birth_date", "email", "phone", "street_address", "city")
GIVEN = ("Ann", "Bob", "Robert", "Cid", "Dora", "Eve", "Finn", "Gus", "Hal", "Ida", "Jon", "Kim")
FAMILIES = tuple(f"{head}{tail}" for head in ("Ar", "Bel", "Cor", "Dun", "Ev", "Fal") for tail in ("mer", "ton", "sey"))
SETTINGS = {"sources": ["people_files"], "blocking_pairs_free": 2500}
MODELS = ("+person_records", "+identity_edges", "match_models")
SCHEMAS = ("staging", "identity")


class Company(Workspace):
    """A database that is built again and again."""

    def build(self, variables: Mapping[str, Any], *models: str) -> dict[str, str]:
        """Build some models on the database as it is; gives what dbt says of each."""
        outcome = run_dbt(
            [
                *("run", "--select", *models, "--vars", str(dict(variables)), "--no-write-json"),
                *("--target-path", str(self.folder / "target"), "--log-path", str(self.folder / "logs")),
                *("--log-level-file", "none"),
            ],
            environment={"FIRSTPARTY_DATABASE": str(self.database)},
            printed=self.folder / "printed.txt",
            parsed_project=parsed_project({}),
        )
        assert outcome.succeeded, outcome.output[-3000:]
        return dict(re.findall(r"model \w+[.](\w+) [. ]*\[(?:\x1b\[\d+m)?([A-Z][A-Z0-9 ]*[A-Z])", outcome.output))

    def forget_states(self) -> None:
        """Nothing is known of what tables were made from, so the next build works out everything."""
        with duckdb.connect(str(self.database)) as connection:
            connection.execute("delete from maintenance.table_states")

    def told_tables(self) -> set[str]:
        """Tables of which the last change was a change of some rows."""
        return {name for (name,) in self.query("select table_name from maintenance.table_states where is_told")}


def differences(company: Company, other: Company) -> list[str]:
    """Tables that differ in any row."""
    found = []
    with duckdb.connect() as connection:
        connection.execute(f"attach '{company.database}' as one (read_only)")
        connection.execute(f"attach '{other.database}' as other (read_only)")
        tables = connection.execute(
            "select table_schema || '.' || table_name from information_schema.tables "
            "where table_catalog = 'one' and table_schema in ? order by 1",
            [list(SCHEMAS)],
        ).fetchall()
        for (table,) in tables:
            rows = connection.execute(
                f"(select * from one.{table} except select * from other.{table}) union all "
                f"(select * from other.{table} except select * from one.{table}) limit 1"
            ).fetchall()
            if rows:
                found.append(table)
    assert len(tables) > 80
    return found


def differences_from_a_full_build(
    company: Company, folder: Path, variables: Mapping[str, Any], *models: str
) -> list[str]:
    """Tables that a build that works out everything, in a copy of the database, gives in another way."""
    folder.mkdir()
    other = Company(folder)
    duckdb.connect(str(company.database)).close()  # writes what is still beside the file into it
    shutil.copy(company.database, other.database)
    other.forget_states()
    other.build(variables, *models)
    return differences(company, other)


def person(dice: random.Random) -> dict[str, str]:
    """What a record may say of somebody; few enough values that some are shared by many."""
    given, family = dice.choice(GIVEN), dice.choice(FAMILIES)
    return {
        "given_name": given,
        "family_name": family,
        "birth_date": f"{dice.randint(1950, 1999)}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}",
        "email": f"{given}.{family}{dice.randint(1, 60)}@post.example".lower(),
        "phone": f"+49731{dice.randint(1000000, 1000400)}",
        "street_address": f"{dice.randint(1, 60)} Main Street",
        "city": dice.choice(("Ulm", "Bonn", "Kiel")),
    }


def slip(dice: random.Random, record: Mapping[str, str]) -> dict[str, str]:
    """The same person once more, written a little differently."""
    changed = dict(record)
    for name in dice.sample(COLUMNS[1:], 2):
        changed[name] = dice.choice(("", person(dice)[name], changed[name][:-1]))
    return changed


def live(dice: random.Random, records: dict[str, dict[str, str]], day: int) -> None:
    """A day: records are corrected, go and come; a form sends one invalid address, and a telephone gets crowded."""
    known = sorted(records)
    for record in dice.sample(known, 25):
        records[record] = slip(dice, records[record])
    for record in dice.sample(known, 10):
        del records[record]
    for number in range(20):
        like = records[dice.choice(sorted(records))]
        records[f"d{day}-{number}"] = slip(dice, like) if number % 2 else person(dice)
    for record in dice.sample(sorted(records), 12):
        records[record]["email"] = "none@"
    for record in dice.sample(sorted(records), 8):
        records[record]["phone"] = "+497311000000"


def write(path: Path, records: Mapping[str, Mapping[str, str]]) -> None:
    """Write the records as a Parquet file of people, in the order in which they came; some are there twice."""
    rows = [{"record_id": record, **said} for record, said in records.items()]
    pq.write_table(pa.Table.from_pylist([*rows, *rows[::100]]), path)


def test_people_who_change(blank_identity_database: Path, tmp_path: Path) -> None:
    """Two thousand records that are compared and scored live through two more days, each built upon the one before."""
    dice = random.Random(20)
    company = Company(tmp_path)
    shutil.copy(blank_identity_database, company.database)
    persons = [person(dice) for _ in range(900)]
    records = {f"r{number}": slip(dice, dice.choice(persons)) for number in range(2000)}
    for record in ("r1", "r2", "r3"):
        records[record]["birth_date"] = "2026-01-03"  # lies in the future until the third day
    location = {"people_files.people": {"path": str(tmp_path / "people.parquet"), "format": "parquet"}}
    variables = {**SETTINGS, "as_of": "2026-01-01", "source_locations": location}
    write(tmp_path / "people.parquet", records)
    company.build(variables, *MODELS)
    for day in (2, 3):
        live(dice, records, day)
        write(tmp_path / "people.parquet", records)
        variables["as_of"] = f"2026-01-0{day}"
        company.build(variables, *MODELS)
        told = company.told_tables()
        assert {"int_identity__candidate_pairs", "int_identity__exact_components", "person_records"} <= told
        assert len(told) >= 35
        assert differences_from_a_full_build(company, tmp_path / f"full_{day}", variables, *MODELS) == []


def test_rows_without_a_key(blank_identity_database: Path, tmp_path: Path) -> None:
    """The key of equal rows is their number among them: it moves when one goes, although the others stay in place."""
    company = Company(tmp_path)
    shutil.copy(blank_identity_database, company.database)
    file, models = tmp_path / "people.parquet", ("stg_people_files__people", "base_people_files__people")
    location = {"path": str(file), "format": "parquet", "columns": {"record_id": "_row_id"}}
    variables = {**SETTINGS, "source_locations": {"people_files.people": location}}
    rows = [{"given_name": name, "family_name": "Archer"} for name in ("Ann", "Bob", "Ann", "Cid", *GIVEN)]
    pq.write_table(pa.Table.from_pylist(rows), file)
    company.build(variables, *models)
    pq.write_table(pa.Table.from_pylist([{"given_name": "Dora", "family_name": "Baker"}, *rows[1:]]), file)
    company.build(variables, *models)
    assert "base_people_files__people" in company.told_tables()
    assert differences_from_a_full_build(company, tmp_path / "full", variables, *models) == []


def test_rows_that_stayed_keep_their_hash(blank_identity_database: Path, tmp_path: Path) -> None:
    """All that a row says is asked for, columns that nobody declared included, and how it is said."""
    company = Company(tmp_path)
    shutil.copy(blank_identity_database, company.database)
    file, model = tmp_path / "people.parquet", "base_people_files__people"
    variables = {
        **SETTINGS,
        "source_locations": {"people_files.people": {"path": str(file), "format": "parquet"}},
    }
    rows = [{"record_id": name, "given_name": name, "shoe": "7"} for name in GIVEN]
    corrected = [{**row, "shoe": "9"} if row["record_id"] == "Dora" else row for row in rows]
    deliveries = {
        "as it was": rows,
        "as it was again": rows,
        "one corrected": corrected,
        "in another order": corrected[::-1],
        "numbers for texts": [{**row, "shoe": int(row["shoe"])} for row in corrected],
        "one column more": [{**row, "hat": None} for row in corrected],
    }
    hashes: dict[str, dict[str, str]] = {}
    for name, delivered in deliveries.items():
        pq.write_table(pa.Table.from_pylist(delivered), file)
        company.build(variables, model)
        found = company.query(f"select record_id, _row_hash, md5(_raw_row) from staging.{model}")
        assert all(row_hash == of_row for _, row_hash, of_row in found), name
        hashes[name] = {record: row_hash for record, row_hash, _ in found}
    before, after = hashes["as it was"], hashes["one corrected"]
    assert before == hashes["as it was again"]
    assert [record for record in before if before[record] != after[record]] == ["Dora"]
    assert after == hashes["in another order"] == hashes["numbers for texts"]
    assert after.keys() == hashes["one column more"].keys() and after != hashes["one column more"]


def test_birth_dates_that_lay_in_the_future(blank_identity_database: Path, tmp_path: Path) -> None:
    """On their day they are read, in each way of writing; what is no date at all is not looked at again."""
    company = Company(tmp_path)
    shutil.copy(blank_identity_database, company.database)
    file, models = tmp_path / "people.parquet", ("stg_people_files__people", "base_people_files__people")
    location = {"people_files.people": {"path": str(file), "format": "parquet"}}
    written = {
        **dict.fromkeys(("2026-01-01", "20260101", "1.1.2026", "01/01/2026"), "2026-01-01"),
        **dict.fromkeys(("2026-01-02", "1976-03-76", "in spring"), None),
        **{f"{year}-05-04": f"{year}-05-04" for year in range(1980, 2000)},
    }
    rows = [{"record_id": text, "given_name": "Ann", "family_name": "Archer", "birth_date": text} for text in written]
    pq.write_table(pa.Table.from_pylist(rows), file)
    said = []
    for day in ("2025-12-31", "2026-01-01", "2026-01-01"):
        variables = {**SETTINGS, "as_of": day, "source_locations": location}
        said.append(company.build(variables, *models)["stg_people_files__people"])
    # Of five that may be read now the rows go and come: one lies in the future yet.
    assert said == ["FULL", "CHANGED 10 ROWS", "KEPT"]
    read = company.query("select birth_date_raw, cast(birth_date as varchar) from staging.stg_people_files__people")
    assert dict(read) == written
    assert differences_from_a_full_build(company, tmp_path / "full", variables, *models) == []


def test_rows_of_few_keys(blank_identity_database: Path, tmp_path: Path) -> None:
    """Where no record has several rows, a record that changed is one of many, not more than a third of none."""
    company = Company(tmp_path)
    shutil.copy(blank_identity_database, company.database)
    file, model = tmp_path / "people.parquet", "int_identity__repeated_person_rows"
    location = {"path": str(file), "format": "parquet"}
    variables = {**SETTINGS, "source_locations": {"people_files.people": location}}
    said = []
    for changed in ("Ann", "Bea"):
        names = [changed, *GIVEN]
        rows = [{"record_id": str(number), "given_name": name} for number, name in enumerate(names)]
        pq.write_table(pa.Table.from_pylist(rows), file)
        said.append(company.build(variables, f"+{model}")[model])
    assert said == ["FULL", "CHANGED 0 ROWS"]


def test_columns_mapped_anew(blank_identity_database: Path, tmp_path: Path) -> None:
    """Rows that stayed are read again where the project says that their columns mean something else."""
    company = Company(tmp_path)
    shutil.copy(blank_identity_database, company.database)
    file, model = tmp_path / "people.parquet", "base_people_files__people"
    pq.write_table(
        pa.Table.from_pylist([{"id": str(n), "first": name, "last": "Doe"} for n, name in enumerate(GIVEN)]), file
    )
    mappings = [
        {"columns": {"record_id": "id", "given_name": "first", "family_name": "last"}},
        {"columns": {"record_id": "id", "given_name": "last", "family_name": "first"}},
        {"columns": {"record_id": "id", "given_name": "last", "family_name": "first"}, "values": {"country": "DE"}},
        {"columns": {"record_id": "_row_id", "given_name": "first"}},
        {"columns": {"record_id": "_source_row", "given_name": "first"}},
    ]
    asked = f"select record_id, given_name, family_name, country from staging.{model} order by all"
    for mapping in mappings:
        location = {"path": str(file), "format": "parquet", **mapping}
        variables = {**SETTINGS, "source_locations": {"people_files.people": location}}
        company.build(variables, model)
        found = company.query(asked)
        assert len(found) == len(GIVEN)
        company.build(variables, model, "--full-refresh")
        assert found == company.query(asked), mapping


def test_a_second_delivery(blank_identity_database: Path, tmp_path: Path) -> None:
    """The sample company before its last delivery, and with it: rows of all sources, sent again, changed and new."""
    sample, data = PROJECT / "sample" / "data", tmp_path / "data"
    company = Company(tmp_path)
    shutil.copy(blank_identity_database, company.database)
    variables = {"raw_path": str(data)}
    shutil.copytree(sample, data, ignore=shutil.ignore_patterns("2026-06-29.*"))
    company.build(variables, "+path:models/identity")
    for file in sample.rglob("2026-06-29.*"):
        shutil.copy(file, data / file.relative_to(sample))
    company.build(variables, "+path:models/identity")
    told = company.told_tables()
    assert {"int_identity__records", "int_identity__value_holders", "person_records"} <= told
    assert differences_from_a_full_build(company, tmp_path / "full", variables, "+path:models/identity") == []
