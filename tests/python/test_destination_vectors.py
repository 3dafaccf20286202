"""The platforms' normalisation and hashing, in plain SQL, against every row of the platforms' own libraries.

The vectors (tests/data/destination_vectors.csv) hold what Google's and Meta's libraries returned for each
input. The macros of macros/activation are compiled once by dbt and run in DuckDB over all rows of both
platforms. A row that is to differ stands in EXCEPTIONS with its reason; the test fails as well when it stops
differing.
"""

import duckdb
import pytest

from scripts import PROJECT

from .conftest import Workspace

VECTORS = PROJECT / "tests" / "data" / "destination_vectors.csv"

# Platform and field of the vectors file; the macro that normalises it; whether the platform hashes the field.
RULES: dict[tuple[str, str], tuple[str, bool]] = {
    ("google_data_manager", "email"): ("google_email('input')", True),
    ("google_data_manager", "phone"): ("google_phone('input')", True),
    ("google_data_manager", "first_name"): ("google_name('input')", True),
    ("google_data_manager", "last_name"): ("google_name('input')", True),
    ("google_data_manager", "country"): ("google_country('input')", False),
    ("google_data_manager", "zip"): ("google_postal_code('input')", False),
    ("google_data_manager", "city"): ("google_location('input')", False),
    ("google_data_manager", "state"): ("google_location('input')", False),
    ("meta_param_builder", "email"): ("meta_email('input')", True),
    ("meta_param_builder", "phone"): ("meta_phone('input')", True),
    ("meta_param_builder", "first_name"): ("meta_name('input')", True),
    ("meta_param_builder", "last_name"): ("meta_name('input')", True),
    ("meta_param_builder", "city"): ("meta_city('input')", True),
    ("meta_param_builder", "state"): ("meta_place_code('input', firstparty.state_names())", True),
    ("meta_param_builder", "zip"): ("meta_postal_code('input')", True),
    ("meta_param_builder", "country"): ("meta_place_code('input', firstparty.country_names())", True),
    ("meta_param_builder", "gender"): ("meta_gender('input')", True),
    ("meta_param_builder", "dob"): ("meta_birth_date('input')", True),
}

# Meta's two libraries disagree on a space inside a postal code: spaces are taken out, as the older one and
# the written rule do.
EXCEPTIONS: dict[tuple[str, str, str], str] = {
    ("meta_param_builder", "zip", "WC2H 8LG"): "wc2h8lg",
    ("meta_param_builder", "zip", "SW1A 1AA"): "sw1a1aa",
    ("meta_param_builder", "zip", "K1A 0B1"): "k1a0b1",
    ("meta_param_builder", "zip", "NL 1012 AB"): "nl1012ab",
    ("meta_param_builder", "zip", "EH1 1AA"): "eh11aa",
}

Row = tuple[str, str, str | None, str | None, str | None, str | None, str | None, str | None, str | None]


def read_vectors(connection: duckdb.DuckDBPyConnection) -> None:
    """Load the vectors as text with nothing read as null: '' and the word null are inputs like any other."""
    connection.execute(
        "create table vectors as select * from read_csv("
        "$1, all_varchar = true, header = true, quote = '\"', escape = '\"', nullstr = '\\N')",
        [str(VECTORS)],
    )


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """Platform, field, input, expected text and digest, and the text and digest that the macros give."""
    branches = [
        f"select platform, field, input, expected_normalised, expected_sha256, "
        f"{{{{ firstparty.{call} }}}} as normalised, {str(hashed).lower()} as is_hashed "
        f"from vectors where platform = '{platform}' and field = '{field}'"
        for (platform, field), (call, hashed) in RULES.items()
    ]
    query = (
        f"with normalised as ({' union all '.join(branches)}) "
        "select platform, field, input, nullif(expected_normalised, '') as expected_normalised, "
        "nullif(expected_sha256, '') as expected_sha256, normalised, "
        "case when is_hashed then {{ firstparty.hash_once('normalised') }} end as digest, "
        """{{ firstparty.hash_once("''") }} as digest_of_nothing, """
        """{{ firstparty.hash_once("repeat('AB', 32)") }} as digest_of_digest """
        "from normalised"
    )
    compiled = Workspace(tmp_path_factory.mktemp("vectors")).compiled(query)
    with duckdb.connect() as connection:
        read_vectors(connection)
        connection.execute("insert into vectors (platform, field) select distinct platform, field from vectors")
        result: list[Row] = connection.execute(compiled).fetchall()
    return result


def test_every_row_of_both_platforms_is_covered(rows: list[Row]) -> None:
    """No row of the two platforms is left out because its field has no rule."""
    with duckdb.connect() as connection:
        read_vectors(connection)
        wanted = connection.execute(
            "select platform, count(*) from vectors "
            "where platform in ('google_data_manager', 'meta_param_builder') "
            "group by platform order by platform"
        ).fetchall()
    covered = [
        (platform, sum(row[0] == platform and row[2] is not None for row in rows))
        for platform in sorted({row[0] for row in rows})
    ]
    assert covered == wanted == [("google_data_manager", 202), ("meta_param_builder", 203)]


@pytest.mark.parametrize(("platform", "field"), RULES)
def test_macro_equals_the_platforms_library(rows: list[Row], platform: str, field: str) -> None:
    """Normalised text and digest equal the library's on every row that is no exception."""
    mine = [row for row in rows if row[:2] == (platform, field)]
    assert mine
    different = [
        (row[2], row[3], row[5], row[4], row[6])
        for row in mine
        if (row[3], row[4]) != (row[5], row[6]) and (platform, field, row[2]) not in EXCEPTIONS
    ]
    assert different == []


def test_exceptions_are_pinned(rows: list[Row]) -> None:
    """Each exception differs from the library, and gives exactly what is written beside it."""
    found = {
        (row[0], row[1], row[2]): row[5]
        for row in rows
        if row[2] is not None and (row[0], row[1], row[2]) in EXCEPTIONS and row[5] != row[3]
    }
    assert found == EXCEPTIONS


def test_nothing_and_digests_are_not_hashed(rows: list[Row]) -> None:
    """Null goes through every macro as null; '' has no digest, and a digest passes in lower case."""
    nothing = [row for row in rows if row[2] is None]
    assert len(nothing) == len(RULES)
    assert [row for row in nothing if row[5] is not None or row[6] is not None] == []
    assert {row[7:] for row in rows} == {(None, "ab" * 32)}
