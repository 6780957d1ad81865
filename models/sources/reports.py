"""Reports: where a sentence tells who says something, and which stretches of it that attributes.

"X said that …", "…, X told Y on Monday", "…, said X", "according to X", "by X's count", "X's claim that …", "is
expected by X to", "X: “…”". Passives ("it was said"), first persons, empty subjects and things that show something
("the data suggest that") report nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.sources.lexicon import (
    CALENDAR,
    CLEAR_SPEECH,
    DIRECT,
    DOCUMENTS,
    INSTITUTIONS,
    NEVER_NAMES,
    NOUNS,
    OPINIONS,
    PERSON_NOUNS,
    SAYING,
    SHOWING,
    STATEMENTS,
    TITLES,
    UTTERANCES,
)
from models.sources.names import fold
from models.sources.speakers import BORDER_WORDS, goes_on, is_nobody, speaker
from models.tagger.tags import Mark

_MOST = 0.6
"""Share of a stretch that must lie within the reach of a report."""
_NEAR = 45
"""Characters behind a verb without "that" in which the words that it reports begin."""
_VERB = re.compile(
    rf"\b(?P<clear>let it be (?:known|understood)(?:\sthat)?|{'|'.join(sorted(CLEAR_SPEECH))})\b"
    rf"|\b(?P<opinion>{'|'.join(sorted(OPINIONS))})\b|\b(?P<showing>{'|'.join(sorted(SHOWING))})\b"
)
_THAT = re.compile(
    r"(?:,?\s(?!that\b)[^\s,;:“\"]+){0,9}?,?\s(?:that\b|namely\b)|(?:\s[^\s,;:“\"]+){0,6}?[:,]?\s(?=[“\"])|:\s"
    r"|,\s[^;:“\"]{3,80},\sthat\b"
)
_OBJECT = re.compile(r"\s(?!(?:of|about|for|at|with|by|from|up|down|out|into|over)\b)")
_TAIL = re.compile(r"(?:\s(?!that\b)[\w’'$&.-]*[\w’'$&-]){0,9}\s?(?=[,.;?!)—–”\"\n]|$)")
"""A few words behind a verb up to the end of its clause: "X said on Monday"."""
_ASIDE = re.compile(r"[,”\"?!—–…)]\s?$")
_PHRASE = (
    r"(?P<source>(?:(?!(?:and|but|which|who|that|when|while|as|if|because)\b)[\w’'&.-]+\s){0,8}?[\w’'&.-]*[\w’'&-])"
)
_OWNER = (
    r"(?P<source>his|her|its|their|(?:(?!(?:for|in|on|with|to|at|from|by|and|that|which)\b)[\w’'&.-]+\s){0,6}?"
    r"[\w’'&.-]*[\w&-](?=[’']s?\s))(?:[’']s?)?"
)
_UTTERANCE, _STATEMENT = "|".join(sorted(UTTERANCES)), "|".join(sorted(STATEMENTS))
_THAT_IS = r"(?:,[^,;]{2,80},)?(?:\s(?:is|was|remains))?\sthat\b"
_BESIDE = (
    re.compile(
        rf"[,”\"’?!…]\s(?:so\s)?(?:{'|'.join(sorted(SAYING))})\s"
        r"(?P<source>(?!that\b|in\b|on\b|to\b|at\b|it\b)[^,.;:\"“”—]{2,80}?)"
        r"(?=[,.;:\"“”—]|\s(?:on|in|at|during|after|before|who|yesterday|when|from)\s|$)"
    ),
    re.compile(rf"\baccording\sto\s{_PHRASE}(?=[,.;:)—]|\s(?:who|and|he|she|it|they|there)\b|$)", re.IGNORECASE),
    re.compile(rf"\bby\s{_OWNER}\s(?:\w+\s){{0,2}}(?:{_UTTERANCE})\b", re.IGNORECASE),
    re.compile(
        rf"\bin\s{_OWNER}\s(?:\w+\s){{0,2}}(?:words?|view|opinion|judge?ment|phrase|telling|estimation|reckoning)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:by|in)\s(?:the|an?)\s(?:{_UTTERANCE})\s(?:of|by)\s{_PHRASE}(?=[,.;]|\swho\b|$)", re.IGNORECASE),
    re.compile(
        r"\b(?:expected|projected|forecast|estimated|predicted|reckoned|believed|considered|thought|put)\sby\s"
        rf"{_PHRASE}(?=\s(?:to|at|as)\b|[,.;])"
    ),
)
"""Phrases that may stand before, behind and inside what they attribute."""
_AHEAD = (
    re.compile(rf"{_PHRASE}[’']s?\s(?:\w+\s){{0,2}}(?:{_STATEMENT}){_THAT_IS}"),
    re.compile(
        rf"\b(?P<source>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s(?:\w+\s){{0,2}}(?:{_STATEMENT}){_THAT_IS}",
    ),
    re.compile(rf"\b(?:{_STATEMENT})\s(?:by|from|of)\s{_PHRASE}\sthat\b"),
)
"""Phrases that stand before what they attribute."""
_LABEL = re.compile(rf"{_PHRASE}:\s(?=[“\"])")
_ENDS = re.compile(r";|,\s(?:although|though)\s")
_OPENS = re.compile(rf"(?:^|[;,]\s|\s)(?:{BORDER_WORDS})[\s,]*$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"[.;]|,\s(?:even|as|while|although|though|but|and|with|after|before|citing|which|who|so|or|\w+ing)\b|,(?!\s)"
)
_PREPOSITION = re.compile(r"\s(?:of|in|at|from|to|for|with|by|on)\s")


@dataclass(frozen=True, slots=True)
class Report:
    """The words that name a source, the place of the whole phrase, and the stretches that it attributes."""

    source: Mark
    start: int
    end: int
    reach: tuple[tuple[int, int], ...]
    near: int | None = None
    """Before which place a stretch begins, for a verb without "that"."""

    def covers(self, start: int, end: int) -> bool:
        """Whether most of the stretch lies within its reach."""
        is_ahead = all(first >= self.end for first, _ in self.reach)
        if (is_ahead and start <= self.start) or (self.near is not None and not self.end <= start <= self.near):
            return False
        own = _shared(start, end, self.start, self.end)
        return sum(_shared(start, end, *one) for one in self.reach) > _MOST * (end - start - own)

    def distance(self, start: int, end: int) -> int:
        """Characters between the phrase and the stretch; less than none where it stands inside."""
        if start <= self.start and self.end <= end:
            return -1
        return max(start - self.end, self.start - end, 0)


def _shared(start: int, end: int, first: int, last: int) -> int:
    return max(0, min(end, last) - max(start, first))


def reports(text: str, start: int, end: int) -> list[Report]:
    """All reports of the sentence at this place."""
    sentence = Mark(start, end)
    return [*_by_verb(text, sentence), *_beside(text, sentence), *_ahead(text, sentence)]


def _by_verb(text: str, sentence: Mark) -> Iterator[Report]:
    last: Mark | None = None
    for verb in _VERB.finditer(text, sentence.start, sentence.end):
        own = speaker(text, sentence.start, verb)
        source = own or (last if goes_on(text, sentence.start, verb) else None)
        if source is None or not _can_say(text[source.start : source.end], verb):
            continue
        begin = own.start if own else verb.start()
        found = (own and _behind(text, sentence, own, verb)) or _before(text, Mark(begin, sentence.end), source, verb)
        if found:
            last = source
            yield found


def _can_say(words: str, verb: re.Match[str]) -> bool:
    """Whether the subject can hold a view, where the verb also stands for what things show."""
    last = (_PREPOSITION.split(words)[0].split() or [words])[-1]
    head = fold(last)
    if head in CALENDAR or not verb["showing"]:
        return head not in CALENDAR
    known = DOCUMENTS | INSTITUTIONS | PERSON_NOUNS | TITLES | STATEMENTS | {"he", "she", "they"}
    return (last[:1].isupper() and head not in NEVER_NAMES) or bool({head, head.removesuffix("s")} & known)


def _behind(text: str, sentence: Mark, source: Mark, verb: re.Match[str]) -> Report | None:
    """The report of a clause that stands beside what it reports ("…, X said on Monday, …")."""
    tail = _TAIL.match(text, verb.end(), sentence.end)
    if not (verb["clear"] and tail and _ASIDE.search(text, sentence.start, source.start)):
        return None
    return Report(source, source.start, tail.end(), _around(text, sentence, source.start, tail.end()))


def _before(text: str, rest: Mark, source: Mark, verb: re.Match[str]) -> Report | None:
    """The report of a clause that stands before what it reports; null where nothing shows that it does."""
    that = _THAT.match(text, verb.end(), rest.end)
    if that:
        return Report(source, rest.start, that.end(), (_right(text, that.end(), rest.end),))
    is_direct = verb["clear"] or verb[0] in DIRECT
    if not is_direct or verb[0] in NOUNS or not _OBJECT.match(text, verb.end(), rest.end):
        return None
    comma = text.find(",", verb.end(), rest.end)
    near = min(verb.end() + _NEAR, comma if comma >= 0 else rest.end)
    return Report(source, rest.start, verb.end(), (_right(text, verb.end(), rest.end),), near)


def _beside(text: str, sentence: Mark) -> Iterator[Report]:
    for pattern in _BESIDE:
        for found in pattern.finditer(text, sentence.start, sentence.end):
            if not is_nobody(found["source"]):
                reach = _around(text, sentence, found.start(), found.end())
                yield Report(Mark(*found.span("source")), found.start(), found.end(), reach)


def _ahead(text: str, sentence: Mark) -> Iterator[Report]:
    """Nouns with "that" behind them, and a name with a colon that opens the sentence before quoted words."""
    label = _LABEL.match(text, sentence.start, sentence.end)
    nouns = (found for pattern in _AHEAD for found in pattern.finditer(text, sentence.start, sentence.end))
    for found in (*nouns, *([label] if label else [])):
        if not is_nobody(found["source"]):
            reach = _right(text, found.end(), sentence.end)
            yield Report(Mark(*found.span("source")), found.start(), found.end(), (reach,))


def _around(text: str, sentence: Mark, begin: int, stop: int) -> tuple[tuple[int, int], ...]:
    """The clauses before a phrase, unless it opens one of its own, and behind it, unless another one begins there."""
    right = _right(text, stop, sentence.end)
    if _OPENS.search(text, sentence.start, begin):
        return (right,)
    left = (max(sentence.start, text.rfind(";", sentence.start, begin) + 1), begin)
    is_first = begin <= sentence.start + 1
    return (left,) if _ANOTHER.match(text, stop, sentence.end) and not is_first else (left, right)


def _right(text: str, place: int, end: int) -> tuple[int, int]:
    """The clauses behind the place, up to a semicolon or "though"."""
    found = _ENDS.search(text, place, end)
    return (place, found.start() if found else end)
