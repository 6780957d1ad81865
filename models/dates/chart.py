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
from functools import cached_property
from typing import Any, Final, NamedTuple

from models.dates.words import Word

Build = Callable[..., Any]
Outcomes = dict[int, Any]
"""Place behind the last word → value."""

MAX_WORDS: Final = 24
"""No time expression is longer; it bounds the work on a text made to be slow."""


Keys = frozenset[str]
NO_KEYS: Final[Keys] = frozenset()


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
    is_last: bool = True
    """Whether nothing can come next."""
    steps: dict[Keys, "_Steps"] = field(default_factory=dict)
    """For each kind of word met here, what can be done with it; worked out when one is first met."""


class _Steps(NamedTuple):
    """What can be done with a word at a node."""

    form: _Node | None
    """Where its form leads."""
    senses: tuple[tuple[int, _Node], ...]
    """Which of its senses lead where."""
    symbols: tuple[tuple[str, _Node, "_Opening"], ...]
    """Which symbols can begin with it, where they lead, and what must then come second."""


class _Opening(NamedTuple):
    """What can follow a first word inside a symbol."""

    alone: bool
    """Whether the word can be all there is."""
    then: set[str]


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
        self._known_openings: dict[tuple[str, Keys], _Opening] = {}
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

    def steps(self, node: _Node, word: Word) -> _Steps:
        """What can be done with a word at a node, remembered for words of its kind."""
        found = _Steps(
            node.forms.get(word.form),
            tuple((n, node.categories[sense]) for n, (sense, _) in enumerate(word.senses) if sense in node.categories),
            tuple((symbol, to, self._opening(symbol, word.keys)) for symbol, to in node.symbols.items()
                  if not word.keys.isdisjoint(self.openings[symbol])),
        )  # fmt: skip
        node.steps[word.keys] = found
        return found

    def _opening(self, symbol: str, keys: Keys) -> _Opening:
        """What can follow a word of these keys inside a symbol."""
        known = self._known_openings.get((symbol, keys))
        if known is None:
            here = [opening for key, opening in self.openings[symbol].items() if key in keys]
            known = _Opening(any(each.alone for each in here), set().union(*(each.then for each in here)))
            self._known_openings[symbol, keys] = known
        return known

    def complete(self) -> None:
        """Work out now what the first reading would: no rule may be declared after this."""
        self.openings  # noqa: B018

    @cached_property
    def openings(self) -> "dict[str, dict[str, _Opening]]":
        """For each symbol the words it can begin with, and what can come second: two words rule most readings out."""
        openings: dict[str, dict[str, _Opening]] = {symbol: {} for symbol in self.roots}
        while sum(self._widen(openings, symbol) for symbol in self.roots):
            pass
        return openings

    def _widen(self, openings: "dict[str, dict[str, _Opening]]", symbol: str) -> bool:
        """Add to the openings of a symbol what those found so far allow; whether that was anything."""
        root, mine = self.roots[symbol], openings[symbol]
        before = _size(mine)
        for key, node in (*root.forms.items(), *root.categories.items()):
            _add_opening(mine, key, bool(node.builds), self._next(openings, node))
        for part, node in root.symbols.items():
            after = self._next(openings, node)
            for key, opening in list(openings[part].items()):
                ends = opening.alone and bool(node.builds)
                _add_opening(mine, key, ends, opening.then | after if opening.alone else opening.then)
        return _size(mine) > before

    @staticmethod
    def _next(openings: "dict[str, dict[str, _Opening]]", node: _Node) -> set[str]:
        return {*node.forms, *node.categories, *(key for symbol in node.symbols for key in openings[symbol])}

    def _add(self, symbol: str, items: tuple[str, ...], build: Build, parameters: tuple[str, ...]) -> None:
        node = self.roots.setdefault(symbol, _Node())
        captured: list[str] = []
        for item in items:
            key = item.rpartition("=")[2] or item
            node.is_last = False
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
        self._words = [word if word.senses or word.form in grammar.forms else None for word in words] + [None]
        self._keys = [NO_KEYS if word is None else word.keys for word in (*self._words[1:], None)]
        self._known: list[dict[str, Outcomes]] = [{} for _ in range(len(words) + 1)]

    def outcomes(self, symbol: str, place: int) -> Outcomes:
        """Everything of this symbol that begins at a word, by where it ends."""
        known = self._known[place]
        if symbol not in known:
            known[symbol] = self._read(symbol, place)
        return known[symbol]

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
            _build(node.builds, place, captured, found)
            if node.is_last:
                return
        word = self._words[place]
        if word is None:
            return
        form, senses, symbols = node.steps.get(word.keys) or self._grammar.steps(node, word)
        if form is not None:
            self._walk(form, place + 1, captured, found)
        for number, to in senses:
            self._walk(to, place + 1, (*captured, word.senses[number][1]), found)
        if not symbols:
            return
        following, known = self._keys[place], self._known[place]
        for symbol, to, opening in symbols:
            if opening.alone or not opening.then.isdisjoint(following):
                outcomes = known.get(symbol)
                if outcomes is None:
                    outcomes = known[symbol] = self._read(symbol, place)
                for end, value in outcomes.items():
                    self._walk(to, end, (*captured, value), found)


def _build(rules: Sequence[_Rule], place: int, captured: tuple[Any, ...], found: dict[int, tuple[int, Any]]) -> None:
    for order, build, slots in rules:
        if place not in found or order < found[place][0]:
            value = build(*[None if slot is None else captured[slot] for slot in slots])
            if value is not None:
                found[place] = (order, value)


def _add_opening(openings: dict[str, _Opening], key: str, alone: bool, then: set[str]) -> None:
    known = openings.get(key, _Opening(False, set()))
    openings[key] = _Opening(known.alone or alone, known.then | then)


def _size(openings: dict[str, _Opening]) -> int:
    return sum(1 + opening.alone + len(opening.then) for opening in openings.values())


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
