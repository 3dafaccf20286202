"""Registers the project's Python functions with a Spark session, as pandas UDFs under the same names as on DuckDB."""

from collections.abc import Callable
from functools import partial

import pandas as pd
from countries import country_iso2
from keyed_hashing import keyed_hash, pepper_from_environment
from phone_numbers import phone_e164
from pyspark.sql import SparkSession
from pyspark.sql.functions import pandas_udf
from pyspark.sql.types import StringType
from regions import region_iso
from unicode_text import nfc_text, transliterated


def text_of(value: object) -> str | None:
    """A cell of a pandas column as text; pandas' marks for a missing value as None."""
    return value if isinstance(value, str) else None


def map_series(function: Callable[..., str | None], *columns: "pd.Series[str]") -> "pd.Series[str]":
    """Apply a text function row by row to pandas columns of length n, each distinct row once."""
    rows = [tuple(text_of(value) for value in row) for row in zip(*columns, strict=True)]
    results = {row: function(*row) for row in set(rows)}
    return pd.Series([results[row] for row in rows], dtype=object)


def register_functions(session: SparkSession) -> None:
    """Make the functions callable in SQL in this session. The secret key is read from the driver's environment."""
    pepper = pepper_from_environment()

    def phone_e164_series(numbers: "pd.Series[str]", regions: "pd.Series[str]") -> "pd.Series[str]":
        return map_series(phone_e164, numbers, regions)

    def region_iso_series(names: "pd.Series[str]", countries: "pd.Series[str]") -> "pd.Series[str]":
        return map_series(region_iso, names, countries)

    def keyed_hash_series(texts: "pd.Series[str]") -> "pd.Series[str]":
        return map_series(partial(keyed_hash, pepper=pepper), texts)

    def transliterated_series(texts: "pd.Series[str]") -> "pd.Series[str]":
        return map_series(transliterated, texts)

    def nfc_text_series(texts: "pd.Series[str]") -> "pd.Series[str]":
        return map_series(nfc_text, texts)

    def country_iso2_series(names: "pd.Series[str]") -> "pd.Series[str]":
        return map_series(country_iso2, names)

    functions = {
        "phone_e164": phone_e164_series,
        "region_iso": region_iso_series,
        "keyed_hash": keyed_hash_series,
        "transliterated": transliterated_series,
        "nfc_text": nfc_text_series,
        "country_iso2": country_iso2_series,
    }
    for name, function in functions.items():
        session.udf.register(name, pandas_udf(function, returnType=StringType()))
