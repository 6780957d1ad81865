"""Sentences of stored articles that may tell what became of a prediction.

A plain search by shared words, best first. It proposes; the reviewer decides.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from review.desk.place import Desk

Stretch = tuple[int, int]
"""Where something begins and ends in a text, half-open."""

ARTICLES = 6
SENTENCES = 3
AFTER_WINDOW = timedelta(days=365)  # how long after its window news of a prediction is looked for
_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}|\d[\d.,%]*")
_SENTENCE = re.compile(r"[^\s].*?(?:[.!?][”\"’']?(?=\s)|$)", re.MULTILINE)
_EVERYWHERE = frozenset(
    (
        "about after again against also another and are because been before being between both but can could "
        "did does during each expected for from further had has have having her here his into its itself "
        "likely may might more most much must not only other over probably said same says should some such "
        "than that the their them then there these they this those through under unlikely until upon very was "
        "were what when where which while will with within without would "
    ).split()
)


@dataclass(frozen=True)
class Source:
    """A stored article that shares words with a prediction, and its sentences that share most of them."""

    article_id: str
    title: str
    publisher: str | None
    published: date
    sentences: tuple[str, ...]


def words_of(text: str) -> list[str]:
    """The words by which a proposition can be recognised elsewhere, lower case, each once."""
    found = dict.fromkeys(word.lower() for word in _WORD.findall(text))
    return [word for word in found if word not in _EVERYWHERE]


def search(desk: Desk, claim: dict[str, Any], asked: str | None) -> list[Source]:
    """What stored articles, published on the day of the prediction or later, say with its words or those asked for."""
    words = words_of(asked or f"{claim['headline']} {claim['quote']}")
    stated = claim["stated_on"] or date.min
    around = claim["resolve_by"] or stated
    last = around + AFTER_WINDOW if claim["resolve_by"] else date.max
    rows = desk.ask(
        "desk_evidence", article_id=claim["article_id"], from_day=stated, to_day=last, words=words, around=around,
        limit=ARTICLES,
    )  # fmt: skip
    sources = (_source(row, words) for row in rows)
    return [source for source in sources if source.sentences]


def best_sentences(text: str, words: Iterable[str], unread: Iterable[Stretch] = ()) -> tuple[str, ...]:
    """The sentences that share most words, in the order of the text, outside of what is not read of it. Each is a
    verbatim stretch of the text."""
    wanted, left_out = set(words), list(unread)
    scored = [
        (len(wanted & set(words_of(match.group()))), -place, match.group())
        for place, match in enumerate(_SENTENCE.finditer(text))
        if not any(start < match.end() and match.start() < end for start, end in left_out)
    ]
    best = sorted((found for found in scored if found[0] > 0), reverse=True)[:SENTENCES]
    return tuple(sentence for _, place, sentence in sorted(best, key=lambda found: -found[1]))


def _source(row: dict[str, Any], words: list[str]) -> Source:
    unread = [(region["char_start"], region["char_end"]) for region in row["regions"]]
    return Source(
        article_id=row["article_id"],
        title=row["title"] or row["doc"],
        publisher=row["publisher"],
        published=row["published"],
        sentences=best_sentences(row["text"], words, unread),
    )
