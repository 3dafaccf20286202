"""Normal form, transliteration, similarity and keyed hashes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jaro_winkler import jaro_winkler
from keyed_hashing import PEPPER_VARIABLE, SAMPLE_PEPPER, keyed_hash, pepper_from_environment
from unicode_text import nfc_text, transliterated


@pytest.mark.parametrize(
    ("text", "ascii_text"),
    [
        (None, None), ("", ""), ("Jane", "Jane"), ("Łódź", "Lodz"), ("José", "Jose"), ("Jose\u0301", "Jose"),
        ("Straße", "Strasse"), ("Ægir", "Aegir"), ("Юлия", "Yuliya"), ("Ελένη", "Eleni"), ("山田", "ShanTian"),
        ("김", "Gim"), ("محمد", "mhmd"), ("١٢٣", "123"),
    ],
)  # fmt: skip
def test_scripts_are_written_in_ascii(text: str | None, ascii_text: str | None) -> None:
    """One case a script."""
    assert transliterated(text) == ascii_text


@given(st.text())
def test_transliteration_gives_ascii_and_ignores_how_an_accent_is_stored(text: str) -> None:
    """ASCII, unchanged when done again, equal for composed and decomposed text."""
    result = transliterated(text)
    assert result is not None
    assert result.isascii()
    assert transliterated(result) == result
    assert transliterated(unicodedata.normalize("NFD", text)) == result


@given(st.text())
def test_normal_form_is_reached_at_once(text: str) -> None:
    """Doing it again changes nothing, and decomposed text comes back."""
    result = nfc_text(text)
    assert result is not None
    assert nfc_text(result) == result
    assert nfc_text(unicodedata.normalize("NFD", text)) == result


@pytest.mark.parametrize(
    ("left", "right", "similarity"),
    [
        (None, "martha", None), ("martha", None, None), ("", "", 0), ("", "a", 0), ("abc", "xyz", 0), ("a", "a", 1),
        ("martha", "marhta", 0.961111), ("dixon", "dicksonx", 0.813333), ("dwayne", "duane", 0.84),
        ("noemie", "noeemie", 0.927778), ("é", "è", 0.666667),
    ],
)  # fmt: skip
def test_similarity_of_known_pairs(left: str | None, right: str | None, similarity: float | None) -> None:
    """Winkler's own examples, an odd number of letters in other places, and letters of more than one byte."""
    assert jaro_winkler(left, right) == (similarity if similarity is None else pytest.approx(similarity, abs=1e-6))


@given(st.text(), st.text())
def test_similarity_is_between_nothing_and_all(left: str, right: str) -> None:
    """0 to 1; a text is all like itself."""
    similarity = jaro_winkler(left, right)
    assert similarity is not None
    assert 0 <= similarity <= 1
    assert jaro_winkler(left, left) == (1 if left else 0)


def test_keyed_hash_is_hmac_sha256() -> None:
    """RFC 4231, test cases 2 and 1."""
    assert (
        keyed_hash("what do ya want for nothing?", b"Jefe")
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )
    assert keyed_hash("Hi There", b"\x0b" * 20) == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"


def test_nothing_is_never_hashed() -> None:
    """The hash of '' would join everybody of whom nothing is known."""
    assert keyed_hash(None, b"key") is None
    assert keyed_hash("", b"key") is None


@given(st.text(min_size=1), st.text(min_size=1))
def test_keyed_hash_depends_on_text_and_key(text: str, pepper: str) -> None:
    """64 hexadecimal digits, the same each time, another under another key."""
    key = pepper.encode("utf-8", "surrogatepass")
    result = keyed_hash(text, key)
    assert result is not None
    assert len(result) == 64
    assert set(result) <= set("0123456789abcdef")
    assert keyed_hash(text, key) == result
    assert keyed_hash(text, key + b"x") != result


def test_the_pepper_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set and not empty it is used, else the sample's."""
    monkeypatch.setenv(PEPPER_VARIABLE, "secret")
    assert pepper_from_environment() == b"secret"
    monkeypatch.setenv(PEPPER_VARIABLE, "")
    assert pepper_from_environment() == SAMPLE_PEPPER.encode()
    monkeypatch.delenv(PEPPER_VARIABLE)
    assert pepper_from_environment() == SAMPLE_PEPPER.encode()
