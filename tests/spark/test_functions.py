"""The Python functions give the same on the cluster's workers as in this process."""

from __future__ import annotations

import json
import random

import pyarrow as pa
from pyhive import hive
from warehouse_functions import warehouse_functions

WORDS = (
    "+49 30 123456",
    "020 7183 8750",
    "555",
    "Straße",
    "Zoe\u0308",
    "王小明",
    "Ελλάδα",
    "Bayern",
    "ny",
    "germany",
    "🙂",
    "'",
    "\\",
)
REGIONS = ("DE", "GB", "US", "xx", "", '["$.a"]', '["$.a", "$.b[0]", 1]', "[", "$.a", '$.b[0]."c d"')
DOCUMENTS = ('{"a": 1.50, "b": [{"c d": "x"}]}', '{"a": null}', '["a",]', "{", "-0", "537472617373e9", "53747261", "5")

ROW_TYPE = "array<struct<place:int,text:string,region:string>>"


def texts_and_regions() -> list[tuple[str | None, str | None]]:
    """Texts sewn from words, JSON documents, bytes in hexadecimal, nulls and blanks, each with a region or a path."""
    rng = random.Random(11)
    texts: list[str | None] = [None, "", " "]
    texts += [" ".join(rng.choices(WORDS, k=rng.randint(1, 3))) for _ in range(2000)]
    pairs = [(text, rng.choice([*REGIONS, None])) for text in texts]
    return pairs + [(document, region) for document in DOCUMENTS for region in (*REGIONS, None)]


def test_functions_equal_on_the_cluster(cursor: hive.Cursor) -> None:
    """Each function over every text, rows spread over the workers."""
    given = texts_and_regions()
    rows = json.dumps([{"place": place, "text": text, "region": region} for place, (text, region) in enumerate(given)])
    columns = [pa.array(column, pa.string()) for column in zip(*given, strict=True)]
    for name, (function, argument_count, _) in warehouse_functions().items():
        arguments = ", ".join(("given.text", "given.region")[:argument_count])
        cursor.execute(
            f"select given.place, {name}({arguments}) from ("
            f"select /*+ repartition(4) */ explode(from_json(%s, '{ROW_TYPE}')) as given)",
            (rows,),
        )
        found = dict(cursor.fetchall())
        assert len(found) == len(given)
        expected = function(*columns[:argument_count]).to_pylist()
        different = [
            (given[place], found[place], value) for place, value in enumerate(expected) if found[place] != value
        ]
        assert different == [], name
