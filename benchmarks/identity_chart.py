"""The chart of the identity benchmark, an SVG: F1 and time, by set and tool."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from xml.sax.saxutils import escape

from benchmarks.identity_page import Run, names, of, typical_scores

# Of Okabe and Ito, told apart by the colour-blind too.
COLOURS = ("#999999", "#E69F00", "#0072B2", "#009E73")

# All lengths are pixels.
WIDTH = 860
TOOL_COLUMN = 110
BAR = 270
GAP = 100
ROW = 22
MARGIN = 16


def text(left: float, baseline: float, words: str, style: str = "") -> str:
    """One line of text."""
    return f'<text x="{left:.0f}" y="{baseline:.0f}"{style}>{escape(words)}</text>'


def bar(left: float, top: float, length: float, colour: str, words: str) -> list[str]:
    """A bar with its figure at its end."""
    return [
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{max(length, 1):.1f}" height="{ROW - 6}" fill="{colour}"/>',
        text(left + length + 6, top + ROW - 10, words),
    ]


def chart(runs: Sequence[Run]) -> str:
    """Bars of F1 between 0 and 1; beside them bars of median seconds, each set scaled to its slowest tool."""
    tools = names(runs, lambda run: run.tool)
    f1_left = MARGIN + TOOL_COLUMN
    time_left = f1_left + BAR + GAP
    top = MARGIN + ROW
    bold = ' font-weight="bold"'
    drawn = [
        text(f1_left, top - 6, "pairwise F1, longer is better", bold),
        text(time_left, top - 6, "seconds, shorter is better", bold),
    ]
    for people in names(runs, lambda run: run.people):
        top += ROW
        drawn.append(text(MARGIN, top, people, bold))
        top += 8
        seconds = {tool: median(run.cost.seconds for run in of(runs, people, tool)) for tool in tools}
        slowest = max(seconds.values())
        for tool, colour in zip(tools, COLOURS, strict=False):
            f1 = typical_scores(of(runs, people, tool)).pair_f1
            drawn.append(text(MARGIN, top + ROW - 10, tool))
            drawn.extend(bar(f1_left, top, BAR * f1, colour, f"{f1:.3f}"))
            drawn.extend(bar(time_left, top, BAR * seconds[tool] / slowest, colour, f"{seconds[tool]:.1f}"))
            top += ROW
    height = top + MARGIN
    lines = "\n".join(drawn)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"
 font-family="sans-serif" font-size="13" fill="#222222" role="img" aria-label="F1 and seconds by set and tool">
<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>
{lines}
</svg>
"""
