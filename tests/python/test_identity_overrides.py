"""Overrides are obeyed: who was linked by hand is one person, who was kept apart by hand is two.

One file of people is built three times: before anybody decided anything, with the overrides in force, and on the day
from which those with an expiry no longer hold. Each test looks at a few people of that file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from .identity_story import Row, Story


def person(record: str, name: str, email: str = "", user_id: str = "") -> Row:
    """A row of the file of people; all of a name are namesakes, and the name alone links nobody."""
    return (record, name, "Poe", "", f"{email}@post.example" if email else "", "", "GB", user_id)


ROWS = [
    person("forced1", "Ann", email="ann"),
    person("forced2", "Bea", email="bea"),
    person("email1", "Carl", email="carl"),
    person("email2", "Carl", email="carl"),
    person("login1", "Dora", user_id="d7"),
    person("login2", "Dora", user_id="d7"),
    person("bridge1", "Emil", email="emil"),
    person("bridge2", "Emil", email="emil", user_id="e7"),
    person("bridge3", "Emil", user_id="e7"),
    person("shared1", "Finn", email="finn"),
    person("shared2", "Finn", email="finn"),
    person("shared3", "Finn", email="finn"),
    person("intruder1", "Gwen", email="gwen"),
    person("intruder2", "Gwen", email="gwen"),
    person("intruder3", "Gwen", email="gwen"),
    person("disputed1", "Hugo", email="hugo"),
    person("disputed2", "Hugo", email="hugo"),
    person("chain1", "Iris", email="iris"),
    person("chain2", "Jack", email="jack"),
    person("chain3", "Kate", email="kate"),
    person("brief1", "Lars", email="lars"),
    person("brief2", "Mona", email="mona"),
    person("apart1", "Nils", email="nils"),
    person("apart2", "Nils", email="nils"),
    *(person(f"accounts{number}", "Otto", user_id=f"o{number}") for number in range(1, 6)),
    person("mailbox1", "Paul", email="team"),
    person("mailbox2", "Ruth", email="team"),
    person("till1", "Sven", email="till"),
    person("till2", "Sven", email="till"),
    person("argued1", "Tess", email="argued"),
    person("argued2", "Tess", email="argued"),
]
EXPIRY = "2026-01-03"


@dataclass
class Days:
    """Who was whom on each of the three days, and what the edges said on the second."""

    undecided: Mapping[str, str]
    decided: Mapping[str, str]
    expired: Mapping[str, str]
    placed_by: Mapping[str, str]
    refusals: Mapping[tuple[str, str], str | None]
    statuses: Sequence[tuple[str, str, str]]


@pytest.fixture(scope="module")
def days(blank_identity_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Days:
    """The three days of the file."""
    story = Story.begin(blank_identity_database, tmp_path_factory.mktemp("overrides"))
    undecided = story.build("2026-01-01", ROWS)
    story.decide("forced2", "force_link", "forced1")
    story.decide("email1", "never_link", "email2")
    story.decide("login2", "never_link", "login1")
    story.decide("bridge1", "never_link", "bridge3")
    story.decide("shared2", "never_link", "shared3")
    story.decide("intruder1", "never_link", "intruder2")
    story.decide("intruder1", "never_link", "intruder3")
    story.decide("disputed1", "force_link", "disputed2")
    story.decide("disputed2", "never_link", "disputed1")
    story.decide("chain1", "force_link", "chain2")
    story.decide("chain2", "force_link", "chain3")
    story.decide("chain1", "never_link", "chain3")
    story.decide("forced1", "force_link", "nobody")
    story.decide("brief1", "force_link", "brief2", expires_on=EXPIRY)
    story.decide("apart1", "never_link", "apart2", expires_on=EXPIRY)
    story.decide("forced1", "marry", "brief1")
    for number in range(1, 5):
        story.decide(f"accounts{number}", "force_link", f"accounts{number + 1}")
    story.decide_value("email", "team@post.example", "force_link")
    story.decide_value("email", "till@post.example", "never_link")
    story.decide_value("mailbox", "till@post.example", "never_link")
    story.decide_value("email", "argued@post.example", "force_link")
    story.decide_value("email", "argued@post.example", "never_link")
    decided = story.build("2026-01-02", ROWS)
    statuses = story.query(
        "select coalesce(split_part(left_record_id, ':', 2), identifier_value), override, status "
        "from identity.overrides order by all"
    )
    placed_by = dict(story.query("select source_record_id, placed_by from identity.person_records"))
    edges = story.query("select left_record_id, right_record_id, refusal_reason from identity.identity_edges")
    refusals = {(left.split(":")[1], right.split(":")[1]): reason for left, right, reason in edges}
    return Days(undecided, decided, story.build(EXPIRY, ROWS), placed_by, refusals, statuses)


def count(persons: Mapping[str, str], group: str) -> int:
    """How many persons the records of a group are."""
    return len({person_id for record, person_id in persons.items() if record.rstrip("12345") == group})


def test_force_link_joins_strangers(days: Days) -> None:
    """Two people without a common identifier become one, and their records say that an override did it."""
    assert count(days.undecided, "forced") == 2
    assert count(days.decided, "forced") == 1
    assert days.placed_by["forced1"] == days.placed_by["forced2"] == "override"


@pytest.mark.parametrize("group", ["email", "login"])
def test_never_link_outweighs_a_shared_identifier(days: Days, group: str) -> None:
    """Two records that share an e-mail address or a login id are two persons once somebody said so."""
    assert count(days.undecided, group) == 1
    assert count(days.decided, group) == 2
    assert days.refusals[f"{group}1", f"{group}2"] == "never_link"
    assert days.placed_by[f"{group}1"] == "alone"


def test_never_link_holds_across_a_bridge(days: Days) -> None:
    """A third record that links both ends stays with the end that it shares the stronger identifier with."""
    assert count(days.undecided, "bridge") == 1
    assert days.decided["bridge1"] != days.decided["bridge3"]
    assert days.decided["bridge2"] == days.decided["bridge3"]
    assert days.refusals["bridge1", "bridge2"] == "guard:never_link"


def test_never_link_holds_among_three_that_share_an_address(days: Days) -> None:
    """Two of three who share an address are apart; the third goes with the one that the tie leaves in place."""
    assert count(days.undecided, "shared") == 1
    assert days.decided["shared2"] != days.decided["shared3"]
    assert days.decided["shared1"] == days.decided["shared2"]


def test_never_link_leaves_the_others_together(days: Days) -> None:
    """Who is kept apart from two others that share an address does not part those two."""
    assert count(days.undecided, "intruder") == 1
    assert days.decided["intruder1"] not in {days.decided["intruder2"], days.decided["intruder3"]}
    assert days.decided["intruder2"] == days.decided["intruder3"]


def test_never_link_wins_over_force_link(days: Days) -> None:
    """Both on one pair: two persons. Two forced links that lead around a forbidden pair: its ends are two persons."""
    assert count(days.decided, "disputed") == 2
    assert days.refusals["disputed1", "disputed2"] == "never_link"
    assert days.decided["chain1"] != days.decided["chain3"]
    assert days.refusals["chain1", "chain3"] == "never_link"


def test_overrides_end_on_the_day_they_expire(days: Days) -> None:
    """Until the day before, they hold; from the day on, everybody is who the data says; the others still hold."""
    assert (count(days.undecided, "brief"), count(days.undecided, "apart")) == (2, 1)
    assert (count(days.decided, "brief"), count(days.decided, "apart")) == (1, 2)
    assert (count(days.expired, "brief"), count(days.expired, "apart")) == (2, 1)
    assert (count(days.expired, "forced"), count(days.expired, "email")) == (1, 2)


def test_an_override_on_nobody_changes_nothing(days: Days) -> None:
    """A record that is not there is nobody's other half: no edge, no record, and the build goes on."""
    assert all("nobody" not in pair for pair in days.refusals)
    assert days.decided.keys() == days.undecided.keys()


def test_force_link_outweighs_the_limit_of_a_rule(days: Days) -> None:
    """Five login ids are one too many for a person, until somebody said of each that it is the same one."""
    assert count(days.undecided, "accounts") == 5
    assert count(days.decided, "accounts") == 1


def test_values_are_decided_on_too(days: Days) -> None:
    """Two names on one address are one person by decree; an address that names nobody links nobody."""
    assert (count(days.undecided, "mailbox"), count(days.undecided, "till")) == (2, 1)
    assert (count(days.decided, "mailbox"), count(days.decided, "till")) == (1, 2)


def test_what_became_of_each_override_is_told(days: Days) -> None:
    """Those that contradict each other, name nobody or say a word that nobody knows are reported."""
    told = {(what, override): status for what, override, status in days.statuses}
    assert ("forced1", "force_link", "obeyed") in days.statuses
    assert told["disputed1", "force_link"] == told["disputed1", "never_link"] == "contradicted"
    assert told["chain1", "never_link"] == "obeyed"
    assert "contradicted" in {told["chain1", "force_link"], told["chain2", "force_link"]}
    assert ("forced1", "force_link", "unknown") in days.statuses
    assert told["brief1", "marry"] == "not_understood"
    assert told["team@post.example", "force_link"] == told["till@post.example", "never_link"] == "obeyed"
    assert told["argued@post.example", "force_link"] == told["argued@post.example", "never_link"] == "contradicted"
