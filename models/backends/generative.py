"""A generative model as an extractor: it is asked about one passage after the other, and its answers are verified.

article -> sentences -> passages -> answers -> drafts (verified) -> claims and predictions

A passage whose answer is cut off is read again in halves. Refuses to begin a request once the token budget is spent.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from models.backends.answers import NOTHING, Placed, placed, schema
from models.backends.passages import INSTRUCTIONS, Passage, passages, question
from models.extractor import ENGLISH, RULES
from models.sentences import split
from models.settling import settle
from schemas import Article, Dropped, DropReason, Extraction, Settings
from schemas.errors import ModelError


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said, the tokens it read and wrote for it, and whether it was stopped before its end."""

    text: str
    tokens: int
    is_cut_off: bool = False


class Generator(Protocol):
    """Whatever answers a question under instructions with JSON of the answers' schema."""

    name: str
    revision: str

    def reply(self, instructions: str, question: str) -> Reply:
        """One answer. Raises `ModelError` where none can be had."""
        ...


class GenerativeExtractor:
    """An extractor over a generator. Its scores are all one: such a model says nothing about its certainty.

    Raises `ModelError` from the first article on that the token budget does not cover; no article is half read.
    """

    def __init__(self, generator: Generator, settings: Settings) -> None:
        self.model = generator.name
        self.revision = f"{generator.revision}.{_of_prompt()}.{RULES}"
        self._generator = generator
        self._characters = settings.passage_characters
        self._budget = settings.token_budget
        self._review_after_days = settings.review_after_days
        self._spent = 0

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        yield from map(self._read, articles)

    def _read(self, article: Article) -> Extraction:
        sentences = split(article.text, article.regions) if article.language in (ENGLISH, None) else []
        before, found = self._spent, NOTHING
        for passage in passages(sentences, self._characters):
            found += self._answered(article, passage)
        settled = settle(article, found.drafts, 0.0, self._review_after_days)
        return Extraction(
            article_id=article.article_id,
            model=self.model,
            revision=self.revision,
            published=article.published,
            assertions=settled.assertions,
            dropped=(*found.dropped, *settled.dropped),
            sentences=len(sentences),
            tokens=self._spent - before,
        )

    def _answered(self, article: Article, passage: Passage) -> Placed:
        """What the model finds in a passage; in halves where its answer is cut off."""
        if self._budget is not None and self._spent >= self._budget:
            raise ModelError(f"The budget of {self._budget:,} tokens is spent; raise FORESAID_TOKEN_BUDGET to go on.")
        reply = self._generator.reply(INSTRUCTIONS, question(article, passage))
        self._spent += reply.tokens
        if not reply.is_cut_off:
            return placed(article, passage, reply.text)
        if len(passage.sentences) == 1:
            return Placed((), (_too_long(passage),))
        first, second = passage.halves()
        return self._answered(article, first) + self._answered(article, second)


def load(settings: Settings) -> GenerativeExtractor:
    """The extractor over the generative model that the settings name. Raises `ModelError`."""
    if settings.extractor == "causal":
        from models.backends import causal

        return GenerativeExtractor(causal.load(settings), settings)
    from models.backends import endpoint

    return GenerativeExtractor(endpoint.load(settings), settings)


def _of_prompt() -> str:
    """Version of what is asked: other instructions or another schema are another reading."""
    return hashlib.sha256((INSTRUCTIONS + json.dumps(schema(), sort_keys=True)).encode()).hexdigest()[:8]


def _too_long(passage: Passage) -> Dropped:
    (sentence,) = passage.sentences
    return Dropped(char_start=sentence.char_start, char_end=sentence.char_end, reason=DropReason.TOO_LONG)
