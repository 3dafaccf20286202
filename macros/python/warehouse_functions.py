"""The Python functions that SQL calls, over Arrow columns: the same list for every engine."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pyarrow as pa
from countries import country_iso2
from jaro_winkler import jaro_winkler
from json_documents import json_kind, json_texts, json_value
from keyed_hashing import keyed_hash, pepper_from_environment
from name_forms import name_forms
from numbers_as_text import number_text
from phone_numbers import phone_e164
from regions import region_iso
from text_columns import NUMBER, TEXT, map_text, map_text_pairs
from unicode_text import nfc_text, readable_text, transliterated


class WarehouseFunction(NamedTuple):
    """A function of columns of text: how many it takes, and the type of the column that it gives."""

    of_columns: Callable[..., pa.Array]
    argument_count: int
    result_type: pa.DataType


def of_texts(function: Callable[[str | None], str | None]) -> WarehouseFunction:
    """A function of one text as one of a column of texts."""

    def of_column(texts: pa.Array) -> pa.Array:
        return map_text(function, texts)

    return WarehouseFunction(of_column, 1, TEXT)


def of_text_pairs(
    function: Callable[[str | None, str | None], str | float | None], result_type: pa.DataType = TEXT
) -> WarehouseFunction:
    """A function of two texts as one of two columns of texts."""

    def of_columns(left: pa.Array, right: pa.Array) -> pa.Array:
        return map_text_pairs(function, left, right, result_type)

    return WarehouseFunction(of_columns, 2, result_type)


def warehouse_functions() -> dict[str, WarehouseFunction]:
    """Each function by its name in SQL.

    All take columns of text and give a column of the same length; they have no side effects and never raise.
    The secret key of keyed_hash is read from the environment here, once: it is in no SQL text and in no log.
    """
    hash_text = partial(keyed_hash, pepper=pepper_from_environment())
    return {
        "country_iso2": of_texts(country_iso2),
        "jaro_winkler": of_text_pairs(jaro_winkler, NUMBER),
        "json_kind": of_texts(json_kind),
        "json_texts": of_text_pairs(json_texts),
        "json_value_text": of_text_pairs(json_value),
        "keyed_hash": of_texts(hash_text),
        "name_forms": of_texts(name_forms),
        "nfc_text": of_texts(nfc_text),
        "number_text": of_texts(number_text),
        "phone_e164": of_text_pairs(phone_e164),
        "readable_text": of_texts(readable_text),
        "region_iso": of_text_pairs(region_iso),
        "transliterated": of_texts(transliterated),
    }
