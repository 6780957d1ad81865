"""A whole document: every time expression with its TIMEX3 annotation, the narrative's own time carried along."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from models.dates.chart import Located
from models.dates.detection import Found, read_text
from models.dates.likeness import is_rate, is_some_day
from models.dates.meaning import Meaning, Often, Vague
from models.dates.narrative import Narrative, looking_back, opening, tense_of
from models.dates.resolution import Frame
from models.dates.timex import timex
from models.dates.units import day
from models.dates.words import Word

_OUTSIDE: Final = frozenset("in within inside for at on during just only over".split())
"""Words that the grammar needs and TIMEX3 leaves outside the tag."""
_UNTAGGED: Final = frozenset(
    "recent previously formerly lately future soon shortly quarterly annual annually yearly".split()
)
_UNTAGGED_PHRASES: Final = frozenset({"so far", "thus far", "this time", "the time", "the moment", "in time", "time"})
"""What time phrases TIMEX3 corpora rarely tag: fewer than half of the places where they stand in TimeBank are."""


class Mention(NamedTuple):
    """A TIMEX3 expression in a text: half-open offsets and annotation."""

    char_start: int
    char_end: int
    type: str
    """DATE, TIME, DURATION or SET."""
    value: str
    mod: str | None = None


def annotate(text: str, published: date | None, day_first: bool | None = None) -> tuple[Mention, ...]:
    """The time expressions of a document, by the TIMEX3 guidelines, in order."""
    words, found = read_text(text)
    start = Frame(published, that=day(published) if published else None, day_first=day_first)
    return tuple(_mentions(words, found, opening(found, start)))


def _mentions(words: Sequence[Word], found: Sequence[Found], narrative: Narrative) -> Iterator[Mention]:
    for phrase in found:
        tense = tense_of(words, phrase)
        for core in phrase.expression.cores:
            start, end = _tagged(words, core)
            if _is_untagged(words, start, end):
                continue
            meaning = narrative.meant(_in_place(words, core), words[core.end - 1].form)
            seen = looking_back(phrase, core, narrative.frame) or narrative.seen(meaning, tense)
            yield Mention(words[start].start, words[end - 1].end, *timex(meaning, seen))
            narrative = narrative.after(meaning, seen)


def _in_place(words: Sequence[Word], core: Located) -> Meaning:
    """What a time expression means by the words about it: four flights a week; it will one day be."""
    if is_rate(words, core):
        return Often(core.value)
    meaning: Meaning = Vague("FUTURE_REF") if is_some_day(words, core) else core.value
    return meaning


def _tagged(words: Sequence[Word], core: Located) -> tuple[int, int]:
    start, end = core.start, core.end
    while start < end - 1 and words[start].form in _OUTSIDE and words[start + 1].form not in ("least", "most"):
        start += 1
    return start, end


def _is_untagged(words: Sequence[Word], start: int, end: int) -> bool:
    if end - start == 1:
        return words[start].form in _UNTAGGED
    return " ".join(word.form for word in words[start:end]) in _UNTAGGED_PHRASES
