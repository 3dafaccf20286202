"""Web sessions, app use, and the advertising clicks that lead to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from sample.clock import DAY, END, day_of, seconds, with_milliseconds, with_zone
from sample.output import Company, app_record, web_record
from sample.people import Person
from sample.scene import GOODS, Order, Scene
from sample.views import email_view, view

AGENT_STRINGS = (
    "Mozilla/5.0 (X11; Linux x86_64) Sample/1.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Sample/1.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Sample/1.0",
    "Mozilla/5.0 (Linux; Android 15) Sample/1.0",
)
CAMPAIGNS = (
    ("google_ads", "G-100", "search_brand"),
    ("google_ads", "G-200", "search_generic"),
    ("meta", "M-100", "prospecting"),
    ("meta", "M-200", "retargeting"),
    ("tiktok", "T-100", "video"),
)
NO_ADVERTISING_ID = "00000000-0000-0000-0000-000000000000"
SITE = "https://shop.juniper.example"


def spend(company: Company) -> None:
    """Weekly spend per campaign, the same in every sample."""
    for platform, campaign_id, name in CAMPAIGNS:
        moment = seconds(2024, 7, 1)
        week = 0
        while moment < END:
            clicks = 40 + (week * 7 + len(name) * 13) % 60
            company.add(
                "ads/spend",
                {
                    "spend_id": company.key("SP"),
                    "platform": platform,
                    "campaign_id": campaign_id,
                    "campaign_name": name,
                    "spend_date": day_of(moment),
                    "cost": f"{clicks * 0.85:.2f}",
                    "currency": "USD",
                    "impressions": clicks * 55,
                    "clicks": clicks,
                },
            )
            moment += 7 * DAY
            week += 1


@dataclass(frozen=True)
class Hit:
    """What one web event says, apart from who and when."""

    kind: str
    path: str
    event: str = ""
    properties: dict[str, object] = field(default_factory=dict)
    traits: dict[str, str] = field(default_factory=dict)
    campaign: dict[str, str] = field(default_factory=dict)
    query: str = ""


class Browser:
    """One person's sessions on one cookie."""

    def __init__(self, scene: Scene, person: Person, cookie: str, is_shared: bool) -> None:
        """A shared cookie's logged-out events are settled when the household is done."""
        self._scene = scene
        self._person = person
        self._cookie = cookie
        self._is_shared = is_shared
        self._agent = scene.dice.pick(AGENT_STRINGS)
        block = scene.dice.pick(("192.0.2", "198.51.100", "203.0.113"))
        self._ip = f"{block}.{scene.dice.between(1, 254)}"

    def session(self, moment: int, user_id: str, order: Order | None, login: bool) -> None:
        """Pages and products in a row, with a login, an order or an advertising click if any."""
        dice = self._scene.dice
        campaign: dict[str, str] = {}
        query = ""
        steps = dice.between(2, 4)
        moment -= steps * 60
        if dice.chance(0.12):
            campaign, query = self._click(moment - 5, order)
        elif dice.chance(0.2):
            campaign = {"source": "newsletter", "medium": "email", "name": "monthly"}
        known = "" if login else user_id
        self._event(moment, known, Hit("page", "/", campaign=campaign, query=query))
        if login:
            self._identify(moment + 20, user_id)
            known = user_id
        for step in range(1, steps):
            product_id, name, category, _ = dice.pick(GOODS)
            path = f"/{category}/{product_id.lower()}"
            at = moment + step * 55
            if dice.chance(0.5):
                self._event(at, known, Hit("page", path, properties={"product_id": product_id}))
            else:
                event = "Product Viewed" if dice.chance(0.8) else "Product Added"
                properties: dict[str, object] = {"product_id": product_id, "name": name}
                self._event(at, known, Hit("track", path, event, properties))
        if order is not None:
            done: dict[str, object] = {
                "order_id": order.order_id,
                "product_id": order.first_product,
                "value": float(order.total),
                "currency": order.currency,
            }
            self._event(order.ordered_at, known, Hit("track", "/checkout/done", "Order Completed", done))

    def _identify(self, moment: int, user_id: str) -> None:
        dice, person = self._scene.dice, self._person
        seen = view(person, dice, moment)
        traits: dict[str, str] = {"email": email_view(person, dice, moment, 0.3)}
        if dice.chance(0.5):
            traits.update({"firstName": seen.given, "lastName": seen.family})
        if dice.chance(0.3) and seen.phone:
            traits["phone"] = seen.phone
        self._event(moment, user_id, Hit("identify", "/account", traits=traits))

    def _click(self, moment: int, order: Order | None) -> tuple[dict[str, str], str]:
        dice, company = self._scene.dice, self._scene.company
        platform, campaign_id, name = dice.pick(CAMPAIGNS)
        click_id = f"{platform[:1]}clk{dice.hexadecimal(16)}"
        parameter = {"google_ads": "gclid", "meta": "fbclid"}.get(platform, "ttclid")
        query = f"?{parameter}={click_id}"
        company.add(
            "ads/clicks",
            {
                "click_id": click_id,
                "platform": platform,
                "campaign_id": campaign_id,
                "clicked_at": with_zone(moment),
                "anonymous_id": self._cookie,
                "landing_url": f"{SITE}/{query}",
            },
        )
        self._tell("")
        if order is not None:
            company.add(
                "ads/conversions",
                {
                    "conversion_id": company.key("CV"),
                    "click_id": click_id,
                    "platform": platform,
                    "order_id": order.order_id,
                    "converted_at": with_zone(order.ordered_at),
                    "value": order.total,
                    "currency": order.currency,
                },
            )
        return {"source": platform, "medium": "cpc", "name": name}, query

    def _tell(self, user_id: str) -> None:
        record_id = web_record(self._cookie, user_id)
        if self._is_shared and not user_id:
            self._scene.use_shared(record_id, self._person)
        else:
            self._scene.company.tell(record_id, self._person.person_id)

    def _event(self, moment: int, user_id: str, hit: Hit) -> None:
        dice = self._scene.dice
        if moment >= END:
            return
        # Most events arrive within seconds; a few wait in an offline browser for days.
        delay = dice.between(1, 40 * DAY) if dice.chance(0.012) else dice.between(0, 5)
        context: dict[str, object] = {
            "ip": self._ip,
            "userAgent": self._agent,
            "page": {"path": hit.path, "url": f"{SITE}{hit.path}{hit.query}", "referrer": "", "title": hit.path[1:]},
        }
        if hit.campaign:
            context["campaign"] = hit.campaign
        if dice.chance(0.1):
            agrees = dice.chance(0.6)
            context["consent"] = {"categoryPreferences": {"analytics": True, "advertising": agrees}}
        row: dict[str, object] = {
            "messageId": f"w-{dice.hexadecimal(16)}",
            "type": hit.kind,
            "anonymousId": self._cookie,
            "timestamp": with_milliseconds(moment, dice.between(0, 999)),
            "receivedAt": with_milliseconds(min(moment + delay, END - 1), 999),
            "context": context,
        }
        if hit.event:
            row["event"] = hit.event
        known = user_id
        if user_id:
            row["userId"] = user_id
        elif dice.chance(0.004):
            # A tag that wrote the word instead of nothing.
            known = dice.pick(("undefined", "null", "-1"))
            row["userId"] = known
        elif dice.chance(0.3):
            row["userId"] = None
        if hit.properties:
            row["properties"] = hit.properties
        if hit.traits:
            row["traits"] = hit.traits
        self._scene.company.add("web/events", row)
        self._tell(user_id)
        if known != user_id:
            self._tell(known)


class Phone:
    """One person's use of the app on one device."""

    def __init__(self, scene: Scene, person: Person, device_id: str, is_shared: bool) -> None:
        """A shared device's logged-out events are settled when the household is done."""
        dice = scene.dice
        self._scene = scene
        self._person = person
        self._device_id = device_id
        self._is_shared = is_shared
        self._os = dice.pick(("ios", "android"))
        hidden = self._os == "ios" and dice.chance(0.5)
        self._advertising_id = NO_ADVERTISING_ID if hidden else dice.uuid()
        self._push_token = dice.hexadecimal(32) if dice.chance(0.7) else ""

    def event(self, moment: int, name: str, user_id: str, properties: dict[str, object]) -> None:
        """One app event."""
        dice = self._scene.dice
        if moment >= END:
            return
        delay = dice.between(DAY, 20 * DAY) if dice.chance(0.02) else dice.between(0, 20)
        self._scene.company.add(
            "app/events",
            {
                "event_id": f"a-{dice.hexadecimal(16)}",
                "event_name": name,
                "occurred_at": with_zone(moment),
                "received_at": with_zone(min(moment + delay, END - 1)),
                "user_id": user_id or None,
                "device_id": self._device_id,
                "advertising_id": self._advertising_id,
                "push_token": self._push_token or None,
                "push_enabled": bool(self._push_token),
                "os": self._os,
                "app_version": f"3.{(moment // (60 * DAY)) % 10}",
                "properties": properties,
            },
        )
        record_id = app_record(self._device_id, user_id)
        if self._is_shared and not user_id:
            self._scene.use_shared(record_id, self._person)
        else:
            self._scene.company.tell(record_id, self._person.person_id)

    def session(self, moment: int, user_id: str, order: Order | None) -> None:
        """The app opened, products looked at, perhaps an order."""
        dice = self._scene.dice
        opened = "push_opened" if self._push_token and dice.chance(0.2) else "app_opened"
        steps = dice.between(2, 5)
        moment -= steps * 30
        self.event(moment, opened, user_id, {})
        for step in range(1, steps + 1):
            self.event(moment + step * 25, "product_viewed", user_id, {"product_id": dice.pick(GOODS)[0]})
        if order is not None:
            self.event(
                order.ordered_at,
                "order_completed",
                user_id,
                {"order_id": order.order_id, "value": float(order.total), "currency": order.currency},
            )
