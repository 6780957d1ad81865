"""Repeats: a second telling of the same assertion inside one article, linked to the first.

Two assertions tell the same when they are of the same kind, polarity and likelihood, neither their dates nor their
sources contradict each other, nearly all content words of the shorter quote stand in the longer one, that one adds
little of its own, and names and numbers agree. Paraphrases in other words are not seen; precision goes first.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from schemas import AnyAssertion, Interval

SHARED = 0.8
"""Share of the shorter quote's content words that must stand in the other."""
COVERED = 0.6
"""Share of the longer quote's content words that must stand in the shorter one."""
FEWEST_WORDS, FEWEST_WITH_NAME = 4, 3
"""Content words that two quotes share at least to be known as one; fewer do where a name or a number is among them."""
_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")
_SHORT = re.compile(r"[’'](?:s|re|ve|ll|d|m|t)\b")
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
_EMPTY = frozenset(
    "a an the this that these those there here of to in on at by for from with about into over and or but as if than "
    "so is are was were be been being am has have had do does did done will would shall can could may might must "
    "should not no it its they them their he him his she her we us our i my me you your one ones some any all more "
    "most much many very just really also now then still yet again only even what which who whom whose when where how "
    "go going goes went gone get gets got getting make makes made making take takes took say says said saying tell "
    "told think know see look want work working continue continues continuing thing things way lot kind sort today "
    "yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december week month year quarter first second third fourth last "
    "next".split()
)


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a quote says: its content words cut to their stems, and among them the names and numbers."""

    words: frozenset[str]
    fixed: frozenset[str]
    assertion: AnyAssertion


def repeated(assertions: Sequence[AnyAssertion]) -> list[AnyAssertion]:
    """The assertions, later tellings with `repeats` set to the id of the first."""
    out: list[AnyAssertion] = []
    firsts: list[_Telling] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    for one in assertions:
        telling = _telling(one)
        shared = Counter(number for word in telling.words for number in by_word[word])
        known = (firsts[number] for number in sorted(shared) if shared[number] >= FEWEST_WITH_NAME)
        first = next((other for other in known if _same(telling, other)), None)
        if first is None:
            for word in telling.words:
                by_word[word].append(len(firsts))
            firsts.append(telling)
        out.append(one.model_copy(update={"repeats": first.assertion.claim_id}) if first else one)
    return out


def _telling(assertion: AnyAssertion) -> _Telling:
    found = _WORD.findall(_SHORT.sub("", assertion.quote))
    content = [word for word in found if word.casefold() not in _EMPTY]
    fixed = (word for word in content if word[0].isdigit() or (word[0].isupper() and word is not found[0]))
    return _Telling(frozenset(map(_stem, content)), frozenset(map(_stem, fixed)), assertion)


def _stem(word: str) -> str:
    plain = word.casefold()
    return _ENDING.sub("", plain) if plain.isalpha() else plain


def _same(one: _Telling, other: _Telling) -> bool:
    shorter, longer = sorted((one, other), key=lambda telling: len(telling.words))
    shared = len(shorter.words & longer.words)
    enough = shared >= (FEWEST_WITH_NAME if shorter.fixed & longer.fixed else FEWEST_WORDS)
    alike = shared >= SHARED * len(shorter.words) and shared >= COVERED * len(longer.words)
    return enough and alike and shorter.fixed <= longer.words and _agree(one.assertion, other.assertion)


def _agree(one: AnyAssertion, other: AnyAssertion) -> bool:
    """Whether both commit the same source to the same, as far as their attributes tell."""
    same = (one.kind, one.negated, one.likelihood) == (other.kind, other.negated, other.likelihood)
    sources = {one.source, other.source} - {None}
    return same and len(sources) < 2 and not _apart(one.interval, other.interval)


def _apart(one: Interval, other: Interval) -> bool:
    """Whether both are dated and share no day."""
    before = one.end and other.start and one.end < other.start
    after = other.end and one.start and other.end < one.start
    return bool(before or after)
