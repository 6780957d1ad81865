"""Feeds (RSS, Atom, JSON Feed) and sitemaps: what they list, newest first as they give it.

Pure: bytes to entries; fetching is `sources`. A feed with entity declarations is refused (`hostile`), since expanding
them can fill the memory or read local files; other faults of its XML are forgiven as feed readers do.
The day that an entry states as its publication counts as given with the document; a day of updating does not.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urljoin

from flows.readers import json as json_reader
from flows.readers.documents import Document, Imprint
from flows.readers.header import names
from flows.readers.publication import parse_day
from schemas import PublishedBasis
from schemas.errors import ReadError
from schemas.record import Record

_FULL_TEXT = 1500
"""Characters of markup from which on an entry's content is the article and not its teaser."""


class Entry(Record):
    """A document that a feed or sitemap lists."""

    url: str
    stamp: str = ""
    """What changes when the document does: the feed's word on its last update."""
    imprint: Imprint = Imprint()
    content: str | None = None
    """The whole article as HTML, where the feed carries it."""
    is_sitemap: bool = False
    """Whether the address is a further list."""


def entries(document: Document) -> list[Entry]:
    """What the document lists. Raises `ReadError`: `hostile`, `broken_feed`."""
    if document.data.lstrip()[:1] in (b"{", b"["):
        return list(_json_feed(json_reader.loaded(document), document.address))
    root = _root(document)
    if root is not None and _name(root) in ("urlset", "sitemapindex"):
        return list(_sitemap(root))
    return list(_xml_feed(document))


def _root(document: Document) -> Any | None:
    """The XML tree; null where it is malformed, which a feed is forgiven."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(document.data)
    except DefusedXmlException:
        raise ReadError(
            document.address,
            "hostile",
            f"{document.address} declares XML entities, which can attack a reader; ask for a plain feed.",
        ) from None
    except (ParseError, ValueError):
        return None


def _xml_feed(document: Document) -> Iterator[Entry]:
    import feedparser

    feed = feedparser.parse(document.data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise ReadError(
            document.address, "broken_feed", f"{document.address} is no feed that can be read; check the address."
        )
    publisher = feed.feed.get("title")
    for item in feed.entries:
        link = item.get("link") or (item.get("id") if str(item.get("id", "")).startswith("http") else None)
        if link:
            yield Entry(
                url=urljoin(document.address, link),
                stamp=dict.get(item, "updated") or item.get("published") or "",  # its own `get` makes one up
                imprint=_imprint(item.get("title"), publisher, _authors(item), item.get("published")),
                content=_full(part.get("value") for part in item.get("content", [])),
            )


def _authors(item: Any) -> list[str]:
    return [author.get("name") for author in item.get("authors", []) if author.get("name")]


def _json_feed(feed: Any, address: str) -> Iterator[Entry]:
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ReadError(address, "broken_feed", f"{address} is no feed that can be read; check the address.")
    for item in items:
        if isinstance(item, dict) and (link := item.get("url") or item.get("external_url")):
            yield Entry(
                url=urljoin(address, str(link)),
                stamp=str(item.get("date_modified") or item.get("date_published") or ""),
                imprint=_imprint(
                    item.get("title"), feed.get("title"), item.get("authors") or [], item.get("date_published")
                ),
                content=_full([item.get("content_html")]),
            )


def _sitemap(root: Any) -> Iterator[Entry]:
    is_index = _name(root) == "sitemapindex"
    for item in root:
        fields = {_name(element): (element.text or "").strip() for element in item.iter()}
        if fields.get("loc"):
            yield Entry(
                url=fields["loc"],
                stamp=fields.get("lastmod", ""),
                # A news sitemap names title, paper and day; `lastmod` is a day of updating.
                imprint=_imprint(fields.get("title"), fields.get("name"), [], fields.get("publication_date")),
                is_sitemap=is_index,
            )


def _imprint(title: object, publisher: object, authors: list[Any], published: object) -> Imprint:
    day: date | None = parse_day(str(published)) if published else None
    return Imprint(
        title=str(title) if title else None,
        publisher=str(publisher) if publisher else None,
        authors=names(authors),
        published=day,
        basis=PublishedBasis.GIVEN if day else PublishedBasis.UNKNOWN,
    )


def _full(contents: Any) -> str | None:
    return next((str(content) for content in contents if content and len(str(content)) >= _FULL_TEXT), None)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()
