"""Phrases read: from the words of a marked phrase to what it means."""

from functools import lru_cache

from models.dates.chart import MAX_WORDS, Chart
from models.dates.grammar import Expression, grammar
from models.dates.words import words_of

_TAIL = frozenset({*".,;:!?\"”’')]", "'s", "respectively", "alone"})
MAX_LENGTH = 400
"""Characters of a phrase that are looked at."""


@lru_cache(maxsize=4096)
def read_phrase(phrase: str) -> Expression | None:
    """What a marked time phrase means. Depends on its words alone, so the answer can be remembered."""
    words = words_of(phrase, 0, MAX_LENGTH)[:MAX_WORDS]
    while words and words[-1].form in _TAIL:
        words.pop()
    chart = Chart(grammar, words)
    whole = chart.outcomes("Marked", 0).get(len(words)) if words else None
    return whole
