"""From a document to articles: its form's reader, then the steps that every form shares.

The imprint is what the person said, else what the document says of itself, else what led to it (a feed's entry), else
what its first lines look like; a page whose publisher nobody names has its host's name for one. Regions and language
are found in the text.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from flows.readers.documents import Document, Draft, Imprint
from flows.readers.forms import reader_of
from flows.readers.header import MAX_NAME
from flows.readers.language import language_of
from flows.regions import mark
from schemas import Article, PublishedBasis
from schemas.errors import ReadError

_MAX_TITLE = 500


def articles(document: Document, said: Imprint) -> Iterator[Article]:
    """The articles in a document; `said` beats what it says of itself. Raises `ReadError`."""
    if not document.data:
        raise _empty(document.address)
    for draft in reader_of(document)(document):
        yield article(draft, _imprint(draft.imprint, document.listed, said).or_else(_host(document)))


def article(draft: Draft, imprint: Imprint) -> Article:
    """The article that a draft and its imprint make. Raises `ReadError` for a text that is empty or no Unicode."""
    if not draft.text.strip():
        raise _empty(draft.address)
    if not _is_unicode(draft.text):
        raise ReadError(
            draft.address,
            "not_unicode",
            f"{draft.address} holds halves of characters (lone surrogates); export it again with its encoding mended.",
        )
    title = (imprint.title or "")[:_MAX_TITLE].strip() or None
    return Article(
        address=draft.address,
        text=draft.text,
        title=title,
        publisher=(imprint.publisher or "")[:MAX_NAME].strip() or None,
        authors=tuple(name for name in imprint.authors if name.strip()),
        published=imprint.published,
        published_basis=imprint.basis,
        language=language_of(draft.text) or _code(imprint.language),
        regions=mark(draft.text, title, draft.regions),
    )


def _imprint(own: Imprint, listed: Imprint, said: Imprint) -> Imprint:
    if own.basis is PublishedBasis.TEXT and listed.published:
        own = own.model_copy(update={"published": None, "basis": PublishedBasis.UNKNOWN})
    return said.or_else(own).or_else(listed)


def _host(document: Document) -> Imprint:
    """Who runs the site, where nobody else is named as the publisher."""
    host = urlsplit(document.address).hostname if document.is_web_page else None
    return Imprint(publisher=host.removeprefix("www.") if host else None)


def _code(language: str | None) -> str | None:
    """The two-letter code that a stated language ("en-GB") begins with."""
    code = (language or "").replace("_", "-").partition("-")[0].lower()
    return code if len(code) == 2 and code.isalpha() else None


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _empty(address: str) -> ReadError:
    return ReadError(address, "empty", f"{address} holds no text; there is nothing to read.")
