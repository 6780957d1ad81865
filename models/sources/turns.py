"""Turns: who holds the floor in a transcript, from the labels that open lines ("SECRETARY BLINKEN:", "Q", "((WN))").

A text is a transcript when it has at least two such labels; a colon in running text is none. Refuses nothing: in a
text that is no transcript nobody holds the floor.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

FEWEST = 2
"""Labels that make a transcript."""
_OPENS = r"(?:^|(?<=[.!?…)—] ))[*_ \t]{0,4}"
_SHOUTED = re.compile(
    rf"{_OPENS}(?:\(\((?P<bracketed>[^()\n]{{1,40}})\)\)[*_]*[ \t]*:?"
    r"|(?P<capitals>[^\W\d_][\w .,’'()/-]{0,60}[\w)])[*_]*:(?=[*_\s])"
    r"|(?P<letter>[QA])(?::|\.|[ \t]{2,}|\t)(?=\s*\S)|(?P<question>(?<![.!?…)—] )Q)(?=[ \t][A-Z]))",
    re.MULTILINE,
)
_PLAIN = re.compile(
    rf"{_OPENS}(?P<name>(?:[^\W\d_a-z][\w.’'-]*[ \t]){{0,3}}[^\W\d_a-z][\w.’'-]*)[*_]*:(?=[*_ \t]+\S)", re.MULTILINE
)
_NO_SPEAKERS = frozenset("phone email e-mail tel fax address date source image photo note contact website".split())
_ASKING = frozenset("question q moderator operator interviewer host audience member reporter".split())


@dataclass(frozen=True, slots=True)
class Turn:
    """From `start` on, the one whom `label` names speaks, up to the next turn."""

    start: int
    label: str

    @property
    def asks(self) -> bool:
        """Whether the label is for somebody who only asks or announces."""
        return set(re.findall(r"\w+", self.label.casefold())) <= _ASKING


def turns(text: str) -> list[Turn]:
    """The turns of a transcript in order; none for other texts."""
    shouted = [Turn(match.start(), _label(match)) for match in _SHOUTED.finditer(text) if _is_label(match)]
    return shouted if len(shouted) >= FEWEST else _plain(text)


def floor(found: Sequence[Turn], place: int) -> Turn | None:
    """The turn in which the place lies."""
    number = bisect_right([turn.start for turn in found], place)
    return found[number - 1] if number else None


def _is_label(match: re.Match[str]) -> bool:
    return match["capitals"] is None or match["capitals"].isupper()


def _label(match: re.Match[str]) -> str:
    label: str = match["bracketed"] or match["capitals"] or match["letter"] or match["question"]
    return label.strip()


def _plain(text: str) -> list[Turn]:
    """Turns of an interview whose labels are plain names: at least two, each of which comes back."""
    found = [Turn(match.start(), match["name"]) for match in _PLAIN.finditer(text)]
    times = Counter(turn.label for turn in found)
    speakers = {label for label, number in times.items() if number > 1 and label.casefold() not in _NO_SPEAKERS}
    return [turn for turn in found if turn.label in speakers] if len(speakers) > 1 else []
