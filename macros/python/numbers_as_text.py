"""Numbers as text."""


def number_text(text: str | None) -> str | None:
    """Write a floating number the way Python and DuckDB do: the shortest digits, plain from 0.0001 up to 1e+16.

    Args:
        text: a number as any program writes it, such as `1.0E7`; NaN and infinities in any spelling.

    Returns:
        `10000000.0` for that; text that is no number as it is; None for None.
    """
    try:
        return None if text is None else repr(float(text))
    except ValueError:
        return text
