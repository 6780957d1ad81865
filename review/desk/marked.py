"""The text of an article cut into stretches, each with what is marked there. Pure; what to do with it is the page's."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Mark:
    """A half-open stretch of a text that stands for something: a claim, the words that date it, a notice."""

    char_start: int
    char_end: int
    kind: str
    claim_id: str | None = None


@dataclass(frozen=True)
class Stretch:
    """A piece of text under one and the same set of marks."""

    text: str
    kinds: tuple[str, ...] = ()
    claim_id: str | None = None
    """The claim whose words these are; of several, the one with the shortest words."""

    @property
    def classes(self) -> str:
        return " ".join(self.kinds)


Paragraph = tuple[Stretch, ...]


def paragraphs(text: str, marks: Iterable[Mark]) -> list[Paragraph]:
    """The text by lines, each cut at the edges of the marks. Joined again it is the text without its line breaks.

    Marks that lie outside the text, or hold nothing, are left out rather than refused.
    """
    fitting = [mark for mark in marks if 0 <= mark.char_start < mark.char_end <= len(text)]
    return [tuple(_stretches(text, start, end, fitting)) for start, end in _lines(text)]


def places_of(text: str, within: tuple[int, int], words: str | None, kind: str, claim_id: str) -> list[Mark]:
    """Where words stand verbatim inside a stretch of the text: their first place, or none."""
    if not words:
        return []
    found = text.find(words, *within)
    return [] if found < 0 else [Mark(found, found + len(words), kind, claim_id)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        if stripped := line.rstrip():
            yield start, start + len(stripped)
        start += len(line)


def _stretches(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Stretch]:
    here = [mark for mark in marks if mark.char_start < end and mark.char_end > start]
    edges = {start, end}
    for mark in here:
        edges |= {max(start, mark.char_start), min(end, mark.char_end)}
    for left, right in pairwise(sorted(edges)):
        over = [mark for mark in here if mark.char_start <= left and mark.char_end >= right]
        kinds = tuple(dict.fromkeys(mark.kind for mark in over))
        yield Stretch(text[left:right], kinds, _innermost(over))


def _innermost(marks: Sequence[Mark]) -> str | None:
    named = [mark for mark in marks if mark.claim_id]
    return min(named, key=lambda mark: mark.char_end - mark.char_start).claim_id if named else None
