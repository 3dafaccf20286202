"""Keyed hashes of identifiers, for the suppression list and other places that must not hold the value itself."""

import hmac
import os

PEPPER_VARIABLE = "FIRSTPARTY_PEPPER"

# Public, so it protects nobody: it is there so that the sample company builds without any set-up. Set the variable
# before real data comes in, keep its value out of the repository, and never change it: every stored hash depends on it.
SAMPLE_PEPPER = "firstparty-sample-pepper"


def pepper_from_environment() -> bytes:
    """Return the secret key: environment variable FIRSTPARTY_PEPPER as UTF-8, else the sample's public key."""
    return (os.environ.get(PEPPER_VARIABLE) or SAMPLE_PEPPER).encode()


def keyed_hash(text: str | None, pepper: bytes) -> str | None:
    """HMAC-SHA256 of a text under a secret key.

    Args:
        text: the value; its UTF-8 bytes are hashed as they are, without normalisation.
        pepper: the secret key.

    Returns:
        64 lower-case hexadecimal digits; None for None and for the empty text, which identifies nobody.

    Source: RFC 2104, FIPS 198-1.
    """
    if not text:
        return None
    return hmac.digest(pepper, text.encode("utf-8", "surrogatepass"), "sha256").hex()
