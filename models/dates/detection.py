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
    """The phrases of a text, in order, none overlapping: at each place the longest that is one."""
    place = 0
    while place < len(words):
        if not words[place].senses and words[place].form not in grammar.forms:
            place += 1
            continue
        chart = Chart(grammar, words[place : place + 2 * MAX_WORDS])
        stop = place + min(MAX_WORDS, len(words) - place)
        place, found = _first(text, words, chart, place, stop)
        if found is not None:
            yield found


def _first(text: str, words: Sequence[Word], chart: Chart, base: int, stop: int) -> tuple[int, Found | None]:
    """The first phrase from `base` on, and where to go on; a stretch without time words is passed over."""
    place = base
    while place < stop:
        if not words[place].senses and words[place].form not in grammar.forms:
            return place, None
        for end in sorted(chart.outcomes("Phrase", place - base), reverse=True):
            expression: Expression = chart.outcomes("Phrase", place - base)[end]
            found = Found(_moved(expression, base), place, base + end)
            if is_time(text, words, found.expression):
                return found.end, found
        place += 1
    return place, None


def _moved(expression: Expression, base: int) -> Expression:
    cores = tuple(Located(core.value, core.start + base, core.end + base) for core in expression.cores)
    return Expression(expression.meaning, cores)


def read_text(text: str) -> tuple[list[Word], list[Found]]:
    """A text's words and phrases."""
    words = words_of(text)
    return words, list(found_in(text, words))
