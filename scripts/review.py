"""Ask somebody about the pairs of the review queue, on a page of this machine, and keep the answers.

    make review [AUTHOR=name] [PORT=8700]

The page shows both records of a pair side by side and is used with the keyboard: y (one person), n (two), u (unsure),
z (take the last answer back). Each answer is a row of `identity.review_answers`, which the next build obeys. The page
holds personal data: it is served to this machine only, under an address that nobody can guess, and loads nothing from
anywhere.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb

from scripts import PROJECT

HOST = "127.0.0.1"
PAGE = Path(__file__).with_name("review.html")
ANSWERS = ("yes", "no", "unsure")
LONGEST_REQUEST = 10_000

QUESTIONS = """
    select
        left_record_id,
        right_record_id,
        is_joined,
        probability,
        effect,
        spend_at_stake,
        spend_currency,
        consents_at_stake
    from identity.review_queue as queue
    anti join identity.review_answers as answers
        on least(answers.left_record_id, answers.right_record_id) = queue.left_record_id
        and greatest(answers.left_record_id, answers.right_record_id) = queue.right_record_id
    order by place
"""

# What a person compares, by the name that the page gives it; of what could not be read, the text as it was delivered.
FIELDS = {
    "source": "source",
    "prefix": "name_prefix",
    "given name": "given_name",
    "middle name": "middle_name",
    "family name": "family_name",
    "suffix": "name_suffix",
    "full name": "full_name",
    "birth date": "coalesce(cast(birth_date as varchar), birth_date_raw)",
    "gender": "gender",
    "e-mail": "coalesce(email, email_raw)",
    "phone": "coalesce(phone, phone_raw)",
    "street": "street_address",
    "postal code": "postal_code",
    "city": "city",
    "region": "region",
    "country": "country",
    "company": "company",
    "login": "user_id",
    "loyalty number": "loyalty_number",
    "national id": "national_id",
    "other": "attributes",
    "first seen": "cast(cast(first_seen_at as date) as varchar)",
    "last seen": "cast(cast(last_seen_at as date) as varchar)",
}

RECORDS = f"""
    select record_id, [{", ".join(FIELDS.values())}]
    from identity.int_identity__records
    where record_id in (
        select left_record_id from identity.review_queue union all select right_record_id from identity.review_queue
    )
"""

EVIDENCE = """
    select left_record_id, right_record_id, evidence
    from identity.identity_edges
    inner join identity.review_queue using (left_record_id, right_record_id)
"""


class ReviewError(Exception):
    """Why nothing can be asked or kept, in words for whoever sits before the page; holds no value of a record."""


class BusyError(ReviewError):
    """The database is open elsewhere; a little later it will not be."""


def connect(database: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to the database.

    Raises:
        BusyError: another process, a build most likely, has it open.
        ReviewError: there is none, or the file is none.
    """
    if not database.is_file():
        raise ReviewError(f"there is no database {database.name}; build the project first")
    try:
        return duckdb.connect(str(database), read_only=read_only)
    except duckdb.IOException as error:
        if "not a valid DuckDB database" in str(error):
            raise ReviewError(f"{database.name} is no DuckDB database") from None
        raise BusyError("The database is in use, by a build most likely. Try again when it is done.") from error


def worded_evidence(evidence: str) -> list[dict[str, str | float]]:
    """What speaks for and against one person, a line each: what, how, and by how many nats."""
    lines: list[dict[str, str | float]] = []
    for rule in json.loads(evidence):
        if rule["rule"] == "scored":
            lines += [
                {"what": part["field"], "how": part["level"], "weight": float(part["over_strangers"])}
                for part in json.loads(rule["detail"])["fields"]
            ]
        else:
            lines.append({"what": rule["rule"].replace("_", " "), "how": "shared", "weight": float(rule["weight"])})
    return lines


def questions(database: Path) -> list[dict[str, Any]]:
    """The pairs that nobody has answered yet, those first that matter most, with both records.

    A build that was stopped half way may have left a queue with records that are gone: those are not asked about.

    Raises:
        ReviewError: the database has no review queue, or is in use.
    """
    with connect(database, read_only=True) as connection:
        try:
            asked = connection.sql(QUESTIONS)
        except duckdb.CatalogException as error:
            raise ReviewError(f"{database.name} has no review queue; build the project with scored matching") from error
        columns = asked.columns
        records = dict(connection.execute(RECORDS).fetchall())
        rows = [
            row
            for row in (dict(zip(columns, values, strict=True)) for values in asked.fetchall())
            if row["left_record_id"] in records and row["right_record_id"] in records
        ]
        evidence = {(left, right): text for left, right, text in connection.execute(EVIDENCE).fetchall()}
    for row in rows:
        pair = (row["left_record_id"], row["right_record_id"])
        row["spend_at_stake"] = float(row["spend_at_stake"])
        row["fields"] = [
            {"field": name, "left": left, "right": right}
            for name, left, right in zip(FIELDS, records[pair[0]], records[pair[1]], strict=True)
            if left or right
        ]
        row["evidence"] = worded_evidence(evidence.get(pair, "[]"))
    return rows


@dataclass
class Review:
    """Somebody at the page: what was answered since it was started, the last answer last."""

    database: Path
    author: str
    given: list[tuple[str, str, datetime]] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def answer(self, left: str, right: str, answer: str) -> None:
        """Keep an answer.

        Raises:
            ReviewError: it is none of ANSWERS, a record is not there, or the database is in use.
        """
        if answer not in ANSWERS:
            raise ReviewError(f"An answer is one of {', '.join(ANSWERS)}.")
        moment = datetime.now(UTC).replace(tzinfo=None)
        with self.lock, connect(self.database, read_only=False) as connection:
            known = connection.execute(
                "select count(*) from identity.int_identity__records where record_id in (?, ?)", [left, right]
            ).fetchall()
            if known != [(2,)]:
                raise ReviewError("A record of this pair is not there any more. Load the page again.")
            connection.execute(
                "insert into identity.review_answers values (?, ?, ?, ?, ?, ?)",
                [left, right, answer, self.author, "answered on the review page", moment],
            )
            self.given.append((left, right, moment))

    def take_back(self) -> tuple[str, str]:
        """Remove the last answer that was given since the page was started; returns its pair.

        Raises:
            ReviewError: there is none, or the database is in use.
        """
        with self.lock:
            if not self.given:
                raise ReviewError("There is no answer to take back.")
            left, right, moment = self.given[-1]
            with connect(self.database, read_only=False) as connection:
                connection.execute(
                    "delete from identity.review_answers where left_record_id = ? and right_record_id = ? "
                    "and author = ? and answered_at = ?",
                    [left, right, self.author, moment],
                )
            self.given.pop()
            return left, right


class Handler(BaseHTTPRequestHandler):
    """Serves the page, its questions, and takes answers: all under the token, to this machine."""

    review: Review
    token: str

    def log_message(self, *_: object) -> None:
        """Nothing is logged: addresses hold the token."""

    def reply(self, status: HTTPStatus, content: bytes, content_type: str = "application/json") -> None:
        """Send an answer that no other page may read and nobody keeps."""
        self.send_response(status)
        self.send_header("Content-Type", f"{content_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        )
        self.end_headers()
        self.wfile.write(content)

    def reply_json(self, status: HTTPStatus, content: Mapping[str, Any]) -> None:
        """Send an object."""
        self.reply(status, json.dumps(content).encode())

    def route(self) -> str | None:
        """What is asked for, below the token; none for everybody else."""
        own = f"/{self.token}/"
        host = (self.headers.get("Host") or "").rpartition(":")[0]
        return self.path.removeprefix(own) if self.path.startswith(own) and host in (HOST, "localhost") else None

    def perform(self, action: str) -> None:
        """Do what was asked for, or say why not."""
        try:
            if action == "GET ":
                self.reply(HTTPStatus.OK, PAGE.read_bytes(), "text/html")
            elif action == "GET questions":
                self.reply_json(HTTPStatus.OK, {"questions": questions(self.review.database)})
            elif action == "POST answers":
                size = int(self.headers.get("Content-Length") or 0)
                if not 0 < size <= LONGEST_REQUEST:
                    raise ReviewError("An answer names both records and says yes, no or unsure.")
                given = json.loads(self.rfile.read(size))
                self.review.answer(str(given["left"]), str(given["right"]), str(given["answer"]))
                self.reply_json(HTTPStatus.OK, {})
            elif action == "DELETE answers":
                left, right = self.review.take_back()
                self.reply_json(HTTPStatus.OK, {"left": left, "right": right})
            else:
                self.reply_json(HTTPStatus.NOT_FOUND, {"error": "There is nothing here."})
        except BusyError as error:
            self.reply_json(HTTPStatus.SERVICE_UNAVAILABLE, {"error": str(error)})
        except ReviewError as error:
            self.reply_json(HTTPStatus.BAD_REQUEST, {"error": str(error)})
        except (ValueError, KeyError, TypeError):
            self.reply_json(HTTPStatus.BAD_REQUEST, {"error": "The request is not understood."})

    def do_GET(self) -> None:
        """The page and its questions."""
        self.perform(f"GET {self.route()}")

    def do_POST(self) -> None:
        """An answer."""
        self.perform(f"POST {self.route()}")

    def do_DELETE(self) -> None:
        """An answer is taken back."""
        self.perform(f"DELETE {self.route()}")


def serve(review: Review, port: int) -> tuple[ThreadingHTTPServer, str]:
    """A server for one review, which is not running yet, and the address of its page.

    Args:
        review: whose answers are kept, and where.
        port: where to listen; 0 for any port that is free.

    Raises:
        ReviewError: the port is taken.
    """
    token = secrets.token_urlsafe(24)
    handler = type("ReviewHandler", (Handler,), {"review": review, "token": token})
    try:
        server = ThreadingHTTPServer((HOST, port), handler)
    except OSError as error:
        raise ReviewError(f"port {port} is taken; name another one: make review PORT=…") from error
    return server, f"http://{HOST}:{server.server_port}/{token}/"


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the page until interrupted; the exit code is 2 where nothing can be asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--author", default="", help="who answers, your login unless told otherwise")
    parser.add_argument("--port", type=int, default=8700)
    options = parser.parse_args(arguments)
    database = Path(os.environ.get("FIRSTPARTY_DATABASE", PROJECT / "firstparty.duckdb"))
    try:
        count = len(questions(database))
        server, address = serve(Review(database, options.author.strip() or getpass.getuser()), options.port)
    except ReviewError as error:
        print(f"make review: {error}", file=sys.stderr)
        return 2
    print(f"{count} questions at {address} (Ctrl-C ends it; the next build obeys the answers)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
