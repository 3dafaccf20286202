"""The commands that build on Spark, as tests run them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from scripts import PROJECT
from tests.python.dbt_process import Outcome

SPARK_BUILD = (sys.executable, "-m", "scripts.spark_build")
DBT_BUILD = (str(Path(sys.executable).with_name("dbt")), "build", "--target", "spark")


def start(folder: Path, *command: str) -> subprocess.Popen[bytes]:
    """Start a build; what it prints goes to `printed.txt` in the folder."""
    places = ["--target-path", str(folder / "target"), "--log-path", str(folder / "logs")]
    with (folder / "printed.txt").open("wb") as file:
        return subprocess.Popen([*command, *places], cwd=PROJECT, stdout=file, stderr=subprocess.STDOUT)


def run(folder: Path, *command: str) -> Outcome:
    """Run a build to its end."""
    code = start(folder, *command).wait()
    return Outcome(code == 0, (folder / "printed.txt").read_text(errors="replace"))
