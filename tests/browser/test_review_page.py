"""The review page as somebody uses it: with the keyboard, with the mouse, and while a build holds the database."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import duckdb
import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from scripts.review import Review, questions, serve

KEPT = "select left_record_id, right_record_id, answer, author from identity.review_answers order by answered_at"


@pytest.fixture
def page(browser: Chrome, database: Path) -> Iterator[Chrome]:
    """The page, open in the browser."""
    server, address = serve(Review(database, "Kim"), port=0)
    thread = Thread(target=server.serve_forever)
    thread.start()
    browser.get_log("browser")  # type: ignore[no-untyped-call]  # reads and empties it
    browser.get(address)
    wait_for(browser, "question", "1 of ")
    yield browser
    server.shutdown()
    server.server_close()
    thread.join()


def wait_for(page: Chrome, element: str, text: str) -> None:
    """Until an element says something."""
    WebDriverWait(page, 20).until(
        lambda driver: driver.find_element(By.ID, element).text.startswith(text),
        f"#{element} never began with {text!r}",
    )


def press(page: Chrome, keys: str) -> None:
    """Type on the keyboard, wherever the focus is."""
    ActionChains(page).send_keys(keys).perform()


def kept(database: Path) -> list[tuple[str, ...]]:
    """The answers in the database."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(KEPT).fetchall()


def test_answers_by_keyboard_and_mouse_are_kept(page: Chrome, database: Path) -> None:
    """Yes, unsure and no; one taken back is gone; after a reload those that were answered are not asked again."""
    asked = questions(database)
    pairs = [(question["left_record_id"], question["right_record_id"]) for question in asked]
    for element, record in (("left", pairs[0][0]), ("right", pairs[0][1])):
        assert page.find_element(By.ID, element).text == record
    assert asked[0]["effect"] in page.find_element(By.ID, "effect").text
    shown = page.find_element(By.ID, "fields").text
    assert all(line[side] in shown for line in asked[0]["fields"] for side in ("left", "right") if line[side])

    press(page, "y")
    wait_for(page, "question", "2 of ")
    press(page, "u")
    wait_for(page, "question", "3 of ")
    press(page, "z")
    wait_for(page, "question", "2 of ")
    page.find_element(By.ID, "no").click()
    wait_for(page, "question", "3 of ")
    assert kept(database) == [(*pairs[0], "yes", "Kim"), (*pairs[1], "no", "Kim")]

    page.refresh()
    wait_for(page, "question", f"1 of {len(asked) - 2}")
    assert page.find_element(By.ID, "left").text == pairs[2][0]


def test_an_answer_waits_for_a_build(page: Chrome, database: Path) -> None:
    """While another process has the database open the page says so and asks again; afterwards it goes on."""
    holding = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", holding, str(database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        press(page, "y")
        wait_for(page, "status", "The database is in use")
        assert page.find_element(By.ID, "question").text.startswith("1 of ")
        holder.communicate()
    assert kept(database) == []
    press(page, "y")
    wait_for(page, "question", "2 of ")
    assert len(kept(database)) == 1


def test_it_looks_right(page: Chrome, tmp_path: Path) -> None:
    """Nothing sticks out sideways, no error is in the console, and every button has a name and can be reached."""
    script = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert page.execute_script(script)
    complaints = page.get_log("browser")  # type: ignore[no-untyped-call]
    assert [entry["message"] for entry in complaints if "favicon" not in entry["message"]] == []
    assert all(button.accessible_name for button in page.find_elements(By.TAG_NAME, "button"))
    assert page.save_screenshot(str(tmp_path / "review.png"))
