"""Regions (states, provinces, Länder) to the code part of ISO 3166-2, by the tables and translations of `pycountry`."""

import gettext
import re
import unicodedata
from functools import lru_cache

import pycountry
from countries import country_key

# Languages whose region names are understood besides the country's own: those that pycountry's translations cover.
LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "ru", "ja", "ko", "zh_CN")

# What people write and neither ISO 3166-2 nor its translations list: English names and old abbreviations, by country.
ALIASES = {
    "AT": {"lower austria": "3", "upper austria": "4", "styria": "6", "tyrol": "7", "carinthia": "2"},
    "BE": {"flanders": "VLG", "wallonia": "WAL", "brussels": "BRU"},
    "CH": {"geneva": "GE", "lucerne": "LU", "grisons": "GR", "genf": "GE"},
    "DE": {
        "hesse": "HE", "lower saxony": "NI", "north rhine westphalia": "NW", "nrw": "NW", "rhineland palatinate": "RP",
        "saxony": "SN", "saxony anhalt": "ST", "thuringia": "TH", "mecklenburg western pomerania": "MV",
    },
    "ES": {
        "catalonia": "CT", "andalusia": "AN", "basque country": "PV", "aragon": "AR", "castile and leon": "CL",
        "navarre": "NC",
    },
    "FR": {"brittany": "BRE", "normandy": "NOR", "corsica": "20R", "paca": "PAC"},
    "IT": {
        "tuscany": "52", "lombardy": "25", "piedmont": "21", "sicily": "82", "sardinia": "88", "apulia": "75",
        "latium": "62",
    },
    "MX": {"cdmx": "CMX", "df": "CMX", "mexico city": "CMX"},
    "NL": {"north holland": "NH", "south holland": "ZH", "north brabant": "NB", "friesland": "FR", "zealand": "ZE"},
    "PT": {"lisbon": "11", "azores": "20", "madeira": "30"},
    "US": {
        "washington dc": "DC", "ala": "AL", "ariz": "AZ", "calif": "CA", "colo": "CO", "conn": "CT", "fla": "FL",
        "ill": "IL", "kans": "KS", "mass": "MA", "mich": "MI", "minn": "MN", "okla": "OK", "ore": "OR", "penna": "PA",
        "tenn": "TN", "tex": "TX", "wash": "WA", "wis": "WI", "wyo": "WY",
    },
}  # fmt: skip


@lru_cache(maxsize=1)
def names_by_country() -> dict[str, dict[str, str]]:
    """The ISO name of each region by its code part, by country, in the order of the codes."""
    names: dict[str, dict[str, str]] = {}
    for region in sorted(pycountry.subdivisions, key=lambda region: str(region.code)):
        names.setdefault(region.country_code, {})[region.code.partition("-")[2]] = region.name
    return names


@lru_cache(maxsize=1)
def translations() -> list[gettext.NullTranslations]:
    """The translations of region names, one catalogue a language, loaded once."""
    return [
        gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        for language in LANGUAGES
    ]


def spellings(name: str) -> list[str]:
    """The names inside one ISO name: `Catalunya [Cataluña]` holds two, `Madrid, Comunidad de` reads both ways round."""
    parts = [part.strip() for part in re.split(r"[\[\](;/]|\)", name) if part.strip()]
    turned = [" ".join(reversed(part.split(", ", 1))) for part in parts if ", " in part]
    return [name, *parts, *turned, *(part.split(", ", 1)[0] for part in parts if ", " in part)]


@lru_cache(maxsize=512)
def region_index(country: str) -> dict[str, str]:
    """Every name and code of a country's regions, as `country_key`, to the code part; empty for an unknown country.

    Where two regions share a spelling, the stronger one wins: codes, then aliases, then ISO names, then
    translations; among equals the first by code.
    """
    names = names_by_country().get(country, {})
    index: dict[str, str] = {}
    for code in names:
        index[country_key(code)] = code
        index[country_key(f"{country}-{code}")] = code
    for alias, code in ALIASES.get(country, {}).items():
        index.setdefault(alias, code)
    for catalogue in [gettext.NullTranslations(), *translations()]:
        for code, name in names.items():
            for spelling in spellings(catalogue.gettext(name)):
                if key := country_key(spelling):
                    index.setdefault(key, code)
    return index


@lru_cache(maxsize=2**16)
def region_iso(name: str | None, country: str | None) -> str | None:
    """Find the ISO 3166-2 code of a region inside its country.

    Args:
        name: a code with or without the country (`CA`, `US-CA`), or a name (`California`), in any case and script.
        country: ISO 3166-1 alpha-2 code, in either case; None when unknown.

    Returns:
        The code without the country: `CA`. A region that is not known comes back as text, in normal form C, upper case,
        single spaces, so that two records can still be compared by it. None for None and for text without letter or
        digit. Never raises.

    Source: ISO 3166-2 in Debian's iso-codes, package `pycountry`, plus the aliases above.
    """
    if name is None:
        return None
    text = unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", name).upper().split()))
    if not any(letter.isalnum() for letter in text):
        return None
    index = region_index((country or "").strip().upper())
    # By the text as well: a few letters (µ) are others in ASCII once they are upper case.
    return index.get(country_key(name)) or index.get(country_key(text), text)
