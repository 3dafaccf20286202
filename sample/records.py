"""Records that describe a person: contacts, customers, members, files from partners."""

from __future__ import annotations

from sample.clock import DAY, END, START, day_of, with_offset, with_space, with_zone
from sample.people import Person
from sample.scene import Scene
from sample.views import email_view, phone_view, view

LATEST = END - 3_600
COMPANIES = ("Northlight GmbH", "Quill & Sons", "Ōyama Works", "Casa Verde Ltda", "Atelier Bleu", "")


def contact(scene: Scene, person: Person, created_at: int = 0) -> None:
    """A contact of the sales team; some are entered twice, some change in the second delivery."""
    dice, company = scene.dice, scene.company
    created = created_at or max(START, person.joined_at - dice.between(0, 60) * DAY)
    seen = view(person, dice, created, 0.8)
    contact_id = company.key("C")
    mobile = phone_view(person, dice, created) if dice.chance(0.35) else ""
    second = dice.chance(0.08) and len(person.emails) > 1
    updated = dice.between(created, END - 20 * DAY) if created < END - 20 * DAY else created
    row: dict[str, object] = {
        "contact_id": contact_id,
        "salutation": seen.title or ("Ms" if person.gender == "female" else "Mr") if dice.chance(0.3) else "",
        "first_name": seen.given,
        "middle_name": seen.middle,
        "last_name": seen.family,
        "suffix": seen.suffix,
        "email": seen.email if dice.chance(0.85) else "",
        "secondary_email": person.emails[-1][1] if second else "",
        "phone": "" if mobile and dice.chance(0.6) else seen.phone,
        "mobile_phone": mobile,
        "street_address": seen.street,
        "city": seen.city,
        "region": seen.region,
        "postal_code": seen.postal_code,
        "country": seen.country,
        "birth_date": seen.birth_date,
        "gender": seen.gender,
        "company": dice.pick(COMPANIES) if dice.chance(0.15) else "",
        "lifecycle_stage": "customer" if person.is_engaged else dice.pick(("lead", "customer", "lost")),
        "owner": dice.pick(("fern", "hazel", "rowan", "")),
        "do_not_contact": dice.pick(("true", "1", "yes")) if dice.chance(0.04) else dice.pick(("", "false", "0")),
        "created_at": with_space(created),
        "updated_at": with_space(updated),
    }
    company.add("crm/contacts", row)
    if dice.chance(0.06):
        now = view(person, dice, LATEST, 2.0)
        company.tables["crm/contacts"].add_changed(
            {
                **row,
                "last_name": now.family,
                "email": now.email,
                "phone": now.phone,
                "street_address": now.street,
                "city": now.city,
                "region": now.region,
                "postal_code": now.postal_code,
                "updated_at": with_space(dice.between(END - 15 * DAY, LATEST)),
            }
        )
    company.tell(f"crm:{contact_id}", person.person_id)


def customer(scene: Scene, person: Person) -> str:
    """A shop account. Returns its id."""
    dice, company = scene.dice, scene.company
    created = person.joined_at
    seen = view(person, dice, created)
    customer_id = company.key("SC")
    accepts = dice.chance(0.6)
    updated = dice.between(created, max(created, END - 20 * DAY))
    row: dict[str, object] = {
        "customer_id": customer_id,
        "user_id": person.user_id,
        "email": seen.email,
        "first_name": seen.given,
        "last_name": seen.family,
        "phone": seen.phone,
        "accepts_marketing": dice.pick(("true", "1")) if accepts else dice.pick(("false", "0", "")),
        "accepts_marketing_updated_at": with_zone(created),
        "street_address": seen.street,
        "city": seen.city,
        "region": seen.region,
        "postal_code": seen.postal_code,
        "country": seen.country,
        "created_at": with_zone(created),
        "updated_at": with_zone(updated),
    }
    company.add("shop/customers", row)
    if dice.chance(0.04):
        now = dice.between(END - 15 * DAY, LATEST)
        company.tables["shop/customers"].add_changed(
            {**row, "email": email_view(person, dice, LATEST), "updated_at": with_zone(now)}
        )
    company.tell(f"shop:{customer_id}", person.person_id)
    return customer_id


def member(scene: Scene, person: Person) -> None:
    """A loyalty card."""
    dice, company = scene.dice, scene.company
    joined = person.joined_at
    seen = view(person, dice, joined, 0.7)
    person.loyalty_number = company.key("88", 8)
    member_id = company.key("LM")
    hours = person.country.hours_east
    row: dict[str, object] = {
        "member_id": member_id,
        "loyalty_number": person.loyalty_number,
        "user_id": person.user_id if dice.chance(0.7) else "",
        "first_name": seen.given,
        "last_name": seen.family,
        "email": seen.email if dice.chance(0.85) else "",
        "phone": seen.phone,
        "birth_date": seen.birth_date,
        "gender": seen.gender,
        "street_address": seen.street,
        "city": seen.city,
        "region": seen.region,
        "postal_code": seen.postal_code,
        "country": seen.country,
        "tier": "basic",
        "joined_at": with_offset(joined, hours),
        "updated_at": with_offset(joined, hours),
    }
    company.add("loyalty/members", row)
    if dice.chance(0.08):
        now = dice.between(END - 15 * DAY, LATEST)
        company.tables["loyalty/members"].add_changed({**row, "tier": "gold", "updated_at": with_offset(now, hours)})
    company.tell(f"loyalty:{member_id}", person.person_id)


def partner_row(scene: Scene, person: Person) -> None:
    """A line of a list that a partner sent."""
    dice, company = scene.dice, scene.company
    moment = dice.between(START, LATEST)
    seen = view(person, dice, moment, 0.6)
    record_id = company.key("PF")
    has_parts = dice.chance(0.6)
    company.add(
        "people_files/people",
        {
            "record_id": record_id,
            "source": dice.pick(("partner_fair", "raffle_2025")),
            "given_name": seen.given if has_parts else "",
            "middle_name": seen.middle if has_parts else "",
            "family_name": seen.family if has_parts else "",
            "full_name": "" if has_parts else seen.full_name,
            "birth_date": seen.birth_date,
            "gender": seen.gender,
            "email": seen.email if dice.chance(0.8) else "",
            "phone": seen.phone,
            "street_address": seen.street,
            "city": seen.city,
            "region": seen.region,
            "postal_code": seen.postal_code,
            "country": seen.country,
            "national_id": f"NID{person.number:08d}" if dice.chance(0.15) else "",
            "loyalty_id": person.loyalty_number if dice.chance(0.2) else "",
            "user_id": person.user_id if dice.chance(0.1) else "",
            "company": "",
        },
    )
    company.tell(f"people_files:{record_id}", person.person_id)


def bought_row(scene: Scene, person: Person) -> None:
    """A line of an audience bought from a data broker."""
    dice, company = scene.dice, scene.company
    row_id = company.key("BS")
    company.add(
        "ads/bought_segments",
        {
            "row_id": row_id,
            "provider": "segments.example",
            "segment_name": dice.pick(("home owners", "campers", "coffee")),
            "email": email_view(person, dice, LATEST),
            "bought_at": day_of(dice.between(START, LATEST)),
        },
    )
    company.tell(f"ads:{row_id}", person.person_id)
