"""Registers the project's Python functions with DuckDB when dbt opens the database."""

from collections.abc import Callable
from functools import partial

import pyarrow as pa
from countries import country_iso2
from dbt.adapters.duckdb.plugins import BasePlugin
from duckdb import DuckDBPyConnection
from duckdb.func import ARROW, SPECIAL
from duckdb.sqltypes import VARCHAR
from keyed_hashing import keyed_hash, pepper_from_environment
from phone_numbers import phone_e164
from regions import region_iso
from text_columns import TextColumn, map_text, map_text_pairs
from unicode_text import nfc_text, transliterated


def phone_e164_column(numbers: TextColumn, regions: TextColumn) -> pa.Array:
    """Columns of numbers and of regions to a column of E.164 numbers."""
    return map_text_pairs(phone_e164, numbers, regions)


def transliterated_column(texts: TextColumn) -> pa.Array:
    """A column of text to a column of ASCII text."""
    return map_text(transliterated, texts)


def nfc_text_column(texts: TextColumn) -> pa.Array:
    """A column of text to a column of text in normal form C."""
    return map_text(nfc_text, texts)


def country_iso2_column(names: TextColumn) -> pa.Array:
    """A column of country names or codes to a column of ISO 3166-1 alpha-2 codes."""
    return map_text(country_iso2, names)


def region_iso_column(names: TextColumn, countries: TextColumn) -> pa.Array:
    """Columns of region names and of countries to a column of ISO 3166-2 codes without the country."""
    return map_text_pairs(region_iso, names, countries)


def register_functions(connection: DuckDBPyConnection) -> None:
    """Make the functions callable in SQL on this database.

    They have no side effects and never raise, so DuckDB may call them once for equal constants. The secret key is
    read here, once, and lives only in this process: it is in no SQL text and in no log.
    """
    hash_text = partial(keyed_hash, pepper=pepper_from_environment())

    def keyed_hash_column(texts: TextColumn) -> pa.Array:
        return map_text(hash_text, texts)

    functions: dict[str, tuple[Callable[..., pa.Array], int]] = {
        "phone_e164": (phone_e164_column, 2),
        "keyed_hash": (keyed_hash_column, 1),
        "transliterated": (transliterated_column, 1),
        "nfc_text": (nfc_text_column, 1),
        "country_iso2": (country_iso2_column, 1),
        "region_iso": (region_iso_column, 2),
    }
    for name, (function, argument_count) in functions.items():
        connection.create_function(
            name,
            function,
            [VARCHAR] * argument_count,
            VARCHAR,
            type=ARROW,
            null_handling=SPECIAL,
            side_effects=False,
        )


class Plugin(BasePlugin):
    """dbt-duckdb plugin: called once for the connection that every dbt thread shares."""

    def configure_connection(self, conn: DuckDBPyConnection) -> None:
        """Register every function, and read times without an offset as UTC wherever the machine stands."""
        conn.execute("set global TimeZone = 'UTC'")
        register_functions(conn)
