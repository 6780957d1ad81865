from datetime import date

import pytest

from flows.readers import html
from flows.readers.documents import Document, Draft
from schemas import PublishedBasis
from schemas.errors import ReadError

BODY = (
    "<p>The talks in Geneva will begin on 8 February 2017, the envoy said on January 20, 2017, and may last a week.</p>"
    "<p>His deputy expects the opposition to name its delegation before the end of the month.</p>"
)
RELATED = '<aside>Related: <time datetime="2016-05-05">5 May 2016</time></aside><footer>© 2015 Quay</footer>'


def drafted(head: str = "", top: str = "", address: str = "a.html") -> Draft:
    article = f"<article><h1>T</h1>{top}{BODY}</article>"
    page = f"<html><head><title>T</title>{head}</head><body>{article}{RELATED}</body></html>"
    return next(html.read(Document(address=address, data=page.encode())))


@pytest.mark.parametrize(
    ("head", "top", "basis"),
    [
        ('<meta property="article:published_time" content="2017-01-27T10:00:00Z">', "", PublishedBasis.METADATA),
        (
            '<meta name="dc.date" content="2017-01-27"><meta itemprop="dateModified" content="2017-02-02">',
            "",
            "metadata",
        ),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2017-01-27",'
            '"dateModified":"2017-02-01"}</script>',
            "",
            PublishedBasis.METADATA,
        ),
        ("", '<time datetime="2017-01-27">yesterday</time>', PublishedBasis.METADATA),
        ("", '<time pubdate datetime="2017-01-27"></time><time datetime="2017-01-29"></time>', PublishedBasis.METADATA),
        ("", '<p class="byline">By Ann Lee, 27 January 2017</p>', PublishedBasis.TEXT),
        ("", '<span class="entry-date">January 27, 2017</span>', PublishedBasis.TEXT),
    ],
)
def test_day_of_publication(head: str, top: str, basis: PublishedBasis) -> None:
    imprint = drafted(head, top).imprint
    assert (imprint.published, imprint.basis) == (date(2017, 1, 27), basis)


@pytest.mark.parametrize(
    ("head", "top"),
    [
        ("", ""),
        ('<meta property="article:modified_time" content="2017-02-02">', ""),
        ("", '<time class="updated" datetime="2017-02-02"></time>'),
        ("", '<time datetime="2017-01-27"></time><time datetime="2017-01-29"></time>'),
        ('<meta property="article:published_time" content="soon">', ""),
    ],
)
def test_no_other_day_is_taken_for_it(head: str, top: str) -> None:
    assert drafted(head, top).imprint.basis is PublishedBasis.UNKNOWN


def test_day_in_the_address_has_the_basis_text() -> None:
    imprint = drafted(address="https://quay.example/2017/01/27/talks").imprint
    assert (imprint.published, imprint.basis) == (date(2017, 1, 27), PublishedBasis.TEXT)


def test_imprint_and_text() -> None:
    head = '<meta property="og:site_name" content="The Quay Review"><meta name="author" content="Ann Lee; Tom Roe">'
    draft = drafted(head, "<nav><a href='/'>Home</a></nav>")
    assert (draft.imprint.title, draft.imprint.publisher, draft.imprint.authors) == (
        "T",
        "The Quay Review",
        ("Ann Lee", "Tom Roe"),
    )
    first, second, third = draft.text.split("\n\n")
    assert (first, second[:9], third[:10]) == ("T", "The talks", "His deputy")


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ("", "utf-8"),
    ],
)
def test_declared_encoding(declaration: str, encoding: str) -> None:
    words = "Переговоры продолжатся в феврале" if encoding == "cp1251" else "“Café” talks will go on – by June"
    page = f"<html><head>{declaration}</head><body><p>{words}, he said on the phone.</p>{BODY}</body></html>"
    assert words in next(html.read(Document(address="a.html", data=page.encode(encoding)))).text


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<p>",
        "<html><body><script>let x = 1</script></body></html>",
        "<div>" * 50_000,
        "<!-- <p>x</p> -->",
    ],
)
def test_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(ReadError) as refused:
        next(html.read(Document(address="a.html", data=page.encode())))
    assert refused.value.reason == "no_text"


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    page = f"<html><body><div><article>{BODY}<p>And then<b> it <i>broke</b> off"
    assert "His deputy expects" in next(html.read(Document(address="a.html", data=page.encode()))).text
