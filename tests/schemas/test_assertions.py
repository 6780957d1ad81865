"""Claims and predictions refuse what an analyst could not rely on."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from schemas import Basis, Claim, Extraction, Granularity, Interval, Prediction, ids

TEXT = "The talks will resume by June."
JUNE = Interval(start=date(2017, 1, 27), end=date(2017, 6, 30), granularity=Granularity.RANGE, basis=Basis.RELATIVE)


def fields(**changed: Any) -> dict[str, Any]:
    base = {
        "article_id": "a1_x",
        "sentence": 0,
        "char_start": 0,
        "char_end": 29,
        "quote": TEXT[:29],
        "headline": "Talks to resume by June",
        "stated_on": date(2017, 1, 27),
        "model_score": 0.8,
    }
    return base | changed


def test_a_quote_is_as_long_as_its_offsets() -> None:
    with pytest.raises(ValidationError, match="not as long as its offsets"):
        Claim(**fields(char_end=28))


def test_verify_holds_the_quote_against_the_text() -> None:
    claim = Claim(**fields())
    assert claim.verify(TEXT)
    assert not claim.verify("X" + TEXT)


def test_a_headline_has_at_most_ten_words() -> None:
    with pytest.raises(ValidationError, match="at most 10 words"):
        Claim(**fields(headline="one two three four five six seven eight nine ten eleven"))


def test_words_that_name_a_source_need_the_source() -> None:
    with pytest.raises(ValidationError, match="need the source"):
        Claim(**fields(source_quote="he"))


def test_an_unknown_field_is_an_error_and_not_a_loss() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Claim(**fields(confidence=0.9))


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Claim(**fields()).quote = "something else"  # type: ignore[misc]


def test_resolve_by_is_the_end_of_the_interval() -> None:
    assert Prediction(**fields(interval=JUNE, resolve_by=JUNE.end)).resolve_by == JUNE.end
    for wrong in (None, date(2017, 7, 1)):
        with pytest.raises(ValidationError, match="end of the interval"):
            Prediction(**fields(interval=JUNE, resolve_by=wrong))


def test_a_dated_prediction_has_no_policy_date_beside_it() -> None:
    with pytest.raises(ValidationError, match="does not date"):
        Prediction(**fields(interval=JUNE, resolve_by=JUNE.end, review_by=date(2017, 9, 1)))


@given(start=st.integers(0, 50), kind=st.sampled_from([Claim, Prediction]), score=st.floats(0, 1))
def test_the_id_is_place_and_kind_whatever_else_differs(start: int, kind: type, score: float) -> None:
    place = {"char_start": start, "char_end": start + 29}
    one, other = kind(**fields(**place)), kind(**fields(**place, model_score=score, headline="Other words"))
    assert one.claim_id == other.claim_id == ids.claim_id("a1_x", start, start + 29, one.kind)


def test_claim_and_prediction_of_one_place_are_two() -> None:
    assert Claim(**fields()).claim_id != Prediction(**fields()).claim_id


def test_records_come_back_from_json_as_what_they_were() -> None:
    reading = Extraction(
        article_id="a1_x",
        model="m",
        revision="1",
        published=date(2017, 1, 27),
        assertions=(Claim(**fields()), Prediction(**fields(interval=JUNE, resolve_by=JUNE.end))),
        sentences=1,
        tokens=7,
    )
    assert Extraction.model_validate_json(reading.model_dump_json()) == reading


@pytest.mark.parametrize("changed", [{"article_id": "a1_other"}, {"stated_on": None}])
def test_an_extraction_holds_its_own_article_and_day_only(changed: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="own article and day"):
        Extraction(
            article_id="a1_x",
            model="m",
            revision="1",
            published=date(2017, 1, 27),
            assertions=(Claim(**fields(**changed)),),
            sentences=1,
            tokens=7,
        )
