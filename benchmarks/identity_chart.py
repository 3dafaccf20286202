"""The chart of the identity benchmark, an SVG: F1 and time, by set and tool."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from benchmarks.identity_page import Run, names, of, typical_scores
from scripts.svg import BOLD, COLOURS, MARGIN, ROW, bar, drawing, text

# All lengths are pixels.
WIDTH = 860
TOOL_COLUMN = 110
BAR = 270
GAP = 100


def labelled_bar(left: float, top: float, length: float, colour: str, words: str) -> list[str]:
    """A bar with its figure at its end."""
    return [bar(left, top, length, colour), text(left + length + 6, top + ROW - 10, words)]


def chart(runs: Sequence[Run]) -> str:
    """Bars of F1 between 0 and 1; beside them bars of median seconds, each set scaled to its slowest tool."""
    tools = names(runs, lambda run: run.tool)
    f1_left = MARGIN + TOOL_COLUMN
    time_left = f1_left + BAR + GAP
    top = MARGIN + ROW
    drawn = [
        text(f1_left, top - 6, "pairwise F1, longer is better", BOLD),
        text(time_left, top - 6, "seconds, shorter is better", BOLD),
    ]
    for people in names(runs, lambda run: run.people):
        top += ROW
        drawn.append(text(MARGIN, top, people, BOLD))
        top += 8
        seconds = {tool: median(run.cost.seconds for run in of(runs, people, tool)) for tool in tools}
        slowest = max(seconds.values())
        for tool, colour in zip(tools, COLOURS, strict=False):
            f1 = typical_scores(of(runs, people, tool)).pair_f1
            drawn.append(text(MARGIN, top + ROW - 10, tool))
            drawn.extend(labelled_bar(f1_left, top, BAR * f1, colour, f"{f1:.3f}"))
            drawn.extend(labelled_bar(time_left, top, BAR * seconds[tool] / slowest, colour, f"{seconds[tool]:.1f}"))
            top += ROW
    return drawing(WIDTH, top + MARGIN, "F1 and seconds by set and tool", drawn)
