"""Short forms: acronyms that a text explains in brackets, "National Hurricane Center (NHC)".

The method is Schwartz and Hearst's (A simple algorithm for identifying abbreviation definitions, 2003): the letters
of the short form are looked for from right to left in the words before the bracket.
"""

import re

from models.sources.names import fold

_BRACKET = re.compile(r"\(\s?(?P<short>[A-Z][\w&.-]{1,14})\s?\)")
_REACH = 160
"""Characters before the bracket that are looked at."""
_MORE_WORDS = 5
"""How many more words than letters a long form may have."""
_DETERMINER = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def short_forms(text: str) -> dict[str, str]:
    """The long form of each explained acronym, by its folded short form."""
    out: dict[str, str] = {}
    for match in _BRACKET.finditer(text):
        long = _long_form(match["short"], text[max(0, match.start() - _REACH) : match.start()])
        if long:
            out.setdefault(fold(match["short"]), _DETERMINER.sub("", long))
    return out


def _long_form(short: str, before: str) -> str | None:
    """The end of `before` that begins a word with the first letter and holds the others in order, if it is a name."""
    letters = [letter for letter in fold(short) if letter.isalnum()]
    plain = "".join(fold(sign)[:1] or " " for sign in before)
    at = len(plain)
    for number in range(len(letters) - 1, -1, -1):
        at = plain.rfind(letters[number], 0, at)
        while number == 0 and at > 0 and plain[at - 1].isalnum():
            at = plain.rfind(letters[0], 0, at)
        if at < 0:
            return None
    long = before[at:].strip()
    fits = long[:1].isupper() and "\n" not in long and len(long.split()) <= len(letters) + _MORE_WORDS
    return long if fits else None
