"""What people allowed and refused, per identifier: consent platform, signals, preferences, requests."""

from __future__ import annotations

from dataclasses import dataclass

from sample.clock import DAY, END, START, with_zone
from sample.contact import Newsletter
from sample.people import Person
from sample.records import contact
from sample.scene import Scene

ADS = ("profiling_ads", "ads_first_party", "ad_data_sharing")
SITE_USE = ("analytics", "personalisation")
US_OPT_OUT = ("sale_of_data", "sharing_cross_context", "targeted_advertising")
CHANNELS = {
    "profiling_ads": "ads",
    "ads_first_party": "ads",
    "ad_data_sharing": "ads",
    "analytics": "web",
    "personalisation": "web",
    "email_marketing": "email",
    "sms_marketing": "sms",
    "storage_access": "web",
    "measurement": "ads",
}


@dataclass(frozen=True)
class Identifier:
    """Whom a consent event speaks of: a login, an address, a number, a cookie."""

    kind: str
    value: str


@dataclass
class Speaker:
    """The identifiers under which one person is known to the consent platform."""

    person: Person
    login: Identifier | None
    email: Identifier | None
    phone: Identifier | None
    cookie: Identifier | None


def jurisdiction(person: Person) -> str:
    """ISO 3166-2 in the United States, the country elsewhere."""
    address = person.addresses[-1][1]
    code = address.country.code
    return f"US-{address.region}" if code == "US" else code


@dataclass(frozen=True)
class Statement:
    """What was said: the purpose, the answer, when and how. Channel None takes the purpose's own."""

    purpose: str
    action: str
    moment: int
    mechanism: str = "cmp"
    expires_at: int = 0
    actor: str = "subject"
    channel: str | None = None


def say(scene: Scene, person: Person, identifier: Identifier, statement: Statement) -> None:
    """One line of the consent platform's log."""
    dice = scene.dice
    moment = min(statement.moment, END - 600)
    late = dice.between(1, 20) * DAY if dice.chance(0.02) else dice.between(0, 30)
    channel = CHANNELS.get(statement.purpose) if statement.channel is None else statement.channel
    if statement.purpose in ADS and dice.chance(0.1):
        channel = None
    legal_basis = "us_opt_out" if person.country.code == "US" else "none"
    scene.company.add(
        "consent/events",
        {
            "event_id": scene.company.key("CE"),
            "identifier_type": identifier.kind,
            "identifier_value": identifier.value,
            "purpose": statement.purpose,
            "channel": channel,
            "vendor": None,
            "action": statement.action,
            "legal_basis": "6.1.a" if person.country.opt_in else legal_basis,
            "jurisdiction": jurisdiction(person),
            "mechanism": statement.mechanism,
            "framework_string": f"CPsample{dice.hexadecimal(8)}" if dice.chance(0.15) else None,
            "notice_version": "2024-06" if moment < START + 400 * DAY else "2025-09",
            "occurred_at": with_zone(moment),
            "received_at": with_zone(min(moment + late, END - 1)),
            "expires_at": with_zone(statement.expires_at) if statement.expires_at else None,
            "actor": statement.actor,
            "is_minor": person.is_child,
            "country": person.country.code,
        },
    )


def _ads_answer(scene: Scene, speaker: Speaker) -> None:
    """The banner's answer, and what came of it later."""
    dice, person = scene.dice, speaker.person
    login = speaker.login or speaker.email or speaker.cookie
    if login is None:
        return
    moment = dice.between(person.joined_at, max(person.joined_at, END - 40 * DAY))
    draw = dice.random()
    says_yes, says_no = (0.22, 0.28) if person.country.code == "US" else (0.66, 0.84)
    if draw < says_yes:
        _ads_granted(scene, speaker, login, moment)
    elif draw < says_no:
        for purpose in ADS + SITE_USE:
            say(scene, person, login, Statement(purpose, "denied", moment))


def _ads_granted(scene: Scene, speaker: Speaker, login: Identifier, moment: int) -> None:
    """A yes; some take it back, some of those say yes again, some say no on another browser."""
    dice, person = scene.dice, speaker.person
    expires = moment + 1_095 * DAY if dice.chance(0.4) else 0
    if dice.chance(0.05):
        expires = moment + 30 * DAY
    actor = "parent" if person.is_child and dice.chance(0.3) else "subject"
    purposes: tuple[str, ...] = ADS + SITE_USE if dice.chance(0.6) else ADS
    if dice.chance(0.06):
        # Data may be shared, but ads may not be personalised: not enough in the EEA.
        purposes = ("ad_data_sharing", "analytics")
    for purpose in purposes:
        say(scene, person, login, Statement(purpose, "granted", moment, "cmp", expires, actor))
    has_other = speaker.cookie is not None and login is not speaker.cookie
    if speaker.cookie and has_other and dice.chance(0.2):
        say(scene, person, speaker.cookie, Statement("storage_access", "granted", moment))
    later = moment + dice.between(20, 300) * DAY
    if later < END - 30 * DAY and dice.chance(0.1):
        _withdrawn(scene, person, login, later)
    elif speaker.cookie and has_other and dice.chance(0.03):
        for purpose in ADS:
            say(scene, person, speaker.cookie, Statement(purpose, "denied", moment + 3 * DAY))


def _withdrawn(scene: Scene, person: Person, login: Identifier, moment: int) -> None:
    dice = scene.dice
    for purpose in ADS:
        say(scene, person, login, Statement(purpose, "withdrawn", moment, "preference_center"))
    if dice.chance(0.45):
        again = min(moment + dice.between(5, 25) * DAY, END - DAY)
        for purpose in ADS:
            say(scene, person, login, Statement(purpose, "granted", again, "preference_center"))


def _email_answer(scene: Scene, person: Person, letters: Newsletter) -> None:
    """Double opt-in of a newsletter, and its end."""
    dice = scene.dice
    if dice.chance(0.1):
        return
    email = Identifier("email", letters.email.strip())
    say(scene, person, email, Statement("email_marketing", "acknowledged", letters.start, "form"))
    if letters.status != "pending":
        confirmed = min(letters.start + dice.between(60, DAY), letters.end - 1)
        say(scene, person, email, Statement("email_marketing", "granted", confirmed, "form"))
    if letters.end < END:
        say(scene, person, email, Statement("email_marketing", "withdrawn", letters.end, "api"))


def _sms_answer(scene: Scene, speaker: Speaker) -> None:
    dice, person = scene.dice, speaker.person
    if speaker.phone is None or not dice.chance(0.15):
        return
    moment = dice.between(person.joined_at, max(person.joined_at, END - 40 * DAY))
    yes = dice.chance(0.7)
    action = "granted" if yes else "denied"
    say(scene, person, speaker.phone, Statement("sms_marketing", action, moment, "form"))


def _us_answer(scene: Scene, speaker: Speaker) -> None:
    """Opt-outs of sale, and browsers that send Global Privacy Control."""
    dice, person = scene.dice, speaker.person
    login = speaker.login or speaker.email
    moment = dice.between(person.joined_at, END - DAY)
    if login and dice.chance(0.07):
        for purpose in US_OPT_OUT:
            say(scene, person, login, Statement(purpose, "denied", moment, "form"))
    if speaker.cookie and dice.chance(0.1):
        region = person.addresses[-1][1].region
        for visit in range(dice.between(1, 3)):
            scene.company.add(
                "consent/gpc_signals",
                {
                    "signal_id": scene.company.key("GP"),
                    "anonymous_id": speaker.cookie.value,
                    "user_id": person.user_id if person.user_id and dice.chance(0.5) else None,
                    "gpc": dice.pick((True, True, "1")),
                    "country": "US",
                    "region": region,
                    "observed_at": with_zone(min(moment + visit * DAY, END - 60)),
                },
            )
    elif speaker.cookie and dice.chance(0.05):
        scene.company.add(
            "consent/gpc_signals",
            {
                "signal_id": scene.company.key("GP"),
                "anonymous_id": speaker.cookie.value,
                "user_id": None,
                "gpc": False,
                "country": "US",
                "region": None,
                "observed_at": with_zone(moment),
            },
        )


def _preferences(scene: Scene, speaker: Speaker) -> None:
    dice, person = scene.dice, speaker.person
    if not person.user_id or not dice.chance(0.18):
        return
    purpose, channel = dice.pick(
        (
            ("email_marketing", "email"),
            ("sms_marketing", "sms"),
            ("profiling_ads", "ads"),
            ("personalisation", ""),
            ("push", "push"),
        )
    )
    scene.company.add(
        "consent/preference_changes",
        {
            "change_id": scene.company.key("PC"),
            "user_id": person.user_id,
            "email": speaker.email.value if speaker.email and dice.chance(0.5) else "",
            "purpose": purpose,
            "channel": channel,
            "action": dice.pick(("granted", "withdrawn", "denied", "objected")),
            "changed_at": with_zone(dice.between(person.joined_at, END - 1)),
        },
    )


def _request(scene: Scene, speaker: Speaker) -> None:
    """A request for access, erasure or the like."""
    dice, person = scene.dice, speaker.person
    if not (speaker.email and dice.chance(0.035)):
        return
    right = dice.pick_weighted(
        [
            ("access", 30.0),
            ("erase", 32.0),
            ("object", 12.0),
            ("opt_out_sale", 15.0),
            ("portability", 8.0),
            ("rectify", 8.0),
            ("restrict", 4.0),
            ("limit_sensitive", 3.0),
        ]
    )
    if right in ("opt_out_sale", "limit_sensitive") and person.country.code != "US":
        right = "erase"
    received = dice.between(person.joined_at, END - DAY)
    closed = received + dice.between(3, 28) * DAY
    status = dice.pick(("completed", "closed")) if closed < END else "in_progress"
    if dice.chance(0.06):
        status = "rejected"
    regimes = {"US": "ccpa", "GB": "uk_gdpr", "BR": "lgpd"}
    default = "gdpr" if person.country.opt_in else "default"
    scene.company.add(
        "consent/privacy_requests",
        {
            "request_id": scene.company.key("PR"),
            "right": right,
            "email": speaker.email.value,
            "phone": f"+{person.country.calling_code}{person.phone_at(received)}"
            if speaker.phone and dice.chance(0.4)
            else "",
            "user_id": person.user_id if dice.chance(0.6) else "",
            "regime": regimes.get(person.country.code, default),
            "received_at": with_zone(received),
            "identity_verified_at": with_zone(min(received + DAY, END - 1)),
            "status": status,
            "closed_at": with_zone(closed) if status in ("completed", "closed") else "",
        },
    )
    if right == "erase" and closed < END - 30 * DAY and dice.chance(0.6):
        # A colleague types the person in again, months after they were erased.
        contact(scene, person, dice.between(closed + 10 * DAY, END - 10 * DAY))


def consents(scene: Scene, person: Person, gives_email: bool, letters: Newsletter | None) -> None:
    """All that one person said about the use of their data."""
    calling = person.country.calling_code
    phone = person.phones[-1][1]
    speaker = Speaker(
        person,
        Identifier("user_id", person.user_id) if person.user_id else None,
        Identifier("email", person.email_at(END)) if gives_email else None,
        Identifier("phone", f"+{calling}{phone}") if gives_email and phone else None,
        Identifier("anonymous_id", person.cookies[0]) if person.cookies else None,
    )
    _ads_answer(scene, speaker)
    if letters is not None:
        _email_answer(scene, person, letters)
    _sms_answer(scene, speaker)
    if person.country.code == "US":
        _us_answer(scene, speaker)
    _preferences(scene, speaker)
    _request(scene, speaker)
