"""The Python functions that SQL calls, over Arrow columns: the same list for every engine."""

from collections.abc import Callable
from functools import partial

import pyarrow as pa
from countries import country_iso2
from json_documents import json_kind, json_texts, json_value
from keyed_hashing import keyed_hash, pepper_from_environment
from name_forms import name_forms
from numbers_as_text import number_text
from phone_numbers import phone_e164
from regions import region_iso
from text_columns import map_text, map_text_pairs
from unicode_text import nfc_text, readable_text, transliterated


def of_texts(function: Callable[[str | None], str | None]) -> Callable[[pa.Array], pa.Array]:
    """A function of one text as one of a column of texts."""

    def of_column(texts: pa.Array) -> pa.Array:
        return map_text(function, texts)

    return of_column


def of_text_pairs(function: Callable[[str | None, str | None], str | None]) -> Callable[[pa.Array, pa.Array], pa.Array]:
    """A function of two texts as one of two columns of texts."""

    def of_columns(left: pa.Array, right: pa.Array) -> pa.Array:
        return map_text_pairs(function, left, right)

    return of_columns


def warehouse_functions() -> dict[str, tuple[Callable[..., pa.Array], int]]:
    """Each function by its name in SQL, with its number of arguments.

    All take columns of text and give a column of text of the same length; they have no side effects and never raise.
    The secret key of keyed_hash is read from the environment here, once: it is in no SQL text and in no log.
    """
    hash_text = partial(keyed_hash, pepper=pepper_from_environment())
    return {
        "country_iso2": (of_texts(country_iso2), 1),
        "json_kind": (of_texts(json_kind), 1),
        "json_texts": (of_text_pairs(json_texts), 2),
        "json_value_text": (of_text_pairs(json_value), 2),
        "keyed_hash": (of_texts(hash_text), 1),
        "name_forms": (of_texts(name_forms), 1),
        "nfc_text": (of_texts(nfc_text), 1),
        "number_text": (of_texts(number_text), 1),
        "phone_e164": (of_text_pairs(phone_e164), 2),
        "readable_text": (of_texts(readable_text), 1),
        "region_iso": (of_text_pairs(region_iso), 2),
        "transliterated": (of_texts(transliterated), 1),
    }
