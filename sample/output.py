"""Files written as a stream: memory stays flat whatever the number of people."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import IO, cast

from sample.dice import Dice
from sample.entities import ENTITIES, Entity

JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
BLOCK_ROWS = 50_000
# Share of rows that also came once with their end missing.
CUT_SHORT = 0.0008
FIRST_DELIVERY = "2026-06-28"
SECOND_DELIVERY = "2026-06-29"


def csv_line(values: list[str]) -> bytes:
    """One CSV row, quoted where needed, as UTF-8."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(values)
    return text.getvalue().encode()


def json_line(row: Mapping[str, object]) -> bytes:
    """One JSON object on one line, as UTF-8."""
    return (JSON.encode(row) + "\n").encode()


class Delivery:
    """One file. Rows are shuffled in blocks, so that a file is in no order, least of all by person."""

    def __init__(self, path: Path, header: bytes, dice: Dice) -> None:
        """Opens the file; a path that ends in .gz is compressed."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._plain = path.open("wb")
        self._file: IO[bytes] = self._plain
        if path.suffix == ".gz":
            # No file name and no time inside: the same rows give the same bytes.
            self._file = cast(IO[bytes], gzip.GzipFile("", "wb", compresslevel=9, fileobj=self._plain, mtime=0))
        self._file.write(header)
        self._dice = dice
        self._block: list[bytes] = []

    def add(self, line: bytes) -> None:
        """Takes one row, line end included."""
        self._block.append(line)
        if len(self._block) == BLOCK_ROWS:
            self._flush()

    def close(self, last: bytes) -> None:
        """Writes what is left; `last` follows all shuffled rows."""
        self._flush()
        self._file.write(last)
        self._file.close()
        self._plain.close()

    def _flush(self) -> None:
        self._dice.shuffle(self._block)
        self._file.write(b"".join(self._block))
        self._block = []


class Table:
    """One entity: a first delivery, and a second one if anything was sent again or changed."""

    def __init__(self, folder: Path, name: str, entity: Entity, seed: int) -> None:
        """The entity `name` (source/entity) under a folder."""
        digest = hashlib.sha256(f"{seed} {name}".encode()).digest()
        self._dice = Dice(int.from_bytes(digest[:8], "big"))
        self._folder = folder / name
        self._entity = entity
        self._header = csv_line(list(entity.columns)) if entity.columns else b""
        self._first = self._open(FIRST_DELIVERY)
        self._second: Delivery | None = None
        self._last = b""
        self.columns = entity.columns
        self.suffix = entity.suffix
        self.row_count = 0
        self.repeated_count = 0
        self.cut_short_count = 0

    def add(self, row: Mapping[str, object]) -> None:
        """A row of the first delivery; some of them come again, unchanged, in the second."""
        line = self.line(row)
        self.add_bytes(line)
        if self._entity.repeated and self._dice.chance(self._entity.repeated):
            self.add_again(line)
            self.repeated_count += 1
        if self._dice.chance(CUT_SHORT):
            self._add_cut_short(line)

    def _add_cut_short(self, line: bytes) -> None:
        """The same row as it came when the connection broke, before it was sent again whole."""
        if not self._entity.columns:
            self.add_bytes(line[: len(line) * 3 // 5].rstrip(b"\\") + b"\n")
            self.cut_short_count += 1
        elif b'"' not in line:
            self.add_bytes(line.rsplit(b",", 2)[0] + b"\n")
            self.cut_short_count += 1

    def add_changed(self, row: Mapping[str, object]) -> None:
        """A row of the second delivery: a newer version of one in the first."""
        self.add_again(self.line(row))

    def add_bytes(self, line: bytes) -> None:
        """A raw line of the first delivery, whole or broken."""
        self.row_count += 1
        self._first.add(line)

    def add_again(self, line: bytes) -> None:
        """A raw line of the second delivery."""
        if self._second is None:
            self._second = self._open(SECOND_DELIVERY)
        self.row_count += 1
        self._second.add(line)

    def set_last(self, line: bytes) -> None:
        """A line that ends the first delivery: a quote left open would swallow what follows."""
        self.row_count += 1
        self._last = line

    def line(self, row: Mapping[str, object]) -> bytes:
        """The row as bytes; absent CSV columns are empty."""
        if not self._entity.columns:
            return json_line(row)
        unknown = set(row) - set(self._entity.columns)
        if unknown:
            raise ValueError(f"no such columns in {self._folder}: {sorted(unknown)}")
        return csv_line([str(row.get(column, "")) for column in self._entity.columns])

    def close(self) -> None:
        """Ends both files."""
        self._first.close(self._last)
        if self._second is not None:
            self._second.close(b"")

    def _open(self, delivery: str) -> Delivery:
        path = self._folder / f"{delivery}.{self._entity.suffix}"
        return Delivery(path, self._header, self._dice)


class Company:
    """All tables, the truth beside them, and the numbers that keys are made of."""

    def __init__(self, out: Path, seed: int) -> None:
        """Opens every file of the sample under `out`."""
        self.tables = {name: Table(out / "data", name, entity, seed) for name, entity in ENTITIES.items()}
        truth = out / "truth"
        truth.mkdir(parents=True, exist_ok=True)
        self._record_truth = (truth / "record_truth.csv").open("wb")
        self._record_truth.write(csv_line(["record_id", "true_person_id"]))
        self._households = (truth / "households.csv").open("wb")
        self._households.write(csv_line(["household_id", "true_person_id", "country"]))
        self._marked_rows = (truth / "marked_rows.csv").open("wb")
        self._marked_rows.write(csv_line(["case", "source", "entity", "key", "expected", "note"]))
        self._told: set[str] = set()
        self._known: set[str] = set()
        self._numbers: dict[str, int] = {}
        self.record_count = 0

    def add(self, name: str, row: Mapping[str, object]) -> None:
        """A row for the named entity."""
        self.tables[name].add(row)

    def key(self, prefix: str, digits: int = 9) -> str:
        """The next key of a kind: unique, and its order tells nothing."""
        number = self._numbers.get(prefix, 0) + 1
        self._numbers[prefix] = number
        return f"{prefix}{(number * 48_271 + 1_234_577) % 10**digits:0{digits}d}"

    def tell(self, record_id: str, person_id: str) -> None:
        """Truth: this record is that person. The first word on a record stands."""
        if record_id not in self._told:
            self._told.add(record_id)
            self._known.add(person_id)
            self.record_count += 1
            self._record_truth.write(csv_line([record_id, person_id]))

    def is_known(self, person_id: str) -> bool:
        """Whether any record of this person of the current household exists."""
        return person_id in self._known

    def end_household(self, household_id: str, person_ids: list[str], country: str) -> None:
        """Truth: these people live together. Records never cross households, so memory is freed."""
        for person_id in person_ids:
            self._households.write(csv_line([household_id, person_id, country]))
        self._told.clear()
        self._known.clear()

    def mark(self, case: str, name: str, key: str, expected: str, note: str) -> None:
        """A row that tests may rely on, and what must become of it."""
        source, entity = name.split("/")
        self._marked_rows.write(csv_line([case, source, entity, key, expected, note]))

    def close(self) -> None:
        """Ends all files."""
        for table in self.tables.values():
            table.close()
        for file in (self._record_truth, self._households, self._marked_rows):
            file.close()


def hashed(*parts: str) -> str:
    """md5 of the parts joined by a bar: how record ids hide cookies and handles."""
    return hashlib.md5("|".join(parts).encode(), usedforsecurity=False).hexdigest()


def web_record(anonymous_id: str, user_id: str = "") -> str:
    """The record of a cookie, logged in or not."""
    return f"web:{hashed(anonymous_id, user_id)}"


def app_record(device_id: str, user_id: str = "") -> str:
    """The record of a device, logged in or not."""
    return f"app:{hashed(device_id, user_id)}"
