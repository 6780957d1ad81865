"""The desk in a real browser: by keyboard, on a wide screen and on a phone's, and by the rules of axe."""

import os
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.ledger import build
from benchmarks.serving import serving
from review.desk.people import People, Role
from schemas import Settings
from tests.review.desk.conftest import NOW, PASSWORD, ROLES
from warehouse import Warehouse

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
PAGES = [
    "/", "/?part=later", "/claims?topic=Elections", "/scores?dimension=topic", "/scorecard?dimension=all&name=all",
    "/timeline?topic=Elections", "/agreement", "/sql", "/help",
]  # fmt: skip
GRAVE = {"serious", "critical"}
DAY = "2019-06-01"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed (or set CHROMIUM to its path)"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Six made-up articles, and accounts."""
    folder = tmp_path_factory.mktemp("browser")
    settings = Settings(
        warehouse=str(folder / "foresaid.duckdb"),
        published_copy=folder / "analyst.duckdb",
        accounts=folder / "accounts.sqlite",
    )
    build(Warehouse.at(settings), articles=6, judged=0)
    for name, role in (*ROLES.items(), ("Axel", Role.ADMIN)):
        People(settings.accounts).add(name, role, PASSWORD, NOW)
    return settings


@pytest.fixture(scope="module")
def address(ledger: Settings) -> Iterator[str]:
    with serving(ledger, DAY) as served:
        yield served.address


def signed_in(browser: Browser, address: str, name: str, **options: object) -> Page:
    """A page of a browser of one's own, signed in without touching the mouse."""
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    page.goto(address)
    page.locator("#name:focus").wait_for()  # a busy browser gives the focus after the page has loaded
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/")
    return page


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def record(page: Page, address: str) -> str:
    """The figures of the record of everything."""
    page.goto(f"{address}/scorecard?dimension=all&name=all")
    return page.inner_text(".figures")


def test_ten_predictions_by_keyboard_one_undone_a_second_look_and_the_scores(
    browser: Browser, address: str, ledger: Settings
) -> None:
    house = Warehouse.at(ledger)
    ada = signed_in(browser, address, "Ada", viewport=WIDE)
    seen = []
    for key in "cwpccwcpc":
        seen.append(ada.inner_text("#headline"))
        press(ada, key)
    ada.keyboard.press("v")  # void needs a reason, so the key leads to the note
    assert ada.evaluate("document.activeElement.id") == "note"
    ada.keyboard.type("Cannot be judged.")
    ada.keyboard.press("Escape")
    press(ada, "v")
    assert len(set(seen)) == 9
    assert house.query("SELECT count(*) FROM verdicts WHERE is_standing").rows == ((10,),)

    press(ada, "u")
    assert house.query("SELECT count(*) FROM verdicts WHERE is_standing").rows == ((9,),)
    assert house.query("SELECT count(*) FROM verdicts").rows == ((11,),)

    ben = signed_in(browser, address, "Ben", viewport=WIDE)
    before = record(ben, address)
    assert "\n9\n" in before
    ben.goto(f"{address}/?part=second")
    assert "You see how after your own verdict" in ben.inner_text("main")
    assert "Ada" not in ben.inner_text("main")
    claim = ben.get_attribute("#verdict", "action")
    assert claim is not None
    (outcome,) = house.query("SELECT outcome FROM predictions WHERE claim_id = $1", [claim.split("/")[2]]).rows[0]
    press(ben, "w" if outcome != "wrong" else "c")
    assert house.query("SELECT count(*) FROM verdicts WHERE reviewer = 'Ben' AND is_standing").rows == ((1,),)
    assert record(ben, address) != before  # the two disagree now, so one fewer counts
    assert house.check() == []


def test_evidence_is_searched_and_taken_without_leaving_the_page(browser: Browser, address: str) -> None:
    eva = signed_in(browser, address, "Eva", viewport=WIDE)
    eva.keyboard.press("e")
    eva.keyboard.type("accord")
    eva.wait_for_selector("#found .take")
    before = eva.url
    eva.click("#found .take >> nth=0")
    eva.wait_for_selector("#chosen .evidence")
    assert eva.url == before
    assert eva.input_value("#chosen input[name=article]").startswith("a1_")
    assert eva.inner_text("#found .taken .label") == "Taken"
    eva.click("#chosen .take")
    eva.wait_for_selector("#chosen .evidence", state="detached")
    assert eva.locator("#found .taken").count() == 0


def test_single_keys_can_be_switched_off(browser: Browser, address: str) -> None:
    eva = signed_in(browser, address, "Eva", viewport=WIDE)
    eva.goto(f"{address}/help")
    eva.uncheck("#keys-on")
    eva.goto(address)
    eva.keyboard.press("?")
    eva.wait_for_timeout(300)
    assert eva.url == f"{address}/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_grave_and_no_page_is_wider_than_the_screen(
    browser: Browser, address: str, scheme: str, size: dict[str, int]
) -> None:
    page = signed_in(browser, address, "Axel", viewport=size, color_scheme=scheme)
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    for path in [*PAGES, "/runs"]:
        page.goto(address + path)
        found = Axe().run(page).response["violations"]
        troubles += [f"{path}: {fault['id']}" for fault in found if fault["impact"] in GRAVE]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            troubles.append(f"{path}: wider than the screen")
    assert troubles == []


def test_without_scripts_a_prediction_can_still_be_judged(browser: Browser, address: str, ledger: Settings) -> None:
    before = len(Warehouse.at(ledger).query("FROM verdicts").rows)
    eva = signed_in(browser, address, "Eva", viewport=PHONE, java_script_enabled=False)
    with eva.expect_navigation():
        eva.click("button[value=partly]")
    assert len(Warehouse.at(ledger).query("FROM verdicts").rows) == before + 1
