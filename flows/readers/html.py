"""Web pages: the stored text is the article that trafilatura finds in the page, a paragraph a block.

The imprint is the page's own metadata. The day of publication comes from the metadata (basis `metadata`), else from the
page's address or a dateline (basis `text`), else it stays unknown: a day of modification, of a neighbouring article or
of today is never taken for it, which is why htmldate sees the parts of the page that speak of publication only.
"""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from flows.readers.decoding import decode
from flows.readers.documents import Document, Draft, Imprint
from flows.readers.header import names
from flows.readers.publication import dateline, day_in_address, parse_day
from schemas import PublishedBasis
from schemas.errors import ReadError

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it says of a page is said by a failure
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,100}?encoding=[\"']([\w-]+)", re.I
)
_HEAD_BYTES = 4096
_MIN_ARTICLE = 100  # characters
_LATER = re.compile(r"modif|updat|revis|expir|access", re.IGNORECASE)
_ELSEWHERE = "ancestor::aside or ancestor::nav or ancestor::footer"
_LABELLED = ("byline", "dateline", "date", "published", "timestamp", "posted-on")
_OLDEST, _LATEST = "1600-01-01", "2999-12-31"  # without them htmldate asks the clock


def read(document: Document) -> Iterator[Draft]:
    """The one draft in a page. Raises `ReadError`: also where the page holds no article (`no_text`)."""
    import trafilatura  # 0.8 s

    source = decode(document.data, document.address, document.charset or _declared(document.data))
    url = document.address if document.is_web_page else None
    tree = trafilatura.load_html(source)
    article = None if tree is None else _article(tree, url)
    if article is None or not (article.text or "").strip():
        raise ReadError(
            document.address,
            "no_text",
            f"{document.address} is a page without an article's text; give the address of the article itself, "
            "or save its text as a file.",
        )
    text = _spaced(article.text)
    yield Draft(address=document.address, text=text, imprint=_imprint(article, tree, url, text))


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_HEAD_BYTES])
    return (found[1] or found[2]).decode("ascii") if found else None


def _article(tree: Any, url: str | None) -> Any:
    import trafilatura

    return trafilatura.bare_extraction(
        tree,
        url=url,
        config=_config(),
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "max_date": _LATEST},
    )


@cache
def _config() -> Any:
    """Trafilatura's settings, but for short articles: below its limit it gives up paragraphs and menus are text."""
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_MIN_ARTICLE)
    return config


def _spaced(text: str) -> str:
    """Paragraphs set apart by a blank line; items of a list and rows of a table follow each other."""
    return re.sub(r"\n(?![-|])", "\n\n", text.strip())


def _imprint(article: Any, tree: Any, url: str | None, text: str) -> Imprint:
    stated = _stated_day(tree)
    published = stated or (day_in_address(url) if url else None) or _shown_day(tree, text)
    basis = PublishedBasis.METADATA if stated else PublishedBasis.TEXT if published else PublishedBasis.UNKNOWN
    return Imprint(
        title=article.title,
        publisher=_site_name(article.sitename or "", url or ""),
        authors=names(article.author),
        published=published,
        basis=basis,
    )


def _site_name(name: str, url: str) -> str | None:
    """The site's name as the page gives it; trafilatura puts the host in its place, which is no page's word."""
    return None if name.lower() in urlsplit(url).netloc.lower() else name.lstrip("@")


def _stated_day(tree: Any) -> date | None:
    """The day of publication in the page's metadata: meta tags, linked data, or a marked time."""
    import htmldate

    found = htmldate.find_date(
        _metadata_only(tree), extensive_search=False, original_date=True, min_date=_OLDEST, max_date=_LATEST
    )
    return date.fromisoformat(found) if found else _marked_time(tree)


def _metadata_only(tree: Any) -> Any:
    """A page of the meta tags and linked data alone, without those that speak of a later day."""
    page, head = tree.makeelement("html"), tree.makeelement("head")
    page.append(head)
    for meta in tree.iter("meta"):
        label = " ".join(meta.get(name, "") for name in ("property", "name", "itemprop", "http-equiv", "pubdate"))
        if meta.get("content") and not _LATER.search(label):
            head.append(tree.makeelement("meta", dict(meta.attrib)))
    for script in tree.xpath("//script[@type='application/ld+json' or @type='application/settings+json']"):
        linked = tree.makeelement("script", type="application/ld+json")
        linked.text = script.text or ""
        head.append(linked)
    page.append(tree.makeelement("body"))
    return page


def _marked_time(tree: Any) -> date | None:
    """The day of the one `<time>` that the article states, or of the one marked as its publication."""
    times = [time for time in tree.xpath(f"//time[not({_ELSEWHERE})]") if not _LATER.search(_attributes(time))]
    marked = [time for time in times if "datePublished" in time.get("itemprop", "") or time.get("pubdate") is not None]
    days = {parse_day(time.get("datetime") or time.text_content()) for time in marked or times}
    return days.pop() if len(days) == 1 else None


def _shown_day(tree: Any, text: str) -> date | None:
    """The day on a line that the page sets apart as byline or date, else in the text's dateline."""
    shown = tree.xpath(f"//*[(@class or @id) and not(self::body or self::html or {_ELSEWHERE})]")
    lines = (" ".join(element.text_content().split()) for element in shown if _is_labelled(element))
    return next((day for line in lines if len(line) < 200 and (day := dateline(line))), None) or dateline(text)


def _is_labelled(element: Any) -> bool:
    words = _attributes(element).lower().split()
    return not _LATER.search(" ".join(words)) and any(word.endswith(_LABELLED) for word in words)


def _attributes(element: Any) -> str:
    return " ".join(element.get(name, "") for name in ("class", "id", "itemprop"))
