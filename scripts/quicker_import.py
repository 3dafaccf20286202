"""What Python does whenever dbt is imported need not be done over and over: dbt's classes write code for themselves."""

from __future__ import annotations

import builtins
import dataclasses
import importlib.util
import marshal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType

from mashumaro.core.meta.code import builder

from scripts import write_whole

# What has Python compile such code, by calling exec.
WRITERS = (dataclasses, builder)


def read_codes(kept: Path) -> dict[str, CodeType]:
    """What a file holds of texts and the code that they were compiled to; nothing where it is missing or cut off."""
    try:
        return dict(marshal.loads(kept.read_bytes()))
    except (OSError, EOFError, ValueError, TypeError):
        return {}


@contextmanager
def code_compiled_once(folder: Path) -> Iterator[None]:
    """Have the code that dataclasses and mashumaro write be compiled once for all processes: a fifth of dbt's import.

    It is kept by its text, for one release of Python, in a folder that a build may make anew at any time.
    """
    kept = folder / f"classes.{importlib.util.MAGIC_NUMBER.hex()}"
    before = read_codes(kept)
    codes: dict[str, CodeType] = {}

    def run(text: str, variables: dict[str, object], names: dict[str, object]) -> None:
        if text not in codes:
            codes[text] = before.get(text) or compile(text, "<string>", "exec")
        builtins.exec(codes[text], variables, names)

    for writer in WRITERS:
        vars(writer)["exec"] = run
    try:
        yield
    finally:
        for writer in WRITERS:
            del vars(writer)["exec"]
    if codes.keys() - before.keys():
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(kept, marshal.dumps(codes))
