"""The few shapes that this project's charts are drawn with, as SVG; lengths are pixels."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

ROW = 22
MARGIN = 16
BOLD = ' font-weight="bold"'
# Of Okabe and Ito, told apart by the colour-blind too.
COLOURS = ("#999999", "#E69F00", "#0072B2", "#009E73")


def text(left: float, baseline: float, words: str, style: str = "") -> str:
    """One line of text."""
    return f'<text x="{left:.0f}" y="{baseline:.0f}"{style}>{escape(words)}</text>'


def bar(left: float, top: float, length: float, colour: str) -> str:
    """A bar of a row, to the right; to the left where the length is negative."""
    start = left + min(length, 0)
    return f'<rect x="{start:.1f}" y="{top:.0f}" width="{max(abs(length), 1):.1f}" height="{ROW - 6}" fill="{colour}"/>'


def drawing(width: float, height: float, title: str, shapes: Iterable[str]) -> str:
    """The whole picture, on white; the title is for those who cannot see it."""
    lines = "\n".join(shapes)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"
 font-family="sans-serif" font-size="13" fill="#222222" role="img" aria-label={quoteattr(title)}>
<rect width="{width}" height="{height}" fill="#ffffff"/>
{lines}
</svg>
"""
