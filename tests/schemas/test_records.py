"""The smaller records, ids and settings."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from schemas import (
    NO_DATE,
    Article,
    Basis,
    Decision,
    Evidence,
    Interval,
    Outcome,
    PublishedBasis,
    Region,
    RegionKind,
    ids,
    load_settings,
)
from schemas.errors import ForesaidError, SettingsError

days = st.none() | st.dates()


@given(start=days, end=days)
def test_an_interval_is_ordered_or_refused(start: date | None, end: date | None) -> None:
    basis = Basis.RELATIVE if start or end else Basis.NONE
    if start and end and start > end:
        with pytest.raises(ValidationError, match="before it starts"):
            Interval(start=start, end=end, basis=basis)
    else:
        assert Interval(start=start, end=end, basis=basis).end == end


def test_a_basis_without_a_date_is_refused() -> None:
    with pytest.raises(ValidationError, match="basis exactly when"):
        Interval(basis=Basis.EXPLICIT)
    with pytest.raises(ValidationError, match="basis exactly when"):
        Interval(start=date(2017, 1, 1))
    assert NO_DATE.basis is Basis.NONE


def test_an_article_is_its_text_wherever_it_was_published() -> None:
    here = Article(address="a.txt", text="The same words.")
    there = Article(address="https://example.org/b", text="The same words.", publisher="Another")
    assert here.article_id == there.article_id
    assert Article(address="a.txt", text="The same words. ").article_id != here.article_id


def test_a_publication_date_has_a_basis_and_the_reverse() -> None:
    with pytest.raises(ValidationError, match="basis exactly when"):
        Article(address="a", text="x", published=date(2017, 1, 1))
    with pytest.raises(ValidationError, match="basis exactly when"):
        Article(address="a", text="x", published_basis=PublishedBasis.GIVEN)


def test_a_region_lies_in_the_text() -> None:
    with pytest.raises(ValidationError, match="outside the text"):
        Article(address="a", text="x", regions=(Region(char_start=0, char_end=2, kind=RegionKind.TITLE),))
    with pytest.raises(ValidationError, match="at least one character"):
        Region(char_start=3, char_end=3, kind=RegionKind.TITLE)


def test_a_void_needs_its_reason() -> None:
    with pytest.raises(ValidationError, match="reason"):
        Decision(claim_id="c", outcome=Outcome.VOID, reviewer="Ada")
    assert Decision(claim_id="c", outcome=Outcome.VOID, reviewer="Ada", note="the condition was not met").note


def test_days_late_go_with_late() -> None:
    with pytest.raises(ValidationError, match="'late' only"):
        Decision(claim_id="c", outcome=Outcome.WRONG, reviewer="Ada", days_late=3)


def test_evidence_points_somewhere() -> None:
    with pytest.raises(ValidationError, match="URL or a stored article"):
        Evidence(quote="They opened.")


@given(st.lists(st.text(max_size=5), min_size=1, max_size=4), st.lists(st.text(max_size=5), min_size=1, max_size=4))
def test_batch_ids_differ_when_their_parts_do(some: list[str], others: list[str]) -> None:
    assert (ids.batch_id(*some) == ids.batch_id(*others)) == (some == others)


def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORESAID_BATCH_SIZE", "none")
    with pytest.raises(SettingsError, match="FORESAID_BATCH_SIZE") as refusal:
        load_settings()
    assert isinstance(refusal.value, ForesaidError)
