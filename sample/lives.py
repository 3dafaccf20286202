"""One person's dealings with the company, from first visit to last order."""

from __future__ import annotations

from collections.abc import Callable

from sample.clock import DAY, END
from sample.commerce import moments, order, receipts, subscription, warranty
from sample.consents import consents
from sample.contact import newsletter, social, survey, ticket
from sample.digital import Browser, Phone
from sample.people import Person
from sample.records import bought_row, contact, customer, member, partner_row
from sample.scene import Order, Scene

# What people do who are known to one system only.
LONE_ROLES: tuple[tuple[str, float], ...] = (
    ("contact", 22.0),
    ("newsletter", 18.0),
    ("guest", 15.0),
    ("visitor", 14.0),
    ("partner", 8.0),
    ("customer", 8.0),
    ("warranty", 6.0),
    ("ticket", 4.0),
    ("receipt", 3.0),
    ("survey", 2.0),
    ("social", 3.0),
    ("bought", 2.0),
    ("member", 3.0),
)
SINGLE_ROWS: dict[str, Callable[[Scene, Person], None]] = {
    "contact": contact,
    "partner": partner_row,
    "warranty": warranty,
    "social": social,
    "bought": bought_row,
}
# Roles whose e-mail address or login the consent platform has seen.
GIVE_EMAIL = ("contact", "newsletter", "guest", "customer", "ticket", "survey", "member")


def live(scene: Scene, person: Person) -> None:
    """Writes everything that the sources hold about one person."""
    if person.is_engaged:
        _engaged(scene, person)
    elif person.is_child:
        partner_row(scene, person)
    else:
        _lone(scene, person)


def _engaged(scene: Scene, person: Person) -> None:
    dice, company = scene.dice, scene.company
    has_account = dice.chance(0.88)
    if has_account:
        person.user_id = f"u{company.key('', 8)}"
    customer_id = customer(scene, person) if has_account else ""
    if dice.chance(0.62):
        contact(scene, person)
        if dice.chance(0.07):
            contact(scene, person)
    if dice.chance(0.45):
        member(scene, person)
        receipts(scene, person, dice.tail(18 * person.level, 45))
    letters = newsletter(scene, person) if dice.chance(0.52) else None
    _orders_and_visits(scene, person, customer_id)
    if dice.chance(0.14):
        subscription(scene, person)
    if dice.chance(0.13):
        warranty(scene, person)
    for moment in moments(scene, person, dice.tail(0.4, 6)):
        ticket(scene, person, moment)
    for moment in moments(scene, person, dice.tail(0.3, 5)):
        survey(scene, person, moment)
    if dice.chance(0.08):
        social(scene, person)
    if dice.chance(0.07):
        partner_row(scene, person)
    if dice.chance(0.04):
        bought_row(scene, person)
    consents(scene, person, True, letters)


def _orders_and_visits(scene: Scene, person: Person, customer_id: str) -> None:
    """Orders through browser and app, and the visits that led to none."""
    dice = scene.dice
    household = scene.household
    person.cookies = [dice.uuid() for _ in range(1 + dice.tail(0.22, 3))]
    browsers = [Browser(scene, person, cookie, False) for cookie in person.cookies]
    if household.shared_cookie:
        browsers.append(Browser(scene, person, household.shared_cookie, True))
    phones = [Phone(scene, person, dice.uuid().upper(), False)] if dice.chance(0.32) else []
    if household.shared_device and dice.chance(0.6):
        phones.append(Phone(scene, person, household.shared_device, True))
    logs_in_after = person.joined_at + dice.between(0, 90) * DAY if dice.chance(0.85) else END
    logged_in: set[int] = set()
    bought = moments(scene, person, dice.tail(3.4 * person.level, 40) + dice.between(0, 1))
    looked = moments(scene, person, dice.tail(32 * person.level, 150))
    for moment, is_order in sorted([(at, True) for at in bought] + [(at, False) for at in looked]):
        in_app = bool(phones) and dice.chance(0.4)
        is_guest = not customer_id or dice.chance(0.08)
        done: Order | None = None
        if is_order:
            channel = "app" if in_app else "web"
            done = order(scene, person, moment, "" if is_guest else customer_id, channel)
        known = person.user_id if moment >= logs_in_after else ""
        if in_app:
            dice.pick(phones).session(moment, known, done)
            continue
        place = dice.between(0, len(browsers) - 1)
        login = bool(known) and (place not in logged_in or dice.chance(0.15))
        if login:
            logged_in.add(place)
        elif known and dice.chance(0.12):
            known = ""
        browsers[place].session(moment, known, done, login)


def _lone(scene: Scene, person: Person) -> None:
    dice = scene.dice
    role = dice.pick_weighted(LONE_ROLES)
    moment = dice.between(person.joined_at, max(person.joined_at, person.left_at - DAY))
    letters = newsletter(scene, person) if role == "newsletter" else None
    if role in SINGLE_ROWS:
        SINGLE_ROWS[role](scene, person)
    elif role == "guest":
        order(scene, person, moment, "", "web")
    elif role == "visitor":
        person.cookies = [dice.uuid()]
        browser = Browser(scene, person, person.cookies[0], False)
        for at in moments(scene, person, 1 + dice.tail(1.0, 6)) or [person.joined_at]:
            browser.session(at + 300, "", None, False)
    elif role == "customer":
        person.user_id = f"u{scene.company.key('', 8)}"
        customer_id = customer(scene, person)
        for at in moments(scene, person, 1 + dice.tail(0.5, 5)):
            order(scene, person, at, customer_id, "web")
    elif role in ("ticket", "survey"):
        (ticket if role == "ticket" else survey)(scene, person, moment)
    elif role in ("receipt", "member"):
        if role == "member":
            member(scene, person)
        else:
            person.loyalty_number = scene.company.key("88", 8)
        receipts(scene, person, 1 + dice.tail(1.0, 8))
    if not scene.company.is_known(person.person_id):
        contact(scene, person)
    consents(scene, person, role in GIVE_EMAIL, letters)
