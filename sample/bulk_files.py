"""Raw files of very many plain rows, written by SQL: for companies that are large or lopsided rather than lifelike."""

from __future__ import annotations

from pathlib import Path

import duckdb

FILES = 4

# A word of letters for each row: family names in which no digits stand.
LETTERS = "translate(cast(range as varchar), '0123456789', 'abcdefghij')"


def write_rows(folder: Path, select_list: str, count: int, file_format: str = "csv") -> None:
    """Write the rows of one entity as files.

    Args:
        folder: where the entity's files are to lie; it must not exist.
        select_list: the columns in SQL; `range` is the number of the row, from 0.
        count: how many rows, over all files.
        file_format: csv or parquet.
    """
    folder.mkdir(parents=True)
    for part in range(FILES):
        rows = f"select {select_list} from range({count * part // FILES}, {count * (part + 1) // FILES})"
        duckdb.execute(f"copy ({rows}) to '{folder}/{part}.{file_format}' (format {file_format})")
