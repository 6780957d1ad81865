"""Settling: validated records, quotes at their place, and a reason for everything that did not become one."""

from datetime import date

import pytest

from models.assembly import Draft
from models.settling import Settled, settle
from models.tagger.tags import Proposition
from schemas import AnyAssertion, Claim, DropReason, Kind, Likelihood, Prediction
from tests.models.marking import PUBLISHED, article, mark, proposition

TEXT = "The envoy said that “talks may resume in March”, unless rebels leave (the U.S.)."
RESUME = "talks may resume in March"


def draft(text: str, found: Proposition, source: str | None = None, **parts: str) -> Draft:
    places = {name: mark(text, parts[name]) if name in parts else None for name in ("time", "cue", "condition")}
    named = mark(text, parts["source_mark"]) if "source_mark" in parts else None
    return Draft(sentence=0, proposition=found, source=source, source_mark=named, **places)


def settled(*drafts: Draft, text: str = TEXT, min_score: float = 0.5, published: date | None = PUBLISHED) -> Settled:
    return settle(article(text, published), drafts, min_score, review_after_days=180)


def one(text: str, found: Proposition, source: str | None = None, **parts: str) -> AnyAssertion:
    result = settled(draft(text, found, source, **parts), text=text)
    assert not result.dropped
    (assertion,) = result.assertions
    assert assertion.verify(text)
    return assertion


def test_a_draft_becomes_a_record() -> None:
    found = one(
        TEXT,
        proposition(TEXT, RESUME, Kind.PREDICTION),
        "Staffan de Mistura",
        source_mark="The envoy",
        time="in March",
        cue="may",
        condition="unless rebels leave",
    )
    assert isinstance(found, Prediction)
    assert (found.source, found.source_quote) == ("Staffan de Mistura", "The envoy")
    assert (found.time, found.cue, found.condition) == ("in March", "may", "unless rebels leave")
    assert (found.interval.start, found.interval.end) == (date(2017, 3, 1), date(2017, 3, 31))
    assert found.resolve_by == date(2017, 3, 31)
    assert found.review_by is None
    assert found.stated_on == PUBLISHED


def test_the_words_of_the_cue_decide_the_likelihood() -> None:
    assert one(TEXT, proposition(TEXT, RESUME), cue="may").likelihood is Likelihood.POSSIBLE


def test_a_cue_that_says_nothing_leaves_it_to_the_tagger() -> None:
    place = mark(TEXT, RESUME)
    found = Proposition(place.start, place.end, Kind.CLAIM, 0.9, Likelihood.UNLIKELY, negated=True, attributed=False)
    settled_one = one(TEXT, found, cue="rebels")
    assert (settled_one.likelihood, settled_one.negated) == (Likelihood.UNLIKELY, True)


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("“talks may resume in March”,", RESUME),
        (" talks may", "talks may"),
        ("rebels leave (the U.S.).", "rebels leave (the U.S.)"),
        ("the U.S.).", "the U.S."),
        ("… [and so on].", "and so on"),
        ("leave [sic].", "leave [sic]"),
    ],
)
def test_edges_that_belong_to_the_sentence_are_left_out(words: str, quote: str) -> None:
    text = f"He said{words}"
    assert one(text, proposition(text, words)).quote == quote


def test_a_source_mark_without_a_source_is_left_out() -> None:
    found = one(TEXT, proposition(TEXT, RESUME), None, source_mark="The envoy")
    assert (found.source, found.source_quote) == (None, None)


def test_a_claim_has_no_day_of_judgement() -> None:
    assert isinstance(one(TEXT, proposition(TEXT, RESUME, Kind.CLAIM), time="in March"), Claim)


def test_an_undated_prediction_comes_up_for_review() -> None:
    found = one(TEXT, proposition(TEXT, RESUME, Kind.PREDICTION))
    assert isinstance(found, Prediction)
    assert (found.resolve_by, found.review_by) == (None, date(2017, 7, 26))


def test_without_a_day_of_publication_nothing_is_invented() -> None:
    found = proposition(TEXT, RESUME, Kind.PREDICTION)
    result = settled(draft(TEXT, found, time="in March"), published=None)
    (assertion,) = result.assertions
    assert isinstance(assertion, Prediction)
    assert (assertion.stated_on, assertion.resolve_by, assertion.review_by) == (None, None, None)


def test_what_scores_too_low_is_dropped_and_counted() -> None:
    low, high = (proposition(TEXT, words, score=score) for words, score in (("The envoy said", 0.4), (RESUME, 0.5)))
    result = settled(draft(TEXT, low), draft(TEXT, high))
    assert [found.quote for found in result.assertions] == [RESUME]
    (dropped,) = result.dropped
    assert (dropped.reason, dropped.char_start, dropped.char_end) == (DropReason.BELOW_THRESHOLD, 0, 14)


def test_a_second_telling_is_linked_to_the_first() -> None:
    text = "The Geneva talks resume in March. Later: the Geneva talks resume in March, he said."
    first, second = "The Geneva talks resume in March", "the Geneva talks resume in March"
    result = settled(*(draft(text, proposition(text, words)) for words in (first, second)), text=text)
    told, again = result.assertions
    assert told.repeats is None
    assert again.repeats == told.claim_id


def test_a_span_of_punctuation_alone_is_dropped() -> None:
    text = "He said … nothing."
    result = settled(draft(text, proposition(text, " … ")), text=text)
    assert result.assertions == ()
    assert [found.reason for found in result.dropped] == [DropReason.INVALID]


def test_what_a_record_refuses_is_dropped_with_its_reason() -> None:
    found = proposition(TEXT, RESUME, score=1.5)
    (dropped,) = settled(draft(TEXT, found)).dropped
    assert dropped.reason is DropReason.INVALID
    assert "less than or equal to 1" in dropped.detail


def test_nothing_settles_to_nothing() -> None:
    assert settled() == Settled((), ())


@pytest.mark.parametrize(
    ("text", "said", "time", "days"),
    [
        (
            "A bomb went off on 3 January. The same day a mall burnt.",
            "a mall burnt",
            "The same day",
            ("2017-01-03",) * 2,
        ),
        ("It fell on 3 January. Two days later it rose.", "it rose", "Two days later", ("2017-01-05",) * 2),
        (
            "It fell on 3 January, and has not moved since then.",
            "and has not moved",
            "since then",
            ("2017-01-03", "2017-01-27"),
        ),
        (
            "They met on 3 January. The next day they ate. Two days later they left.",
            "they left",
            "Two days later",
            ("2017-01-06",) * 2,
        ),
        (
            "It fell on 3 January." + " Nobody cared at all." * 30 + " The same day it rose.",
            "it rose",
            "The same day",
            ("None",) * 2,
        ),
    ],
)
def test_what_counts_on_counts_from_the_last_date_before_it(
    text: str, said: str, time: str, days: tuple[str, str]
) -> None:
    found = one(text, proposition(text, said), time=time).interval
    assert (str(found.start), str(found.end)) == days
