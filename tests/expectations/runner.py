"""Evaluates a suite in the warehouse and returns one result row per check.

Great Expectations works through SQLAlchemy (see `session`). Every table is asked once for all its metrics.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from threading import Lock
from typing import Any, Protocol

import pyarrow as pa

from .declarations import Check
from .warehouses import Relation, Session, address_of

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")

SCHEMA = pa.schema(
    [
        ("suite", pa.string()),
        ("expectation", pa.string()),
        ("table_name", pa.string()),
        ("column_name", pa.string()),
        ("expectation_type", pa.string()),
        ("severity", pa.string()),
        ("is_success", pa.bool_()),
        ("unexpected_count", pa.int64()),
        ("element_count", pa.int64()),
        ("problem", pa.string()),
    ]
)

_imports = Lock()


class Outcome(Protocol):
    """What is read of the library's result of one check."""

    success: bool | None
    result: dict[Any, Any]
    exception_info: dict[Any, Any]


def evaluate(
    suite: str,
    checks: Sequence[Check],
    relations: Mapping[str, Relation],
    session: Session,
    pages: str | None = None,
) -> pa.Table:
    """Evaluate every check of a suite and write its Data Docs pages.

    Args:
        suite: Name of the suite.
        checks: What must hold.
        relations: dbt model name to what `dbt.ref` gave for it.
        session: dbt's DuckDB connection, or a Thrift server.
        pages: Folder of the suite's Data Docs site; none for no pages.

    Returns:
        One row per check, in the order of table and name, in `SCHEMA`. A check that could not be evaluated is a failed
        one; `problem` then says why, without any value of the data.

    Raises:
        ValueError: a check names a table that the suite was not given, or two checks share table and name.
    """
    addresses = {name: address_of(relation) for name, relation in relations.items()}
    _validate(suite, checks, addresses)
    with _imports:  # dbt runs models in threads, and the library is not safe to import in two at once
        from . import session as engine  # noqa: PLC0415 - takes seconds, so only when a suite runs
    results = engine.validate(suite, _by_table(checks, addresses), addresses, session, pages)
    rows = [_row(suite, check, results[check.table, check.name]) for check in checks]
    rows.sort(key=lambda row: (row["table_name"], row["expectation"]))
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def pages_folder(suite: str) -> str:
    """Where the suite's Data Docs go: FIRSTPARTY_DATA_DOCS, else target/data_docs, one site per suite."""
    return str(Path(os.environ.get("FIRSTPARTY_DATA_DOCS", "target/data_docs")).absolute() / suite)


def _validate(suite: str, checks: Sequence[Check], addresses: Mapping[str, str]) -> None:
    """All mistakes of a suite, raised at once."""
    mistakes = [f"{check.name}: table {check.table} was not given" for check in checks if check.table not in addresses]
    seen: set[tuple[str, str]] = set()
    for check in checks:
        key = (check.table, check.name)
        if key in seen:
            mistakes.append(f"{check.table}: two checks are named {check.name}")
        seen.add(key)
        query = check.arguments.get("unexpected_rows_query", "")
        mistakes += [
            f"{check.name}: table {name} was not given"
            for name in Template(query).get_identifiers()
            if name != "self" and name not in addresses
        ]
    if mistakes:
        raise ValueError(f"suite {suite}: " + "; ".join(mistakes))


def _by_table(checks: Sequence[Check], addresses: Mapping[str, str]) -> dict[str, list[Check]]:
    """Checks grouped by table, with the addresses of other tables written into their queries."""
    groups: dict[str, list[Check]] = {}
    for check in checks:
        arguments = dict(check.arguments)
        if "unexpected_rows_query" in arguments:
            arguments["unexpected_rows_query"] = Template(arguments["unexpected_rows_query"]).safe_substitute(
                {**addresses, "self": addresses[check.table]}
            )
        groups.setdefault(check.table, []).append(
            Check(check.table, check.name, check.expectation, arguments, check.severity, check.column)
        )
    return groups


def _row(suite: str, check: Check, result: Outcome) -> dict[str, Any]:
    """One result as a row; counts are null where the expectation has none."""
    outcome = result.result or {}
    unexpected = outcome.get("unexpected_count")
    if unexpected is None and check.expectation == "UnexpectedRowsExpectation":
        unexpected = outcome.get("observed_value")
    return {
        "suite": suite,
        "expectation": check.name,
        "table_name": check.table,
        "column_name": check.column,
        "expectation_type": check.expectation,
        "severity": check.severity,
        "is_success": bool(result.success),
        "unexpected_count": unexpected,
        "element_count": outcome.get("element_count"),
        "problem": _problem(result.exception_info),
    }


def _problem(info: Mapping[Any, Any]) -> str | None:
    """The kind of error that kept a check from being evaluated; its message may quote data and is left out."""
    for entry in (info, *[value for value in info.values() if isinstance(value, dict)]):
        if entry.get("raised_exception"):
            kinds = re.findall(
                r"^(?:[\w.]*\.)?(\w*(?:Error|Exception))\b", entry.get("exception_traceback") or "", re.M
            )
            return f"could not be evaluated: {kinds[-1] if kinds else 'unknown error'}"
    return None


warnings.filterwarnings("ignore", module="great_expectations")
