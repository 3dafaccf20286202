"""What must hold of every standardising macro whatever the text: it never raises, null stays null, and twice is once.

The macros are compiled by dbt as they are in the models, and run in DuckDB over texts that are made up: sewn together
from the pieces that the macros look for, and any Unicode.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import pyarrow as pa
import pytest
from duckdb_functions import register_functions
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from .conftest import Workspace

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
    "clean_count": "clean_count({column})",
    "known_identifier": "known_identifier({column})",
    "known_card_number": "known_card_number({column})",
    "canonical_email": "canonical_identifier(\"'email'\", {column}, \"'GB'\")",
    "canonical_phone": "canonical_identifier(\"' Phone'\", {column}, \"'GB'\")",
    "canonical_token": "canonical_identifier(\"'token'\", {column}, \"'GB'\")",
    "letters_and_digits": "letters_and_digits({column})",
    "google_email": "google_email({column})",
    "google_phone": "google_phone({column})",
    "google_name": "google_name({column})",
    "google_postal_code": "google_postal_code({column})",
    "google_country": "google_country({column})",
    "meta_email": "meta_email({column})",
    "meta_phone": "meta_phone({column})",
    "meta_name": "meta_name({column})",
    "meta_first_initial": "meta_first_initial({column})",
    "meta_city": "meta_city({column})",
    "meta_gender": "meta_gender({column})",
    "meta_birth_date": "meta_birth_date({column})",
    "meta_place_code": "meta_place_code({column})",
    "meta_postal_code": "meta_postal_code({column})",
}

# Those that take what another one made of a text, and what that is.
STABLE_AFTER = {
    "comma_after_family_name": "firstparty.clean_name({column})",
    "suppression_email_form": "firstparty.clean_email({column})",
    "words_only": "firstparty.latin_text({column})",
    "letters_only": "firstparty.latin_text({column})",
    "street_words": "firstparty.words_only(firstparty.latin_text({column}))",
}

# Those whose result is another kind of text than what goes in.
SAFE = {
    "name_prefix": "name_prefix({column})",
    "name_suffix": "name_suffix({column})",
    "given_name_of": "given_name_of({column})",
    "middle_name_of": "middle_name_of({column})",
    "family_name_of": "family_name_of({column})",
    "google_location": "google_location({column})",
}

# Questions about a text, which are answered with yes or no also where there is none.
VERDICTS = {
    "is_plausible_name": "is_plausible_name({column})",
    "is_test_email": "is_test_email({column})",
}

NO_SPACE_TO_META = set("\x1c\x1d\x1e\x1f\x85")

PIECES = [
    *("Mr.", "Dr", "dr. med.", "Frau", "M.", "Jr.", "III", "PhD", "MD", "van", "de la", "'t", "O'", "St.", "y", "Anna"),
    *("Smith", "山田", "null", "test", "n/a", "Test,", "-", "--", "'", '"', "“", ",", ", ", ".", ";", "(", ")", " "),
    *("  ", "\u00a0", "\t", "\u200b", "jane", "@", "example", ".com", "mailto:", "<", ">", "+", "1", "05", "25"),
    *("1980", "2024-05-01", "T", "10:00:00", "Z", "/", "+02:00", "650", "555", "1212", "+44", "€", "EUR", "SW1A"),
    *("1AA", "00000", "e\u0301", "İ", "ß", "\\", "\ufffd", "\x00", "\n", "street", "street ", "Lane", "qa@"),
    *("@gmail.com", "9", "f", "Miss", "王", "伟", "김", "민준", "..", "undefined", "\u2003", "US", "02/29/"),
]  # fmt: skip


def sewn_texts(count: int) -> list[str | None]:
    """Texts of up to eight pieces each, the same on every run."""
    dice = random.Random(20260630)
    return ["".join(dice.choices(PIECES, k=dice.randrange(9))) for _ in range(count)]


@dataclass(frozen=True)
class Cleaners:
    """A database with the functions, and one query for the results of all macros, one for doing it again."""

    connection: duckdb.DuckDBPyConnection
    once: str
    again: str


@pytest.fixture(scope="module")
def cleaners(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cleaners]:
    """The macros as dbt compiles them."""
    first = {**STABLE, **{name: f"{name}({before})" for name, before in STABLE_AFTER.items()}, **SAFE, **VERDICTS}
    second = {**STABLE, **{name: f"{name}({{column}})" for name in STABLE_AFTER}}
    selects = []
    for source, calls in (
        ("texts", {name: call.format(column="'text'") for name, call in first.items()}),
        ("results", {name: call.format(column=f"'{name}'") for name, call in second.items()}),
    ):
        columns = [f"cast({{{{ firstparty.{call} }}}} as string) as {name}" for name, call in calls.items()]
        selects.append(f"select text_number, {', '.join(columns)} from {source} order by text_number")
    compiled = Workspace(tmp_path_factory.mktemp("standardise")).compiled(" -- and -- ".join(selects))
    once, again = compiled.split(" -- and -- ")
    with duckdb.connect() as connection:
        connection.execute("set TimeZone = 'UTC'")
        register_functions(connection)
        yield Cleaners(connection, once, again)


def is_blank(text: str | None, macro: str) -> bool:
    """Whether a macro must find nothing in a text.

    Python takes some separators for white space in which JavaScript, and so Meta's own library, sees characters.
    """
    return text is None or (not text.strip() and not (macro.startswith("meta_") and NO_SPACE_TO_META & set(text)))


def faults(cleaners: Cleaners, texts: list[str | None]) -> list[tuple[str | None, str, object]]:
    """The texts on which a macro gives '', something for nothing, no verdict, or something else the second time."""
    table = pa.table({"text_number": list(range(len(texts))), "text": pa.array(texts, pa.string())})
    cleaners.connection.register("given_texts", table)
    cleaners.connection.execute("create or replace temp table texts as select * from given_texts")
    cleaners.connection.execute("create or replace temp table results as " + cleaners.once)
    results = cleaners.connection.execute("select * from results order by text_number").fetchall()
    repeated = cleaners.connection.execute(cleaners.again).fetchall()
    found: list[tuple[str | None, str, object]] = []
    for text, row, second in zip(texts, results, repeated, strict=True):
        values = dict(zip([*STABLE, *STABLE_AFTER, *SAFE, *VERDICTS], row[1:], strict=True))
        found += [(text, name, verdict) for name in VERDICTS if (verdict := values.pop(name)) not in ("true", "false")]
        found += [
            (text, name, value)
            for name, value in values.items()
            if value == "" or (value is not None and is_blank(text, name))
        ]
        found += [
            (text, name, (values[name], value))
            for name, value in zip([*STABLE, *STABLE_AFTER], second[1:], strict=True)
            if value != values[name]
        ]
    return found


def test_cleaners_are_safe_and_stable_on_what_they_look_for(cleaners: Cleaners) -> None:
    """Nulls, blanks, and five thousand texts sewn from titles, quotes, separators, digits and the like."""
    assert faults(cleaners, [None, "", " ", "\t\n", "\u00a0", "\x1d", *sewn_texts(5000)]) == []


@settings(deadline=None, max_examples=10, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(texts=st.lists(st.text(max_size=20), max_size=200))
def test_cleaners_are_safe_and_stable_on_any_unicode(cleaners: Cleaners, texts: list[str | None]) -> None:
    """Whatever letters, marks and signs there are. Ten long lists, not shrunk: a query is planned for each."""
    assert faults(cleaners, texts) == []
