"""Articles, where they appeared, and what could not be read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection as Connection

from schemas import Article, Failure, PublishedBasis, Region, RegionKind, ids
from warehouse import batches
from warehouse.batches import STAMP_COLUMNS, Batch, Columns
from warehouse.statements import query

_REGION = pa.struct([("char_start", pa.int32()), ("char_end", pa.int32()), ("kind", pa.string())])

_ARTICLE_COLUMNS: Columns = {
    "article_id": pa.string(),
    "text": pa.string(),
    "language": pa.string(),
    "regions": pa.list_(_REGION),
    "appearance_id": pa.string(),
    "address": pa.string(),
    "title": pa.string(),
    "publisher": pa.string(),
    "authors": pa.list_(pa.string()),
    "published": pa.date32(),
    "published_basis": pa.string(),
    "position": pa.int32(),
    **STAMP_COLUMNS,
}

_FAILURE_COLUMNS: Columns = {
    "failure_id": pa.string(),
    "address": pa.string(),
    "stage": pa.string(),
    "reason": pa.string(),
    "message": pa.string(),
    **STAMP_COLUMNS,
}


@dataclass(frozen=True)
class AddedArticles:
    """What a batch of articles changed: new texts, new appearances, and how many were known as they came."""

    articles: int
    appearances: int
    known: int


def add(con: Connection, articles: Sequence[Article], batch: Batch) -> AddedArticles:
    """Add the texts and appearances that are new; a batch that was written before adds nothing."""
    if batches.is_known(con, batch):
        return AddedArticles(0, 0, len(articles))
    rows = [_row(article, position) | batch.stamp for position, article in enumerate(articles)]
    with batches.incoming(con, rows, _ARTICLE_COLUMNS):
        texts = batches.insert(con, "add_articles")
        appearances = batches.insert(con, "add_appearances")
    batches.record(con, batch, given=len(articles), added=texts)
    return AddedArticles(texts, appearances, len(articles) - appearances)


def add_failures(con: Connection, failures: Iterable[Failure], batch: Batch) -> int:
    """Keep what did not get through; how many rows are new. The same failure of the same run is one row."""
    rows = [
        failure.model_dump(mode="json") | {"failure_id": _failure_id(failure, batch.run)} | batch.stamp
        for failure in failures
    ]
    if batches.is_known(con, batch):
        return 0
    with batches.incoming(con, rows, _FAILURE_COLUMNS):
        added = batches.insert(con, "add_failures")
    batches.record(con, batch, given=len(rows), added=added)
    return added


def pending(con: Connection, model: str, revision: str, *, after: str, limit: int) -> list[Article]:
    """Articles that this revision has not read under the date that counts now, by id, from behind `after`."""
    given = {"model": model, "revision": revision, "after": after, "limit": limit}
    return [_article(row) for row in con.execute(query("pending"), given).fetchall()]


def _row(article: Article, position: int) -> dict[str, object]:
    metadata = (article.address, article.title, article.publisher, article.authors, article.published)
    return {
        "article_id": article.article_id,
        "text": article.text,
        "language": article.language,
        "regions": [region.model_dump(mode="json") for region in article.regions],
        "appearance_id": ids.appearance_id(article.article_id, *metadata, article.published_basis),
        "address": article.address,
        "title": article.title,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published": article.published,
        "published_basis": article.published_basis.value,
        "position": position,
    }


def _article(row: tuple[Any, ...]) -> Article:
    _, address, text, title, publisher, authors, published, basis, language, regions = row
    return Article(
        address=address,
        text=text,
        title=title,
        publisher=publisher,
        authors=tuple(authors),
        published=published,
        published_basis=PublishedBasis(basis),
        language=language,
        regions=tuple(Region(**(region | {"kind": RegionKind(region["kind"])})) for region in regions),
    )


def _failure_id(failure: Failure, run: str) -> str:
    return ids.failure_id(run, failure.address, failure.stage, failure.reason, failure.message)
