"""The readers of the outside world: a source goes in, articles and failures come out, one at a time.

    source | sources: documents, one by one | forms: which form | text, markdown, html, …: draft | articles: article

`read` holds one document at a time, so memory does not grow with the number of articles. It raises nothing for a
source's faults: what cannot be read is a `Failure` that says what to do, and the rest goes on.
"""

from collections.abc import Iterator

from flows.readers.articles import articles
from flows.readers.documents import Overrides, given
from flows.readers.faults import guarded
from flows.readers.sources import documents
from flows.readers.visits import Visits
from schemas import Article, Failure, Settings

__all__ = ["Overrides", "Visits", "read"]


def read(
    source: str, overrides: Overrides, settings: Settings, visits: Visits | None = None
) -> Iterator[Article | Failure]:
    """The articles of a source: a file, a folder, a URL, a feed, a list of feeds (`.csv`), or `-` for standard input.

    `visits` is what is remembered of feeds, so that only what is new is fetched; without it everything is.
    """
    said = given(overrides)
    for found in documents(source, settings, visits or Visits(None)):
        if isinstance(found, Failure):
            yield found
        else:
            yield from guarded(found.address, articles(found, said))
