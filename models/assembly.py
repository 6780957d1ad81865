"""Assembly: which marks of a sentence belong to which proposition.

Takes tags, gives drafts; decides by place alone. A mark inside a proposition belongs to it; one outside belongs to the
nearest proposition of its sentence, except that a source reaches over all that are attributed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from models import dates
from models.sources import Cast, subject_of, who
from models.tagger.tags import Mark, Proposition, Tagged
from schemas import Article


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposition with its parts; everything is a place in the article's text except the resolved name."""

    sentence: int
    proposition: Proposition
    source: str | None
    source_mark: Mark | None
    time: Mark | None
    cue: Mark | None
    condition: Mark | None
    subject: str | None = None
    """What the pronoun that opens the proposition stands for, where the document leaves little doubt."""


def assemble(article: Article, tagged: Sequence[Tagged]) -> list[Draft]:
    """Drafts of all propositions in the order of the text."""
    cast = Cast.of(article, [one.sentence for one in tagged])
    drafts: list[Draft] = []
    for one in tagged:
        times = _whole_phrases(article.text, one)
        for proposition in one.propositions:
            named = who(one, proposition, cast)
            drafts.append(
                Draft(
                    sentence=one.sentence.number,
                    proposition=proposition,
                    source=named.name if named else None,
                    source_mark=named.mark if named else None,
                    time=_own(times, proposition, one.propositions),
                    cue=_own(one.cues, proposition, one.propositions),
                    condition=_condition(one.conditions, proposition, one.propositions),
                    subject=subject_of(proposition, cast),
                )
            )
    return drafts


def _whole_phrases(text: str, one: Tagged) -> list[Mark]:
    """The sentence's time marks, each widened to the phrases of the grammar that it touches."""
    if not one.times:
        return []
    offset = one.sentence.char_start
    phrases = [
        Mark(offset + phrase.char_start, offset + phrase.char_end)
        for phrase in dates.find(text[offset : one.sentence.char_end])
    ]
    widened = {_widened(mark, [phrase for phrase in phrases if _touch(phrase, mark)]) for mark in one.times}
    return sorted(widened, key=lambda mark: mark.start)


def _widened(mark: Mark, phrases: Sequence[Mark]) -> Mark:
    """The stretch of the phrases; the mark itself where there is none."""
    if not phrases:
        return mark
    return Mark(min(phrase.start for phrase in phrases), max(phrase.end for phrase in phrases))


def _own(marks: Sequence[Mark], proposition: Proposition, others: Sequence[Proposition]) -> Mark | None:
    """The first mark inside the proposition, else the nearest that no other proposition holds or is nearer to."""
    inside = [mark for mark in marks if _touch(mark, proposition)]
    if inside:
        return inside[0]
    free = [
        mark
        for mark in marks
        if not any(_touch(mark, other) for other in others)
        and min(others, key=lambda other: _gap(mark, other)) is proposition
    ]
    return min(free, key=lambda mark: _gap(mark, proposition), default=None)


def _condition(marks: Sequence[Mark], proposition: Proposition, others: Sequence[Proposition]) -> Mark | None:
    """The condition of the proposition; one that covers the whole of it is another proposition's."""
    fitting = [mark for mark in marks if not (mark.start <= proposition.start and proposition.end <= mark.end)]
    return _own(fitting, proposition, others)


def _touch(one: Mark | Proposition, other: Mark | Proposition) -> bool:
    """Whether the two share a character."""
    return one.start < other.end and other.start < one.end


def _gap(mark: Mark, proposition: Proposition) -> int:
    """Characters between the two; 0 where they touch."""
    return max(proposition.start - mark.end, mark.start - proposition.end, 0)
