"""Phone numbers to E.164, by Google's libphonenumber (the Python port `phonenumbers`)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers

# Digits with single signs or blanks between them: what most numbers look like.
USUAL_NOTATION = re.compile(r"[+(]?[0-9](?:[ ().-]{0,2}[0-9]){4,17}")
NOT_DIGITS = str.maketrans("", "", "+ ().-")
NOTHING = re.compile("(?!)")


@lru_cache(maxsize=2**18)
def phone_e164(number: str | None, region: str | None) -> str | None:
    """Read a phone number as it is dialled in a region and write it as E.164.

    Args:
        number: a number in any notation that libphonenumber reads, with or without extension.
        region: ISO 3166-1 alpha-2 code of the region where a national number is dialled, in either
            case; None or an unknown code means that only numbers with a country code can be read.

    Returns:
        `+` and at most 15 digits, for example `+442071838750`; None for None and for everything that
        libphonenumber does not hold to be a valid number. The extension is left out. Never raises.

    Source: https://github.com/google/libphonenumber, package `phonenumbers`.
    """
    if not number:
        return None
    code = region.strip().upper() if region else None
    return usual_e164(number, code) or parsed_e164(number, code)


def parsed_e164(number: str, region: str | None) -> str | None:
    """What the library reads out of a number; it takes its time, some 30 µs."""
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def usual_e164(number: str, region: str | None) -> str | None:
    """The same by the library's own patterns, sooner, for valid numbers in a usual notation; None for others.

    Whatever the library looks at twice (a prefix for abroad or of a carrier, the country code without its `+`, a number
    that several countries of one code could claim) is left to it.
    """
    if not USUAL_NOTATION.fullmatch(number):
        return None
    digits = number.translate(NOT_DIGITS)
    if number[0] == "+":
        plan = plan_of_code(digits)
        national = digits[len(plan.code) :] if plan else ""
        if plan is None or plan.starts_with_prefix(national):
            return None
    else:
        plan = plan_of_region(region)
        if plan is None or digits.startswith(plan.code) or plan.starts_with_exit_code(digits):
            return None
        national = digits
        if plan.starts_with_prefix(digits):
            if plan.prefix is None or not digits.startswith(plan.prefix):
                return None
            national = digits[len(plan.prefix) :]
    return f"+{plan.code}{national}" if plan.is_valid(national) else None


@dataclass(frozen=True)
class NumberingPlan:
    """How numbers of one region are made, of those regions that alone decide on their numbers.

    Attributes:
        code: country calling code.
        prefix: digits before a national number, where it is always the same ones.
        starts_with_prefix: whether digits begin with any national prefix or code of a carrier.
        starts_with_exit_code: whether digits begin with a prefix for calls abroad.
        general: what every national number of the region looks like.
        kinds: possible lengths and look of the national numbers of each kind.
    """

    code: str
    prefix: str | None
    starts_with_prefix: Callable[[str], object]
    starts_with_exit_code: Callable[[str], object]
    general: tuple[frozenset[int], re.Pattern[str]]
    kinds: tuple[tuple[frozenset[int], re.Pattern[str]], ...]

    def is_valid(self, national: str) -> bool:
        """Whether the region has such a national number."""
        return all(
            any(len(national) in lengths and pattern.fullmatch(national) for lengths, pattern in kinds)
            for kinds in ((self.general,), self.kinds)
        )


@lru_cache(maxsize=1024)
def plan_of_region(region: str | None) -> NumberingPlan | None:
    """The plan of a region; None where there is none or another region is asked first."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None) if region else None
    if metadata is None or metadata.country_code is None or metadata.leading_digits:
        return None
    if region != phonenumbers.region_code_for_country_code(metadata.country_code):
        return None
    prefix, exit_code = metadata.national_prefix_for_parsing or "", metadata.international_prefix
    kinds = (
        metadata.mobile,
        metadata.fixed_line,
        metadata.toll_free,
        metadata.premium_rate,
        metadata.shared_cost,
        metadata.voip,
        metadata.personal_number,
        metadata.pager,
        metadata.uan,
        metadata.voicemail,
    )
    return NumberingPlan(
        code=str(metadata.country_code),
        prefix=prefix if prefix.isdigit() and not metadata.national_prefix_transform_rule else None,
        starts_with_prefix=(re.compile(prefix) if prefix else NOTHING).match,
        starts_with_exit_code=(re.compile(exit_code) if exit_code else NOTHING).match,
        general=pattern_of(metadata.general_desc),
        kinds=tuple(pattern_of(kind) for kind in kinds),
    )


def pattern_of(kind: phonenumbers.PhoneNumberDesc | None) -> tuple[frozenset[int], re.Pattern[str]]:
    """The lengths and the look of a kind of number: all lengths where none are told, none without the kind."""
    if kind is None or not kind.national_number_pattern:
        return frozenset(), NOTHING
    return frozenset(kind.possible_length or range(1, 18)), re.compile(kind.national_number_pattern)


@lru_cache(maxsize=2**10)
def plan_of_country_code(code: str) -> NumberingPlan | None:
    """The plan that is asked first for a country calling code; None where there is no such code."""
    return plan_of_region(phonenumbers.region_code_for_country_code(int(code)))


def plan_of_code(digits: str) -> NumberingPlan | None:
    """The plan of the country calling code with which digits begin: no code is the beginning of another."""
    for length in (1, 2, 3):
        if digits[0] != "0" and int(digits[:length]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            return plan_of_country_code(digits[:length])
    return None
