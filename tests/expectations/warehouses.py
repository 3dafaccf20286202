"""How a suite reaches its tables: through dbt's own DuckDB session, or through a Spark Thrift server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class ThriftServer:
    """Where Spark SQL is spoken."""

    host: str
    port: int


@dataclass(frozen=True)
class Table:
    """A table by its quoted address, with the names of its columns."""

    address: str
    columns: list[str]


Session: TypeAlias = "duckdb.DuckDBPyConnection | ThriftServer"
Relation: TypeAlias = "duckdb.DuckDBPyRelation | Table"


def address_of(relation: Relation) -> str:
    """The quoted address of the table behind what `dbt.ref` gave.

    dbt-duckdb gives a relation that is always `select * from <table>`.
    """
    if isinstance(relation, Table):
        return relation.address
    match = re.fullmatch(r"\s*select \* from (.+?)\s*;?\s*", relation.sql_query(), re.IGNORECASE | re.DOTALL)
    if match is None:
        raise ValueError("a dbt reference is expected to read one whole table")
    return match.group(1)
