"""Tags written by hand for tests: a sentence and the words that are marked in it."""

from datetime import date

from models.sentences import split
from models.tagger.tags import Mark, Proposition, Tagged
from schemas import Article, Kind, Likelihood, PublishedBasis, Sentence

PUBLISHED = date(2017, 1, 27)  # a Friday


def article(text: str, published: date | None = PUBLISHED, language: str | None = "en") -> Article:
    basis = PublishedBasis.GIVEN if published else PublishedBasis.UNKNOWN
    return Article(address="made-up", text=text, published=published, published_basis=basis, language=language)


def mark(text: str, words: str) -> Mark:
    """The only place of the words in the text."""
    assert text.count(words) == 1, f"{words!r} must stand once in {text!r}"
    start = text.index(words)
    return Mark(start, start + len(words))


def marks(text: str, *words: str) -> tuple[Mark, ...]:
    return tuple(mark(text, one) for one in words)


def proposition(
    text: str, words: str, kind: Kind = Kind.CLAIM, score: float = 0.9, attributed: bool = False
) -> Proposition:
    place = mark(text, words)
    return Proposition(place.start, place.end, kind, score, Likelihood.CERTAIN, negated=False, attributed=attributed)


def the_sentence(text: str) -> Sentence:
    (sentence,) = split(text)
    return sentence


def tagged(text: str, *propositions: Proposition, **layers: tuple[Mark, ...]) -> Tagged:
    """The only sentence of the text, with its propositions and layers of marks."""
    return Tagged(the_sentence(text), propositions, **layers)
