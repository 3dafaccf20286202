"""Money: orders, lines, returns, receipts, loyalty points, subscriptions."""

from __future__ import annotations

from sample.clock import (
    DAY,
    END,
    day_of,
    seconds,
    with_offset,
    with_space,
    with_zone,
)
from sample.output import Company
from sample.people import Person
from sample.scene import CLUBS, GOODS, PRODUCTS, Order, Scene, added, money
from sample.views import email_view, view

NO_CARD = ("0000000000", "n/a", "")


def products(company: Company) -> None:
    """The catalogue, once."""
    for product_id, name, category, price in PRODUCTS:
        company.add(
            "shop/products",
            {
                "product_id": product_id,
                "product_name": name,
                "category": category,
                "price": f"{price}.00",
                "currency": "USD",
            },
        )


def moments(scene: Scene, person: Person, count: int) -> list[int]:
    """Moments while the person is a customer, denser before Christmas, in order."""
    found = []
    span = max(person.left_at - person.joined_at, DAY)
    for _ in range(count):
        moment = person.joined_at + int(scene.dice.random() * span)
        if scene.dice.chance(0.15):
            year = 2024 if moment < seconds(2025, 5, 1) else 2025
            moment = seconds(year, 11, 20) + int(scene.dice.random() * 30 * DAY)
        if person.joined_at <= moment < min(person.left_at, END - 1):
            found.append(moment)
    return sorted(found)


def order(scene: Scene, person: Person, moment: int, customer_id: str, channel: str) -> Order:
    """One order with its lines, and perhaps a return. Lines − discount + shipping = total."""
    dice, company, country = scene.dice, scene.company, person.country
    order_id = company.key("O")
    amounts, lines = [], []
    for _ in range(1 + dice.tail(0.7, 5)):
        product_id, _, _, price = dice.pick(GOODS)
        quantity = 1 + dice.tail(0.2, 4)
        unit_price = money(country, float(price))
        line_id = company.key("OL")
        company.add(
            "shop/order_lines",
            {
                "order_line_id": line_id,
                "order_id": order_id,
                "product_id": product_id,
                "quantity": quantity,
                "unit_price": unit_price,
            },
        )
        lines.append((line_id, unit_price, product_id))
        amounts.extend([unit_price] * quantity)
    has_coupon = dice.chance(0.2)
    discount = money(country, 5.0) if has_coupon else "0"
    shipping = money(country, 4.9) if dice.chance(0.5) else "0"
    total = added(country, *amounts, f"-{discount}", shipping)
    status = dice.pick_weighted(
        [("delivered", 82.0), ("cancelled", 4.0), ("refunded", 3.0), ("shipped", 8.0), ("paid", 3.0)]
    )
    row: dict[str, object] = {
        "order_id": order_id,
        "customer_id": customer_id,
        "email": email_view(person, dice, moment),
        "ordered_at": with_zone(moment),
        "status": status,
        "currency": country.currency,
        "total_amount": total,
        "discount_amount": discount,
        "shipping_amount": shipping,
        "coupon_code": dice.pick(("WELCOME5", "SPRING", "FRIEND")) if has_coupon else "",
        "channel": channel,
    }
    if not customer_id and dice.chance(0.04):
        # The checkout wrote the word instead of nothing.
        row["customer_id"] = "null"
    company.add("shop/orders", row)
    if status in ("shipped", "paid") and dice.chance(0.5):
        company.tables["shop/orders"].add_changed({**row, "status": "delivered"})
    company.tell(f"shop:{customer_id}" if customer_id else f"shop:order:{order_id}", person.person_id)
    returned_at = moment + dice.between(5, 30) * DAY
    if status in ("delivered", "refunded") and returned_at < END and dice.chance(0.12):
        line_id, refund, _ = dice.pick(lines)
        company.add(
            "shop/returns",
            {
                "return_id": company.key("RT"),
                "order_id": order_id,
                "order_line_id": line_id,
                "returned_at": with_zone(returned_at),
                "refund_amount": refund,
                "reason": dice.pick(("too small", "damaged", "changed mind", "wrong item", "late")),
            },
        )
    return Order(order_id, moment, total, country.currency, lines[0][2])


def receipts(scene: Scene, person: Person, count: int) -> None:
    """Purchases in a shop: most with the card, some with an e-mail address for the receipt."""
    dice, company, country = scene.dice, scene.company, person.country
    for moment in moments(scene, person, count):
        receipt_id = company.key("R")
        card = person.loyalty_number if dice.chance(0.9) else dice.pick(NO_CARD)
        email = email_view(person, dice, moment, 4.0) if dice.chance(0.35) else ""
        total = money(country, float(dice.between(8, 240)))
        company.add(
            "pos/receipts",
            {
                "receipt_id": receipt_id,
                "store_id": f"{country.code}-{dice.between(1, 4)}",
                "loyalty_number": card,
                "email": email,
                "purchased_at": with_space(moment),
                "total_amount": total,
                "currency": country.currency,
                "item_count": 1 + dice.tail(1.2, 9),
            },
        )
        if card and card == person.loyalty_number:
            company.tell(f"pos:card:{card}", person.person_id)
            points(scene, person, moment, max(1, round(float(total) / country.rate)), "purchase")
        elif email:
            company.tell(f"pos:receipt:{receipt_id}", person.person_id)


def points(scene: Scene, person: Person, moment: int, count: int, reason: str) -> None:
    """An entry on the loyalty account."""
    company = scene.company
    company.add(
        "loyalty/points",
        {
            "entry_id": company.key("PT"),
            "loyalty_number": person.loyalty_number,
            "points": count,
            "reason": reason,
            "occurred_at": with_offset(moment, person.country.hours_east),
        },
    )
    company.tell(f"pos:card:{person.loyalty_number}", person.person_id)


def warranty(scene: Scene, person: Person) -> None:
    """A paper form typed in by hand, with its own tick box against marketing."""
    dice, company = scene.dice, scene.company
    moment = dice.between(person.joined_at, max(person.joined_at, END - DAY))
    seen = view(person, dice, moment, 0.5)
    registration_id = company.key("W")
    ticked = dice.chance(0.22)
    company.add(
        "pos/warranty_registrations",
        {
            "registration_id": registration_id,
            "product_id": dice.pick(GOODS)[0],
            "serial_number": f"SN{dice.hexadecimal(8).upper()}",
            "first_name": seen.given,
            "last_name": seen.family,
            "email": seen.email if dice.chance(0.6) else "",
            "phone": seen.phone,
            "street_address": seen.street,
            "city": seen.city,
            "region": seen.region,
            "postal_code": seen.postal_code,
            "country": seen.country,
            "purchased_on": day_of(moment - dice.between(0, 20) * DAY),
            "registered_at": with_space(moment),
            "no_marketing": dice.pick(("X", "yes", "1", "true", "x", "Y"))
            if ticked
            else dice.pick(("", "", "no", "0", "false")),
        },
    )
    company.tell(f"pos:warranty:{registration_id}", person.person_id)


def subscription(scene: Scene, person: Person) -> None:
    """A club subscription with its renewals, running or cancelled."""
    dice, company, country = scene.dice, scene.company, person.country
    started = dice.between(person.joined_at, max(person.joined_at, person.left_at - 20 * DAY))
    product_id, _, _, price = dice.pick(CLUBS)
    plan, step, factor = dice.pick((("monthly", 30, 1), ("monthly", 30, 1), ("yearly", 365, 10)))
    amount = money(country, float(price * factor))
    subscription_id = company.key("S")
    ends = person.left_at if person.left_at < END or dice.chance(0.3) else END
    cancelled = ends if ends < END else 0
    seen = view(person, dice, started)
    moment, event = started, "started"
    while moment < ends:
        company.add(
            "subscriptions/subscription_events",
            {
                "event_id": company.key("SE"),
                "subscription_id": subscription_id,
                "event": event,
                "occurred_at": with_zone(moment),
                "amount": amount,
                "currency": country.currency,
            },
        )
        moment, event = moment + step * DAY, "payment_failed" if dice.chance(0.03) else "renewed"
    row: dict[str, object] = {
        "subscription_id": subscription_id,
        "user_id": person.user_id,
        "email": seen.email,
        "full_name": seen.full_name if dice.chance(0.8) else f"{seen.family}, {seen.given}",
        "product_id": product_id,
        "plan": plan,
        "status": "cancelled" if cancelled else "active",
        "started_at": with_zone(started),
        "renews_at": "" if cancelled else with_zone(moment),
        "cancelled_at": with_zone(cancelled) if cancelled else "",
        "amount": amount,
        "currency": country.currency,
        "country": seen.country,
        "postal_code": seen.postal_code,
    }
    if cancelled:
        company.add(
            "subscriptions/subscription_events",
            {
                "event_id": company.key("SE"),
                "subscription_id": subscription_id,
                "event": "cancelled",
                "occurred_at": with_zone(cancelled),
                "amount": "",
                "currency": country.currency,
            },
        )
        if dice.chance(0.15):
            before = {**row, "status": "active", "cancelled_at": "", "renews_at": with_zone(moment)}
            company.add("subscriptions/subscriptions", before)
            company.tables["subscriptions/subscriptions"].add_changed(row)
            row = {}
    if row:
        company.add("subscriptions/subscriptions", row)
    company.tell(f"subscriptions:{subscription_id}", person.person_id)
