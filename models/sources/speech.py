"""Speech: what stands in quotation marks, and whether somebody is said to speak."""

import re
from bisect import bisect_right

from models.sources.lexicon import SAYING, SPEECH

_MARK = re.compile(r"[“”\"\n]")
_ADVERB = r"(?:\w+ly\s+|has\s+|have\s+|had\s+|also\s+|then\s+|later\s+|further\s+|did\s+){0,3}"
_APPOSED = r"(?:\s*\([^()\n]{1,40}\))?(?:,\s[^,;:.\"“”\n]{2,120},|\s+(?:of|from|at|for|with|in)\s[^,;:.\"“”\n]{2,60})?"
_VERB_AFTER = re.compile(rf"{_APPOSED}\s+{_ADVERB}(?:{'|'.join(sorted(SPEECH))})\b")
_VERB_BEFORE = re.compile(
    rf"[,”\"’'?!]\s*(?:{'|'.join(sorted(SAYING))})\s+"
    r"(?:(?!(?:on|in|at|of|to|by|from|that|with|during|after)\b)[\w’'-]+,?\s+){0,8}$"
)


class Quotations:
    """Which places of a text lie inside a double quotation. One that its line does not close ends with the line."""

    def __init__(self, text: str) -> None:
        self._spans = _spans(text)
        self._starts = [start for start, _ in self._spans]

    def hold(self, place: int) -> bool:
        return self.around(place) is not None

    def around(self, place: int) -> tuple[int, int] | None:
        """The quotation in which the place lies, marks included."""
        at = bisect_right(self._starts, place) - 1
        return self._spans[at] if at >= 0 and place < self._spans[at][1] else None


def _spans(text: str) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        is_inch = match[0] == '"' and text[max(0, match.start() - 1) : match.start()].isdigit()
        if opened is not None and match[0] != "“":
            out.append((opened, match.end()))
            opened = None
        elif opened is None and match[0] in '“"' and not is_inch:
            opened = match.start()
    if opened is not None:
        out.append((opened, len(text)))
    return out


def speaks(text: str, start: int, end: int) -> bool:
    """Whether the words at this place are the subject of a verb of saying, before or behind it."""
    if _VERB_AFTER.match(text, end, end + 240) or _VERB_BEFORE.search(text, max(0, start - 90), start):
        return True
    is_apposed = text[max(0, start - 2) : start] == ", " and text[end : end + 2] == ", "
    return is_apposed and bool(_VERB_AFTER.match(text, end + 1, end + 240))
