"""Text into words: what the grammar reads. Every word keeps its place in the text; nothing is dropped but blanks."""

import re
from functools import lru_cache
from typing import NamedTuple

from models.dates.lexicon import Category, Senses, senses_of_number, senses_of_word

_WORD = re.compile(
    r"""
    (?P<era>['’‘]?(?:\d\d)?\d0['’]?s\b)                 # 1990s, '90s, 1800's
  | (?P<time>\d{1,2}[:h]\d\d(?::\d\d)?(?!\d))         # 9:30, 15:23:24, 18h30
  | (?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)             # 21st
  | (?P<thousands>\d{1,3}(?:,\d{3})+\b)               # 1,200
  | (?P<decimal>(?<![\d.])\d+\.\d+(?!\d|/|\.\d))                   # 2.5
  | (?P<short>['’‘]\d\d\b)                            # '98
  | (?P<number>\d+)
  | (?P<possessive>['’]s?\b|(?<=s)['’](?=\s))         # last year's, two years'
  | (?P<ad>(?-i:A\.?D|C\.?E)\.?(?![^\W\d_])|a\.d\.|c\.e\.)   # A.D., CE; no ad
  | (?P<meridiem>[ap](?:\.\s?m\.?|m\b|\ m\b))         # a.m., pm
  | (?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)      # o'clock stays one word
  | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DOTTED = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun yr yrs hr hrs min"
    " mins sec secs wk wks mo mos qtr st jr".split()
)

_BEFORE_FIGURES = frozenset({"q", "h", "fy", "t"})
_DASHES = "-–—‑−‐"


class Word(NamedTuple):
    """A word of a text: its half-open place, its lower-case form, and what it may mean to the grammar."""

    start: int
    end: int
    form: str
    senses: Senses
    """Pairs of a category and a value."""
    keys: frozenset[str]
    """Its form and its categories: everything that a rule can ask for at this place."""


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`, in order."""
    found: list[Word] = []
    stop = len(text) if end is None else end
    for match in _WORD.finditer(text, start, stop):
        word_start, word_end = match.span()
        if found and word_start < found[-1].end:
            continue  # the full stop of an abbreviation
        kind = match.lastgroup or "mark"
        form, senses, keys = _read(kind, match[0])
        if form in _DOTTED and text[word_end : word_end + 1] == ".":
            word_end += 1
        if kind == "number" and found and found[-1].end == word_start and _is_name(found[-1]):
            senses, keys = (), frozenset()
        found.append(Word(word_start, word_end, form, senses, keys))
    return found


def _is_name(word: Word) -> bool:
    """Figures right behind it are no number: G20."""
    return word.form[-1].isalpha() and not word.senses and word.form not in _BEFORE_FIGURES


def _form(kind: str, written: str) -> str:
    if kind == "possessive":
        return "'s"
    if kind == "ad":
        return "a.d."
    return "-" if written in _DASHES else written.lower()


@lru_cache(maxsize=8192)
def _read(kind: str, written: str) -> tuple[str, Senses, frozenset[str]]:
    form = _form(kind, written)
    if kind in ("word", "mark", "possessive", "ad"):
        return form, *senses_of_word(form)
    return form, *senses_of_number(Category(kind.upper()), form)
