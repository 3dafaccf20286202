"""One value in very many records, one customer with very many events, very many records that together break guards.

Each time the build ends, and with the right answer.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import duckdb

from scripts.parsed_project import parsed_project

from .conftest import Workspace
from .dbt_process import run_dbt
from .skewed_company import (
    ANSWERS,
    CROWDED_ANSWERS,
    FORCED_LINKS,
    MEMBERS,
    RULES,
    SELECTION,
    VARIABLES,
    write_members,
    write_skewed_company,
)

SETTINGS = {"scored_matching": False}
IDENTITY = [
    "path:models/staging/loyalty,resource_type:model",
    *(f"+{name},path:models/identity" for name in ("person_records", "identity_edges")),
]


def test_heavy_values_do_not_stop_the_build(workspace: Workspace) -> None:
    """On DuckDB; tests/spark has the same on Spark."""
    raw = workspace.folder / "raw"
    write_skewed_company(raw)
    outcome = workspace.dbt(
        "build", "--select", "resource_type:seed", *SELECTION, variables={**VARIABLES, "raw_path": str(raw)}
    )
    assert outcome.succeeded, outcome.output[-3000:]
    assert {query: workspace.query(query) for query in ANSWERS} == ANSWERS


def resolved(members: Workspace, blank: Path, are_crowded: bool) -> float:
    """Resolve the members of a loyalty programme; the seconds that it takes."""
    members.folder.mkdir()
    shutil.copy(blank, members.database)
    write_members(members.folder / "raw", are_crowded)
    with duckdb.connect(str(members.database)) as connection:
        connection.execute(RULES)
        if are_crowded:
            connection.execute(FORCED_LINKS)
    variables = {**SETTINGS, "as_of": "2026-06-30", "sources": ["loyalty"], "raw_path": str(members.folder / "raw")}
    start = time.monotonic()
    outcome = run_dbt(
        [
            *("run", "--select", *IDENTITY, "--vars", str(variables), "--no-write-json"),
            *("--target-path", str(members.folder / "target"), "--log-path", str(members.folder / "logs")),
            *("--log-level-file", "none"),
        ],
        environment={"FIRSTPARTY_DATABASE": str(members.database)},
        printed=members.folder / "printed.txt",
        parsed_project=parsed_project(SETTINGS),
    )
    assert outcome.succeeded, outcome.output[-3000:]
    return time.monotonic() - start


def test_a_component_that_breaks_guards_is_cut_in_little_time(blank_identity_database: Path, tmp_path: Path) -> None:
    """A hundred thousand members who hang together take at most a few times what as many take who share nothing."""
    parsed_project(SETTINGS)
    apart, crowded = Workspace(tmp_path / "apart"), Workspace(tmp_path / "crowded")
    seconds_apart = resolved(apart, blank_identity_database, are_crowded=False)
    seconds_crowded = resolved(crowded, blank_identity_database, are_crowded=True)
    print(f"{seconds_apart:.1f} s apart, {seconds_crowded:.1f} s crowded")
    assert apart.query("select count(distinct person_id) from identity.person_records") == [(MEMBERS,)]
    assert {query: crowded.query(query) for query in CROWDED_ANSWERS} == CROWDED_ANSWERS
    assert seconds_crowded < 6 * seconds_apart
