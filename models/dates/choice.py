"""Which date belongs to which proposition, where a sentence has several, or none inside.

By place and by words alone: a date inside the proposition that hangs on its verb comes first. One that belongs to a
thing named in it (the 1968 assassination, a dam which broke on Monday) dates that thing, not the proposition. A date
that opens the sentence or stands beside the proposition carries over to it, unless it is that of the saying.
"""

from collections.abc import Sequence
from typing import Final

from models.dates.detection import Found
from models.dates.meaning import Amount, Bounded, Clock, Counted, DayPart, Meaning, Often, Range, That, Vague
from models.dates.words import Word

_OWN_CLAUSE: Final = frozenset("who which whose whom where when".split())
"""Words that open a clause whose dates are its own."""
_REPORTING: Final = frozenset(
    "said says say saying told tells wrote writes reported reports reporting announced announces announcing according"
    " stated states added claimed claims warned insisted that".split()
)
_ATTACHING: Final = frozenset("scheduled planned due dated signed published born founded from of than".split())
_PREPOSITIONS: Final = frozenset(
    "in on at by since until till from during over after before within through throughout for as between".split()
)
_ADVERBIAL: Final = frozenset({"DAYWORD", "DAYPART", "this", "last", "next", "later", "earlier", "tonight", "every"})
_AUXILIARIES: Final = frozenset("is are was were be been now still".split())
_LINKS: Final = frozenset({",", "and", "but", "or", ";", "-", ":", "when"})
SHORT: Final = 60
"""Characters of a proposition that is a mere noun phrase: "the 1968 assassination of Robert Kennedy"."""

INSIDE, LEADING, BESIDE, DATED, FREE = 10, 6, 5, 7, 3
"""Weights of what speaks for a phrase; only their order against one another matters."""


def best(words: Sequence[Word], found: Sequence[Found], start: int, end: int) -> Found | None:
    """Of the phrases of a sentence the one that dates the proposition at the characters `start:end`."""
    scored = [(_score(words, each, start, end), -place, each) for place, each in enumerate(found)]
    chosen = max(scored, key=lambda each: each[:2], default=None)
    return None if chosen is None or chosen[0] == 0 else chosen[2]


def _score(words: Sequence[Word], each: Found, start: int, end: int) -> int:
    place = _place(words, each, start, end)
    modifies = _modifies(words, each)
    if place == INSIDE and (_is_attached(words, each) or (modifies and end - start > SHORT)):
        return 0
    return place and place + DATED * is_dated(each.expression.meaning) + FREE * (not modifies)


def _place(words: Sequence[Word], each: Found, start: int, end: int) -> int:
    """Where a phrase stands to the proposition; 0 where it belongs to something else."""
    first, last = words[each.start].start, words[each.end - 1].end
    if start < last and first < end:
        return 0 if _in_own_clause([word.form for word in words[: each.start] if word.start > start]) else INSIDE
    if last <= start:
        between = [word.form for word in words[each.end :] if word.start < start]
        said = any(form in _REPORTING for form in between) or _before(words, each) in _REPORTING
        return LEADING if not said and (each.start == 0 or all(form in _LINKS for form in between)) else 0
    between = [word.form for word in words[: each.start] if word.start >= end]
    return BESIDE if all(form in _LINKS for form in between) else 0


def _in_own_clause(before: Sequence[str]) -> bool:
    """Whether a relative clause was opened before a phrase, and no comma has closed it since."""
    opened = max((place for place, form in enumerate(before) if form in _OWN_CLAUSE), default=-1)
    return opened >= 0 and "," not in before[opened:]


def is_dated(meaning: Meaning) -> bool:
    """Whether a meaning can name days at all."""
    if isinstance(meaning, Amount | Often | Vague | That):
        return False
    if isinstance(meaning, Clock | DayPart):
        return meaning.of is not None
    if isinstance(meaning, Counted):
        return meaning.number is not None
    if isinstance(meaning, Bounded):
        return is_dated(meaning.of)
    return not isinstance(meaning, Range) or is_dated(meaning.first)


def _modifies(words: Sequence[Word], each: Found) -> bool:
    """Whether it stands in front of a noun (the May deadline, Sunday's vote) or behind "of"."""
    first, following = words[each.start], words[each.end] if each.end < len(words) else None
    if first.form == "of" or (following is not None and following.form == "'s"):
        return True
    adverbial = first.form in _PREPOSITIONS or not first.keys.isdisjoint(_ADVERBIAL)
    return not adverbial and following is not None and following.form.isalpha() and following.form not in _LINKS


def _is_attached(words: Sequence[Word], each: Found) -> bool:
    """Whether a participle ties it to a noun: talks scheduled for February; but "is scheduled" is the verb itself."""
    finite = each.start > 1 and words[each.start - 2].form in _AUXILIARIES
    return _before(words, each) in _ATTACHING and not finite


def _before(words: Sequence[Word], each: Found) -> str:
    return words[each.start - 1].form if each.start else ""
