"""Figures: the people and bodies that a document names, each under its fullest name.

`gather` reads the whole document once; later mentions by surname or acronym belong to the figure that was introduced.
Refuses nothing; a name that fits no figure is a figure of its own.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from models.sources.lexicon import (
    INSTITUTIONS,
    MEN,
    NO_PEOPLE,
    OUTLETS,
    PERSON_NOUNS,
    PERSONAL_TITLES,
    PLACES,
    STRONG_TITLES,
    TITLES_OF_MEN,
    TITLES_OF_WOMEN,
    WOMEN,
)
from models.sources.names import Name, fold, names

LONGEST_PERSON = 5
"""Words of a person's name; what is longer names something else."""
_LINKS = frozenset("of the for and on &".split())
_OWN_RIGHT = frozenset("us usa uk uae".split())
"""Acronyms that nobody spells out; they name what they name."""

_BESIDE = 60
"""Characters beside a name that may say that it is a person's."""
_SOMEBODY = "|".join(sorted(STRONG_TITLES | PERSON_NOUNS))
_PERSON_AFTER = re.compile(
    rf",?\s(?:who|whose|whom)\b|,\s(?:aged\s)?\d{{1,3}}[,.]|,\s(?:an?|the|his|her|its|their)\s(?:[\w’'-]+\s){{0,4}}?(?:{_SOMEBODY})\b"
)
_PERSON_BEFORE = re.compile(rf"\b(?:{_SOMEBODY})(?:,\s|\s(?:called|named)\s|\s)$")
_THE = re.compile(r"\bthe $")

Key = tuple[str, ...]


class Sort(StrEnum):
    """What a name names, as far as the document tells."""

    PERSON = "person"
    BODY = "body"
    UNCLEAR = "unclear"


class Gender(StrEnum):
    """By which pronoun a person can be meant."""

    HE = "he"
    SHE = "she"
    EITHER = "either"


@dataclass(slots=True, eq=False)
class Figure:
    """A person or a body; `titles` are the words that led up to its name anywhere in the document, folded."""

    name: str
    words: Key
    sort: Sort
    gender: Gender = Gender.EITHER
    titles: set[str] = field(default_factory=set)

    @property
    def is_person(self) -> bool:
        return self.sort is Sort.PERSON


@dataclass(frozen=True, slots=True)
class Mention:
    """A half-open place where the text names a figure, from the first of its titles on; negative in the title."""

    start: int
    end: int
    figure: Figure


def gather(text: str, before: Sequence[Name], shorts: dict[str, str]) -> list[Mention]:
    """The mentions of the names that precede the text, as in a title, and of those in it, in order.

    `shorts` gives the long form of each acronym, by its folded short form.
    """
    found = names(text)
    everyone = [*before, *found]
    signs = _Signs.of(text, found, {name.key[0] for name in everyone if len(name.words) == 1})
    known: dict[Key, Figure] = {}
    by_end: dict[str, list[Figure]] = defaultdict(list)
    for name in sorted(everyone, key=lambda name: -len(name.words)):  # stable: earlier ones first
        key = name.key
        if key not in known:
            known[key] = _spelt_out(name, known, shorts) or _introduced(name, by_end) or _new(name, signs)
            if known[key].words == key:
                for word in {key[0], key[-1], _initials(key)}:
                    by_end[word].append(known[key])
        known[key].titles.update(name.titles)
    for figure in known.values():
        figure.gender = _gender(figure)
    ahead = [Mention(-1, -1, known[name.key]) for name in before]
    return ahead + [Mention(name.start, name.end, known[name.key]) for name in found]


def _spelt_out(name: Name, known: dict[Key, Figure], shorts: dict[str, str]) -> Figure | None:
    """The figure of an acronym that the text explains, its name then being both forms."""
    long = shorts.get(name.key[0]) if len(name.key) == 1 else None
    if long is None:
        return None
    both = f"{long} ({name.text})"
    figure = known.get(tuple(fold(word) for word in long.split())) or Figure(both, name.key, Sort.BODY)
    figure.name = both
    return figure


def _introduced(name: Name, by_end: dict[str, list[Figure]]) -> Figure | None:
    """The figure that a shorter name means: one that bears its titles before others, then the one introduced first."""
    key = name.key
    candidates = [*by_end[key[-1]], *by_end[key[0]], *by_end[key[0].replace(".", "")]]
    fitting = [figure for figure in candidates if _means(name, figure)]
    return min(fitting, key=lambda figure: not set(name.titles) <= figure.titles, default=None)


def _means(name: Name, figure: Figure) -> bool:
    """Whether the name can be a shorter form of the figure's."""
    key, words = name.key, figure.words
    if len(key) >= len(words) or (figure.sort is Sort.BODY and set(name.titles) & PERSONAL_TITLES):
        return False
    if figure.sort is not Sort.BODY and set(key) <= set(words) and (key[-1] == words[-1] or len(key) == 1):
        return True
    if len(key) > 1:
        return (words[: len(key)] == key and words[len(key)] in _LINKS) or words[-len(key) :] == key
    letters = key[0].replace(".", "")
    spelt = letters == _initials(words) and letters not in _OWN_RIGHT
    return name.text.isupper() and (spelt or (key[0] == words[0] and words[1] in OUTLETS))


def _initials(words: Key) -> str:
    return "".join(word[0] for word in words if word not in _LINKS)


def _new(name: Name, signs: "_Signs") -> Figure:
    """A figure under this name; a surname alone keeps its titles (President Biden)."""
    sort = _sort(name, signs)
    return Figure(name.titled if sort is Sort.PERSON and len(name.words) == 1 else name.text, name.key, sort)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What in the text speaks for or against persons: names used alone, names said to be people, names with "the"."""

    alone: set[str]
    people: set[Key]
    things: set[Key]

    @classmethod
    def of(cls, text: str, found: Sequence[Name], alone: set[str]) -> "_Signs":
        people = {name.key for name in found if _is_said_to_be_a_person(text, name)}
        things = {name.key[-1:] for name in found if not name.titles and _THE.search(text, name.start - 4, name.start)}
        return cls(alone, people, things)


def _is_said_to_be_a_person(text: str, name: Name) -> bool:
    """Whether the words beside the name say so: ", who", ", 67,", ", a German lawyer", "the chief minister, "."""
    if _PERSON_AFTER.match(text, name.end, name.end + _BESIDE):
        return True
    return bool(_PERSON_BEFORE.search(text, max(0, name.start - _BESIDE), name.start))


def _sort(name: Name, signs: _Signs) -> Sort:
    """Titles, the given name, an initial, words beside the name, or a surname used alone speak for a person."""
    key = name.key
    if set(key) & (INSTITUTIONS | _LINKS | NO_PEOPLE) or len(key) > LONGEST_PERSON:
        return Sort.BODY
    if set(name.titles) & STRONG_TITLES:
        return Sort.PERSON
    if key[0] in PLACES:
        return Sort.BODY
    if len(key) == 1:
        unclear = not name.text.isupper() and key not in signs.things
        return Sort.UNCLEAR if unclear else Sort.BODY
    given = key[0] in MEN or key[0] in WOMEN
    initial = any(len(word.rstrip(".")) == 1 for word in key[1:-1])
    surname = key[-1] in signs.alone and key[0] not in signs.alone and key[-1:] not in signs.things
    return Sort.PERSON if given or initial or surname or key in signs.people else Sort.UNCLEAR


def _gender(figure: Figure) -> Gender:
    given = figure.words[0]
    if figure.titles & TITLES_OF_MEN or (given in MEN and not figure.titles & TITLES_OF_WOMEN):
        return Gender.HE
    return Gender.SHE if figure.titles & TITLES_OF_WOMEN or given in WOMEN else Gender.EITHER
