"""Measuring: an extractor run over labelled documents, as it would run over articles."""

from collections.abc import Iterable, Sequence

from models.extractor import Extractor
from models.labels.documents import LabelledDocument
from models.quality.scoring import Comparison, compare
from schemas import Article, PublishedBasis


def as_article(document: LabelledDocument) -> Article:
    """The document as an article without marked regions: labelled text has none that matter."""
    return Article(
        address=document.doc,
        text=document.text,
        title=document.title or None,
        publisher=document.publisher or None,
        published=document.published,
        published_basis=PublishedBasis.GIVEN,
        language="en",
    )


def measure(extractor: Extractor, documents: Sequence[LabelledDocument]) -> list[Comparison]:
    """Each document's labels against what the extractor finds in it, in order."""
    articles: Iterable[Article] = map(as_article, documents)
    return [
        compare(document, extraction.assertions)
        for document, extraction in zip(documents, extractor.extract(articles), strict=True)
    ]
