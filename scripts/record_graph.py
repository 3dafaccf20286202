"""Draws the records of a person and the edges between them, as SVG that stands inside a page and takes its colours.

Records stand on an oval, in the order of their ids, in rows of one height, so that names never lie on each other
however many there are. Records of other persons, to whom edges were cut, stand in a list below. The same records and
edges give the same drawing. Lengths are pixels.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.pages import Html
from scripts.svg import text

WIDTH = 940
MIDDLE = WIDTH / 2
HALF_OVAL = 175
RADIUS = 11
TOP = 24
LIST_ROW = 44
LONGEST_NAME = 34
# White is readable on each, each is visible on black and on white. A source takes one by its place among all sources.
COLOURS = (
    "#0b6fb8",
    "#b34700",
    "#147a52",
    "#8f4bb0",
    "#b02a5b",
    "#7a6a00",
    "#0a7585",
    "#5f5bd0",
    "#8c5a2b",
    "#44792a",
    "#bd3b2f",
    "#5f6b7a",
    "#9c3f8f",
    "#2f6fd0",
)


@dataclass(frozen=True)
class Node:
    """A record of the person: its id, its number on the page, and its source."""

    record_id: str
    number: int
    source: str


@dataclass(frozen=True)
class Line:
    """An edge: its ends, weight in nats, page, words for a pointer that rests on it, and what is special about it."""

    pair: tuple[str, str]
    weight: float
    address: str
    words: str
    is_kept: bool = True
    is_hanging: bool = False
    is_weakest: bool = False


@dataclass(frozen=True)
class Other:
    """A record of another person: its id, its source, and why the edges to it were cut."""

    record_id: str
    source: str
    why: str


def colour(source: str, sources: Sequence[str]) -> str:
    """The colour of a source; of one that is not among the known ones, by the letters of its name."""
    place = sources.index(source) if source in sources else sum(map(ord, source))
    return COLOURS[place % len(COLOURS)]


def shortened(name: str, longest: int = LONGEST_NAME) -> str:
    """A text that fits beside its node; the middle of a long one is left out."""
    return name if len(name) <= longest else f"{name[: longest - 13]}…{name[-12:]}"


def places(count: int) -> tuple[list[tuple[float, float]], float]:
    """Where so many records stand, clockwise from the top right, and how far down they reach.

    Half stand on the right side of the oval and half on its left, in rows of one height.
    """
    right = (count + 1) // 2
    row = 52 if right <= 5 else 42 if right <= 8 else 33 if right <= 12 else 25
    half = max(right * row / 2, 40)
    found = []
    for place in range(count):
        on_right = place < right
        rows = right if on_right else count - right
        turn = place if on_right else count - 1 - place
        down = (turn - (rows - 1) / 2) * row
        out = HALF_OVAL * (1 - abs(down / half) ** 2.5) ** (1 / 2.5)
        found.append((MIDDLE + (out if on_right else -out), TOP + half + down))
    return found, TOP + 2 * half


def inner_path(one: tuple[float, float], other: tuple[float, float]) -> str:
    """A curve between two places of the oval, bent towards its middle, so that it misses those between them."""
    across, down = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
    same_side = (one[0] - MIDDLE) * (other[0] - MIDDLE) > 0
    pull = min(0.95, 0.3 + abs(one[1] - other[1]) / 500) if same_side else 0.0
    bend = across + (MIDDLE - across) * pull
    return f"M{one[0]:.1f} {one[1]:.1f}Q{bend:.1f} {down:.1f} {other[0]:.1f} {other[1]:.1f}"


def linked(line: Line, path: str) -> str:
    """An edge as a link to its page."""
    kinds = ["line"]
    kinds += ["hanging"] * line.is_hanging + ["weakest"] * line.is_weakest + ["refused"] * (not line.is_kept)
    width = f' stroke-width="{1 + max(0.0, min(line.weight, 13.0)) * 0.35:.1f}"' if line.is_kept else ""
    return (
        f'<a href="{html.escape(line.address)}" aria-label="{html.escape(line.words)}">'
        f"<title>{html.escape(line.words)}</title>"
        f'<path class="near" d="{path}"/><path class="{" ".join(kinds)}" d="{path}"{width}/></a>'
    )


def graph(
    nodes: Sequence[Node],
    others: Sequence[Other],
    lines: Sequence[Line],
    sources: Sequence[str],
    remark: str = "",
) -> Html:
    """The drawing.

    Args:
        nodes: the records of the person that are drawn, in their order.
        others: records of other persons.
        lines: edges between nodes, and from nodes to others.
        sources: all sources, for their colours.
        remark: what the drawing leaves out, in words.
    """
    found, bottom = places(len(nodes))
    where = {node.record_id: place for node, place in zip(nodes, found, strict=True)}
    listed = bottom + 56
    below = {other.record_id: (MIDDLE + 44, listed + LIST_ROW * place) for place, other in enumerate(others)}
    inside = [line for line in lines if set(line.pair) <= set(where)]
    outside = [line for line in lines if line not in inside and set(line.pair) <= {*where, *below}]
    # The strongest are drawn first, so that the thin ones lie above them; the weakest above all.
    inside.sort(key=lambda line: (line.is_weakest, line.is_hanging, -line.weight, line.pair))
    drawn = [linked(line, inner_path(where[line.pair[0]], where[line.pair[1]])) for line in inside]
    outside.sort(key=lambda line: (next(below[end][1] for end in line.pair if end in below), line.pair))
    for lane, line in enumerate(outside):
        near, far = sorted(line.pair, key=lambda end: end in below)
        (across, down), (far_across, far_down) = where[near], below[far]
        # Lanes go down through the gap that the oval leaves at its foot; who stands lower takes one further out.
        along = MIDDLE + 18 - min(6, 60 / len(outside)) * lane
        drawn.append(
            linked(
                line,
                f"M{across:.1f} {down:.1f}Q{along:.1f} {down:.1f} {along:.1f} {bottom + 12:.1f}"
                f"V{far_down - 14:.1f}Q{along:.1f} {far_down:.1f} {far_across:.1f} {far_down:.1f}",
            )
        )
    for node in nodes:
        across, down = where[node.record_id]
        gap, anchor = (RADIUS + 7, "start") if across > MIDDLE else (-RADIUS - 7, "end")
        drawn.append(
            f"<g><title>{html.escape(node.record_id)}</title>"
            f'<circle cx="{across:.1f}" cy="{down:.1f}" r="{RADIUS}" fill="{colour(node.source, sources)}"/>'
            + text(across, down + 4, str(node.number), f' class="place{" small" if node.number > 99 else ""}"')
            + text(across + gap, down + 4, shortened(node.record_id), f' text-anchor="{anchor}"')
            + "</g>"
        )
    for other in others:
        across, down = below[other.record_id]
        drawn.append(
            f"<g><title>{html.escape(other.record_id)}</title>"
            f'<circle class="other" cx="{across:.1f}" cy="{down:.1f}" r="{RADIUS - 3}" '
            f'style="stroke:{colour(other.source, sources)}"/>'
            + text(across + 18, down, shortened(other.record_id))
            + text(across + 18, down + 16, shortened(other.why, 64), ' class="soft"')
            + "</g>"
        )
    if others:
        drawn.append(text(MIDDLE + 36, listed - 24, "Other persons", ' class="soft"'))
    height = listed + LIST_ROW * (len(others) - 1) + 36 if others else bottom + 16
    if remark:
        height += 22
        drawn.append(text(MIDDLE, height - 10, remark, ' class="soft" text-anchor="middle"'))
    kept = sum(line.is_kept for line in lines)
    description = (
        f"{len(nodes)} records on an oval, joined by {kept} edges; {len(lines) - kept} edges to {len(others)} records "
        "of other persons were cut. The tables below the drawing say the same in words."
    )
    content = "\n".join(drawn)
    return Html(
        f'<svg class="graph" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" '
        f'height="{height:.0f}" role="group" aria-labelledby="graph-title graph-description">\n'
        f'<title id="graph-title">Records and edges</title>\n<desc id="graph-description">{html.escape(description)}'
        f"</desc>\n{content}\n</svg>"
    )


def legend(present: Sequence[str], sources: Sequence[str], lines: Mapping[str, str]) -> Html:
    """What colours and lines stand for.

    Args:
        present: the sources that are drawn.
        sources: all sources, for their colours.
        lines: what each class of lines that is drawn stands for.
    """
    dots = [
        f'<li><svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="7" '
        f'fill="{colour(source, sources)}"/></svg>{html.escape(source)}</li>'
        for source in present
    ]
    strokes = [
        f'<li><svg width="34" height="10" aria-hidden="true"><path class="line {kind}" stroke-width="3" d="M0 5H34"/>'
        f"</svg>{html.escape(words)}</li>"
        for kind, words in lines.items()
    ]
    return Html('<ul class="legend">' + "".join(dots + strokes) + "</ul>")
