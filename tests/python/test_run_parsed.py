"""What dbt starts from: a parse of the project, with its tests or without, and templates compiled before."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from dbt.adapters.sql import connections
from dbt.context import macros
from dbt.contracts.graph.manifest import Manifest
from dbt.contracts.project import ProjectFlags
from dbt_common import behavior_flags
from dbt_common.clients import agate_helper
from dbt_common.clients.jinja import MacroFuzzEnvironment, get_template
from dbt_common.dataclass_schema import ValidationError, dbtClassMixin
from dbt_common.events.base_types import EventLevel
from dbt_common.events.event_manager import EventManager
from dbt_common.events.types import Note, PrintEvent

from scripts import run_parsed
from scripts.parsed_project import parsed_project
from scripts.quicker_dbt import (
    STATEMENTS,
    checked_before,
    compile_templates_once,
    defaults_made_once,
    names_found_once,
    nothing_logged,
)
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


def test_a_parse_of_some_models_has_what_they_stand_on(tmp_path: Path) -> None:
    """And nothing that stands on them, for the first who reads it and for later ones; hooks run whatever is built."""
    parse = tmp_path / "parse.msgpack"
    parse.write_bytes(parsed_project({}).read_bytes())
    whole = read_manifest(parse)
    prefix = "model.firstparty."
    expected = {name for name in whole.nodes if name.startswith("operation.")}
    level = {f"{prefix}match_models", f"{prefix}int_identity__records"}
    while level:
        expected |= level
        level = {above for name in level for above in whole.nodes[name].depends_on_nodes if above in whole.nodes}
    assert len(expected) < len(whole.nodes) / 3
    for _ in range(2):
        some = read_manifest(parse, with_tests=False, models=["match_models", "int_identity__records"])
        assert some.nodes == {name: whole.nodes[name] for name in expected}
        assert some.macros == whole.macros
        assert not some.exposures
    assert read_manifest(parse, with_tests=False, models=["person_records"]).nodes.keys() != some.nodes.keys()
    with pytest.raises(ValueError, match="no model is named no_such_model"):
        read_manifest(parse, with_tests=False, models=["person_records", "no_such_model"])


def test_nothing_is_made_for_a_log_that_nobody_keeps() -> None:
    """Of statements nothing at all; of other messages what a quiet dbt shows. Afterwards all is told as before."""
    made = [getattr(connections, name) for name in STATEMENTS]
    heard: list[str] = []
    manager = EventManager()
    manager.add_callback(lambda message: heard.append(message.info.msg))  # type: ignore[attr-defined]  # of protobuf

    def tell() -> None:
        for level in (EventLevel.DEBUG, EventLevel.INFO, EventLevel.WARN, EventLevel.ERROR):
            manager.fire_event(Note(msg=level.value), level=level)
        manager.fire_event(PrintEvent(msg="printed"))

    with nothing_logged():
        untold = Note(msg="untold")
        assert "pb_msg" not in vars(untold)
        assert untold.msg == "untold"
        assert {getattr(connections, name)(conn_name="one", sql="select 1") for name in STATEMENTS} == {None}
        tell()
    assert heard == ["warn", "error", "printed"]
    assert [getattr(connections, name) for name in STATEMENTS] == made
    heard.clear()
    tell()
    assert heard == ["debug", "info", "warn", "error", "printed"]


def test_files_of_the_project_are_checked_again() -> None:
    """Only a project that was found right when it was parsed is not checked."""
    wrong = {"use_colors": "purple"}
    with checked_before():
        ProjectFlags.validate(wrong)
    with pytest.raises(ValidationError):
        ProjectFlags.validate(wrong)


def test_a_run_on_a_parse_leaves_no_log_and_no_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quiet run without a log makes none, one on a parse checks nothing again; another run does both.

    While dbt runs, Python looks for garbage seldom; afterwards as often as before.
    """
    seen: list[tuple[bool, bool]] = []
    thresholds = gc.get_threshold()

    class Runner:
        def __init__(self, manifest: object) -> None:
            self.manifest = manifest

        def invoke(self, _: list[str]) -> Mock:
            logs = vars(connections)["SQLQuery"].__name__ == "SQLQuery"
            checks = dbtClassMixin.__dict__["validate"] is validate
            seen.append((logs, checks))
            assert gc.get_threshold()[0] == run_parsed.OBJECTS_LEFT_LYING
            return Mock(success=True, exception=None)

    validate = dbtClassMixin.__dict__["validate"]
    monkeypatch.setattr(run_parsed, "dbtRunner", Runner)
    parse = parsed_project({})
    run_parsed.run_dbt(["--quiet", "--log-level-file", "none", "build"], parse, models=["person_records"])
    run_parsed.run_dbt(["build"], parse)
    run_parsed.run_dbt(["--quiet", "--log-level-file", "none", "build"])
    assert seen == [(False, False), (True, False), (False, True)]
    assert gc.get_threshold() == thresholds


def names_of(manifest: Manifest, context: dict[str, object]) -> Mapping[str, Any]:
    """What a model may name of macros."""
    builder = macros.MacroNamespaceBuilder("firstparty", "firstparty", Mock(), ["dbt_duckdb", "dbt"])
    return builder.build_namespace(manifest.get_macros_by_package(), context)


def test_defaults_are_those_of_dbt() -> None:
    """A table without columns, always the same one, and the module that makes a flag."""
    helper: Any = agate_helper
    flag: Any = {"name": "some_flag", "default": False, "description": "what it does"}
    expected = behavior_flags.BehaviorFlagRendered(flag, {})._behavior_change_event.flag_source
    with defaults_made_once():
        found = behavior_flags.BehaviorFlagRendered(flag, {})._behavior_change_event.flag_source
        assert helper.empty_table() is helper.empty_table()
        assert not helper.empty_table().columns
    assert found == expected == __name__
    assert helper.empty_table() is not helper.empty_table()


def test_names_of_macros_are_those_of_dbt() -> None:
    """Each is what dbt finds for it, in a package or in none; a macro is made once, until what it may name is new.

    Those of one model are handed on to the next.
    """
    manifest = read_manifest(parsed_project({}))
    expected: Any = names_of(manifest, {})
    context: dict[str, object] = {"builtins": {}}
    with names_found_once():
        names: Any = names_of(manifest, context)
        context.update(names)
        made = names["hash_code"].get_macro()
        assert names["hash_code"].get_macro() is made
        context["builtins"] = {}
        assert names["hash_code"].get_macro() is not made
        node, stack = Mock(), Mock()
        names.hand_on(context, node, stack)
    hidden = names.get_from_package("dbt", "generate_schema_name")
    assert hidden is not names["generate_schema_name"]
    for macro in (hidden, names["generate_schema_name"], *names["firstparty"].values(), *names["dbt"].values()):
        assert (macro.context, macro.node, macro.stack) == (context, node, stack)
    assert type(names) is not type(expected)
    assert set(names) == set(expected)
    for name, found in names.items():
        assert getattr(found, "macro", None) is getattr(expected[name], "macro", None)
    for package, name in (("dbt", "create_schema"), ("firstparty", "as_of"), (None, "as_of")):
        assert names.get_from_package(package, name).macro is expected.get_from_package(package, name).macro
