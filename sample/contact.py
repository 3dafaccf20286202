"""Newsletters, service tickets, surveys, social media: what was written and answered."""

from __future__ import annotations

from dataclasses import dataclass

from sample.clock import DAY, END, START, with_space, with_zone
from sample.commerce import moments
from sample.output import hashed
from sample.people import Person, plain
from sample.scene import AGENTS, Scene
from sample.views import email_view, national, view

CAMPAIGN_TIMES = tuple(START + 9 * DAY + issue * 876_600 for issue in range(72))
SUBJECTS = (
    ("Where is my parcel", "My parcel has not come yet."),
    ("Return", "How do I send this back?"),
    ("Broken on arrival", 'The lid was cracked, "as if dropped".'),
    ("Change of address", "I moved.\nPlease use my new address."),
    ("Invoice", "I need an invoice with my company's name, please."),
)
QUESTIONS = ("How likely are you to recommend us?", "How was our service?", "What interests you?")


@dataclass(frozen=True)
class Newsletter:
    """A subscription to the newsletter. `email` is as the list holds it; `end` is END while it runs."""

    subscriber_id: str
    email: str
    start: int
    end: int
    status: str


def newsletter(scene: Scene, person: Person) -> Newsletter:
    """A subscription to the newsletter and what became of each issue."""
    dice, company = scene.dice, scene.company
    start = dice.between(person.joined_at, max(person.joined_at, END - 30 * DAY))
    status = dice.pick_weighted(
        [("subscribed", 74.0), ("unsubscribed", 16.0), ("bounced", 4.0), ("pending", 5.0), ("complained", 1.0)]
    )
    ends = status in ("unsubscribed", "bounced", "complained")
    end = dice.between(start + DAY, END - 1) if ends else END
    seen = view(person, dice, start)
    email = email_view(person, dice, start, 0.2)
    subscriber_id = company.key("NL")
    row: dict[str, object] = {
        "subscriber_id": subscriber_id,
        "email": email,
        "first_name": seen.given if dice.chance(0.7) else "",
        "last_name": seen.family if dice.chance(0.5) else "",
        "country": seen.country if dice.chance(0.8) else "",
        "status": status,
        "list_name": "monthly",
        "subscribed_at": with_zone(start),
        "unsubscribed_at": with_zone(end) if status == "unsubscribed" else "",
        "updated_at": with_zone(end if ends else start),
    }
    if status == "unsubscribed" and dice.chance(0.2):
        before = {**row, "status": "subscribed", "unsubscribed_at": "", "updated_at": with_zone(start)}
        company.add("email/subscribers", before)
        company.tables["email/subscribers"].add_changed(row)
    else:
        company.add("email/subscribers", row)
    company.tell(f"email:{subscriber_id}", person.person_id)
    letters = Newsletter(subscriber_id, email, start, end, status)
    if status != "pending":
        _issues(scene, letters)
    return letters


def _issues(scene: Scene, letters: Newsletter) -> None:
    dice = scene.dice
    opens, clicks = dice.random() ** 1.5, 0.3 * dice.random()
    names = {"unsubscribed": "unsubscribe", "bounced": "bounce", "complained": "complaint"}

    def event(moment: int, kind: str, number: int, url: str = "") -> None:
        if moment < END:
            scene.company.add(
                "email/events",
                {
                    "event_id": scene.company.key("EE"),
                    "subscriber_id": letters.subscriber_id,
                    "email": letters.email.strip(),
                    "event": kind,
                    "campaign_id": f"NEWS-{number:02d}",
                    "campaign_name": f"Letter {number}",
                    "url": url,
                    "occurred_at": with_zone(moment),
                },
            )

    last = 1
    for number, at in enumerate(CAMPAIGN_TIMES, start=1):
        if not letters.start <= at < letters.end:
            continue
        last = number
        event(at, "send", number)
        if dice.chance(opens):
            opened = at + dice.between(60, 3 * DAY)
            event(opened, "open", number)
            if dice.chance(clicks):
                event(opened + dice.between(2, 90), "click", number, "https://shop.juniper.example/news")
    if letters.status in names:
        event(letters.end, names[letters.status], last)


def ticket(scene: Scene, person: Person, moment: int) -> None:
    """A service ticket. When somebody calls, the agent often types the agent's own address."""
    dice, company = scene.dice, scene.company
    seen = view(person, dice, moment)
    channel = dice.pick_weighted([("email", 50.0), ("chat", 25.0), ("phone", 25.0)])
    agent = dice.pick(AGENTS)
    email = seen.email
    if channel == "phone":
        email = agent if dice.chance(0.6) else ""
    phone = seen.phone if channel == "phone" or dice.chance(0.3) else ""
    ticket_id = company.key("T")
    subject, body = dice.pick(SUBJECTS)
    closed = moment + dice.between(3_600, 6 * DAY)
    is_closed = closed < END and dice.chance(0.92)
    name = f"{seen.given} {seen.family}"
    if dice.chance(0.1):
        name = f"{seen.family}, {seen.given}"
    if dice.chance(0.05):
        phone = national(person.country, person.phone_at(moment))
    company.add(
        "support/tickets",
        {
            "ticket_id": ticket_id,
            "requester_name": name,
            "requester_email": email,
            "requester_phone": phone,
            "user_id": person.user_id if channel == "chat" or dice.chance(0.2) else "",
            "channel": channel,
            "subject": subject,
            "status": "closed" if is_closed else "open",
            "priority": dice.pick(("low", "normal", "normal", "high")),
            "csat": dice.between(1, 5) if is_closed and dice.chance(0.4) else "",
            "opened_at": with_zone(moment),
            "closed_at": with_zone(closed) if is_closed else "",
            "assignee_email": agent,
        },
    )
    company.tell(f"support:{ticket_id}", person.person_id)
    for place in range(dice.between(1, 5)):
        sent = moment + place * dice.between(300, 5_000)
        if sent >= END:
            break
        company.add(
            "support/messages",
            {
                "message_id": company.key("MS"),
                "ticket_id": ticket_id,
                "sender": "agent" if place % 2 else "customer",
                "sent_at": with_zone(sent),
                "body": dice.pick(("We look into it.", "Thank you for waiting.")) if place % 2 else body,
            },
        )


def survey(scene: Scene, person: Person, moment: int) -> None:
    """One answer; scores follow how much the person likes the company."""
    dice, company = scene.dice, scene.company
    kind = dice.pick(("nps", "csat", "preference"))
    answer, score = "", ""
    if kind == "nps":
        score = str(min(10, int(3 + 6 * person.level + 4 * dice.random())))
    elif kind == "csat":
        score = str(min(5, int(1 + 3 * person.level + 2 * dice.random())))
    else:
        answer = dice.pick(("kitchen", "outdoor", "home", "garden", "by e-mail", "by text message"))
    response_id = company.key("SV")
    has_user = bool(person.user_id) and dice.chance(0.5)
    company.add(
        "survey/responses",
        {
            "response_id": response_id,
            "survey_type": kind,
            "email": "" if has_user and dice.chance(0.5) else email_view(person, dice, moment),
            "user_id": person.user_id if has_user else "",
            "question": QUESTIONS[("nps", "csat", "preference").index(kind)],
            "score": score,
            "answer": answer,
            "responded_at": with_space(moment),
            "channel": dice.pick(("email", "web", "app")),
        },
    )
    company.tell(f"survey:{response_id}", person.person_id)


def social(scene: Scene, person: Person) -> None:
    """Mentions and messages from one handle."""
    dice, company = scene.dice, scene.company
    network = dice.pick(("instagram", "x", "facebook", "tiktok"))
    handle = f"Sample_{plain(person.given.latin).title()}{person.number}"
    writes = moments(scene, person, 1 + dice.tail(1.2, 8)) or [person.joined_at]
    for moment in writes:
        private = dice.chance(0.3)
        company.add(
            "social/mentions",
            {
                "mention_id": company.key("SM"),
                "network": network,
                "handle": handle.lower() if dice.chance(0.2) else handle,
                "display_name": person.given.native
                if dice.chance(0.5)
                else f"{person.given.latin} {person.family.latin}",
                "kind": "direct_message" if private else "mention",
                "body": dice.pick(("Love my kettle! ☕", "Still waiting, @juniper…", "New tent 🏕️ 🎉")),
                "sentiment": dice.pick(("positive", "neutral", "negative")),
                "occurred_at": with_zone(moment),
                "email": email_view(person, dice, moment) if private and dice.chance(0.4) else "",
            },
        )
    company.tell(f"social:{hashed(network, handle.lower())}", person.person_id)
