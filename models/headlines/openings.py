"""Openings: whom a headline is about where the quote's own first words only point at it.

"He resigned" with the subject Omar Fayed is "Omar Fayed resigned"; "we will act" with the source Anton Blanken is
"Anton Blanken: we will act". A pointing word that nobody explains is left out rather than guessed.
"""

import re

_WE = re.compile(r"(?:I|we|our|my|us)\b(?:[’'](?:m|re|ve|ll|d))?", re.IGNORECASE)
_POINTER = re.compile(
    r"(?P<word>he|she|it|they|this|that|these|those|such|which|who|whom|his|her|its|their|whose)\b"
    r"(?P<short>[’'](?:s|re|ve|ll|d)\b)?\s*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_BY_WHICH = re.compile(r"^(?:after|in|of|by|to|from|with|for|at|on|under|during)\s(?:which|whom)\s", re.IGNORECASE)
_OWNING = frozenset("his her its their whose".split())
_QUALIFYING = frozenset("this that these those such which".split())
_THERE = re.compile(
    r"there\s(?:is|are|was|were|has been|have been|had been|will be|may be|might be|could be)\s(?=\w)", re.IGNORECASE
)
_NO = re.compile(r"(?:no|not|never|neither|none)\b", re.IGNORECASE)
_COPULA = re.compile(r"(?:is|are|was|were)\s(?!(?:to|going)\b)", re.IGNORECASE)
_FULL = {"re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is"}
_VERB = re.compile(
    r"(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|also|then|now|not|"
    r"never|still|already|only|just|in|on|at|by|to|alone|too|\w+s|\w+ed|\w+ly)\b",
    re.IGNORECASE,
)


def is_first_person(text: str) -> bool:
    """Whether the text begins with "I", "we" or what is theirs."""
    return bool(_WE.match(text))


def opened(text: str, subject: str | None) -> str:
    """The text with what its first words point at in their place."""
    subject = _BRACKET.sub("", subject) if subject else None
    there = _THERE.match(text)
    if there and not _NO.match(text, there.end()):
        text = text[there.end() :]
    text = _BY_WHICH.sub("", text)
    pointer = _POINTER.match(text)
    if pointer:
        return _pointed(text, pointer, subject)
    return f"{subject} {text}" if subject else text


def _pointed(text: str, pointer: re.Match[str], subject: str | None) -> str:
    word, rest = pointer["word"].casefold(), text[pointer.end() :]
    if word in _QUALIFYING and not pointer["short"] and not _VERB.match(rest):
        return rest  # "these vaccines are safe"
    if word in _OWNING:
        return f"{_owner(subject)} {rest}" if subject else rest
    if pointer["short"]:
        rest = f"{_FULL[pointer['short'][1:].casefold()]} {rest}"
    if subject:
        return f"{subject} {rest}"
    copula = _COPULA.match(rest)  # "was a successful defence" would ask who was
    return rest[copula.end() :] if copula else rest


def _owner(subject: str) -> str:
    sign = "’" if "’" in subject else "'"
    return subject + (sign if subject.endswith("s") else f"{sign}s")
