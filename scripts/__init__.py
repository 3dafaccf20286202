"""Commands around the dbt project that the Makefile calls."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that other processes may read meanwhile: they see all of it, or what was there before."""
    scratch = path.with_suffix(f".{os.getpid()}")
    scratch.write_bytes(content)
    scratch.replace(path)
