"""Sentences of a text, as half-open offsets; the text itself is never changed.

A sentence ends at a line break, unless the line was merely wrapped there, or at `.`, `!`, `?` or `…` (with the quotes
and brackets that close on it) before white space and something that can open a sentence. Periods of abbreviations,
initials, list numbers and those inside a quotation that is still open don't count: what somebody says stays together
with who says it.
Refuses nothing: every string has its sentences, white space alone has none. Linear in the length of the text.
"""

import re
from collections.abc import Iterator

from schemas import Region, Sentence

MAX_CHARACTERS = 1200
"""Longer sentences are cut at a space: tables and run-on text must not make the tagger's window unbounded."""

_TITLES = (
    "Mr Mrs Ms Dr Prof Sen Rep Gov Gen Col Lt Sgt Capt Maj Adm Cmdr Brig Rev Hon Pres St Sr Jr Messrs Amb Supt Insp"
)
_PLACES = "Ft Mt Ave Blvd Rd Dept Univ Inst Assn Bros Co Corp Inc Ltd"
_LATIN = "vs v al cf viz approx est no nos art sec para fig vol pp p ed eds ca e.g i.e eg ie"
_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
_ALWAYS = frozenset(f"{_TITLES} {_LATIN}".casefold().split())
"""Abbreviations that hardly ever end a sentence."""
_MAYBE = frozenset(f"{_PLACES} {_MONTHS}".casefold().split())
"""Abbreviations that end one only before a word that commonly opens a sentence."""
_BEFORE_ASIDES = re.compile(
    r"(?:\b[ap]\.m|, (?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|"
    r"Nev|Okla|Ore|Pa|Tenn|Va|Vt|Wash|Wis|Wyo))$"
)
"""A time of day, or a state behind its town; a dash or a bracket behind it goes on with it: "Calif. — ", "(AP)"."""
_TIME_ALONE = re.compile(r"\W*(?:[A-Za-z]+ ){0,2}\d{1,2}(?:[:.]\d\d)? ?[ap]\.m")
"""A sentence that has said no more than a time of day."""
_OF_A_TIME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)|"
    r"Eastern|Central|Mountain|Pacific|Greenwich|[A-Z]{2,4}\b|[A-Z]\w+ (?:[A-Z]\w+ )?[Tt]ime\b)"
)
"""What may follow a time of day in its sentence: its day, or its zone."""
_OPENERS = frozenset(
    "the a an this that these those he she it they we i you his her its their our my in on at by for from with after "
    "before but and or if as when while although though however meanwhile there here what who why how not no some many "
    "most all both such one two according last next under during since until despite yet still also".split()
)
_STOP = re.compile(r"""(?P<stop>[.!?…]+)(?P<close>["'”’»)\]]*)(?P<note>\[\d+\]|\d{0,2})(?=\s+|$)|\n\s*""")
_WORD_BEFORE = re.compile(r"[\w.&'’-]+$")
_WRAPPED = range(50, 101)
"""Characters of a line that a writer or a program may have wrapped."""
_LINE_ENDS = '.!?…:;”"’)]|'
_LIST_NUMBER = re.compile(r"(?:\d{1,2}|[ivx]{1,4}|\(?[a-zA-Z])\)?$")
_QUOTE = re.compile(r'(?<!\d)["“”]')
_OPENING = re.compile(r"""[\s"'“‘«(\[—–•*-]*""")


def split(text: str, regions: tuple[Region, ...] = ()) -> list[Sentence]:
    """The sentences of `text` in order, without those that lie mostly inside one of the `regions`."""
    spans = [part for start, end in _pieces(text) for part in _cut(text, start, end)]
    kept = [(start, end) for start, end in spans if not _inside(start, end, regions)]
    return [Sentence(number=i, char_start=start, char_end=end) for i, (start, end) in enumerate(kept)]


def _pieces(text: str) -> list[tuple[int, int]]:
    """Trimmed stretches between the sentence ends."""
    out, begin = [], 0
    quoted = _Quotations(text)
    for match in _STOP.finditer(text):
        is_line_break = match["stop"] is None
        if is_line_break and _is_wrapped(text, match):
            continue
        if not is_line_break and (not _ends_sentence(text, begin, match) or quoted.open_at(match.end())):
            continue
        end = match.start() if is_line_break else match.end()
        out.append((begin, end))
        begin = match.end()
    out.append((begin, len(text)))
    return [(start, end) for start, end in (_trim(text, *span) for span in out) if start < end]


def _is_wrapped(text: str, match: re.Match[str]) -> bool:
    """Whether a single line break only wraps a line: an unfinished full line, and text that goes on.

    What goes on begins small, or between two lines of a block that are both about as wide as a page of plain text.
    """
    if match[0].count("\n") > 1:
        return False
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    end = text.find("\n", match.end())
    after = text[match.end() : end if end >= 0 else len(text)]
    if not before.strip() or not after.strip() or before.rstrip()[-1] in _LINE_ENDS or not after[0].isalnum():
        return False
    is_full = _WRAPPED.start <= len(before) < _WRAPPED.stop
    return is_full and (after[0].islower() or (len(after) < _WRAPPED.stop and _continues(text, match.start(), end)))


def _continues(text: str, place: int, end: int) -> bool:
    """Whether the lines before or after are full as well, as in a wrapped paragraph, not in a list of headlines."""
    start = text.rfind("\n", 0, place)
    earlier = text[text.rfind("\n", 0, start) + 1 : start] if start > 0 else ""
    later = text[end + 1 : text.find("\n", end + 1)] if end >= 0 else ""
    return any(_WRAPPED.start <= len(line) < _WRAPPED.stop for line in (earlier, later))


class _Quotations:
    """Which places of a text lie inside a double quotation that its own line closes. Asked in ascending order."""

    def __init__(self, text: str) -> None:
        self._spans = [span for start, end in _lines(text) for span in _quotations(text[start:end], start)]
        self._next = 0

    def open_at(self, place: int) -> bool:
        while self._next < len(self._spans) and self._spans[self._next][1] <= place:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next][0] < place


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text as they were before anybody wrapped them."""
    begin = 0
    for match in _STOP.finditer(text):
        if match["stop"] is None and not _is_wrapped(text, match):
            yield begin, match.start()
            begin = match.end()
    yield begin, len(text)


def _quotations(line: str, offset: int) -> list[tuple[int, int]]:
    """Spans between an opening and its closing double quote, at most MAX_CHARACTERS long."""
    out, opened = [], None
    for match in _QUOTE.finditer(line):
        if opened is None:
            opened = match.start() if match[0] != "”" else None
        elif match[0] == "“":
            opened = match.start()
        else:
            if match.end() - opened <= MAX_CHARACTERS:
                out.append((offset + opened, offset + match.end()))
            opened = None
    return out


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether this punctuation, followed by white space, ends a sentence."""
    after = _OPENING.match(text, match.end())
    at = after.end() if after else match.end()
    following = text[at : at + 1]
    if match["stop"] == "." and _LIST_NUMBER.fullmatch(text, begin, match.start()):
        return False
    if not following or "\n" in text[match.end() : at]:
        return True
    if following.islower() or _has_aside(text[max(begin, match.start() - 12) : match.start()], text[match.end() : at]):
        return False
    if match["stop"] != ".":
        return following.isupper() or following.isdigit() or not match["close"]
    return not _abbreviates(text[max(begin, match.start() - 30) : match.start()], text[at : at + 30])


def _has_aside(before: str, between: str) -> bool:
    """Whether the period is that of a time or of a dateline, and a dash or a bracket behind it goes on with it."""
    return bool(_BEFORE_ASIDES.search(before)) and any(mark in between for mark in "—–-(")


def _abbreviates(before: str, after: str) -> bool:
    """Whether the period after `before` belongs to an abbreviation that goes on with `after`."""
    found = _WORD_BEFORE.search(before)
    if not found:
        return False
    word = found[0].casefold().strip("'’-")
    next_word = re.split(r"\W", after, maxsplit=1)[0]
    opens = next_word.casefold() in _OPENERS and next_word[:1].isupper()
    if word in _ALWAYS:
        return word != "no" or next_word[:1].isdigit()
    if word in _MAYBE:
        return not opens
    if len(word) == 1 and word.isalpha():
        return word != "i" and not opens
    if word in ("a.m", "p.m"):
        return bool(_OF_A_TIME.match(after) or _TIME_ALONE.fullmatch(before))
    if re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):  # U.S, a.m, Ph.D
        return not opens
    return False


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch itself, or parts of at most MAX_CHARACTERS."""
    out = []
    while end - start > MAX_CHARACTERS:
        at = text.rfind(" ", start + MAX_CHARACTERS // 2, start + MAX_CHARACTERS)
        at = at if at > 0 else start + MAX_CHARACTERS
        out.append(_trim(text, start, at))
        start = at
    out.append(_trim(text, start, end))
    return [(a, b) for a, b in out if a < b]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _inside(start: int, end: int, regions: tuple[Region, ...]) -> bool:
    covered = sum(max(0, min(end, r.char_end) - max(start, r.char_start)) for r in regions)
    return 2 * covered > end - start
