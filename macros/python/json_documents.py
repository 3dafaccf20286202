"""JSON read as DuckDB reads it, for engines whose own functions read something else.

Spark's take a document with text behind it, and refuse one that ends a list with a comma or names a key twice.
Nesting too deep for Python's recursion limit, some hundred levels, counts as broken.
"""

import json
import re
from collections.abc import Callable
from functools import lru_cache
from math import isinf
from typing import Any

STEP = re.compile(r'\.(?:"([^"]*)"|([^.\[*"]+))|\[(#-)?([0-9]+)\]')
STRING = r'"(?:[^"\\]|\\.)*"'
LAST_COMMA = re.compile(rf"({STRING}|[{{\[,]\s*,)|,(?=\s*[}}\]])", re.DOTALL)
NO_NUMBER = re.compile(rf"({STRING})|(?<![\w.+-])-?(?:nan|infinity|inf)(?![\w.+-])", re.DOTALL | re.IGNORECASE)
ESCAPED = re.compile(r'["\\\x00-\x1f]')
UNREADABLE = (ValueError, RecursionError)
SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Number(str):
    """A number as it is written out."""


class Pairs(tuple[tuple[str, Any], ...]):
    """An object: its keys and values in order. A key may stand there twice, and then the first one counts."""


def whole_number(text: str) -> Number:
    """Write a whole number of any length."""
    return Number("0" if text == "-0" else text)


def real_number(text: str) -> Number:
    """Write a number with fraction or exponent in the shortest way; one beyond double precision stays as it is."""
    value = float(text)
    if isinf(value):
        return Number(text)
    mantissa, _, exponent_text = f"{value!r}".partition("e")
    sign = "-" if mantissa.startswith("-") else ""
    before, _, after = mantissa.lstrip("-").partition(".")
    digits = (before + after).lstrip("0")
    point = len(before) + int(exponent_text or 0) - (len(before + after) - len(digits))
    digits = digits.rstrip("0")
    if not digits:
        return Number(sign + "0.0")
    if -6 < point <= 0:
        return Number(sign + "0." + "0" * -point + digits)
    if 0 < point <= 21:
        whole = digits[:point].ljust(point, "0")
        return Number(sign + whole + "." + (digits[point:] or "0"))
    rest = "." + digits[1:] if len(digits) > 1 else ""
    return Number(f"{sign}{digits[0]}{rest}e{point - 1}")


def decoder(constant: Callable[[str], Number]) -> json.JSONDecoder:
    """Python's decoder, which gives numbers as they are written out; `constant` is asked for each word that is none."""
    return json.JSONDecoder(
        object_pairs_hook=Pairs, parse_float=real_number, parse_int=whole_number, parse_constant=constant
    )


STRICT_DECODER = decoder(Number)


def read_leniently(document: str) -> object:
    """Read a document that may have a comma behind the last member, and nan, inf and infinity in any case."""
    plain = LAST_COMMA.sub(lambda match: match[1] or "", document)
    words = iter([match[0] for match in NO_NUMBER.finditer(plain) if not match[1]])
    readable = NO_NUMBER.sub(lambda match: match[1] or "NaN", plain)
    value: object = decoder(lambda _: Number(next(words, ""))).decode(readable)
    return value


def read_document(document: str) -> object:
    """Read a whole document; an error of UNREADABLE where it is none.

    As for DuckDB, a comma behind the last member is no mistake, and half of a surrogate pair is one.
    """
    try:
        value: object = STRICT_DECODER.decode(document)
    except ValueError:
        value = read_leniently(document)
    if "\\u" in document:
        written(value).encode()
    return value


def quoted(text: str) -> str:
    """Write a text as JSON."""
    return '"' + ESCAPED.sub(lambda match: SHORT_ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}", text) + '"'


def written(value: object) -> str:
    """Write a value as JSON without blanks."""
    if isinstance(value, Pairs):
        return "{" + ",".join(f"{quoted(key)}:{written(part)}" for key, part in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(written(part) for part in value) + "]"
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, str):
        return quoted(value)
    return "null" if value is None else "true" if value else "false"


@lru_cache(maxsize=4096)
def steps_of(path: str) -> tuple[str | int, ...] | None:
    """Split a path such as `$.items[0]."unit price"` into keys and places; None for what is no path to one value."""
    steps: list[str | int] = []
    end = 1
    for match in STEP.finditer(path, 1):
        if match.start() != end:
            break
        end = match.end()
        if match[4]:
            steps.append(-int(match[4]) if match[3] else int(match[4]))
        else:
            steps.append(match[2] if match[1] is None else match[1])
    return tuple(steps) if path.startswith("$") and end == len(path) else None


def text_at(value: object, path: str) -> str | None:
    """Give the value at a path as text: a string without quotes, a list or object as JSON, null and nothing as None."""
    steps = steps_of(path)
    if steps is None:
        return None
    for step in steps:
        if isinstance(step, str) and isinstance(value, Pairs):
            value = next((part for key, part in value if key == step), None)
        elif isinstance(step, int) and isinstance(value, list) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return None if value is None else str(value) if isinstance(value, str) else written(value)


def json_kind(document: str | None) -> str | None:
    """Tell what a JSON document is.

    Returns:
        object, array, text, number, boolean or null; None for None and for what is no whole JSON document.
    """
    if document is None:
        return None
    try:
        value = read_document(document)
    except UNREADABLE:
        return None
    kinds = {Pairs: "object", list: "array", Number: "number", str: "text", bool: "boolean"}
    return kinds.get(type(value), "null")


def json_texts(document: str | None, paths: str | None) -> str | None:
    """Read several values of a JSON document as text.

    Args:
        document: the document.
        paths: a JSON list of paths, each to one value.

    Returns:
        A JSON list of text and null, in the order of the paths, as DuckDB's json_extract_string gives them; None for
        None, for what is no whole JSON document, and for paths that are no JSON list of text.
    """
    if document is None or paths is None:
        return None
    try:
        value = read_document(document)
        wanted = json.loads(paths)
        if not isinstance(wanted, list) or not all(isinstance(path, str) for path in wanted):
            return None
        return json.dumps([text_at(value, path) for path in wanted], ensure_ascii=False)
    except UNREADABLE:
        return None


def json_value(document: str | None, path: str | None) -> str | None:
    """Read one value of a JSON document as text; None where the path or the document is missing or broken."""
    if document is None or path is None:
        return None
    try:
        return text_at(read_document(document), path)
    except UNREADABLE:
        return None
