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
        for proposition, time in zip(one.propositions, _times(article.text, one), strict=True):
            named = who(one, proposition, cast)
            drafts.append(
                Draft(
                    sentence=one.sentence.number,
                    proposition=proposition,
                    source=named.name if named else None,
                    source_mark=named.mark if named else None,
                    time=time,
                    cue=_own(one.cues, proposition, one.propositions),
                    condition=_condition(one.conditions, proposition, one.propositions),
                    subject=subject_of(proposition, cast),
                )
            )
    return drafts


def _times(text: str, one: Tagged) -> list[Mark | None]:
    """The time phrase of each proposition, by the grammar of dates and the marks of the tagger."""
    offset = one.sentence.char_start
    chosen = dates.choose_each(
        text[offset : one.sentence.char_end],
        [(each.start - offset, each.end - offset) for each in one.propositions],
        [(mark.start - offset, mark.end - offset) for mark in one.times],
    )
    return [Mark(offset + each.char_start, offset + each.char_end) if each else None for each in chosen]


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
