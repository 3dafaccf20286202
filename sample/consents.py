"""What people allowed and refused, per identifier: consent platform, signals, preferences, requests."""

from __future__ import annotations

from dataclasses import dataclass

from sample.clock import DAY, END, START, with_zone
from sample.people import Person
from sample.scene import Scene

ADS = ("profiling_ads", "ads_first_party", "ad_data_sharing")
SITE_USE = ("analytics", "personalisation")
US_OPT_OUT = ("sale_of_data", "sharing_cross_context", "targeted_advertising")
CHANNELS = {
    "profiling_ads": "ads", "ads_first_party": "ads", "ad_data_sharing": "ads", "analytics": "web",
    "personalisation": "web", "email_marketing": "email", "sms_marketing": "sms",
    "storage_access": "web", "measurement": "ads",
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


def event(
    scene: Scene, person: Person, identifier: Identifier, purpose: str, action: str, moment: int,
    mechanism: str = "cmp", expires_at: int = 0, actor: str = "subject", channel: str | None = None,
) -> None:
    """One line of the consent platform's log."""
    dice = scene.dice
    moment = min(moment, END - 600)
    late = dice.between(1, 20) * DAY if dice.chance(0.02) else dice.between(0, 30)
    used = CHANNELS.get(purpose) if channel is None else channel
    if purpose in ADS and dice.chance(0.1):
        used = None
    scene.company.add(
        "consent/events",
        {"event_id": scene.company.key("CE"), "identifier_type": identifier.kind,
         "identifier_value": identifier.value, "purpose": purpose, "channel": used, "vendor": None,
         "action": action,
         "legal_basis": "6.1.a" if person.country.opt_in else "us_opt_out"
         if person.country.code == "US" else "none",
         "jurisdiction": jurisdiction(person), "mechanism": mechanism,
         "framework_string": f"CPsample{dice.hexadecimal(8)}" if dice.chance(0.15) else None,
         "notice_version": "2024-06" if moment < START + 400 * DAY else "2025-09",
         "occurred_at": with_zone(moment), "received_at": with_zone(min(moment + late, END - 1)),
         "expires_at": with_zone(expires_at) if expires_at else None, "actor": actor,
         "is_minor": person.is_child, "country": person.country.code},
    )


def _ads_answer(scene: Scene, speaker: Speaker) -> None:
    """The banner's answer, and what came of it later."""
    dice, person = scene.dice, speaker.person
    login = speaker.login or speaker.email or speaker.cookie
    if login is None:
        return
    opt_in = person.country.code != "US"
    moment = dice.between(person.joined_at, max(person.joined_at, END - 40 * DAY))
    draw = dice.random()
    says_yes, says_no = (0.74, 0.88) if opt_in else (0.22, 0.28)
    if draw < says_yes:
        expires = moment + 1_095 * DAY if dice.chance(0.4) else 0
        if dice.chance(0.05):
            expires = moment + 30 * DAY
        actor = "subject"
        if person.is_child:
            actor = "parent" if dice.chance(0.3) else "subject"
        purposes = ADS + SITE_USE if dice.chance(0.6) else ADS
        if dice.chance(0.06):
            # Data may be shared, but ads may not be personalised: not enough in the EEA.
            purposes = ("ad_data_sharing", "analytics")
        for purpose in purposes:
            event(scene, person, login, purpose, "granted", moment, "cmp", expires, actor)
        if speaker.cookie and login is not speaker.cookie and dice.chance(0.2):
            event(scene, person, speaker.cookie, "storage_access", "granted", moment)
        later = moment + dice.between(20, 300) * DAY
        if later < END - 30 * DAY and dice.chance(0.1):
            for purpose in ADS:
                event(scene, person, login, purpose, "withdrawn", later, "preference_center")
            if dice.chance(0.45):
                again = min(later + dice.between(5, 25) * DAY, END - DAY)
                for purpose in ADS:
                    event(scene, person, login, purpose, "granted", again, "preference_center")
        elif speaker.cookie and login is not speaker.cookie and dice.chance(0.03):
            for purpose in ADS:
                event(scene, person, speaker.cookie, purpose, "denied", moment + 3 * DAY)
    elif draw < says_no:
        for purpose in ADS + SITE_USE:
            event(scene, person, login, purpose, "denied", moment)


def _email_answer(scene: Scene, speaker: Speaker, start: int, end: int) -> None:
    """Double opt-in of a newsletter, and its end."""
    dice, person, email = scene.dice, speaker.person, speaker.email
    if email is None or dice.chance(0.1):
        return
    event(scene, person, email, "email_marketing", "acknowledged", start, "form")
    if dice.chance(0.93):
        event(scene, person, email, "email_marketing", "granted", start + dice.between(60, DAY), "form")
    if end < END:
        event(scene, person, email, "email_marketing", "withdrawn", end, "api")


def _sms_answer(scene: Scene, speaker: Speaker) -> None:
    dice, person = scene.dice, speaker.person
    if speaker.phone is None or not dice.chance(0.15):
        return
    moment = dice.between(person.joined_at, max(person.joined_at, END - 40 * DAY))
    yes = dice.chance(0.7)
    event(scene, person, speaker.phone, "sms_marketing", "granted" if yes else "denied", moment, "form")


def _us_answer(scene: Scene, speaker: Speaker) -> None:
    """Opt-outs of sale, and browsers that send Global Privacy Control."""
    dice, person = scene.dice, speaker.person
    login = speaker.login or speaker.email
    moment = dice.between(person.joined_at, END - DAY)
    if login and dice.chance(0.07):
        for purpose in US_OPT_OUT:
            event(scene, person, login, purpose, "denied", moment, "form", channel="")
    if speaker.cookie and dice.chance(0.1):
        region = person.addresses[-1][1].region
        for visit in range(dice.between(1, 3)):
            scene.company.add(
                "consent/gpc_signals",
                {"signal_id": scene.company.key("GP"), "anonymous_id": speaker.cookie.value,
                 "user_id": person.user_id if person.user_id and dice.chance(0.5) else None,
                 "gpc": dice.pick((True, True, "1")), "country": "US", "region": region,
                 "observed_at": with_zone(min(moment + visit * DAY, END - 60))},
            )
    elif speaker.cookie and dice.chance(0.05):
        scene.company.add(
            "consent/gpc_signals",
            {"signal_id": scene.company.key("GP"), "anonymous_id": speaker.cookie.value,
             "user_id": None, "gpc": False, "country": "US", "region": None,
             "observed_at": with_zone(moment)},
        )


def _preferences(scene: Scene, speaker: Speaker) -> None:
    dice, person = scene.dice, speaker.person
    if not person.user_id or not dice.chance(0.18):
        return
    purpose, channel = dice.pick(
        (("email_marketing", "email"), ("sms_marketing", "sms"), ("profiling_ads", "ads"),
         ("personalisation", ""), ("push", "push"))
    )
    scene.company.add(
        "consent/preference_changes",
        {"change_id": scene.company.key("PC"), "user_id": person.user_id,
         "email": speaker.email.value if speaker.email and dice.chance(0.5) else "",
         "purpose": purpose, "channel": channel,
         "action": dice.pick(("granted", "withdrawn", "denied", "objected")),
         "changed_at": with_zone(dice.between(person.joined_at, END - 1))},
    )


def _request(scene: Scene, speaker: Speaker) -> None:
    """A request for access, erasure or the like."""
    dice, person = scene.dice, speaker.person
    if not (speaker.email and dice.chance(0.025)):
        return
    right = dice.pick_weighted(
        [("access", 30.0), ("erase", 20.0), ("object", 12.0), ("opt_out_sale", 15.0),
         ("portability", 8.0), ("rectify", 8.0), ("restrict", 4.0), ("limit_sensitive", 3.0)]
    )
    received = dice.between(person.joined_at, END - DAY)
    closed = received + dice.between(3, 28) * DAY
    status = dice.pick(("completed", "closed")) if closed < END else "in_progress"
    if dice.chance(0.06):
        status = "rejected"
    regimes = {"US": "ccpa", "GB": "uk_gdpr", "BR": "lgpd"}
    default = "gdpr" if person.country.opt_in else "default"
    scene.company.add(
        "consent/privacy_requests",
        {"request_id": scene.company.key("PR"), "right": right, "email": speaker.email.value,
         "phone": f"+{person.country.calling_code}{person.phone_at(received)}"
         if speaker.phone and dice.chance(0.4) else "",
         "user_id": person.user_id if dice.chance(0.6) else "",
         "regime": regimes.get(person.country.code, default), "received_at": with_zone(received),
         "identity_verified_at": with_zone(min(received + DAY, END - 1)), "status": status,
         "closed_at": with_zone(closed) if status in ("completed", "closed") else ""},
    )


def consents(
    scene: Scene, person: Person, gives_email: bool, newsletter: tuple[str, str, int, int] | None
) -> None:
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
    if newsletter is not None:
        _, address, start, end = newsletter
        speaker.email = Identifier("email", address.strip())
        _email_answer(scene, speaker, start, end)
    _sms_answer(scene, speaker)
    if person.country.code == "US":
        _us_answer(scene, speaker)
    _preferences(scene, speaker)
    _request(scene, speaker)
