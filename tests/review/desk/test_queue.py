import re

import pytest
from fastapi import FastAPI

from tests import story
from tests.review.desk.conftest import SignIn


@pytest.fixture
def app(shared_app: FastAPI) -> FastAPI:
    """These tests leave the ledger as it is."""
    return shared_app


def listed(text: str) -> list[str]:
    return re.findall(r'<span class="head">([^<]+)</span>', text)


def counts(text: str) -> dict[str, int]:
    return {name: int(count) for name, count in re.findall(r">([A-Z][a-z ]+) <span class=\"count\">(\d+)</span>", text)}


def test_what_waits_stands_in_its_part(sign_in: SignIn) -> None:
    assert counts(sign_in("Ada").get("/").text) == {
        "Overdue": 2, "This week": 0, "Later": 2, "Second look": 0, "Disputed": 0,
    }  # fmt: skip


def test_it_begins_where_something_waits_and_shows_the_first_in_its_article(sign_in: SignIn) -> None:
    shown = sign_in("Ada").get("/").text
    assert set(listed(shown)) == {story.OPENS.headline, story.TRUCE.headline}
    assert listed(shown)[0] in shown.split('id="headline"')[1]
    assert '<span class="mark prediction focus' in shown


def test_skipping_leads_to_the_next_and_a_verdict_too(sign_in: SignIn) -> None:
    ada = sign_in("Ada")
    shown = ada.get("/").text
    second = {story.OPENS.headline: story.OPENS, story.TRUCE.headline: story.TRUCE}[listed(shown)[1]]
    skip = re.search(r'href="([^"]+)" data-key="s"', shown)
    assert skip
    assert skip[1].endswith(f"at={second.claim_id}")
    assert f"at={second.claim_id}" in re.search(r'name="onward" value="(/\?[^"]+)"', shown)[1]  # type: ignore[index]


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ("source=sergei+lavrov", [story.OPENS]),
        ("words=truce", [story.TRUCE]),
        ("topic=War+and+truce", [story.TRUCE]),
        ("horizon=quarter", []),
        ("horizon=month", [story.TRUCE]),
    ],
)
def test_filters(sign_in: SignIn, filters: str, wanted: list[story.Assertion]) -> None:
    shown = sign_in("Ada").get(f"/?part=overdue&{filters}").text
    if filters != "horizon=quarter":
        assert listed(shown) == [found.headline for found in wanted]


def test_the_more_there_is_to_check_the_earlier_it_comes(app: FastAPI) -> None:
    rows = app.state.desk.board.query("SELECT claim_id, worth FROM queue_for('Ada', DATE '2017-03-01')").dicts()
    worth = {row["claim_id"]: row["worth"] for row in rows}
    assert worth[story.INFLATION.claim_id] > worth[story.OPENS.claim_id] > worth[story.BOYCOTT.claim_id]


def test_an_empty_ledger_has_an_empty_queue(sign_in: SignIn) -> None:
    assert "Nothing waits here" in sign_in("Ada").get("/?words=nothing+at+all").text


def test_a_filter_is_data_and_never_sql(sign_in: SignIn) -> None:
    ada = sign_in("Ada")
    for attack in ("' OR 1=1 --", "'; DROP TABLE ledger.verdicts; --", "%27%20OR%20%271%27=%271"):
        assert listed(ada.get("/", params={"part": "overdue", "source": attack}).text) == []
        assert "/claims/c1_" not in ada.get("/claims", params={"words": attack, "topic": attack}).text
        assert "/claims/c1_" not in ada.get("/timeline", params={"topic": attack, "source": attack}).text
        assert ada.get("/scorecard", params={"dimension": "topic", "name": attack}).status_code == 404
    assert counts(ada.get("/").text)["Overdue"] == 2


def test_help_tells_the_keys_and_the_calendar(sign_in: SignIn) -> None:
    shown = sign_in("Ada").get("/help").text
    assert all(f"<kbd>{key}</kbd>" in shown for key in "cwlpvxsuen")
    assert "/calendar/" in shown
