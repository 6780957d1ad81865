"""Marks as they should stand: a tagger sees tokens, so that its marks may cut a name, fall apart, or hold the verb
beside them, and may name who was told instead of who told.
"""

import re
from collections.abc import Sequence

from models.sources.cast import Cast, head_noun
from models.sources.lexicon import DOCUMENTS, NEVER_NAMES, NOUNS, PRONOUNS, SPEECH
from models.sources.names import SHORTEST_ACRONYM, fold
from models.sources.speech import speaks
from models.tagger.tags import Mark

LONGEST_NAME = 120
"""Characters of a name; how far before a mark one may begin that reaches into it."""
_GAP = re.compile(r"[\s’'&-]*(?:[\w.&’'-]+\s){0,3}")
"""What may lie between two parts of one mark."""
_VERBS = "|".join(sorted(SPEECH - NOUNS))
_VERB = re.compile(rf"\b(?:{'|'.join(sorted(SPEECH))})\b")
_LEADING = re.compile(rf"(?:\W+|(?:(?:{_VERBS})|according to|by|that|and|but|while|as|when)(?=\W)\s*)+")
_TRAILING = re.compile(rf"(?:\s+(?:{_VERBS}|that|has|have|had|also|is|was))+$")
_OPEN_BRACKET = re.compile(r"\s*\([^()]*$")
_LED = r"\s(?:(?:the|an?|his|her|its|their|some|\w+[’']s)\s)?(?:(?!(?:by|from|of|to)\b)[\w-]+\s){0,2}$"
_TOLD = re.compile(rf"\b(?:tell|tells|told|telling|inform|informs|informed|informing|assured|asked){_LED}")
_HANGS = re.compile(rf"(?<![Aa]ccording)\s(?:to|with|in|at|on|for){_LED}")
_OWNER = re.compile(r"(?<=\w)[’']s$|(?<=s)[’']$")
_RELATIVE = re.compile(r",?\s(?:who|which)\s")
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|some|many|several)|\b[A-Z][\w-]*[’']s?)\s(?:[a-z][\w-]*\s){0,2}$"
)
_EDGE = " \t\r\n,.;:\"“”‘'—–-*_"


def tidied(marks: Sequence[Mark], cast: Cast) -> list[Mark]:
    """The marks with names made whole, parts joined, verbs at their ends, hearers and other bystanders left out."""
    legible = [mark for mark in marks if _is_legible(cast.text[mark.start : mark.end])]
    whole = [
        tidy for mark in _joined(sorted(legible, key=lambda mark: mark.start), cast) if (tidy := _tidy(mark, cast))
    ]
    return [mark for mark in whole if not _is_bystander(mark, cast)]


def _is_legible(words: str) -> bool:
    """Whether the mark has more than a letter of a name."""
    letters = [sign for sign in words if sign.isalpha()]
    return len(letters) > 1 or letters == ["I"]


def _is_bystander(mark: Mark, cast: Cast) -> bool:
    """Whether the words before say that somebody is told, or only goes along ("handled with tongs")."""
    before = cast.text[cast.sentence(mark.start)[0] : mark.start]
    if _TOLD.search(before):
        return True
    words = cast.text[mark.start : mark.end]
    hangs = words[0].islower() and head_noun(words) not in DOCUMENTS and _HANGS.search(before)
    return bool(hangs) and not (_RELATIVE.match(cast.text, mark.end) or speaks(cast.text, mark.start, mark.end))


def _joined(marks: Sequence[Mark], cast: Cast) -> list[Mark]:
    """Marks of which only a few words, and no verb of saying, lie between are one; so are those in one name."""
    out: list[Mark] = []
    for start, end in (_whole(mark, cast) for mark in marks):
        if out and (start <= out[-1].end or _belongs(cast.text, out[-1].end, start)):
            out[-1] = Mark(out[-1].start, max(end, out[-1].end))
        else:
            out.append(Mark(start, end))
    return out


def _belongs(text: str, end: int, start: int) -> bool:
    """Whether the words between two marks can be part of the same phrase."""
    between = text[end:start]
    return bool(_GAP.fullmatch(between)) and not _VERB.search(between)


def _whole(mark: Mark, cast: Cast) -> tuple[int, int]:
    """The place of the mark, and of all of any name that begins or ends outside it."""
    start, end = mark.start, mark.end
    for name in cast.mentions_in(start - LONGEST_NAME, end):
        if name.start < end and start < name.end:
            start, end = min(start, name.start), max(end, name.end)
    return start, end


def _tidy(mark: Mark, cast: Cast) -> Mark | None:
    """The mark without what is no part of a name at its ends; null where nothing that names somebody is left."""
    leading = _LEADING.match(cast.text, mark.start, mark.end)
    start = leading.end() if leading else mark.start
    trailing = _TRAILING.search(cast.text, start, mark.end) or _OPEN_BRACKET.search(cast.text, start, mark.end)
    end = trailing.start() if trailing else mark.end
    if cast.text[start:end].islower() and cast.text[start:end] not in PRONOUNS:
        determined = _DETERMINED.search(cast.text, max(0, start - LONGEST_NAME), start)
        start = determined.start() if determined else start
    words = cast.text[start:end]
    end -= len(words) - len(_OWNER.sub("", words.rstrip(_EDGE)))
    return Mark(start, end) if any(_names(word) for word in words.split()) else None


def _names(word: str) -> bool:
    """Whether the word can name somebody: a pronoun or a noun, no article or particle."""
    bare = word.strip(_EDGE)
    small = fold(bare) in NEVER_NAMES and not (bare.isupper() and len(bare) >= SHORTEST_ACRONYM)
    return any(map(str.isalpha, bare)) and (fold(bare) in PRONOUNS or not small)
