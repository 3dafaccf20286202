"""Invented people whose names are written in many ways: a file of person records, and who is who.

Every name is a list of ways in which it is written (tests/data/world_names.csv). Nobody exists; the same seed gives the
same people.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

NAMES = Path(__file__).resolve().parents[1] / "data" / "world_names.csv"
FAMILY_FIRST = ("chinese", "korean", "japanese", "vietnamese")


@dataclass(frozen=True)
class Person:
    """Who somebody is, each name as the ways in which it is written."""

    entity_id: str
    language: str
    given: Sequence[str]
    families: Sequence[Sequence[str]]
    birth_date: str
    email: str
    phone: str
    street_address: str
    city: str
    postal_code: str
    country: str


@lru_cache(maxsize=1)
def names() -> dict[tuple[str, str], list[list[str]]]:
    """The names of each language and part (given, syllable of one, family, city, country), with its ways."""
    found: dict[tuple[str, str], list[list[str]]] = {}
    with NAMES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault((row["language"], row["part"]), []).append(row["ways"].split("|"))
    return found


def syllables_joined(dice: random.Random, syllables: Sequence[Sequence[str]]) -> list[str]:
    """A given name of two syllables as each romanisation writes it, together and apart, and in its own script."""
    first, second = dice.sample(syllables, 2)
    written = [first[-1] + second[-1]]
    for one, other in zip(first[:-1], second[:-1], strict=True):
        written += [f"{one}{other}".capitalize(), f"{one.capitalize()} {other.capitalize()}"]
        written.append(f"{one.capitalize()}-{other}")
    return written


def person(dice: random.Random, number: int, languages: Sequence[str]) -> Person:
    """Somebody of one of the languages."""
    language = dice.choice(languages)
    known = names()
    if (language, "syllable") in known:
        given = syllables_joined(dice, known[language, "syllable"])
    else:
        given = dice.choice(known[language, "given"])
    families = dice.sample(known[language, "family"], 2 if language == "spanish" else 1)
    city = dice.choice(known[language, "city"])[0]
    return Person(
        entity_id=f"p{number}",
        language=language,
        given=given,
        families=families,
        birth_date=f"{dice.randint(1940, 2005)}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}",
        email=f"{dice.choice(('mail', 'post', 'box', 'x'))}{dice.randint(1000, 999999)}@mail.example",
        phone=f"+49731{dice.randint(1000000, 9999999)}",
        street_address=f"{dice.choice(('Main', 'Park', 'Lake', 'Hill', 'Mill', 'Oak'))} Street {dice.randint(1, 300)}",
        city=city,
        postal_code=str(dice.randint(1000, 1899) + 1000 * (ord(city[0]) - 40)),
        country=known[language, "country"][0][0],
    )


def relative(dice: random.Random, one: Person, other: Person) -> Person:
    """The other as one of the household of the one: family name, address, city, and often the phone are the same."""
    return replace(
        other,
        families=[one.families[0], *other.families[1:]],
        street_address=one.street_address,
        city=one.city,
        postal_code=one.postal_code,
        phone=one.phone if dice.random() < 0.5 else other.phone,
    )


def mistyped_date(dice: random.Random, date: str) -> str:
    """A date with day and month swapped where that is a date, or with another digit."""
    year, month, day = date.split("-")
    if int(day) <= 12 and dice.random() < 0.5:
        return f"{year}-{day}-{month}"
    return f"{year}-{month}-{(int(day) + dice.randint(1, 5)) % 28 + 1:02d}"


def record(dice: random.Random, who: Person, number: int) -> dict[str, str | None]:
    """One record of a person: a way of writing each name, gaps, and slips of the pen."""
    given = dice.choice(who.given)
    family = dice.choice(who.families[0])
    if len(who.families) > 1 and dice.random() < 0.45:
        family += dice.choice((" ", "-", " ")) + dice.choice(who.families[1])
    if dice.random() < (0.15 if who.language in FAMILY_FIRST else 0.04):
        given, family = family, given
    has_full_name = dice.random() < 0.1 and given.isascii() and family.isascii()
    return {
        "record_id": f"r{number}",
        "given_name": None if has_full_name else given,
        "family_name": None if has_full_name else family,
        "full_name": dice.choice((f"{given} {family}", f"{family}, {given}")) if has_full_name else None,
        "birth_date": gap(dice, 0.3, mistyped_date(dice, who.birth_date) if dice.random() < 0.08 else who.birth_date),
        "email": gap(dice, 0.75, who.email),
        "phone": gap(dice, 0.75, who.phone),
        "street_address": gap(dice, 0.65, who.street_address),
        "city": gap(dice, 0.2, who.city),
        "postal_code": gap(dice, 0.4, who.postal_code),
        "country": gap(dice, 0.1, who.country),
    }


def gap(dice: random.Random, share: float, value: str) -> str | None:
    """The value, or nothing in a share of cases."""
    return None if dice.random() < share else value


def people(seed: int, count: int = 1200) -> tuple[list[dict[str, str | None]], dict[str, str]]:
    """Person records of a number of people in shuffled order, and the person of each."""
    dice = random.Random(seed)
    languages = [*sorted({language for language, _ in names()}), "arabic", "chinese", "korean", "russian"]
    everybody: list[Person] = []
    while len(everybody) < count:
        everybody.append(person(dice, len(everybody), languages))
        if dice.random() < 0.25:
            other = person(dice, len(everybody), [everybody[-1].language])
            everybody.append(relative(dice, everybody[-1], other))
    rows: list[dict[str, str | None]] = []
    truth: dict[str, str] = {}
    for who in everybody:
        for _ in range(dice.choice((1, 2, 2, 3, 3, 4))):
            rows.append(record(dice, who, len(rows)))
            truth[f"r{len(rows) - 1}"] = who.entity_id
    dice.shuffle(rows)
    return rows, truth


def write_people(path: Path, seed: int) -> dict[str, str]:
    """Write the records of a seed as Parquet, and tell the person of each."""
    rows, truth = people(seed)
    pq.write_table(pa.Table.from_pylist(rows), path)
    return truth
