"""Articles, where they appeared, and what could not be read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from duckdb import DuckDBPyConnection as Connection

from schemas import Article, Failure, PublishedBasis, Region, RegionKind, ids
from warehouse import batches, lineage
from warehouse.batches import STAMP_COLUMNS, Batch, Columns
from warehouse.shingles import shingles, sketch
from warehouse.statements import query

if TYPE_CHECKING:
    import pyarrow as pa

_ARTICLE_COLUMNS: Columns = {
    "article_id": "string",
    "text": "string",
    "language": "string",
    "regions": [{"char_start": "int32", "char_end": "int32", "kind": "string"}],
    "appearance_id": "string",
    "address": "string",
    "title": "string",
    "publisher": "string",
    "authors": ["string"],
    "published": "date32",
    "published_basis": "string",
    "position": "int32",
    "sample": ["int64"],
    **STAMP_COLUMNS,
}

_FAILURE_COLUMNS: Columns = {
    "failure_id": "string",
    "address": "string",
    "stage": "string",
    "reason": "string",
    "message": "string",
    **STAMP_COLUMNS,
}


@dataclass(frozen=True)
class AddedArticles:
    """What a batch of articles changed: new texts, new appearances, and how many were known as they came.

    `copies` of the new texts are copies of what another outlet published, `versions` newer versions of known ones.
    """

    articles: int
    appearances: int
    known: int
    copies: int = 0
    versions: int = 0


@dataclass(frozen=True)
class IncomingArticles:
    """A batch of articles as it goes into the warehouse: a row an appearance, and each text's shingles by its id."""

    rows: "pa.Table"
    shingles: Mapping[str, frozenset[int]]


def table(articles: Sequence[Article], batch: Batch) -> IncomingArticles:
    """The batch as it goes into the warehouse. Made before the warehouse is opened, so that nobody waits for it."""
    numbers = {article.article_id: shingles(article.text) for article in articles}
    rows = (
        _row(article, position) | {"sample": sketch(numbers[article.article_id])} | batch.stamp
        for position, article in enumerate(articles)
    )
    return IncomingArticles(batches.table(rows, _ARTICLE_COLUMNS), numbers)


def add(con: Connection, incoming: IncomingArticles, batch: Batch) -> AddedArticles:
    """Add the texts and appearances that are new; a batch that was written before adds nothing."""
    given = incoming.rows.num_rows
    if batches.is_known(con, batch):
        return AddedArticles(0, 0, given)
    texts = batches.insert(con, "add_articles", incoming.rows)
    appearances = batches.insert(con, "add_appearances", incoming.rows)
    relations = Counter(kin.relation for kin in lineage.add(con, incoming.rows, incoming.shingles, batch))
    batches.record(con, batch, given=given, added=texts)
    return AddedArticles(
        texts, appearances, given - appearances, copies=relations[lineage.COPY], versions=relations[lineage.VERSION]
    )


def failure_table(failures: Sequence[Failure], batch: Batch) -> "pa.Table":
    """The failures of a batch as they go into the warehouse."""
    return batches.table((_failure_row(failure, batch) for failure in failures), _FAILURE_COLUMNS)


def add_failures(con: Connection, incoming: "pa.Table", batch: Batch) -> int:
    """Keep what did not get through; how many rows are new. The same failure of the same run is one row."""
    return batches.keep(con, "add_failures", incoming, batch)


def pending(con: Connection, model: str, revision: str, *, after: str, limit: int) -> list[Article]:
    """Articles that this revision has not read under the date that counts now, by id, from behind `after`."""
    given = {"model": model, "revision": revision, "after": after, "limit": limit}
    return [_article(row) for row in con.execute(query("pending"), given).fetchall()]


def unread(con: Connection, *, after: str, limit: int) -> list[Article]:
    """Articles that nobody has read under the date that counts now, by id, from behind `after`."""
    return [_article(row) for row in con.execute(query("unread"), {"after": after, "limit": limit}).fetchall()]


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


def _failure_row(failure: Failure, batch: Batch) -> dict[str, object]:
    what = failure.model_dump(mode="json")
    return {"failure_id": ids.failure_id(batch.run, *what.values())} | what | batch.stamp
