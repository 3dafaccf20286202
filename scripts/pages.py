"""Pages that commands write as files: HTML that needs no server, no network, no script and no other file."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from pathlib import Path

STYLE = Path(__file__).with_name("page.css")


class Html(str):
    """A text that is HTML already; any other text is escaped where it is put into a page."""

    __slots__ = ()


def escaped(text: str | None) -> Html:
    """A text as HTML: as it is where it is HTML, else with every character that means something there replaced."""
    return text if isinstance(text, Html) else Html(html.escape(text or ""))


def element(name: str, content: str | None, **attributes: str) -> Html:
    """An element around a text; the attribute class is `class_`, aria-hidden `aria_hidden`; empty ones are left out."""
    told = "".join(
        f' {key.strip("_").replace("_", "-")}="{html.escape(value)}"' for key, value in attributes.items() if value
    )
    return Html(f"<{name}{told}>{escaped(content)}</{name}>")


def joined(parts: Iterable[str | None]) -> Html:
    """Texts one after the other, a line each, as HTML."""
    return Html("\n".join(escaped(part) for part in parts))


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str | None]],
    *,
    numbers: Sequence[int] = (),
    caption: str = "",
    class_: str = "",
) -> Html:
    """A table, which scrolls by itself where it is wider than the page.

    Args:
        columns: their heads.
        rows: of each a text for every column.
        numbers: places of the columns that hold numbers, from 0.
        caption: what the table shows.
        class_: for the style of this table.
    """

    def side(place: int) -> str:
        return "number" if place in numbers else ""

    heads = "".join(element("th", name, scope="col", class_=side(place)) for place, name in enumerate(columns))
    lines = [
        element("tr", Html("".join(element("td", cell, class_=side(place)) for place, cell in enumerate(row))))
        for row in rows
    ]
    content = [
        element("caption", caption) if caption else Html(""),
        element("thead", element("tr", Html(heads))),
        element("tbody", joined(lines)),
    ]
    return element("div", element("table", joined(part for part in content if part), class_=class_), class_="wide")


def page(title: str, content: str, style: str = "") -> str:
    """A whole page.

    Args:
        title: of the window, and the first head of the page.
        content: what follows the head.
        style: CSS of this page beside that of all.
    """
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{html.escape(title)}</title>
<style>
{STYLE.read_text(encoding="utf-8")}{style}</style>
</head>
<body>
<main>
{element("h1", title)}
{escaped(content)}
</main>
</body>
</html>
"""
