"""Choice: which of the marks in a sentence names the source of a proposition.

Every mark has a distance from the proposition: the characters between them, and more where a border of clauses lies
between, or where the mark by its construction belongs to other words. The nearest mark is chosen.
"""

import re
from collections.abc import Sequence

from models.sources.lexicon import SPEECH
from models.sources.speech import Quotations
from models.tagger.tags import Mark, Proposition

_CLAUSE = 400
"""Characters that a semicolon or the end of a sentence between the two counts for."""
_OTHERS = 120
"""What it counts for that the mark by its construction belongs to other words: that it opens a clause of its own
behind the proposition ("…, and three of them think"), or closes one before it ("12,000 by the UN's count, …")."""
_FIRST, _INSIDE, _QUOTED = 10, 40, 150
"""What it counts for that the mark opens the proposition, lies inside it, or lies in the quotation that holds it."""
_BORDER = re.compile(r";|[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]*[A-Z])")
_OPENS_CLAUSE = re.compile(r"(?:;|\b(?:and|but|while|whereas|although|though|however|which|that|as|to which)),?\s*$")
_VERB = rf"(?:\w+ly\s|has\s|had\s|have\s|also\s)?(?:{'|'.join(sorted(SPEECH))})\b"
_APPOSED = r"(?:,[^;:.\"“”]{2,120},)?"
_SPEAKS = re.compile(rf"{_APPOSED}[^,;:.\"“”]{{0,60}}?\s{_VERB}")
_INTRODUCES = re.compile(rf"(?:[’']s?)?{_APPOSED}\s{_VERB}(?:\s[\w’'-]+){{0,3}}?(?:\sthat)?[,:]?\s*[\"“‘]?\s*$")
_VERB_LAST = re.compile(rf"\b{_VERB}\s+(?:[\w’'-]+\s+){{0,3}}$")
_ASIDE = re.compile(rf"(?:[’']s?)?\s+{_VERB}[^,;.]{{0,40}},")
_BY = re.compile(
    r"\b(?:by|in|according to)\s+(?:the (?:judge?ment|opinion|view|words) of\s+)?(?:the\s+)?$", re.IGNORECASE
)


def nearest(text: str, marks: Sequence[Mark], proposition: Proposition, quotations: Quotations) -> Mark | None:
    """The mark that names the proposition's source; null where the sentence has none."""
    return min(marks, key=lambda mark: _distance(text, mark, proposition, quotations), default=None)


def _distance(text: str, mark: Mark, proposition: Proposition, quotations: Quotations) -> int:
    quoted = _QUOTED if _in_one_quotation(mark, proposition, quotations) else 0
    if mark.end <= proposition.start:
        return quoted + _before(text, mark, text[mark.end : proposition.start])
    if mark.start >= proposition.end:
        return quoted + _behind(text, mark, text[proposition.end : mark.start])
    if _names_itself(text, mark, proposition):
        return quoted
    return max(quoted, _FIRST if mark.start == proposition.start else _INSIDE)


def _before(text: str, mark: Mark, between: str) -> int:
    """The distance of a mark that stands before the proposition."""
    if _INTRODUCES.match(between):
        return 0
    return _length(between) + (_OTHERS if _closes(text, mark) else 0)


def _behind(text: str, mark: Mark, between: str) -> int:
    """The distance of a mark that stands behind it."""
    speaks = _SPEAKS.match(text, mark.end)
    opens = _OPENS_CLAUSE.search(between) and speaks
    attributes = speaks or _VERB_LAST.search(between) or _BY.search(between)
    return _length(between) + (_OTHERS if opens or not attributes else 0)


def _length(words: str) -> int:
    return len(words) + _CLAUSE * len(_BORDER.findall(words))


def _closes(text: str, mark: Mark) -> bool:
    """Whether the mark ends what stands before it ("magnitude 6.3 according to Phivolcs, …")."""
    by = _BY.search(text, max(0, mark.start - 40), mark.start)
    return by is not None and text[max(0, by.start() - 2) : by.start()].rstrip(" ")[-1:].isalnum()


def _in_one_quotation(mark: Mark, proposition: Proposition, quotations: Quotations) -> bool:
    around = quotations.around(mark.start)
    return around is not None and around == quotations.around(max(proposition.start, mark.start))


def _names_itself(text: str, mark: Mark, proposition: Proposition) -> bool:
    """Whether a mark inside the proposition is an aside (", he says,", "by its count") or speaks as its subject."""
    before = text[max(0, mark.start - 40) : mark.start]
    if before.rstrip().endswith(",") and _ASIDE.match(text, mark.end):
        return True
    if _BY.search(before):
        return True
    return mark.start <= proposition.start + 6 and bool(_SPEAKS.match(text, mark.end))
