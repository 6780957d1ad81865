"""Whether words that the grammar can read as a time are meant as one where they stand."""

import re
from collections.abc import Sequence
from typing import Final

from models.dates.chart import Located
from models.dates.grammar import Expression
from models.dates.meaning import Amount, Cycle, Figures, Named, Vague
from models.dates.units import Period, Unit
from models.dates.words import Word

_POINTING: Final = frozenset(
    "in by since until till from of for during last next this early late mid through before after between and to past"
    " on as late coming about around throughout every each over or".split()
)
"""Words that make a month of "May" or "March" behind them."""
_AFTER_MODAL: Final = frozenset(
    "have be not well also yet never still i we you he she it they the a only even just seem want need help take make"
    " said says told will would has had is was 's and".split()
)
_VERBS_TOO: Final = frozenset({"may", "march", "august"})
_BEFORE_LENGTH: Final = frozenset(
    "for in within after about over than nearly almost of only just least barely by takes take took spent spend last"
    " lasted lasting every to is was be been and or with during into wait waited some until some".split()
)
"""Words behind which "a week" is a length of time; behind a noun it is a rate."""
_BEFORE_VERB: Final = frozenset("to will would can could may might must shall should 'll not n't".split())
_SAYING: Final = frozenset(
    "said says say reported reports announced announces indicated showed shows suggested warned predicted expects"
    " added noted estimated so".split()
)
"""Verbs behind which "that" opens a clause and points at nothing."""
_ABBREVIATED: Final = frozenset("sun sat mon wed fri tue thu jan feb mar apr jun jul aug sep sept oct nov dec".split())
_BARE_REFERENCES: Final = frozenset(
    "now currently recently soon nowadays previously formerly lately recent current future shortly".split()
)
_FIRST_YEAR_OF_A_THING: Final = 1700
"""The 1784 treaty; but the 1500 soldiers."""
_FIRST_BARE_YEAR: Final = 1900
_LAST_BARE_YEAR: Final = 2099
_COUNTED: Final = re.compile(
    r"\s*(?:people|persons|troops|soldiers|men|women|jobs|workers|miles|km|feet|metres|meters|tons|tonnes|barrels|"
    r"percent|per cent|%|points|votes|seats|employees|shares|homes|houses|dollars|pounds|euros|yen|pages|words|"
    r"students|children|refugees|police|officers|members|megawatts|square|million|billion|calories|rpm|hp|cc)\b",
    re.IGNORECASE,
)


def is_time(text: str, words: Sequence[Word], expression: Expression) -> bool:
    """Whether the time expressions of a phrase are such, judged by their own words and those about them."""
    cores = expression.cores
    alone = len(cores) < 2
    return all(_is_core_time(text, words, core, alone=alone) for core in cores)


def _is_core_time(text: str, words: Sequence[Word], core: Located, *, alone: bool) -> bool:
    value = core.value
    if any(fault(words, core) for fault in (_is_age, _is_cut_short, _opens_clause, _is_lasting)):
        return False
    if isinstance(value, Vague):
        return core.end - core.start > 1 or words[core.start].form in _BARE_REFERENCES
    if isinstance(value, Named) and core.end - core.start <= 3 and not _is_name(text, words, core, value):
        return False
    if isinstance(value, Period) and value.unit is Unit.YEAR and not _is_year(text, words, core, value, alone=alone):
        return False
    if isinstance(value, Figures):
        return value.year is not None or _before(words, core.start) in ("on", "by", "since", "until")
    if isinstance(value, Amount):
        return _is_length(words, core, value)
    return True


def _is_length(words: Sequence[Word], core: Located, value: Amount) -> bool:
    number, unit = value.parts[0]
    if core.end - core.start == 1:
        return _before(words, core.start) in ("for", "within", "in")
    if [word.form for word in words[core.end : core.end + 2]] in (["-", "earlier"], ["-", "ago"]):
        return False  # a year-earlier loss
    if unit is Unit.SECOND and number == 1:
        return False
    return unit is not Unit.QUARTER or not (
        _after(words, core.end) in ("of", "to") or any(word.form == "-" for word in words[core.start : core.end])
    )


def _opens_clause(words: Sequence[Word], core: Located) -> bool:
    """It reported that | third-quarter profit fell."""
    return words[core.start].form == "that" and _before(words, core.start) in _SAYING


def _is_lasting(words: Sequence[Word], core: Located) -> bool:
    """The talks are to | last two days: the verb; but compared to | last week."""
    counts = any("UNITS" in word.keys for word in words[core.start + 1 : core.end])
    return words[core.start].form == "last" and counts and _before(words, core.start) in _BEFORE_VERB


def _is_age(words: Sequence[Word], core: Located) -> bool:
    """44-year-old, 52 years old."""
    after = [word.form for word in words[core.end : core.end + 2]]
    return after[:1] == ["old"] or after == ["-", "old"] or after[:1] == ["olds"]


def _is_cut_short(words: Sequence[Word], core: Located) -> bool:
    """Ten days before | the murder: the date that it is counted from is no part of it."""
    if core.end - core.start < 2 or words[core.end - 1].form not in ("before", "after", "from", "prior"):
        return False
    following = _after(words, core.end)
    return following[:1].isalpha() and following not in (
        "and",
        "but",
        "when",
        "that",
        "in",
        "at",
        "on",
        "he",
        "she",
        "it",
        "they",
    )


def is_rate(words: Sequence[Word], core: Located) -> bool:
    """Whether "a week" says how often: four flights a week."""
    if not isinstance(core.value, Amount) or core.end - core.start != 2 or words[core.start].form not in ("a", "an"):
        return False
    before = _before(words, core.start)
    return before.isalnum() and before not in _BEFORE_LENGTH


def is_some_day(words: Sequence[Word], core: Located) -> bool:
    """Whether "one day" is some day to come: it will one day be."""
    forms = [word.form for word in words[core.start : core.end]]
    return forms == ["one", "day"] and _before(words, core.start) in ("will", "would", "could", "may", "might", "can")


def _is_name(text: str, words: Sequence[Word], core: Located, name: Named) -> bool:
    form = words[core.end - 1].form
    if form == "sun" and words[core.start].form == "that":
        return False
    if form in _ABBREVIATED and core.end - core.start == 1:
        named = text[words[core.end].start : words[core.end].end].istitle() if core.end < len(words) else False
        return form != "sun" and not named and _before(words, core.start) in _POINTING
    written = text[words[core.end - 1].start : words[core.end - 1].end]
    if name.cycle is Cycle.HOLIDAY:
        return text[words[core.end - 1].start].isupper() or text[words[core.start].start].isupper()
    if name.cycle is Cycle.SEASON:
        return _is_season(words, core, form)
    if form in _VERBS_TOO:
        return written[0].isupper() and (core.end - core.start > 1 or _is_month_like(text, words, core, form))
    return True


def _is_season(words: Sequence[Word], core: Located, form: str) -> bool:
    if form not in ("fall", "spring"):
        return True
    if core.end - core.start > 1 and words[core.start].form != "the":
        return True
    determined = core.end - core.start > 1 or _before(words, core.start) in (_POINTING - {"to"})
    return determined and _after(words, core.end) not in ("of", "in", "from", "to", "by")


def _is_month_like(text: str, words: Sequence[Word], core: Located, form: str) -> bool:
    before, after = _before(words, core.start), _after(words, core.end)
    if before in _POINTING:
        return True
    if after in _AFTER_MODAL or (form == "march" and after in ("on", "to", "against", "for", "of")):
        return False
    return not (core.start and text[words[core.start - 1].start].isupper() and before not in ("the", "a"))


def _is_year(text: str, words: Sequence[Word], core: Located, value: Period, *, alone: bool) -> bool:
    if core.end - core.start > 1 or not alone:
        return True
    word = words[core.start]
    if text[max(0, word.start - 1) : word.start] in tuple("$£€¥#.,/-_") or text[word.end : word.end + 1] in tuple(
        "%-/_"
    ):
        return False
    if _COUNTED.match(text, word.end):
        return False
    before = _before(words, core.start)
    if before in _POINTING or (before == "the" and value.start.year >= _FIRST_YEAR_OF_A_THING):
        return True
    if not word.form[0].isdigit():
        return False
    return _FIRST_BARE_YEAR <= value.start.year <= _LAST_BARE_YEAR


def _before(words: Sequence[Word], place: int) -> str:
    return words[place - 1].form if place > 0 else ""


def _after(words: Sequence[Word], place: int) -> str:
    return words[place].form if place < len(words) else ""
