"""What must hold of every comparison level: the order of a pair is nothing to it, a null says nothing, equal is equal.

The records of the sample company are compared, many of them with texts of any script and sign in place of their own,
and many as copies of others with slips of the pen, so that every level is reached.
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from .conftest import Workspace

MODELS = (
    "int_identity__match_texts",
    "int_identity__name_sounds",
    "int_identity__value_frequencies",
    "int_identity__value_bands",
    "int_identity__match_records",
)
VARIABLES = {"person_attributes": ["birth_place"]}
TEXTS = (
    "given_name",
    "middle_name",
    "family_name",
    "full_name",
    "email",
    "phone",
    "street_address",
    "city",
    "region",
    "postal_code",
    "national_id",
    "birth_date_raw",
    "birth_place",
)
# Of each field the columns of records that it looks at: it is silent where a record has none of them.
COLUMNS = {
    **{
        field: (f"{field}_code",)
        for field in ("given", "family", "middle", "birth", "gender", "email", "phone", "id", "region", "birth_place")
    },
    "email_year": ("email_year", "birth_year_end"),
    "location": ("address_code", "postcode_code", "city_code"),
    "tokens": ("extra_tokens",),
}
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

Values = dict[str, str | None]


def any_text(dice: random.Random) -> str | None:
    """A short text of letters, marks, digits and signs of one plane; now and then null."""
    low, high = dice.choice(PLANES)
    text = "".join(chr(dice.randint(low, high)) for _ in range(dice.randrange(1, 9)))
    return text if dice.random() < 0.9 else None


def with_slips(dice: random.Random, text: str | None) -> str | None:
    """A text as it is, without some of it, with one or more characters changed, or null."""
    if not text or dice.random() < 0.5:
        return text
    letters = list(text)
    match dice.randrange(6):
        case 0:
            return None
        case 1:
            return text[0]
        case 2:
            return dice.choice(text.split() or [text])
        case 3:
            return f"{text} {''.join(dice.sample(letters, len(letters)))}"
        case _:
            for _ in range(dice.randrange(1, 5)):
                letters[dice.randrange(len(letters))] = dice.choice("aeionrst0123456789")
            return "".join(letters)


def copied(dice: random.Random, values: Values) -> Values:
    """The values of a record as somebody wrote them down once more."""
    copy = {name: with_slips(dice, text) for name, text in values.items()}
    birth = copy["birth_date_raw"]
    if birth and dice.random() < 0.3:
        year, month, day = f"{birth}----"[:4], f"{birth}----"[5:7], f"{birth}----"[8:10]
        copy["birth_date_raw"] = dice.choice((f"{year}-{day}-{month}", f"{year}-01-01", f"1950-{month}-{day}"))
    if dice.random() < 0.1:
        copy["given_name"], copy["family_name"] = copy["family_name"], copy["given_name"]
    if dice.random() < 0.1:
        copy["full_name"] = f"{dice.choice(list(values.values()))} {copy['given_name']} {copy['family_name']}"
    return copy


def rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    """The rows of a query by name of column."""
    found = connection.execute(query)
    names = [str(column[0]) for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def spoil(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Give a third of the records any text, half of all the texts of another with slips; returns who copies whom."""
    dice = random.Random(20260630)
    texts = ", ".join(name for name in TEXTS if name not in ("birth_date_raw", "birth_place"))
    records = {
        row.pop("record_id"): row
        for row in rows(
            connection,
            f"select record_id, {texts}, cast(birth_date as varchar) as birth_date_raw, city as birth_place "
            "from identity.int_identity__records order by record_id",
        )
    }
    for record in dice.sample(list(records), len(records) // 3):
        records[record] = {name: any_text(dice) or text for name, text in records[record].items()}
    order = dice.sample(list(records), len(records))
    copies = list(zip(order[::2], order[1::2], strict=False))
    for original, copy in copies:
        records[copy] = copied(dice, records[original])
    given = {name: pa.array([values[name] for values in records.values()], pa.string()) for name in TEXTS[:-1]}
    places = [json.dumps({"birth_place": values["birth_place"]}) for values in records.values()]
    connection.register(
        "given_texts", pa.table({"record_id": list(records), **given, "attributes": pa.array(places, pa.string())})
    )
    assigned = ", ".join(f"{name} = given_texts.{name}" for name in (*TEXTS[:-1], "attributes"))
    connection.execute(
        f"update identity.int_identity__records as records set birth_date = null, {assigned} "
        "from given_texts where given_texts.record_id = records.record_id"
    )
    return copies


@pytest.fixture(scope="module")
def workspace_of_levels(tmp_path_factory: pytest.TempPathFactory, sample_database: Path) -> Workspace:
    """The sample company with spoilt records, and pairs to compare: near in the alphabet or far, copies, themselves."""
    workspace = Workspace(tmp_path_factory.mktemp("levels"))
    workspace.database.write_bytes(sample_database.read_bytes())
    with duckdb.connect(str(workspace.database)) as connection:
        copies = spoil(connection)
    outcome = workspace.dbt("run", "--select", *MODELS, variables=VARIABLES)
    assert outcome.succeeded, outcome.output[-3000:]
    with duckdb.connect(str(workspace.database)) as connection:
        connection.register(
            "copies", pa.table({"one": [one for one, _ in copies], "other": [two for _, two in copies]})
        )
        connection.execute("create schema compared")
        connection.execute(
            """
            create table compared.pairs as
            with numbers as (
                select record_id, record_number, row_number() over (order by family, given, record_number) as place
                from identity.int_identity__match_records
            ),
            pairs as (
                select one.record_number as left_number, other.record_number as right_number
                from numbers as one
                inner join numbers as other on abs(one.place - other.place) in (0, 1, 2, 7, 1000)
                union
                select one.record_number, other.record_number
                from copies
                inner join numbers as one on copies.one = one.record_id
                inner join numbers as other on copies.other = other.record_id
            )
            select left_number, right_number from pairs
            union
            select right_number, left_number from pairs
            """
        )
    return workspace


@pytest.fixture(scope="module")
def fields(workspace_of_levels: Workspace) -> dict[str, list[dict[str, str]]]:
    """The levels of each compared field, with their labels and kinds."""
    declared = json.loads(workspace_of_levels.compiled("{{ tojson(firstparty.comparisons()) }}", VARIABLES))
    return {field["name"]: field["levels"] for field in declared}


@pytest.fixture(scope="module")
def levels(workspace_of_levels: Workspace) -> list[dict[str, Any]]:
    """Pairs of records in both orders, and with themselves: pattern, levels, and fields of which one knows nothing."""
    query = workspace_of_levels.compiled(COMPARED, VARIABLES)
    missing = ", ".join(
        f"{' and '.join(f'{column} is null' for column in columns)} as {field}" for field, columns in COLUMNS.items()
    )
    with duckdb.connect(str(workspace_of_levels.database), read_only=True) as connection:
        found = rows(connection, query)
        nulls = rows(connection, f"select record_number, {missing} from identity.int_identity__match_records")
    is_null: Mapping[int, dict[str, bool]] = {row["record_number"]: row for row in nulls}
    for pair in found:
        sides = is_null[pair["left_number"]], is_null[pair["right_number"]]
        pair["nulls"] = {field for field in COLUMNS if any(side[field] for side in sides)}
    assert len(found) > 30_000
    return found


def test_every_level_is_reached(fields: dict[str, list[dict[str, str]]], levels: list[dict[str, Any]]) -> None:
    """What holds here holds of each level of each field: some pair is on it."""
    assert list(fields) and set(fields) == set(COLUMNS)
    reached = {(name, pair[name]) for pair in levels for name in fields}
    unreached = [
        (name, level["label"])
        for name, declared in fields.items()
        for place, level in enumerate(declared, start=1)
        if (name, place) not in reached
    ]
    assert unreached == []


def test_every_pair_is_on_a_level(levels: list[dict[str, Any]]) -> None:
    """No pair falls between the levels of a field."""
    assert [pair for pair in levels if pair["pattern"] is None or pair["adjustment"] is None] == []


def test_order_is_nothing(fields: dict[str, list[dict[str, str]]], levels: list[dict[str, Any]]) -> None:
    """The pattern and the adjustment are those of the pair the other way round."""
    found = {(pair["left_number"], pair["right_number"]): pair for pair in levels}
    unlike = [
        [name for name in fields if pair[name] != found[right, left][name]]
        for (left, right), pair in found.items()
        if (pair["pattern"], pair["adjustment"]) != (found[right, left]["pattern"], found[right, left]["adjustment"])
    ]
    assert unlike == []


def test_null_says_nothing(levels: list[dict[str, Any]]) -> None:
    """A field of which one record knows nothing is silent."""
    assert [field for pair in levels for field in pair["nulls"] if pair[field] is not None] == []


def test_a_record_is_equal_to_itself(fields: dict[str, list[dict[str, str]]], levels: list[dict[str, Any]]) -> None:
    """Each field that speaks is on a level of exact agreement; a place, of which less may be known, not on the last."""
    own = [pair for pair in levels if pair["left_number"] == pair["right_number"]]
    assert len(own) > 5_000
    kinds = {
        name: {None: "silent", **{place: level["kind"] for place, level in enumerate(declared, start=1)}}
        for name, declared in fields.items()
    }
    found = {(name, kinds[name][pair[name]]) for pair in own for name in fields}
    assert {name for name, kind in found if kind not in ("silent", "exact")} <= {"location"}
    assert ("location", "last") not in found
