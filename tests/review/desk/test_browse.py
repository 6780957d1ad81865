import re
from datetime import date

import pytest
from fastapi import FastAPI
from icalendar import Calendar

from tests import story
from tests.review.desk.conftest import SignIn, Visitor


@pytest.fixture
def app(shared_app: FastAPI) -> FastAPI:
    """These tests leave the ledger as it is."""
    return shared_app


def listed(text: str) -> set[str]:
    return set(re.findall(r'<a href="/claims/c1_[0-9a-f]+">([^<]+)</a>', text))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", {"Geneva talks put off", "Fourth Geneva round opened on 23 February"}),
        ("kind=claim&publisher=the+review", {"Geneva talks put off"}),
        ("words=inflation", {story.INFLATION.headline}),
        ("author=ines+carrow&likelihood=possible", {story.BOYCOTT.headline}),
        ("event_from=2017-06-01", {story.INFLATION.headline}),
        ("topic=Inflation", {story.INFLATION.headline}),
        ("topic=War+and+truce&kind=prediction", {story.TRUCE.headline}),
        ("topic=Nothing+of+the+kind", set()),
        ("state=resolved", set()),
    ],
)
def test_search(sign_in: SignIn, query: str, wanted: set[str]) -> None:
    found = listed(sign_in("Dan").get(f"/claims?{query}").text)
    assert found >= wanted if query == "" else found == wanted


def test_a_search_is_saved_under_a_title_and_forgotten(sign_in: SignIn) -> None:
    dan = sign_in("Dan")
    dan.submit("/searches", title="Truces", query="words=truce")
    assert '<a href="/claims?words=truce">Truces</a>' in dan.get("/claims").text
    assert "Truces" not in sign_in("Ada").get("/claims").text
    dan.submit("/searches/forget", title="Truces")
    assert "Truces" not in dan.get("/claims").text


@pytest.mark.parametrize("query", ["stated_from=yesterday", "kind=prophecy", "start=x"])
def test_a_filter_that_makes_no_sense_is_refused_in_a_sentence(sign_in: SignIn, query: str) -> None:
    answer = sign_in("Dan").get(f"/claims?{query}")
    assert answer.status_code == 422
    assert "filled in wrongly" in answer.text


def test_an_article_shows_all_that_it_asserts(sign_in: SignIn) -> None:
    shown = sign_in("Dan").get(f"/articles/{story.DELAY.article_id}").text
    assert listed(shown) == {found.headline for found in story.FOUND["delay.txt"]}
    assert shown.count('class="mark prediction"') == 3


def test_an_unknown_article_is_not_found(sign_in: SignIn) -> None:
    assert sign_in("Dan").get("/articles/a1_none").status_code == 404


def test_a_timeline_of_a_topic(sign_in: SignIn) -> None:
    shown = sign_in("Dan").get("/timeline?topic=Syria+talks&words=&source=&from_day=&to_day=").text
    assert shown.index("January 2017") < shown.index("February 2017")
    assert listed(shown) == {
        story.OPENS.headline, story.TRUCE.headline, "Fourth Geneva round opened on 23 February"
    }  # fmt: skip


def test_a_timeline_of_words(sign_in: SignIn) -> None:
    shown = sign_in("Dan").get("/timeline?words=geneva").text
    assert shown.index("January 2017") < shown.index("February 2017")
    assert listed(shown) == {"Geneva round to open by end of February", "Fourth Geneva round opened on 23 February"}


def test_the_calendar_needs_its_address_and_no_session(sign_in: SignIn, stranger: Visitor) -> None:
    path = re.search(r"/calendar/[^.]+\.ics", sign_in("Ada").get("/help").text)
    assert path
    answer = stranger.get(path[0])
    events = list(Calendar.from_ical(answer.content).walk("VEVENT"))
    assert [event["dtstart"].dt for event in events] == [date(2017, 2, 20), date(2017, 2, 28)]
    assert str(events[1]["summary"]) == story.OPENS.headline
    assert str(events[1]["url"]) == f"http://127.0.0.1/claims/{story.OPENS.claim_id}"
    assert stranger.get("/calendar/guessed.ics").status_code == 404


def test_runs_and_failures_for_administrators(sign_in: SignIn) -> None:
    assert "story" in sign_in("Cleo").get("/runs").text
