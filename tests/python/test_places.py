"""Countries and regions, against the ISO tables themselves."""

from __future__ import annotations

from pathlib import Path

import pycountry
import pytest
from countries import ALIASES as COUNTRY_ALIASES
from countries import LANGUAGES, country_index, country_iso2, country_key
from hypothesis import example, given
from hypothesis import strategies as st
from regions import ALIASES as REGION_ALIASES
from regions import region_iso

LOCALES = Path(pycountry.LOCALES_DIR)
COUNTRIES = sorted(country.alpha_2 for country in pycountry.countries)


def test_every_country_is_found_by_its_codes_and_english_names() -> None:
    """Alpha-2, alpha-3, name, official and common name of all 249 countries, in any case."""
    assert len(COUNTRIES) == 249
    wrong = []
    for country in pycountry.countries:
        for attribute in ("alpha_2", "alpha_3", "name", "official_name", "common_name"):
            text = getattr(country, attribute, None)
            for spelling in (text, text.lower(), f" {text.upper()}\t") if text else ():
                if country_iso2(spelling) != country.alpha_2:
                    wrong.append((country.alpha_2, spelling, country_iso2(spelling)))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UK", "GB"), ("U.K.", "GB"), ("Scotland", "GB"), ("USA", "US"), ("U.S.A.", "US"),
        ("Deutschland", "DE"), ("ALLEMAGNE", "DE"), ("España", "ES"), ("Espan\u0303a", "ES"), ("Brasil", "BR"),
        ("日本", "JP"), ("中国", "CN"), ("대한민국", "KR"), ("Россия", "RU"), ("Ελλάδα", "GR"), ("Österreich", "AT"),
        ("Suomi", "FI"), ("Côte d’Ivoire", "CI"), ("The Netherlands", "NL"), ("Türkiye", "TR"),
        ("Turkey", "TR"), ("Czech Republic", "CZ"),
    ],
)  # fmt: skip
def test_names_that_people_write(text: str, code: str) -> None:
    """Aliases and names in the country's own language."""
    assert country_iso2(text) == code


def test_what_is_not_one_country_gives_none() -> None:
    """Missing, unknown and ambiguous names."""
    for text in (None, "", " ", "-", "null", "N/A", "XX", "EU", "Europe", "Korea", "Atlantis", "12345"):
        assert country_iso2(text) is None


def test_aliases_name_real_countries_and_no_code_is_hidden() -> None:
    """Each alias is written as it is looked up, and leads to a country; every alpha-2 code leads to its own."""
    assert {alias for alias in COUNTRY_ALIASES if country_key(alias) != alias.removeprefix("the ")} == set()
    assert set(COUNTRY_ALIASES.values()) <= set(COUNTRIES)
    assert {code for code in COUNTRIES if country_index()[code.lower()] != code} == set()


def test_every_language_brings_names() -> None:
    """A language whose translation is missing would otherwise be passed over in silence."""
    missing = [language for language in LANGUAGES if not (LOCALES / language / "LC_MESSAGES" / "iso3166-1.mo").exists()]
    assert missing == []


def test_every_region_is_found_by_code_and_a_name_that_is_its_own() -> None:
    """Codes always; names unless another region of the country has the same name or such a code."""
    wrong = []
    for region in pycountry.subdivisions:
        code = region.code.partition("-")[2]
        for spelling in (code, code.lower(), region.code):
            if region_iso(spelling, region.country_code) != code:
                wrong.append((region.code, spelling))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("California", "US", "CA"), ("california", "us", "CA"), ("Calif.", "US", "CA"), ("ca", "US", "CA"),
        ("US-CA", "US", "CA"), ("Bayern", "DE", "BY"), ("Bavaria", "DE", "BY"), ("NRW", "DE", "NW"),
        ("Québec", "CA", "QC"), ("Quebec", "CA", "QC"), ("N.S.W.", "AU", "NSW"), ("Île-de-France", "FR", "IDF"),
        ("Noord-Holland", "NL", "NH"), ("North Holland", "NL", "NH"), ("Catalonia", "ES", "CT"),
        ("Cataluña", "ES", "CT"), ("Andalucía", "ES", "AN"), ("Tuscany", "IT", "52"), ("Lombardia", "IT", "25"),
        ("São Paulo", "BR", "SP"), ("England", "GB", "ENG"), ("Scotland", "GB", "SCT"), ("Tokyo", "JP", "13"),
        ("東京都", "JP", "13"), ("Wien", "AT", "9"), ("Vienna", "AT", "9"), ("Zürich", "CH", "ZH"),
    ],
)  # fmt: skip
def test_region_names_that_people_write(text: str, country: str, code: str) -> None:
    """Names in the country's language and in English, codes with and without the country."""
    assert region_iso(text, country) == code


def test_an_unknown_region_stays_as_text() -> None:
    """Upper case, one space; null only where there is nothing to keep."""
    assert region_iso("  some  where ", "US") == "SOME WHERE"
    assert region_iso("California", None) == "CALIFORNIA"
    assert region_iso("California", "FR") == "CALIFORNIA"
    for text in (None, "", " ", "-", "--"):
        assert region_iso(text, "US") is None


def test_aliases_of_regions_name_real_regions() -> None:
    """Each alias is written as it is looked up, and leads to a region of its country."""
    codes = {region.code for region in pycountry.subdivisions}
    for country, aliases in REGION_ALIASES.items():
        for alias, code in aliases.items():
            assert country_key(alias) == alias
            assert f"{country}-{code}" in codes


@example("µ", "KM")
@given(st.text(), st.one_of(st.none(), st.sampled_from(COUNTRIES), st.text(max_size=3)))
def test_any_text_is_safe_and_cleaning_twice_changes_nothing(text: str, country: str | None) -> None:
    """Neither function raises; a code leads to itself."""
    code = country_iso2(text)
    assert code is None or country_iso2(code) == code
    region = region_iso(text, country)
    assert region is None or region_iso(region, country) == region
