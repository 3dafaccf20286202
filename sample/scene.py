"""What every part of a person's life needs at hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from sample.dice import Dice
from sample.output import Company
from sample.people import Household, Person
from sample.places import Country

PRODUCT_WORDS: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    (
        "kitchen",
        (
            ("Copper kettle", 59),
            ("Walnut board", 35),
            ("Linen apron", 29),
            ("Cast pan", 79),
            ("Salt mill", 24),
            ("Stone bowl", 18),
            ("Tea tin", 12),
            ("Bread knife", 49),
        ),
    ),
    (
        "outdoor",
        (
            ("Trail tent", 289),
            ("Wool blanket", 89),
            ("Camp lantern", 45),
            ("Rain shell", 129),
            ("Trail flask", 27),
            ("Folding chair", 65),
            ("Pocket stove", 55),
            ("Map case", 15),
        ),
    ),
    (
        "home",
        (
            ("Oak shelf", 149),
            ("Desk lamp", 99),
            ("Cotton throw", 69),
            ("Wall clock", 75),
            ("Candle trio", 22),
            ("Brass hook", 9),
            ("Rattan basket", 39),
            ("Door mat", 32),
        ),
    ),
    (
        "garden",
        (
            ("Hand trowel", 19),
            ("Seed box", 25),
            ("Watering can", 42),
            ("Bird house", 36),
            ("Garden gloves", 14),
            ("Planter", 58),
            ("Twine", 7),
            ("Compost bin", 110),
        ),
    ),
    ("subscription", (("Coffee box", 19), ("Seed club", 15), ("Candle club", 25), ("Magazine", 9))),
)
PRODUCTS: tuple[tuple[str, str, str, int], ...] = tuple(
    (f"SKU-{group + 1}{place + 1:02d}", word, category, price)
    for group, (category, words) in enumerate(PRODUCT_WORDS)
    for place, (word, price) in enumerate(words)
)
GOODS = tuple(product for product in PRODUCTS if product[2] != "subscription")
CLUBS = tuple(product for product in PRODUCTS if product[2] == "subscription")

AGENTS = (
    "agent.fern@support.example",
    "agent.hazel@support.example",
    "agent.rowan@support.example",
    "agent.linden@support.example",
)


@dataclass(frozen=True)
class Order:
    """A shop order as later events refer to it."""

    order_id: str
    ordered_at: int
    total: str
    currency: str
    first_product: str


@dataclass
class Scene:
    """The company being written, and the household whose turn it is."""

    company: Company
    household: Household
    dice: Dice
    # (record id, person id) → how often that person used a shared cookie or device logged out.
    shared_use: dict[tuple[str, str], int] = field(default_factory=dict)

    def use_shared(self, record_id: str, person: Person) -> None:
        """Counts one use; who used it most owns the record in the truth."""
        key = (record_id, person.person_id)
        self.shared_use[key] = self.shared_use.get(key, 0) + 1

    def settle_shared(self) -> None:
        """Tells the truth of shared records."""
        ranked = sorted(self.shared_use.items(), key=lambda use: (-use[1], use[0]))
        for (record_id, person_id), _ in ranked:
            self.company.tell(record_id, person_id)


def money(country: Country, dollars: float) -> str:
    """A price in the country's currency, as text."""
    value = dollars * country.rate
    if country.rate > 100:
        return f"{round(value / 10) * 10}"
    return f"{round(value * 100) / 100:.2f}"


def added(country: Country, *amounts: str) -> str:
    """The sum of amounts, counted in hundredths so that it is exact."""
    cents = sum(round(float(amount) * 100) for amount in amounts)
    return f"{cents // 100}" if country.rate > 100 else f"{cents / 100:.2f}"
