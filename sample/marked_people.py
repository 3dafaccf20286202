"""People marked by hand: what they allowed, what they refused, and who is not whom."""

from __future__ import annotations

from sample.marks import Marks, person_name

ADS = ("profiling_ads", "ads_first_party", "ad_data_sharing")
NEVER = "never_in_audience"
MAY = "may_be_in_audience"
BOTH_DAYS = "2025-03-01"
AREAS = ("253", "360", "509", "564", "208", "406", "307", "701", "605", "402", "785", "918", "575")
STREETS = (
    "Marker Street",
    "Old Mill Lane",
    "Quay Road",
    "Bishop Row",
    "Cooper Terrace",
    "Thistle Hill",
    "Foundry Yard",
    "Larch Grove",
)


def write_marked_people(marks: Marks) -> None:
    """All of them."""
    _controls(marks)
    _refusals(marks)
    _consent_over_time(marks)
    _minors(marks)
    _rights(marks)
    _shared_things(marks)
    _same_person(marks)


def phone(number: int) -> str:
    """A number kept for fiction in an area that the generator does not use."""
    return f"+1{AREAS[number % len(AREAS)]}55501{number % 100:02d}"


def street_address(number: int) -> str:
    """A street and house number, different for everybody."""
    return f"{number} {STREETS[number % len(STREETS)]}"


def buyer(marks: Marks, number: int, home: str, mark: tuple[str, str, str]) -> str:
    """Somebody with a shop account, an order and a browser. Returns the login.

    home is "country-region"; mark is case, what must become of them, and why.
    """
    country, _, region = home.partition("-")
    person = f"M{number:02d}"
    login = f"um-{number:02d}"
    email = f"marked.{number:02d}@example.com"
    customer_id = f"M-SC-{number:02d}"
    marks.add(
        "shop/customers",
        person,
        customer_id=customer_id,
        user_id=login,
        email=email,
        **person_name(number),
        phone=phone(number),
        street_address=street_address(number),
        country=country,
        region=region,
    )
    marks.add("shop/orders", order_id=f"M-O-{number:02d}", customer_id=customer_id, email=email)
    marks.add("shop/order_lines", order_line_id=f"M-OL-{number:02d}", order_id=f"M-O-{number:02d}")
    marks.web(f"M-WEB-{number:02d}", person, f"m-anon-{number:02d}", login, traits={"email": email})
    marks.company.mark(mark[0], "shop/customers", customer_id, mark[1], mark[2])
    return login


def _home(marks: Marks, number: int, country: str) -> None:
    marks.household(f"HM{number:02d}", [f"M{number:02d}"], country)


def _controls(marks: Marks) -> None:
    login = buyer(marks, 1, "DE-BE", ("consented", MAY, "all ads purposes granted by login"))
    marks.consent(("user_id", login), "DE", ADS, "granted", BOTH_DAYS)
    _home(marks, 1, "DE")
    buyer(marks, 2, "US-TX", ("region_default_allows", MAY, "opt-out region, nothing said"))
    _home(marks, 2, "US")
    buyer(marks, 3, "FR-IDF", ("region_default_denies", NEVER, "opt-in region, nothing said"))
    _home(marks, 3, "FR")
    buyer(marks, 4, "", ("region_unknown", NEVER, "no region known: the strictest rule"))
    _home(marks, 4, "")
    login = buyer(marks, 5, "BR-SP", ("consented", MAY, "all ads purposes granted by login"))
    marks.consent(("user_id", login), "BR", ADS, "granted", BOTH_DAYS)
    _home(marks, 5, "BR")
    login = buyer(marks, 6, "IT-25", ("half_granted", NEVER, "ad_data_sharing only: the EEA needs personalisation too"))
    marks.consent(("user_id", login), "IT", ("ad_data_sharing",), "granted", BOTH_DAYS)
    _home(marks, 6, "IT")


def _refusals(marks: Marks) -> None:
    company = marks.company
    for number, tick, registered, note in (
        (7, "X", "2026-02-10 10:00:00", "paper form refuses after the shop and the banner agreed"),
        (8, "yes", "2025-01-05 10:00:00", "paper form refused first, another system's login agreed later"),
        (9, "true", "2026-02-10 10:00:00", "the form has the telephone only"),
    ):
        login = buyer(marks, number, "DE-BY", ("warranty_refusal", NEVER, note))
        marks.consent(("user_id", login), "DE", ADS, "granted", BOTH_DAYS)
        marks.add(
            "pos/warranty_registrations",
            f"M{number:02d}",
            registration_id=f"M-W-{number:02d}",
            **person_name(number),
            email="" if number == 9 else f"marked.{number:02d}@example.com",
            phone=phone(number),
            street_address=street_address(number),
            country="DE",
            registered_at=registered,
            no_marketing=tick,
        )
        company.mark(
            "warranty_refusal",
            "pos/warranty_registrations",
            f"M-W-{number:02d}",
            "staged",
            f"no_marketing is {tick!r}; same person as shop:M-SC-{number:02d}",
        )
        _home(marks, number, "DE")
    for number, signal, expected in ((10, True, NEVER), (11, "1", NEVER), (12, False, MAY)):
        buyer(marks, number, "US-CA", ("gpc", expected, f"browser sends gpc {signal!r}"))
        table = company.tables["consent/gpc_signals"]
        table.add_bytes(
            table.line(
                {
                    "signal_id": f"M-GP-{number}",
                    "anonymous_id": f"m-anon-{number}",
                    "user_id": None,
                    "gpc": signal,
                    "country": "US",
                    "region": "CA",
                    "observed_at": "2026-02-03T10:00:00Z",
                }
            )
        )
        company.mark("gpc", "consent/gpc_signals", f"M-GP-{number}", "staged", "the cookie is the buyer's")
        _home(marks, number, "US")
    login = buyer(marks, 13, "US-VA", ("sale_opt_out", NEVER, "opted out of sale, sharing and targeted ads"))
    marks.consent(
        ("user_id", login),
        "US",
        ("sale_of_data", "sharing_cross_context", "targeted_advertising"),
        "denied",
        BOTH_DAYS,
        channel=None,
        mechanism="form",
    )
    _home(marks, 13, "US")


def _consent_over_time(marks: Marks) -> None:
    company = marks.company
    login = buyer(marks, 14, "DE-BE", ("regranted", MAY, "withdrawn and granted again by the same login"))
    marks.consent(("user_id", login), "DE", ADS, "granted", "2025-03-01")
    marks.consent(("user_id", login), "DE", ADS, "withdrawn", "2025-06-01")
    marks.consent(("user_id", login), "DE", ADS, "granted", "2025-09-01")
    _home(marks, 14, "DE")
    login = buyer(
        marks,
        15,
        "DE-BE",
        ("denied_elsewhere", NEVER, "withdrawn on the cookie, granted later by login: the cookie's denial stays"),
    )
    marks.consent(("anonymous_id", "m-anon-15"), "DE", ADS, "withdrawn", "2025-06-01")
    marks.consent(("user_id", login), "DE", ADS, "granted", "2025-09-01")
    _home(marks, 15, "DE")
    login = buyer(marks, 16, "GB-LND", ("expired_consent", NEVER, "the grant ended in 2026-01"))
    marks.consent(("user_id", login), "GB", ADS, "granted", "2025-01-10", expires_at="2026-01-10T10:00:00Z")
    _home(marks, 16, "GB")
    login = buyer(marks, 17, "ES-MD", ("consent_tie", NEVER, "granted and denied in the same second: denial wins"))
    marks.consent(("user_id", login), "ES", ADS, "denied", "2025-03-01")
    marks.consent(("user_id", login), "ES", ADS, "granted", "2025-03-01")
    _home(marks, 17, "ES")
    login = buyer(marks, 18, "NL-NH", ("late_withdrawal", NEVER, "withdrawal of 2025-12 arrived in 2026-06"))
    marks.consent(("user_id", login), "NL", ADS, "granted", "2025-03-01")
    marks.consent(("user_id", login), "NL", ADS, "withdrawn", "2025-12-01", received_at="2026-06-25T10:00:00Z")
    _home(marks, 18, "NL")
    login = buyer(marks, 19, "PL-12", ("late_grant", NEVER, "a late grant older than the denial changes nothing"))
    marks.consent(("user_id", login), "PL", ADS, "denied", "2025-12-01")
    marks.consent(("user_id", login), "PL", ADS, "granted", "2025-03-01", received_at="2026-06-25T10:00:00Z")
    _home(marks, 19, "PL")
    login = buyer(marks, 20, "SE-AB", ("objected", NEVER, "granted, then objected through an agent"))
    marks.consent(("user_id", login), "SE", ADS, "granted", "2025-03-01")
    marks.consent(
        ("email", "marked.20@example.com"), "SE", ADS, "objected", "2026-03-01", actor="agent", mechanism="agent"
    )
    _home(marks, 20, "SE")

    for number, actions, expected, note in (
        (21, ("acknowledged",), "email_marketing:denied", "double opt-in never confirmed"),
        (22, ("acknowledged", "granted"), "email_marketing:granted", "double opt-in confirmed"),
        (23, ("acknowledged", "granted", "withdrawn"), "email_marketing:denied", "unsubscribed"),
    ):
        person, key = f"M{number}", f"M-NL-{number}"
        email = f"marked.{number}@example.com"
        state = {"acknowledged": "pending", "granted": "subscribed", "withdrawn": "unsubscribed"}[actions[-1]]
        marks.add(
            "email/subscribers",
            person,
            subscriber_id=key,
            email=email,
            first_name=person_name(number)["first_name"],
            country="DE",
            status=state,
            unsubscribed_at="2025-04-01T00:00:00Z" if state == "unsubscribed" else "",
        )
        for month, action in enumerate(actions, start=2):
            marks.consent(
                ("email", email), "DE", ("email_marketing",), action, f"2025-{month:02d}-01", mechanism="form"
            )
        company.mark("double_opt_in", "email/subscribers", key, expected, note)
        _home(marks, number, "DE")


def _minors(marks: Marks) -> None:
    company = marks.company
    for number, country, region, born, actor, expected, note in (
        (24, "US", "CA", "2014-05-05", "", NEVER, "twelve years old, nothing said: needs opt-in"),
        (25, "DE", "BE", "2013-04-04", "subject", NEVER, "thirteen, agreed alone"),
        (26, "FR", "IDF", "2012-03-03", "parent", "staged", "fourteen, a parent agreed"),
    ):
        login = buyer(marks, number, f"{country}-{region}", ("minor", expected, note))
        marks.add(
            "loyalty/members",
            f"M{number}",
            member_id=f"M-LM-{number}",
            loyalty_number=f"88M{number:05d}",
            user_id=login,
            **person_name(number),
            email=f"marked.{number}@example.com",
            birth_date=born,
            country=country,
            region=region,
        )
        company.tell(f"pos:card:88M{number:05d}", f"M{number}")
        company.mark("minor", "loyalty/members", f"M-LM-{number}", expected, f"born {born}")
        if actor:
            marks.consent(("user_id", login), country, ADS, "granted", BOTH_DAYS, actor=actor, is_minor=True)
        _home(marks, number, country)


def _rights(marks: Marks) -> None:
    company = marks.company
    erased = "quarantine:erased_subject"
    for number, email, again, status in (
        (27, "marked.27@example.com", "MARKED.27@Example.com ", "completed"),
        (28, "sample.erased.one@gmail.com", "sampleerasedone+again@googlemail.com", "closed"),
    ):
        person, login = f"M{number}", f"um-{number}"
        customer_id = f"M-SC-{number}"
        marks.add(
            "shop/customers",
            person,
            customer_id=customer_id,
            user_id=login,
            email=email,
            first_name="Erika",
            last_name="Erased",
            country="GB",
        )
        marks.add("shop/orders", order_id=f"M-O-{number}", customer_id=customer_id, email=email)
        marks.add("consent/privacy_requests", request_id=f"M-PR-{number}", email=email, user_id=login, status=status)
        marks.add(
            "crm/contacts",
            person,
            contact_id=f"M-C-{number}",
            first_name="Erika",
            last_name="Erased",
            email=again,
            country="GB",
            updated_at="2026-06-01 08:00:00",
        )
        company.mark("erased", "shop/customers", customer_id, erased, "asked for erasure in 2025-08")
        company.mark("erased", "shop/orders", f"M-O-{number}", erased, "an order under the erased address")
        company.mark("erased_returns", "crm/contacts", f"M-C-{number}", erased, f"sent again in 2026-06 as {again!r}")
        _home(marks, number, "GB")
    for number, right, status, expected, note in (
        (29, "erase", "in_progress", "staged", "the identity is not verified yet"),
        (30, "erase", "rejected", "staged", "rejected: the identity was not proved"),
        (31, "object", "closed", NEVER, "objection to direct marketing; rows stay"),
        (32, "opt_out_sale", "completed", NEVER, "asked not to be sold"),
        (33, "access", "completed", MAY, "a copy was asked for, nothing refused"),
    ):
        country, region = ("US", "CA") if right == "opt_out_sale" else ("DE", "BE")
        login = buyer(marks, number, f"{country}-{region}", (f"request_{right}", expected, note))
        marks.consent(("user_id", login), country, ADS, "granted", BOTH_DAYS)
        marks.add(
            "consent/privacy_requests",
            request_id=f"M-PR-{number}",
            right=right,
            email=f"marked.{number}@example.com",
            user_id=login,
            status=status,
            regime="ccpa" if country == "US" else "gdpr",
            identity_verified_at="" if expected == "staged" else "2025-08-02T09:00:00Z",
            closed_at="2025-08-15T09:00:00Z" if status in ("closed", "completed") else "",
        )
        _home(marks, number, country)


def _shared_things(marks: Marks) -> None:
    company = marks.company
    for number, other in ((34, 35), (35, 34)):
        buyer(
            marks,
            number,
            "GB-LND",
            ("shared_tablet", f"not_same_person:shop:M-SC-{other}", "one of two logins on one tablet"),
        )
        marks.web(f"M-WEB-{number}-TABLET", f"M{number}", "m-tablet", f"um-{number}")
        marks.app(f"M-APP-{number}-TABLET", f"M{number}", "M-TABLET", f"um-{number}")
        company.mark(
            "shared_tablet",
            "web/events",
            f"M-WEB-{number}-TABLET",
            f"not_same_person:shop:M-SC-{other}",
            "anonymous_id m-tablet, device_id M-TABLET",
        )
    for visit in range(2):
        marks.web(f"M-WEB-TABLET-{visit}", "M34", "m-tablet")
    company.mark(
        "shared_tablet",
        "web/events",
        "M-WEB-TABLET-0",
        "staged",
        "nobody logged in; the truth gives it to M34, who used the tablet more",
    )
    marks.household("HM34", ["M34", "M35"], "GB")

    def pair(case: str, numbers: tuple[int, int], note: str, first: dict[str, str], second: dict[str, str]) -> None:
        keys = [f"M-C-{number}" for number in numbers]
        for number, key, other, values in zip(numbers, keys, reversed(keys), (first, second), strict=True):
            marks.add("crm/contacts", f"M{number}", contact_id=key, country="US", **values)
            company.mark(case, "crm/contacts", key, f"apart_when_scored:crm:{other}", note)

    pair(
        "shared_phone",
        (36, 37),
        "spouses with one telephone",
        {"first_name": "Lorna", "last_name": "Hearth", "phone": phone(36), "email": "lorna.36@example.net"},
        {"first_name": "Bertram", "last_name": "Hearth", "phone": phone(36), "email": "bertram.37@example.net"},
    )
    marks.household("HM36", ["M36", "M37"], "US")
    pair(
        "recycled_phone",
        (38, 39),
        "the number had another owner until 2025",
        {"first_name": "Oskar", "last_name": "Former", "phone": phone(38), "updated_at": "2024-08-01 00:00:00"},
        {"first_name": "Nadia", "last_name": "Latter", "phone": phone(38), "updated_at": "2026-05-01 00:00:00"},
    )
    marks.household("HM38", ["M38"], "US")
    marks.household("HM39", ["M39"], "US")
    home = {"street_address": "5 Elder Street", "city": "Denver", "region": "CO", "postal_code": "80210"}
    pair(
        "father_and_son",
        (40, 41),
        "one name, one address, a generation apart",
        {"first_name": "Walter", "last_name": "Oldham", "suffix": "Sr.", "birth_date": "1951-03-02", **home},
        {"first_name": "Walter", "last_name": "Oldham", "suffix": "Jr.", "birth_date": "1979-09-12", **home},
    )
    marks.household("HM40", ["M40", "M41"], "US")
    pair(
        "twins",
        (42, 43),
        "born on one day, one address, one initial",
        {"first_name": "Petra", "last_name": "Gemini", "birth_date": "1990-06-01", **home},
        {"first_name": "Paula", "last_name": "Gemini", "birth_date": "1990-06-01", **home},
    )
    marks.household("HM42", ["M42", "M43"], "US")


def _same_person(marks: Marks) -> None:
    """Two records each of one person; `same_person` where an identifier says so, else for scoring."""
    company = marks.company
    for number, case, holds, note, first, second in (
        (
            44,
            "maiden_name",
            "same_person",
            "one e-mail, two family names",
            {"first_name": "Hanna", "last_name": "Mädler", "email": "hanna.44@example.com"},
            {"first_name": "Hanna", "last_name": "Vogt", "email": "hanna.44@example.com"},
        ),
        (
            45,
            "plus_addressing",
            "same_person_when_scored",
            "one mailbox, written in two ways",
            {"first_name": "Pia", "last_name": "Plus", "email": "sample.pia.plus@gmail.com"},
            {"first_name": "Pia", "last_name": "Plus", "email": "samplepiaplus+shop@googlemail.com"},
        ),
        (
            46,
            "nickname",
            "same_person_when_scored",
            "Bill is William",
            {"first_name": "William", "last_name": "Nickel"},
            {"first_name": "Bill", "last_name": "Nickel"},
        ),
        (
            47,
            "swapped_names",
            "same_person_when_scored",
            "given and family name in each other's column",
            {"first_name": "Torsten", "last_name": "Wechsel"},
            {"first_name": "Wechsel", "last_name": "Torsten"},
        ),
        (
            48,
            "script",
            "same_person_when_scored",
            "Cyrillic and Latin",
            {"first_name": "Димитър", "last_name": "Петков"},
            {"first_name": "Dimitar", "last_name": "Petkov"},
        ),
        (
            49,
            "script",
            "same_person_when_scored",
            "Greek and Latin",
            {"first_name": "Ελένη", "last_name": "Νικολάου"},
            {"first_name": "Eleni", "last_name": "Nikolaou"},
        ),
        (
            50,
            "script",
            "same_person_when_scored",
            "Japanese and Latin",
            {"first_name": "花子", "last_name": "田中"},
            {"first_name": "Hanako", "last_name": "Tanaka"},
        ),
        (
            51,
            "script",
            "same_person_when_scored",
            "Chinese and Latin",
            {"first_name": "伟", "last_name": "张"},
            {"first_name": "Wei", "last_name": "Zhang"},
        ),
        (
            52,
            "script",
            "same_person_when_scored",
            "Korean and Latin",
            {"first_name": "지훈", "last_name": "박"},
            {"first_name": "Ji-hoon", "last_name": "Park"},
        ),
        (
            53,
            "script",
            "same_person_when_scored",
            "Arabic and Latin",
            {"first_name": "ليلى", "last_name": "حداد"},
            {"first_name": "Layla", "last_name": "Haddad"},
        ),
        (
            54,
            "script",
            "same_person_when_scored",
            "Devanagari and Latin",
            {"first_name": "प्रिया", "last_name": "शर्मा"},
            {"first_name": "Priya", "last_name": "Sharma"},
        ),
        (
            55,
            "accents",
            "same_person_when_scored",
            "NFC and NFD of the same letters",
            {"first_name": "Zo\u00eb", "last_name": "M\u00fcller"},
            {"first_name": "Zoe\u0308", "last_name": "Mu\u0308ller"},
        ),
        (
            56,
            "email_spelling",
            "same_person",
            "capitals and a space",
            {"first_name": "Casey", "last_name": "Upper", "email": "casey.56@example.com"},
            {"first_name": "Casey", "last_name": "Upper", "email": " CASEY.56@EXAMPLE.COM"},
        ),
        (
            57,
            "phone_spelling",
            "same_person",
            "one number, dialled from home and from abroad",
            {"first_name": "Fona", "last_name": "Dial", "phone": "089 99998 999"},
            {"first_name": "Fona", "last_name": "Dial", "phone": "+49 (0)89 99998-999"},
        ),
    ):
        keys = [f"M-C-{number}A", f"M-C-{number}B"]
        base = {
            "birth_date": f"{1916 + number}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "postal_code": f"10{number}5",
            "city": "Berlin",
            "country": "DE",
        }
        for key, other, values in zip(keys, reversed(keys), (first, second), strict=True):
            marks.add("crm/contacts", f"M{number}", contact_id=key, **base, **values)
            company.mark(case, "crm/contacts", key, f"{holds}:crm:{other}", note)
        _home(marks, number, "DE")
