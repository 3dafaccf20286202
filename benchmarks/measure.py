"""What a command costs as its user sees it: time of the clock, time of the processors and memory. Linux only."""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SECONDS_BETWEEN_SAMPLES = 0.05
BYTES_PER_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Cost:
    """Of one run.

    Attributes:
        seconds: from the start of the process to its end, within the time between two samples.
        processor_seconds: time that the cores worked for it, user and system, its children included.
        peak_mb: largest sum of resident memory over the processes of the tree, in 10⁶ bytes. A page that two of them
            share counts twice; what is gained and freed between two samples is not seen.
    """

    seconds: float
    processor_seconds: float
    peak_mb: float


def process_tree(process: int) -> list[int]:
    """The ids of a process and of all that descend from it; those that end meanwhile may be missing."""
    found = [process]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found.extend(int(child) for child in children.read_text().split())
            except (FileNotFoundError, ProcessLookupError):
                continue
    return found


def resident_bytes(process: int) -> int:
    """Resident memory of one process; zero when it has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * BYTES_PER_PAGE
    except (FileNotFoundError, ProcessLookupError):
        return 0


def processor_seconds_of_children() -> float:
    """What all children that have ended, and theirs, took of the processors so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder and measure it; what it prints is shown only when it fails.

    Raises:
        RuntimeError: the command failed.
    """
    with tempfile.TemporaryFile(mode="w+") as printed:
        started, worked = time.monotonic(), processor_seconds_of_children()
        process = subprocess.Popen(command, cwd=folder, stdout=printed, stderr=subprocess.STDOUT)
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(resident_bytes(member) for member in process_tree(process.pid)))
            time.sleep(SECONDS_BETWEEN_SAMPLES)
        seconds = time.monotonic() - started
        if process.returncode != 0:
            printed.seek(0)
            raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{printed.read()[-4000:]}")
    return Cost(seconds, processor_seconds_of_children() - worked, peak / 1e6)
