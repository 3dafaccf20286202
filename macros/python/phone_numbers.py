"""Phone numbers to E.164, by Google's libphonenumber (the Python port `phonenumbers`)."""

from functools import lru_cache

import phonenumbers


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
    try:
        parsed = phonenumbers.parse(number, region.strip().upper() if region else None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
