from datetime import date
from typing import Any

import pytest

from review.desk.corrections import Correction, corrected
from schemas import Basis, Claim, FeedbackReason, Granularity, Kind, Likelihood, Prediction
from schemas.errors import VerdictRefused
from tests import story

TEXT = story.DELAY.text
FOUND: dict[str, Any] = story.TRUCE.model_dump(exclude={"interval"}) | {
    "claim_id": story.TRUCE.claim_id,
    "source": "author",
    "t_from": story.TRUCE.interval.start,
    "t_to": story.TRUCE.interval.end,
    "granularity": story.TRUCE.interval.granularity,
    "basis": story.TRUCE.interval.basis,
}


def said(**changes: object) -> Correction:
    as_found = {
        "kind": Kind.PREDICTION, "quote": story.TRUCE.quote, "source": "author", "time": story.TRUCE.time,
        "start": FOUND["t_from"], "end": FOUND["t_to"], "likelihood": Likelihood.LIKELY,
    }  # fmt: skip
    return Correction.model_validate(as_found | changes)


def test_what_is_not_changed_stays() -> None:
    right = corrected(FOUND, TEXT, said(likelihood=Likelihood.CERTAIN))
    assert isinstance(right, Prediction)
    assert (right.interval, right.headline, right.source) == (story.TRUCE.interval, story.TRUCE.headline, None)
    assert right.likelihood is Likelihood.CERTAIN


def test_another_date_moves_the_day_to_judge_it() -> None:
    right = corrected(FOUND, TEXT, said(start=date(2017, 2, 21), end=date(2017, 2, 21)))
    assert isinstance(right, Prediction)
    assert right.resolve_by == date(2017, 2, 21)
    assert (right.interval.granularity, right.interval.basis) == (Granularity.DAY, Basis.RELATIVE)


def test_words_with_a_year_are_an_explicit_date() -> None:
    assert corrected(FOUND, TEXT, said(time="in May 2017", end=date(2017, 5, 31))).interval.basis is Basis.EXPLICIT


def test_other_words_are_taken_at_the_nearest_place() -> None:
    right = corrected(FOUND, TEXT, said(quote="the talks"))
    assert right.verify(TEXT)
    assert TEXT.count("the talks") == 1


def test_another_kind_has_no_day_to_judge_it() -> None:
    assert isinstance(corrected(FOUND, TEXT, said(kind=Kind.CLAIM)), Claim)


@pytest.mark.parametrize("changes", [{"quote": "The truce broke"}, {"start": date(2018, 1, 1)}])
def test_what_does_not_hold_together_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(VerdictRefused):
        corrected(FOUND, TEXT, said(**changes))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": Kind.CLAIM, "quote": "The truce"}, FeedbackReason.WRONG_KIND),
        ({"quote": "The truce"}, FeedbackReason.WRONG_SPAN),
        ({"end": None}, FeedbackReason.WRONG_DATE),
        ({"source": "Rebels"}, FeedbackReason.WRONG_SOURCE),
        ({"likelihood": Likelihood.CERTAIN}, FeedbackReason.WRONG_LIKELIHOOD),
    ],
)
def test_the_reason_is_the_gravest_change(changes: dict[str, object], reason: FeedbackReason) -> None:
    assert said(**changes).reason(FOUND) is reason
