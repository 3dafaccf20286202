"""Bytes that are no text, and numbers as text: what DuckDB's reader and casts give, in Python."""

from __future__ import annotations

import random
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numbers_as_text import number_text
from unicode_text import readable_text

PIECES = [
    b"a",
    b"(",
    b"\x00",
    "é".encode(),
    "😀".encode(),
    b"\xe2\x82",
    b"\xf0\x9f\x98",
    b"\xed\xa0\x80",
    b"\xc0\xaf",
    b"\xf4\x90\x80\x80",
]


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_broken_lines_are_written_as_duckdb_reports_them(tmp_path: Path, line_end: bytes) -> None:
    """A thousand lines, most of them with broken sequences."""
    dice = random.Random(3)
    lines = [b"first"]
    for _ in range(1000):
        some_byte = dice.randbytes(1).translate(None, b"\r\n")
        lines.append(b"".join(dice.choices([*PIECES, some_byte], k=dice.randint(1, 9))))
    (tmp_path / "lines.csv").write_bytes(b"".join(line + line_end for line in lines))
    with duckdb.connect() as connection:
        connection.execute(
            f"create table whole_lines as select * from read_csv('{tmp_path}/lines.csv', "
            "columns = {'line': 'VARCHAR'}, auto_detect = false, header = false, delim = '\x01\x02\x03', quote = '', "
            "escape = '', strict_mode = false, ignore_errors = true, store_rejects = true, rejects_limit = 0)"
        )
        reported = {
            number: line.lstrip("\r\n")
            for number, line in connection.execute("select line, csv_line from reject_errors").fetchall()
        }
    expected = {}
    for number, line in enumerate(lines, start=1):
        try:
            line.decode()
        except UnicodeDecodeError:
            expected[number] = readable_text(line.hex())
    assert len(expected) > 500
    assert reported == expected


@given(st.text())
def test_whole_text_stays(text: str) -> None:
    """Valid UTF-8 comes back."""
    assert readable_text(text.encode().hex()) == text


@given(st.floats())
def test_numbers_are_written_as_duckdb_casts_them(number: float) -> None:
    """Whatever the notation they came in; the sign of a nan is lost, which delivered_text knows."""
    ((written,),) = duckdb.execute("select cast(cast(? as double) as varchar)", [number]).fetchall()
    assert ("nan" if written == "-nan" else written) == number_text(f"{number:.17E}")


def test_what_is_no_number_stays() -> None:
    """Text and nothing."""
    assert number_text("seven") == "seven"
    assert number_text(None) is None
    assert number_text("1.0E7") == "10000000.0"
