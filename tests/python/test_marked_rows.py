"""What must become of the sample's rows that were marked by hand: each mark is looked up in the built tables."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from scripts import PROJECT

KEYS = {
    "crm/contacts": "contact_id",
    "shop/customers": "customer_id",
    "shop/orders": "order_id",
    "shop/order_lines": "order_line_id",
    "shop/products": "product_id",
    "shop/returns": "return_id",
    "pos/receipts": "receipt_id",
    "pos/warranty_registrations": "registration_id",
    "loyalty/members": "member_id",
    "loyalty/points": "entry_id",
    "subscriptions/subscriptions": "subscription_id",
    "email/subscribers": "subscriber_id",
    "support/tickets": "ticket_id",
    "support/messages": "message_id",
    "survey/responses": "response_id",
    "social/mentions": "mention_id",
    "ads/clicks": "click_id",
    "ads/spend": "spend_id",
    "ads/conversions": "conversion_id",
    "consent/preference_changes": "change_id",
    "consent/gpc_signals": "signal_id",
    "consent/privacy_requests": "request_id",
    "people_files/people": "record_id",
}
RECORDS = {
    "crm/contacts": "crm:",
    "shop/customers": "shop:",
    "pos/warranty_registrations": "pos:warranty:",
    "loyalty/members": "loyalty:",
    "email/subscribers": "email:",
    "support/tickets": "support:",
    "people_files/people": "people_files:",
}


class Company:
    """The built sample, asked about one marked row at a time."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Keep the connection to the built database."""
        self.connection = connection

    def found(self, statement: str, *parameters: str) -> list[str]:
        """The first column of a query, as text, nulls left out."""
        rows = self.connection.execute(statement, list(parameters)).fetchall()
        return [str(row[0]) for row in rows if row[0] is not None]

    def reasons(self, mark: dict[str, str]) -> set[str]:
        """The verdicts on the raw rows with the mark's key; `staged` for none."""
        entity = f"{mark['source']}/{mark['entity']}"
        table = f"staging.base_{mark['source']}__{mark['entity']}"
        key = KEYS.get(entity, "event_id")
        verdicts = self.found(
            f"select coalesce(_reason_code, 'staged') from {table} where {key} = $1 or contains(_raw_row, $1)",
            mark["key"],
        )
        return set(verdicts)

    def person(self, record_id: str) -> str:
        """The person of a record; empty for a record that is not there."""
        return next(
            iter(self.found("select person_id from identity.person_records where record_id = $1", record_id)), ""
        )

    def person_of(self, mark: dict[str, str]) -> str:
        """The person of a marked row of an entity with records of its own."""
        entity = f"{mark['source']}/{mark['entity']}"
        if entity in RECORDS:
            return self.person(RECORDS[entity] + mark["key"])
        key = KEYS.get(entity, "event_id")
        records = self.found(
            f"select record_id from staging.stg_{mark['source']}__{mark['entity']} where {key} = $1", mark["key"]
        )
        return self.person(records[0]) if records else ""

    def is_in_audience(self, person: str) -> bool:
        """Whether a person is a member of any audience."""
        return bool(self.found("select person_id from activation.audience_members where person_id = $1", person))

    def kept_edges_through(self, value: str) -> list[str]:
        """The kept edges that rest on an identifier value."""
        return self.found(
            "select left_record_id from identity.identity_edges where is_kept and contains(evidence, $1)",
            f'"detail":"{value.lower()}"',
        )


@pytest.fixture(scope="module")
def company(sample_database: Path) -> Company:
    """The built sample, read only."""
    return Company(duckdb.connect(str(sample_database), read_only=True))


def quarantined(company: Company, mark: dict[str, str], reason: str) -> bool:
    """The row was rejected, for this reason; a mark on many rows tells their number."""
    number = re.search(r"^(\d+) rows", mark["note"])
    if mark["case"] != "interrupted" or number is None:
        return reason in company.reasons(mark)
    rejected = company.found(
        "select count(*) from governance.quarantined_rows where source = $1 and entity = $2 and reason_code = $3",
        mark["source"],
        f"{mark['source']}.{mark['entity']}",
        reason,
    )
    return int(rejected[0]) >= int(number.group(1))


def staged(company: Company, mark: dict[str, str], _: str) -> bool:
    """The row is in the staging model."""
    return "staged" in company.reasons(mark)


def copied(company: Company, mark: dict[str, str], _: str) -> bool:
    """Copies were counted; a marked second file tells how many of its rows are."""
    number = re.search(r"(\d+) rows", mark["note"])
    if mark["case"] != "file_twice" or number is None:
        return "exact_duplicate" in company.reasons(mark)
    table = f"staging.base_{mark['source']}__{mark['entity']}"
    counted = company.found(
        f"select count(*) from {table} where _reason_code = 'exact_duplicate' and contains(_source_file, $1)",
        mark["key"],
    )
    return int(counted[0]) >= int(number.group(1))


def kept_out(company: Company, mark: dict[str, str], _: str) -> bool:
    """The person, if there still is one, is in no audience."""
    return not company.is_in_audience(company.person_of(mark))


def joined(company: Company, mark: dict[str, str], record_id: str) -> bool:
    """The row's person holds the other record too."""
    return company.person_of(mark) == company.person(record_id) != ""


def parted(company: Company, mark: dict[str, str], record_id: str) -> bool:
    """The row's person and the other record's are two."""
    return "" != company.person_of(mark) != company.person(record_id) != ""


def email_state(company: Company, mark: dict[str, str], status: str) -> bool:
    """The person's consent to newsletters."""
    states = company.found(
        "select status from governance.consent_state where purpose = 'email_marketing' and person_id = $1",
        company.person_of(mark),
    )
    return states == [status]


def unjoined(company: Company, mark: dict[str, str], _: str) -> bool:
    """No kept edge is made by a value that names nobody."""
    return all(not company.kept_edges_through(value) for value in re.findall(r"[^\s,]+@[^\s,]+", mark["note"]))


CHECKS: dict[str, Callable[[Company, dict[str, str], str], bool]] = {
    "quarantine": quarantined,
    "staged": staged,
    "exact_duplicate": copied,
    "never_in_audience": kept_out,
    "may_be_in_audience": lambda company, mark, _: company.person_of(mark) != "",
    "same_person": joined,
    "same_person_when_scored": joined,
    "not_same_person": parted,
    "apart_when_scored": parted,
    "email_marketing": email_state,
    "no_edge_through_value": unjoined,
}


def test_every_mark_holds(company: Company) -> None:
    """Of the verdicts that a mark allows, one holds."""
    with (PROJECT / "sample" / "truth" / "marked_rows.csv").open(encoding="utf-8") as file:
        marks = list(csv.DictReader(file))
    assert len(marks) > 200
    broken = []
    for mark in marks:
        verdicts = [verdict.partition(":") for verdict in mark["expected"].split("|")]
        if not any(CHECKS[name](company, mark, argument) for name, _, argument in verdicts):
            broken.append((mark["case"], mark["source"], mark["entity"], mark["key"], mark["expected"]))
    assert not broken, "\n".join(map(str, broken))
