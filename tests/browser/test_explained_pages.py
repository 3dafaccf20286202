"""The pages of `make explain` as somebody reads them: opened from their files, followed by keyboard and mouse."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from scripts.explain_person import explain, pair_file, person_file, write

# Of a person with a kept edge and a cut one.
PERSON = """
    select records.person_id
    from identity.identity_edges
    inner join identity.person_records as records on records.record_id in (left_record_id, right_record_id)
    group by records.person_id
    having bool_or(is_kept) and bool_or(not is_kept) and count(*) < 40
    order by count(*) desc, records.person_id
    limit 1
"""
SIDEWAYS = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"
# Texts of the drawing that lie on each other, or stick out of it.
OVERLAPS = """
    const drawing = document.querySelector('svg.graph').getBoundingClientRect();
    const texts = document.querySelectorAll('svg.graph text:not(.place)');
    const boxes = [...texts].map(text => text.getBoundingClientRect());
    const hit = (one, other) => one.left < other.right - 1 && other.left < one.right - 1
        && one.top < other.bottom - 3 && other.top < one.bottom - 3;
    return boxes.filter((one, place) => one.left < drawing.left || one.right > drawing.right
        || boxes.slice(place + 1).some(other => hit(one, other))).length;
"""


@pytest.fixture
def person(browser: Chrome, database: Path, tmp_path: Path) -> Path:
    """The page of a person, open in the browser."""
    with duckdb.connect(str(database), read_only=True) as connection:
        [(person_id,)] = connection.execute(PERSON).fetchall()
    write(tmp_path / "explained", explain(database, person_id=person_id))
    page = tmp_path / "explained" / person_file(person_id)
    browser.get_log("browser")  # type: ignore[no-untyped-call]  # reads and empties it
    browser.get(page.as_uri())
    return page


def complaints(browser: Chrome) -> list[str]:
    """What the browser has complained about."""
    return [str(entry["message"]) for entry in browser.get_log("browser")]  # type: ignore[no-untyped-call]


def test_every_edge_leads_to_its_page_and_back(browser: Chrome, person: Path, tmp_path: Path) -> None:
    """From the drawing with the keyboard, from the table with the mouse; no complaint, and no text on another one."""
    assert browser.execute_script(OVERLAPS) == 0
    assert browser.execute_script(SIDEWAYS)
    assert browser.save_screenshot(str(tmp_path / "person.png"))
    for kind, words in ((".hanging", "They are one person"), (".refused", "They are two persons")):
        edge = browser.find_element(By.CSS_SELECTOR, f"svg.graph a:has({kind})")
        address = edge.get_attribute("href")
        browser.execute_script("arguments[0].focus()", edge)
        edge.send_keys(Keys.ENTER)
        assert words in browser.find_element(By.CLASS_NAME, "verdict").text
        assert browser.current_url.rpartition("/")[2].startswith("pair-")
        assert address
        assert browser.execute_script(SIDEWAYS)
        bars = browser.find_elements(By.CSS_SELECTOR, "td.bar rect")
        assert bars
        assert all(bar.size["height"] > 5 and bar.size["width"] >= 1 for bar in bars)
        assert browser.save_screenshot(str(tmp_path / f"edge{kind}.png"))
        browser.find_element(By.CSS_SELECTOR, "nav a").click()
        assert browser.current_url == person.as_uri()
    link = browser.find_element(By.CSS_SELECTOR, "table.edges a")
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", link)
    link.click()
    heads = browser.find_elements(By.CSS_SELECTOR, "table.pair thead th")
    assert browser.current_url.endswith(pair_file((heads[1].text, heads[2].text)))
    assert complaints(browser) == []


def test_focus_is_seen_and_colours_follow_the_reader(browser: Chrome, person: Path) -> None:
    """The link in focus has an outline; on a dark screen the page is dark."""
    assert person.exists()
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert browser.switch_to.active_element.value_of_css_property("outline-style") == "solid"
    shade = "return getComputedStyle(document.body).backgroundColor"
    light = browser.execute_script(shade)
    features = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", features)
    assert (light, browser.execute_script(shade)) == ("rgb(255, 255, 255)", "rgb(22, 24, 28)")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert complaints(browser) == []
