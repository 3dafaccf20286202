"""Households and the people in them: who they truly are."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TypeVar

from sample.clock import DAY, END, START
from sample.dice import Dice
from sample.names import NAMES
from sample.places import COUNTRIES, Country, phone_number, postal_code

Value = TypeVar("Value")

MAIL_DOMAINS = (
    "example.com",
    "example.com",
    "example.org",
    "example.net",
    "mail.example",
    "post.example",
    "inbox.example",
    "courrier.example",
    "correio.example",
)


@dataclass(frozen=True)
class Name:
    """A name in its own script and in Latin letters."""

    native: str
    latin: str

    @classmethod
    def of(cls, text: str) -> Name:
        """From `native|latin`, or one word for both."""
        native, _, latin = text.partition("|")
        return cls(native, latin or native)


@dataclass(frozen=True)
class Address:
    """A postal address; region as code and as name."""

    street: str
    city: str
    region: str
    region_name: str
    postal_code: str
    country: Country


@dataclass
class Person:
    """One human being, and what they hold over time. Lists of (from, value) are in order of time."""

    number: int
    person_id: str
    gender: str
    given: Name
    middle: str
    family: Name
    birth_maiden: Name | None
    married_at: int
    title: str
    suffix: str
    birth_date: str
    emails: list[tuple[int, str]]
    phones: list[tuple[int, str]]
    addresses: list[tuple[int, Address]]
    landline: str
    is_child: bool
    is_engaged: bool
    level: float
    joined_at: int
    left_at: int
    user_id: str = ""
    loyalty_number: str = ""
    cookies: list[str] = field(default_factory=list)

    @property
    def country(self) -> Country:
        """Where they live now."""
        return self.addresses[-1][1].country

    def email_at(self, moment: int) -> str:
        """The address in use at a moment."""
        return _at(self.emails, moment, "")

    def phone_at(self, moment: int) -> str:
        """The mobile number in use at a moment, national digits."""
        return _at(self.phones, moment, "")

    def address_at(self, moment: int) -> Address:
        """Home at a moment."""
        return _at(self.addresses, moment, self.addresses[0][1])


@dataclass
class Household:
    """People who live together, and the tablet they share, if any."""

    household_id: str
    country: Country
    members: list[Person]
    shared_cookie: str
    shared_device: str


def _at(history: list[tuple[int, Value]], moment: int, default: Value) -> Value:
    found = default
    for since, value in history:
        if since <= moment:
            found = value
    return found


def plain(text: str) -> str:
    """ASCII letters of a Latin name, for the left side of an e-mail address."""
    special = {"ß": "ss", "ø": "o", "ł": "l", "Ł": "L", "ı": "i", "đ": "d"}
    spelled = "".join(special.get(sign, sign) for sign in text)
    split = unicodedata.normalize("NFKD", spelled)
    return "".join(sign for sign in split if sign.isascii() and sign.isalpha()).lower()


@dataclass
class Home:
    """What the members of a household have in common. The family name may have two forms."""

    country: Country
    language: str
    address: Address
    landline: str
    family_name: str = ""


def _gendered(family_name: str, gender: str) -> Name:
    male, _, female = family_name.partition(";")
    return Name.of(female if female and gender == "female" else male)


class Population:
    """Makes households one after the other, each from dice of its own."""

    def __init__(self, people: int, seed: int) -> None:
        """So many people, in households, from a seed."""
        self._people = people
        self._seed = seed
        self._made = 0
        self._households = 0
        self._phones: dict[str, int] = {}
        # Numbers given back: (country, from when they may belong to somebody else, number).
        self._released: list[tuple[str, int, str]] = []

    def next_household(self) -> tuple[Household, Dice] | None:
        """The next household with its dice; nothing once the company is large enough."""
        left = self._people - self._made
        if left <= 0:
            return None
        self._households += 1
        dice = Dice(self._seed * 1_000_003 + self._households)
        country = dice.pick_weighted([(country, country.weight) for country in COUNTRIES])
        language = dice.pick_weighted(country.languages)
        size = dice.pick_weighted([(1, 52.0), (2, 28.0), (3, 10.0), (4, 7.0), (5, 3.0)])
        address = self._address(country, dice)
        home = Home(country, language, address, self._new_phone(country) if dice.chance(0.25) else "")
        members: list[Person] = []
        for _ in range(min(size, left)):
            members.append(self._person(dice, home, members))
        moved = dice.chance(0.12)
        if moved:
            before = self._address(country, dice)
            at = dice.between(START, END - 60 * DAY)
            for person in members:
                person.addresses = [(0, before), (at, address)]
        is_family = len(members) > 1 and dice.chance(0.55)
        household = Household(
            f"H{self._households:07d}",
            country,
            members,
            dice.uuid() if is_family else "",
            dice.uuid().upper() if is_family else "",
        )
        return household, dice

    def _address(self, country: Country, dice: Dice) -> Address:
        city, region, region_name, pattern = dice.pick(country.places)
        street = dice.pick(country.streets).format(number=dice.between(1, 240))
        if country.code in ("US", "GB", "CA") and dice.chance(0.2):
            street += f" Apt {dice.between(1, 40)}"
        return Address(street, city, region, region_name, postal_code(pattern, dice), country)

    def _new_phone(self, country: Country) -> str:
        number = self._phones.get(country.code, 0)
        self._phones[country.code] = number + 1
        return phone_number(country, number)

    def _phone_history(self, country: Country, dice: Dice) -> list[tuple[int, str]]:
        first_since = 0
        first = ""
        if dice.chance(0.25):
            for place, (code, since, number) in enumerate(self._released):
                if code == country.code:
                    first_since, first = since, number
                    del self._released[place]
                    break
        history = [(first_since, first or self._new_phone(country))]
        if dice.chance(0.15) and not first:
            changed = dice.between(START + 60 * DAY, END - 200 * DAY)
            history.append((changed, self._new_phone(country)))
            if len(self._released) < 50:
                self._released.append((country.code, changed + 90 * DAY, history[0][1]))
        return history

    def _person(self, dice: Dice, home: Home, members: list[Person]) -> Person:
        """The next member of a household; the first one gives it its family name."""
        country, language, position = home.country, home.language, len(members)
        self._made += 1
        number = self._made
        gender = "male" if dice.chance(0.5) else "female"
        is_child = position >= 2 and dice.chance(0.7)
        names = NAMES[language]
        given = Name.of(dice.pick(names.male if gender == "male" else names.female))
        suffix = ""
        is_namesake = position > 0 and not is_child and gender == members[0].gender == "male"
        if is_namesake and dice.chance(0.12):
            given, suffix = members[0].given, "Jr."
        if home.family_name and not (position == 1 and dice.chance(0.3)):
            own = _gendered(home.family_name, gender)
        else:
            drawn = dice.pick(names.family)
            home.family_name = home.family_name or drawn
            own = _gendered(drawn, gender)
        maiden: Name | None = None
        married_at = 0
        if gender == "female" and not is_child and dice.chance(0.22):
            maiden = _gendered(dice.pick(names.family), gender)
            married_at = dice.between(START, END)
        year = dice.between(2010, 2019) if is_child else dice.between(1944, 2006)
        birth_date = f"{year}-{dice.between(1, 12):02d}-{dice.between(1, 28):02d}"
        if is_child and members and members[-1].is_child and dice.chance(0.15):
            birth_date = members[-1].birth_date
        is_engaged = dice.chance(0.2 if is_child else 0.40)
        joined_at = dice.between(START, END - 45 * DAY)
        left_at = END if dice.chance(0.6) else dice.between(joined_at + 30 * DAY, END)
        person = Person(
            number,
            f"P{number:07d}",
            gender,
            given,
            "",
            own,
            maiden,
            married_at,
            "",
            suffix,
            birth_date,
            [],
            self._phone_history(country, dice),
            [(0, home.address)],
            home.landline,
            is_child,
            is_engaged,
            0.15 + 0.85 * dice.random() ** 2,
            joined_at,
            min(left_at, END),
        )
        if dice.chance(0.25) and language not in ("japanese", "chinese", "korean"):
            person.middle = Name.of(dice.pick(names.male if gender == "male" else names.female)).latin
        if dice.chance(0.12):
            person.title = "Dr." if dice.chance(0.4) else ("Mr" if gender == "male" else "Mrs")
        person.emails = self._emails(person, dice)
        if position == 1 and dice.chance(0.1):
            # A couple with one address between them.
            person.emails = list(members[0].emails)
        if is_child:
            # Children write from a parent's address and are called on a parent's telephone.
            if dice.chance(0.6):
                person.emails = list(members[0].emails)
            person.phones = list(members[0].phones) if dice.chance(0.6) else person.phones
        elif position == 1 and dice.chance(0.12):
            person.phones = list(members[0].phones)
        return person

    def _emails(self, person: Person, dice: Dice) -> list[tuple[int, str]]:
        tag = (person.number * 7_919 + 101) % 10_000_000
        given, family = plain(person.given.latin), plain(person.family.latin)
        domain = dice.pick(MAIL_DOMAINS)
        if dice.chance(0.14):
            first = f"sample.{given}.{family}{tag}@gmail.com"
        else:
            form = dice.pick(("{given}.{family}{tag}", "{initial}{family}{tag}", "{given}{tag}", "{family}_{tag}"))
            local = form.format(given=given, family=family, initial=given[:1], tag=tag)
            first = f"{local}@{domain}"
        history = [(0, first)]
        if dice.chance(0.12):
            at = dice.between(START + 30 * DAY, END)
            history.append((at, f"{given}-{family}.{tag}@{dice.pick(MAIL_DOMAINS)}"))
        return history
