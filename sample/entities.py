"""The raw entities: columns, file format, and how much of each is delivered twice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entity:
    """One folder of sample/data.

    columns: CSV columns with the key first; empty for JSON lines.
    suffix: csv, csv.gz, jsonl or jsonl.gz.
    repeated: share of the rows of the first delivery that the second one brings again, unchanged.
    """

    columns: tuple[str, ...]
    suffix: str
    repeated: float = 0.0


def _csv(columns: str, repeated: float = 0.0, suffix: str = "csv") -> Entity:
    return Entity(tuple(columns.split()), suffix, repeated)


ENTITIES: dict[str, Entity] = {
    "crm/contacts": _csv(
        "contact_id salutation first_name middle_name last_name suffix email secondary_email phone"
        " mobile_phone street_address city region postal_code country birth_date gender company"
        " lifecycle_stage owner do_not_contact created_at updated_at",
        0.06,
    ),
    "shop/customers": _csv(
        "customer_id user_id email first_name last_name phone accepts_marketing"
        " accepts_marketing_updated_at street_address city region postal_code country created_at"
        " updated_at",
        0.04,
    ),
    "shop/orders": _csv(
        "order_id customer_id email ordered_at status currency total_amount discount_amount"
        " shipping_amount coupon_code channel",
        0.03,
    ),
    "shop/order_lines": _csv("order_line_id order_id product_id quantity unit_price", 0.02),
    "shop/products": _csv("product_id product_name category price currency"),
    "shop/returns": _csv("return_id order_id order_line_id returned_at reason refund_amount"),
    "pos/receipts": _csv(
        "receipt_id store_id loyalty_number email purchased_at total_amount currency item_count",
        0.03,
    ),
    "pos/warranty_registrations": _csv(
        "registration_id product_id serial_number first_name last_name email phone street_address"
        " city region postal_code country purchased_on registered_at no_marketing"
    ),
    "loyalty/members": _csv(
        "member_id loyalty_number user_id first_name last_name email phone birth_date gender"
        " street_address city region postal_code country tier joined_at updated_at",
        0.05,
    ),
    "loyalty/points": _csv("entry_id loyalty_number points reason occurred_at"),
    "subscriptions/subscriptions": _csv(
        "subscription_id user_id email full_name product_id plan status started_at renews_at"
        " cancelled_at amount currency country postal_code",
        0.05,
    ),
    "subscriptions/subscription_events": _csv("event_id subscription_id event occurred_at amount currency"),
    "web/events": Entity((), "jsonl.gz", 0.02),
    "app/events": Entity((), "jsonl.gz", 0.02),
    "email/subscribers": _csv(
        "subscriber_id email first_name last_name country status list_name subscribed_at unsubscribed_at updated_at",
        0.03,
    ),
    "email/events": _csv(
        "event_id subscriber_id email event campaign_id campaign_name url occurred_at",
        0.01,
        "csv.gz",
    ),
    "support/tickets": _csv(
        "ticket_id requester_name requester_email requester_phone user_id channel subject status"
        " priority csat opened_at closed_at assignee_email",
        0.03,
    ),
    "support/messages": Entity((), "jsonl", 0.02),
    "survey/responses": _csv("response_id survey_type email user_id question score answer responded_at channel"),
    "social/mentions": _csv("mention_id network handle display_name kind body sentiment occurred_at email"),
    "ads/spend": _csv("spend_id platform campaign_id campaign_name spend_date cost currency impressions clicks"),
    "ads/clicks": _csv("click_id platform campaign_id clicked_at anonymous_id landing_url", 0.02),
    "ads/conversions": _csv("conversion_id click_id platform order_id converted_at value currency"),
    "ads/bought_segments": _csv("row_id provider segment_name email bought_at"),
    "consent/events": Entity((), "jsonl", 0.01),
    "consent/preference_changes": _csv("change_id user_id email purpose channel action changed_at"),
    "consent/gpc_signals": Entity((), "jsonl"),
    "consent/privacy_requests": _csv(
        "request_id right email phone user_id regime received_at identity_verified_at status closed_at"
    ),
    "people_files/people": _csv(
        "record_id source given_name middle_name family_name full_name birth_date gender email"
        " phone street_address city region postal_code country national_id loyalty_id user_id"
        " company"
    ),
}
