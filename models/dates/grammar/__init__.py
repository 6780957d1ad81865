"""The grammar of English time phrases: tables of rules, from numbers up to whole phrases."""

from models.dates.grammar import (
    amounts,
    calendar,
    clock,
    core,
    counted,
    figures,
    marked,
    numbers,
    parts,
    phrases,
    relative,
)
from models.dates.grammar.phrases import Expression
from models.dates.grammar.rules import grammar

grammar.complete()

__all__ = [
    "Expression",
    "amounts",
    "calendar",
    "clock",
    "core",
    "counted",
    "figures",
    "grammar",
    "marked",
    "numbers",
    "parts",
    "phrases",
    "relative",
]
