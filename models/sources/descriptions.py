"""Descriptions: who in the document is "the commissioner", "the Vice President", "the ministry".

A person is described by titles, by the words before the name, and by appositions on either side of it; a body by the
words of its own name. The nearest mention before the place counts first, then the first one behind it.
"""

import re

from models.sources.cast import Cast
from models.sources.figures import Figure, Mention
from models.sources.lexicon import (
    DOCUMENTS,
    INSTITUTIONS,
    NOT_DESCRIBING,
    PERSON_NOUNS,
    RANKS,
    SAME_ROLE,
    TITLES,
)
from models.sources.names import fold

_REACH = 100
"""Characters beside a name that are read for descriptions."""
_SHORTEST_STEM = 5
"""Letters that two words share where one is derived from the other (Jordan, Jordanian)."""
_DETERMINED = r"(?:an?|the|his|her|its|their|[A-Z]\w+[’']s)"
_LED = re.compile(r"(?:[^\W\d_][\w’'-]*\s+){1,6}$")
_APPOSED_BEFORE = re.compile(rf"\b{_DETERMINED}\s+(?P<words>[^,.;:\n\"“”()]{{3,90}}),\s*$", re.IGNORECASE)
_APPOSED_AFTER = re.compile(
    r"(?:,\s+|\s+\(|\s+(?:is|was|became|serves as|served as)\s+)"
    rf"(?P<words>(?:{_DETERMINED}|who|whose|former|{'|'.join(sorted(TITLES))})\b[^,.;:\n\"“”()]{{2,90}})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w-]*")
_EMPTY = frozenset("the a an of for and in at to this that same own s".split())
_PERSONAL_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ant")

Phrase = tuple[str, ...]


def described(noun: str, place: int, cast: Cast, owner: Figure | None = None) -> Figure | None:
    """The figure that the noun phrase describes; with an owner only one whose description names that owner."""
    wanted = tuple(word for word in _phrase(noun) if word not in _EMPTY)
    if not wanted:
        return None
    mentions = [one for one in cast.mentions_near(place) if _may_be(wanted[-1], one.figure)]
    for fits in (_all_of, _head_of):
        for mention in mentions:
            if owner and (mention.figure is owner or not _names(owner, mention, cast.text)):
                continue
            if any(fits(wanted, words) for words in _phrases(mention, cast.text)):
                return mention.figure
    return None


def _phrase(words: str) -> Phrase:
    """The folded words without the endings of possessives."""
    return tuple(fold(word) for word in _WORD.findall(words.replace("’s ", " ").replace("'s ", " ")))


def _may_be(noun: str, figure: Figure) -> bool:
    """Whether the noun is one for a person where the figure is a person, and one for a body where it is none."""
    role = noun in TITLES or noun in PERSON_NOUNS or (noun.endswith(_PERSONAL_ENDINGS) and noun not in DOCUMENTS)
    return role and noun not in INSTITUTIONS if figure.is_person else noun in INSTITUTIONS


def _phrases(mention: Mention, text: str) -> list[Phrase]:
    """How the text describes a figure at this mention."""
    if not mention.figure.is_person:
        return [mention.figure.words] if len(mention.figure.words) > 1 else []
    if mention.start < 0:
        return [tuple(mention.figure.titles)]
    before = text[max(0, mention.start - _REACH) : mention.start]
    titles = _phrase(text[mention.start : mention.end])[:-1]
    found = [_APPOSED_BEFORE.search(before), _APPOSED_AFTER.match(text, mention.end, mention.end + _REACH)]
    return [(*_led(before), *titles), *(_phrase(match["words"]) for match in found if match)]


def _led(before: str) -> Phrase:
    """The words that lead up to a name, behind the last that cannot be part of its description."""
    match = _LED.search(before)
    words = _phrase(match[0]) if match else ()
    last = max((at for at, word in enumerate(words) if word in NOT_DESCRIBING), default=-1)
    return words[last + 1 :]


def _all_of(wanted: Phrase, words: Phrase) -> bool:
    """Whether the description has every wanted word, and no rank (vice, deputy, former) that is not wanted."""
    return all(_has(word, words) for word in wanted) and not (RANKS & set(words)) - set(wanted)


def _head_of(wanted: Phrase, words: Phrase) -> bool:
    """Whether it has the noun, where the other wanted words are no titles that would make it another office."""
    if wanted[-1] in INSTITUTIONS:
        return len(wanted) == 1 and _has(wanted[-1], words)
    return _has(wanted[-1], words) and not set(wanted[:-1]) & (TITLES | INSTITUTIONS) and not RANKS & set(words)


def _has(word: str, words: Phrase) -> bool:
    same = SAME_ROLE.get(word, frozenset((word,)))
    return any(one in same or _akin(one, word) for one in words)


def _akin(one: str, other: str) -> bool:
    """Whether two words are one name and its adjective, by their beginnings."""
    return min(len(one), len(other)) >= _SHORTEST_STEM and one[:_SHORTEST_STEM] == other[:_SHORTEST_STEM]


def _names(owner: Figure, mention: Mention, text: str) -> bool:
    """Whether the owner's last name, or an adjective made of it, stands beside the mention."""
    near = _phrase(text[max(0, mention.start - _REACH) : mention.end + _REACH])
    return any(word == owner.words[-1] or _akin(word, owner.words[-1]) for word in near)
