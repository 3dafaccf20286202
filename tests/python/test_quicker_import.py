"""Code that classes write for themselves is compiled once, whoever asks for it, and what is kept of it may be lost."""

from __future__ import annotations

import builtins
import dataclasses
from pathlib import Path

import pytest

from scripts import quicker_import
from scripts.quicker_import import code_compiled_once


def point() -> type:
    """A class for which dataclasses writes code."""
    return dataclasses.make_dataclass("Point", [("x", int), ("y", int, dataclasses.field(default=2))])


def test_code_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second to make a class has nothing compiled, and both classes do what such a class does."""
    compiled: list[str] = []

    def counted(text: str, name: str, mode: str) -> object:
        compiled.append(text)
        return builtins.compile(text, name, mode)

    monkeypatch.setattr(quicker_import, "compile", counted, raising=False)
    made = []
    for _ in range(2):
        with code_compiled_once(tmp_path):
            made.append(point())
        assert len(set(compiled)) == len(compiled) > 0
    for cls in made:
        assert cls(1) == cls(1, 2)
        assert repr(cls(3)) == "Point(x=3, y=2)"
    assert "exec" not in vars(dataclasses)


@pytest.mark.parametrize("left", [b"", b"cut off", b"\xe3\x05"])
def test_what_is_kept_may_be_broken(tmp_path: Path, left: bytes) -> None:
    """A file that does not hold what it should is written anew."""
    with code_compiled_once(tmp_path):
        point()
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(left)
    with code_compiled_once(tmp_path):
        assert point()(1).y == 2
    assert kept.read_bytes() == whole


def test_what_is_kept_stays_where_nothing_is_new(tmp_path: Path) -> None:
    """Who has dbt imported already asks for no code, and leaves others what they kept."""
    with code_compiled_once(tmp_path):
        point()
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    with code_compiled_once(tmp_path):
        pass
    assert kept.read_bytes() == whole
