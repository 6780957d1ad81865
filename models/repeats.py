"""Repeats: a second telling of the same assertion inside one article, linked to the first.

Two assertions tell the same when they are of the same kind and polarity, their dates don't contradict each other, and
nearly all content words of the shorter quote stand in the longer one.
"""

import re
from collections.abc import Sequence

from schemas import AnyAssertion, Interval

SHARED = 0.8
"""Share of the shorter quote's content words that must stand in the other."""
FEWEST_WORDS = 3
_WORD = re.compile(r"\w+")
_FUNCTION_WORDS = frozenset(
    "a an the this that these those of to in on at by for from with and or but as is are was were be been being has "
    "have had will would it its they their he his she her we our i my not no also now then so more than which "
    "who".split()
)


def repeated(assertions: Sequence[AnyAssertion]) -> list[AnyAssertion]:
    """The assertions, later tellings with `repeats` set to the id of the first."""
    out: list[AnyAssertion] = []
    firsts: list[tuple[frozenset[str], AnyAssertion]] = []
    for one in assertions:
        words = _content(one.quote)
        first = next((other for known, other in firsts if _same(words, known) and _agree(one, other)), None)
        if first is None:
            firsts.append((words, one))
            out.append(one)
        else:
            out.append(one.model_copy(update={"repeats": first.claim_id}))
    return out


def _content(quote: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(quote.casefold()) if word not in _FUNCTION_WORDS)


def _same(some: frozenset[str], others: frozenset[str]) -> bool:
    shorter = min(len(some), len(others))
    return shorter >= FEWEST_WORDS and len(some & others) >= SHARED * shorter


def _agree(one: AnyAssertion, other: AnyAssertion) -> bool:
    same = one.kind is other.kind and one.negated == other.negated
    return same and not _apart(one.interval, other.interval)


def _apart(one: Interval, other: Interval) -> bool:
    """Whether both are dated and share no day."""
    before = one.end and other.start and one.end < other.start
    after = other.end and one.start and other.end < one.start
    return bool(before or after)
