"""A small grammar engine: rules over words and categories, read left to right with every outcome remembered.

A rule says which pattern makes which symbol, and a function that builds its value:

    @grammar.rule("Date", "MONTH DAYNUM ,? Year", "DAYNUM of? MONTH Year")
    def full_date(month, daynum, year): ...

A pattern is a row of items: `word` or `one|other` stands for itself, `CATEGORY` for a word of that sense, `Symbol`
for whatever its rules make; `?` marks an item that may be missing. The parameters of the function are named after the
categories and symbols, in lower case, or as the pattern says: `first=Date to last=Date`, `unit=UNIT|UNITS`; a missing
one is None. A function may return None to turn the match down. Of two rules that make the same symbol out of the same
words, the one declared first counts. Symbols must not begin with themselves.

Each symbol is worked out once for each place, so a text of n words costs a multiple of n, whatever it says.
"""

import inspect
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from models.dates.words import Word

Build = Callable[..., Any]
Outcomes = dict[int, Any]
"""Place behind the last word → value."""

MAX_WORDS: Final = 24
"""No time expression is longer; it bounds the work on a text made to be slow."""


class Located(NamedTuple):
    """A value and the words it was made of: from `start` up to, not including, `end`."""

    value: Any
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    """Where a reading of patterns stands: what may come next, and what may be built here."""

    forms: dict[str, "_Node"] = field(default_factory=dict)
    categories: dict[str, "_Node"] = field(default_factory=dict)
    symbols: dict[str, "_Node"] = field(default_factory=dict)
    builds: list["_Rule"] = field(default_factory=list)
    ways: dict[frozenset[str], tuple["_Way", ...]] = field(default_factory=dict)
    """For each kind of word met here, which symbols are worth trying."""


_Way = tuple[str, _Node]


class _Rule(NamedTuple):
    order: int
    build: Build
    slots: tuple[int | None, ...]
    """For each parameter of the function, which captured value it gets; None = missing."""


class Grammar:
    """Rules, gathered by the decorator `rule`. Reading a text with them is `Chart`."""

    def __init__(self, located: Sequence[str] = ()) -> None:
        self.roots: dict[str, _Node] = {}
        self.located = frozenset(located)
        self.forms: set[str] = set()
        self._first: dict[str, frozenset[str]] = {}
        self._rules = 0

    def rule(self, symbol: str, *patterns: str) -> Callable[[Build], Build]:
        """Declare that each of the patterns makes `symbol`, with the decorated function as its meaning."""

        def declare(build: Build) -> Build:
            parameters = tuple(inspect.signature(build).parameters)
            for pattern in patterns:
                for items in _variants(pattern):
                    self._add(symbol, items, build, parameters)
            return build

        return declare

    def constant(self, symbol: str, value: Any, *patterns: str) -> None:
        """Declare that each of the patterns makes `symbol` with this value."""
        self.rule(symbol, *patterns)(lambda: value)

    def either(self, symbol: str, *patterns: str) -> None:
        """Declare that `symbol` is whatever one of these makes: the value of its item `it=…`, or of its first one."""
        for pattern in patterns:
            for items in _variants(pattern):
                names = [_name(item) for item in items if _captures(item)]
                self._add(symbol, items, _same, ("it" if "it" in names else names[0],))

    def first(self, symbol: str) -> frozenset[str]:
        """Every word and category that something of this symbol can begin with."""
        if symbol not in self._first:
            self._first[symbol] = frozenset(self._starts(symbol, set()))
        return self._first[symbol]

    def ways(self, node: _Node, keys: frozenset[str]) -> tuple[_Way, ...]:
        """The symbols that may follow a node and begin with such a word."""
        found = node.ways.get(keys)
        if found is None:
            found = tuple(way for way in node.symbols.items() if not self.first(way[0]).isdisjoint(keys))
            node.ways[keys] = found
        return found

    def _starts(self, symbol: str, seen: set[str]) -> set[str]:
        seen.add(symbol)
        root = self.roots[symbol]
        starts = {*root.forms, *root.categories}
        for other in root.symbols:
            if other not in seen:
                starts |= self._starts(other, seen)
        return starts

    def _add(self, symbol: str, items: tuple[str, ...], build: Build, parameters: tuple[str, ...]) -> None:
        node = self.roots.setdefault(symbol, _Node())
        captured: list[str] = []
        for item in items:
            key = item.rpartition("=")[2] or item
            if not _captures(item):
                node = node.forms.setdefault(key, _Node())
                self.forms.add(key)
                continue
            branch = node.categories if key.isupper() else node.symbols
            node = branch.setdefault(key, _Node())
            captured.append(_name(item))
        slots = tuple(captured.index(name) if name in captured else None for name in parameters)
        self._rules += 1
        node.builds.append(_Rule(self._rules, build, slots))


class Chart:
    """One text as read by one grammar. Asks only as far as it is asked, and remembers what it found."""

    def __init__(self, grammar: Grammar, words: Sequence[Word]) -> None:
        self._grammar = grammar
        self._words = words
        self._known: dict[tuple[str, int], Outcomes] = {}

    def outcomes(self, symbol: str, place: int) -> Outcomes:
        """Everything of this symbol that begins at a word, by where it ends."""
        key = (symbol, place)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._read(symbol, place)
        return known

    def longest(self, symbol: str, place: int) -> Located | None:
        """The longest thing of this symbol that begins at a word."""
        outcomes = self.outcomes(symbol, place)
        if not outcomes:
            return None
        end = max(outcomes)
        return Located(outcomes[end], place, end)

    def _read(self, symbol: str, place: int) -> Outcomes:
        found: dict[int, tuple[int, Any]] = {}
        self._walk(self._grammar.roots[symbol], place, (), found)
        if symbol in self._grammar.located:
            return {end: Located(value, place, end) for end, (_, value) in found.items()}
        return {end: value for end, (_, value) in found.items()}

    def _walk(self, node: _Node, place: int, captured: tuple[Any, ...], found: dict[int, tuple[int, Any]]) -> None:
        if node.builds:
            self._build(node, place, captured, found)
        if place >= len(self._words):
            return
        word = self._words[place]
        if not word.senses and word.form not in self._grammar.forms:
            return
        if following := node.forms.get(word.form):
            self._walk(following, place + 1, captured, found)
        if node.categories:
            for category, value in word.senses:
                if following := node.categories.get(category):
                    self._walk(following, place + 1, (*captured, value), found)
        if node.symbols:
            for symbol, following in self._grammar.ways(node, word.keys):
                for end, value in self.outcomes(symbol, place).items():
                    self._walk(following, end, (*captured, value), found)

    @staticmethod
    def _build(node: _Node, place: int, captured: tuple[Any, ...], found: dict[int, tuple[int, Any]]) -> None:
        for order, build, slots in node.builds:
            if place not in found or order < found[place][0]:
                value = build(*[None if slot is None else captured[slot] for slot in slots])
                if value is not None:
                    found[place] = (order, value)


def _captures(item: str) -> bool:
    return item.rpartition("=")[2][:1].isupper()


def _name(item: str) -> str:
    alias, _, key = item.rpartition("=")
    return alias or key.lower()


def _same(value: Any) -> Any:
    return value


def _variants(pattern: str) -> list[tuple[str, ...]]:
    """The rows of plain items that a pattern with options stands for."""
    choices: list[list[tuple[str, ...]]] = []
    for item in pattern.split():
        optional = len(item) > 1 and item.endswith("?")
        alias, _, keys = item.removesuffix("?").rpartition("=") if len(item) > 1 else ("", "", item)
        alternatives = keys.split("|") if len(keys) > 1 else [keys]
        rows: list[tuple[str, ...]] = [(f"{alias}={key}" if alias else key,) for key in alternatives]
        choices.append([(), *rows] if optional else rows)
    return [tuple(itertools.chain(*row)) for row in itertools.product(*choices) if any(row)]
