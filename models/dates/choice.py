"""Which date belongs to which proposition of a sentence.

By place and by words: a date inside the proposition that hangs on its verb comes first. One that belongs to a thing
named in it (the 1968 assassination, a dam which broke on Monday) dates that thing, not the proposition. A date that
opens the sentence or stands beside the proposition holds for it, unless it is that of the saying; and what has no
date of its own takes over that of the clause to which it is joined. Marks of a tagger count as evidence; without any,
a date must stand where dates of a clause do.
"""

import bisect
import itertools
from collections.abc import Sequence
from typing import Final, NamedTuple

from models.dates.detection import Found
from models.dates.meaning import (
    Amount,
    Bound,
    Bounded,
    Clock,
    Counted,
    Cycle,
    DayPart,
    Meaning,
    Named,
    Often,
    Range,
    That,
    Vague,
)
from models.dates.tense import is_verb
from models.dates.words import Word

Span = tuple[int, int]
"""Half-open characters."""

_OWN_CLAUSE: Final = frozenset("who which whose whom where".split())
"""Words that open a clause whose dates are its own."""
_ATTACHING: Final = frozenset(
    "scheduled planned due dated born founded from of established imposed maturing ending expiring".split()
)
_PREPOSITIONS: Final = frozenset(
    "in on at by since until till from during over after before within through throughout for as between".split()
)
_ADVERBIAL: Final = frozenset({"DAYWORD", "DAYPART", "this", "last", "next", "later", "earlier", "tonight", "every"})
_AWAY: Final = frozenset("ago later earlier hence before after".split())
_AUXILIARIES: Final = frozenset("is are was were be been now still".split())
_LINKS: Final = frozenset({",", "and", "but", "or", ";", "-", ":", "when"})
_NO_NOUN: Final = (
    _PREPOSITIONS
    | _AUXILIARIES
    | _LINKS
    | frozenset(
        "the a an that who which when while as to he she it they we i his her its their there if had has have"
        " will would could may might".split()
    )
)
"""Words before which a date modifies nothing."""
_JOINING: Final = frozenset("and but while whereas when where with".split())
_AT_WHICH: Final = frozenset("when where which".split())
LONGEST_OPENING: Final = 60
"""Characters of a first clause in which a date opens it, and what is joined to it."""
_JOINTS: Final = _JOINING | frozenset(", in at for which point".split())
"""Words between two clauses of which the second takes over the date of the first."""
_AHEAD: Final = frozenset("will would may might could shall can won't wouldn't expected".split())
_PRESENT: Final = frozenset("is are has have does do 's isn't aren't hasn't haven't doesn't don't".split())
_OWN_TIME: Final = frozenset("still already now once later then since".split())
_COMPARING: Final = frozenset("than against versus".split())
_FIGURES: Final = frozenset({"NUMBER", "ONES", "TEENS", "TENS"})
"""More than 1,000 people: nothing is compared with."""
_MOST: Final = frozenset(
    "first most least worst best time largest smallest biggest highest lowest fewest strongest weakest longest shortest"
    " slowest fastest sharpest steepest deepest deadliest hottest earliest latest".split()
)
_EVENT_LIMITS: Final = frozenset("since until till before".split())
_BREAKS: Final = frozenset(', ; : . ! ? ( ) " “ ” – — and but which who'.split())
LONGEST_EVENT: Final = 10
"""Words between a limit and the date of the event that sets it."""
SUBJECT: Final = 25
"""Characters from the beginning of a proposition in which it names what it is about."""
FAR: Final = 400
"""Characters from a proposition beyond which no phrase dates it."""
REACH: Final = 5
"""Words before a date in which it may be said to be compared with."""

INSIDE, LEADING, BESIDE, OF_A_THING, DATED, MARKED, FREE = 10, 6, 5, 3, 7, 4, 3
"""Weights of what speaks for a phrase; only their order against one another matters."""


class Candidate(NamedTuple):
    """A phrase that may date a proposition, and whether a tagger took it for a time."""

    found: Found
    is_marked: bool


def best_of_each(
    words: Sequence[Word], candidates: Sequence[Candidate], propositions: Sequence[Span]
) -> list[Found | None]:
    """For each proposition, in the order of the text, the phrase that dates it; null where none does."""
    chosen: list[Found | None] = []
    for number, span in enumerate(propositions):
        own = best(words, candidates, span, [other for other in propositions if other != span])
        if own is None and number and _carries_over(words, chosen[-1], propositions[number - 1], span):
            own = chosen[-1]
        chosen.append(own)
    return chosen


def with_events(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """The phrases, each with the event that it dates where that is a limit: since the protests began | in June."""
    taken = [0, *(each.end for each in found)]
    return [_with_event(words, each, before) for each, before in zip(found, taken, strict=False)]


def _with_event(words: Sequence[Word], each: Found, taken: int) -> Found:
    for place in range(each.start - 1, max(taken, each.start - LONGEST_EVENT) - 1, -1):
        form = words[place].form
        if form in _EVENT_LIMITS:
            follows = form == "before" and words[place + 1].form.endswith("ing")  # before moving away in 1939
            return each if follows else each._replace(start=place)
        if form in _BREAKS:
            return each
    return each


def best(
    words: Sequence[Word], candidates: Sequence[Candidate], span: Span, others: Sequence[Span] = ()
) -> Found | None:
    """Of the phrases of a sentence the one that dates the proposition at the characters `span`."""
    near = [each for each in candidates if _gap(words, each.found, span) <= FAR]
    scored = [(_score(words, each, span, others), -place, each) for place, each in enumerate(near)]
    chosen = max(scored, key=lambda each: each[:2], default=None)
    return None if chosen is None or chosen[0] == 0 else chosen[2].found


def _gap(words: Sequence[Word], each: Found, span: Span) -> int:
    return max(span[0] - words[each.end - 1].end, words[each.start].start - span[1])


def _at(words: Sequence[Word], place: int) -> int:
    """The first word that begins at a character or behind it."""
    return bisect.bisect_left(words, place, key=lambda word: word.start)


def _forms(words: Sequence[Word], start: int, end: int) -> list[str]:
    return [word.form for word in words[start:end]]


def _score(words: Sequence[Word], candidate: Candidate, span: Span, others: Sequence[Span]) -> int:
    each = candidate.found
    dated = is_dated(each.expression.meaning)
    if not (dated or candidate.is_marked) or _is_compared(words, each) or _is_of_a_name(words, each):
        return 0
    place = _place(words, each, span, others)
    modifies = _modifies(words, each)
    if place == INSIDE and _is_of_a_thing(words, each, span):
        place = OF_A_THING if candidate.is_marked and not _has_other_verb(words, each, span) else 0
    elif place == INSIDE and modifies:
        place = OF_A_THING if candidate.is_marked or _is_early(words, each, span) else 0
    return place and place + DATED * dated + FREE * (not modifies) + MARKED * candidate.is_marked


def _place(words: Sequence[Word], each: Found, span: Span, others: Sequence[Span]) -> int:
    """Where a phrase stands to the proposition; 0 where it belongs to something else."""
    first, last = words[each.start].start, words[each.end - 1].end
    start, end = span
    if start < last and first < end:
        return INSIDE
    if any(a < last and first < b for a, b in others):
        return 0
    if last <= start:
        between = _forms(words, each.end, _at(words, start))
        opens = each.start == 0 or "when" in between
        return LEADING if opens and all(form in _LINKS for form in between) else 0
    return BESIDE if _at(words, end) >= each.start else 0


def _is_of_a_thing(words: Sequence[Word], each: Found, span: Span) -> bool:
    """Whether a phrase inside a proposition dates something named in it: a clause or a participle ties it to a noun."""
    return _is_attached(words, each) or _own_clause(words, each, span) is not None


def _has_other_verb(words: Sequence[Word], each: Found, span: Span) -> bool:
    """Whether the proposition has a verb besides the one that a phrase belongs to: those who left in May | have won."""
    opened = _own_clause(words, each, span)
    before = _forms(words, _at(words, span[0]), opened or 0)
    behind = _forms(words, each.end, _at(words, span[1]))
    return any(map(is_verb, before)) or any(map(is_verb, behind))


def _is_early(words: Sequence[Word], each: Found, span: Span) -> bool:
    """Whether it stands with what a proposition is about: Wednesday's earthquake was the strongest."""
    meaning = each.expression.meaning
    if isinstance(meaning, Named) and meaning.cycle is Cycle.HOLIDAY:
        return False  # Easter Island
    return words[each.start].start - span[0] <= SUBJECT and not _is_of_a_thing(words, each, span)


def _is_of_a_name(words: Sequence[Word], each: Found) -> bool:
    """Whether it belongs to a name, or an event that it dates is named as a limit: the Act, 2021; by today's ruling."""
    before = [word.form for word in words[max(0, each.start - 2) : each.start]]
    following = words[each.end].form if each.end < len(words) else ""
    limited = following == "'s" and isinstance(each.expression.meaning, Bounded)
    return limited or before == ["act", ","]


def _is_compared(words: Sequence[Word], each: Found) -> bool:
    """Whether the date is of something compared with: more than in June, against 47.7 in 2015, the most since 2008."""
    before = words[max(0, each.start - 2 * REACH) : each.start]
    if words[each.start].form == "since" and any(word.form in _MOST for word in before):
        return True
    if words[each.start].form == "from" and words[each.end - 1].form in ("earlier", "ago", "before"):
        return True
    near = words[max(0, each.start - REACH) : each.start + 1]
    return any(
        word.form in _COMPARING and following.keys.isdisjoint(_FIGURES) for word, following in itertools.pairwise(near)
    )


def _own_clause(words: Sequence[Word], each: Found, span: Span) -> int | None:
    """Where a relative clause opens before a phrase that no comma has closed since; null where none does."""
    for place in range(each.start - 1, _at(words, span[0] + 1) - 1, -1):
        if words[place].form == ",":
            return None
        if words[place].form in _OWN_CLAUSE:
            return place
    return None


def _carries_over(words: Sequence[Word], phrase: Found | None, before: Span, span: Span) -> bool:
    """Whether a proposition takes over the date of the one before it: it rose in March, and unemployment fell."""
    if phrase is None or not is_dated(phrase.expression.meaning) or _ends(phrase.expression.meaning):
        return False
    between = set(_forms(words, _at(words, before[1]), _at(words, span[0])))
    if not between <= _JOINTS or not (between & _JOINING or (between == {","} and phrase.start == 0)):
        return False
    first, second = (set(_forms(words, _at(words, a), _at(words, b))) for a, b in (before, span))
    if between & _AT_WHICH:
        return True
    opens = words[phrase.end - 1].end <= before[0] + LONGEST_OPENING and words[phrase.start].start <= before[0] + 4
    if second & _OWN_TIME or (bool(first & _AHEAD) != bool(second & _AHEAD) and not opens):
        return False
    return bool(second & _AHEAD) or not second & _PRESENT or words[phrase.start].form == "since"


def _ends(meaning: Meaning) -> bool:
    """Whether it says until when something lasted, which says nothing of what follows."""
    return isinstance(meaning, Bounded) and meaning.bound in (Bound.UNTIL, Bound.BEFORE, Bound.BY)


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
    if first.form in _PREPOSITIONS or not first.keys.isdisjoint(_ADVERBIAL) or words[each.end - 1].form in _AWAY:
        return False
    return following is not None and following.form.isalpha() and following.form not in _NO_NOUN


def _is_attached(words: Sequence[Word], each: Found) -> bool:
    """Whether a participle ties it to a noun: talks scheduled for February; but "is scheduled" is the verb itself."""
    finite = each.start > 1 and words[each.start - 2].form in _AUXILIARIES
    return _before(words, each) in _ATTACHING and not finite


def _before(words: Sequence[Word], each: Found) -> str:
    return words[each.start - 1].form if each.start else ""
