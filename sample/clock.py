"""The time the sample company lives in. All times are UTC seconds since 1970."""

from __future__ import annotations

from datetime import UTC, date, datetime

DAY = 86_400


def seconds(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
    """Seconds since 1970 of a UTC moment."""
    return int(datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp())


START = seconds(2024, 7, 1)
# The first second that has not happened yet: as_of is 2026-06-30.
END = seconds(2026, 6, 30)
AS_OF = date(2026, 6, 30)


def with_zone(moment: int) -> str:
    """2025-03-04T17:22:10Z."""
    return datetime.fromtimestamp(moment, UTC).isoformat()[:19] + "Z"


def with_milliseconds(moment: int, milliseconds: int) -> str:
    """2025-03-04T17:22:10.123Z."""
    return datetime.fromtimestamp(moment, UTC).isoformat()[:19] + f".{milliseconds:03d}Z"


def with_space(moment: int) -> str:
    """2025-03-04 17:22:10."""
    return datetime.fromtimestamp(moment, UTC).isoformat(" ")[:19]


def with_offset(moment: int, hours: int) -> str:
    """The same moment told by a clock some hours east: 2025-03-04T18:22:10+01:00."""
    local = datetime.fromtimestamp(moment + hours * 3600, UTC).isoformat()[:19]
    return f"{local}{'+' if hours >= 0 else '-'}{abs(hours):02d}:00"


def day_of(moment: int) -> str:
    """2025-03-04."""
    return datetime.fromtimestamp(moment, UTC).isoformat()[:10]
