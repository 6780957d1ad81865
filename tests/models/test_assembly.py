"""Assembly: which marks belong to which proposition, by place."""

import pytest

from models.assembly import Draft, assemble
from models.tagger.tags import Mark
from tests.models.marking import article, marks, proposition, tagged

TWO = "By Monday the talks resume, the envoy said, and the truce may end in March if rebels leave."
RESUME, END = "the talks resume", "the truce may end in March"


def drafts(text: str, *words: str, attributed: bool = False, **layers: tuple[Mark, ...]) -> list[Draft]:
    found = [proposition(text, one, attributed=attributed) for one in words]
    return assemble(article(text), [tagged(text, *found, **layers)])


def words_of(text: str, place: Mark | None) -> str | None:
    return text[place.start : place.end] if place else None


def test_a_mark_inside_a_proposition_belongs_to_it() -> None:
    resume, end = drafts(TWO, RESUME, END, cues=marks(TWO, "may"))
    assert resume.cue is None
    assert words_of(TWO, end.cue) == "may"


def test_a_mark_outside_belongs_to_the_nearest_proposition() -> None:
    resume, end = drafts(TWO, RESUME, END, times=marks(TWO, "By Monday"), conditions=marks(TWO, "if rebels leave"))
    assert (words_of(TWO, resume.time), words_of(TWO, end.time)) == ("By Monday", "in March")
    assert (resume.condition, words_of(TWO, end.condition)) == (None, "if rebels leave")


def test_a_mark_inside_goes_before_one_outside() -> None:
    (end,) = drafts(TWO, END, times=marks(TWO, "By Monday", "in March"))
    assert words_of(TWO, end.time) == "in March"


def test_of_two_marks_inside_the_first_is_taken() -> None:
    text = "Talks resume in March, not in May."
    (found,) = drafts(text, "Talks resume in March, not in May", times=marks(text, "in March", "in May"))
    assert words_of(text, found.time) == "in March"


def test_a_condition_that_covers_a_proposition_is_anothers() -> None:
    text = "If the truce holds, talks resume."
    layers = marks(text, "If the truce holds")
    holds, resume = drafts(text, "the truce holds", "talks resume", conditions=layers)
    assert holds.condition is None
    (alone,) = drafts(text, "talks resume", conditions=layers)
    assert words_of(text, alone.condition) == "If the truce holds"
    assert resume.condition is None  # the mark overlaps a proposition that it cannot belong to


def test_what_is_not_attributed_has_no_source() -> None:
    (found,) = drafts(TWO, END, sources=marks(TWO, "the envoy"))
    assert (found.source, found.source_mark) == (None, None)


@pytest.mark.parametrize("words", [RESUME, END])
def test_a_source_reaches_over_the_sentence(words: str) -> None:
    (found,) = drafts(TWO, words, attributed=True, sources=marks(TWO, "the envoy"))
    assert found.source is not None
    assert words_of(TWO, found.source_mark) == "the envoy"


def test_an_attributed_proposition_in_a_text_without_names_has_no_source() -> None:
    text = "it rained."
    (found,) = drafts(text, "it rained", attributed=True)
    assert found.source is None


def test_drafts_come_in_the_order_of_the_text() -> None:
    assert [one.proposition.start for one in drafts(TWO, RESUME, END)] == [TWO.index(RESUME), TWO.index(END)]
    assert assemble(article("Nothing."), []) == []
