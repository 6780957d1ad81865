"""Marks as they should stand: a tagger sees tokens, so that its marks may cut a name or hold the verb beside it."""

import re

from models.sources.cast import Cast
from models.sources.lexicon import NOUNS, SPEECH
from models.tagger.tags import Mark

_VERBS = "|".join(sorted(SPEECH - NOUNS))
_LEADING = re.compile(rf"(?:\W+|(?:(?:{_VERBS})|according to|by|that|and|but|while|as|when)(?=\W)\s*)+")
_TRAILING = re.compile(rf"(?:\s+(?:{_VERBS}|that|has|have|had|also|is|was))+$")
_EDGE = " \t\r\n,.;:\"“”‘'—–-*_"


def tidied(mark: Mark, cast: Cast) -> Mark | None:
    """The mark with names it cuts made whole, without verbs of saying at its ends; null where no word is left."""
    start, end = _whole(mark, cast)
    leading = _LEADING.match(cast.text, start, end)
    start = leading.end() if leading else start
    trailing = _TRAILING.search(cast.text, start, end)
    end = trailing.start() if trailing else end
    words = cast.text[start:end]
    end -= len(words) - len(words.rstrip(_EDGE))
    return Mark(start, end) if any(map(str.isalnum, words)) else None


def _whole(mark: Mark, cast: Cast) -> tuple[int, int]:
    """The place of the mark, and of all of any name that begins or ends outside it."""
    start, end = mark.start, mark.end
    for name in cast.mentions_in(start - LONGEST, end):
        if name.start < end and start < name.end:
            start, end = min(start, name.start), max(end, name.end)
    return start, end


LONGEST = 120
"""Characters of a name."""
