"""Constructions that attribute a proposition by themselves, whatever a tagger made of it.

"X said (that) …", "…, X said", "…, said X", "…, according to X", and words that stand in quotation marks. First persons
and empty subjects ("it was noted") attribute nothing.
"""

import re

from models.sources.cast import Cast
from models.sources.lexicon import CLEAR_SPEECH, FINITE
from models.tagger.tags import Mark, Proposition

_VERBS = "|".join(sorted(CLEAR_SPEECH))
_WORD = r"[\w’'&.-]+"
_NOUN = (
    rf"(?!(?:and|but|or|which|who|that|whom|whose|where|when|while|as|if|because|though|although|whatever)\b){_WORD}"
)
_ADVERB = r"(?:\w+ly\s|also\s|has\s|had\s|have\s|later\s|then\s)?"
_APPOSED = r"(?:,[^,;:\"“”]{2,80},)?"
_BEFORE = re.compile(
    rf"(?:^|[,;:.—–(\"”“]\s?|\b(?:and|but|while|as|with|when|although|because|if)\s)"
    rf"(?P<source>(?:{_NOUN}\s){{0,7}}?{_NOUN}){_APPOSED}(?:,?\swho)?\s{_ADVERB}(?:{_VERBS})"
    rf"(?:\s{_NOUN}){{0,4}}?(?:\sthat)?[,:]?\s*[\"“‘\[(]*$"
)
_SAYING = re.compile(rf"\bwith\s(?P<source>(?:{_NOUN}\s){{0,5}}{_NOUN})\ssaying\s(?:that\s)?[\"“]?$")
_VIEW = re.compile(
    rf"(?P<source>(?:{_NOUN}\s){{0,5}}{_WORD}?\w)[’']s?\s(?:\w+\s)?(?:assessment|view|position|estimate|forecast|answer|reply|argument)"
    rf"{_APPOSED}\s(?:is|was)\sthat\s[\"“]?$"
)
_COUNT = r"(?:count|account|reckoning|calculation|estimates?|telling|admission|boast|poll)"
_BY_COUNT = (rf"by\s{{}}\s(?:own\s)?{_COUNT}\b", r"in\s{}\s(?:\w+\s)?(?:words|phrase|view|judge?ment|telling)\b")
_PHRASE = rf"(?P<source>(?:{_NOUN}\s){{0,6}}?{_NOUN})"
_INSIDE = (
    re.compile(rf",\s(?:so\s|as\s)?{_PHRASE}\s{_ADVERB}(?:{_VERBS})(?:\s{_NOUN}){{0,4}},"),
    *(re.compile(rf"\b{pattern.format('(?P<source>his|her|its|their)')}") for pattern in _BY_COUNT),
    *(re.compile(rf"\b{pattern.format(_PHRASE + '[’' + chr(39) + ']s?')}") for pattern in _BY_COUNT),
    re.compile(rf"\b(?:by|in)\sthe\s(?:{_COUNT}|view|words|judge?ment)\sof\s{_PHRASE}(?=[,.]|\swho\b)"),
    re.compile(rf",\s(?:by|according to)\s(?P<source>(?:{_NOUN}\s){{1,4}}(?:estimates?|polls?|figures|data)),"),
    re.compile(rf",\saccording to\s{_PHRASE},"),
)
_AND_SAYS = re.compile(rf"\b(?:and|but)\s{_ADVERB}(?:{_VERBS})(?:\s{_NOUN}){{0,4}}?(?:\sthat)?\s[\"“]?$")
_JOINED = re.compile(r"[\"”]?,?\s(?:and|but|or)(?:\salso)?(?:\sthat)?\s[\"“]?$|[\"”]?,?\sthat\s[\"“]?$")
_BEHIND = re.compile(
    rf"[.,!?…\]]*[\"”’]*,?\s(?:(?:{_VERBS})\s(?P<inverted>(?!that\b)[^,.;:\"“”]{{2,80}})"
    rf"|(?P<plain>(?:{_NOUN}\s){{0,6}}{_NOUN}){_APPOSED}\s{_ADVERB}(?:{_VERBS})(?:\s{_WORD}){{0,3}}\s?(?=[.,;!?\"”]|$)"
    rf"|according to\s(?P<according>[^,.;:\"“”]{{2,80}}))"
)
_FINITE = "|".join(sorted(FINITE))
_NOBODY = re.compile(
    rf"this\s\w+|(?:\w+\s)?(?:I|we|it|there|you|this|that|which|who)|(?:of|on|in|at|by|for|from|to|with|before|after|during|half|all|what|how|that|when|well|as|further|if|once|than)\b.*"
    rf"|\d.*|(?:.*\s)?(?:{_FINITE})(?:\s.*)?|already|also|so|now|then",
    re.IGNORECASE,
)
"""Words that are no source: first persons, empty and relative subjects, adverbials, anything with a verb of its own."""
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


def attributed_to(proposition: Proposition, cast: Cast) -> Mark | None:
    """The words that the construction of the sentence names as the proposition's source."""
    start, end = cast.sentence(proposition.start)
    ahead = cast.text[start : proposition.start]
    for pattern in (_BEFORE, _SAYING, _VIEW):
        found = pattern.search(ahead)
        if found and not _NOBODY.fullmatch(found["source"]):
            return Mark(start + found.start("source"), start + found.end("source"))
    behind = _BEHIND.match(cast.text, proposition.end, end)
    for group in ("inverted", "plain", "according") if behind else ():
        if behind and behind[group] and not _NOBODY.fullmatch(behind[group]):
            return Mark(*behind.span(group))
    for pattern in _INSIDE:
        found = pattern.search(cast.text, proposition.start, proposition.end)
        if found and not _NOBODY.fullmatch(found["source"]):
            return Mark(*found.span("source"))
    subject = cast.subject_place(start, proposition.start) if _AND_SAYS.search(ahead) else None
    return Mark(*subject) if subject and not _NOBODY.fullmatch(cast.text[slice(*subject)]) else None


def goes_on_from(earlier: Proposition, proposition: Proposition, cast: Cast) -> bool:
    """Whether "and", "but" or "that" joins the proposition to an earlier one, so that it is said by the same source."""
    return bool(_JOINED.fullmatch(cast.text, earlier.end, proposition.start))


def is_under_a_heading(place: int, cast: Cast) -> bool:
    """Whether the sentence follows a colon, is an item of a list, or opens with whose position it tells."""
    start, _ = cast.sentence(place)
    before = cast.text[max(0, start - _HEADING) : start].rstrip()
    return before.endswith(":") or bool(_ITEM.match(cast.text, start))
