"""Where the time expressions of a running text are.

The grammar reads every place at which a phrase can begin; what it finds is kept unless its words are more likely
something else there: the verb may, the march on Raqqa, 2000 troops, the fall of Kabul. Linear in the length of the
text, whatever it says.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.dates.chart import MAX_WORDS, Chart, Located
from models.dates.grammar import Expression, grammar
from models.dates.likeness import is_time
from models.dates.words import Word, words_of


class Found(NamedTuple):
    """A phrase in a text: what it means, and its words from `start` up to `end`."""

    expression: Expression
    start: int
    end: int


def found_in(text: str, words: Sequence[Word]) -> Iterator[Found]:
    """The phrases of a text, in order, none overlapping: at each place the longest that is one.

    Words are read through a window, so that the work on each is bounded; within a window nothing is read twice.
    """
    place = 0
    while place < len(words):
        base, chart = place, Chart(grammar, words[place : place + 2 * MAX_WORDS])
        while place < min(base + MAX_WORDS, len(words)):
            found = _longest_at(text, words, chart, base, place)
            place = place + 1 if found is None else found.end
            if found is not None:
                yield found


def _longest_at(text: str, words: Sequence[Word], chart: Chart, base: int, place: int) -> Found | None:
    outcomes: dict[int, Expression] = chart.outcomes("Phrase", place - base)
    for end in sorted(outcomes, reverse=True):
        expression = _moved(outcomes[end], base)
        if is_time(text, words, expression):
            return Found(expression, place, base + end)
    return None


def _moved(expression: Expression, base: int) -> Expression:
    cores = tuple(Located(core.value, core.start + base, core.end + base) for core in expression.cores)
    return Expression(expression.meaning, cores)


def read_text(text: str) -> tuple[list[Word], list[Found]]:
    """A text's words and phrases."""
    words = words_of(text)
    return words, list(found_in(text, words))
