"""Which commands of dbt may have to do with tests, and so need them in the parse."""

from __future__ import annotations

import pytest

from scripts.parsed_project import parsed_project
from scripts.run_parsed import read_manifest, runs_tests

WITHOUT = ["--exclude-resource-type", "test", "--exclude-resource-type", "unit_test"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["build"], True),
        (["build", "--select", "persons"], True),
        (["build", "--exclude-resource-type", "test"], True),
        (["build", "--resource-type", "seed", "--resource-type", "unit_test"], True),
        (["--quiet", "build", *WITHOUT], False),
        (["build", "--resource-type", "seed", "--resource-type", "model"], False),
        (["run", "--select", "persons"], False),
        (["test"], True),
        (["compile", "--inline", "select 1"], True),
        (["list", "--resource-type", "model"], True),
    ],
)
def test_tests_take_part(arguments: list[str], expected: bool) -> None:
    """A build leaves both kinds out only where it says so, a run always does."""
    assert runs_tests(arguments) == expected


def test_a_parse_without_tests_has_every_model() -> None:
    """And no test, of the data or of the code."""
    parse = parsed_project({})
    whole, models = read_manifest(parse), read_manifest(parse, with_tests=False)
    tests = {name for name in whole.nodes if name.startswith("test.")}
    assert tests
    assert set(models.nodes) == set(whole.nodes) - tests
    assert not models.unit_tests
