"""Country names and codes to ISO 3166-1 alpha-2, by the ISO tables and translations that `pycountry` carries."""

import gettext
import unicodedata
from functools import lru_cache

import pycountry
from anyascii import anyascii

# Languages whose country names are understood besides English: those that pycountry's translations cover well.
LANGUAGES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "he", "hi", "hr",
    "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "ms", "nb_NO", "nl", "nn", "pl", "pt", "pt_BR", "ro", "ru", "sk",
    "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh_CN", "zh_TW",
)  # fmt: skip

# What people write and neither ISO nor its translations list. A name that is in dispute or means two countries
# (Congo, Korea) is left out.
ALIASES = {
    "uk": "GB", "great britain": "GB", "britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "united kingdom of great britain": "GB", "grossbritannien": "GB",
    "vereinigtes konigreich": "GB", "royaume uni": "GB", "reino unido": "GB", "regno unito": "GB",
    "usa": "US", "us of a": "US", "united states of america": "US", "america": "US", "estados unidos": "US",
    "etats unis": "US", "eua": "US", "ee uu": "US", "eeuu": "US", "vereinigte staaten": "US", "stati uniti": "US",
    "vs": "US", "verenigde staten": "US",
    "deutschland": "DE", "brd": "DE", "federal republic of germany": "DE",
    "holland": "NL", "the netherlands": "NL", "nederland": "NL", "niederlande": "NL",
    "czech republic": "CZ", "ceska republika": "CZ", "cesko": "CZ", "tschechien": "CZ",
    "russia": "RU", "rossiya": "RU", "south korea": "KR", "republic of korea": "KR", "north korea": "KP",
    "vietnam": "VN", "viet nam": "VN", "turkey": "TR", "turkiye": "TR", "iran": "IR", "syria": "SY", "laos": "LA",
    "macedonia": "MK", "bolivia": "BO", "venezuela": "VE", "tanzania": "TZ", "moldova": "MD", "taiwan": "TW",
    "macau": "MO", "macao": "MO", "hong kong": "HK", "hongkong": "HK", "ivory coast": "CI", "cape verde": "CV",
    "swaziland": "SZ", "burma": "MM", "east timor": "TL", "vatican": "VA", "palestine": "PS", "brunei": "BN",
    "uae": "AE", "emirates": "AE", "republic of ireland": "IE", "eire": "IE", "espana": "ES", "brasil": "BR",
    "schweiz": "CH", "suisse": "CH", "svizzera": "CH", "oesterreich": "AT", "prc": "CN", "mainland china": "CN",
    "aotearoa": "NZ", "hellas": "GR", "bharat": "IN", "nippon": "JP", "el": "GR",
}  # fmt: skip


def country_key(text: str) -> str:
    """The form in which names are compared: ASCII, lower case, letters and digits with single spaces, no `the`."""
    ascii_text = anyascii(unicodedata.normalize("NFC", text)).lower()
    words = "".join(letter if letter.isalnum() else " " for letter in ascii_text.replace("'", "").replace(".", ""))
    return " ".join(word for word in words.split() if word != "the")


@lru_cache(maxsize=1)
def english_names() -> dict[str, list[str]]:
    """The English names of each country, by its alpha-2 code."""
    return {
        country.alpha_2: [
            getattr(country, attribute)
            for attribute in ("name", "official_name", "common_name")
            if hasattr(country, attribute)
        ]
        for country in pycountry.countries
    }


@lru_cache(maxsize=1)
def country_index() -> dict[str, str]:
    """Every alias, code and English name, as `country_key`, to its alpha-2 code; names of two countries are left out.

    Where sources disagree the stronger one wins: aliases above, then ISO codes, then English names.
    """
    index = {country_key(alias): code for alias, code in ALIASES.items()}
    for attribute in ("alpha_2", "alpha_3"):
        for country in pycountry.countries:
            index.setdefault(country_key(getattr(country, attribute)), country.alpha_2)
    add_unambiguous(index, [(name, code) for code, names in english_names().items() for name in names])
    return index


@lru_cache(maxsize=1)
def translated_index() -> dict[str, str]:
    """Country names in other languages, as `country_key`, to alpha-2 codes; weaker than country_index.

    Forty translations take a while to read: they are asked only about what is nothing in English.
    """
    index: dict[str, str] = {}
    translated: list[tuple[str, str]] = []
    for language in LANGUAGES:
        translation = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        translated += [(translation.gettext(name), code) for code, names in english_names().items() for name in names]
    add_unambiguous(index, translated)
    return index


def add_unambiguous(index: dict[str, str], names: list[tuple[str, str]]) -> None:
    """Add (name, code) pairs to the index in place, unless the name is there already or stands for two codes."""
    codes_by_key: dict[str, set[str]] = {}
    for name, code in names:
        codes_by_key.setdefault(country_key(name), set()).add(code)
    for key, codes in codes_by_key.items():
        if key and len(codes) == 1:
            index.setdefault(key, next(iter(codes)))


@lru_cache(maxsize=2**14)
def country_iso2(name: str | None) -> str | None:
    """Find the ISO 3166-1 alpha-2 code of a country.

    Args:
        name: an alpha-2 or alpha-3 code, or a name in one of some forty languages, whatever its case and accents.

    Returns:
        Two upper-case letters; None for None and for what is not known to be one country. Never raises.

    Source: ISO 3166-1 in Debian's iso-codes, package `pycountry`, plus the aliases above.
    """
    if not name:
        return None
    key = country_key(name)
    return country_index().get(key) or translated_index().get(key)
