"""How alike two texts are, after Jaro and Winkler."""

from fractions import Fraction

LONGEST_PREFIX = 4
PREFIX_WEIGHT = 0.1
LEAST_FOR_PREFIX = 0.7
TAKEN = 0xFF  # a byte that UTF-8 never has


def jaro_winkler(left: str | None, right: str | None) -> float | None:
    """Tell how alike two texts are, 0 to 1.

    Equal characters count where they are not too far apart; half of those that stand in another order count against,
    rounded down; a common beginning counts for. The measure is that of DuckDB's function jaro_winkler_similarity to the
    last digit, for it may be equal to the threshold that it is compared with: characters are the bytes of UTF-8, and
    what the beginning adds is multiplied and added in one step, rounded once.

    Args:
        left: a text or None.
        right: a text or None.

    Returns:
        0 where nothing is equal or a text is empty; None where one is None.

    Source: W. E. Winkler, String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
        Linkage (1990); https://github.com/rapidfuzz/jaro_winkler-cpp.
    """
    if left is None or right is None:
        return None
    ours, theirs = left.encode("utf-8", "surrogatepass"), right.encode("utf-8", "surrogatepass")
    reach = max(len(ours) // 2, len(theirs) // 2, 1)
    untaken = bytearray(theirs)
    equal = bytearray()
    for place, byte in enumerate(ours):
        found = untaken.find(byte, max(0, place - reach + 1), place + reach)
        if found >= 0:
            untaken[found] = TAKEN
            equal.append(byte)
    if not equal:
        return 0.0
    equal_of_theirs = (byte for byte, mark in zip(theirs, untaken, strict=True) if mark == TAKEN)
    moved = sum(byte != other for byte, other in zip(equal, equal_of_theirs, strict=True)) // 2
    count = len(equal)
    similarity = (count / len(ours) + count / len(theirs) + (count - moved) / count) / 3
    if similarity > LEAST_FOR_PREFIX:
        prefix = 0
        while prefix < min(LONGEST_PREFIX, len(ours), len(theirs)) and ours[prefix] == theirs[prefix]:
            prefix += 1
        if prefix:
            similarity = float(Fraction(prefix * PREFIX_WEIGHT) * Fraction(1 - similarity) + Fraction(similarity))
    return similarity
