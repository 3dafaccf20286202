"""A file of people a day later: a part of the records is corrected, some are new and some are gone."""

from __future__ import annotations

from pathlib import Path

import duckdb

SHARE = 0.01
# What is corrected, and how, where the file has the column: each in as many records as the others.
CORRECTIONS = {
    "email": "null",
    "phone": "null",
    "family_name": "reverse(family_name)",
    "given_name": "upper(given_name)",
}


def write_changed(people: Path, changed: Path, share: float = SHARE) -> int:
    """Write a file of people as it is a day later: the same file always changes in the same way.

    Six of eight changes are corrections, one is a new record, which is another one's double, and one a record that is
    gone. The gone are the last of the file and the new ones come in their place, so that every other row stays where it
    was: where a row stands is part of what is known of it.

    Args:
        people: Parquet file with record_id and further columns as text.
        changed: where to write.
        share: which part of the records changes.

    Returns:
        How many records were corrected, came or went.
    """
    with duckdb.connect() as connection:
        connection.execute(
            "create table people as select *, row_number() over () as place from read_parquet($1)", [str(people)]
        )
        columns = {str(row[0]) for row in connection.execute("describe people").fetchall()}
        corrections = {name: value for name, value in CORRECTIONS.items() if name in columns}
        count = int((connection.execute("select count(*) from people").fetchone() or (0,))[0])
        part = max(1, round(count * share / 8))
        every = max(1, count // (6 * part)) * max(1, len(corrections))
        corrected = 0
        for number, (name, value) in enumerate(corrections.items()):
            found = connection.execute(
                f"update people set {name} = {value} where place % $1 = $2", [every, number * every // len(corrections)]
            ).fetchone()
            corrected += int(found[0]) if found else 0
        connection.execute("delete from people where place > $1", [count - part])
        connection.execute(
            "insert into people select * replace ('new-' || record_id as record_id, place + $1 as place) from people "
            "where place % $2 = 1 order by place limit $3",
            [count, every, part],
        )
        quoted = str(changed).replace("'", "''")
        connection.execute(f"copy (select * exclude place from people order by place) to '{quoted}' (format parquet)")
        return corrected + 2 * part
