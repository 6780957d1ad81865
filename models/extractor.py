"""The extractor: an article in, its claims and predictions out. A list of named steps over any tagger.

article -> sentences -> tags -> drafts -> claims and predictions (or the reason why not)
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from models.assembly import assemble
from models.sentences import split
from models.settling import settle
from models.tagger.tags import Tagger
from schemas import Article, Extraction

ENGLISH = "en"


class Extractor(Protocol):
    """Whatever reads articles: the trained model, the word list, a generative model."""

    model: str
    revision: str

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction an article, in order, lazily."""
        ...


class TaggingExtractor:
    """An extractor over a tagger. Assertions scored below `min_score` are dropped, and counted as dropped.

    Refuses nothing: an article in another language than English yields an empty extraction.
    """

    def __init__(self, tagger: Tagger, min_score: float | None = None, review_after_days: int = 180) -> None:
        self.model = tagger.name
        self.revision = f"{tagger.revision}.{RULES}"
        self._tagger = tagger
        self._min_score = tagger.min_score if min_score is None else min_score
        self._review_after_days = review_after_days

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        yield from map(self._read, articles)

    def _read(self, article: Article) -> Extraction:
        if article.language not in (ENGLISH, None):
            return self._extraction(article)
        sentences = split(article.text, article.regions)
        tagging = self._tagger.tag(article.text, sentences)
        drafts = assemble(article, tagging.tagged)
        settled = settle(article, drafts, self._min_score, self._review_after_days)
        return self._extraction(article).model_copy(
            update={
                "assertions": settled.assertions,
                "dropped": settled.dropped,
                "sentences": len(sentences),
                "tokens": tagging.tokens,
            }
        )

    def _extraction(self, article: Article) -> Extraction:
        return Extraction(
            article_id=article.article_id,
            model=self.model,
            revision=self.revision,
            published=article.published,
            sentences=0,
            tokens=0,
        )


RULES = "r6"
"""Version of the rules after the tagger: raised whenever the same tags give other assertions."""
