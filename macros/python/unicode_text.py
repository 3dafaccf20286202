"""Unicode normal form and transliteration."""

import unicodedata
from functools import lru_cache

from anyascii import anyascii


def nfc_text(text: str | None) -> str | None:
    """Return a text in Unicode normal form C, None for None. Source: Unicode Standard Annex #15."""
    return None if text is None else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=2**18)
def transliterated(text: str | None) -> str | None:
    """Write a text of any script in ASCII.

    The text is brought to normal form C first, so that a letter with a combining accent and the same letter as
    one code point give the same result. Han characters are read as Mandarin, whatever the language.

    Args:
        text: text of any script, any length.

    Returns:
        ASCII text, case kept (`Łódź` gives `Lodz`, `Юлия` gives `Yuliya`), perhaps empty; None for None.

    Source: https://github.com/anyascii/anyascii.
    """
    return None if text is None else anyascii(unicodedata.normalize("NFC", text))
