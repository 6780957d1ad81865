"""An extractor that finds one claim in the first words of an article, and fails on demand."""

from collections.abc import Iterable, Iterator

from schemas import Article, Claim, Extraction


class FirstWords:
    """Reads articles in pairs, as a real one reads in batches, so that a fault may come before its article's turn."""

    model = "first-words"
    revision = "1"

    def __init__(self, fails_on: str = "\0", fault: Exception | None = None) -> None:
        self._fails_on = fails_on
        self._fault = fault or RuntimeError("cannot read this")

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        articles = list(articles)
        for start in range(0, len(articles), 2):
            pair = articles[start : start + 2]
            for article in pair:
                if self._fails_on in article.text:
                    raise self._fault
            yield from map(self._read, pair)

    def _read(self, article: Article) -> Extraction:
        quote = article.text.split("\n")[0][:40]
        claim = Claim(
            article_id=article.article_id,
            sentence=0,
            char_start=0,
            char_end=len(quote),
            quote=quote,
            headline="First words",
            stated_on=article.published,
            model_score=1.0,
        )
        return Extraction(
            article_id=article.article_id,
            model=self.model,
            revision=self.revision,
            published=article.published,
            assertions=(claim,),
            sentences=1,
            tokens=len(article.text.split()),
        )
