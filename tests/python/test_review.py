"""The review queue and its page: what is asked, who may ask, and what becomes of the answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import duckdb
import pytest

from scripts import PROJECT
from scripts.review import Review, ReviewError, main, questions, serve

from .conftest import Workspace

IDENTITY = ("--select", "path:models/identity,resource_type:model", "review_queue")


def pairs(workspace: Workspace, *, is_joined: bool) -> list[tuple[str, str]]:
    """The pairs of the queue whose records are, or are not, one person now."""
    return [
        (question["left_record_id"], question["right_record_id"])
        for question in questions(workspace.database)
        if question["is_joined"] is is_joined
    ]


def persons(workspace: Workspace) -> dict[str, str]:
    """person_id by record_id."""
    return dict(workspace.query("select record_id, person_id from identity.person_records"))


def test_answers_are_obeyed_and_not_asked_again(sample_workspace: Workspace) -> None:
    """A yes makes one person of two (not of their consents), a no two of one, unsure neither; none is asked again."""
    review = Review(sample_workspace.database, "Kim")
    [apart, *others], [joined, *_] = (pairs(sample_workspace, is_joined=is_joined) for is_joined in (False, True))
    unsure = next(pair for pair in others if not {*pair} & {*apart, *joined})
    for pair, answer in ((apart, "yes"), (joined, "no"), (unsure, "unsure")):
        review.answer(*pair, answer)
    asked = pairs(sample_workspace, is_joined=False) + pairs(sample_workspace, is_joined=True)
    assert not {*asked} & {apart, joined, unsure}
    before = persons(sample_workspace)

    outcome = sample_workspace.dbt("run", *IDENTITY)
    assert outcome.succeeded, outcome.output[-3000:]

    after = persons(sample_workspace)
    strict = dict(sample_workspace.query("select record_id, strict_person_id from identity.person_records"))
    assert strict[apart[0]] != strict[apart[1]]
    assert after[apart[0]] == after[apart[1]]
    assert after[joined[0]] != after[joined[1]]
    assert (after[unsure[0]] == after[unsure[1]]) == (before[unsure[0]] == before[unsure[1]])
    statuses = sample_workspace.query("select override, status, author from identity.overrides order by all")
    assert statuses == [
        ("force_link", "obeyed", "Kim"),
        ("never_link", "obeyed", "Kim"),
        ("unsure", "unsure", "Kim"),
    ]
    queue = set(sample_workspace.query("select left_record_id, right_record_id from identity.review_queue"))
    assert not queue & {apart, joined, unsure}


def test_questions_are_worth_asking(sample_workspace: Workspace) -> None:
    """Of the first hundred questions at least thirty, where the truth is known, have an answer that mends something."""
    truth = PROJECT / "sample" / "truth" / "record_truth.csv"
    [(mending,)] = sample_workspace.query(
        f"with truth as (select record_id, true_person_id from read_csv('{truth}')) "
        "select count(*) from identity.review_queue "
        "inner join truth as lefts on left_record_id = lefts.record_id "
        "inner join truth as rights on right_record_id = rights.record_id "
        "where place <= 100 and (lefts.true_person_id = rights.true_person_id) <> is_joined"
    )
    assert mending >= 30


def test_answers_outlive_a_full_refresh(sample_workspace: Workspace) -> None:
    """What somebody decided is in no source: a build from scratch leaves it as it is."""
    review = Review(sample_workspace.database, "Kim")
    review.answer(*pairs(sample_workspace, is_joined=False)[0], "yes")
    kept = sample_workspace.query("select * from identity.review_answers")
    assert sample_workspace.dbt("run", "--full-refresh", "--select", "review_answers").succeeded
    assert sample_workspace.query("select * from identity.review_answers") == kept


def test_a_record_that_is_gone_is_not_asked_about(sample_workspace: Workspace) -> None:
    """A build that was stopped half way leaves an older queue: the page goes on with the rest of it."""
    asked = pairs(sample_workspace, is_joined=False)
    with duckdb.connect(str(sample_workspace.database)) as connection:
        connection.execute("delete from identity.int_identity__records where record_id = ?", [asked[0][0]])
    assert pairs(sample_workspace, is_joined=False) == [pair for pair in asked if asked[0][0] not in pair]


def test_the_last_answer_is_taken_back(sample_workspace: Workspace) -> None:
    """Only that one, and only of those given since the page was started."""
    review = Review(sample_workspace.database, "Kim")
    first, second = pairs(sample_workspace, is_joined=False)[:2]
    review.answer(*first, "yes")
    review.answer(*second, "no")
    assert review.take_back() == second
    kept = "select left_record_id, right_record_id from identity.review_answers"
    assert sample_workspace.query(kept) == [first]
    with pytest.raises(ReviewError, match="no answer to take back"):
        Review(sample_workspace.database, "Kim").take_back()


def test_what_is_no_answer_is_refused(sample_workspace: Workspace) -> None:
    """Another word, and a record that is not there; nothing of either is kept."""
    review = Review(sample_workspace.database, "Kim")
    pair = pairs(sample_workspace, is_joined=False)[0]
    with pytest.raises(ReviewError, match="one of yes, no, unsure"):
        review.answer(*pair, "perhaps")
    with pytest.raises(ReviewError, match="not there any more"):
        review.answer(pair[0], "crm:nobody", "yes")
    assert sample_workspace.query("select count(*) from identity.review_answers") == [(0,)]


@pytest.fixture
def address(sample_workspace: Workspace) -> Iterator[str]:
    """The address of a running page."""
    server, address = serve(Review(sample_workspace.database, "Kim"), port=0)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield address
    server.shutdown()
    server.server_close()
    thread.join()


def request(
    address: str, method: str, path: str, body: str | None = None, host: str | None = None
) -> tuple[int, dict[str, Any]]:
    """Status and content of an answer of the page's server."""
    place = urlsplit(address)
    connection = HTTPConnection(place.netloc, timeout=20)
    connection.request(method, path, body, {"Host": host} if host else {})
    answer = connection.getresponse()
    content = answer.read()
    return answer.status, json.loads(content) if answer.headers["Content-Type"].startswith("application/json") else {}


def test_only_who_knows_the_address_is_served(address: str) -> None:
    """Without the token, or under the name of another host, there is nothing: no page, no question, no answer."""
    own = urlsplit(address).path
    assert request(address, "GET", own)[0] == 200
    assert request(address, "GET", own + "questions")[0] == 200
    for path, host in (
        ("/", None),
        ("/questions", None),
        ("/guess/questions", None),
        (own + "../questions", None),
        (own + "questions", "evil.example:80"),
    ):
        assert request(address, "GET", path, host=host)[0] == 404
    assert request(address, "POST", "/answers", "{}")[0] == 404


@pytest.mark.parametrize(
    "body", ["", "[]", "{", '{"left": "a"}', '{"left": "a", "right": "b", "answer": "no"}', "x" * 20_000]
)
def test_a_bad_request_is_refused(address: str, body: str) -> None:
    """Whatever is sent: a status, a sentence, and nothing kept."""
    status, content = request(address, "POST", urlsplit(address).path + "answers", body)
    assert status == 400
    assert content["error"]


def test_what_cannot_be_asked_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No database, one without a queue."""
    monkeypatch.setenv("FIRSTPARTY_DATABASE", str(tmp_path / "missing.duckdb"))
    assert main([]) == 2
    assert "there is no database" in capsys.readouterr().err
    duckdb.connect(str(tmp_path / "missing.duckdb")).close()
    assert main([]) == 2
    assert "has no review queue" in capsys.readouterr().err
