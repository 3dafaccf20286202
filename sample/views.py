"""What a source system believes about a person: names mistyped, numbers half filled in, dates broken."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from sample.dice import Dice
from sample.names import NICKNAMES
from sample.people import Address, Person
from sample.places import Country

NO_EMAIL = ("n/a", "null", "none@", "test@test.com", "noemail", "undefined")
NO_PHONE = ("0000000000", "n/a", "-1", "null", "1234567890", "unknown")
NO_BIRTH_DATE = ("0000-00-00", "1900-01-01", "31/02/1980", "1970-01-01", "n/a", "99.99.9999")


@dataclass
class View:
    """One record's person columns as a source holds them."""

    title: str
    given: str
    middle: str
    family: str
    suffix: str
    email: str
    phone: str
    birth_date: str
    gender: str
    street: str
    city: str
    region: str
    postal_code: str
    country: str

    @property
    def full_name(self) -> str:
        """All name parts in one column."""
        parts = (self.title, self.given, self.middle, self.family, self.suffix)
        return " ".join(part for part in parts if part)


def view(person: Person, dice: Dice, moment: int, care: float = 1.0) -> View:
    """The person as recorded at a moment; `care` below 1 makes mistakes likelier."""
    risk = 1.0 / care
    given, family = _names(person, dice, moment, risk)
    address = person.address_at(moment)
    return View(
        title=person.title if dice.chance(0.5) else "",
        given=given,
        middle=_middle(person, dice),
        family=family,
        suffix=person.suffix if dice.chance(0.7) else "",
        email=email_view(person, dice, moment, risk),
        phone=phone_view(person, dice, moment, risk),
        birth_date=birth_date_view(person.birth_date, dice, risk),
        gender=gender_view(person.gender, dice),
        street=_street(address, dice),
        city=address.city.upper() if dice.chance(0.04) else address.city,
        region=address.region if dice.chance(0.6) else address.region_name,
        postal_code=_postal_code(address, dice),
        country=address.country.code if dice.chance(0.8) else dice.pick(address.country.names),
    )


def _names(person: Person, dice: Dice, moment: int, risk: float) -> tuple[str, str]:
    family_name = person.family
    if person.birth_maiden is not None and (moment < person.married_at or dice.chance(0.1)):
        family_name = person.birth_maiden
    native = person.given.native != person.given.latin and dice.chance(0.5)
    given = person.given.native if native else person.given.latin
    family = family_name.native if native else family_name.latin
    if given in NICKNAMES and dice.chance(0.14):
        given = dice.pick(NICKNAMES[given])
    elif dice.chance(0.02 * risk) and given.isascii():
        given = f"{given[:1]}."
    if dice.chance(0.025 * risk):
        family = _mistyped(family, dice)
    if dice.chance(0.01 * risk):
        given = _mistyped(given, dice)
    given, family = _dressed(given, dice), _dressed(family, dice)
    if dice.chance(0.03):
        given, family = given.upper(), family.upper()
    elif dice.chance(0.03):
        given, family = given.lower(), family.lower()
    if dice.chance(0.018 * risk):
        given, family = family, given
    if dice.chance(0.03):
        family = f" {family} "
    return given, family


def _dressed(text: str, dice: Dice) -> str:
    if text.isascii():
        return text
    draw = dice.random()
    if draw < 0.15:
        return unicodedata.normalize("NFD", text)
    if draw < 0.28:
        bare = unicodedata.normalize("NFD", text)
        return "".join(sign for sign in bare if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", text)


def _mistyped(text: str, dice: Dice) -> str:
    if len(text) < 4:
        return text
    place = dice.between(1, len(text) - 2)
    draw = dice.random()
    if draw < 0.4:
        return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    if draw < 0.7:
        return text[:place] + text[place + 1 :]
    return text[:place] + text[place] + text[place:]


def _middle(person: Person, dice: Dice) -> str:
    if not person.middle or dice.chance(0.4):
        return ""
    return person.middle if dice.chance(0.5) else f"{person.middle[:1]}."


def email_view(person: Person, dice: Dice, moment: int, risk: float = 1.0) -> str:
    """The address as typed: with a tag, in capitals, with spaces, or not an address at all."""
    email = person.email_at(moment)
    if dice.chance(0.008 * risk):
        return dice.pick(NO_EMAIL)
    if dice.chance(0.004 * risk):
        return email.replace("@", dice.pick(("", "@@", " at ")))
    local, domain = email.split("@")
    if domain == "gmail.com":
        draw = dice.random()
        if draw < 0.12:
            local = local.replace(".", "")
        elif draw < 0.25:
            domain = "googlemail.com"
    if dice.chance(0.06):
        local += dice.pick(("+shop", "+news", "+juniper", "+1"))
    email = f"{local}@{domain}"
    if dice.chance(0.05):
        email = email.upper() if dice.chance(0.5) else email.capitalize()
    if dice.chance(0.03):
        email = f" {email}"
    return email


def national(country: Country, digits: str) -> str:
    """A number as dialled inside its country."""
    return f"{country.trunk}{digits}"


def phone_view(person: Person, dice: Dice, moment: int, risk: float = 1.0) -> str:
    """A number as typed: mobile, sometimes the family's landline, sometimes nonsense."""
    if dice.chance(0.012 * risk):
        return dice.pick(NO_PHONE)
    digits = person.phone_at(moment)
    if person.landline and dice.chance(0.15 if digits else 0.9):
        digits = person.landline
    if not digits or dice.chance(0.12):
        return ""
    country = person.country
    spellings = [
        (f"+{country.calling_code}{digits}", 40.0),
        (f"+{country.calling_code} {digits[:3]} {digits[3:6]} {digits[6:]}", 15.0),
        (f"00{country.calling_code}{digits}", 0.0 if country.calling_code == "1" else 7.0),
        (national(country, digits), 23.0),
        (f"{national(country, digits[:3])} {digits[3:6]}-{digits[6:]}", 15.0),
    ]
    if country.code == "US":
        spellings.append((f"({digits[:3]}) {digits[3:6]}-{digits[6:]}", 40.0))
    return dice.pick_weighted(spellings)


def birth_date_view(birth_date: str, dice: Dice, risk: float = 1.0) -> str:
    """A birth date as typed."""
    if dice.chance(0.15):
        return ""
    if dice.chance(0.025 * risk):
        return dice.pick(NO_BIRTH_DATE)
    year, month, day = birth_date.split("-")
    if dice.chance(0.012 * risk) and int(day) <= 12:
        month, day = day, month
    draw = dice.random()
    if draw < 0.82:
        return f"{year}-{month}-{day}"
    if draw < 0.90:
        return f"{int(day)}.{int(month)}.{year}"
    if draw < 0.95:
        return f"{year}{month}{day}"
    return f"{year}-{month}-{day} 00:00:00"


def gender_view(gender: str, dice: Dice) -> str:
    """Gender in the many words that forms have for it."""
    if dice.chance(0.3):
        return ""
    words = {"female": ("F", "female", "f", "Female", "woman", "w"), "male": ("M", "male", "m", "Male")}
    return dice.pick(words[gender])


def _street(address: Address, dice: Dice) -> str:
    street = address.street
    if dice.chance(0.15):
        for long, short in (("Street", "St"), ("Road", "Rd."), ("Avenue", "Ave"), ("straße", "str.")):
            street = street.replace(long, short)
    if dice.chance(0.01):
        street = street.replace(" ", "\n", 1)
    return street


def _postal_code(address: Address, dice: Dice) -> str:
    code = address.postal_code
    if address.country.code == "US" and dice.chance(0.08):
        return f"{code}-{dice.between(1000, 9999)}"
    if dice.chance(0.08):
        return code.replace(" ", "").replace("-", "").lower()
    return code
