"""What a tagger says about a sentence, before any of it is put together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from schemas import Kind, Likelihood, Sentence


@dataclass(frozen=True, slots=True)
class Mark:
    """Half-open character offsets of words that name a source, a time, a cue or a condition."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposition:
    """A candidate assertion: its place, and what the tagger reads off it. `score` is calibrated (models/README.md)."""

    start: int
    end: int
    kind: Kind
    score: float
    likelihood: Likelihood
    negated: bool
    attributed: bool
    """Whether somebody other than the author is committed to it."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with its propositions, which don't overlap, and the marks in it."""

    sentence: Sentence
    propositions: tuple[Proposition, ...] = ()
    sources: tuple[Mark, ...] = ()
    times: tuple[Mark, ...] = ()
    cues: tuple[Mark, ...] = ()
    conditions: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Tagging:
    """An article's sentences with their tags, and how many tokens were read."""

    tagged: tuple[Tagged, ...] = field(default_factory=tuple)
    tokens: int = 0


class Tagger(Protocol):
    """Whatever can tag: the trained model, the word list, another checkpoint."""

    name: str
    revision: str
    min_score: float
    """Threshold that its card recommends."""

    def tag(self, text: str, sentences: Sequence[Sentence]) -> Tagging: ...
