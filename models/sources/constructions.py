"""Constructions that attribute a proposition by themselves, whatever a tagger made of it: reports of the sentence that
reach it, quotation marks around it, and what joins it to one that is attributed.
"""

import re
from collections.abc import Sequence

from models.sources.cast import Cast
from models.sources.reports import Report
from models.tagger.tags import Mark, Proposition

_JOINED = re.compile(
    r"[\"”]?,?\s(?:and|but|or|because|so|while)(?:\salso)?(?:\sthat)?\s[\"“]?$|[\"”]?,?\sthat\s[\"“]?$"
)
_ITEM = re.compile(r"[-–•*]\s|(?:His|Her|Its|Their)\s\w+[^.]{0,60}?\s(?:is|was|remains)\s")
_HEADING = 6
"""Characters before a sentence that may hold the colon it stands behind."""
_LEAST = 20
"""Characters of quoted words that are a statement and no expression."""


def is_quoted(proposition: Proposition, cast: Cast) -> bool:
    """Whether the whole proposition stands inside one quotation."""
    around = cast.quotations.around(proposition.start)
    inside = around is not None and around[0] <= proposition.start and proposition.end <= around[1]
    return inside and proposition.end - proposition.start >= _LEAST


def reporter(proposition: Proposition, others: Sequence[Proposition], cast: Cast) -> Mark | None:
    """The words that name the source in the nearest report that reaches the proposition, and none of its neighbours
    before it."""
    start, end = proposition.start, proposition.end
    reaching = [
        one
        for one in cast.reports_at(start)
        if one.covers(start, end) and not any(_between(other, one, proposition) for other in others)
    ]
    nearest = min(reaching, key=lambda one: (one.distance(start, end), -one.start), default=None)
    return nearest.source if nearest else None


def _between(other: Proposition, report: Report, proposition: Proposition) -> bool:
    """Whether the other proposition stands between the report and this one."""
    return report.end <= other.start < proposition.start or proposition.end <= other.start < report.start


def goes_on_from(earlier: Proposition, proposition: Proposition, cast: Cast) -> bool:
    """Whether "and", "but" or "that" joins the proposition to an earlier one, so that it is said by the same source."""
    return bool(_JOINED.fullmatch(cast.text, earlier.end, proposition.start))


def is_under_a_heading(place: int, cast: Cast) -> bool:
    """Whether the sentence follows a colon, is an item of a list, or opens with whose position it tells."""
    start, _ = cast.sentence(place)
    before = cast.text[max(0, start - _HEADING) : start].rstrip()
    return before.endswith(":") or bool(_ITEM.match(cast.text, start))
