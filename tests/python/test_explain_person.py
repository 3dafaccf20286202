"""Pages of persons and pairs: what they show of the sample company, what they never print, and how far they go."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pytest

from scripts.explain_person import RECORDS_DRAWN, explain, main, pair_file, person_file, side_by_side, write
from scripts.person_evidence import KEPT_SHOWN, RECORDS_SHOWN, REFUSED_SHOWN, EvidenceError, Record, current_person
from scripts.record_graph import HALF_OVAL, MIDDLE, Line, Node, graph, places

from .conftest import Workspace

# Of a person with edges of all sorts: kept and cut, by shared values and by scores.
MIXED = """
    select records.person_id
    from identity.identity_edges as edges
    inner join identity.person_records as records on records.record_id in (left_record_id, right_record_id)
    group by records.person_id
    having
        count(*) filter (where not is_kept) between 1 and 20
        and count(*) filter (where is_kept and kind = 'exact') > 0
        and count(*) filter (where is_kept and kind = 'scored') > 0
    order by records.person_id
    limit 1
"""
EDGES = """
    select left_record_id, right_record_id, kind, weight, is_kept
    from identity.identity_edges
    where
        left_record_id in (select record_id from identity.person_records where person_id = $1)
        or right_record_id in (select record_id from identity.person_records where person_id = $1)
"""


class Page(HTMLParser):
    """What a page holds: its tables as rows of cells, its links, all of its tags, and its text."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.is_in_cell = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell; remember the rest."""
        told = dict(attrs)
        self.tags.append((tag, told))
        if tag == "a":
            self.links.append(told["href"] or "")
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.is_in_cell = True

    def handle_endtag(self, tag: str) -> None:
        """End a cell."""
        if tag in ("td", "th"):
            self.is_in_cell = False

    def handle_data(self, data: str) -> None:
        """Text, of a cell or outside of one."""
        self.text += data
        if self.is_in_cell:
            self.tables[-1][-1][-1] += data

    def table(self, head: str) -> list[list[str]]:
        """The rows of the table whose first head is this one; none where there is no such table."""
        return next((rows[1:] for rows in self.tables if rows[0][0] == head), [])


def number(cell: str) -> float:
    """A number of a page."""
    return float(cell.replace("−", "-").replace(",", ""))


def query(database: Path, statement: str, *parameters: object) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(statement, list(parameters)).fetchall()


def change(database: Path, *statements: str) -> None:
    """Change a database."""
    with duckdb.connect(str(database)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture(scope="module")
def mixed(sample_database: Path) -> str:
    """A person with edges of all sorts."""
    [(person,)] = query(sample_database, MIXED)
    return str(person)


@pytest.fixture(scope="module")
def pages(sample_database: Path, mixed: str) -> Mapping[str, str]:
    """The pages of that person."""
    return explain(sample_database, person_id=mixed)


def test_a_person_page_names_its_records_and_leads_to_every_edge(
    sample_database: Path, mixed: str, pages: Mapping[str, str]
) -> None:
    """Every record with its values, every edge in the drawing and in a table, and no page without a link to it."""
    text = pages[person_file(mixed)]
    page = Page(text)
    records = query(
        sample_database,
        "select record_id, email from identity.int_identity__records inner join identity.person_records "
        "using (record_id) where person_id = $1",
        mixed,
    )
    told = {row[1]: row for row in page.table("#")}
    assert set(told) == {record_id for record_id, _ in records}
    assert all(email is None or email in told[record_id] for record_id, email in records)
    edges = query(sample_database, EDGES, mixed)
    addresses = {pair_file((str(left), str(right))) for left, right, *_ in edges}
    assert addresses | {person_file(mixed)} == set(pages)
    drawing, tables = text[text.index("<svg") : text.index("</svg>")], text[text.index('id="edges"') :]
    assert addresses == set(Page(drawing).links) == set(Page(tables).links)
    assert drawing.count("refused") == sum(not edge[-1] for edge in edges)
    assert "weakest" in drawing
    [(golden,)] = query(sample_database, "select email from profile.customer_profiles where person_id = $1", mixed)
    assert ["email", golden] in [row[:2] for row in page.tables[-1]]


def test_steps_and_rules_come_to_the_weight_of_the_edge(
    sample_database: Path, mixed: str, pages: Mapping[str, str]
) -> None:
    """Of a score the steps add up; of shared values the strongest decides; what is cut says why, and nothing else."""
    kinds = set()
    for left, right, kind, weight, is_kept in query(sample_database, EDGES, mixed):
        page = Page(pages[pair_file((str(left), str(right)))])
        *rules, edge = page.table("rule")
        assert number(edge[-1]) == pytest.approx(float(str(weight)), abs=0.0006)
        assert max(number(rule[-1]) for rule in rules) == pytest.approx(float(str(weight)), abs=0.0006)
        steps = page.table("step")[:-1]
        if "the score, below" in {rule[0] for rule in rules}:
            [score] = [number(rule[-1]) for rule in rules if rule[0] == "the score, below"]
            assert sum(number(step[2]) for step in steps) == pytest.approx(score, abs=0.02)
            assert number(steps[-1][3]) == pytest.approx(score, abs=0.0011)
        assert {left, right} < set(page.tables[0][0])
        assert person_file(mixed) in page.links
        kinds.add((kind, is_kept))
        reason = "on the average the pairs of both persons speak against it"
        assert (reason in page.text) is not bool(is_kept)
        assert ("They are one person" in page.text) is bool(is_kept)
    assert {("exact", True), ("scored", True), ("scored", False)} <= kinds


def test_pages_need_nothing(pages: Mapping[str, str]) -> None:
    """No script, no address of elsewhere, and every link leads to a page."""
    for text in pages.values():
        page = Page(text)
        assert not {"script", "link", "img", "iframe", "form"} & {tag for tag, _ in page.tags}
        assert not re.search(r"src=|url\(|@import|https?:", text.replace("http://www.w3.org/2000/svg", ""))
        assert all(address in pages or address == "#edges" for address in page.links)
        assert "This page holds personal data." in page.text
    drawing = next(text for name, text in pages.items() if name.startswith("person-"))
    assert re.search(r'<svg class="graph"[^>]*aria-labelledby="graph-title graph-description"', drawing)
    assert "<desc" in drawing


def test_any_two_records_can_be_asked_about(sample_database: Path) -> None:
    """Two records that nothing connects: the pair's page, with the steps of a score, and those of both persons."""
    left, right = "crm:C010261254", "crm:M-C-42"
    written = explain(sample_database, pair=f"{right} {left}")
    people = [
        str(person)
        for (person,) in query(
            sample_database,
            "select person_id from identity.person_records where record_id in ($1, $2) order by record_id",
            left,
            right,
        )
    ]
    page = Page(written[pair_file((left, right))])
    assert {person_file(person) for person in people} <= {*page.links} & {*written}
    assert "They are two persons" in page.text
    assert "nothing connects them" in page.text.lower()
    assert page.table("step")
    assert page.table("records")[-1][-1]
    shares = next(rows for rows in page.tables if "one person" in {row[0] for row in rows})
    assert len(shares) == 4


def test_the_way_between_two_records_of_one_person(sample_database: Path) -> None:
    """Where no edge is between them the page shows the steps from one to the other, each a link."""
    [(left, right)] = query(
        sample_database,
        "select one.record_id, other.record_id from identity.person_records as one "
        "inner join identity.person_records as other on one.person_id = other.person_id "
        "left join identity.identity_edges on left_record_id = one.record_id and right_record_id = other.record_id "
        "where one.record_id < other.record_id and left_record_id is null order by 1, 2 limit 1",
    )
    written = explain(sample_database, pair=f"{left} {right}")
    page = Page(written[pair_file((str(left), str(right)))])
    assert "no edge of their own" in page.text
    way = next(rows for rows in page.tables if rows[0][:2] == ["step", "kind"])[1:]
    assert len(way) > 1
    assert (way[0][0].split(" – ")[0], way[-1][0].split(" – ")[1]) == (left, right)
    assert any(row[-1] == "the weakest" for row in way)
    assert all(address in written for address in page.links)


def test_files_are_for_their_owner_and_nothing_personal_is_printed(
    sample_database: Path,
    mixed: str,
    pages: Mapping[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Two runs write the same bytes, into files and a folder closed to others, and print a count and a path."""
    out = tmp_path / "new" / "explained"
    arguments = ["--person", mixed, "--database", str(sample_database), "--out", str(out)]
    out.mkdir(parents=True, mode=0o700)
    begin = out / person_file(mixed)
    begin.write_text("of an earlier run")
    begin.chmod(0o644)
    assert main(arguments) == 0
    printed = capsys.readouterr()
    assert printed.out == f"{len(pages)} pages, for the owner of the files only; begin with {begin}\n"
    assert printed.err == ""
    assert {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()} == pages
    assert {path.stat().st_mode & 0o777 for path in out.iterdir()} == {0o600}

    out.chmod(0o755)
    assert main(arguments) == 2
    assert "a folder that others may look into" in capsys.readouterr().err
    with pytest.raises(EvidenceError, match="cannot be written to"):
        write(begin / "folder", {"page.html": ""})
    made = tmp_path / "made" / "anew"
    write(made, {"page.html": ""})
    assert made.stat().st_mode & 0o777 == 0o700


def test_what_is_not_there_is_said_without_quoting_it(
    sample_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unknown ids, a missing database, a file that is none, one without a build, and one that is in use."""
    blank, text, held = (tmp_path / name for name in ("blank.duckdb", "text.duckdb", "held.duckdb"))
    duckdb.connect(str(blank)).close()
    text.write_text("this is no database" * 1000)
    shutil.copy(blank, held)
    secret = "ann@post.example"
    sample = str(sample_database)
    holding = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(held)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        for arguments, words in (
            (["--person", secret, "--database", sample], "there is no such person"),
            (["--pair", secret, "--database", sample], "PAIR does not name two records"),
            (["--pair", f"crm:M-C-42 {secret}", "--database", sample], "PAIR does not name two records"),
            (["--person", secret, "--pair", secret], "name either PERSON"),
            ([], "name either PERSON"),
            (["--person", secret, "--database", str(tmp_path / "none.duckdb")], "there is no database none.duckdb"),
            (["--person", secret, "--database", str(text)], "text.duckdb is no DuckDB database"),
            (["--person", secret, "--database", str(blank)], "holds no build of identity"),
            (["--person", secret, "--database", str(held)], "The database is in use"),
        ):
            assert main([*arguments, "--out", str(tmp_path / "out")]) == 2
            printed = capsys.readouterr()
            assert words in printed.err
            assert printed.err.count("\n") == 1
            assert secret not in printed.out + printed.err
        holder.communicate()
    assert not (tmp_path / "out").exists()


def test_values_cannot_write_the_page(sample_workspace: Workspace, mixed: str) -> None:
    """A value of a record, the value of a rule and a golden fact are text, whatever they look like."""
    hostile = """</td></svg><script>alert("1")</script><img src=x onerror='alert(2)'>&amp;"""
    quoted = hostile.replace("'", "''")
    change(
        sample_workspace.database,
        f"update identity.int_identity__records set full_name = '{quoted}', company = '{quoted}', email = '{quoted}'",
        f"update profile.profile_attribute_values set value = '{quoted}', why = '{quoted}'",
        """update identity.identity_edges set evidence = replace(evidence, '"email"', '"<b>email</b>"')""",
    )
    for text in explain(sample_workspace.database, person_id=mixed).values():
        page = Page(text)
        assert not {"script", "img", "b"} & {tag for tag, _ in page.tags}
        assert not [name for _, told in page.tags for name in told if name.startswith("on")]
        assert hostile in page.text


def test_large_persons_are_bounded(sample_workspace: Workspace) -> None:
    """Of 300 records with an edge between any two, the page shows what it has room for and says what it leaves out."""
    change(
        sample_workspace.database,
        "create table large as select record_id from identity.int_identity__match_records order by record_id limit 300",
        "update identity.person_records set person_id = 'large person' where record_id in (from large)",
        "insert into identity.persons by name select 'large person' as person_id, 300 as record_count, "
        "'ads' as sources, true as is_oversized, 6.0 as weakest_link_weight",
        "delete from identity.identity_edges where is_kept and left_record_id in (from large)",
        "delete from identity.identity_edges where is_kept and right_record_id in (from large)",
        "insert into identity.identity_edges by name select one.record_id as left_record_id, "
        "other.record_id as right_record_id, 'exact' as kind, 'email' as rule, 8.0 as weight, 0.9 as probability, "
        """'[{"rule":"email","weight":8.0,"detail":"a@post.example"}]' as evidence, true as is_kept, """
        "true as may_advertise from large as one inner join large as other on one.record_id < other.record_id",
    )
    written = explain(sample_workspace.database, person_id="large person")
    assert 1 + KEPT_SHOWN <= len(written) <= 1 + KEPT_SHOWN + REFUSED_SHOWN
    name = person_file("large person")
    assert re.fullmatch(r"person-[0-9a-f]{16}\.html", name)
    page = Page(written[name])
    shown = len(page.table("#"))
    assert RECORDS_SHOWN <= shown < 300
    assert f"{300 - shown} more records are not shown." in page.text
    assert f"{300 * 299 // 2 - KEPT_SHOWN:,} more edges are not shown." in page.text
    assert f"Not drawn: {300 - RECORDS_DRAWN} more records" in page.text
    assert len([told for tag, told in page.tags if tag == "circle" and told.get("r") == "11"]) == RECORDS_DRAWN
    assert sum(map(len, written.values())) < 8_000_000


def test_without_scores_the_rest_is_told(sample_workspace: Workspace, mixed: str) -> None:
    """A build in which scores took no part: edges with their rules, and in place of the steps that there are none."""
    change(
        sample_workspace.database,
        "delete from identity.identity_edges where kind = 'scored'",
        "create table exact_rules as from identity.int_identity__edge_rules where kind <> 'scored'",
        "create or replace view identity.int_identity__edge_rules as from exact_rules",
        *(
            f"drop table identity.int_identity__{table}"
            for table in ("match_records", "match_parameters", "level_frequencies")
        ),
    )
    written = explain(sample_workspace.database, person_id=mixed)
    assert len(written) > 1
    for name, text in written.items():
        if name.startswith("pair-"):
            page = Page(text)
            assert "There is no score" in page.text
            assert page.table("rule")


def test_an_id_that_was_merged_away_leads_to_the_person(sample_workspace: Workspace, mixed: str) -> None:
    """An id of last year is the person of today."""
    change(
        sample_workspace.database,
        "insert into identity.person_redirects by name select 'of last year' as retired_person_id, "
        f"'{mixed}' as current_person_id",
    )
    with duckdb.connect(str(sample_workspace.database), read_only=True) as connection:
        assert current_person(connection, "of last year") == mixed


@pytest.mark.parametrize("count", [1, 2, 3, 7, 10, 25, RECORDS_DRAWN])
def test_names_do_not_lie_on_each_other(count: int) -> None:
    """Records stand in rows of their side, at least 24 pixels apart, within the drawing, clockwise."""
    found, bottom = places(count)
    assert len(set(found)) == count
    for is_right in (True, False):
        rows = [down for across, down in found if (across > MIDDLE) is is_right]
        assert rows == sorted(rows, reverse=not is_right)
        assert all(abs(one - other) >= 24 for one, other in pairwise(rows))
    assert all(0 < down < bottom and abs(across - MIDDLE) <= HALF_OVAL for across, down in found)


def test_the_drawing_is_the_same_whatever_the_order_of_edges() -> None:
    """Edges in another order give the same drawing."""
    nodes = [Node(name, place, "crm") for place, name in enumerate("abcd", start=1)]
    lines = [Line((one, other), 7.0, f"{one}{other}.html", "") for one, other in map(tuple, ("ab", "ac", "bd", "cd"))]
    assert graph(nodes, [], lines, ["crm"]) == graph(nodes, [], lines[::-1], ["crm"])


def test_equal_is_what_looks_equal() -> None:
    """Capitals and the way in which an accent is written make no difference; a swapped name does."""
    values = {"given name": ("LOÏC", "loi\N{COMBINING DIAERESIS}c"), "family name": ("Lacroix", "Loïc")}
    left, right = (
        Record(side, "crm", "p", "exact", 1.0, {name: both[place] for name, both in values.items()})
        for place, side in enumerate(("a", "b"))
    )
    told = {row[0]: row[-1] for row in Page(side_by_side(left, right)).tables[0][1:]}
    assert told == {"given name": "equal", "family name": "different"}
