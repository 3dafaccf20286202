"""What a built database knows of a person and of a pair of records: read from its tables, and told by the analyses.

Why an edge weighs what it weighs, holds, or was cut is asked of `analyses/score_waterfall.sql`, `why_same.sql` and
`why_not_same.sql`, which dbt compiles; nothing of it is worked out here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from scripts import PROJECT
from scripts.parsed_project import parsed_project
from scripts.review import FIELDS

# What one page has room for; of the rest it says how much there is.
RECORDS_SHOWN = 200
KEPT_SHOWN = 200
REFUSED_SHOWN = 40
REASONS_SHOWN = 40
FACTS_SHOWN = 100

ANALYSES = ("score_waterfall", "why_same", "why_not_same")
MARK = "-- the next analysis"
NEEDED = (
    *("person_records", "persons", "identity_edges"),
    *("int_identity__records", "int_identity__record_numbers", "int_identity__edge_rules"),
)
LEARNED = ("int_identity__match_records", "int_identity__match_parameters", "int_identity__level_frequencies")

PERSON = """
    select
        record_count,
        sources,
        cast(first_seen_at as varchar),
        cast(last_seen_at as varchar),
        is_oversized,
        weakest_link_weight
    from identity.persons
    where person_id = $1
"""

RECORDS = f"""
    select
        person_records.record_id,
        person_records.source,
        person_records.person_id,
        person_records.placed_by,
        person_records.confidence,
        [{", ".join(f"records.{name}" if name.isidentifier() else name for name in FIELDS.values())}]
    from identity.person_records
    inner join identity.int_identity__records as records using (record_id)
    where {{condition}}
    order by person_records.record_id
    limit {{limit}}
"""

EDGES = """
    with told as (
        select
            edges.*,
            left_records.person_id as left_person_id,
            right_records.person_id as right_person_id,
            (edges.left_record_id, edges.right_record_id) in (
                select (unnest($first), unnest($second))
            ) as is_first
        from identity.identity_edges as edges
        inner join identity.person_records as left_records on edges.left_record_id = left_records.record_id
        inner join identity.person_records as right_records on edges.right_record_id = right_records.record_id
    )
    select
        left_record_id,
        right_record_id,
        kind,
        rule,
        weight,
        probability,
        evidence,
        is_kept,
        may_advertise,
        left_person_id,
        right_person_id,
        count(*) over ()
    from told
    where {condition}
    order by is_first desc, weight desc, left_record_id, right_record_id
    limit {limit}
"""

FACTS = """
    select attribute, value, is_winner, record_id, why, count(*) over ()
    from profile.profile_attribute_values
    where person_id = $1
    order by attribute, is_winner desc, value_rank, value, record_id
    limit {limit}
"""

Pair = tuple[str, str]


class EvidenceError(Exception):
    """Why nothing can be told, in words for whoever asked; holds no value of a record and no id."""


@dataclass(frozen=True)
class Record:
    """A record: its id, source, person, how and how surely it was placed, and its values by the names of FIELDS."""

    record_id: str
    source: str
    person_id: str
    placed_by: str
    confidence: float
    values: Mapping[str, str | None]


@dataclass(frozen=True)
class Rule:
    """What an edge rests on: the rule, its weight in nats, and the value that both records hold, or who decided."""

    rule: str
    weight: float
    detail: str


@dataclass(frozen=True)
class Edge:
    """A pair of records with evidence; weights in nats, the rules with the strongest first."""

    pair: Pair
    kind: str
    rule: str
    weight: float
    probability: float
    rules: tuple[Rule, ...]
    is_kept: bool
    may_advertise: bool
    persons: Pair


@dataclass(frozen=True)
class Score:
    """How the score of a pair came about.

    Attributes:
        steps: of each what it is, what it adds (nats), and the sum so far.
        probabilities: of one person, two of a household, two namesakes, two strangers; between 0 and 1.
        verdict: the outcome in words.
    """

    steps: tuple[tuple[str, float, float], ...]
    probabilities: tuple[float, ...]
    verdict: str

    @property
    def weight(self) -> float:
        """What the steps come to, in nats."""
        return self.steps[-1][2]


@dataclass(frozen=True)
class Reason:
    """What keeps two persons apart: between which of their records, by which rule, and why it does not join them."""

    pair: Pair
    rule: str
    weight: float | None
    why: str
    value: str


@dataclass(frozen=True)
class Way:
    """A step of the way between two records of one person: its ends, kind, weight, and whether it is the weakest."""

    record_id: str
    next_record_id: str
    kind: str
    weight: float
    is_weakest: bool


@dataclass(frozen=True)
class Told:
    """What the analyses tell of a person or a pair."""

    scores: Mapping[Pair, Score] = field(default_factory=dict)
    ways: tuple[Way, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Person:
    """All that the page of a person shows.

    Attributes:
        person_id: the person.
        record_count: how many records there are.
        facts: summary lines, a name and a text each.
        records: sorted by id; of large persons the first, and those at the ends of the edges below.
        others: records of other persons at the far end of refused edges.
        kept: edges within the person, those first on which a record hangs; of very many the thinnest of those.
        kept_count: how many there are.
        refused: edges that were cut, the strongest first.
        refused_count: how many there are.
        hanging: the edges on which records hang, each by its strongest.
        weakest: those of them that weigh least.
        golden: attribute, value, whether it won, its record, and why.
        golden_count: how many such values there are.
        told: what the analyses tell.
    """

    person_id: str
    record_count: int
    facts: tuple[tuple[str, str], ...]
    records: tuple[Record, ...]
    others: Mapping[str, Record]
    kept: tuple[Edge, ...]
    kept_count: int
    refused: tuple[Edge, ...]
    refused_count: int
    hanging: frozenset[Pair]
    weakest: frozenset[Pair]
    golden: tuple[tuple[str, str, bool, str, str], ...]
    golden_count: int
    told: Told


def ordered(one: str, other: str) -> Pair:
    """Two record ids, the smaller first."""
    return (one, other) if one < other else (other, one)


def has_table(connection: duckdb.DuckDBPyConnection, schema: str, table: str) -> bool:
    """Whether the database has a table."""
    found = connection.execute(
        "select count(*) from information_schema.tables "
        "where table_catalog = current_catalog() and table_schema = $1 and table_name = $2",
        [schema, table],
    ).fetchall()
    return bool(found[0][0])


def current_person(connection: duckdb.DuckDBPyConnection, person_id: str) -> str:
    """The person that an id means today: itself, or the one it was merged into.

    Raises:
        EvidenceError: there is no such person.
    """
    if has_table(connection, "identity", "person_redirects"):
        led = connection.execute(
            "select current_person_id from identity.person_redirects where retired_person_id = $1", [person_id]
        ).fetchall()
        person_id = str(led[0][0]) if led else person_id
    if not connection.execute("select 1 from identity.persons where person_id = $1", [person_id]).fetchall():
        raise EvidenceError("there is no such person in this database")
    return person_id


def named_pair(connection: duckdb.DuckDBPyConnection, words: str) -> Pair:
    """Two record ids from a text with a space between them; ids may hold spaces themselves.

    Raises:
        EvidenceError: the text does not name two records that are there.
    """
    text = words.strip()
    for place in (place for place, letter in enumerate(text) if letter == " "):
        one, other = text[:place].strip(), text[place:].strip()
        known = connection.execute(
            "select count(*) from identity.person_records where record_id in ($1, $2)", [one, other]
        ).fetchall()
        if known == [(2,)]:
            return ordered(one, other)
    raise EvidenceError('PAIR does not name two records of this database; it is PAIR="<record id> <record id>"')


def check(connection: duckdb.DuckDBPyConnection) -> None:
    """That identity was built in a database.

    Raises:
        EvidenceError: it was not.
    """
    if not all(has_table(connection, "identity", table) for table in NEEDED):
        raise EvidenceError("this database holds no build of identity; build the project into it first")


def is_scored(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether scores took part in the build; tables of an earlier build with scores do not count."""
    return all(has_table(connection, "identity", table) for table in LEARNED) and bool(
        connection.execute("select 1 from identity.int_identity__edge_rules where kind = 'scored' limit 1").fetchall()
    )


def compiled(database: Path, variables: Mapping[str, Any], *, scored: bool) -> dict[str, str]:
    """The SQL of the analyses, by their names, as dbt compiles it without opening the database.

    Args:
        database: whose file name is part of the names of its tables.
        variables: person_id or pair.
        scored: whether scores took part in the build.

    Raises:
        EvidenceError: dbt cannot compile them.
        ParseError: the project cannot be parsed.
    """
    parse = parsed_project({}, database=database.name)
    texts = [(PROJECT / "analyses" / f"{name}.sql").read_text(encoding="utf-8") for name in ANALYSES]
    told = {**variables, **({} if scored else {"scored_matching": False})}
    with tempfile.TemporaryDirectory(prefix="firstparty-") as scratch:
        finished = subprocess.run(
            [
                *(sys.executable, "-m", "scripts.run_parsed", str(parse)),
                *("--quiet", "--log-level-file", "none", "compile", "--no-populate-cache", "--no-introspect"),
                *("--no-write-json", "--output", "json", "--vars", json.dumps(told)),
                *("--target-path", scratch, "--log-path", scratch, "--inline", f"\n{MARK}\n".join(texts)),
            ],
            cwd=PROJECT,
            env={**os.environ, "FIRSTPARTY_DATABASE": str(database)},
            check=False,
            capture_output=True,
            text=True,
        )
    if finished.returncode != 0 or "{" not in finished.stdout:
        raise EvidenceError("dbt cannot compile the analyses; `dbt parse` tells more")
    whole = str(json.loads(finished.stdout[finished.stdout.index("{") :])["compiled"])
    return dict(zip(ANALYSES, whole.split(MARK), strict=True))


def rows_of(
    connection: duckdb.DuckDBPyConnection, statement: str, parameters: Sequence[object] = ()
) -> list[dict[str, Any]]:
    """The rows of a query, by column."""
    answer = connection.execute(statement, parameters)
    columns = [str(column[0]) for column in answer.description or []]
    return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]


def scores(connection: duckdb.DuckDBPyConnection, waterfall: str, pairs: Iterable[Pair]) -> dict[Pair, Score]:
    """The waterfalls of pairs, as the analysis score_waterfall tells them; of a pair that it cannot weigh, none."""
    asked = sorted(pairs)
    steps: dict[Pair, list[dict[str, Any]]] = {}
    for row in rows_of(
        connection,
        f"select * from (\n{waterfall}\n) as told where (least(left_record_id, right_record_id), "
        "greatest(left_record_id, right_record_id)) in (select (unnest($1), unnest($2)))",
        [[left for left, _ in asked], [right for _, right in asked]],
    ):
        steps.setdefault(ordered(row["left_record_id"], row["right_record_id"]), []).append(row)
    return {
        pair: Score(
            tuple((row["what"], float(row["nats"]), float(row["total"])) for row in found),
            tuple(float(found[-1][f"{kind}_probability"]) for kind in ("match", "household", "namesake", "unrelated")),
            found[-1]["verdict"] or "",
        )
        for pair, found in steps.items()
    }


def ways(connection: duckdb.DuckDBPyConnection, why_same: str) -> tuple[Way, ...]:
    """The edges that the analysis why_same names, in its order, each once."""
    found: dict[int, Way] = {}
    for row in rows_of(connection, why_same):
        way = Way(row["record_id"], row["next_record_id"], row["kind"], float(row["weight"]), bool(row["is_weakest"]))
        found.setdefault(row["step"], way)
    return tuple(found[step] for step in sorted(found))


def reasons(connection: duckdb.DuckDBPyConnection, why_not_same: str) -> tuple[Reason, ...]:
    """What the analysis why_not_same tells, in its order."""
    return tuple(
        Reason(
            ordered(row["left_record_id"], row["right_record_id"]),
            row["rule"] or "",
            None if row["weight"] is None else float(row["weight"]),
            row["why"],
            row["evidence"] if row["weight"] is None and row["evidence"] else "",
        )
        for row in rows_of(connection, why_not_same)
    )


def edge_of(row: Sequence[Any]) -> Edge:
    """A row of EDGES as an edge."""
    left, right, kind, rule, weight, probability, evidence, is_kept, may_advertise, left_person, right_person, _ = row
    rules = [
        Rule(one["rule"], float(one["weight"]), "" if one["rule"] == "scored" else one.get("detail") or "")
        for one in json.loads(evidence)
    ]
    rules.sort(key=lambda one: (-abs(one.weight), one.rule, one.detail))
    return Edge(
        (left, right),
        kind,
        rule,
        float(weight),
        float(probability),
        tuple(rules),
        bool(is_kept),
        bool(may_advertise),
        (left_person, right_person),
    )


def edges(
    connection: duckdb.DuckDBPyConnection,
    condition: str,
    limit: int,
    first: Iterable[Pair] = (),
    **parameters: str,
) -> tuple[tuple[Edge, ...], int]:
    """Edges that a condition holds for, and how many there are; the strongest first, before them those asked for."""
    asked = sorted(first)
    found = connection.execute(
        EDGES.format(condition=condition, limit=limit),
        {"first": [left for left, _ in asked], "second": [right for _, right in asked], **parameters},
    ).fetchall()
    return tuple(edge_of(row) for row in found), int(found[0][-1]) if found else 0


def records(
    connection: duckdb.DuckDBPyConnection, condition: str, parameters: Sequence[Any], limit: int = RECORDS_SHOWN
) -> tuple[Record, ...]:
    """Records that a condition holds for, by their ids."""
    found = connection.execute(RECORDS.format(condition=condition, limit=limit), parameters).fetchall()
    return tuple(
        Record(record_id, source, person_id, placed_by, float(confidence), dict(zip(FIELDS, values, strict=True)))
        for record_id, source, person_id, placed_by, confidence, values in found
    )


def person(connection: duckdb.DuckDBPyConnection, person_id: str, analyses: Mapping[str, str]) -> Person:
    """All that the page of a person shows.

    Args:
        connection: a built database.
        person_id: a person that is there.
        analyses: compiled for that person.

    Raises:
        EvidenceError: the person went meanwhile.
    """
    summary = connection.execute(PERSON, [person_id]).fetchall()
    if not summary:
        raise EvidenceError("there is no such person in this database")
    record_count, sources, first_seen, last_seen, is_oversized, weakest_link = summary[0]
    hung = ways(connection, analyses["why_same"])
    hanging = frozenset(ordered(way.record_id, way.next_record_id) for way in hung)
    inside = "is_kept and left_person_id = $person"
    across = "not is_kept and $person in (left_person_id, right_person_id)"
    thinnest = sorted(hung, key=lambda way: (way.weight, way.record_id, way.next_record_id))[:KEPT_SHOWN]
    first = [ordered(way.record_id, way.next_record_id) for way in thinnest]
    kept, kept_count = edges(connection, inside, KEPT_SHOWN, first, person=person_id)
    refused, refused_count = edges(connection, across, REFUSED_SHOWN, person=person_id)
    needed = [record_id for edge in (*kept, *refused) for record_id in edge.pair]
    by_id = {
        record.record_id: record
        for record in (
            *records(connection, "person_records.person_id = $1", [person_id]),
            *records(connection, "list_contains($1, person_records.record_id)", [needed], len(needed) + 1),
        )
    }
    golden: list[tuple[Any, ...]] = []
    if has_table(connection, "profile", "profile_attribute_values"):
        golden = connection.execute(FACTS.format(limit=FACTS_SHOWN), [person_id]).fetchall()
    facts = [
        ("records", f"{record_count:,}"),
        ("sources", sources),
        ("first seen", first_seen or "unknown"),
        ("last seen", last_seen or "unknown"),
    ]
    if weakest_link is not None:
        facts.append(("weakest link", f"{weakest_link:.3f} nats"))
    if is_oversized:
        facts.append(("size", "more records than one person should have"))
    scored = is_scored(connection)
    if scored and has_table(connection, "identity", "households"):
        home = connection.execute(
            "select person_count from identity.households where person_id = $1", [person_id]
        ).fetchall()
        facts.append(("household", f"of {home[0][0]} persons" if home else "nobody else is known"))
    pairs = [edge.pair for edge in (*kept, *refused)]
    return Person(
        person_id,
        int(record_count),
        tuple(facts),
        tuple(by_id[key] for key in sorted(by_id) if by_id[key].person_id == person_id),
        {key: record for key, record in by_id.items() if record.person_id != person_id},
        kept,
        kept_count,
        refused,
        refused_count,
        hanging,
        frozenset(ordered(way.record_id, way.next_record_id) for way in hung if way.is_weakest),
        tuple((row[0], row[1] or "", bool(row[2]), row[3] or "", row[4] or "") for row in golden),
        int(golden[0][5]) if golden else 0,
        Told(
            scores(connection, analyses["score_waterfall"], pairs) if scored else {},
            hung,
            reasons(connection, analyses["why_not_same"]),
        ),
    )
