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


def readable_text(hex_digits: str | None) -> str | None:
    """Make text of a line's bytes that should be UTF-8 and are not, with `?` for each byte of no character.

    A broken sequence of two to four bytes is replaced up to the first byte that does not fit, that one included; one
    that is cut short by the end of the line, which counts as a byte, only byte by byte. So does DuckDB where its reader
    reports a broken line.

    Args:
        hex_digits: the bytes in hexadecimal, without the end of the line; broken text itself passes to no function.

    Returns:
        Text that is valid UTF-8; None for None and for what is not hexadecimal.
    """
    if hex_digits is None:
        return None
    try:
        content = bytearray.fromhex(hex_digits) + b"\n"
    except ValueError:
        return None
    place = 0
    while place < len(content):
        first = content[place]
        by_first_byte = {first < 0x80: 1, first >> 5 == 0b110: 2, first >> 4 == 0b1110: 3, first >> 3 == 0b11110: 4}
        length = by_first_byte.get(True, 0)
        end = place + 1
        if length > 1 and place + length <= len(content):
            while end < place + length and content[end] >> 6 == 2:
                end += 1
            end = min(end + 1, place + length)
        if length != 1:
            try:
                content[place:end].decode()
            except UnicodeDecodeError:
                content[place:end] = b"?" * (end - place)
        place = end
    return content[:-1].decode()
