"""The Python functions as SQL sees them: rows in order, nulls, many batches, no key in sight."""

from __future__ import annotations

import random
from collections.abc import Iterator

import duckdb
import pyarrow as pa
import pytest
from countries import country_iso2
from duckdb_functions import register_functions
from hypothesis import given, settings
from hypothesis import strategies as st
from keyed_hashing import PEPPER_VARIABLE, keyed_hash
from phone_numbers import phone_e164
from regions import region_iso
from text_columns import map_text, map_text_pairs
from unicode_text import nfc_text, transliterated


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database with the functions, under a key of its own."""
    with pytest.MonkeyPatch.context() as patch, duckdb.connect() as opened:
        patch.setenv(PEPPER_VARIABLE, "test-pepper")
        register_functions(opened)
        yield opened


def test_every_row_gets_its_own_answer(connection: duckdb.DuckDBPyConnection) -> None:
    """Ten thousand rows with repetitions and nulls, in many batches and two threads, equal the plain functions."""
    dice = random.Random(7)
    texts = ["020 7183 8750", "+16505551212", "California", "Deutschland", "Łódź", "Jose\u0301", "", None, "0"]
    regions = ["GB", "US", "DE", "", None]
    rows = [(number, dice.choice(texts), dice.choice(regions)) for number in range(10_000)]
    table = pa.table(
        {
            "row_number": [row[0] for row in rows],
            "text": pa.array([row[1] for row in rows], pa.string()),
            "region": pa.array([row[2] for row in rows], pa.string()),
        }
    )
    connection.register("inputs", table)
    connection.execute("create or replace temp table inputs_table as select * from inputs")
    answers = connection.execute(
        """
        select
            phone_e164(text, region), region_iso(text, region), country_iso2(text),
            transliterated(text), nfc_text(text), keyed_hash(text)
        from inputs_table order by row_number
        """
    ).fetchall()
    for (_, text, region), answer in zip(rows, answers, strict=True):
        assert answer == (
            phone_e164(text, region),
            region_iso(text, region),
            country_iso2(text),
            transliterated(text),
            nfc_text(text),
            keyed_hash(text, b"test-pepper"),
        )


def test_constants_and_empty_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Literals, literal nulls and no rows at all."""
    literals = "select phone_e164('020 7183 8750', 'GB'), phone_e164(null, 'GB'), keyed_hash(null), keyed_hash('')"
    assert connection.execute(literals).fetchone() == ("+442071838750", None, None, None)
    assert connection.execute("select transliterated(x) from (select 'a' as x) where false").fetchall() == []


def test_the_key_is_out_of_reach_of_sql(connection: duckdb.DuckDBPyConnection) -> None:
    """Neither the list of functions nor the settings tell it."""
    for catalogue in ("duckdb_functions()", "duckdb_settings()", "duckdb_secrets()"):
        assert "test-pepper" not in str(connection.execute(f"select * from {catalogue}").fetchall())


# Few letters make texts that have much in common, also beyond the 64 bytes up to which shortcuts are usual.
ALIKE = st.one_of(st.text(max_size=20), st.text("abé", max_size=12), st.text("ab王 ", min_size=50, max_size=150))


@settings(deadline=None)
@given(st.lists(st.tuples(st.one_of(st.none(), ALIKE), st.one_of(st.none(), ALIKE)), max_size=40))
def test_similarity_is_that_of_the_engine(
    connection: duckdb.DuckDBPyConnection, pairs: list[tuple[str | None, str | None]]
) -> None:
    """What other engines are given in place of DuckDB's function equals it to the last digit."""
    texts = pa.table(
        {
            "place": range(len(pairs)),
            "text": pa.array([left for left, _ in pairs], pa.string()),
            "other": pa.array([right for _, right in pairs], pa.string()),
        }
    )
    connection.register("text_pairs", texts)
    answers = connection.execute(
        "select text, other, jaro_winkler(text, other), jaro_winkler_similarity(text, other) "
        "from text_pairs order by place"
    ).fetchall()
    assert [(text, other) for text, other, _, _ in answers] == pairs
    assert [ours for _, _, ours, _ in answers] == [theirs for _, _, _, theirs in answers]


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=5))), st.integers(min_value=1, max_value=4))
def test_columns_keep_length_and_order(values: list[str | None], chunk: int) -> None:
    """Whatever the chunks of a column, each row gets the answer to its own value, and each value is asked once."""
    asked: list[str | None] = []

    def note(value: str | None) -> str | None:
        asked.append(value)
        return None if value is None else value + "!"

    chunks = [pa.array(values[i : i + chunk], pa.string()) for i in range(0, len(values), chunk)]
    column = pa.chunked_array(chunks, pa.string())
    assert map_text(note, column).to_pylist() == [None if value is None else value + "!" for value in values]
    assert sorted(asked, key=str) == sorted(set(values), key=str)
    pairs = map_text_pairs(lambda left, right: f"{left}|{right}", column, column)
    assert pairs.to_pylist() == [f"{value}|{value}" for value in values]
