"""What dbt starts from: a parse of the project, with its tests or without, and templates compiled before."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import pytest
from dbt.adapters.sql import connections
from dbt_common.clients.jinja import MacroFuzzEnvironment, get_template

from scripts.parsed_project import parsed_project
from scripts.run_parsed import MESSAGES, compile_templates_once, read_manifest, runs_tests, statements_untold

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


def test_a_parse_without_tests_has_every_model(tmp_path: Path) -> None:
    """And no test, of the data or of the code: for the first who reads it, and for who reads what that one kept."""
    parse = tmp_path / "parse.msgpack"
    parse.write_bytes(parsed_project({}).read_bytes())
    whole = read_manifest(parse)
    tests = {name for name in whole.nodes if name.startswith("test.")}
    assert tests
    expected = {name: node for name, node in whole.nodes.items() if name not in tests}
    for _ in range(2):
        models = read_manifest(parse, with_tests=False)
        assert models.nodes == expected
        assert models.macros == whole.macros
        assert not models.unit_tests
        assert parse.with_suffix(".models").exists()


def test_templates_are_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text that was compiled before is not compiled again, and no text is taken for another one."""
    monkeypatch.setattr(MacroFuzzEnvironment, "compile", MacroFuzzEnvironment.compile)
    texts = ["{{ 1 + 1 }}", "{{ 1 + 2 }}"]
    compile_templates_once(tmp_path)
    assert [get_template(text, {}).render({}) for text in texts] == ["2", "3"]
    monkeypatch.setattr(MacroFuzzEnvironment, "_generate", Mock(side_effect=AssertionError("compiled again")))
    assert [get_template(text, {}).render({}) for text in texts] == ["2", "3"]
    with pytest.raises(Exception, match="compiled again"):
        get_template("{{ 1 + 3 }}", {})


def test_statements_are_told_again() -> None:
    """Nothing is made of a statement for a log that nobody keeps, and what is made for others is as before."""
    told = [getattr(connections, name) for name in MESSAGES]
    with statements_untold():
        assert {getattr(connections, name)(conn_name="one", sql="select 1") for name in MESSAGES} == {None}
    assert [getattr(connections, name) for name in MESSAGES] == told
