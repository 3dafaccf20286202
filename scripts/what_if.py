"""What would become of people without a piece of evidence: tried in a copy of the database, which is thrown away.

    make what-if WITHOUT="pair crm:C1 shop:S1"       (two records are kept apart)
    make what-if WITHOUT="value email a@post.example" (a value links nobody)
    make what-if WITHOUT="rule email"                (no value of a kind links anybody)

Identity and everything after it is built in the copy, so guards, scores, consent and audiences follow; then both are
compared as by `make compare`. What is printed names record ids and numbers, and no value that a record holds.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb

from scripts import PROJECT
from scripts.compare_builds import ComparisonError, as_text, compare
from scripts.parsed_project import ParseError, parsed_project

AUTHOR = "what if"
# Of each kind of evidence: what must be there, and the statement that takes it away.
EVIDENCE = {
    "pair": (
        "select count(*) = 2 from identity.person_records where record_id in ($1, $2)",
        "insert into seeds.identity_overrides (left_record_id, right_record_id, override, author) "
        "values ($1, $2, 'never_link', '{author}')",
    ),
    "value": (
        "select count(*) > 0 from identity.int_identity__identifiers "
        "where identifier_type = $1 and identifier_value = $2",
        "insert into seeds.identifier_overrides (identifier_type, identifier_value, override, author) "
        "values ($1, $2, 'never_link', '{author}')",
    ),
    "rule": (
        "select count(*) > 0 from seeds.identifier_rules where identifier_type = $1",
        "delete from seeds.identifier_rules where identifier_type = $1",
    ),
}
ARGUMENTS = {"pair": 2, "value": 2, "rule": 1}


class WhatIfError(Exception):
    """Why it cannot be tried; holds no value of a record."""


def take_away(database: Path, kind: str, named: Sequence[str]) -> None:
    """Take a piece of evidence away, in a database that may be changed.

    Raises:
        WhatIfError: it is not there.
    """
    is_there, statement = EVIDENCE[kind]
    with duckdb.connect(str(database)) as connection:
        try:
            found = connection.execute(is_there, list(named)).fetchall() == [(True,)]
        except duckdb.CatalogException as error:
            raise WhatIfError(f"{database.name} holds no build of the whole project") from error
        if not found:
            raise WhatIfError(f"there is no such {kind}")
        connection.execute(statement.format(author=AUTHOR), list(named))


def build(database: Path) -> None:
    """Build identity and everything after it.

    Raises:
        WhatIfError: the build fails; the message is dbt's.
    """
    parse = parsed_project({}, database=database.name)
    command = ["--quiet", "run", "--select", "int_identity__overrides_written+", "identifier_rules+"]
    places = ["--target-path", str(database.parent / "target"), "--log-path", str(database.parent / "logs")]
    # The copy publishes to nobody, so no share of persons is too large to try.
    variables = ["--vars", json.dumps({"brake_release": AUTHOR})]
    finished = subprocess.run(
        [sys.executable, "-m", "scripts.run_parsed", str(parse), *command, *variables, *places],
        cwd=PROJECT,
        env={**os.environ, "FIRSTPARTY_DATABASE": str(database), "FIRSTPARTY_DATA_DOCS": str(database.parent / "docs")},
        check=False,
        capture_output=True,
        text=True,
    )
    if finished.returncode != 0:
        raise WhatIfError(f"the build fails without it: {(finished.stdout + finished.stderr)[-2000:]}")


def what_if(database: Path, kind: str, named: Sequence[str]) -> str:
    """What becomes of people without a piece of evidence, as Markdown.

    Args:
        database: a build of the whole project, which stays as it is.
        kind: A key of EVIDENCE.
        named: Two record ids, the type and text of a value, or the name of a rule.

    Raises:
        WhatIfError: it is not there, or the project cannot be built without it.
        ComparisonError: the database has no persons.
    """
    if not database.is_file():
        raise WhatIfError(f"there is no database {database.name}; build the project first")
    with tempfile.TemporaryDirectory(prefix="firstparty-") as scratch:
        copy = Path(scratch) / database.name
        with duckdb.connect(str(database), read_only=True):  # nobody writes meanwhile
            for part in (database, database.with_name(f"{database.name}.wal")):
                if part.exists():
                    shutil.copy(part, copy.with_name(part.name))
        take_away(copy, kind, named)
        build(copy)
        return as_text(compare(database, copy))


def main(arguments: Sequence[str] | None = None) -> int:
    """Try it and print what becomes of people; the exit code is 2 where it cannot be tried."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=sorted(EVIDENCE))
    parser.add_argument("named", nargs="+")
    options = parser.parse_args(arguments)
    database = Path(os.environ.get("FIRSTPARTY_DATABASE", PROJECT / "firstparty.duckdb"))
    try:
        if len(options.named) != ARGUMENTS[options.kind]:
            raise WhatIfError(f"a {options.kind} is named by {ARGUMENTS[options.kind]} words")
        print(what_if(database, options.kind, options.named), end="")
    except (WhatIfError, ComparisonError, ParseError, duckdb.IOException) as error:
        print(f"make what-if: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
