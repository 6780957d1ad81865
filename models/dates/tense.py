"""The tense in which a clause speaks at a word: on which side of publication its dates lie.

A small reader of English verbs: auxiliaries and words of planning for the future, past forms for the past. It is a
heuristic of this project; where the caller knows better (a prediction speaks of the future), that counts instead.
"""

from collections.abc import Sequence
from typing import Final

from models.dates.words import Word
from schemas.vocabulary import Tense

REACH: Final = 14
"""Words looked at on either side."""

_FUTURE: Final = frozenset(
    "will shall ll won't shan't would could may might should must cannot expected expects expect scheduled schedule due"
    " plans plan planning slated aims aim intends intend intended hopes hope likely unlikely forecast"
    " forecasts predicts predict projected projects looms upcoming poised tentatively deadline promises vows pledges"
    " going expires pending".split()
)
_PAST_FORMS: Final = frozenset(
    "was were had did said told made went took came got gave found thought saw knew became left felt put brought began"
    " kept held wrote stood heard let meant met ran paid sat spoke lay led grew lost fell sent built understood drew"
    " broke spent cut rose drove bought wore chose fought threw caught won forgot shot sold struck hit sank flew hid"
    " quit set spread swore tore woke fled dealt slid stole shook sought taught bid bet been done gone seen given taken"
    " written died killed couldn't".split()
)
_NOT_PAST: Final = frozenset(
    "need needed united indeed exceed speed feed seed bed red wed fed breed weed agreed-upon embed shed sacred hundred"
    " naked wicked based related unlimited so-called used unprecedented aged limited unspecified".split()
)
_PLANNING: Final = frozenset(
    "planned agreed agreement agreements ready decided decision offered offers proposed proposal wants wanted set vowed"
    " promised threatened pledged hoped scheduled expected intended".split()
)
"""What they plan to do lies ahead, even where the plan was made in the past."""
_FINITE: Final = frozenset("is are has have does do will would could may might can shall should must".split())
_TIMETABLE: Final = frozenset("meet meets begins opens arrives leaves travels convenes resumes".split())
"""Verbs whose present tells what is arranged: he arrives on Monday."""
_PASSIVE: Final = frozenset({"be", "is", "are"})
"""Before a participle they leave it without a past: to be published, is heard in May."""
_BREAKS: Final = frozenset(';:.!?()"“”')


def tense_at(words: Sequence[Word], start: int, end: int) -> Tense:
    """The tense of the clause about `words[start:end]`, by the nearest verb; what stands before weighs more."""
    before = _nearest(words, range(start - 1, max(-1, start - 1 - REACH), -1))
    after = _nearest(words, range(end, min(len(words), end + REACH)))
    if before is None and after is None:
        return Tense.UNKNOWN
    if before is None or (after is not None and start <= 2):
        return after[0] if after else Tense.UNKNOWN
    return before[0]


def is_verb(form: str) -> bool:
    """Whether a word is the verb of a clause, or its auxiliary, by its form alone."""
    return form in _FINITE or form in _PAST_FORMS or _is_past(form)


def _is_past(form: str) -> bool:
    return form.endswith("ed") and len(form) > 4 and form not in _NOT_PAST


def _nearest(words: Sequence[Word], places: range) -> tuple[Tense, int] | None:
    for distance, place in enumerate(places):
        form = words[place].form
        if form in _BREAKS and not _abbreviates(words, place):
            return None
        if form in _FUTURE:
            return (Tense.PAST if _overtaken(words, place) else Tense.FUTURE), distance
        if form == "to" and place and words[place - 1].form in ("is", "are", *_PLANNING):
            return (Tense.PAST if _called_off(words, place - 1) else Tense.FUTURE), distance
        if form in _TIMETABLE and distance < 4:
            return Tense.FUTURE, distance
        if form in _PAST_FORMS or _is_past(form):
            if place and words[place - 1].form in _PASSIVE:
                if words[place - 1].form == "be":
                    return (Tense.PAST if _failed(words, place - 1) else Tense.FUTURE), distance
                continue
            return Tense.PAST, distance
    return None


def _abbreviates(words: Sequence[Word], place: int) -> bool:
    """Whether a full stop is that of an abbreviation: Peoria, Ill., will."""
    return words[place].form == "." and place + 1 < len(words) and words[place + 1].form == ","


def _overtaken(words: Sequence[Word], place: int) -> bool:
    """Had been due, was scheduled: what was to come then. Could not: what failed."""
    if _failed(words, place + 2):
        return True
    return any(word.form in ("was", "were", "had") for word in words[max(0, place - 3) : place])


def _failed(words: Sequence[Word], place: int) -> bool:
    """Could not | be reached."""
    return [word.form for word in words[max(0, place - 2) : place]] == ["could", "not"]


def _called_off(words: Sequence[Word], place: int) -> bool:
    """Had been scheduled to expire."""
    return [word.form for word in words[max(0, place - 2) : place]] == ["had", "been"]
