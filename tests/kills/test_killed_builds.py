"""A build that is killed at random points, again and again, and then left alone, ends as one that nobody disturbed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from scripts import PROJECT
from tests.python.conftest import Workspace
from tests.python.test_repeat_build import fingerprints

KILLS = 20
SEED = 20
SECONDS_TO_KILL = 10


def started(workspace: Workspace, command: Sequence[str]) -> subprocess.Popen[bytes]:
    """A build into the workspace, in a group of processes of its own."""
    places = ["--target-path", str(workspace.folder / "target"), "--log-path", str(workspace.folder / "logs")]
    return subprocess.Popen(
        [str(Path(sys.executable).with_name("dbt")), *command, *places],
        cwd=PROJECT,
        env={
            **os.environ,
            "FIRSTPARTY_DATABASE": str(workspace.database),
            "FIRSTPARTY_DATA_DOCS": str(workspace.folder / "docs"),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def test_twenty_kills_leave_no_trace(tmp_path: Path) -> None:
    """Every table of every layer is as after one undisturbed build, logs and ids included."""
    folders = [tmp_path / name for name in ("undisturbed", "killed")]
    for folder in folders:
        folder.mkdir()
    undisturbed, killed = (Workspace(folder) for folder in folders)
    build = ("build", "--exclude-resource-type", "test", "--exclude-resource-type", "unit_test")
    started_at = time.monotonic()
    assert started(undisturbed, build).wait() == 0
    duration = time.monotonic() - started_at

    moments = random.Random(SEED)
    kills = 0
    while kills < KILLS:
        process = started(killed, build)
        try:
            process.wait(moments.uniform(SECONDS_TO_KILL, duration))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            kills += 1
            continue
        assert process.returncode == 0
    assert started(killed, build).wait() == 0

    before, after = fingerprints(undisturbed), fingerprints(killed)
    assert {table: after.get(table) for table in before if after.get(table) != before[table]} == {}
    assert set(after) == set(before)
