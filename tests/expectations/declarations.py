"""The words in which a suite is written.

A suite is a list of `Check`s. Names are what an operator reads when a build stops, so they say what must be true. SQL
checks return the keys of the rows that break the rule, and never a value that could identify a person.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["critical", "warning"]


@dataclass(frozen=True)
class Check:
    """One expectation on one table.

    Attributes:
        table: Name of the dbt model under test.
        name: What must be true, in snake case; unique within table and suite.
        expectation: Class name in `great_expectations.expectations`.
        arguments: Its arguments. In `unexpected_rows_query`, `{batch}` is the table itself, once, and `$<model>` the
            address of any table that the suite is given.
        severity: A failed `critical` check stops the build before anything is published; a `warning` is only recorded.
        column: The column under test, where there is one.
    """

    table: str
    name: str
    expectation: str
    arguments: dict[str, Any] = field(default_factory=dict)
    severity: Severity = "critical"
    column: str | None = None


def not_null(table: str, column: str, severity: Severity = "critical") -> Check:
    """Every row has a value in the column."""
    return Check(table, f"{column}_is_complete", "ExpectColumnValuesToNotBeNull", {"column": column}, severity, column)


def unique(table: str, column: str, severity: Severity = "critical") -> Check:
    """No value of the column repeats."""
    return Check(table, f"{column}_is_unique", "ExpectColumnValuesToBeUnique", {"column": column}, severity, column)


def no_rows(table: str, name: str, query: str, severity: Severity = "critical", column: str | None = None) -> Check:
    """The query over the table returns no rows."""
    return Check(table, name, "UnexpectedRowsExpectation", {"unexpected_rows_query": query}, severity, column)


def same_row_count(table: str, other: str, severity: Severity = "critical") -> Check:
    """The table has as many rows as another."""
    return no_rows(
        table,
        f"has_as_many_rows_as_{other}",
        f"select count(*) as row_count from {{batch}} having count(*) != (select count(*) from ${other})",
        severity,
    )


def known_key(
    table: str,
    column: str,
    other: str,
    allowed_share: float = 0.0,
    severity: Severity = "critical",
) -> Check:
    """Each value of the column stands in the same column of another table, but for an allowed share of the rows."""
    orphans = (
        f"from $self as referring left join ${other} as referred "
        f"on referring.{column} = referred.{column} "
        f"where referring.{column} is not null and referred.{column} is null"
    )
    query = (
        f"select orphan.{column} from (select referring.{column} {orphans}) as orphan "
        f"where (select count(*) {orphans}) > {allowed_share} * (select count(*) from {{batch}})"
    )
    return no_rows(table, f"{column}_is_known_in_{other}", query, severity, column)
