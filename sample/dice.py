"""Random draws that give the same values on every platform and every Python from 3.11 on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


class Dice:
    """Draws built on `random()` and `getrandbits()` only.

    Those two are the parts of the standard generator whose sequence is promised to stay; `choice`,
    `shuffle` and `gauss` are not, and floating-point `log` differs between C libraries.
    """

    def __init__(self, seed: int) -> None:
        """The same seed gives the same draws."""
        self._random = random.Random(seed)
        self.random = self._random.random

    def chance(self, probability: float) -> bool:
        """True with the given probability."""
        return self.random() < probability

    def between(self, low: int, high: int) -> int:
        """An integer from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, items: Sequence[Item]) -> Item:
        """One of the items, all equally likely."""
        return items[int(self.random() * len(items))]

    def pick_weighted(self, items: Sequence[tuple[Item, float]]) -> Item:
        """One of the items; weights need not sum to one."""
        mark = self.random() * sum(weight for _, weight in items)
        for item, weight in items:
            mark -= weight
            if mark < 0:
                return item
        return items[-1][0]

    def shuffle(self, items: list[Item]) -> None:
        """Fisher and Yates, in place."""
        for last in range(len(items) - 1, 0, -1):
            other = int(self.random() * (last + 1))
            items[last], items[other] = items[other], items[last]

    def tail(self, mean: float, most: int) -> int:
        """A count from 0 to most with a geometric tail: many small ones, a few large ones."""
        stay = mean / (1.0 + mean)
        count = 0
        while count < most and self.random() < stay:
            count += 1
        return count

    def hexadecimal(self, digits: int) -> str:
        """Random lower-case hexadecimal digits."""
        return f"{self._random.getrandbits(4 * digits):0{digits}x}"

    def uuid(self) -> str:
        """Text in the form of a version 4 UUID."""
        text = self.hexadecimal(30)
        return f"{text[:8]}-{text[8:12]}-4{text[12:15]}-a{text[15:18]}-{text[18:30]}"
