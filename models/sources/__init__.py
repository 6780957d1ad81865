"""Sources: the name of who is committed to an attributed proposition.

Within the sentence the tagger marks the words ("he", "the ministry"); the name they stand for is looked up among the
people and bodies that the document has named (its cast).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.tagger.tags import Mark, Proposition, Tagged
from schemas import Article

_NAME = re.compile(
    r"(?:[A-Z][\w.’'&-]*|al-[A-Z]\w+)(?:\s+(?:(?:of|for|the|and|de|del|di|da|van|von|der|bin|al|el)\s+)*"
    r"(?:[A-Z][\w.’'&-]*|al-[A-Z]\w+|[IVX]+))*"
)
_PERSONAL = frozenset("he she i we they it his her their our my him them us".split())
_DETERMINERS = re.compile(r"^(?:the|a|an|this|that|its|his|her|their|our)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A resolved source and the words that name it in the sentence, if any do."""

    name: str
    mark: Mark | None


@dataclass(slots=True)
class Cast:
    """The names of a document in the order of their first mention, and the source that spoke last."""

    text: str
    names: list[tuple[int, str]] = field(default_factory=list)
    last: str | None = None

    @classmethod
    def of(cls, article: Article) -> "Cast":
        names = [(match.start(), match[0].rstrip(".,’'")) for match in _NAME.finditer(article.text)]
        return cls(article.text, names)


def who(text: str, tagged: Tagged, proposition: Proposition, cast: Cast) -> Named | None:
    """The source of an attributed proposition; null where the document gives no name for it."""
    mark = _nearest(tagged.sources, proposition)
    if mark is None:
        return Named(cast.last, None) if cast.last else None
    name = resolve(text[mark.start : mark.end], cast)
    cast.last = name
    return Named(name, mark)


def resolve(words: str, cast: Cast) -> str:
    """The full name that the words stand for; the words themselves where nothing is better."""
    plain = words.strip(" ,")
    if plain.casefold() in _PERSONAL:
        return cast.last or plain
    return _longest(plain, cast.names) or plain


def _longest(words: str, names: Sequence[tuple[int, str]]) -> str | None:
    """The longest name of the document that ends with the words' own last name."""
    key = _DETERMINERS.sub("", words).split()[-1]
    if not key[:1].isupper():
        return None
    fitting = [name for _, name in names if name.split()[-1] == key and len(name) > len(words)]
    return max(fitting, key=len, default=None)


def _nearest(marks: Sequence[Mark], proposition: Proposition) -> Mark | None:
    def gap(mark: Mark) -> int:
        return max(proposition.start - mark.end, mark.start - proposition.end, 0)

    outside = [mark for mark in marks if gap(mark) > 0] or list(marks)
    return min(outside, key=gap, default=None)
