"""What lands: every raw row, however broken, is staged, quarantined with a reason, or a counted copy of another.

Three builds of staging, each on files written here. The rows that were written are the oracle.
"""

from __future__ import annotations

import csv
import datetime
import gzip
import io
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from scripts import PROJECT

from .conftest import Workspace
from .dbt_process import Outcome

CONTACT_COLUMNS = (
    "contact_id,salutation,first_name,middle_name,last_name,suffix,email,secondary_email,phone,mobile_phone,"
    "street_address,city,region,postal_code,country,birth_date,gender,company,lifecycle_stage,owner,do_not_contact,"
    "created_at,updated_at"
)

PEOPLE_COLUMNS = ("record_id", "given_name", "family_name", "birth_date", "email")
PEOPLE = [
    dict(zip(PEOPLE_COLUMNS, values, strict=True))
    for values in (
        ("1", "Zoë", 'O"Hara', "1980-02-03", "Z@example.com"),
        ("2", "Ann, Marie", "", "1980-02-31", ""),
        ("3", "Li\nMei", "王", "", "no address"),
        ("4", "x" * 201, "Long", "", "x@example.com"),
        ("1", "Zoe", "Later", "1980-02-03", "z@example.com"),
        ("2", "Ann, Marie", "", "1980-02-31", ""),
        ("", "Nobody", "Keyless", "", ""),
    )
]


def csv_bytes(rows: Sequence[Mapping[str, str]], line_end: str = "\n") -> bytes:
    """The rows as a CSV file of the columns of the first."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), lineterminator=line_end)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def contact(contact_id: str, **columns: str) -> str:
    """One line of the CRM's file, without its end."""
    values = {"first_name": "Ann", "last_name": "Archer", "updated_at": "2026-01-01T00:00:00Z", **columns}
    values["contact_id"] = contact_id
    return ",".join(values.get(name, "") for name in CONTACT_COLUMNS.split(","))


def put(folder: Path, entity: str, name: str, content: bytes) -> None:
    """Write one raw file where the entity is looked for."""
    place = folder / entity
    place.mkdir(parents=True, exist_ok=True)
    if name.endswith(".gz"):
        content = gzip.compress(content)
    (place / name).write_bytes(content)


def build(workspace: Workspace, **variables: object) -> Outcome:
    """Build the staging layer."""
    outcome = workspace.dbt("run", "--select", "+path:models/staging", variables=variables)
    assert outcome.succeeded, outcome.output[-3000:]
    return outcome


def verdicts(workspace: Workspace, entity: str, column: str) -> dict[tuple[str, int], tuple[Any, ...]]:
    """File name and row number to the key column and the reason, for every raw row of an entity."""
    rows = workspace.query(
        f"select parse_filename(_source_file), _source_row, {column}, _reason_code from staging.base_{entity}"
    )
    found = {(file, row): (key, reason) for file, row, key, reason in rows}
    assert len(found) == len(rows), "two raw rows share file and row number"
    return found


@pytest.fixture(scope="module")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A company whose files are broken in every way that files are."""
    workspace = Workspace(tmp_path_factory.mktemp("dirty"))
    raw = workspace.folder / "raw"

    whole = [contact(f"w{number}") for number in range(1, 4)]
    first = "\n".join(
        [
            CONTACT_COLUMNS,  # line 1
            contact("c1", street_address='"The ""Old"" Mill\n\nLane 2, left"'),  # 2 to 4
            contact("c2") + ",one more",  # 5
            contact("c3").rsplit(",", 1)[0],  # 6
            contact("c4"),  # 7
            contact("c4"),  # 8
            "c5,\ufffd,broken bytes",  # 9
            contact("c6", updated_at="never"),  # 10
            "",  # 11
            contact("c7", updated_at="2031-01-01"),  # 12
            contact("c8", email="test@test.com"),  # 13
            contact("c9", first_name="N" * 10_000),  # 14
            contact("", email="someone@example.com"),  # 15
            contact("c1", updated_at="2026-02-01"),  # 16
            contact("c10", first_name="'); drop table people; --"),  # 17
            contact("c11", city='6" pipe'),  # 18
            "",
        ]
    )
    broken_bytes = first.encode().replace("\ufffd".encode(), b"\xff\xfe")
    put(raw, "crm/contacts", "a.csv", b"\xef\xbb\xbf" + broken_bytes)
    put(raw, "crm/contacts", "b_same_again.csv", b"\xef\xbb\xbf" + broken_bytes)
    put(raw, "crm/contacts", "c_empty.csv", b"")
    put(raw, "crm/contacts", "d_header_only.csv", CONTACT_COLUMNS.encode())
    put(
        raw,
        "crm/contacts",
        "e_stray_quotes.csv",
        "\n".join(
            [
                CONTACT_COLUMNS,  # 1
                contact("q1", city='"Never closed'),  # 2
                whole[0],  # 3
                contact("q2", city='"Two\nlines"'),  # 4, 5
                whole[1],  # 6
                contact("q3", city='"Closed"too early'),  # 7
                whole[2],  # 8
                contact("q4", city='"Open at the end'),  # 9
            ]
        ).encode(),
    )
    put(
        raw,
        "crm/contacts",
        "f_other_header.csv.gz",
        b"updated_at,CONTACT_ID ,new\r\n2026-01-01,h1,x\r\n2026-01-01,h2,\r\n",
    )
    put(raw, "crm/contacts", "g_page.csv", b"<html>\nnot found\n</html>\n")
    put(raw, "crm/contacts", "h_utf16.csv", "contact_id,updated_at\nu1,2026-01-01\n".encode("utf-16"))
    put(
        raw,
        "crm/contacts",
        "i_mixed_ends.csv",
        b"updated_at,contact_id\r\n2026-01-01,m1\n2026-01-01,m2\r\n2026-01-01,m3\n",
    )

    customers = [
        '{"customer_id": "j1", "updated_at": "2026-01-01", "phone": null, "more": {"deep": [1, "two"]}}',  # 1
        '{"customer_id": "j2", "updated_at": "2026-01-0',  # 2
        "",  # 3
        '["customer_id", "j3"]',  # 4
        '{"customer_id": "j4", "updated_at": "2026-01-01", "first_name": "\ufffd"}',  # 5
        '{"customer_id": 5, "updated_at": "2026-01-01", "last_name": "Straße, \\"Jr\\"\\nx"}',  # 6
        '{"customer_id": 5, "updated_at": "2026-01-01", "last_name": "Straße, \\"Jr\\"\\nx"}',  # 7
        '{"customer_id": "j6", "updated_at": "2026-01-01", "last_name": "\\ud800"}',  # 8
    ]
    put(raw, "odd/customers", "a.jsonl", "\n".join(customers).encode().replace("\ufffd".encode(), b"\xff"))

    (raw / "odd" / "members").mkdir(parents=True)
    with duckdb.connect() as connection:
        connection.execute(
            "copy (select * from (values ('p1', date '1980-02-03', 7.0::double, timestamp '2026-01-01 10:00'), "
            "('p2', null, null, timestamp '2026-01-01 10:00'), ('p3', null, 8.5, null)) "
            f"as members(member_id, birth_date, loyalty_number, updated_at)) to '{raw}/odd/members/a.parquet'"
        )
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute("create schema till")
        connection.execute(
            "create table till.slips as select * from "
            "(values (1, 'A', 12.5, true), (2, 'A', -1, false), (2, 'A', 3, true)) as slips(slip, shop, paid, gift)"
        )

    rng = random.Random(7)
    alphabet = "ab,\"\n; é\u4e2d\\'x"
    hostile = [
        {
            "event_id": f"e{number}",
            "subscription_id": "s" + "".join(rng.choices(alphabet, k=rng.randint(1, 12))) + "e",
            "event": "v" + "".join(rng.choices(alphabet, k=rng.randint(0, 20))),
            "occurred_at": "2026-01-01",
        }
        for number in range(3000)
    ]
    (workspace.folder / "hostile.json").write_text(json.dumps(hostile))
    put(raw, "subscriptions/subscription_events", "a.csv", csv_bytes(hostile[:1500]))
    put(raw, "subscriptions/subscription_events", "b.csv", csv_bytes(hostile[1500:], line_end="\r\n"))

    orders = [
        {"order_id": "o1", "ordered_at": "2026-01-01", "total_amount": "1.234,50"},
        {"order_id": "o2", "ordered_at": "2026-01-01", "total_amount": "-5"},
        {"order_id": "o3", "ordered_at": "2026-01-01", "total_amount": "99999999"},
        {"order_id": "o4", "ordered_at": "2026-01-01", "total_amount": "a lot"},
        {"order_id": "o5", "ordered_at": "", "total_amount": "5"},
        {"order_id": "o6", "ordered_at": "2026-01-01", "total_amount": ""},
    ]
    put(raw, "shop/orders", "a.csv", csv_bytes(orders))
    put(raw, "shop/returns", "a.csv", b"return_id;order_id;returned_at\nr1;o1;2026-01-01\nr2;;2026-01-01\n")
    put(raw, "people_files/people", "a.csv", csv_bytes(PEOPLE, line_end="\r\n"))

    build(
        workspace,
        raw_path=str(raw),
        source_locations={
            "shop.customers": {"path": f"{raw}/odd/customers/*", "format": "jsonl"},
            "shop.returns": {"path": f"{raw}/shop/returns/a.csv", "delimiter": ";", "values": {"reason": "It's late"}},
            "loyalty.members": {"path": f"{raw}/odd/members/*.parquet", "format": "parquet"},
            "pos.receipts": {
                "table": "till.slips",
                "columns": {"receipt_id": "slip", "store_id": "shop", "total_amount": "paid"},
                "values": {"purchased_at": "2026-03-04", "currency": "EUR"},
            },
        },
    )
    yield workspace


def test_broken_csv_rows_are_quarantined_where_they_stand(dirty: Workspace) -> None:
    """Each line of the dirty file has the verdict that was meant for it, under its own line number."""
    found = verdicts(dirty, "crm__contacts", "contact_id")
    assert {row: verdict for (file, row), verdict in found.items() if file == "a.csv"} == {
        2: ("c1", "superseded_version"),
        5: (None, "malformed_row"),
        6: (None, "malformed_row"),
        7: ("c4", None),
        8: ("c4", "exact_duplicate"),
        9: (None, "malformed_row"),
        10: ("c6", "invalid_timestamp"),
        12: ("c7", "future_timestamp"),
        13: ("c8", "test_account"),
        14: ("c9", "invalid_value"),
        15: (None, "missing_key"),
        16: ("c1", None),
        17: ("c10", None),
        18: ("c11", None),
    }


def test_a_file_delivered_twice_is_counted_not_staged(dirty: Workspace) -> None:
    """Whole rows of the second copy are exact duplicates, broken lines are broken again, nothing is staged."""
    found = verdicts(dirty, "crm__contacts", "contact_id")
    again = {row: reason for (file, row), (_, reason) in found.items() if file == "b_same_again.csv"}
    assert len(again) == 14
    assert {row for row, reason in again.items() if reason == "malformed_row"} == {5, 6, 9}
    assert {reason for row, reason in again.items() if row not in {5, 6, 9}} == {"exact_duplicate"}


def test_a_stray_quote_costs_its_own_row_only(dirty: Workspace) -> None:
    """Rows after an unclosed quote are whole, also one that runs over two lines."""
    found = verdicts(dirty, "crm__contacts", "contact_id")
    assert {row: verdict for (file, row), verdict in found.items() if file == "e_stray_quotes.csv"} == {
        2: (None, "malformed_row"),
        3: ("w1", None),
        4: ("q2", None),
        6: ("w2", None),
        7: (None, "malformed_row"),
        8: ("w3", None),
        9: (None, "malformed_row"),
    }
    assert dirty.query("select city from staging.stg_crm__contacts where contact_id in ('c11', 'q2') order by 1") == [
        ('6" pipe',),
        ("Two\nlines",),
    ]


def test_files_that_are_no_csv_are_kept_whole(dirty: Workspace) -> None:
    """A page, and text in another encoding, are in quarantine to the last line; empty files are no rows."""
    found = verdicts(dirty, "crm__contacts", "contact_id")
    assert [verdict for (file, _), verdict in found.items() if file == "g_page.csv"] == [(None, "malformed_row")] * 3
    other_encoding = [reason for (file, _), (_, reason) in found.items() if file == "h_utf16.csv"]
    assert other_encoding and set(other_encoding) == {"malformed_row"}
    assert not [file for file, _ in found if file in {"c_empty.csv", "d_header_only.csv"}]
    mixed = [key for (file, _), (key, reason) in found.items() if file == "i_mixed_ends.csv" and not reason]
    assert sorted(mixed) == ["m1", "m2", "m3"]


def test_missing_and_unknown_columns(dirty: Workspace) -> None:
    """A header may lack columns, order them differently, and have more of them; nothing of a row is lost."""
    rows = dirty.query(
        "select contact_id, first_name, _raw_row from staging.base_crm__contacts "
        "where _source_file like '%f_other_header.csv.gz' order by contact_id"
    )
    assert [(key, name) for key, name, _ in rows] == [("h1", None), ("h2", None)]
    assert json.loads(rows[0][2]) == {"updated_at": "2026-01-01", "CONTACT_ID": "h1", "new": "x"}


def test_broken_json_lines(dirty: Workspace) -> None:
    """A line cut short, a line that is no object and one that is not UTF-8 are malformed; the rest is read."""
    found = verdicts(dirty, "shop__customers", "customer_id")
    assert {row: verdict for (_, row), verdict in found.items()} == {
        1: ("j1", None),
        2: (None, "malformed_row"),
        4: (None, "malformed_row"),
        5: (None, "malformed_row"),
        6: ("5", None),
        7: ("5", "exact_duplicate"),
        8: (None, "malformed_row"),
    }
    raw = dirty.query("select _raw_row from staging.base_shop__customers where customer_id = 'j1'")[0][0]
    assert json.loads(raw)["more"] == {"deep": [1, "two"]}


def test_parquet_and_tables(dirty: Workspace) -> None:
    """Typed columns become the text that a CSV would hold; renamed columns and values for all rows are filled in."""
    assert dirty.query("select member_id, birth_date, loyalty_number from staging.stg_loyalty__members order by 1") == [
        ("p1", datetime.date(1980, 2, 3), "7"),
        ("p2", None, None),
    ]
    found = verdicts(dirty, "pos__receipts", "receipt_id")
    assert found == {
        ("till.slips", 1): ("1", None),
        ("till.slips", 2): ("2", "invalid_value"),
        ("till.slips", 3): ("2", None),
    }
    assert dirty.query(
        "select store_id, total_amount, currency from staging.stg_pos__receipts where receipt_id = '1'"
    ) == [("A", Decimal("12.50"), "EUR")]


def test_amounts_moments_and_parents(dirty: Workspace) -> None:
    """An impossible amount or moment puts an order out, an empty amount does not; a return needs an order."""
    orders = dict(verdicts(dirty, "shop__orders", "order_id").values())
    assert orders == {
        "o1": None,
        "o2": "invalid_value",
        "o3": "invalid_value",
        "o4": "invalid_value",
        "o5": "invalid_timestamp",
        "o6": None,
    }
    returns = dict(verdicts(dirty, "shop__returns", "return_id").values())
    assert returns == {"r1": None, "r2": "missing_key"}
    assert dirty.query("select reason from staging.stg_shop__returns") == [("it's late",)]


def test_quoting_equals_the_csv_library(dirty: Workspace) -> None:
    """3,000 rows of delimiters, quotes and line breaks, written by Python's csv, come back as they were."""
    hostile = json.loads((dirty.folder / "hostile.json").read_text())
    landed = dirty.query(
        "select event_id, subscription_id, event, _reason_code from staging.base_subscriptions__subscription_events"
    )
    assert {row[0]: row[1:] for row in landed} == {
        row["event_id"]: (row["subscription_id"], row["event"], None) for row in hostile
    }
    assert len(landed) == len(hostile)


def test_raw_rows_are_conserved(dirty: Workspace) -> None:
    """Per entity: raw rows = staged rows + quarantined rows + exact duplicates."""
    written = {"crm.contacts": 14 + 14 + 7 + 2 + 3 + 3, "shop.customers": 7, "shop.orders": 6, "people_files.people": 7}
    entities = dirty.query(
        "select entity, raw_row_count, staged_row_count, quarantined_row_count, exact_duplicate_count "
        "from staging.int_staging__row_counts"
    )
    assert len(entities) == 29
    for entity, raw, staged, quarantined, copies in entities:
        assert raw == staged + quarantined + copies, entity
        if entity in written and entity != "crm.contacts":
            assert raw == written[entity], entity
    contacts = {entity: raw for entity, raw, *_ in entities}["crm.contacts"]
    lines_of_other_encoding = dirty.query(
        "select count(*) from staging.base_crm__contacts where _source_file like '%h_utf16.csv'"
    )[0][0]
    assert contacts == written["crm.contacts"] + lines_of_other_encoding


def test_missing_folders_are_empty_relations(dirty: Workspace) -> None:
    """An entity without a file is there, typed and empty."""
    assert dirty.query("select count(*) from staging.stg_loyalty__points") == [(0,)]
    assert dirty.query(
        "select data_type from information_schema.columns "
        "where table_name = 'stg_loyalty__points' and column_name = 'occurred_at'"
    ) == [("TIMESTAMP",)]


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Two sources on: the CDNOW orders, delivered twice, and the people as JSON lines."""
    workspace = Workspace(tmp_path_factory.mktemp("elsewhere"))
    raw = workspace.folder / "raw"
    transactions = (PROJECT / "tests" / "data" / "cdnow_transactions.csv").read_bytes()
    put(raw, "cdnow", "1997.csv", transactions)
    put(raw, "cdnow", "1997 (1).csv", transactions)
    lines = [json.dumps({name: value or None for name, value in row.items()}) for row in PEOPLE]
    put(raw, "people_files/people", "a.jsonl.gz", "\n".join(lines).encode())
    build(
        workspace,
        raw_path=str(raw),
        sources=["shop", "people_files"],
        source_locations={
            "people_files.people": {"path": f"{raw}/people_files/people/*", "format": "jsonl"},
            "shop.orders": {
                "path": f"{raw}/cdnow/*.csv",
                "columns": {"order_id": "_row_id", "ordered_at": "order_date", "total_amount": "amount_usd"},
                "values": {"currency": "USD"},
            },
        },
    )
    yield workspace


def test_sources_that_are_off_are_empty_and_typed(dirty: Workspace, elsewhere: Workspace) -> None:
    """Every staging model is there with the same columns and types, and has no row."""
    columns = (
        "select table_name, column_name, data_type from information_schema.columns "
        "where table_schema = 'staging' and table_name like 'stg_%' order by table_name, ordinal_position"
    )
    assert elsewhere.query(columns) == dirty.query(columns)
    counts = dict(elsewhere.query("select entity, raw_row_count from staging.int_staging__row_counts"))
    assert {entity for entity, count in counts.items() if count} == {"shop.orders", "people_files.people"}


def test_orders_without_a_key(elsewhere: Workspace) -> None:
    """CDNOW: every order is staged once, equal rows of one file included, although the file came twice."""
    assert elsewhere.query(
        "select count(*), count(distinct order_id), count(distinct customer_id), sum(total_amount), min(ordered_at) "
        "from staging.stg_shop__orders where currency = 'USD'"
    ) == [(69_659, 69_659, 23_570, Decimal("2500315.63"), datetime.datetime(1997, 1, 1))]
    assert elsewhere.query(
        "select raw_row_count, staged_row_count, quarantined_row_count, exact_duplicate_count "
        "from staging.int_staging__row_counts where entity = 'shop.orders'"
    ) == [(139_318, 69_659, 0, 69_659)]


@pytest.fixture(scope="module")
def columnar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Outcome]]:
    """The people as Parquet, and two entities whose locations are wrong."""
    workspace = Workspace(tmp_path_factory.mktemp("columnar"))
    raw = workspace.folder / "raw"
    put(raw, "people_files/people", "a.csv", csv_bytes(PEOPLE))
    with duckdb.connect() as connection:
        connection.execute(
            f"copy (select * from read_csv('{raw}/people_files/people/a.csv', all_varchar = true)) "
            f"to '{raw}/people_files/people/a.parquet'"
        )
    outcome = workspace.dbt(
        "run",
        "--select",
        "+stg_people_files__people",
        "base_shop__products",
        "base_shop__order_lines",
        variables={
            "sources": ["people_files", "shop"],
            "source_locations": {
                "people_files.people": {"path": f"{raw}/people_files/people/*.parquet", "format": "parquet"},
                "shop.products": {
                    "path": "x",
                    "table": "y",
                    "frmat": "csv",
                    "columns": {"prize": "price"},
                    "delimiter": ";;",
                },
                "shop.order_lines": {"path": str(workspace.folder / "none" / "*.csv")},
            },
        },
    )
    yield workspace, outcome


def test_formats_stage_the_same(dirty: Workspace, elsewhere: Workspace, columnar: tuple[Workspace, Outcome]) -> None:
    """The same rows as CSV, JSON lines and Parquet give the same staged rows and the same verdicts."""
    staged = (
        "select * exclude (_source_file, _source_row, _row_hash) "
        "from staging.stg_people_files__people order by record_id"
    )
    reasons = "select _reason_code, count(*) from staging.base_people_files__people group by all order by all"
    assert len(dirty.query(staged)) == 3
    assert dirty.query(reasons) == [
        ("exact_duplicate", 1),
        ("invalid_value", 1),
        ("missing_key", 1),
        ("superseded_version", 1),
        (None, 3),
    ]
    for other in (elsewhere, columnar[0]):
        assert other.query(staged) == dirty.query(staged)
        assert other.query(reasons) == dirty.query(reasons)


def test_wrong_locations_are_explained(columnar: tuple[Workspace, Outcome]) -> None:
    """All mistakes in an entity's settings come in one message; a path that somebody wrote must hold a file."""
    _, outcome = columnar
    assert not outcome.succeeded
    for message in (
        "unknown setting 'frmat'",
        "unknown column 'prize' (known: product_id",
        "delimiter ';;' is not one character",
        "both path and table are given",
        "entity 'shop.order_lines': no file at '",
    ):
        assert message in outcome.output
