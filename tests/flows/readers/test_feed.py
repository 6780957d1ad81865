import json
from datetime import date

import pytest

from flows.readers.documents import Document
from flows.readers.feed import Entry, entries
from schemas import PublishedBasis
from schemas.errors import ReadError

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Quay Review</title><link>https://quay.example/</link>
<item><title>Ports &amp; grain</title><link>/a</link><dc:creator>Ann Lee</dc:creator>
<pubDate>Fri, 27 Jan 2017 10:00:00 GMT</pubDate><description>Short.</description></item>
<item><title>Whole</title><link>https://quay.example/b</link><content:encoded><![CDATA[%s]]></content:encoded></item>
<item><title>No link</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Furrow Wire</title>
<entry><title>Talks</title><link href="https://furrow.example/t"/><id>urn:1</id><updated>2017-02-03T00:00:00Z</updated>
<published>2017-01-27T00:00:00Z</published></entry>
<entry><title>Only updated</title><link href="https://furrow.example/u"/><updated>2017-02-03T00:00:00Z</updated></entry></feed>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://quay.example/a</loc><lastmod>2017-02-03</lastmod><news:news><news:publication><news:name>Quay</news:name>
</news:publication><news:publication_date>2017-01-27</news:publication_date><news:title>Ports</news:title></news:news></url>
<url><loc>https://quay.example/b</loc></url></urlset>"""
INDEX = "<sitemapindex><sitemap><loc>https://quay.example/s1.xml</loc></sitemap></sitemapindex>"
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    "<rss><channel><title>&b;</title></channel></rss>"
)
READ_FILE = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    "<rss><channel><title>&f;</title></channel></rss>"
)


def listed(content: str) -> list[Entry]:
    return entries(Document(address="https://quay.example/feed", data=content.encode()))


def test_rss() -> None:
    first, second = listed(RSS % ("<p>The whole article, word for word.</p>" * 50))
    assert (first.url, first.imprint.title, first.imprint.authors) == (
        "https://quay.example/a",
        "Ports & grain",
        ("Ann Lee",),
    )
    assert (first.imprint.published, first.imprint.basis) == (date(2017, 1, 27), PublishedBasis.GIVEN)
    assert first.content is None
    assert second.content is not None
    assert second.imprint.basis is PublishedBasis.UNKNOWN


def test_atom_day_of_updating_is_a_stamp_and_no_publication() -> None:
    first, second = listed(ATOM)
    assert (first.imprint.published, first.imprint.publisher) == (date(2017, 1, 27), "Furrow Wire")
    assert (second.imprint.published, second.stamp) == (None, "2017-02-03T00:00:00Z")


def test_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Quay",
        "items": [
            {
                "id": "1",
                "url": "/a",
                "title": "Ports",
                "date_published": "2017-01-27T00:00:00Z",
                "authors": [{"name": "Ann Lee"}],
            },
            {"id": "2"},
            "nonsense",
        ],
    }
    (entry,) = listed(json.dumps(feed))
    assert (entry.url, entry.imprint.authors, entry.imprint.published) == (
        "https://quay.example/a",
        ("Ann Lee",),
        date(2017, 1, 27),
    )


def test_sitemap() -> None:
    first, second = listed(SITEMAP)
    assert (first.imprint.title, first.imprint.publisher, first.imprint.published) == (
        "Ports",
        "Quay",
        date(2017, 1, 27),
    )
    assert (first.stamp, second.stamp, second.is_sitemap) == ("2017-02-03", "", False)
    assert [(entry.url, entry.is_sitemap) for entry in listed(INDEX)] == [("https://quay.example/s1.xml", True)]


def test_malformed_feed_is_forgiven() -> None:
    broken = (RSS % "x").replace("&amp;", "&").replace("</channel></rss>", "")
    assert [entry.url for entry in listed(broken)] == ["https://quay.example/a", "https://quay.example/b"]


def test_old_doctype_is_no_attack() -> None:
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "https://x.example/rss-0.91.dtd">'
    assert len(listed((RSS % "x").replace("<rss", f"{doctype}<rss", 1))) == 2


@pytest.mark.parametrize("attack", [BOMB, READ_FILE, BOMB[:-10]])
def test_entities_are_refused(attack: str) -> None:
    with pytest.raises(ReadError) as refused:
        listed(attack)
    assert refused.value.reason == "hostile"


@pytest.mark.parametrize("content", ["<rss", "hello", '{"version": "https://jsonfeed.org/version/1"}', "[]"])
def test_what_is_no_feed_is_refused(content: str) -> None:
    with pytest.raises(ReadError) as refused:
        listed(content)
    assert refused.value.reason == "broken_feed"
