"""Save, and restore, what no source can give back: the logs of the database.

    make save TO=folder
    make restore FROM=folder [REPLACE=schema.table,…]

Most tables are functions of the raw data. The logs are not: which id a person has had, who answered what on the review
page, which consent was known when. They are the models that even --full-refresh leaves as they are. `save` writes each
as a Parquet file. `restore` puts them back where a table is missing, empty, or holds nothing that the file has not;
any other it refuses, since rows would be lost, unless it is named. Both happen whole or not at all.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path

import duckdb
from dbt.contracts.graph.nodes import ModelNode

from scripts import PROJECT
from scripts.parsed_project import ParseError, parsed_project
from scripts.run_parsed import read_manifest


class SavedLogsError(Exception):
    """Why nothing was saved or restored, in words for whoever asked."""


def logs(database: Path) -> list[str]:
    """Schema and table of every log of the project, in the order of their names."""
    manifest = read_manifest(parsed_project({}, database=database.name))
    return sorted(
        f"{node.schema}.{node.alias}"
        for node in manifest.nodes.values()
        if isinstance(node, ModelNode) and node.config.full_refresh is False
    )


def literal(path: Path) -> str:
    """A path as a text of SQL."""
    return "'" + str(path).replace("'", "''") + "'"


def tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Schema and table of everything in the database."""
    found = connection.execute(
        "select table_schema || '.' || table_name from information_schema.tables "
        "where table_catalog = current_catalog()"
    ).fetchall()
    return {str(name) for (name,) in found}


def open_database(database: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to the database.

    Raises:
        SavedLogsError: it cannot be opened.
    """
    try:
        return duckdb.connect(str(database), read_only=read_only)
    except duckdb.Error as error:
        raise SavedLogsError(
            f"{database.name} cannot be opened ({type(error).__name__}); is a build running?"
        ) from None


def save(database: Path, folder: Path) -> list[str]:
    """Write every log that the database has into a new folder, a Parquet file each; returns their names.

    Raises:
        SavedLogsError: there is no database, or the folder is there already.
    """
    if not database.is_file():
        raise SavedLogsError(f"there is no database {database.name}; build the project first")
    if folder.exists():
        raise SavedLogsError(f"{folder} is there already; what was saved is never written over")
    folder.parent.mkdir(parents=True, exist_ok=True)
    wanted = logs(database)
    with (
        open_database(database, read_only=True) as connection,
        tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch,
    ):
        present = tables(connection)
        saved = [log for log in wanted if log in present]
        whole = Path(scratch) / folder.name
        whole.mkdir()
        connection.execute("begin")
        for log in saved:
            connection.execute(f"copy (from {log}) to {literal(whole / f'{log}.parquet')} (format parquet)")
        whole.rename(folder)
    return saved


def restore(database: Path, folder: Path, replace: Collection[str] = ()) -> dict[str, int]:
    """Put saved logs back; returns the number of rows of each that was not as the file has it.

    Args:
        database: where to; made where it is not there.
        folder: what save has written.
        replace: schema and table of logs whose rows of now may be lost.

    Raises:
        SavedLogsError: nothing was saved there, or a table has rows that its file has not. Then nothing is changed.
    """
    files = {path.stem: path for path in sorted(folder.glob("*.parquet"))}
    if not files:
        raise SavedLogsError(f"{folder} holds no saved logs")
    unknown = sorted({*files, *replace} - {*logs(database)})
    if unknown:
        raise SavedLogsError(f"no log of this project: {', '.join(unknown)}")
    restored = {}
    with open_database(database, read_only=False) as connection:
        connection.execute("begin")
        present = tables(connection)
        newer = []
        for log, path in files.items():
            source = f"read_parquet({literal(path)})"
            if log in present:
                lost, won = (
                    connection.execute(f"select count(*) from (from {here} except all from {there})").fetchall()[0][0]
                    for here, there in ((log, source), (source, log))
                )
                if lost and log not in replace:
                    newer.append(f"{log} ({lost:,} rows)")
                if not lost and not won:
                    continue
                connection.execute(f"delete from {log}")
                connection.execute(f"insert into {log} by name from {source}")
            else:
                connection.execute(f"create schema if not exists {log.partition('.')[0]}")
                connection.execute(f"create table {log} as from {source}")
            restored[log] = int(connection.execute(f"select count(*) from {source}").fetchall()[0][0])
        if newer:
            connection.execute("rollback")
            raise SavedLogsError(
                f"these have rows that the saved ones have not, and would lose them: {', '.join(newer)}. "
                "Name those to replace all the same: REPLACE=schema.table,…"
            )
        if "maintenance.table_states" in tables(connection):
            # Tables that follow from a log are made anew by the next build.
            connection.execute("delete from maintenance.table_states")
        connection.execute("commit")
    return restored


def main(arguments: Sequence[str] | None = None) -> int:
    """Save or restore; the exit code is 2 where that cannot be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=("save", "restore"))
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--replace", default="", help="logs to replace, separated by commas")
    options = parser.parse_args(arguments)
    database = Path(os.environ.get("FIRSTPARTY_DATABASE", PROJECT / "firstparty.duckdb"))
    try:
        if options.action == "save":
            saved = save(database, options.folder)
            print(f"{len(saved)} logs saved in {options.folder}: {', '.join(saved)}")
        else:
            named = [name.strip() for name in options.replace.split(",") if name.strip()]
            restored = restore(database, options.folder, named)
            words = ", ".join(f"{log} ({count:,} rows)" for log, count in restored.items()) or "all were as saved"
            print(f"restored from {options.folder}: {words}")
    except (SavedLogsError, ParseError) as error:
        print(f"make {options.action}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
