"""The sample company: it can be made again to the byte, and it is what its README says."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import phonenumbers
import pytest

from sample.entities import ENTITIES
from sample.generate import generate
from sample.places import COUNTRIES, phone_number

SAMPLE = Path(__file__).parents[2] / "sample"
AS_OF = "2026-06-30"
# Another zlib may pack the same content into other bytes; the content is compared in any case.
COMMITTED_WITH_ZLIB = "1.2.13"


def content(path: Path) -> bytes:
    """A file's bytes, unpacked."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def files_under(folder: Path) -> dict[str, Path]:
    """Relative path to path, for data and truth."""
    return {
        str(path.relative_to(folder)): path
        for part in ("data", "truth")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file()
    }


def rows(entity: str, folder: Path = SAMPLE) -> Iterator[dict[str, str]]:
    """The whole rows of an entity; broken ones are left out, values of JSON stay as they are."""
    for path in sorted((folder / "data" / entity).iterdir()):
        text = content(path).decode(errors="replace")
        if ".jsonl" in path.name:
            for line in text.split("\n"):
                if line.startswith("{") and line.endswith("}") and "\ufffd" not in line:
                    yield json.loads(line)
        else:
            columns = list(ENTITIES[entity].columns)
            reader = csv.reader(io.StringIO(text, newline=""))
            assert next(reader) == columns
            for values in reader:
                if len(values) == len(columns) and "\ufffd" not in "".join(values):
                    yield dict(zip(columns, values, strict=True))


def truth_rows(name: str, folder: Path = SAMPLE) -> list[dict[str, str]]:
    """A truth table."""
    with (folder / "truth" / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def hashed(*parts: str) -> str:
    """How record ids hide what is personal."""
    return hashlib.md5("|".join(parts).encode(), usedforsecurity=False).hexdigest()


KEYED_RECORDS = {
    "crm/contacts": ("crm:", "contact_id"),
    "shop/customers": ("shop:", "customer_id"),
    "pos/warranty_registrations": ("pos:warranty:", "registration_id"),
    "loyalty/members": ("loyalty:", "member_id"),
    "loyalty/points": ("pos:card:", "loyalty_number"),
    "subscriptions/subscriptions": ("subscriptions:", "subscription_id"),
    "subscriptions/subscription_events": ("subscriptions:", "subscription_id"),
    "email/subscribers": ("email:", "subscriber_id"),
    "support/tickets": ("support:", "ticket_id"),
    "survey/responses": ("survey:", "response_id"),
    "ads/bought_segments": ("ads:", "row_id"),
    "people_files/people": ("people_files:", "record_id"),
}


def record_of(entity: str, row: dict[str, str]) -> str | None:
    """The record id that a whole row makes, by the formulas of the README; None when it is nobody's."""
    record: str | None = None
    if entity in KEYED_RECORDS:
        prefix, column = KEYED_RECORDS[entity]
        record = prefix + row[column] if row[column].strip() else None
    elif entity == "email/events":
        record = f"email:{row['subscriber_id']}" if row["subscriber_id"] else None
    elif entity == "shop/orders" and row["order_id"]:
        record = f"shop:{row['customer_id'] or 'order:' + row['order_id']}"
    elif entity == "pos/receipts" and row["loyalty_number"]:
        record = f"pos:card:{row['loyalty_number']}"
    elif entity == "pos/receipts" and row["email"]:
        record = f"pos:receipt:{row['receipt_id']}"
    elif entity == "web/events" and "messageId" in row:
        record = f"web:{hashed(row['anonymousId'], row.get('userId') or '')}"
    elif entity == "app/events":
        record = f"app:{hashed(row['device_id'], row['user_id'] or '')}"
    elif entity == "social/mentions":
        record = f"social:{hashed(row['network'], row['handle'].lower())}"
    elif entity == "ads/clicks":
        record = f"web:{hashed(row['anonymous_id'], '')}"
    return record


def test_committed_sample_is_made_again_to_the_byte(tmp_path: Path) -> None:
    """Size and seed of the README give the files that are committed."""
    generate(2000, 7, tmp_path)
    committed, made = files_under(SAMPLE), files_under(tmp_path)
    assert sorted(committed) == sorted(made)
    different = [name for name in made if content(committed[name]) != content(made[name])]
    assert different == []
    if zlib.ZLIB_RUNTIME_VERSION == COMMITTED_WITH_ZLIB:
        packed = [name for name in made if committed[name].read_bytes() != made[name].read_bytes()]
        assert packed == []


def test_packed_files_hold_no_time_and_no_name() -> None:
    """Bytes 3 to 7 of a gzip file are its flags and its time."""
    packed = [path for name, path in files_under(SAMPLE).items() if name.endswith(".gz")]
    assert packed
    for path in packed:
        assert path.read_bytes()[3:8] == bytes(5), path


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample of another size and seed."""
    folder: Path = tmp_path_factory.mktemp("small")
    generate(50, 11, folder)
    return folder


def test_other_sizes_work_and_repeat(small: Path, tmp_path: Path) -> None:
    """Fifty people, twice: the same bytes, every entity there, the people counted."""
    generate(50, 11, tmp_path)
    first, second = files_under(small), files_under(tmp_path)
    assert {name: path.read_bytes() for name, path in first.items()} == {
        name: path.read_bytes() for name, path in second.items()
    }
    people = {row["true_person_id"] for row in truth_rows("households", small)}
    assert len([person for person in people if person.startswith("P")]) == 50
    for entity in ENTITIES:
        assert any(name.startswith(f"data/{entity}/") for name in first), entity


def test_another_seed_gives_other_people(small: Path, tmp_path: Path) -> None:
    """The seed matters."""
    generate(50, 12, tmp_path)
    assert content(small / "data/shop/orders/2026-06-28.csv") != content(tmp_path / "data/shop/orders/2026-06-28.csv")


def test_generating_empties_what_was_there(tmp_path: Path) -> None:
    """A file of an earlier run does not stay beside the new ones."""
    stale = tmp_path / "data" / "crm" / "contacts" / "old.csv"
    stale.parent.mkdir(parents=True)
    stale.write_text("stale")
    generate(1, 1, tmp_path)
    assert not stale.exists()


@pytest.mark.parametrize("which", ["committed", "small"])
def test_truth_covers_every_record(which: str, small: Path) -> None:
    """Each record that a whole row makes is in the truth, once."""
    folder = SAMPLE if which == "committed" else small
    told = [row["record_id"] for row in truth_rows("record_truth", folder)]
    assert max(Counter(told).values()) == 1
    made = {(entity, record_of(entity, row)) for entity in ENTITIES for row in rows(entity, folder)}
    assert {pair for pair in made if pair[1] is not None and pair[1] not in set(told)} == set()


def test_truth_has_the_shape_of_life() -> None:
    """About 38 % of people have several records; everybody has one and lives in one household."""
    records = Counter(row["true_person_id"] for row in truth_rows("record_truth"))
    people = [person for person in records if person.startswith("P")]
    assert len(people) == 2000
    assert 0.33 < sum(records[person] > 1 for person in people) / 2000 < 0.43
    assert 5_500 < sum(records[person] for person in people) < 7_500
    homes = Counter(row["true_person_id"] for row in truth_rows("households"))
    assert max(homes.values()) == 1
    assert set(people) <= set(homes)


def test_order_lines_sum_to_totals() -> None:
    """Lines, less discount, plus shipping; returns, conversions and web orders refer to what exists."""
    lines: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for row in rows("shop/order_lines"):
        if row["quantity"].isdigit():
            lines[row["order_id"]][row["order_line_id"]] = Decimal(row["quantity"]) * Decimal(row["unit_price"])
    orders = {row["order_id"]: row for row in rows("shop/orders") if row["order_id"].startswith("O")}
    assert len(orders) > 1_000
    for order_id, row in orders.items():
        expected = sum(lines[order_id].values()) - Decimal(row["discount_amount"]) + Decimal(row["shipping_amount"])
        assert expected == Decimal(row["total_amount"]), row
    for row in rows("shop/returns"):
        assert row["order_line_id"] in lines[row["order_id"]]
    clicks = {row["click_id"] for row in rows("ads/clicks")}
    for row in rows("ads/conversions"):
        assert row["order_id"] in orders
        assert row["click_id"] in clicks


def test_nothing_happens_after_the_day_the_sample_lives_on() -> None:
    """Except the rows marked as future events."""
    future = {row["key"] for row in truth_rows("marked_rows") if row["case"] == "future_event"}
    assert len(future) == 4
    moments = {
        "shop/orders": "ordered_at",
        "pos/receipts": "purchased_at",
        "web/events": "timestamp",
        "app/events": "occurred_at",
        "email/events": "occurred_at",
        "support/tickets": "opened_at",
        "consent/events": "occurred_at",
        "loyalty/points": "occurred_at",
    }
    for entity, column in moments.items():
        for row in rows(entity):
            moment = str(row.get(column, ""))
            if re.match(r"20\d\d-[01]\d-", moment) and next(iter(row.values())) not in future:
                assert "2024-0" <= moment < f"{AS_OF}T12", row


def test_nobody_is_real() -> None:
    """Addresses use reserved domains, or invented mailboxes that say so."""
    reserved = re.compile(r"@(example\.(com|org|net)|[a-z]+\.example)$")
    invented = re.compile(r"^sample.*@(gmail|googlemail)\.com$")
    nobody = re.compile(r"^(test@test|none@none|unknown@unknown|no|none|noreply)")
    found = 0
    for entity in (
        "crm/contacts",
        "shop/customers",
        "shop/orders",
        "loyalty/members",
        "email/subscribers",
        "survey/responses",
        "people_files/people",
        "pos/receipts",
        "social/mentions",
    ):
        for row in rows(entity):
            email = str(row["email"]).strip().lower()
            if re.fullmatch(r"[^@ ]+@[^@ ]+", email):
                found += 1
                assert reserved.search(email) or invented.match(email) or nobody.match(email), email
    assert found > 3_000


def test_phone_numbers_are_valid() -> None:
    """The library of record agrees, for every block of every country."""
    for country in COUNTRIES:
        number = 0
        for _, digits in country.phones:
            for step in range(0, 10**digits, max(1, 10**digits // 40)):
                text = f"+{country.calling_code}{phone_number(country, number + step)}"
                assert phonenumbers.is_valid_number(phonenumbers.parse(text)), text
            number += 10**digits


def test_marked_rows_are_there(small: Path) -> None:
    """Each key is found in its entity, in any sample; what is expected is one of the words of the README."""
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    for folder in (SAMPLE, small):
        marked = truth_rows("marked_rows", folder)
        texts = {
            entity: b"\n".join(content(path) for path in sorted((folder / "data" / entity).iterdir()))
            for entity in ENTITIES
        }
        for row in marked:
            entity = f"{row['source']}/{row['entity']}"
            assert f"`{row['case']}`" in readme, row["case"]
            for word in row["expected"].split("|"):
                assert f"`{word.split(':')[0]}" in readme, word
            if row["case"] not in ("file_twice", "interrupted"):
                assert row["key"].encode() in texts[entity], row
            other = row["expected"].partition(":")[2]
            if row["expected"].startswith(("same_person", "apart_when_scored", "not_same_person")):
                told = {line["record_id"] for line in truth_rows("record_truth", folder)}
                assert other in told, row


def test_same_and_different_people_agree_with_the_truth() -> None:
    """What marked rows say of pairs is what the truth says."""
    told = {row["record_id"]: row["true_person_id"] for row in truth_rows("record_truth")}
    checked = 0
    for row in truth_rows("marked_rows"):
        word, _, other = row["expected"].partition(":")
        prefix = {"crm": "crm:", "shop": "shop:"}.get(row["source"])
        if prefix and word in ("same_person", "same_person_when_scored", "apart_when_scored", "not_same_person"):
            checked += 1
            assert (told[prefix + row["key"]] == told[other]) == word.startswith("same_person"), row
    assert checked > 30


def test_file_twice_counts_what_came_again() -> None:
    """The second delivery repeats as many whole lines of the first as the mark says."""
    for row in truth_rows("marked_rows"):
        if row["case"] != "file_twice":
            continue
        folder = SAMPLE / "data" / row["source"] / row["entity"]
        first_name = row["key"].replace("2026-06-29", "2026-06-28")
        first = set(content(folder / first_name).split(b"\n"))
        again = [line for line in content(folder / row["key"]).split(b"\n")[:-1] if line in first]
        stated = re.search(r"brings (\d+) rows", row["note"])
        assert stated is not None
        assert len(again) >= int(stated[1]) > 0, row


def test_readme_counts_rows_as_they_are() -> None:
    """The table of entities in the README."""
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    stated = dict(re.findall(r"^\| `([a-z_]+/[a-z_]+)` \| [^|]+ \| ([\d,]+) \|", readme, flags=re.MULTILINE))
    assert sorted(stated) == sorted(ENTITIES)
    for entity, count in stated.items():
        size = 0
        for path in sorted((SAMPLE / "data" / entity).iterdir()):
            text = content(path).decode(errors="replace")
            if ".jsonl" in path.name:
                size += text.count("\n")
            else:
                size += len(list(csv.reader(io.StringIO(text, newline="")))) - 1
        assert size == int(count.replace(",", "")), entity
