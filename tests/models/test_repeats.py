"""Repeats: which second telling is linked to the first, one pair per phenomenon."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.repeats import repeated
from schemas import NO_DATE, AnyAssertion, Basis, Claim, Granularity, Interval, Likelihood, Prediction

TALKS = "The Geneva talks on Syria resume on 23 February"


def claim(quote: str, **attributes: Any) -> Claim:
    return Claim.model_validate(fields(quote) | attributes)


def prediction(quote: str, **attributes: Any) -> Prediction:
    return Prediction.model_validate(fields(quote) | {"review_by": date(2017, 8, 1)} | attributes)


def fields(quote: str) -> dict[str, Any]:
    place = sum(map(ord, quote))
    return {
        "article_id": "a",
        "sentence": 0,
        "char_start": place,
        "char_end": place + len(quote),
        "quote": quote,
        "headline": quote.split()[0] or "x",
        "stated_on": date(2017, 1, 27),
        "interval": NO_DATE,
        "likelihood": Likelihood.CERTAIN,
        "negated": False,
        "model_score": 0.9,
    }


def dated(day: date) -> Interval:
    return Interval(start=day, end=day, granularity=Granularity.DAY, basis=Basis.EXPLICIT)


def links(*assertions: AnyAssertion) -> list[int | None]:
    """For each assertion the number of the one it repeats."""
    ids = [one.claim_id for one in assertions]
    return [None if one.repeats is None else ids.index(one.repeats) for one in repeated(assertions)]


TOLD_AGAIN = {
    "in the same words": (TALKS, TALKS),
    "with a word more": (TALKS, "The Geneva talks on Syria will only resume on 23 February"),
    "in another order": (TALKS, "On 23 February the talks on Syria in Geneva resume"),
    "in another form of the verb": (
        "the agency reopened its consulate in Nuuk after 70 years",
        "the reopening of the agency's consulate in Nuuk after 70 years",
    ),
    "with a lead of its own": (
        "One ruble is now worth less than one American penny",
        "One ruble is worth less than one American penny today",
    ),
}

TOLD_OTHERWISE = {
    "another place": (TALKS, "The Astana talks on Syria resume on 23 February"),
    "another number": ("The fire in Leeds killed 12 people", "The fire in Leeds killed 14 people"),
    "much that is new": (TALKS, TALKS + " if the rebels hand over the captured pilots, tanks and border posts"),
    "too little to be known again": ("it will continue to do so", "it will continue to do so"),
    "words of every day": ("we think that they will go", "we think that they will go"),
}


@pytest.mark.parametrize(("first", "second"), TOLD_AGAIN.values(), ids=TOLD_AGAIN.keys())
def test_a_second_telling_is_linked(first: str, second: str) -> None:
    assert links(claim(first), claim(second, char_start=9, char_end=9 + len(second))) == [None, 0]


@pytest.mark.parametrize(("first", "second"), TOLD_OTHERWISE.values(), ids=TOLD_OTHERWISE.keys())
def test_another_assertion_is_not_linked(first: str, second: str) -> None:
    assert links(claim(first), claim(second, char_start=9, char_end=9 + len(second))) == [None, None]


def again(**attributes: Any) -> Claim:
    return claim(TALKS, char_start=5, char_end=5 + len(TALKS), **attributes)


def test_what_its_attributes_contradict_is_not_linked() -> None:
    assert links(claim(TALKS), again(negated=True)) == [None, None]
    assert links(claim(TALKS), again(likelihood=Likelihood.POSSIBLE)) == [None, None]
    assert links(claim(TALKS), prediction(TALKS, char_start=5, char_end=5 + len(TALKS))) == [None, None]
    first, second = dated(date(2017, 2, 23)), dated(date(2017, 2, 24))
    assert links(claim(TALKS, interval=first), again(interval=second)) == [None, None]
    spoken = {"source": "Omar Fayed", "source_quote": "he"}
    assert links(claim(TALKS, **spoken), again(source="Clara Lund", source_quote="she")) == [None, None]


def test_what_one_telling_leaves_open_does_not_part_them() -> None:
    assert links(claim(TALKS, interval=dated(date(2017, 2, 23))), again()) == [None, 0]
    assert links(claim(TALKS, source="Omar Fayed", source_quote="he"), again()) == [None, 0]


def test_a_third_telling_is_linked_to_the_first() -> None:
    third = claim(TALKS, char_start=7, char_end=7 + len(TALKS))
    assert links(claim(TALKS), again(), third) == [None, 0, 0]


@given(st.lists(st.sampled_from([TALKS, "The fire in Leeds killed 12 people", "so", "He left."]), max_size=8))
def test_all_are_kept_in_order_and_links_point_back_to_firsts(quotes: list[str]) -> None:
    given_ = [claim(quote, char_start=at, char_end=at + len(quote)) for at, quote in enumerate(quotes)]
    found = repeated(given_)
    assert [one.claim_id for one in found] == [one.claim_id for one in given_]
    firsts = {one.claim_id for one in found if one.repeats is None}
    assert all(one.repeats in firsts for one in found if one.repeats)
