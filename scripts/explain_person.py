"""Pages that show why records are one person: one for the person, and one for each edge, that no server needs.

    make explain PERSON=<person id> [OUT=target/explained] [DATABASE=<file>]
    make explain PAIR="<record id> <record id>"

The page of a person draws its records and edges, and lists them with their values; the page of a pair has both records
side by side and tells step by step what the evidence weighs. PAIR writes the page of that pair, joined or not, and
those of the persons on both ends. The pages hold personal data: only their owner may read the files, they load nothing,
and what is printed names files and counts. The same build gives the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import sys
import tempfile
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb

from scripts import PROJECT
from scripts.pages import Html, element, escaped, joined, page, table
from scripts.parsed_project import ParseError
from scripts.person_evidence import (
    REASONS_SHOWN,
    Edge,
    EvidenceError,
    Pair,
    Person,
    Reason,
    Record,
    Score,
    Told,
    check,
    compiled,
    current_person,
    edges,
    is_scored,
    named_pair,
    ordered,
    person,
    reasons,
    records,
    scores,
    ways,
)
from scripts.record_graph import Line, Node, Other, graph, legend
from scripts.review import ReviewError, connect

STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
RECORDS_DRAWN = 60
OTHERS_DRAWN = 12
NOTICE = (
    "This page holds personal data. Only the owner of the file may read it; it loads nothing from anywhere. It is a "
    "copy that no erasure reaches: delete it when the question is answered."
)
KINDS_OF_PAIRS = ("one person", "two of one household", "two namesakes", "two strangers")
KINDS_OF_EDGES = {
    "exact": "a value that both records hold",
    "scored": "likeness, by its score",
    "override": "somebody's decision",
}
# Columns of the table of records, and of which fields of the review page each is made.
COLUMNS = {
    "name": ("full name",),
    "birth date": ("birth date",),
    "gender": ("gender",),
    "e-mail": ("e-mail",),
    "phone": ("phone",),
    "address": ("street", "postal code", "city", "region", "country"),
    "company": ("company",),
    "login": ("login",),
    "loyalty number": ("loyalty number",),
    "national id": ("national id",),
    "other": ("other",),
    "seen": ("first seen", "last seen"),
}
# Columns whose texts may be broken anywhere, and those whose texts may not be broken.
LONG = ("e-mail", "address", "other")
WHOLE = ("birth date", "seen")
NAME_PARTS = ("prefix", "given name", "middle name", "family name", "suffix")
NO_BREAK = "\N{NO-BREAK SPACE}"
NEUTRAL = ("source", "first seen", "last seen")


@dataclass(frozen=True)
class PairPage:
    """What the page of a pair is made of; no edge where nothing speaks for or against it being one person."""

    left: Record
    right: Record
    edge: Edge | None
    told: Told

    @property
    def pair(self) -> Pair:
        """Both record ids, the smaller first."""
        return (self.left.record_id, self.right.record_id)

    @property
    def score(self) -> Score | None:
        """The waterfall of the pair; none where it cannot be weighed."""
        return self.told.scores.get(self.pair)


def digest(*texts: str) -> str:
    """A short name for some texts that does not tell them."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]


def person_file(person_id: str) -> str:
    """The name of a person's page."""
    return f"person-{person_id if re.fullmatch(r'[0-9A-Za-z_-]{1,64}', person_id) else digest(person_id)}.html"


def pair_file(pair: Pair) -> str:
    """The name of a pair's page; record ids may be personal data, so it holds none."""
    return f"pair-{digest(*pair)}.html"


def link(address: str, words: str | None) -> Html:
    """A link to another page of the same folder."""
    return element("a", words, href=address)


def signed(nats: float) -> str:
    """A weight with its sign, to a thousandth of a nat."""
    return f"{nats:+.3f}".replace("-", "−")


def percent(share: float) -> str:
    """A probability in words; one that is not certain is never told as such."""
    told = f"{100 * share:.1f}"
    if told == "100.0" and share < 1:
        told = "> 99.9"
    elif told == "0.0" and share > 0:
        told = "< 0.1"
    return f"{told} %".replace(" ", NO_BREAK)


def worded(rule: str) -> str:
    """The name of a rule, for readers."""
    return rule.replace("_", " ")


def more(count: int, shown: int, what: str) -> Html:
    """A line about what has no room on the page; nothing where all has."""
    if count <= shown:
        return Html("")
    return element("p", f"{count - shown:,} more {what} are not shown.", class_="soft")


def bar(start: float, end: float, least: float, most: float, kind: str) -> Html:
    """A bar from one sum to the next, on a scale with a line at zero; a cell beside it has the number."""
    span = (most - least) or 1.0

    def across(value: float) -> float:
        return 100 * (value - least) / span

    left, width = across(min(start, end)), max(across(max(start, end)) - across(min(start, end)), 0.4)
    zero = f"{across(0):.2f}%"
    return Html(
        f'<svg aria-hidden="true" focusable="false"><line class="axis" x1="{zero}" x2="{zero}" y1="0" y2="100%"/>'
        f'<rect class="{kind}" x="{left:.2f}%" width="{width:.2f}%" y="18%" height="64%" rx="2"/></svg>'
    )


def weights_table(
    heads: Sequence[str],
    lines: Sequence[tuple[Sequence[str | None], float, float, str]],
    caption: str,
    reach: float = 1.0,
) -> Html:
    """Rows of words with a bar each, the last with their sum.

    Args:
        heads: of the columns, that of the bars left out.
        lines: the cells, where the bar starts and ends, and its kind (for, against, sum).
        caption: what the table shows.
        reach: how far the scale goes at least.
    """
    ends = [end for _, *both, _ in lines for end in both]
    least, most = min(0.0, *ends), max(reach, *ends)
    body = []
    for cells, start, end, kind in lines:
        first, *numbers = cells
        bars = element("td", bar(start, end, least, most, kind), class_="bar")
        told = "".join(element("td", number, class_="number") for number in numbers)
        body.append(element("tr", Html(element("td", first) + bars + told)))
    row = element("th", heads[0], scope="col") + element("th", "", scope="col", class_="bar", aria_hidden="true")
    row += "".join(element("th", head, scope="col", class_="number") for head in heads[1:])
    content = [element("caption", caption), element("thead", element("tr", Html(row))), element("tbody", joined(body))]
    return element("div", element("table", joined(content), class_="weights summed"), class_="wide")


def side_of(nats: float) -> str:
    """What kind of bar a weight is: for, against, or neither."""
    return "for" if nats > 0 else "against" if nats < 0 else "sum"


def waterfall(score: Score) -> Html:
    """The steps of a score, each starting where the one before it ended, and the sum."""
    lines: list[tuple[Sequence[str | None], float, float, str]] = [
        ((what, signed(nats), signed(total)), total - nats, total, side_of(nats)) for what, nats, total in score.steps
    ]
    lines.append((("weight of the score", "", signed(score.weight)), 0.0, score.weight, "sum"))
    return weights_table(
        ("step", "adds", "sum"), lines, "What each step adds (nats): to the right for one person, to the left against."
    )


def probabilities(score: Score) -> Html:
    """How likely the pair is of each kind."""
    lines: list[tuple[Sequence[str | None], float, float, str]] = [
        ((kind, percent(share)), 0.0, share, "for" if kind == KINDS_OF_PAIRS[0] else "sum")
        for kind, share in zip(KINDS_OF_PAIRS, score.probabilities, strict=True)
    ]
    lines.sort(key=lambda line: -line[2])
    # A scale from 0 to 1, whatever is likeliest.
    body = [
        element(
            "tr",
            Html(
                element("td", cells[0])
                + element("td", bar(0.0, end, 0.0, 1.0, kind), class_="bar")
                + element("td", cells[1], class_="number")
            ),
        )
        for cells, _, end, kind in lines
    ]
    content = [element("caption", "How likely the two are …"), element("tbody", joined(body))]
    return element("div", element("table", joined(content), class_="weights"), class_="wide")


def name_of(record: Record) -> str:
    """The name on a record, from its parts where it has no full one."""
    return record.values["full name"] or " ".join(part for part in (record.values[name] for name in NAME_PARTS) if part)


def cell_of(record: Record, column: str) -> Html:
    """What the table of records says of a record in a column of COLUMNS."""
    told = [value for value in (record.values[name] for name in COLUMNS[column]) if value]
    if column == "name":
        return escaped(name_of(record))
    if column in WHOLE:
        return Html(" – ".join(element("span", value, class_="whole") for value in dict.fromkeys(told)))
    return element("span", ", ".join(told), class_="long") if told and column in LONG else escaped(", ".join(told))


def records_table(shown: Sequence[Record], numbers: Mapping[str, int]) -> Html:
    """Records with their values, those columns that any of them fills."""
    filled = [column for column in COLUMNS if any(cell_of(record, column) for record in shown)]
    return table(
        ("#", "record", "source", "placed by", *filled),
        [
            (
                str(numbers[record.record_id]),
                element("span", record.record_id, class_="long"),
                record.source,
                f"{record.placed_by}, {percent(record.confidence)}" if record.placed_by != "alone" else "alone",
                *(cell_of(record, column) for column in filled),
            )
            for record in shown
        ],
        numbers=(0,),
        class_="records",
    )


def plain(text: str) -> str:
    """A text without what no reader sees: capitals, and the two ways in which a letter with an accent is written."""
    return unicodedata.normalize("NFC", text).casefold()


def side_by_side(left: Record, right: Record) -> Html:
    """Both records, the fields that either fills."""
    rows = []
    for name, one in left.values.items():
        other = right.values[name]
        if not one and not other:
            continue
        verdict = ""
        if one and other and name not in NEUTRAL:
            verdict = "equal" if plain(one) == plain(other) else "different"
        rows.append((name, one, other, element("span", verdict, class_=verdict) if verdict else ""))
    return table(("", left.record_id, right.record_id, ""), rows, class_="pair")


def reasons_table(found: Sequence[Reason], here: Collection[Pair] = ()) -> Html:
    """What keeps persons apart; pairs that have a page are links."""
    rows = [
        (
            link(pair_file(reason.pair), " – ".join(reason.pair)) if reason.pair in here else " – ".join(reason.pair),
            worded(reason.rule),
            "" if reason.weight is None else f"{reason.weight:.3f}",
            f"{reason.why}: {reason.value}" if reason.value else reason.why,
        )
        for reason in found[:REASONS_SHOWN]
    ]
    return joined(
        (
            table(("records", "rule", "weight (nats)", "why it joins nobody"), rows, numbers=(2,)),
            more(len(found), REASONS_SHOWN, "reasons"),
        )
    )


def why_of(edge: Edge, found: Iterable[Reason]) -> str:
    """Why an edge was cut, in the words of the analysis why_not_same."""
    return next((reason.why for reason in found if reason.pair == edge.pair and reason.weight is not None), "cut")


def pair_page(told: PairPage, persons: Collection[str], linked: Collection[Pair]) -> str:
    """The page of a pair of records.

    Args:
        told: what it shows.
        persons: ids of persons that have pages.
        linked: pairs that have pages.
    """
    left, right, edge, score = told.left, told.right, told.edge, told.score
    is_one = left.person_id == right.person_id
    people = [
        link(person_file(one), f"Person {one}") if one in persons else Html(f"Person {escaped(one)}")
        for one in dict.fromkeys((left.person_id, right.person_id))
    ]
    if is_one and edge and edge.is_kept:
        outcome = (
            f"They are one person, and an edge of {edge.weight:.3f} nats holds them together: {worded(edge.rule)}."
        )
    elif is_one:
        outcome = "They are one person, and no edge of their own says so: other records stand between them."
    elif edge:
        why = why_of(edge, told.told.reasons)
        outcome = f"They are two persons, and an edge of {edge.weight:.3f} nats between them was cut: {why}."
    else:
        outcome = "They are two persons, and no edge is between these two records."
    parts: list[str | None] = [
        element("nav", Html(" · ".join(people))),
        element("p", NOTICE, class_="notice"),
        element("p", outcome, class_="verdict"),
        element("h2", "Both records"),
        side_by_side(left, right),
    ]
    if edge:
        parts += edge_parts(edge)
    parts += score_parts(score, edge)
    if is_one and len(told.told.ways) > 1:
        parts += [element("h2", "The way from one to the other"), way_table(told.told, linked)]
    if not is_one:
        parts.append(element("h2", "What keeps both persons apart"))
        parts.append(reasons_table(told.told.reasons, set(linked) - {told.pair}))
    return page("Are these two records one person?", joined(parts), STYLE)


def edge_parts(edge: Edge) -> list[str | None]:
    """What an edge rests on, and how much that weighs."""
    lines: list[tuple[Sequence[str | None], float, float, str]] = []
    for one in edge.rules:
        words = element("span", f": {one.detail}", class_="soft") if one.detail else Html("")
        name = "the score, below" if one.rule == "scored" else worded(one.rule)
        cells = (Html(escaped(name) + words), signed(one.weight))
        lines.append((cells, 0.0, one.weight, side_of(one.weight)))
    lines.append((("weight of the edge", signed(edge.weight)), 0.0, edge.weight, "sum"))
    kind = KINDS_OF_EDGES.get(edge.kind, edge.kind).capitalize()
    use = "may be used" if edge.may_advertise else "may not be used"
    return [
        element("h2", "What the edge rests on"),
        element(
            "p",
            f"{kind}. The strongest rule decides what the edge weighs; by that alone the two are one person with a "
            f"probability of {percent(edge.probability)}. It {use} for advertising.",
        ),
        weights_table(("rule", "weight"), lines, "Weight of each rule (nats).", 13.0),
    ]


def score_parts(score: Score | None, edge: Edge | None) -> list[str | None]:
    """How the score of a pair came about, or why there is none."""
    if not score:
        words = (
            "There is no score: one of the two says nothing by which people are compared, or scores took no part here."
        )
        return [element("h2", "The score"), element("p", words, class_="soft")]
    takes_part = edge is not None and any(rule.rule == "scored" for rule in edge.rules)
    remark = "" if takes_part else "Likeness had no say about these two: this is what it would have said. "
    return [
        element("h2", "How the score came about"),
        element("p", f"{remark}{score.verdict}"),
        waterfall(score),
        element("h2", "What kind of pair it is"),
        element("p", "By the score alone, before shared values and decisions.", class_="soft"),
        probabilities(score),
    ]


def way_table(told: Told, linked: Collection[Pair]) -> Html:
    """The edges between two records of one person, step by step."""
    rows = []
    for way in told.ways:
        pair = ordered(way.record_id, way.next_record_id)
        words = f"{way.record_id} – {way.next_record_id}"
        rows.append(
            (
                link(pair_file(pair), words) if pair in linked else words,
                way.kind,
                f"{way.weight:.3f}",
                "the weakest" if way.is_weakest else "",
            )
        )
    return table(("step", "kind", "weight (nats)", ""), rows, numbers=(2,))


def drawing(told: Person, sources: Sequence[str]) -> Html:
    """The records of a person and their edges; of very many records those at thin and at cut edges first."""
    numbers = {record.record_id: number for number, record in enumerate(told.records, start=1)}
    telling = {
        record_id
        for edge in (*told.refused, *told.kept)
        if not edge.is_kept or edge.pair in told.weakest
        for record_id in edge.pair
    }
    first = sorted(told.records, key=lambda record: (record.record_id not in telling, record.record_id))[:RECORDS_DRAWN]
    nodes = [
        Node(record.record_id, numbers[record.record_id], record.source) for record in told.records if record in first
    ]
    whys = {edge.pair: why_of(edge, told.told.reasons) for edge in told.refused}
    others: dict[str, Other] = {}
    for edge in told.refused:
        for record_id in edge.pair:
            if record_id in told.others and len(others) < OTHERS_DRAWN:
                others.setdefault(record_id, Other(record_id, told.others[record_id].source, whys[edge.pair]))
    at_hand = {node.record_id for node in nodes} | set(others)
    lines = [
        Line(
            edge.pair,
            edge.weight,
            pair_file(edge.pair),
            f"{' – '.join(edge.pair)}: {worded(edge.rule)}, {edge.weight:.3f} nats"
            + ("" if edge.is_kept else f"; cut: {whys[edge.pair]}"),
            edge.is_kept,
            edge.pair in told.hanging,
            edge.pair in told.weakest,
        )
        for edge in (*told.kept, *told.refused)
        if set(edge.pair) <= at_hand
    ]
    left_out = {
        "records": told.record_count - len(nodes),
        "edges": told.kept_count - sum(line.is_kept for line in lines),
        "cut edges": told.refused_count - sum(not line.is_kept for line in lines),
    }
    told_out = [f"{count:,} more {what}" for what, count in left_out.items() if count]
    remark = f"Not drawn: {', '.join(told_out)}." if told_out else ""
    kinds = {}
    if any(line.is_hanging and not line.is_weakest for line in lines):
        kinds["hanging"] = "the strongest edge of a record"
    if any(line.is_kept and not line.is_hanging for line in lines):
        kinds[""] = "another edge"
    if any(line.is_weakest for line in lines):
        kinds["weakest"] = "the weakest on which a record hangs"
    if any(not line.is_kept for line in lines):
        kinds["refused"] = "cut"
    present = sorted({node.source for node in nodes} | {other.source for other in others.values()})
    return element(
        "figure",
        joined(
            (
                element("div", graph(nodes, list(others.values()), lines, sources, remark), class_="wide"),
                legend(present, sources, kinds),
                element("figcaption", "The wider a line, the more it weighs. Each leads to its page.", class_="soft"),
            )
        ),
    )


def edges_table(told: Sequence[Edge], numbers: Mapping[str, int], person_: Person) -> Html:
    """Edges of a person, kept ones or cut ones, each with a link to its page."""
    rows = []
    for edge in told:
        one, other = (f"{numbers[end]} {end}" if end in numbers else f"{end}" for end in edge.pair)
        remark = (
            "the weakest"
            if edge.pair in person_.weakest
            else "the strongest of a record"
            if edge.pair in person_.hanging
            else ""
        )
        far = next((one for one in edge.persons if one != person_.person_id), "")
        rows.append(
            (
                link(pair_file(edge.pair), f"{one} – {other}"),
                ", ".join(worded(rule.rule) for rule in edge.rules),
                f"{edge.weight:.3f}",
                *((remark,) if edge.is_kept else (why_of(edge, person_.told.reasons), far)),
            )
        )
    last = ("",) if told[0].is_kept else ("why", "other person")
    return table(("records", "rests on", "weight (nats)", *last), rows, numbers=(2,), class_="edges")


def person_page(told: Person, sources: Sequence[str]) -> str:
    """The page of a person.

    Args:
        told: what it shows.
        sources: all sources of the build, for their colours.
    """
    numbers = {record.record_id: number for number, record in enumerate(told.records, start=1)}
    facts = joined(Html(element("dt", name) + element("dd", words)) for name, words in told.facts)
    parts: list[str | None] = [
        element("p", NOTICE, class_="notice"),
        element("dl", facts),
        element("h2", "Records and edges"),
        link("#edges", "Skip the drawing: the edges as a table"),
        drawing(told, sources),
        element("h2", "Records"),
        records_table(told.records, numbers),
        more(told.record_count, len(told.records), "records"),
        element("h2", "What holds them together", id="edges"),
    ]
    if told.kept:
        parts += [edges_table(told.kept, numbers, told), more(told.kept_count, len(told.kept), "edges")]
    else:
        parts.append(element("p", "Nothing needs to: it is one record.", class_="soft"))
    parts.append(element("h2", "What was cut"))
    if told.refused:
        parts += [edges_table(told.refused, numbers, told), more(told.refused_count, len(told.refused), "cut edges")]
    else:
        parts.append(element("p", "No edge to a record of anybody else.", class_="soft"))
    shared = [reason for reason in told.told.reasons if reason.value]
    if shared:
        parts += [element("h2", "What it shares with those others, and joins nobody"), reasons_table(shared)]
    if told.golden:
        rows = [
            (attribute, element("strong", value) if won else value, record_id, why)
            for attribute, value, won, record_id, why in told.golden
        ]
        parts += [
            element("h2", "The profile"),
            table(("", "value", "from record", "why"), rows),
            more(told.golden_count, len(told.golden), "values"),
        ]
    return page(f"Person {told.person_id}", joined(parts), STYLE)


def pages_of(people: Sequence[Person], asked: Sequence[PairPage], sources: Sequence[str]) -> dict[str, str]:
    """The text of every page by its file's name: those of persons first, then the pairs asked for, then their edges."""
    shown: dict[Pair, PairPage] = {told.pair: told for told in asked}
    for told in people:
        by_id = {record.record_id: record for record in told.records} | dict(told.others)
        persons_of = {key: record.person_id for key, record in by_id.items()}
        between: dict[Pair, list[Reason]] = {}
        for reason in told.told.reasons:
            ends = [persons_of.get(end) for end in reason.pair]
            for one in ends:
                if one and one != told.person_id:
                    between.setdefault((told.person_id, one), []).append(reason)
        for edge in (*told.kept, *told.refused):
            if edge.pair in shown:
                continue
            other = next((one for one in edge.persons if one != told.person_id), "")
            left, right = (by_id[end] for end in edge.pair)
            found = tuple(between.get((told.person_id, other), ()))
            shown[edge.pair] = PairPage(left, right, edge, Told(told.told.scores, (), found))
    persons = {told.person_id for told in people}
    return {person_file(told.person_id): person_page(told, sources) for told in people} | {
        pair_file(pair): pair_page(told, persons, shown) for pair, told in shown.items()
    }


def asked_pair(connection: duckdb.DuckDBPyConnection, pair: Pair, analyses: Mapping[str, str]) -> PairPage:
    """What the page of any two records is made of.

    Raises:
        EvidenceError: one of them went meanwhile.
    """
    both = records(connection, "person_records.record_id in ($1, $2)", pair)
    if len(both) != 2:
        raise EvidenceError("PAIR names a record that is not there any more")
    condition = "left_record_id = $one and right_record_id = $other"
    found, _ = edges(connection, condition, 1, one=pair[0], other=pair[1])
    is_one = both[0].person_id == both[1].person_id
    told = Told(
        scores(connection, analyses["score_waterfall"], [pair]) if is_scored(connection) else {},
        ways(connection, analyses["why_same"]) if is_one else (),
        () if is_one else reasons(connection, analyses["why_not_same"]),
    )
    return PairPage(both[0], both[1], found[0] if found else None, told)


def explain(database: Path, person_id: str = "", pair: str = "") -> dict[str, str]:
    """The pages about a person, or about a pair of records and the persons on both ends, by the names of their files.

    Args:
        database: a build, which nobody writes to meanwhile.
        person_id: the person.
        pair: two record ids with a space between them, where no person is named.

    Raises:
        EvidenceError: the person or a record is not there, or the build is none of identity.
        ReviewError: there is no database, or it is in use.
        ParseError: the project cannot be parsed.
    """
    with connect(database, read_only=True) as connection:
        check(connection)
        scored = is_scored(connection)
        named = named_pair(connection, pair) if pair else None
        if named:
            both = records(connection, "person_records.record_id in ($1, $2)", named)
            ids = list(dict.fromkeys(record.person_id for record in both))
        else:
            ids = [current_person(connection, person_id)]
    asked_of: list[dict[str, object]] = [{"person_id": one} for one in ids]
    if named:
        asked_of.append({"pair": list(named)})
    with ThreadPoolExecutor() as pool:  # each is a process of its own
        analyses = list(pool.map(lambda variables: compiled(database, variables, scored=scored), asked_of))
    with connect(database, read_only=True) as connection:
        sources = [
            str(source)
            for (source,) in connection.execute(
                "select distinct source from identity.person_records order by source"
            ).fetchall()
        ]
        people = [person(connection, one, of_person) for one, of_person in zip(ids, analyses, strict=False)]
        asked = [asked_pair(connection, named, analyses[-1])] if named else []
    return pages_of(people, asked, sources)


def check_folder(folder: Path) -> None:
    """That nobody but its owner may look into a folder, where it is there.

    Raises:
        EvidenceError: somebody may.
    """
    if folder.is_dir() and folder.stat().st_mode & 0o077:
        raise EvidenceError("OUT is a folder that others may look into; name a new one, or take their rights away")


def write(folder: Path, pages: Mapping[str, str]) -> None:
    """Write pages into a folder that only its owner may read; it is made where it is missing.

    Raises:
        EvidenceError: others may look into the folder, or nothing can be written there.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        check_folder(folder)
        for name, text in pages.items():
            # mkstemp makes a file that only its owner may read; it takes the place of what was there before.
            handle, scratch = tempfile.mkstemp(dir=folder, prefix=".page-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(scratch).replace(folder / name)
    except OSError as error:
        raise EvidenceError(f"OUT cannot be written to ({type(error).__name__})") from None


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages; the exit code is 2 where there is nothing to tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--person", default="", help="a person id; one that was merged away leads to the current one")
    parser.add_argument("--pair", default="", help="two record ids with a space between them")
    parser.add_argument("--out", type=Path, default=PROJECT / "target" / "explained")
    parser.add_argument("--database", default="", help="FIRSTPARTY_DATABASE unless told otherwise")
    options = parser.parse_args(arguments)
    database = Path(options.database or os.environ.get("FIRSTPARTY_DATABASE") or PROJECT / "firstparty.duckdb")
    try:
        if bool(options.person.strip()) == bool(options.pair.strip()):
            raise EvidenceError('name either PERSON=<person id> or PAIR="<record id> <record id>"')
        check_folder(options.out)
        pages = explain(database, options.person.strip(), options.pair.strip())
        write(options.out, pages)
    except (EvidenceError, ReviewError, ParseError) as error:
        print(f"make explain: {error}", file=sys.stderr)
        return 2
    first = [name for name in pages if name.startswith("person-")]
    if options.pair:
        first = [next(name for name in pages if name.startswith("pair-"))]
    print(f"{len(pages)} pages, for the owner of the files only; begin with {options.out / first[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
