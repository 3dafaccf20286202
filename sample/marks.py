"""What hand-marked rows are made of: complete rows from a few words."""

from __future__ import annotations

from sample.clock import seconds, with_zone
from sample.output import Company, app_record, web_record

GIVEN = (
    "Marka",
    "Tolvan",
    "Ilsebet",
    "Quentin",
    "Rosalba",
    "Yorick",
    "Fenella",
    "Dagmara",
    "Ezra",
    "Oriane",
    "Benedek",
    "Sunniva",
    "Leopold",
)
FAMILY = (
    "Marker",
    "Stillwater",
    "Obenauf",
    "Prendergast",
    "Zuidema",
    "Lacombe",
    "Haverkamp",
    "Dunnock",
    "Birchall",
    "Eskola",
    "Vantreese",
    "Okonedo",
    "Pfister",
    "Quarmby",
    "Rintoul",
    "Szabados",
    "Tregenza",
    "Ulvaeus",
    "Wexcombe",
    "Ybarra",
    "Ahlgren",
    "Cazenave",
    "Fjeldstad",
)

DEFAULTS: dict[str, dict[str, object]] = {
    "crm/contacts": {
        "lifecycle_stage": "customer",
        "owner": "fern",
        "created_at": "2025-01-10 09:00:00",
        "updated_at": "2025-01-10 09:00:00",
    },
    "shop/customers": {
        "accepts_marketing": "true",
        "accepts_marketing_updated_at": "2025-01-10T09:00:00Z",
        "created_at": "2025-01-10T09:00:00Z",
        "updated_at": "2025-01-10T09:00:00Z",
    },
    "shop/orders": {
        "ordered_at": "2026-05-02T10:00:00Z",
        "status": "delivered",
        "currency": "EUR",
        "total_amount": "59.00",
        "discount_amount": "0",
        "shipping_amount": "0",
        "channel": "web",
    },
    "shop/order_lines": {"product_id": "SKU-101", "quantity": "1", "unit_price": "59.00"},
    "pos/receipts": {
        "store_id": "GB-1",
        "purchased_at": "2026-03-03 11:00:00",
        "total_amount": "24.00",
        "currency": "GBP",
        "item_count": "2",
    },
    "pos/warranty_registrations": {
        "product_id": "SKU-101",
        "serial_number": "SN0000M",
        "purchased_on": "2026-02-01",
        "registered_at": "2026-02-10 10:00:00",
    },
    "loyalty/members": {
        "tier": "basic",
        "joined_at": "2025-01-10T10:00:00+01:00",
        "updated_at": "2025-01-10T10:00:00+01:00",
    },
    "email/subscribers": {
        "status": "subscribed",
        "list_name": "monthly",
        "subscribed_at": "2025-02-01T08:00:00Z",
        "updated_at": "2025-02-01T08:00:00Z",
    },
    "email/events": {
        "event": "send",
        "campaign_id": "NEWS-20",
        "campaign_name": "Letter 20",
        "occurred_at": "2025-05-01T08:00:00Z",
    },
    "support/tickets": {
        "channel": "phone",
        "subject": "Invoice",
        "status": "closed",
        "priority": "normal",
        "opened_at": "2026-04-01T10:00:00Z",
        "closed_at": "2026-04-02T10:00:00Z",
        "assignee_email": "agent.fern@support.example",
    },
    "survey/responses": {
        "survey_type": "nps",
        "question": "How likely are you to recommend us?",
        "score": "9",
        "responded_at": "2026-04-01 10:00:00",
        "channel": "email",
    },
    "ads/spend": {
        "platform": "meta",
        "campaign_id": "M-100",
        "campaign_name": "prospecting",
        "spend_date": "2026-01-05",
        "cost": "10.00",
        "currency": "USD",
        "impressions": "100",
        "clicks": "5",
    },
    "consent/privacy_requests": {
        "right": "erase",
        "regime": "gdpr",
        "received_at": "2025-08-01T09:00:00Z",
        "identity_verified_at": "2025-08-02T09:00:00Z",
        "status": "completed",
        "closed_at": "2025-08-15T09:00:00Z",
    },
    "people_files/people": {"source": "partner_fair"},
}
RECORD_PREFIX = {
    "crm/contacts": "crm:",
    "shop/customers": "shop:",
    "loyalty/members": "loyalty:",
    "pos/warranty_registrations": "pos:warranty:",
    "email/subscribers": "email:",
    "support/tickets": "support:",
    "survey/responses": "survey:",
    "people_files/people": "people_files:",
    "subscriptions/subscriptions": "subscriptions:",
}


def person_name(number: int) -> dict[str, str]:
    """First and last name, no two people with both the same."""
    return {"first_name": GIVEN[number % len(GIVEN)], "last_name": FAMILY[number % len(FAMILY)]}


class Marks:
    """Writes marked rows with their truth."""

    def __init__(self, company: Company) -> None:
        """Over the company that is being written."""
        self.company = company
        self._number = 0

    def next_number(self) -> int:
        """A number that no other marked row has."""
        self._number += 1
        return self._number

    def row(self, name: str, person_id: str = "", **values: object) -> dict[str, object]:
        """A complete row, not yet written; its record goes to the truth if it is somebody's."""
        full = {**DEFAULTS.get(name, {}), **values}
        if person_id and name in RECORD_PREFIX:
            key = next(iter(values.values()))
            self.company.tell(f"{RECORD_PREFIX[name]}{key}", person_id)
        return full

    def add(self, name: str, person_id: str = "", **values: object) -> dict[str, object]:
        """A complete row of the first delivery, never repeated in the second."""
        full = self.row(name, person_id, **values)
        table = self.company.tables[name]
        table.add_bytes(table.line(full))
        return full

    def household(self, household_id: str, person_ids: list[str], country: str) -> None:
        """Ends a household of marked people."""
        self.company.end_household(household_id, person_ids, country)

    def web(self, message_id: str, person_id: str, anonymous_id: str, user_id: str = "", **values: object) -> None:
        """A web event; with traits it is an identify."""
        row: dict[str, object] = {
            "messageId": message_id,
            "type": "identify" if "traits" in values else "page",
            "anonymousId": anonymous_id,
            "timestamp": "2026-02-01T10:00:00.000Z",
            "receivedAt": "2026-02-01T10:00:01.000Z",
            "context": {
                "ip": "192.0.2.77",
                "userAgent": "Sample/1.0",
                "page": {"path": "/", "url": "https://shop.juniper.example/", "referrer": "", "title": ""},
            },
            **values,
        }
        if user_id:
            row["userId"] = user_id
        table = self.company.tables["web/events"]
        table.add_bytes(table.line(row))
        if person_id:
            self.company.tell(web_record(anonymous_id, user_id), person_id)

    def app(self, event_id: str, person_id: str, device_id: str, user_id: str = "", **values: object) -> None:
        """An app event."""
        row: dict[str, object] = {
            "event_id": event_id,
            "event_name": "app_opened",
            "occurred_at": "2026-02-01T10:00:00Z",
            "received_at": "2026-02-01T10:00:02Z",
            "user_id": user_id or None,
            "device_id": device_id,
            "advertising_id": "00000000-0000-0000-0000-000000000000",
            "push_token": None,
            "push_enabled": False,
            "os": "ios",
            "app_version": "3.1",
            "properties": {},
            **values,
        }
        table = self.company.tables["app/events"]
        table.add_bytes(table.line(row))
        if person_id:
            self.company.tell(app_record(device_id, user_id), person_id)

    def consent(
        self,
        identifier: tuple[str, str],
        country: str,
        purposes: tuple[str, ...],
        action: str,
        day: str,
        **values: object,
    ) -> None:
        """One consent event per purpose, at ten o'clock of the day."""
        year, month, date = (int(part) for part in day.split("-"))
        occurred = with_zone(seconds(year, month, date, 10))
        for purpose in purposes:
            row: dict[str, object] = {
                "event_id": f"M-CE{self.next_number():04d}",
                "identifier_type": identifier[0],
                "identifier_value": identifier[1],
                "purpose": purpose,
                "channel": {"email_marketing": "email", "sms_marketing": "sms"}.get(purpose, "ads"),
                "vendor": None,
                "action": action,
                "legal_basis": "us_opt_out" if country == "US" else "6.1.a",
                "jurisdiction": "US-CA" if country == "US" else country,
                "mechanism": "cmp",
                "framework_string": None,
                "notice_version": "2024-06",
                "occurred_at": occurred,
                "received_at": occurred,
                "expires_at": None,
                "actor": "subject",
                "is_minor": False,
                "country": country,
                **values,
            }
            table = self.company.tables["consent/events"]
            table.add_bytes(table.line(row))
