"""JSON read in Python is JSON as DuckDB reads it, for every kind of document that is sent and many that are broken."""

from __future__ import annotations

import json
import random

import duckdb
import pytest
from json_documents import json_kind, json_texts, json_value, steps_of

PATHS = ["$", "$.a", "$.b", "$.a.b", "$.a[0]", "$.b[#-1]", '$."a b"', "$.a[1].b", "$[0]", "$[7]"]
KEYS = ['"a"', '"b"', '"a b"', '""', r'"\u0061"']
VALUES = [
    "1", "-0", "1.10", "1e3", "1E+22", "1e21", "1e20", "-1.5e-7", "1e-6", "0.000001234", "1e400", "1e-400", "0.1e1",
    "5e-324", "123456789012345678901", "-9223372036854775809", "1.7976931348623157e308", "NaN", "nan", "-nan",
    "-Infinity", "INF", "infinityx", "true", "false", "null", "nul", '"x"', r'"a\u00e9\n\/"', r'"\ud83d\ude00"',
    r'"\ud800"', r'"\udc00"', '"nan, ]"', r'"\\"', r'"\x"', '"\x7f\u2028"', r'"\u0000\u001f\u000b"', "01", "1.",
    ".5", "+1", "-", '""', '"', "'a'", "",
]  # fmt: skip


def document(dice: random.Random, depth: int = 0) -> str:
    """A document of many shapes; now and then one that is broken."""
    if depth > 2 or dice.random() < 0.55:
        if dice.random() < 0.3:
            return repr(dice.uniform(-1, 1) * 10 ** dice.randint(-12, 25))
        return dice.choice(VALUES)
    blanks = ["", "", "", " ", "\t", "\n "]
    between = dice.choice(blanks) + "," + dice.choice(blanks)
    end = dice.choice([""] * 6 + [",", " ,", ",,"]) + dice.choice(blanks)
    parts = [document(dice, depth + 1) for _ in range(dice.randint(0, 3))]
    if dice.random() < 0.5:
        return "[" + dice.choice(blanks) + between.join(parts) + end + "]"
    pairs = [dice.choice(KEYS) + dice.choice(blanks) + ":" + part for part in parts]
    return "{" + dice.choice(blanks) + between.join(pairs) + end + "}"


def test_documents_are_read_as_duckdb_reads_them() -> None:
    """The same documents are whole, the same are objects, and every path gives the same text."""
    dice = random.Random(11)
    documents = []
    for _ in range(5000):
        text = document(dice) + dice.choice([""] * 12 + [" ", "x", "\n", "{}"])
        cut = dice.randrange(10 * len(text) + 10)
        documents.append(text[:cut] + text[cut + 1 :])
    paths = ", ".join(f"'{path}'" for path in PATHS)
    with duckdb.connect() as connection:
        connection.execute("create table documents (place integer, document varchar)")
        connection.executemany("insert into documents values (?, ?)", [list(row) for row in enumerate(documents)])
        rows = connection.execute(
            f"select try(json_type(document)), try(json_extract_string(document, [{paths}])), json_valid(document) "
            "from documents order by place"
        ).fetchall()
    assert 1000 < sum(valid for *_, valid in rows) < 4500
    for text, (kind, values, valid) in zip(documents, rows, strict=True):
        assert (json_kind(text) is not None) == valid, text
        assert (json_kind(text) == "object") == (valid and kind == "OBJECT"), text
        found = json_texts(text, json.dumps(PATHS))
        assert (json.loads(found) if found else None) == (values if valid else None), text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (None, None), ("", None), ("{}", "object"), ("[1]", "array"), (' "a" ', "text"), ("-1.5", "number"),
        ("nan", "number"), ("true", "boolean"), ("null", "null"),
        ('{"a": 1} x', None), ("\ufeff{}", None), ("[" * 100_000, None),
    ],
)  # fmt: skip
def test_kinds(text: str | None, kind: str | None) -> None:
    """One case a kind, and what is none."""
    assert json_kind(text) == kind


def test_one_value() -> None:
    """A value by its path; nothing for what is missing, null or broken, and for a path to several values."""
    text = '{"a": {"b": [1, "x", null, 2.50]}, "a b": true, "a": 2}'
    values = [
        json_value(text, path) for path in ("$.a.b[1]", "$.a.b[3]", '$."a b"', "$.a", "$.a.b[2]", "$.z", "$.a.b[*]")
    ]
    assert values == ["x", "2.5", "true", '{"b":[1,"x",null,2.5]}', None, None, None]
    assert json_value("{", "$.a") is None
    assert json_value(None, "$.a") is None
    assert steps_of("$.a..b") is None
