"""Headlines: an assertion in at most ten words that stand alone in a list."""

import re

from schemas.assertions import HEADLINE_WORDS

_BREAK = re.compile(r"\s*(?:,|;|:|–|—|\()\s*")
_LEADING = re.compile(r"^(?:the|a|an|there (?:is|are|was|were))\s+", re.IGNORECASE)
_DANGLING = frozenset(
    "a an the of to in on at by for from with and or but as that which who whose this its their his her into over "
    "under between about after before during is are was were be been being has have had will would may "
    "might could".split()
)


def headline(quote: str) -> str:
    """The quote's main statement, first letter capital, at most ten words."""
    words = _LEADING.sub("", " ".join(quote.split())).split()
    if len(words) > HEADLINE_WORDS:
        words = _shortened(words)
    while len(words) > 1 and words[-1].casefold().strip(".,;:") in _DANGLING:
        words = words[:-1]
    text = " ".join(words).strip(" ,;:–—")
    return text[:1].upper() + text[1:] if text else quote.split()[0]


def _shortened(words: list[str]) -> list[str]:
    clause = _BREAK.split(" ".join(words), maxsplit=1)[0].split()
    if 4 <= len(clause) <= HEADLINE_WORDS:
        return clause
    return words[:HEADLINE_WORDS]
