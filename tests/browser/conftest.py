"""A browser without a window, and the database that pages show: the built sample company."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from scripts import PROJECT

# The first three let it run as root and in a container, the others keep it from looking up its maker's hosts.
OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--window-size=1100,1000",
)


def program(name: str) -> str:
    """Where a program is; fails where it is not installed."""
    found = shutil.which(name)
    assert found, f"{name} is not installed (Debian: apt-get install chromium chromium-driver)"
    return found


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Chromium with an empty profile."""
    options = ChromeOptions()
    options.binary_location = program("chromium")
    for option in (*OPTIONS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(option)
    driver = Chrome(options, Service(program("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A copy of the built sample company."""
    built = PROJECT / "firstparty.duckdb"
    assert built.exists(), "build the sample company first: make build"
    return Path(shutil.copy(built, tmp_path / built.name))
