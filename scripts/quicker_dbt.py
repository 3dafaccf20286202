"""What dbt does for one command need not be done over and over: templates, names of macros, messages that nobody reads.

Each function has dbt leave out one of these for a while; what dbt builds is the same.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

from dbt import compilation
from dbt.adapters.sql import connections
from dbt.clients.jinja import MacroStack
from dbt.config.runtime import RuntimeConfig
from dbt.context import macros
from dbt.context.providers import ModelContext, RuntimeProvider
from dbt.contracts.graph.manifest import Manifest
from dbt.contracts.graph.nodes import ManifestNode
from dbt.include.global_project import PROJECT_NAME
from dbt.task import run
from dbt_common import behavior_flags
from dbt_common.clients import agate_helper
from dbt_common.clients.jinja import BaseMacroGenerator, MacroFuzzEnvironment
from dbt_common.dataclass_schema import dbtClassMixin
from dbt_common.events.base_types import BaseEvent, EventLevel
from dbt_common.events.event_manager import EventManager
from dbt_common.events.logger import PRINT_EVENT_NAMES
from jinja2 import FileSystemBytecodeCache

# What dbt makes of each statement for its log, and what hands it on.
STATEMENTS = ("ConnectionUsed", "SQLQuery", "SQLQueryStatus", "SQLCommit", "fire_event")
# Levels of messages that go to a log alone where dbt is quiet.
LOGGED = {EventLevel.TEST, EventLevel.DEBUG, EventLevel.INFO}


def compile_templates_once(folder: Path) -> None:
    """Have macros and models compiled to Python once for all processes; each anew takes a third of dbt's own time.

    Jinja keeps them, and sees to it that they are of its release, of Python's and of the same text.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = FileSystemBytecodeCache(str(folder))
    compile_anew = MacroFuzzEnvironment.compile

    def compile_once(environment: MacroFuzzEnvironment, source: str) -> CodeType:
        bucket = kept.get_bucket(environment, f"{type(environment).__name__} {source}", None, source)
        if bucket.code is None:
            bucket.code = compile_anew(environment, source)
            kept.set_bucket(bucket)
        return bucket.code

    MacroFuzzEnvironment.compile = compile_once  # type: ignore[method-assign,assignment]  # dbt gives the text alone


@contextmanager
def replaced(replacements: Sequence[tuple[object, str, object]]) -> Iterator[None]:
    """Have other values for attributes of dbt, each (of what, its name, its value), for a while."""
    before = [(owner, name, vars(owner)[name]) for owner, name, _ in replacements]
    for owner, name, value in replacements:
        setattr(owner, name, value)
    try:
        yield
    finally:
        for owner, name, value in before:
            setattr(owner, name, value)


def nothing_logged() -> AbstractContextManager[None]:
    """Have dbt make nothing for a log, while it is quiet: that takes longer than many a statement."""
    tell = EventManager.fire_event
    make, read = BaseEvent.__init__, BaseEvent.__getattr__

    def keep_if_logged(event: BaseEvent, *given: object, **named: object) -> None:
        if event.level_tag() in LOGGED:
            vars(event)["given"] = given, named
        else:
            make(event, *given, **named)

    def make_and_read(event: BaseEvent, name: str) -> object:
        if "given" in vars(event):
            given, named = vars(event).pop("given")
            make(event, *given, **named)
        return read(event, name)  # type: ignore[no-untyped-call]  # dbt has no types here

    def tell_if_shown(
        manager: EventManager, event: BaseEvent, level: EventLevel | None = None, *more: object, **told: object
    ) -> None:
        if (level or event.level_tag()) not in LOGGED or type(event).__name__ in PRINT_EVENT_NAMES:
            tell(manager, event, level, *more, **told)  # type: ignore[arg-type]  # as dbt gave them

    return replaced(
        [
            *((connections, name, lambda *_, **__: None) for name in STATEMENTS),
            (BaseEvent, "__init__", keep_if_logged),
            (BaseEvent, "__getattr__", make_and_read),
            (EventManager, "fire_event", tell_if_shown),
        ]
    )


def naming_module() -> str:
    """The module that makes a flag of dbt's behaviour, as dbt tells it, which reads all modules that run for it."""
    frame = sys._getframe(1)
    while frame.f_back and frame.f_globals["__name__"] == behavior_flags.__name__:
        frame = frame.f_back
    return str(frame.f_globals["__name__"])


def defaults_made_once() -> AbstractContextManager[None]:
    """Have dbt come by two things in a cheaper way: the table of a statement that gives none, and who names a flag."""
    return replaced(
        [
            (agate_helper, "empty_table", cache(agate_helper.empty_table)),
            (behavior_flags.BehaviorFlagRendered, "_default_source", staticmethod(naming_module)),
        ]
    )


def checked_before() -> AbstractContextManager[None]:
    """Have dbt not check the project's own files against JSON schemas: it did when it parsed them."""
    return replaced([(dbtClassMixin, "validate", classmethod(lambda *_: None))])


class MacrosByName(dict[str, Any]):
    """The names of macros that a model may use, found at once; dbt looks each up in four places, for each model."""

    def __init__(
        self,
        global_namespace: macros.FlatNamespace,
        local_namespace: macros.FlatNamespace,
        global_project_namespace: macros.FlatNamespace,
        packages: dict[str, macros.FlatNamespace],
    ) -> None:
        """Take what dbt's own class takes: macros of the root, of the model's package, of dbt and of other packages."""
        self.global_project_namespace = global_project_namespace
        self.packages = packages
        of_dbt = {PROJECT_NAME: global_project_namespace}
        super().__init__({**global_project_namespace, **of_dbt, **packages, **global_namespace, **local_namespace})

    get_from_package = macros.MacroNamespace.get_from_package

    def hand_on(self, context: dict[str, Any], node: object, stack: MacroStack) -> None:
        """Make these what a node may name: for each macro, also one that another hides, what dbt makes it with."""
        for package in (self.global_project_namespace, *self.packages.values()):
            for macro in package.values():
                macro.context, macro.node, macro.stack = context, node, stack


class LatestModel(threading.local):
    """Of each thread the model that it builds, with what that may name, and the macros that other models had before."""

    model: ManifestNode | None = None
    context: ModelContext

    def __init__(self) -> None:
        """Begin without a model."""
        self.namespaces: dict[str, MacrosByName] = {}


def names_found_once() -> AbstractContextManager[None]:
    """Have dbt put together what a model may name once: not for its SQL, then for its table, and for each macro's call.

    All macros are among it, of each engine: a thread has those of one model after the other, not each model its own.
    """
    latest = LatestModel()
    macro_of = BaseMacroGenerator.get_macro

    class NextModel(ModelContext):
        def _build_namespace(self) -> MacrosByName:  # type: ignore[override]  # stands for dbt's own, see below
            if self.search_package not in latest.namespaces:
                namespace: Any = super()._build_namespace()
                latest.namespaces[self.search_package] = namespace
            latest.namespaces[self.search_package].hand_on(self._ctx, self.model, self.macro_stack)
            return latest.namespaces[self.search_package]

    def context_of(model: ManifestNode, config: RuntimeConfig, manifest: Manifest) -> dict[str, Any]:
        if latest.model is not model:
            latest.model, latest.context = model, NextModel(model, config, manifest, RuntimeProvider(), None)
        names: dict[str, Any] = latest.context.to_dict()  # type: ignore[no-untyped-call]  # dbt has no types here
        return names

    def made_once(macro: BaseMacroGenerator) -> Callable[..., object]:
        # What a macro may name is put together anew with these.
        builtins = (macro.context or {}).get("builtins")
        made = vars(macro).get("made")
        if made is None or made[0] is not builtins:
            made = vars(macro)["made"] = (builtins, macro_of(macro))
        return made[1]

    return replaced(
        [
            *((module, "generate_runtime_model_context", context_of) for module in (compilation, run)),
            (macros, "MacroNamespace", MacrosByName),
            (BaseMacroGenerator, "get_macro", made_once),
        ]
    )
