"""What must hold of every comparison level: the order of a pair is nothing to it, a null says nothing, equal is equal.

The records of the sample company are compared, many of them with texts of any script and sign in place of their own.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from .conftest import SCORED, Workspace

MODELS = (
    "int_identity__match_texts",
    "int_identity__name_sounds",
    "int_identity__match_sounds",
    "int_identity__value_frequencies",
    "int_identity__match_records",
)
TEXTS = (
    "given_name",
    "middle_name",
    "family_name",
    "full_name",
    "email",
    "phone",
    "street_address",
    "city",
    "postal_code",
)
# Fields that speak where both records have this column.
FIELDS = ("given", "family", "middle", "birth", "gender", "email", "phone", "id")
# First and last character of some blocks: ASCII, Latin, Greek to Hebrew, Arabic, of India, of East Asia, pictures.
PLANES = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x370, 0x5FF),
    (0x600, 0x6FF),
    (0x900, 0xDFF),
    (0x3040, 0x9FFF),
    (0x1F300, 0x1FAFF),
)
COMPARED = """
    with pairs as (select * from compared.pairs),
    records as (select * from identity.int_identity__match_records),
    {{ firstparty.compared_pairs('pairs', 'records', 'records') }}
    select *, {{ firstparty.pattern_levels('pattern') }} from compared_pairs
"""
LAST_LEVELS = "{% for field in firstparty.comparisons() %}{{ field.name }} {{ field.levels | length }} {% endfor %}"


def any_texts(dice: random.Random, count: int) -> list[str | None]:
    """Short texts of letters, marks, digits and signs of all planes, and a few nulls."""
    texts: list[str | None] = []
    for _ in range(count):
        low, high = dice.choice(PLANES)
        text = "".join(chr(dice.randint(low, high)) for _ in range(dice.randrange(1, 9)))
        texts.append(text if dice.random() < 0.9 else None)
    return texts


def rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    """The rows of a query by name of column."""
    found = connection.execute(query)
    names = [str(column[0]) for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@pytest.fixture(scope="module")
def levels(sample_database: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Pairs of records in both orders, and of records with themselves: pattern, levels, and the last of each field."""
    workspace = Workspace(tmp_path_factory.mktemp("levels"))
    workspace.database.write_bytes(sample_database.read_bytes())
    dice = random.Random(20260630)
    with duckdb.connect(str(workspace.database)) as connection:
        records = [
            row[0]
            for row in connection.execute("select record_id from identity.int_identity__records order by 1").fetchall()
        ]
        changed = dice.sample(records, len(records) // 3)
        odd = {
            "record_id": pa.array(changed),
            **{name: pa.array(any_texts(dice, len(changed)), pa.string()) for name in TEXTS},
        }
        connection.register("odd", pa.table(odd))
        assigned = ", ".join(f"{name} = coalesce(odd.{name}, records.{name})" for name in TEXTS)
        connection.execute(
            f"update identity.int_identity__records as records set {assigned} "
            "from odd where odd.record_id = records.record_id"
        )
    outcome = workspace.dbt("run", "--select", *MODELS, variables=SCORED)
    assert outcome.succeeded, outcome.output[-3000:]
    query, last_levels = workspace.compiled(f"{COMPARED} -- and -- {LAST_LEVELS}").split(" -- and -- ")
    words = last_levels.split()
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute("create schema compared")
        connection.execute(
            """
            create table compared.pairs as
            with numbers as (
                select record_number, row_number() over (order by family, given, record_number) as place
                from identity.int_identity__match_records
            )
            select one.record_number as left_number, other.record_number as right_number
            from numbers as one
            inner join numbers as other on abs(one.place - other.place) in (0, 1, 2, 7, 1000)
            """
        )
        found = rows(connection, query)
        nulls = rows(
            connection,
            f"select record_number, {', '.join(f'{field}_code is null as {field}' for field in FIELDS)} "
            "from identity.int_identity__match_records",
        )
    is_null = {row["record_number"]: row for row in nulls}
    last = {name: int(level) for name, level in zip(words[::2], words[1::2], strict=True)}
    for pair in found:
        pair["last"] = last
        pair["nulls"] = {
            field for field in FIELDS if is_null[pair["left_number"]][field] or is_null[pair["right_number"]][field]
        }
    assert len(found) > 30_000
    return found


def test_every_pair_is_on_a_level(levels: list[dict[str, Any]]) -> None:
    """No pair falls between the levels of a field."""
    assert [pair for pair in levels if pair["pattern"] is None or pair["adjustment"] is None] == []


def test_order_is_nothing(levels: list[dict[str, Any]]) -> None:
    """The pattern and the adjustment are those of the pair the other way round."""
    found = {(pair["left_number"], pair["right_number"]): pair for pair in levels}
    unlike = [
        [name for name in pair["last"] if pair[name] != found[right, left][name]]
        for (left, right), pair in found.items()
        if (pair["pattern"], pair["adjustment"]) != (found[right, left]["pattern"], found[right, left]["adjustment"])
    ]
    assert unlike == []


def test_null_says_nothing(levels: list[dict[str, Any]]) -> None:
    """A field of which one record knows nothing is silent."""
    assert [field for pair in levels for field in pair["nulls"] if pair[field] is not None] == []


def test_a_record_is_equal_to_itself(levels: list[dict[str, Any]]) -> None:
    """No field of a record differs from itself; names, dates and identifiers are on a level of equality."""
    own = [pair for pair in levels if pair["left_number"] == pair["right_number"]]
    assert len(own) > 5_000
    assert [name for pair in own for name, level in pair["last"].items() if pair[name] == level] == []
    for field in ("email", "phone", "id"):
        assert {pair[field] for pair in own} == {None, 1}
