"""Shortening: ten words at most, cut where a phrase ends, behind the verb and never between a "not" and its verb."""

import re
from collections.abc import Container

from schemas.assertions import HEADLINE_WORDS

LONGEST = HEADLINE_WORDS
_FEWEST = 3
"""Words a headline has at least, where the quote has as many."""
_CLAUSES = (
    re.compile(r"\s*(?:;|:|\s[—–]\s|\s--\s)"),
    re.compile(
        r",\s(?:which|who|whom|whose|where|while|as|although|though|because|since|so|after|before|when|with|"
        r"including|such|especially|particularly|following|among|according|despite|\w+ing)\b"
    ),
    re.compile(r",\s(?:and|but|or)\s"),
    re.compile(r",\s"),
    re.compile(
        r"\s(?:because|although|though|while|whereas|so that|in order to|such as|including|which|who|where|"
        r"as part of|as well as|according to|due to|in response to|in connection with|with respect to)\b"
    ),
)
_PREPOSITIONS = frozenset(
    "in on at by for from with during over under between among through within across after before since as against "
    "about into toward towards around until amid without per via despite throughout of and but or when if".split()
)
_CLOSE = frozenset("of or if when".split())
"""Words that what stands before them can hardly do without."""
_IF = r"(?P<condition>(?:even |only )?(?:if|unless)\s[^,;]+)"
_LEADING_IF = re.compile(rf"{_IF},\s(?P<main>.+)", re.IGNORECASE)
_TRAILING_IF = re.compile(rf"(?P<main>.+?),?\s(?<!as\s){_IF}.*")
_TIMES = re.compile(
    r",?\s(?:today|yesterday|tomorrow|tonight|(?:on\s|last\s|next\s|this\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s(?:morning|afternoon|evening|night))?|on\s(?:[A-Z][a-z]{2,8}\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,\s\d{4})?)"
    r"(?=[\s,.]|$),?"
)
_QUANTITIES = frozenset(
    "majority minority number half third quarter most some all none many few one two three part much percent rest "
    "lot".split()
)
_TO = frozenset({"to"})
_JOINING = frozenset("and but or if when".split())
_RELATIVES = frozenset("that which who whom whose where after before when while because although if unless".split())
_ENOUGH = 6
"""Words from which a headline that ends with a phrase is better than one of ten words that doesn't."""
_DANGLING = _PREPOSITIONS | frozenset(
    "a an the its their his her our my this these those which who whose whom than not no never is are was were be been "
    "being has have had will would may might could should must can do does did very more most some any each every also "
    "such both either neither nor so because while where although though upon including following due according "
    "it he she they we i you approximately nearly almost least up to that related compared based if when".split()
)
_LINKING = frozenset("a an the of to and or but with from by for as than that its their his her".split())
"""Words that ask for more even where the quote ends with them."""
_AUXILIARY = re.compile(
    r"^(?:is|are|was|were|has|have|had|will|would|may|might|could|should|must|can|cannot|do|does|did)$"
)
_VERB = re.compile(
    r"^(?:[a-z]{2,}ed|said|says|made|took|held|won|sent|built|found|left|kept|brought|cut|set|put|hit|began|came|went|"
    r"became|rose|fell|grew|saw|gave|met|lost|ran|spoke|told|wrote|paid|sold|shot|drew|threw|died|expected|unable|"
    r"likely|unlikely|due)$",
)
_QUALIFYING = re.compile(r"(?:based|located|related|compared|called|titled|entitled|known|named|led)$")
"""Forms in -ed that rather qualify a noun than tell what happened; so do all others before "by"."""
_EDGE = " ,;:–—-.…"


def is_long(text: str) -> bool:
    """Whether the text has too many words for a headline."""
    return len(text.split()) > LONGEST


def fitted(text: str) -> str:
    """The text in at most ten words, without words at its end that ask for more. A condition is kept, if shortened."""
    found = _LEADING_IF.fullmatch(text) or _TRAILING_IF.fullmatch(text)
    if found is None or not is_long(text):
        return _fit(text, LONGEST)
    condition = found["condition"]
    main = _fit(found["main"], LONGEST - min(len(condition.split()), LONGEST - _ENOUGH))
    return f"{main} {_fit(condition[:1].lower() + condition[1:], LONGEST - len(main.split()))}"


def _fit(text: str, longest: int) -> str:
    whole = text
    text = _clause(_TIMES.sub("", text) if len(text.split()) > longest else text, longest)
    words = text.split()
    if len(words) > longest:
        words = words[: _cut(words, longest)]
    asking = _DANGLING if len(words) < len(whole.split()) else _LINKING
    while len(words) > 1 and _asks_for_more(words[-1], asking):
        words = words[:-1]
    return _balanced(" ".join(words)).strip(_EDGE)


def with_short_subject(text: str) -> str:
    """The text without what qualifies a long subject, from its first preposition to the verb."""
    words = text.split()
    verb = _verb(words)
    small = [word.strip(_EDGE).casefold() for word in words[:verb]]
    if verb is None or not LONGEST // 2 <= verb <= 2 * LONGEST or small[0].endswith("ing") or small[0] in _PREPOSITIONS:
        return text
    cut = next((at for at in range(1, verb) if _qualifies(words, at)), verb)
    parted = set(small) & _RELATIVES or set(small[:cut]) & _JOINING or any(word[-1] in ",;" for word in words[cut:verb])
    return text if parted else " ".join(words[:cut] + words[verb:])


def _qualifies(words: list[str], at: int) -> bool:
    """Whether what qualifies the words before begins here; a preposition between capitals is part of a name."""
    if _is_participle(words, at):
        return True
    behind = next((word for word in words[at + 1 :] if word != "the"), "")
    inside_name = words[at - 1][0].isupper() and behind[:1].isupper()
    counted = words[at] == "of" and (words[at - 1].casefold() in _QUANTITIES or words[at - 1][0].isdigit())
    return words[at] in _PREPOSITIONS - _JOINING and not inside_name and not counted


def _is_participle(words: list[str], at: int) -> bool:
    return bool(_QUALIFYING.match(words[at])) or (words[at].endswith("ed") and words[at + 1 : at + 2] == ["by"])


def _clause(text: str, longest: int) -> str:
    """The text up to the first clause border behind which it is short enough, tried from the firmest border on."""
    for border in _CLAUSES:
        if len(text.split()) <= longest:
            break
        found_in = (
            found for found in border.finditer(text) if not _is_list(text, found) and not _is_quoted(text, found)
        )
        heads = (text[: found.start()] for found in found_in)
        text = next((head for head in heads if _says_something(head.split())), text)
    return text


def _is_list(text: str, found: re.Match[str]) -> bool:
    """Whether a comma stands in an enumeration ("Hungary, Poland and Spain")."""
    if found[0] != ", ":
        return False
    before = text[: found.start()].split()
    adjectives = len(before) > 1 and before[-2].casefold() in _DANGLING and not before[-1][0].isupper()
    return adjectives or bool(re.match(r"(?:[\w’'$-]+\s?){1,4}(?:,|\s?(?:and|or)\s)", text[found.end() :]))


def _is_quoted(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _says_something(words: list[str]) -> bool:
    return len(words) >= _FEWEST and _verb(words) is not None and not _asks_for_more(words[-1])


def _verb(words: list[str]) -> int | None:
    """The number of the first word that can be the verb: an auxiliary of the main clause before any other form."""
    plain = [word.strip(_EDGE) for word in words]
    clause = next((at for at, word in enumerate(plain) if at and word.casefold() in _RELATIVES), len(plain))
    finite = [at for at in range(1, clause) if _AUXILIARY.match(plain[at]) and plain[at - 1] != "to"]
    others = [at for at in range(1, len(plain)) if _VERB.match(plain[at]) and not _is_participle(plain, at)]
    return min([*finite, *others], default=None)


def _cut(words: list[str], longest: int) -> int:
    """Where to cut: the last border of a phrase that leaves enough words, the verb and what follows it among them."""
    verb = _verb(words[:longest]) or 0
    for borders in (_PREPOSITIONS - _CLOSE, _CLOSE, _TO):
        places = range(max(_ENOUGH if longest == LONGEST else _FEWEST, verb + 2), longest + 1)
        found = [at for at in places if words[at].casefold() in borders or words[at - 1][-1] in ",;"]
        if found:
            return found[-1]
    cut = longest
    while cut > _ENOUGH and _is_cut_in_two(words[cut - 1], words[cut]):
        cut -= 1
    return cut


def _is_cut_in_two(last: str, following: str) -> bool:
    """Whether a name, or an owner and what is owned, would be parted between the two words."""
    return (last[0].isupper() and following[0].isupper()) or last.endswith(("'s", "’s", "s’", "s'"))


def _asks_for_more(last: str, asking: Container[str] = _DANGLING) -> bool:
    word = last.strip(_EDGE + "\"“”'’")
    return not word or (word.casefold() in asking and word != "May")


def _balanced(text: str) -> str:
    """The text without quotation marks and brackets that have lost their other half."""
    for pair in ("“”", "()", "[]", '""', "‘’"):
        opening, closing = pair
        odd = text.count('"') % 2 if opening == closing else text.count(opening) != text.count(closing)
        if odd and not (pair == "‘’" and "‘" not in text):
            text = text.replace(opening, "").replace(closing, "")
    return text
