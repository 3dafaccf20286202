"""Values of which one person may show only so many within days of each other: which components break that guard.

The real models run on made-up sightings. The oracle knows no spans: it takes each day on which a value was seen as the
earliest one, and counts the different values up to the last day that is near enough.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pytest

from .fixpoint_project import REPOSITORY, FixpointProject

# Per type: how many values one person may show, and within how many days; None where it is ever.
RULES = {1: (1, 1), 2: (1, 7), 3: (2, 30), 4: (3, 10), 5: (2, None)}
SETTINGS = {"birth_date_guard": False, "distinct_record_sources": []}
COLUMNS = [
    *("component", "record_number", "identifier_type", "identifier_value", "first_day", "last_day"),
    *("max_values_per_person", "value_window_days"),
]
MODELS = {
    "int_identity__guarded_identifiers": """
select
    record_number,
    'type_' || identifier_type as identifier_type,
    'value ' || identifier_value as identifier_value,
    max_values_per_person,
    value_window_days,
    timestamp '1970-01-01 23:00:00' + to_days(cast(first_day as integer)) as first_seen_at,
    timestamp '1970-01-01 01:00:00' + to_days(cast(last_day as integer)) as last_seen_at
from input.identifiers
""",
    "int_identity__components": "select distinct record_number as vertex, component as parent from input.identifiers",
    "int_identity__record_keys": "select 0 as record_number, '' as record_id, '' as telling_birth_key where false",
    "int_identity__forced_components": "select 0 as vertex, 0 as parent where false",
    "int_identity__override_links": "select 0 as left_number, 0 as right_number, '' as override where false",
}
TESTED = ["int_identity__guarded_values", "int_identity__components_violating"]

# Component, record, type, value, and the days on which it was first and last seen, None where nobody knows them.
Held = tuple[int, int, int, int, int | None, int | None]


class Guards(FixpointProject):
    """Says which components break a guard."""

    def broken(self, held: Sequence[Held]) -> set[int]:
        """The components that show too many values."""
        self.load("identifiers", COLUMNS, [[*value, *RULES[value[2]]] for value in held])
        assert self.invoke(*MODELS, *TESTED, variables=SETTINGS), "\n".join(self.messages[-20:])
        return {component for (component,) in self.query("select component from int_identity__components_violating")}


@pytest.fixture(scope="module")
def guards(tmp_path_factory: pytest.TempPathFactory) -> Guards:
    """One project for all tests of this module."""
    folder = REPOSITORY / "models" / "identity" / "intermediate"
    # What is tested is their SQL: here they are views.
    texts = {name: re.sub(r"^{{ config.*? }}", "", (folder / f"{name}.sql").read_text()) for name in TESTED}
    models = {f"{name}.sql": text for name, text in (MODELS | texts).items()}
    return Guards(tmp_path_factory.mktemp("guards"), ["cross_db", "identity"], models)


def breaks_a_guard(held: Sequence[Held]) -> bool:
    """Whether so many different values of a type were seen within its days."""
    for kind, (limit, days) in RULES.items():
        shown = [
            (value, (first, last) if days else (0, 0)) for _, _, other, value, first, last in held if other == kind
        ]
        sightings = {(value, day) for value, ends in shown for day in ends if day is not None}
        for _, earliest in sightings:
            if len({value for value, day in sightings if 0 <= day - earliest < (days or 1)}) > limit:
                return True
    return False


def test_a_guard_breaks_exactly_where_too_many_values_meet_within_its_days(guards: Guards) -> None:
    """Five thousand random components, against the oracle.

    Days lie on both sides of 1970, close together or far apart, and some nobody knows.
    """
    chance = random.Random(11)
    components: dict[int, list[Held]] = {}
    for component in range(0, 50_000, 10):
        start, width = chance.choice([-9, -400, 0, 20_000]), chance.choice([3, 12, 40, 90])
        components[component] = []
        for record in range(component, component + chance.randint(1, 6)):
            for kind in chance.sample(sorted(RULES), chance.randint(0, 2)):
                for value in chance.sample(range(6), chance.choice([1, 1, 2])):
                    first, last = sorted(start + chance.randrange(width) for _ in range(2))
                    days = chance.choice([(first, last), (first, last), (first, first), (None, None)])
                    components[component].append((component, record, kind, value, *days))
    broken = {component for component, held in components.items() if breaks_a_guard(held)}
    assert 0.2 < len(broken) / len(components) < 0.8
    assert guards.broken([value for held in components.values() for value in held]) == broken


def test_a_component_of_very_many_sightings(guards: Guards) -> None:
    """A hundred thousand values, of which any ten days hold three, break nothing; one more does, whichever it is."""
    held: list[Held] = [(1, record, 4, record, 4 * record, 4 * record) for record in range(1, 100_001)]
    assert guards.broken(held) == set()
    assert guards.broken([*held, (1, 0, 4, 0, 123_456, 123_456)]) == {1}
