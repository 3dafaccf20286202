"""Commands around the dbt project that the Makefile calls."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
