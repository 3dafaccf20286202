"""What a change does to people: two builds of one company compared, as text for a pull request and as a page.

    make compare BEFORE=main.duckdb AFTER=branch.duckdb [COMPARISON=target/comparison]

Persons are compared by the records that both builds have. The result names record ids, person ids, rules and numbers,
and no value that a record holds.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from scripts.pages import element, joined, page, table

EXAMPLES = 10
RECORDS_SHOWN = 4
CHANGES = {
    "merged": "were two or more persons and are one",
    "split": "were one person and are two or more",
    "regrouped": "gave each other records, and are no whole that was merged or split",
}

SHARED = """
    create temp table shared as
    select
        former.person_id as person_before,
        latter.person_id as person_after,
        count(*) as record_count,
        list_sort(list(record_id))[:{records_shown}] as record_ids
    from before.identity.person_records as former
    inner join after.identity.person_records as latter using (record_id)
    group by all
"""

# A pair of persons is part of a change where either of them has records of, or in, another one.
MOVING = """
    select person_before, person_after, record_count, record_ids
    from shared
    qualify count(*) over (partition by person_before) > 1 or count(*) over (partition by person_after) > 1
    order by all
"""

# Edges of one build inside its persons, whose ends were, or are, two persons in the other.
CAUSES = """
    select
        edges.rule,
        count(*) as edge_count,
        count(distinct here.person_id) as person_count,
        max(edges.weight) as greatest_weight,
        min((edges.left_record_id, edges.right_record_id)) as example
    from {here}.identity.identity_edges as edges
    inner join {there}.identity.person_records as lefts on edges.left_record_id = lefts.record_id
    inner join {there}.identity.person_records as rights on edges.right_record_id = rights.record_id
    inner join {here}.identity.person_records as here on edges.left_record_id = here.record_id
    where edges.is_kept and lefts.person_id <> rights.person_id
    group by edges.rule
    order by edge_count desc, rule
"""
EFFECTS = {"joins": ("after", "before"), "held together before": ("before", "after")}

SPEND = """
    select changed.change, profiles.spend_currency, count(*), sum(profiles.total_spend_amount)
    from before.profile.customer_profiles as profiles
    inner join changed on profiles.person_id = changed.person_id
    where changed.build = 'before' and profiles.spend_currency is not null
    group by all
    order by all
"""

AUDIENCES = """
    with members as (
        select
            coalesce(former.destination, latter.destination) as destination,
            coalesce(former.audience, latter.audience) as audience,
            former.person_id as person_before,
            latter.person_id as person_after,
            coalesce(former.person_id, latter.person_id) in (select person_id from changed) as is_changed
        from before.activation.audience_members as former
        full join after.activation.audience_members as latter
            on former.destination = latter.destination
            and former.audience = latter.audience
            and former.person_id = latter.person_id
    )
    select
        destination,
        audience,
        count(person_before),
        count(person_after),
        count(*) filter (where person_before is null),
        count(*) filter (where person_after is null),
        count(*) filter (where (person_before is null or person_after is null) and is_changed)
    from members
    group by all
    order by all
"""


class ComparisonError(Exception):
    """Why two builds cannot be compared, in words for whoever asked."""


@dataclass(frozen=True)
class Section:
    """A part of the result: what it is about, in words, and a table of it."""

    title: str
    words: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Change:
    """Persons of both builds that share records with each other and with nobody else.

    Attributes:
        kind: A key of CHANGES.
        before: Person ids of the build before, sorted.
        after: Person ids of the build after, sorted.
        record_count: How many records they share.
        parts: For each pair of persons that share records: both ids, how many, and the first record ids.
    """

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    record_count: int
    parts: tuple[tuple[str, str, int, tuple[str, ...]], ...]


def connect(before: Path, after: Path) -> duckdb.DuckDBPyConnection:
    """Both databases, attached for reading as `before` and `after`.

    Raises:
        ComparisonError: one is not there, is no database, or has no persons.
    """
    connection = duckdb.connect()
    for name, path in {"before": before, "after": after}.items():
        if not path.is_file():
            raise ComparisonError(f"{name.upper()} names no file: {path}")
        try:
            connection.execute(f"attach '{str(path).replace(chr(39), chr(39) * 2)}' as {name} (read_only)")
        except duckdb.Error as error:
            raise ComparisonError(
                f"{path.name} cannot be opened as a DuckDB database ({type(error).__name__})"
            ) from None
        if not has_table(connection, name, "identity", "person_records"):
            raise ComparisonError(f"{path.name} has no identity.person_records; build the project into it first")
    return connection


def has_table(connection: duckdb.DuckDBPyConnection, database: str, schema: str, table: str) -> bool:
    """Whether a database has a table or view."""
    found = connection.execute(
        "select count(*) from information_schema.tables "
        "where table_catalog = $1 and table_schema = $2 and table_name = $3",
        [database, schema, table],
    ).fetchall()
    return bool(found[0][0])


def has_in_both(connection: duckdb.DuckDBPyConnection, schema: str, table: str) -> bool:
    """Whether both builds have a table or view."""
    return all(has_table(connection, database, schema, table) for database in ("before", "after"))


def changes(pairs: Iterable[tuple[str, str, int, Sequence[str]]]) -> list[Change]:
    """Pairs of persons that share records, as changes; the greatest first, by records and then by id."""
    leads: dict[tuple[str, str], tuple[str, str]] = {}

    def lead_of(node: tuple[str, str]) -> tuple[str, str]:
        while leads.setdefault(node, node) != node:
            leads[node] = leads[leads[node]]
            node = leads[node]
        return node

    listed = list(pairs)
    for person_before, person_after, _, _ in listed:
        one, other = sorted((lead_of(("before", person_before)), lead_of(("after", person_after))))
        leads[other] = one
    parts = defaultdict(list)
    for person_before, person_after, record_count, record_ids in listed:
        part = (person_before, person_after, record_count, tuple(record_ids))
        parts[lead_of(("before", person_before))].append(part)
    found = []
    for group in parts.values():
        before = tuple(sorted({part[0] for part in group}))
        after = tuple(sorted({part[1] for part in group}))
        kind = "regrouped" if len(before) > 1 and len(after) > 1 else "merged" if len(before) > 1 else "split"
        found.append(Change(kind, before, after, sum(part[2] for part in group), tuple(sorted(group))))
    return sorted(found, key=lambda change: (-change.record_count, change.before))


def compare(before: Path, after: Path) -> list[Section]:
    """What became of the persons of one build in another.

    Raises:
        ComparisonError: one of the databases is not fit to be compared.
    """
    with connect(before, after) as connection:
        connection.execute(SHARED.format(records_shown=RECORDS_SHOWN))
        found = changes(connection.execute(MOVING).fetchall())
        connection.execute("create temp table changed (change varchar, build varchar, person_id varchar)")
        moved = [
            (change.kind, build, person)
            for change in found
            for build, persons in (("before", change.before), ("after", change.after))
            for person in persons
        ]
        if moved:
            connection.executemany("insert into changed values (?, ?, ?)", moved)
        sections = [summary(connection, found), causes(connection), *examples(found)]
        if has_in_both(connection, "profile", "customer_profiles"):
            sections.append(spend(connection))
        if has_in_both(connection, "activation", "audience_members"):
            sections.append(audiences(connection))
        return sections


def summary(connection: duckdb.DuckDBPyConnection, found: Sequence[Change]) -> Section:
    """How many persons there were and are, and what became of them."""
    rows = []
    for what, column in {"records": "record_id", "persons": "person_id"}.items():
        counts = [
            connection.execute(f"select count(distinct {column}) from {database}.identity.person_records").fetchall()
            for database in ("before", "after")
        ]
        rows.append((what, *(f"{count[0][0]:,}" for count in counts)))
    for kind, words in CHANGES.items():
        of_kind = [change for change in found if change.kind == kind]
        former = sum(len(change.before) for change in of_kind)
        latter = sum(len(change.after) for change in of_kind)
        rows.append((f"{kind}: {words}", f"{former:,}", f"{latter:,}"))
    renamed = connection.execute(
        "select count(*) from (select * from shared qualify count(*) over (partition by person_before) = 1 "
        "and count(*) over (partition by person_after) = 1) where person_before <> person_after"
    ).fetchall()[0][0]
    rows.append(("the same records under another id", f"{renamed:,}", f"{renamed:,}"))
    records = sum(change.record_count for change in found)
    words = f"{len(found):,} changes touch {records:,} records." if found else "No person changes."
    return Section("Persons", words, ("", "before", "after"), tuple(rows))


def causes(connection: duckdb.DuckDBPyConnection) -> Section:
    """Which rules join what was apart, and which had held together what is apart now."""
    rows = []
    if has_in_both(connection, "identity", "identity_edges"):
        for effect, (here, there) in EFFECTS.items():
            found = connection.execute(CAUSES.format(here=here, there=there)).fetchall()
            rows += [
                (effect, rule, f"{edges:,}", f"{persons:,}", f"{weight:.1f}", " – ".join(example))
                for rule, edges, persons, weight, example in found
            ]
    columns = ("effect", "strongest rule", "edges", "persons", "greatest weight", "for example")
    return Section("Evidence that makes the difference", "" if rows else "None.", columns if rows else (), tuple(rows))


def examples(found: Sequence[Change]) -> list[Section]:
    """The greatest changes of each kind, with some of their records."""
    sections = []
    for kind, words in CHANGES.items():
        of_kind = [change for change in found if change.kind == kind]
        rows = [
            (str(number), before, after, f"{count:,}", ", ".join(ids) + (", …" if count > len(ids) else ""))
            for number, change in enumerate(of_kind[:EXAMPLES], start=1)
            for before, after, count, ids in change.parts
        ]
        if rows:
            shown = f"{len(of_kind):,} times: {words}. The greatest {min(len(of_kind), EXAMPLES)}:"
            columns = ("", "person before", "person after", "records", "record ids")
            sections.append(Section(kind.capitalize(), shown, columns, tuple(rows)))
    return sections


def spend(connection: duckdb.DuckDBPyConnection) -> Section:
    """What the persons that change have spent so far, as the build before has it."""
    rows = [
        (change, currency, f"{persons:,}", f"{amount or 0:,.2f}")
        for change, currency, persons, amount in connection.execute(SPEND).fetchall()
    ]
    columns = ("change", "currency", "persons with purchases", "spent")
    return Section("Spend of those who change", "" if rows else "None.", columns if rows else (), tuple(rows))


def audiences(connection: duckdb.DuckDBPyConnection) -> Section:
    """Who comes into an audience and who leaves it."""
    rows = [
        (f"{destination} / {audience}", *(f"{count:,}" for count in counts))
        for destination, audience, *counts in connection.execute(AUDIENCES).fetchall()
    ]
    columns = ("audience", "before", "after", "enter", "leave", "of both, persons that change")
    return Section("Audiences", "" if rows else "None.", columns if rows else (), tuple(rows))


def as_text(sections: Sequence[Section]) -> str:
    """The result as Markdown."""
    lines = ["# What the change does to people"]
    for section in sections:
        lines += ["", f"## {section.title}"]
        if section.words:
            lines += ["", section.words]
        if section.columns:
            lines += ["", "| " + " | ".join(section.columns) + " |", "|" + " --- |" * len(section.columns)]
            lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in section.rows]
    return "\n".join(lines) + "\n"


def as_page(sections: Sequence[Section]) -> str:
    """The result as a page that needs nothing but a browser."""
    parts = []
    for section in sections:
        parts.append(element("h2", section.title))
        if section.words:
            parts.append(element("p", section.words))
        if section.columns:
            parts.append(table(section.columns, section.rows))
    return page("What the change does to people", joined(parts))


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare two builds; the exit code is 2 where they cannot be compared."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", required=True)
    parser.add_argument("--after", required=True)
    parser.add_argument("--out", type=Path, required=True, help="of both files, without .md and .html")
    options = parser.parse_args(arguments)
    try:
        sections = compare(Path(options.before), Path(options.after))
    except ComparisonError as error:
        print(f"make compare: {error}", file=sys.stderr)
        return 2
    text, page = (options.out.with_name(f"{options.out.name}.{kind}") for kind in ("md", "html"))
    text.write_text(as_text(sections), encoding="utf-8")
    page.write_text(as_page(sections), encoding="utf-8")
    print(f"{sections[0].words} {text}, {page}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
