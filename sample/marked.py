"""Rows marked by hand. They are the same in every sample, whatever its size and seed."""

from __future__ import annotations

from sample.marked_people import write_marked_people
from sample.marked_rows import write_marked_rows
from sample.marks import Marks
from sample.output import SECOND_DELIVERY, Company


def write_marked(company: Company) -> None:
    """Writes the marked rows, and notes how much of each delivery came twice or cut short."""
    marks = Marks(company)
    write_marked_people(marks)
    write_marked_rows(marks)
    for name, table in company.tables.items():
        if table.repeated_count:
            company.mark(
                "file_twice",
                name,
                f"{SECOND_DELIVERY}.{table.suffix}",
                "exact_duplicate",
                f"the second delivery brings {table.repeated_count} rows of the first again",
            )
        if table.cut_short_count:
            company.mark(
                "interrupted",
                name,
                f"*.{table.suffix}",
                "quarantine:malformed_row",
                f"{table.cut_short_count} rows also came with their end missing",
            )
