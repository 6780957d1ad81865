"""Marks what stands in an article's text but is not the article: titles, bylines, notices, link lists, repetitions.

Nothing is cut: a region is a stretch of the text with a reason, and whoever reads for assertions leaves it out. The
unit is a line, or a paragraph where lines are wrapped at a fixed width. A rule errs towards reading: a notice that is
taken for text costs a reviewer a glance, a paragraph that is taken for a notice loses its claims.
Pure; refuses nothing. Linear in the length of the text.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.boilerplate import BIOGRAPHY, BYLINE, DISCLAIMER, NAVIGATION, NOTICE
from schemas import Region, RegionKind

_TOP = 8
"""Titles and bylines stand among so many first units."""
_MAX_BYLINE = 140
_MAX_NOTICE = 450
"""Characters of a paragraph that may be a notice as a whole; in a longer one, a notice is an aside."""
_MAX_DISCLAIMER = 1500
_TITLE_TRIMMINGS = 60
"""Characters that may stand beside a repeated title in its line: a date, a report number, "Listen"."""
_SHINGLE = 3
_MIN_REPEATED_WORDS = 7
_REPEATED_SHARE = 0.7
"""Share of a unit's word triples that stand in another one: a pull quote is often shortened in the middle."""
_KNOWN_WORDS = 0.95
"""Share of its words that the other one has at all: lines made by one template differ in names and figures."""
_MAX_UNITS = 5000
"""Units of a text that is searched for repetitions; a longer one is an archive, where they mean nothing."""
_MAX_PLACES = 40
"""Units that a word triple is looked up in; one in more places says nothing."""

_WORD = re.compile(r"\w+")
_LINE = re.compile(r"\S[^\n]*")
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*\S[^\n]*)*")


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or a paragraph of wrapped lines: its place and its trimmed words."""

    start: int
    end: int
    text: str


def mark(text: str, title: str | None = None, known: Iterable[Region] = ()) -> tuple[Region, ...]:
    """The regions of `text`, in order and apart from each other; `known` ones, which its form shows, come first.

    `title` is the article's: the lines near the top that repeat it are marked.
    """
    known = list(apart(known))
    units = [unit for unit in _units(text) if not _meets(unit, known)]
    found = dict.fromkeys(_repetitions(units) if len(units) <= _MAX_UNITS else (), RegionKind.REPEATED)
    found |= _by_rule(units)
    found |= dict.fromkeys(_titles(units, title), RegionKind.TITLE)
    marked = (Region(char_start=unit.start, char_end=unit.end, kind=kind) for unit, kind in found.items())
    return tuple(sorted([*known, *marked], key=_start))


def apart(regions: Iterable[Region]) -> Iterator[Region]:
    """The regions in order; where two meet, the one that begins first, or is longer, stays."""
    reached = 0
    for region in sorted(regions, key=lambda region: (region.char_start, -region.char_end)):
        if region.char_start >= reached:
            yield region
            reached = region.char_end


def _start(region: Region) -> int:
    return region.char_start


def _units(text: str) -> Iterator[Unit]:
    for block in _PARAGRAPH.finditer(text):
        lines = list(_LINE.finditer(text, block.start(), block.end()))
        parts = [block] if _is_wrapped([line.group() for line in lines]) else lines
        yield from (_unit(part.start(), part.group()) for part in parts)


def _unit(start: int, text: str) -> Unit:
    text = text.rstrip()
    return Unit(start, start + len(text), text)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether a paragraph's lines were broken at a width: all but the last are about equally long."""
    longest = max(map(len, lines))
    return len(lines) > 1 and longest <= 100 and all(len(line) >= max(40, 0.7 * longest) for line in lines[:-1])


def _meets(unit: Unit, regions: Sequence[Region]) -> bool:
    """Whether one of the regions, which are in order and apart, reaches into the unit."""
    nearest = bisect_left(regions, unit.end, key=_start) - 1
    return nearest >= 0 and regions[nearest].char_end > unit.start


def _by_rule(units: list[Unit]) -> dict[Unit, RegionKind]:
    tail = max(_TOP, len(units) - max(4, len(units) // 6))
    kinds = ((unit, _kind(unit.text, is_near_end=number >= tail)) for number, unit in enumerate(units))
    return {unit: kind for unit, kind in kinds if kind}


def _kind(text: str, is_near_end: bool) -> RegionKind | None:
    if text.startswith("|"):
        return RegionKind.QUOTED_MARKUP
    if len(text) <= _MAX_BYLINE and BYLINE.fullmatch(text.strip(" *_()")):
        return RegionKind.BYLINE
    if len(text) <= _MAX_NOTICE and NOTICE.search(text):
        return RegionKind.NOTICE
    if len(text) <= _MAX_DISCLAIMER and DISCLAIMER.match(text):
        return RegionKind.NOTICE
    if is_near_end and BIOGRAPHY.match(text):
        return RegionKind.NOTICE
    return RegionKind.NAVIGATION if NAVIGATION.search(text) else None


def _titles(units: list[Unit], title: str | None) -> Iterator[Unit]:
    wanted = _plain(title or "")
    for unit in units[: 3 * _TOP] if wanted else ():
        line = _plain(unit.text)
        beside = len(line) - len(wanted)
        if wanted in line and beside <= min(_TITLE_TRIMMINGS, len(wanted)):
            yield unit


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _repetitions(units: list[Unit]) -> Iterator[Unit]:
    """The units that stand in another one, in full or shortened; of equal ones all but the first."""
    words = [_WORD.findall(unit.text.casefold()) for unit in units]
    shingles = [_shingles(of_unit) for of_unit in words]
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, triples in enumerate(shingles):
        for triple in triples:
            places[triple].append(number)
    for number, unit in enumerate(units):
        if len(words[number]) >= _MIN_REPEATED_WORDS and any(
            _is_within(words[number], words[other])
            for other in _similar(number, shingles, places)
            if (len(words[other]), number) > (len(words[number]), other)
        ):
            yield unit


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}


def _similar(
    number: int, shingles: list[set[tuple[str, ...]]], places: dict[tuple[str, ...], list[int]]
) -> Iterator[int]:
    """The other units that have most of this one's word triples."""
    shared = Counter(other for triple in shingles[number] for other in places[triple][:_MAX_PLACES] if other != number)
    return (other for other, count in shared.items() if count >= _REPEATED_SHARE * len(shingles[number]))


def _is_within(words: list[str], others: list[str]) -> bool:
    return len(set(words) & set(others)) >= _KNOWN_WORDS * len(set(words))
