"""Speakers: the words before a verb of saying that are its subject, found by walking back from the verb.

Over adverbs and auxiliaries, a relative pronoun, a bracket and appositions, to the border of the clause. Refused are
first persons, empty and relative subjects, adverbials, and whatever has a verb of its own.
"""

import re

from models.sources.lexicon import FINITE
from models.tagger.tags import Mark

BORDER_WORDS = (
    "and|but|or|which|who|that|whom|whose|where|when|while|as|if|because|though|although|whatever|since|so|than|what|"
    "how|why|whether|after|before|until|unless"
)
_LONGEST = 14
"""Words of a source; what is longer holds a clause of its own."""
_ADVERBS = re.compile(
    r"(?:\s(?:\w+ly|also|has|had|have|having|did|does|later|then|once|still|now|again|since|often|even|already|not|"
    r"further|himself|herself|itself|themselves|too|so far),?)*\s$"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|not|n[’']t|to|would|could|can|may|might|will|should)\s(?:\w+ly\s)?$"
)
_BORDER = re.compile(
    r"[;:“”\"()]\s?|(?<=[a-z0-9’”)][.!?])\s|\s[—–]\s?|\s--\s|,\s(?:and|but|while|as|so|because|since|or)\s"
)
_BORDER_WORD = re.compile(rf"(?<![\w’'-])(?:{BORDER_WORDS})\s", re.IGNORECASE)
_BRACKET = re.compile(r"\s\([^()]*\)$")
_RELATIVE = re.compile(r",?\s(?:who|which)$")
_ANTECEDENT = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their)\s(?:[a-z][\w-]*\s){0,4})?(?:[A-Z][\w’'.-]*\s)*[A-Z][\w’'.-]*$"
    r"|\b(?:the|an?|his|her|its|their)\s(?:[\w-]+\s){0,4}[\w-]+$"
)
_COMMA = re.compile(r",\s")
_APPOSED = re.compile(r"(?:the|an?|his|her|its|their|who|whose|which|aged|one|two|three|formerly|\w+ing|\d{1,3}$)\b")
_NAME = re.compile(r"(?:[A-Z][\w’'.-]*\s?){1,5}")
_NAMES = re.compile(r"(?:[Tt]he\s)?(?:[A-Z][\w’'.-]*\s?)+")
_NAMED = re.compile(r"(?:the\s)?[A-Z]")
_DATE = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|week|month|year|morning|afternoon|evening|night|yesterday|today|spring|summer|autumn|fall|"
    r"winter|\d{1,4})"
)
_LED_IN = re.compile(
    r"(?:yesterday|today|meanwhile|earlier|later|recently)\s(?=\w)|(?:(?:early|late|earlier|later)\s)?"
    rf"(?:on|in|at|by|last|this|next|asked|speaking)\b(?:\s[\w’'.-]+){{0,5}}?(?:\s{_DATE})+\s(?=\w)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:our|my|this (?:writer|author|review|newspaper|column))\b.*"
    r"|(?:\w+\s)?(?:I|we|there|you|this|that|these|those|which|who|one|nobody|none)|it"
    r"|(?:of|on|in|at|by|for|from|to|with|before|after|during|half|all|what|how|when|well|further|if|once|than|nor|not|"
    r"no|yet|even|just|only|like|unlike|despite|without|here|up|out|over|down|under|into|about)\b.*"
    rf"|\d.*|(?:.*\s)?(?:{'|'.join(sorted(FINITE))})(?:\s.*)?"
    r"|.*[’']s|as|already|also|so|now|then|however|instead|meanwhile|later|long|still",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"\W*(?:and|but|or)?(?:\sthen)?\W*")
_WITH = re.compile(
    r"\bwith\s(?P<source>(?:(?!(?:and|but|which|who|that|when|while|as|if|because)\b)[\w’'&.-]+\s){0,8}?"
    r"[\w’'&.-]*[\w’'&-])\s$"
)
_GOES_ON = re.compile(r"(?:, |\band )$")
_BESIDE = 80
"""Characters before a participle in which its own subject stands."""


def is_nobody(words: str) -> bool:
    """Whether the words can be no source."""
    return bool(_NOBODY.fullmatch(words)) or len(words.split()) > _LONGEST or not any(map(str.isalpha, words))


def speaker(text: str, start: int, verb: re.Match[str]) -> Mark | None:
    """The subject of the verb in the sentence that starts at `start`; null where it has none that could speak."""
    if verb[0].endswith("ing"):
        found = _WITH.search(text, max(start, verb.start() - _BESIDE), verb.start())
        return Mark(*found.span("source")) if found else None
    if _PASSIVE.search(text, start, verb.start()):
        return None
    mark = _subject(text, start, verb.start())
    return None if is_nobody(text[mark.start : mark.end]) else mark


def goes_on(text: str, start: int, verb: re.Match[str]) -> bool:
    """Whether a verb without a subject goes on with that of an earlier one ("…, adding that", "and said")."""
    if verb[0].endswith("ing"):
        return bool(_GOES_ON.search(text, start, verb.start()))
    mark = _subject(text, start, verb.start())
    return not _PASSIVE.search(text, start, verb.start()) and bool(_NOTHING.fullmatch(text, mark.start, mark.end))


def _subject(text: str, start: int, verb: int) -> Mark:
    """The words before the verb, from the border of its clause on, without what qualifies them."""
    stop = _back_over(_ADVERBS, text, start, verb)
    stop = _back_over(_BRACKET, text, start, stop)
    relative = _RELATIVE.search(text, start, stop)
    stop = relative.start() if relative else stop
    begin = max((found.end() for found in _BORDER.finditer(text, start, stop) if found.end() < stop - 1), default=start)
    mark = _without_lead(text, _noun_phrase(text, begin, stop))
    antecedent = _ANTECEDENT.search(text, mark.start, mark.end) if relative else None
    return Mark(antecedent.start(), mark.end) if antecedent else mark


def _back_over(pattern: re.Pattern[str], text: str, start: int, stop: int) -> int:
    found = pattern.search(text, start, stop)
    return found.start() if found else stop


def _noun_phrase(text: str, begin: int, stop: int) -> Mark:
    """The stretch between commas that holds the subject: the last, or where that is apposed the one before it."""
    is_apposed = text[stop - 1 : stop] == ","
    parts = _parts(text, begin, stop - is_apposed)
    if not is_apposed or len(parts) == 1:
        return parts[-1]
    at = len(parts) - 2
    while at > 0 and _is_apposed(text, parts[at - 1], parts[at]):
        at -= 1
    following = parts[at + 1]
    is_name = _NAME.fullmatch(text, following.start, following.end)
    return Mark(parts[at].start, following.end if is_name else parts[at].end)


def _parts(text: str, begin: int, stop: int) -> list[Mark]:
    commas = list(_COMMA.finditer(text, begin, stop))
    starts = [begin, *(comma.end() for comma in commas)]
    ends = [*(comma.start() for comma in commas), stop]
    return [Mark(first, last) for first, last in zip(starts, ends, strict=True)]


def _is_apposed(text: str, before: Mark, part: Mark) -> bool:
    """Whether the part only says more about a name that ends the part before."""
    words = text[before.start : before.end].split()
    names = bool(words) and words[-1][0].isupper() and not is_nobody(" ".join(words))
    return names and bool(_APPOSED.match(text, part.start))


def _without_lead(text: str, mark: Mark) -> Mark:
    """The mark from its last border word on, without a date that leads it in and signs at its edges."""
    start, end = mark.start, mark.end
    for found in _BORDER_WORD.finditer(text, mark.start, mark.end):
        joins = found[0].strip() == "and" and _NAMES.fullmatch(text, start, found.start())
        start = start if joins and _NAMED.match(text, found.end()) else found.end()
    led = _LED_IN.match(text, start, end)
    start = led.end() if led else start
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and text[end - 1] in " ,\n":
        end -= 1
    return Mark(start, end)
