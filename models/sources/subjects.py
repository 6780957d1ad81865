"""Subjects: whom or what a proposition is about where its own first words only point at it ("he", "its", "which").

Told only where the document leaves little doubt: one person who can be meant, the subject just before, the words that
a relative clause stands behind. Else null.
"""

import re

from models.sources.cast import Cast, is_plural, is_role
from models.sources.figures import Gender
from models.sources.lexicon import FINITE, NOUNS, SPEECH
from models.tagger.tags import Proposition

_WORD = re.compile(r"[\"“‘(\[]*(?P<word>[^\W\d_]+)")
_HE, _SHE = frozenset("he his him".split()), frozenset("she her".split())
_ONE, _SEVERAL = frozenset("it its".split()), frozenset("they their".split())
_RELATIVE = frozenset("which who whose".split())
_EXPLETIVE = re.compile(
    r"it\s(?:(?:will|would|could|may|might|can|has|had)\s)?(?:not\s)?(?:take|takes|took|taken|"
    r"(?:is|was|be|been|remains?|seems?|appears?|becomes?)\s(?:\w+\s){0,3}?(?:that|to|whether|if|my|our|who|when|how))\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:he|she|it|they|this|that|these|those|there|we|i|you|his|her|its|their|who|which|what|some|many|one|where)\b",
    re.IGNORECASE,
)
_BORDER = re.compile(r"[;:.]\s|\b(?:that|which|who|he|she|it|they|we|I|you)\b")
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_ANTECEDENT = re.compile(
    r"(?:^|[,;:.]\s|\b(?:is|are|was|were|and)\s)(?P<words>(?:the|an?)\s(?:[\w’'.-]+\s){0,3}[\w’'.-]+)$", re.IGNORECASE
)
_SMALL = "of|in|on|at|by|for|from|to|with|between|and|or|against|into|over|under|near|as|after|before|since|while"
_GOVERNED = re.compile(rf"\b(?:{_SMALL}|the)\s+$")
_HANGS = re.compile(rf"^(?:{_SMALL})\b|\s(?:{_SMALL})$", re.IGNORECASE)
_COORDINATED = re.compile(r"(?:,|\band|\bbut|\bor|;)\s*(?:\w+ly\s|then\s|also\s)?$")
_VERB = re.compile(rf"(?:{'|'.join(sorted(FINITE | SPEECH - NOUNS))}|[a-z]+ed)\b(?!\sby\b)")
_BEFORE = 80
"""Characters before a relative clause in which the words stand that it belongs to."""
_OPENS = 4
"""Characters (quotation marks, brackets) that a sentence may open with."""


def subject_of(proposition: Proposition, cast: Cast) -> str | None:
    """The name or words for what the proposition's first words point at; null where they point at nothing certain."""
    place = proposition.start
    found = _WORD.match(cast.text, place, proposition.end)
    word = found["word"].casefold() if found else ""
    if word in _HE | _SHE:
        return _person(Gender.HE if word in _HE else Gender.SHE, place, cast)
    if word in _RELATIVE:
        return _antecedent(place, cast, is_person=word == "who")
    if word in _ONE | _SEVERAL:
        is_empty = _EXPLETIVE.match(cast.text, place, proposition.end)
        return None if is_empty else _thing(place, cast, word in _SEVERAL)
    if found and _VERB.match(cast.text, place) and _COORDINATED.search(cast.text, max(0, place - 20), place):
        return _of_the_sentence(place, cast)
    return None


def _person(gender: Gender, place: int, cast: Cast) -> str | None:
    """The person meant, unless others who can be meant are named just before."""
    near = {one for stretch in cast.back(place, 1) for one in cast.people_in(gender, *stretch)}
    voice = cast.person(gender, place)
    sure = voice and voice.figure and voice.figure.is_person and near <= {voice.figure}
    return voice.name if voice and sure else None


def _antecedent(place: int, cast: Cast, is_person: bool) -> str | None:
    """The name, or the noun with its article, that ends before the comma at the place and hangs on no preposition."""
    comma = cast.text[place - 2 : place]
    if comma != ", ":
        return None
    mention = next(reversed(cast.mentions_in(place - _BEFORE, place)), None)
    if mention and mention.end == place - len(comma):
        governed = _GOVERNED.search(cast.text, max(0, mention.start - 12), mention.start)
        return None if governed or (is_person and not mention.figure.is_person) else mention.figure.name
    found = _ANTECEDENT.search(cast.text[max(0, place - _BEFORE) : place - len(comma)])
    return _plain(found["words"]) if found else None


def _thing(place: int, cast: Cast, several: bool) -> str | None:
    """The source where it is a body or a group, or the body that is the subject of the sentence before."""
    start, end = next(cast.back(place, 0))
    said = next(iter(cast.said_in(start, end)), None)
    if said:
        return said.name if (said.is_plural if several else said.is_body) else None
    before = list(cast.back(place, 1))[1:] if place - start <= _OPENS else []
    subject = cast.subject(*before[0]) if before else None
    if not subject or is_plural(subject) is not several or is_role(subject):
        return None
    named = cast.outside_quotations(*before[0])
    only_one = len({one.figure for one in named if not one.figure.is_person}) <= 1
    return _plain(subject) if only_one or several else None


def _of_the_sentence(place: int, cast: Cast) -> str | None:
    """The subject of the sentence, where no other clause lies between it and the place."""
    start, end = next(cast.back(place, 0))
    subject = cast.subject(start, end)
    clear = subject and not _BORDER.search(cast.text, start + len(subject), place)
    return _plain(subject) if subject and clear else None


def _plain(words: str) -> str | None:
    """The words without their article; null where they point at something themselves."""
    if _POINTS.search(words) or _HANGS.search(words):
        return None
    return _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
