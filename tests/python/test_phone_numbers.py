"""Phone numbers to E.164, against libphonenumber: its answers to awkward input, and its examples for every region."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phone_numbers import parsed_e164, phone_e164, usual_e164

VECTORS = Path(__file__).parents[1] / "data" / "destination_vectors.csv"
REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
KINDS = {
    "mobile": phonenumbers.PhoneNumberType.MOBILE,
    "fixed line": phonenumbers.PhoneNumberType.FIXED_LINE,
}


def vectors() -> list[tuple[str | None, str, str | None]]:
    """Region, input and expected number of each vector row that libphonenumber made."""
    with VECTORS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    parsed = []
    for row in rows:
        if match := re.fullmatch(r"e164_libphonenumber\(region=(\w+)\)", row["platform"]):
            region = None if match[1] == "None" else match[1]
            parsed.append((region, row["input"], row["expected_normalised"] or None))
    return parsed


def examples() -> list[tuple[str, str, phonenumbers.PhoneNumber]]:
    """Region, kind and number of every example that libphonenumber gives for a mobile or a fixed line."""
    return [
        (region, name, number)
        for region in REGIONS
        for name, kind in KINDS.items()
        if (number := phonenumbers.example_number_for_type(region, kind)) is not None
    ]


def test_equal_to_the_library_on_every_vector() -> None:
    """All rows of the four regions, and nothing but them, were read."""
    rows = vectors()
    assert len(rows) == 111
    assert {region for region, _, _ in rows} == {"US", "GB", "DE", None}
    wrong = [row for row in rows if phone_e164(row[1], row[0]) != row[2]]
    assert wrong == []


@pytest.mark.parametrize("notation", ["NATIONAL", "INTERNATIONAL", "E164", "RFC3966"])
def test_equal_to_the_library_on_every_example_number(notation: str) -> None:
    """The example number of each region and kind is found again however it is written."""
    style = getattr(phonenumbers.PhoneNumberFormat, notation)
    numbers = examples()
    assert len(numbers) == 489
    wrong = []
    for region, kind, number in numbers:
        text = phonenumbers.format_number(number, style)
        expected = f"+{number.country_code}{phonenumbers.national_significant_number(number)}"
        if phone_e164(text, region) != expected:
            wrong.append((region, kind, text, expected, phone_e164(text, region)))
    assert wrong == []


def test_a_national_number_needs_its_region() -> None:
    """Without a region, or with one that does not exist, only numbers with a country code are read."""
    assert phone_e164("020 7183 8750", "GB") == "+442071838750"
    assert phone_e164("020 7183 8750", " gb ") == "+442071838750"
    assert phone_e164("020 7183 8750", None) is None
    assert phone_e164("020 7183 8750", "") is None
    assert phone_e164("020 7183 8750", "XX") is None
    assert phone_e164("+44 20 7183 8750", None) == "+442071838750"


def test_missing_and_broken_numbers_give_none() -> None:
    """Null in, null out; so does everything that is no number."""
    for text in (None, "", " ", "null", "0000000000", "+", "++", "9" * 1000, "\x00", "'; drop table persons; --"):
        assert phone_e164(text, "US") is None


@settings(deadline=None)
@given(st.text(), st.one_of(st.none(), st.sampled_from(REGIONS), st.text(max_size=3)))
def test_any_text_gives_none_or_a_valid_number_that_stays(text: str, region: str | None) -> None:
    """It never raises; what comes out is valid, and is its own E.164 form in every region."""
    result = phone_e164(text, region)
    if result is not None:
        assert re.fullmatch(r"\+[1-9][0-9]{1,14}", result)
        assert phonenumbers.is_valid_number(phonenumbers.parse(result))
        assert phone_e164(result, region) == result
        assert phone_e164(result, None) == result


@settings(deadline=None)
@given(st.from_regex(r"[+(]?[0-9][0-9 ()/.-]{5,18}", fullmatch=True), st.sampled_from(REGIONS))
def test_number_like_text_gives_what_the_library_gives(text: str, region: str) -> None:
    """On texts that look like numbers the answer is the library's own."""
    try:
        number = phonenumbers.parse(text, region)
        valid = phonenumbers.is_valid_number(number)
        expected = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if valid else None
    except phonenumbers.NumberParseException:
        expected = None
    assert phone_e164(text, region) == expected


@given(
    st.sampled_from(examples()),
    st.sampled_from(["NATIONAL", "INTERNATIONAL", "E164"]),
    st.lists(st.tuples(st.integers(0, 20), st.sampled_from("0123456789")), max_size=3),
    st.sampled_from([None, "XX", *REGIONS]),
)
@settings(deadline=None, max_examples=2000)
def test_the_fast_way_is_the_library_s(
    example: tuple[str, str, phonenumbers.PhoneNumber], notation: str, changes: list[tuple[int, str]], other: str | None
) -> None:
    """Up to three digits away from an example, in its own region and in another: no answer, or that of the library."""
    text = list(phonenumbers.format_number(example[2], getattr(phonenumbers.PhoneNumberFormat, notation)))
    for place, digit in changes:
        text[place % len(text)] = digit
    for region in (example[0], other):
        assert usual_e164("".join(text), region) in (None, parsed_e164("".join(text), region))


def test_the_fast_way_reads_most_examples() -> None:
    """It would be of no use otherwise: four of five examples."""
    read = [
        usual_e164(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), region)
        for region, _, number in examples()
    ]
    assert sum(number is not None for number in read) > 0.8 * len(read)
