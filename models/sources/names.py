"""Names in running text: runs of capitalised words, with the titles before them taken apart.

A name never crosses a line, a sentence or a quotation mark. What it names (a person, a body) is decided elsewhere.
Refuses nothing; linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from models.sources.lexicon import (
    ABBREVIATED_TITLES,
    CALENDAR,
    INSTITUTIONS,
    MEN,
    NEVER_NAMES,
    NO_PEOPLE,
    PARTICLES,
    PORTFOLIOS,
    POSTNOMINALS,
    STRONG_TITLES,
    TITLES,
    WOMEN,
)

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., D.C.
    r"|[^\W\d_]\.(?=\s)"  # an initial
    r"|[^\W_](?:\w|[&.](?=\w)|[’'-](?=\w))*"
    r"|\n|\S"
)
_ARTICLED = re.compile(r"(?:al|el|ad|as|an|ash|ibn)-[A-Z]")
_POSSESSIVE = re.compile(r"[’'][sS]?$")
SHORTEST_ACRONYM = 3
"""Letters from which a word in capitals is a name even where it spells a small word (WHO)."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation at its half-open place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words: the name itself, and the titles that lead to it, from `start` on."""

    words: tuple[str, ...]
    start: int
    end: int
    titles: tuple[str, ...] = ()
    """Folded."""

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def titled(self) -> str:
        """The name with its titles, in the case of a headline."""
        return " ".join((*(title.capitalize() for title in self.titles), *map(_capitalised, self.words)))

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(fold(word) for word in self.words)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The text in small letters without accents, so that Erdoğan and Erdogan are one."""
    plain = text.casefold().replace("’", "'").replace("ı", "i").replace("ł", "l").replace("ø", "o")
    return "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))


def names(text: str) -> list[Name]:
    """All names of the text in order."""
    found = [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    common = {token.text for token in found if token.text.islower()}
    runs = (_without_opener(_ended(run), text, common) for run in _runs(found))
    return [name for run in runs if (name := _named(run)).words]


def _runs(found: Sequence[Token]) -> Iterator[list[Token]]:
    """Longest runs of capitalised words and of the small words that may stand between them."""
    run: list[Token] = []
    for at, token in enumerate(found):
        if _capital(token, run) or (run and token.text in PARTICLES and _goes_on(found, at, run)):
            run.append(token)
            ended = bool(_POSSESSIVE.search(token.text))
        else:
            ended = token.text != "." or not run or fold(run[-1].text) not in ABBREVIATED_TITLES
        if ended and run:
            yield run
            run = []
    if run:
        yield run


def _capital(token: Token, run: Sequence[Token]) -> bool:
    """Whether the word can be part of a name after what the run holds."""
    if not (token.text[0].isupper() or _ARTICLED.match(token.text)):
        return False
    plain = _POSSESSIVE.sub("", token.text)
    word = fold(plain)
    if word in CALENDAR:
        return word == "may" and bool(run) and (len(run) > 1 or _is_title(run[0]))
    if len(word) == 1 and not run:
        return False
    return word not in NEVER_NAMES or (len(word) >= SHORTEST_ACRONYM and plain.isupper())


def _goes_on(found: Sequence[Token], at: int, run: Sequence[Token]) -> bool:
    """Whether a small word after the run connects it with a capitalised word that follows."""
    following = next((token for token in found[at + 1 : at + 4] if token.text not in PARTICLES), None)
    if following is None or not _capital(following, run):
        return False
    word, last = found[at].text, fold(run[-1].text)
    if word in ("of", "for", "on", "the"):
        office = last in TITLES and fold(following.text) in PORTFOLIOS
        return last in INSTITUTIONS or office or last in ("of", "for")
    if word in ("and", "&"):
        return _joins_a_body(run, found[at + 1 : at + 6])
    return True


def _joins_a_body(run: Sequence[Token], following: Sequence[Token]) -> bool:
    """Whether "and" stands inside the name of one body (Food and Agriculture Organization)."""
    capitals = [fold(token.text) for token in takewhile(lambda token: token.text[0].isupper(), following)]
    if not capitals:
        return False
    words = [fold(token.text) for token in run]
    opened = any(one in INSTITUTIONS - PORTFOLIOS and other in ("of", "for") for one, other in pairwise(words))
    closed = len(run) <= 2 and words[0] not in MEN | WOMEN | TITLES and capitals[-1] in INSTITUTIONS
    return opened or closed


def _ended(run: Sequence[Token]) -> Sequence[Token]:
    """The run without small words at its end."""
    end = len(run)
    while end and run[end - 1].text in PARTICLES:
        end -= 1
    return run[:end]


def _without_opener(run: Sequence[Token], text: str, common: set[str]) -> Sequence[Token]:
    """The run without a first word that has its capital only from opening the sentence."""
    first = run[0]
    before = text[max(0, first.start - 3) : first.start].rstrip(" \"“‘'(")
    opens = not before or before[-1] in ".!?:;\n…”"
    return run[1:] if opens and first.text.lower() in common and not _is_title(first) else run


def _named(run: Sequence[Token]) -> Name:
    """The name in a run, its titles apart; without words where titles are all there is."""
    if not run:
        return Name((), 0, 0)
    cut = _after_titles([fold(token.text).rstrip(".") for token in run])
    last = len(run) - 1 if len(run) > cut + 1 and fold(run[-1].text) in POSTNOMINALS else len(run)
    words = tuple(_POSSESSIVE.sub("", token.text) for token in run[cut:last])
    end = run[-1].end - len(run[-1].text) + len(_POSSESSIVE.sub("", run[-1].text))
    titles = tuple(fold(token.text).rstrip(".") for token in run[:cut])
    return Name(tuple(word for word in words if word), run[0].start, end, titles)


def _after_titles(words: Sequence[str]) -> int:
    """How many words lead up to the name: all up to the last title, unless they belong to the name of a body."""
    cut = 0
    for at, word in enumerate(words):
        if word in TITLES or (0 < cut == at and word in ("of", "for", "the", "and", *PORTFOLIOS)):
            cut = at + 1
    if len(words) > cut + 2 and words[cut] in NO_PEOPLE and words[cut + 1] in MEN | WOMEN:
        cut += 1  # "from Vermont Bernie Sanders"
    rest = words[cut:]
    if rest:
        return 0 if rest[0] in INSTITUTIONS or rest[-1] in INSTITUTIONS else cut
    is_office = "of" in words and words[0] not in TITLES and any(word in INSTITUTIONS - PORTFOLIOS for word in words)
    is_body = "and" in words and not STRONG_TITLES & set(words)
    return 0 if is_office or is_body else cut


def _capitalised(word: str) -> str:
    return word.title() if word.isupper() and len(word) > SHORTEST_ACRONYM else word


def _is_title(token: Token) -> bool:
    return fold(token.text).rstrip(".") in TITLES
