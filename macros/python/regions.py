"""Regions (states, provinces, Länder) to the code part of ISO 3166-2, by the tables of `pycountry`."""

import unicodedata
from functools import lru_cache

import pycountry

from countries import country_key

# English and other common names that ISO 3166-2 does not list, by country.
ALIASES = {
    "DE": {"bavaria": "BY", "lower saxony": "NI", "north rhine westphalia": "NW", "nrw": "NW", "hesse": "HE",
           "saxony": "SN", "saxony anhalt": "ST", "thuringia": "TH", "rhineland palatinate": "RP", "hansestadt hamburg": "HH"},
    "AT": {"vienna": "9", "lower austria": "3", "upper austria": "4", "styria": "6", "tyrol": "7", "carinthia": "2"},
    "US": {"washington dc": "DC", "dc": "DC"},
}  # fmt: skip


@lru_cache(maxsize=512)
def region_index(country: str) -> dict[str, str]:
    """Every known name and code of a country's regions, as `country_key`, to the code part; empty for an unknown country."""
    index = {country_key(alias): code for alias, code in ALIASES.get(country, {}).items()}
    regions = sorted(pycountry.subdivisions.get(country_code=country) or [], key=lambda region: region.code)
    for region in regions:
        code = region.code.partition("-")[2]
        index.setdefault(country_key(code), code)
        index.setdefault(country_key(region.code), code)
    for region in regions:
        index.setdefault(country_key(region.name), region.code.partition("-")[2])
    return index


@lru_cache(maxsize=2**16)
def region_iso(name: str | None, country: str | None) -> str | None:
    """Find the ISO 3166-2 code of a region inside its country.

    Args:
        name: a code with or without the country (`CA`, `US-CA`), or a name (`California`), whatever its case and accents.
        country: ISO 3166-1 alpha-2 code; None when unknown.

    Returns:
        The code without the country: `CA`. A region that is not known comes back as text, in normal form C, upper case,
        single spaces, so that two records can still be compared by it. None for None and for text without letter or digit.
    """
    if name is None:
        return None
    text = " ".join(unicodedata.normalize("NFC", name).upper().split())
    if not any(letter.isalnum() for letter in text):
        return None
    return region_index((country or "").strip().upper()).get(country_key(name), text)
