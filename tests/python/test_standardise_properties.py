"""What must hold of every standardising macro whatever the text: it never raises, null stays null, and twice is once.

The macros are compiled by dbt as they are in the models, and run in DuckDB over texts that Hypothesis makes up: any
Unicode, and texts sewn together from the pieces that the macros look for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import pyarrow as pa
import pytest
from duckdb_functions import register_functions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.python.conftest import Workspace

# Macro calls on the column `text` whose result, given again, must come out unchanged.
STABLE = {
    "clean_text": "clean_text({column})",
    "single_line_text": "single_line_text({column})",
    "clean_identifier": "clean_identifier({column})",
    "clean_email": "clean_email({column})",
    "clean_phone": "clean_phone({column}, \"'GB'\")",
    "clean_name": "clean_name({column})",
    "name_key": "name_key({column})",
    "clean_birth_date": "clean_birth_date({column})",
    "clean_birth_date_month_first": "clean_birth_date({column}, \"'US'\")",
    "clean_gender": "clean_gender({column})",
    "clean_boolean": "clean_boolean({column})",
    "clean_country": "clean_country({column})",
    "clean_region": "clean_region({column}, \"'US'\")",
    "clean_postal_code_gb": "clean_postal_code({column}, \"'GB'\")",
    "clean_postal_code_us": "clean_postal_code({column}, \"'US'\")",
    "clean_postal_code_se": "clean_postal_code({column}, \"'SE'\")",
    "clean_postal_code_de": "clean_postal_code({column}, \"'DE'\")",
    "clean_timestamp": "clean_timestamp({column})",
    "clean_amount": "clean_amount({column})",
}

# Those whose result is another kind of text than what goes in.
SAFE = {
    "name_prefix": "name_prefix({column})",
    "name_suffix": "name_suffix({column})",
    "given_name_of": "given_name_of({column})",
    "middle_name_of": "middle_name_of({column})",
    "family_name_of": "family_name_of({column})",
}

PIECES = [
    *("Mr.", "Dr", "dr. med.", "Frau", "M.", "Jr.", "III", "PhD", "MD", "van", "de la", "'t", "O'", "St.", "y", "Anna"),
    *("Smith", "山田", "null", "test", "n/a", "Test,", "-", "--", "'", '"', "“", ",", ", ", ".", ";", "(", ")", " "),
    *("  ", "\u00a0", "\t", "\u200b", "jane", "@", "example", ".com", "mailto:", "<", ">", "+", "1", "05", "25"),
    *("1980", "2024-05-01", "T", "10:00:00", "Z", "/", "+02:00", "650", "555", "1212", "+44", "€", "EUR", "SW1A"),
    *("1AA", "00000", "e\u0301", "İ", "ß", "\\", "\ufffd", "\x00", "\n"),
]  # fmt: skip
TEXTS = st.one_of(
    st.none(), st.text(max_size=30), st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.dates().map(str)
)


@dataclass(frozen=True)
class Cleaners:
    """A database with the functions, and one query for the results of all macros, one for doing it again."""

    connection: duckdb.DuckDBPyConnection
    once: str
    again: str


@pytest.fixture(scope="module")
def cleaners(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cleaners]:
    """The macros as dbt compiles them."""
    workspace = Workspace(tmp_path_factory.mktemp("standardise"))
    queries = []
    for calls in (
        {name: call.format(column="'text'") for name, call in {**STABLE, **SAFE}.items()},
        {name: call.format(column=f"'{name}'") for name, call in STABLE.items()},
    ):
        columns = [f"cast({{{{ firstparty.{call} }}}} as string) as {name}" for name, call in calls.items()]
        source = "texts" if not queries else "results"
        outcome = workspace.dbt(
            *("--quiet", "compile", "--no-populate-cache", "--no-introspect", "--output", "json"),
            *("--inline", f"select text_number, {', '.join(columns)} from {source} order by text_number"),
        )
        assert outcome.succeeded, outcome.output[-3000:]
        queries.append(str(json.loads(outcome.output[outcome.output.index("{") :])["compiled"]))
    with duckdb.connect() as connection:
        connection.execute("set TimeZone = 'UTC'")
        register_functions(connection)
        yield Cleaners(connection, *queries)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=1, max_size=200))
def test_every_cleaner_is_safe_and_stable(cleaners: Cleaners, texts: list[str | None]) -> None:
    """All macros over all texts: no error, null for null and blank, no '' as a result, nothing new the second time."""
    table = pa.table({"text_number": list(range(len(texts))), "text": pa.array(texts, pa.string())})
    cleaners.connection.register("given_texts", table)
    cleaners.connection.execute("create or replace temp table texts as select * from given_texts")
    cleaners.connection.execute("create or replace temp table results as " + cleaners.once)
    results = cleaners.connection.execute("select * from results order by text_number").fetchall()
    repeated = cleaners.connection.execute(cleaners.again).fetchall()
    for text, row, second in zip(texts, results, repeated, strict=True):
        values = dict(zip([*STABLE, *SAFE], row[1:], strict=True))
        assert "" not in values.values(), (text, values)
        if text is None or not text.strip():
            assert set(values.values()) == {None}, (text, values)
        changed = {
            name: (values[name], value) for name, value in zip(STABLE, second[1:], strict=True) if value != values[name]
        }
        assert not changed, (text, changed)
