"""Draws what was learned about pairs of records: how much each level of each field speaks for one person.

    make weights [CHART=match_weights.svg]

Reads the version in use from `identity.match_models`, which a build with var `scored_matching` on writes.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import duckdb

from scripts.svg import BOLD, COLOURS, MARGIN, ROW, bar, drawing, text

# All lengths are pixels; a weight is in nats.
LABEL_COLUMN = 210
CHART_COLUMN = 260
PIXELS_PER_NAT = 8
GREATEST_NATS = 12
RIVALS = ("strangers", "a household", "namesakes")

WEIGHTS_IN_USE = """
    select
        field,
        label,
        ln(match_share / stranger_share),
        ln(match_share / household_share),
        ln(match_share / namesake_share)
    from identity.match_models
    where
        field <> ''
        and (definition_fingerprint, data_fingerprint, trained_at) in (
            select (definition_fingerprint, data_fingerprint, trained_at) from identity.int_identity__match_parameters
        )
    order by field, level
"""


@dataclass(frozen=True)
class Weights:
    """One level of one field: the logarithm of how much more often matches are on it than each rival, in nats."""

    field: str
    label: str
    over: tuple[float, ...]


def weights_in_use(database: Path) -> list[Weights]:
    """The weights of the version in use, by field and level.

    Raises:
        LookupError: the database is not there, or nothing was learned in it.
    """
    if not database.is_file():
        raise LookupError(f"there is no database at {database}; `make build` makes one")
    with duckdb.connect(str(database), read_only=True) as connection:
        try:
            rows = connection.execute(WEIGHTS_IN_USE).fetchall()
        except duckdb.CatalogException:
            rows = []
    if not rows:
        raise LookupError("nothing was learned in this database; build +match_models with var scored_matching on")
    return [Weights(field, label, tuple(over)) for field, label, *over in rows]


def chart(weights: Sequence[Weights]) -> str:
    """For each level three bars, to the right what speaks for one person, to the left what speaks against."""
    middles = [MARGIN + LABEL_COLUMN + CHART_COLUMN * (place + 0.5) for place in range(len(RIVALS))]
    top = MARGIN + ROW
    drawn = [text(MARGIN, top - 6, "One person", BOLD)]
    drawn += [
        text(middle, top - 6, f"rather than {rival}", ' font-weight="bold" text-anchor="middle"')
        for middle, rival in zip(middles, RIVALS, strict=True)
    ]
    for field, levels in groupby(weights, key=lambda level: level.field):
        top += ROW
        drawn.append(text(MARGIN, top, field, BOLD))
        top += 8
        for level in levels:
            drawn.append(text(MARGIN, top + ROW - 10, level.label))
            for middle, nats, colour in zip(middles, level.over, COLOURS[1:], strict=True):
                shown = max(-GREATEST_NATS, min(GREATEST_NATS, nats))
                drawn.append(bar(middle, top, shown * PIXELS_PER_NAT, colour))
                side = ' text-anchor="end"' if nats < 0 else ""
                gap = -5 if nats < 0 else 5
                drawn.append(text(middle + shown * PIXELS_PER_NAT + gap, top + ROW - 10, f"{nats:.1f}", side))
            top += ROW
    width = MARGIN * 2 + LABEL_COLUMN + CHART_COLUMN * len(RIVALS)
    return drawing(width, top + MARGIN, "Weight of each level of each compared field, in nats", drawn)


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the chart; the exit code is 2 where there is nothing to draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    try:
        weights = weights_in_use(Path(os.environ.get("FIRSTPARTY_DATABASE", "firstparty.duckdb")))
    except LookupError as error:
        print(f"make weights: {error}", file=sys.stderr)
        return 2
    options.out.write_text(chart(weights), encoding="utf-8")
    print(options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
