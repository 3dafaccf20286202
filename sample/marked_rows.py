"""Rows marked by hand: broken ones, copies, versions, and values that name nobody."""

from __future__ import annotations

import json

from sample.marks import Marks, person_name
from sample.output import app_record, web_record

MALFORMED = "quarantine:malformed_row"
LONG_NAME = "Ottokar" * 1_428 + "Otto"


def write_marked_rows(marks: Marks) -> None:
    """All of them."""
    _broken_lines(marks)
    _bad_values(marks)
    _copies_and_versions(marks)
    _odd_but_good(marks)
    _values_of_nobody(marks)
    _test_accounts(marks)


def _broken_lines(marks: Marks) -> None:
    """Lines that are no rows. Their key is the text by which `_raw_row` is found."""
    company = marks.company

    def broken(case: str, name: str, key: str, line: bytes, note: str) -> None:
        company.tables[name].add_bytes(line)
        company.mark(case, name, key, MALFORMED, note)

    contacts = company.tables["crm/contacts"]
    line = contacts.line(marks.row("crm/contacts", contact_id="M-C-UTF8", first_name="Ren#", last_name="Broken"))
    broken("broken_utf8", "crm/contacts", "M-C-UTF8", line.replace(b"#", b"\xe9"), "e acute of Latin-1")
    warranties = company.tables["pos/warranty_registrations"]
    line = warranties.line(
        marks.row("pos/warranty_registrations", registration_id="M-W-UTF8", first_name="J#rgen", last_name="Broken")
    )
    broken("broken_utf8", "pos/warranty_registrations", "M-W-UTF8", line.replace(b"#", b"\xfc"), "u umlaut of Latin-1")
    for name, key, row in (
        (
            "web/events",
            "M-WEB-UTF8",
            {
                "messageId": "M-WEB-UTF8",
                "type": "page",
                "anonymousId": "m-broken",
                "timestamp": "2026-01-01T00:00:00Z",
                "context": {"page": {"path": "/#"}},
            },
        ),
        (
            "support/messages",
            "M-MS-UTF8",
            {
                "message_id": "M-MS-UTF8",
                "ticket_id": "M-T-200",
                "sender": "customer",
                "sent_at": "2026-01-01T00:00:00Z",
                "body": "half a snowman #",
            },
        ),
    ):
        line = company.tables[name].line(row).replace(b"#", b"\xe2\x98")
        broken("broken_utf8", name, key, line, "a character cut in the middle")
    for name, text in (
        ("web/events", '{"messageId":"M-WEB-CUT","type":"track","event":"Order Compl'),
        ("app/events", '{"event_id":"M-APP-CUT","event_name":"app_opened","occurred_at":"2026-01-01T00:00:'),
        ("support/messages", '{"message_id":"M-MS-CUT","ticket_id":"M-T-200","body":"it broke'),
        ("consent/events", '{"event_id":"M-CE-CUT","identifier_type":"email","identifier_value":"a@exa'),
        ("consent/gpc_signals", '{"signal_id":"M-GP-CUT","anonymous_id":'),
    ):
        broken(
            "json_cut_short",
            name,
            json.loads(text[text.index(":") + 1 : text.index(",")]),
            (text + "\n").encode(),
            "the connection ended here",
        )
    broken("json_not_object", "web/events", "M-WEB-TEXT", b"M-WEB-TEXT 502 Bad Gateway\n", "a proxy's answer")
    for name, key in (
        ("crm/contacts", "M-C"),
        ("shop/orders", "M-O"),
        ("pos/receipts", "M-R"),
        ("email/events", "M-EE"),
    ):
        line = company.tables[name].line(marks.row(name, **{_key_column(marks, name): f"{key}-FEW"}))
        short = line.rstrip(b"\n").rsplit(b",", 3)[0] + b"\n"
        broken("too_few_columns", name, f"{key}-FEW", short, "the last three columns are missing")
        line = company.tables[name].line(marks.row(name, **{_key_column(marks, name): f"{key}-MANY"}))
        long = line.rstrip(b"\n") + b",one,two\n"
        broken("too_many_columns", name, f"{key}-MANY", long, "two columns too many")
    for name, key in (("crm/contacts", "M-C-OPEN"), ("support/tickets", "M-T-OPEN")):
        company.tables[name].set_last(f'{key},"never closed\n'.encode())
        company.mark("unclosed_quote", name, key, MALFORMED, "the last line of the first file opens a quote")


def _key_column(marks: Marks, name: str) -> str:
    return marks.company.tables[name].columns[0]


def _bad_values(marks: Marks) -> None:
    """Rows whose columns are there and whose content cannot be used."""
    company = marks.company
    for name, values, key in (
        ("crm/contacts", {"contact_id": "", "first_name": "Keyless", "last_name": "Contact"}, "Keyless"),
        ("shop/orders", {"order_id": "", "coupon_code": "M-KEYLESS"}, "M-KEYLESS"),
        ("shop/customers", {"customer_id": " ", "first_name": "Keyless", "last_name": "Customer"}, "Keyless"),
        ("email/events", {"event_id": "", "campaign_name": "M-KEYLESS"}, "M-KEYLESS"),
    ):
        marks.add(name, **values)
        company.mark("missing_key", name, key, "quarantine:missing_key", "key is the text to find in _raw_row")
    table = company.tables["web/events"]
    table.add_bytes(table.line({"type": "page", "anonymousId": "m-keyless", "timestamp": "2026-01-01T00:00:00Z"}))
    company.mark("missing_key", "web/events", "m-keyless", "quarantine:missing_key", "no messageId")

    for name, column, key, moment in (
        ("shop/orders", "ordered_at", "M-O-TIME", "0000-00-00 00:00:00"),
        ("pos/receipts", "purchased_at", "M-R-TIME", "31/02/2025"),
        ("email/events", "occurred_at", "M-EE-TIME", "yesterday"),
        ("support/tickets", "opened_at", "M-T-TIME", "2025-13-45T99:99:99Z"),
        ("survey/responses", "responded_at", "M-SV-TIME", ""),
    ):
        marks.add(name, **{_key_column(marks, name): key, column: moment})
        company.mark("broken_timestamp", name, key, "quarantine:invalid_timestamp", f"{column} is {moment!r}")
    marks.web("M-WEB-TIME", "", "m-time", timestamp="soon", receivedAt="soon")
    company.mark("broken_timestamp", "web/events", "M-WEB-TIME", "quarantine:invalid_timestamp", "timestamp is soon")

    future = "quarantine:future_timestamp|quarantine:invalid_timestamp"
    note = "after as_of; never an event of anybody"
    marks.add("shop/orders", order_id="M-O-FUTURE", ordered_at="2027-01-05T10:00:00Z")
    company.mark("future_event", "shop/orders", "M-O-FUTURE", future, note)
    marks.add("pos/receipts", receipt_id="M-R-FUTURE", purchased_at="2031-03-03 11:00:00")
    company.mark("future_event", "pos/receipts", "M-R-FUTURE", future, note)
    marks.web("M-WEB-FUTURE", "", "m-future", timestamp="2099-12-31T23:59:59.000Z")
    company.mark("future_event", "web/events", "M-WEB-FUTURE", future, note)
    marks.app("M-APP-FUTURE", "", "M-FUTURE", occurred_at="2038-01-19T03:14:07Z")
    company.mark("future_event", "app/events", "M-APP-FUTURE", future, note)

    for name, values in (
        ("shop/orders", {"order_id": "M-O-AMOUNT", "total_amount": "twelve"}),
        ("shop/order_lines", {"order_line_id": "M-OL-QUANTITY", "order_id": "M-O-01", "quantity": "a few"}),
        ("pos/receipts", {"receipt_id": "M-R-AMOUNT", "total_amount": "#REF!"}),
        ("email/events", {"event_id": "M-EE-KIND", "event": "teleported"}),
        ("survey/responses", {"response_id": "M-SV-SCORE", "score": "eleven"}),
        ("ads/spend", {"spend_id": "M-SP-COST", "cost": "n/a"}),
    ):
        marks.add(name, **values)
        column = list(values)[-1]
        key = str(next(iter(values.values())))
        company.mark("bad_value", name, key, "quarantine:invalid_value", f"{column} is {values[column]!r}")
    marks.consent(
        ("email", "nobody.heard@example.com"), "DE", ("analytics",), "maybe", "2026-01-01", event_id="M-CE-ACTION"
    )
    # Whoever stages such a row all the same makes a record of nobody.
    for record_id in (
        "shop:order:M-O-TIME",
        "shop:order:M-O-FUTURE",
        "shop:order:M-O-AMOUNT",
        "support:M-T-TIME",
        "survey:M-SV-TIME",
        "survey:M-SV-SCORE",
        web_record("m-time"),
        web_record("m-future"),
        app_record("M-FUTURE"),
    ):
        company.tell(record_id, f"NOBODY-{record_id}")
    company.mark("bad_value", "consent/events", "M-CE-ACTION", "quarantine:invalid_value", "action is 'maybe'")


def _copies_and_versions(marks: Marks) -> None:
    company = marks.company
    copies = "exact_duplicate"
    for name, row in (
        (
            "crm/contacts",
            marks.row(
                "crm/contacts",
                "M70",
                contact_id="M-C-COPY",
                first_name="Dora",
                last_name="Double",
                email="dora.double@example.com",
                country="GB",
            ),
        ),
        ("shop/orders", marks.row("shop/orders", order_id="M-O-COPY", email="dora.double@example.com")),
        (
            "consent/preference_changes",
            {
                "change_id": "M-PC-COPY",
                "email": "dora.double@example.com",
                "purpose": "email_marketing",
                "channel": "email",
                "action": "granted",
                "changed_at": "2026-01-01T00:00:00Z",
            },
        ),
    ):
        table = company.tables[name]
        line = table.line(row)
        table.add_bytes(line)
        table.add_bytes(line)
        table.add_again(line)
        key = str(next(iter(row.values())))
        company.mark("duplicate_row", name, key, copies, "three copies: one staged, two counted as copies")
    company.tell("shop:order:M-O-COPY", "M70")
    marks.add("shop/order_lines", order_line_id="M-OL-COPY", order_id="M-O-COPY")
    marks.household("HM70", ["M70"], "GB")

    for updated, given, again in (
        ("2025-01-01 00:00:00", "Vera", False),
        ("2026-06-20 00:00:00", "Verena", True),
        ("2025-07-01 00:00:00", "Verra", False),
    ):
        row = marks.row(
            "crm/contacts",
            "M71",
            contact_id="M-C-VERSION",
            first_name=given,
            last_name="Newer",
            email="vera.newer@example.com",
            country="DE",
            updated_at=updated,
        )
        table = company.tables["crm/contacts"]
        (table.add_again if again else table.add_bytes)(table.line(row))
    company.mark(
        "superseded",
        "crm/contacts",
        "M-C-VERSION",
        "quarantine:superseded_version",
        "three versions; the one of 2026-06-20 (Verena) is staged, the other two are superseded",
    )
    orders = company.tables["shop/orders"]
    for status, again in (("paid", False), ("delivered", True)):
        row = marks.row("shop/orders", order_id="M-O-VERSION", email="vera.newer@example.com", status=status)
        (orders.add_again if again else orders.add_bytes)(orders.line(row))
    company.tell("shop:order:M-O-VERSION", "M71")
    marks.add("shop/order_lines", order_line_id="M-OL-VERSION", order_id="M-O-VERSION")
    company.mark(
        "superseded",
        "shop/orders",
        "M-O-VERSION",
        "quarantine:superseded_version",
        "same key and time in both deliveries; the later file (delivered) is staged",
    )
    marks.household("HM71", ["M71"], "DE")
    marks.web(
        "M-WEB-LATE", "M72", "m-late", timestamp="2025-03-01T10:00:00.000Z", receivedAt="2026-06-20T10:00:00.000Z"
    )
    company.mark("late_event", "web/events", "M-WEB-LATE", "staged", "arrived fifteen months after it happened")
    marks.household("HM72", ["M72"], "US")


def _odd_but_good(marks: Marks) -> None:
    """Rows that look like trouble and are people all the same."""
    company = marks.company
    for number, (case, given, family, expected, note) in enumerate(
        (
            ("sql_in_name", "Robert'); drop table students;--", "Tables", "staged", "text like any other"),
            ("sql_in_name", "O'Hara", "' or '1'='1", "staged", "text like any other"),
            ("formula_in_name", "=cmd|' /C calc'!A0", "Sheet", "staged", "a spreadsheet would run it"),
            ("markup_in_name", "<script>alert(1)</script>", "Web", "staged", "a page would run it"),
            ("newline_in_name", "Line\nBreak", 'The "Quoted" One', "staged", "newline and quotes inside quotes"),
            ("emoji_in_name", "Zoë 🌸", "👩‍👩‍👧‍👦 Family", "staged", "several code points per sign"),
            ("invisible_signs", "Zero\u200bWidth", "Non\u00a0Breaking", "staged", "U+200B and U+00A0"),
            ("right_to_left", "\u202eevil", "Mark", "staged", "U+202E turns the reading direction"),
            ("long_name", LONG_NAME, "Long", "quarantine:invalid_value|staged", "10,000 characters"),
            ("templating_in_name", "{{ 1/0 }}", "{% raw %}", "staged", "must not be rendered"),
        ),
        start=80,
    ):
        key = f"M-C-{number}"
        marks.add(
            "crm/contacts",
            f"M{number}",
            contact_id=key,
            first_name=given,
            last_name=family,
            email=f"odd.{number}@example.net",
            country="US",
        )
        company.mark(case, "crm/contacts", key, expected, note)
        marks.household(f"HM{number}", [f"M{number}"], "US")
    marks.web("M-WEB-LONG", "M90", "m-long", "um-90", traits={"firstName": LONG_NAME, "email": "odd.90@example.net"})
    company.mark("long_name", "web/events", "M-WEB-LONG", "quarantine:invalid_value|staged", "10,000 characters")
    marks.household("HM90", ["M90"], "US")
    for number, (text, expected) in enumerate(
        (
            ("0000-00-00", "null"),
            ("31/02/1980", "null"),
            ("1900-01-01", "null"),
            ("13.7.1985", "1985-07-13"),
            ("2090-01-01", "null"),
            ("1985-07-13 00:00:00", "1985-07-13"),
            ("19850713", "1985-07-13"),
            ("unknown", "null"),
        ),
        start=91,
    ):
        key = f"M-C-{number}"
        marks.add(
            "crm/contacts",
            f"M{number}",
            contact_id=key,
            **person_name(number),
            email=f"birthe.{number}@example.net",
            country="DE",
            birth_date=text,
        )
        company.mark("broken_birth_date", "crm/contacts", key, "staged", f"{text!r} becomes {expected}")
        marks.household(f"HM{number}", [f"M{number}"], "DE")


def _values_of_nobody(marks: Marks) -> None:
    """Identifiers that many people share and that must never join them."""
    company = marks.company
    apart = "no_edge_through_value"
    people = []
    for number in range(200, 212):
        person = f"M{number}"
        people.append(person)
        key = f"M-T-{number}"
        agent = "agent.hazel@support.example"
        marks.add(
            "support/tickets",
            person,
            ticket_id=key,
            requester_name=" ".join(person_name(number).values()),
            requester_email=agent,
            assignee_email=agent,
        )
        company.mark("agent_email", "support/tickets", key, apart, agent)
    for number in range(212, 236):
        person = f"M{number}"
        people.append(person)
        key = f"M-W-{number}"
        marks.add(
            "pos/warranty_registrations",
            person,
            registration_id=key,
            **person_name(number),
            email="kiosk@juniper.example",
            country="GB",
        )
        company.mark(
            "over_shared_email",
            "pos/warranty_registrations",
            key,
            apart,
            "kiosk@juniper.example is in no block list; 24 people share it",
        )
    for number, (email, phone) in enumerate(
        (
            ("null", "0000000000"),
            ("n/a", "-1"),
            ("undefined", "0000000000"),
            ("none@none.com", "1111111111"),
            ("noreply@example.com", "0000000000"),
            ("unknown@unknown.com", "1234567890"),
            ("unknown@unknown.com", "0000000000"),
            ("noreply@example.com", "-1"),
            ("none@none.com", "n/a"),
            ("test@test.com", "0000000000"),
            ("test@test.com", "1234567890"),
            ("test@test.com", "-1"),
        ),
        start=236,
    ):
        person = f"M{number}"
        people.append(person)
        key = f"M-C-{number}"
        marks.add(
            "crm/contacts",
            person,
            contact_id=key,
            **person_name(number),
            email=email,
            phone=phone,
            country="US",
        )
        expected = f"{apart}|quarantine:test_account" if email == "test@test.com" else apart
        company.mark("hard_coded_id", "crm/contacts", key, expected, f"email {email}, phone {phone}")
    for number, user_id in enumerate(("undefined", "null", "-1", "0", "undefined", "null", "-1", "0"), start=248):
        person = f"M{number}"
        people.append(person)
        key = f"M-WEB-{number}"
        marks.web(key, person, f"m-cookie-{number}", user_id)
        company.tell(web_record(f"m-cookie-{number}"), person)
        company.mark("hard_coded_id", "web/events", key, apart, f"userId {user_id}")
    for number in range(256, 262):
        person = f"M{number}"
        people.append(person)
        key = f"M-WEB-{number}"
        marks.web(key, "", "null", f"um-{number}")
        company.tell(web_record("null", f"um-{number}"), person)
        company.tell(web_record("", f"um-{number}"), person)
        company.mark("hard_coded_id", "web/events", key, apart, "anonymousId null")
        key = f"M-APP-{number}"
        marks.app(key, person, f"M-DEVICE-{number}", f"um-{number}")
        company.mark("hard_coded_id", "app/events", key, apart, "advertising_id of zeros")
    for number in range(262, 268):
        person = f"M{number}"
        people.append(person)
        key = f"M-R-{number}"
        marks.add("pos/receipts", receipt_id=key, loyalty_number="0000000000", email=f"payer.{number}@example.org")
        company.tell(f"pos:receipt:{key}", person)
        company.mark("hard_coded_id", "pos/receipts", key, apart, "the cashier's card 0000000000")
    for person in people:
        marks.household(f"H{person}", [person], "GB")
    for value in ("0000000000", "n/a"):
        company.tell(f"pos:card:{value}", f"NOBODY-card-{value}")
    company.tell("shop:null", "NOBODY-customer-null")
    company.tell(web_record("null"), "NOBODY-cookie-null")


def _test_accounts(marks: Marks) -> None:
    company = marks.company
    expected, note = "quarantine:test_account", "made by our own people"
    marks.add(
        "crm/contacts",
        "TEST-1",
        contact_id="M-C-TEST",
        first_name="Test",
        last_name="Account",
        email="test+crm@example.com",
        country="US",
    )
    company.mark("test_account", "crm/contacts", "M-C-TEST", expected, note)
    marks.add(
        "shop/customers",
        "TEST-1",
        customer_id="M-SC-TEST",
        user_id="um-test",
        first_name="QA",
        last_name="Tester",
        email="qa.checkout@example.com",
        country="US",
    )
    company.mark("test_account", "shop/customers", "M-SC-TEST", expected, note)
    marks.add("email/subscribers", "TEST-1", subscriber_id="M-NL-TEST", first_name="Test", email="test@example.org")
    company.mark("test_account", "email/subscribers", "M-NL-TEST", expected, note)
    marks.add(
        "loyalty/members",
        "TEST-1",
        member_id="M-LM-TEST",
        loyalty_number="88M0TEST",
        first_name="test",
        last_name="test",
        email="tester1@example.com",
        country="GB",
    )
    company.mark("test_account", "loyalty/members", "M-LM-TEST", expected, note)
