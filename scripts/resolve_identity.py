"""Resolve one file of people through the project's ordinary models: record ids in, person ids out.

The file becomes the source `people_files`; every other source is off. The build happens in a temporary database, or in
one of your choice that is kept, so the command neither reads nor changes the project's own. A database that it kept can
be named again: then only what changed in the file since is worked out, and whoever was a person keeps the id.

Answers of people about pairs of records help where there are some. QUESTIONS names a file for the pairs whose answers
would help most, with an empty column is_same; filled in (yes, no or unsure), it is what LABELS takes. LABELS needs the
columns record_id_left, record_id_right and is_same; labelled_by and labelled_at may be there.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import gc
import json
import os
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from scripts import PROJECT
from scripts.parsed_project import ParseError, parsed_project

STANDARD_COLUMNS = (
    "record_id",
    "source",
    "given_name",
    "middle_name",
    "family_name",
    "full_name",
    "birth_date",
    "gender",
    "email",
    "phone",
    "street_address",
    "city",
    "region",
    "postal_code",
    "country",
    "national_id",
    "loyalty_id",
    "user_id",
    "company",
)


LABEL_COLUMNS = ("record_id_left", "record_id_right", "is_same")
OPTIONAL_LABEL_COLUMNS = ("labelled_by", "labelled_at")
LABELS_TABLE = "raw_labels.match_labels"
# What is built, but for views, where only the file of people changed since the build that RESOLVED_TABLE names. Another
# build lets go of that table.
CHANGED_MODELS = "base_people_files__people+"
RESOLVED_TABLE = "maintenance.resolved"
QUESTION_COUNT = 200
DBT_RUNNER = "scripts.run_parsed"
CODE_KEEPER = "scripts.quicker_import"
# Finds most of who is one person; a build of all sources, from which people are written to, wants to be surer.
MATCH_THRESHOLD = 0.5

UNUSED_LABELS = """
    select unused_reason, count(*) from identity.int_identity__match_labels group by 1 order by 1 nulls first
"""


class InputError(Exception):
    """What is wrong with the input, and what to do about it; holds no value from the file."""


@dataclass(frozen=True)
class PeopleFile:
    """A file of people that was found fit to resolve."""

    path: Path
    format: str
    attributes: tuple[str, ...]
    ignored_columns: tuple[str, ...]
    row_count: int


def reader(path: Path, file_format: str) -> str:
    """The DuckDB table function that reads a file with every column as text, broken rows left out."""
    quoted = str(path).replace("'", "''")
    if file_format == "parquet":
        return f"read_parquet('{quoted}')"
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        names = next(csv.reader(file), [])
    columns = ", ".join("'{}': 'VARCHAR'".format(name.strip().replace("'", "''")) for name in names)
    return (
        f"read_csv('{quoted}', columns = {{{columns}}}, auto_detect = false, header = true, delim = ',', quote = '\"', "
        "escape = '\"', ignore_errors = true, max_line_size = 33554432)"
    )


def file_format_of(path: Path, role: str) -> str:
    """The format, csv or parquet, by the file's ending.

    Raises:
        InputError: the ending is neither.
    """
    if path.suffix == ".parquet":
        return "parquet"
    if path.suffix == ".csv":
        return "csv"
    raise InputError(f"{role} must end in .csv or .parquet, but is named '{path.name}'.")


def inspect_people(people: str, attributes: Sequence[str]) -> PeopleFile:
    """Check a file of people before anything is built from it.

    Args:
        people: path of a CSV (comma, header line) or Parquet file, one row a record.
        attributes: further columns that take part in matching, as text.

    Raises:
        InputError: all that is wrong with the file, in one message.
    """
    if not people:
        raise InputError("PEOPLE is not given. Usage: make identity PEOPLE=people.csv OUT=persons.csv")
    path = Path(people).resolve()
    if not path.is_file():
        raise InputError(f"PEOPLE names no file: {people}")
    if "'" in str(path):
        raise InputError("The path of PEOPLE holds a quote character; rename the file or its folder.")
    file_format = file_format_of(path, "PEOPLE")
    if path.stat().st_size == 0:
        raise InputError(f"{path.name} is empty. It needs a header line and at least one row.")

    # One core imports dbt meanwhile.
    connection = duckdb.connect(config={"threads": max(1, (os.cpu_count() or 1) - 1)})
    table = reader(path, file_format)
    try:
        described = connection.execute(f"describe select * from {table}").fetchall()
    except duckdb.Error as error:
        raise InputError(
            f"{path.name} cannot be read as {file_format} ({type(error).__name__}). "
            "Is it UTF-8 with commas between columns and a header line?"
        ) from None
    columns = [str(row[0]) for row in described]
    problems = column_problems(columns, attributes)
    row_count = 0
    if "record_id" in columns:
        row_count, row_messages = row_problems(connection, table, path.name)
        problems.extend(row_messages)
    if problems:
        raise InputError(" ".join(problems))
    known = {*STANDARD_COLUMNS, *attributes}
    return PeopleFile(
        path=path,
        format=file_format,
        attributes=tuple(attributes),
        ignored_columns=tuple(name for name in columns if name not in known),
        row_count=row_count,
    )


def column_problems(columns: Sequence[str], attributes: Sequence[str]) -> list[str]:
    """What is wrong with a file's columns, given the attributes asked for; empty when nothing is."""
    problems = []
    unknown = [name for name in attributes if name not in columns]
    if unknown:
        problems.append(f"ATTRIBUTES names columns that the file does not have: {', '.join(unknown)}.")
    standard = [name for name in attributes if name in STANDARD_COLUMNS]
    if standard:
        problems.append(f"ATTRIBUTES names standard columns, which are used anyway: {', '.join(standard)}.")
    if not any(name in STANDARD_COLUMNS[2:] or name in attributes for name in columns):
        problems.append(f"No column says who anybody is. Rename what there is to: {', '.join(STANDARD_COLUMNS)}.")
    if "record_id" not in columns:
        problems.append(
            f"The column record_id is missing (found: {', '.join(columns)}). "
            "Add one that is filled and different on every row."
        )
    return problems


def row_problems(connection: duckdb.DuckDBPyConnection, table: str, name: str) -> tuple[int, list[str]]:
    """How many rows a file has, and what is wrong with their record ids; counts only, no ids."""
    counts = connection.execute(
        "select sum(row_count), sum(row_count) filter (record_id is not null), count(record_id) from ("
        "select nullif(trim(cast(record_id as varchar)), '') as record_id, count(*) as row_count "
        f"from {table} group by 1) as records"
    ).fetchone()
    row_count, filled, distinct = (int(count or 0) for count in counts or (0, 0, 0))
    if row_count == 0:
        return 0, [f"{name} has a header but no row."]
    problems = []
    if filled < row_count:
        problems.append(f"{row_count - filled} of {row_count} rows have no record_id; fill it.")
    if distinct < filled:
        problems.append(
            f"record_id is repeated: {filled} rows share {distinct} different ids. "
            "Give each row its own, or remove the copies."
        )
    return row_count, problems


def inspect_database(database: str) -> Path:
    """Where to keep the database: a new file, or one that an earlier run kept.

    Raises:
        InputError: it is neither.
    """
    kept = Path(database).resolve()
    if not kept.parent.is_dir():
        raise InputError(f"The folder of DATABASE does not exist: {database}")
    if not kept.exists():
        return kept
    try:
        with duckdb.connect(str(kept), read_only=True) as connection:
            sources = connection.execute("select distinct source from identity.person_records").fetchall()
    except duckdb.Error:
        sources = None
    if sources not in ([("people_files",)], []):
        raise InputError(f"DATABASE is there already, and no earlier run of this command made it: {database}")
    return kept


def read_labels(labels: str) -> pa.Table:
    """The answers in a file, CSV or Parquet, in the columns of the seed match_labels; what they say is not judged here.

    Raises:
        InputError: the file cannot be read, or a column is missing.
    """
    path = Path(labels).resolve()
    if not path.is_file():
        raise InputError(f"LABELS names no file: {labels}")
    try:
        if file_format_of(path, "LABELS") == "parquet":
            table = pq.read_table(path)
            columns, rows = table.column_names, [tuple(row.values()) for row in table.to_pylist()]
        else:
            with path.open(encoding="utf-8-sig", newline="") as file:
                columns, *rows = [tuple(row) for row in csv.reader(file, strict=True) if row] or [()]
    except (UnicodeDecodeError, csv.Error, pa.ArrowInvalid) as error:
        raise InputError(
            f"LABELS cannot be read ({type(error).__name__}). Is it UTF-8 with commas between columns and a header?"
        ) from None
    missing = [name for name in LABEL_COLUMNS if name not in columns]
    if missing:
        raise InputError(
            f"LABELS lacks {', '.join(missing)} (found: {', '.join(columns) or 'nothing'}). "
            f"Its columns are {', '.join(LABEL_COLUMNS)}, and if you like {', '.join(OPTIONAL_LABEL_COLUMNS)}."
        )
    broken = sum(len(row) != len(columns) for row in rows)
    if broken:
        raise InputError(
            f"{broken} of {len(rows)} rows of LABELS have more or fewer values than the header has columns."
        )
    answers = [dict(zip(columns, row, strict=True)) for row in rows]
    ids = [[str(answer[name] or "").strip() for answer in answers] for name in LABEL_COLUMNS[:2]]
    told = [[answer.get(name) for answer in answers] for name in (LABEL_COLUMNS[2], *OPTIONAL_LABEL_COLUMNS)]
    return pa.table(
        [
            *(pa.array([f"people_files:{record}" if record else None for record in side], pa.string()) for side in ids),
            *(pa.array([None if value is None else str(value) for value in values], pa.string()) for values in told),
        ],
        names=["left_record_id", "right_record_id", LABEL_COLUMNS[2], *OPTIONAL_LABEL_COLUMNS],
    )


def write_persons(connection: duckdb.DuckDBPyConnection, out: Path) -> None:
    """Write record_id and person_id of every record, CSV or Parquet by the file's ending."""
    quoted = str(out).replace("'", "''")
    options = "format parquet" if out.suffix == ".parquet" else "format csv, header"
    connection.execute(
        "copy (select source_record_id as record_id, person_id from identity.person_records order by 1) "
        f"to '{quoted}' ({options})"
    )


def told_counts(connection: duckdb.DuckDBPyConnection, out: Path, has_labels: bool) -> list[str]:
    """What became of the file, in lines for its owner; counts only."""
    records = connection.execute("select count(*), count(distinct person_id) from identity.person_records").fetchall()
    refused = connection.execute(
        "select _reason_code, count(*) from staging.base_people_files__people "
        "where _reason_code is not null group by 1 order by 1"
    ).fetchall()
    unused = connection.execute(UNUSED_LABELS).fetchall() if has_labels else []
    return [
        *(f"{record_count} records are {person_count} persons: {out}" for record_count, person_count in records),
        *(f"{count} rows were left out: {reason}" for reason, count in refused),
        *(
            f"{count} labels {'took part' if reason is None else f'were left out: {reason}'}"
            for reason, count in unused
        ),
    ]


def write_questions(connection: duckdb.DuckDBPyConnection, questions: Path) -> None:
    """Write the pairs to ask about, the most worthwhile first, in the form that LABELS takes."""
    quoted = str(questions).replace("'", "''")
    connection.execute(
        "copy (select substr(left_record_id, 14) as record_id_left, substr(right_record_id, 14) as record_id_right, "
        "cast(null as varchar) as is_same, round(probability, 3) as probability, pair_count "
        f"from identity.int_identity__pairs_to_label order by place) to '{quoted}' (format csv, header)"
    )


def is_resolved(database: Path, build: str) -> bool:
    """Whether the latest build of a database was that one, and was finished."""
    if not database.exists():
        return False
    try:
        with duckdb.connect(str(database), read_only=True) as connection:
            return connection.execute(f"from {RESOLVED_TABLE}").fetchall() == [(build,)]
    except duckdb.CatalogException:
        return False


@contextlib.contextmanager
def environment(name: str, value: str) -> Iterator[None]:
    """Set a variable of this process's environment for a while."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        del os.environ[name]
        if before is not None:
            os.environ[name] = before


def resolve(
    people: PeopleFile,
    out: Path,
    kept: Path | None = None,
    labels: pa.Table | None = None,
    questions: Path | None = None,
) -> None:
    """Build the identity layer on the file alone and write record_id and person_id to `out`.

    The database is in order then, and open: a process that ends gives its memory back sooner than closing it does.

    Args:
        people: what to resolve.
        out: where to write, CSV or Parquet.
        kept: where the database stays, with the weight of each pair and what was learned, or is from an earlier run;
            None keeps none.
        labels: answers about pairs of records, as read_labels gives them; None for none.
        questions: where to write the pairs to ask about, CSV; None asks nothing.

    Raises:
        ParseError: dbt cannot parse the project.
        RuntimeError: dbt did not finish; its own messages tell why.
    """
    variables = {
        "as_of": "today",
        "sources": ["people_files"],
        "person_attributes": list(people.attributes),
        "match_threshold": MATCH_THRESHOLD,
    }
    models = ["person_records", "match_models"]
    day = datetime.now(UTC).date().isoformat()
    if labels is not None:
        variables |= {"match_labels": True, "match_labels_table": LABELS_TABLE}
    if questions:
        variables |= {"pairs_to_label": QUESTION_COUNT}
        models.append("int_identity__pairs_to_label")
    location = {"source_locations": {"people_files.people": {"path": str(people.path), "format": people.format}}}
    counts: list[str] = []

    def write(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(f"create or replace table {RESOLVED_TABLE} as select $build as build", {"build": build})
        # The file is brought into order meanwhile, which one core does.
        with ThreadPoolExecutor(1) as pool:
            ordered = pool.submit(connection.cursor().execute, "checkpoint")
            write_persons(connection, out)
            if questions:
                write_questions(connection, questions)
            counts.extend(told_counts(connection, out, labels is not None))
            ordered.result()

    with tempfile.TemporaryDirectory(prefix="firstparty-") as scratch, contextlib.chdir(PROJECT):
        database = kept or Path(scratch) / "scratch.duckdb"
        if labels is not None:
            with duckdb.connect(str(database)) as connection:
                connection.execute("create schema if not exists raw_labels")
                connection.execute(f"create or replace table {LABELS_TABLE} as select * from labels")
        parse = parsed_project(variables, database=database.name)
        build = f"{parse.stem} {day}"
        chosen: list[str] = []
        if labels is None and is_resolved(database, build):
            chosen = ["--select", CHANGED_MODELS, "--exclude", "config.materialized:view"]
        with environment("FIRSTPARTY_DATABASE", str(database)):
            outcome = import_module(DBT_RUNNER).run_dbt(
                [
                    *("--quiet", "--log-level-file", "none", "build", "--no-write-json"),
                    *(*chosen, "--resource-type", "seed", "--resource-type", "model"),
                    *("--vars", json.dumps(variables | location | {"as_of": day})),
                    *("--target-path", str(Path(scratch) / "target"), "--log-path", str(Path(scratch) / "logs")),
                ],
                parse,
                afterwards=write,
                models=models,
                closes=False,
            )
        if not outcome.success:
            raise RuntimeError("dbt did not finish; its messages above tell where.")
    print("\n".join(counts))


def import_runner() -> None:
    """Import what runs dbt, and dbt with it."""
    with import_module(CODE_KEEPER).code_compiled_once(PROJECT / "target"):
        import_module(DBT_RUNNER)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command as a part of a process that goes on: the same, with the database closed."""
    try:
        return command(arguments)
    finally:
        import_module(DBT_RUNNER).close_database()


def command(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 2 for input that cannot be used and 1 for a build that failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--attributes", default="")
    parser.add_argument("--database", default="", help="a DuckDB file that is kept, to look into and to go on from")
    parser.add_argument("--labels", default="", help="answers about pairs of records")
    parser.add_argument("--questions", default="", help="a CSV file for the pairs whose answers would help most")
    options = parser.parse_args(arguments)
    # dbt takes a second to be imported, in which the file is looked into.
    importing = threading.Thread(target=import_runner)
    importing.start()
    try:
        if not options.out:
            raise InputError("OUT is not given. Usage: make identity PEOPLE=people.csv OUT=persons.csv")
        out = Path(options.out).resolve()
        file_format_of(out, "OUT")
        if not out.parent.is_dir():
            raise InputError(f"The folder of OUT does not exist: {out.parent}")
        attributes = [name.strip() for name in options.attributes.split(",") if name.strip()]
        kept = inspect_database(options.database) if options.database else None
        questions = Path(options.questions).resolve() if options.questions else None
        if questions and (questions.suffix != ".csv" or not questions.parent.is_dir()):
            raise InputError(f"QUESTIONS must be a .csv file in a folder that exists: {options.questions}")
        people = inspect_people(options.people, attributes)
        labels = read_labels(options.labels) if options.labels else None
    except InputError as error:
        print(f"make identity: {error}", file=sys.stderr)
        return 2
    finally:
        importing.join()
    if people.ignored_columns:
        print(f"Columns not used: {', '.join(people.ignored_columns)}. Name them in ATTRIBUTES to match on them.")
    try:
        resolve(people, out, kept, labels, questions)
    except (ParseError, RuntimeError) as error:
        print(f"make identity: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    # Nothing that is imported is ever let go of: looking for it takes a sixth of the time in which dbt is imported.
    gc.disable()
    code = command()
    import_module(DBT_RUNNER).leave(code)
