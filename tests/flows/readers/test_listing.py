import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.readers import Visits, listing
from flows.readers.visits import Visit
from schemas import Article, Failure
from tests.flows.conftest import Read
from tests.flows.site import Page, Request, Site

NOW = datetime(2017, 1, 27, 8, tzinfo=UTC)
XML = {"Content-Type": "application/rss+xml"}


def feed(*items: tuple[str, str], etag: str = '"1"') -> Page:
    """A feed of pages: path and stamp."""
    listed = "".join(
        f"<item><title>T</title><link>{path}</link><pubDate>Fri, 27 Jan 2017 10:00:00 GMT</pubDate>"
        f"<atom:updated>{stamp}</atom:updated></item>"
        for path, stamp in items
    )
    body = f'<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Quay</title>{listed}</channel></rss>'
    return Page(body.encode(), headers={**XML, "ETag": etag})


def page(name: str) -> Page:
    words = f"{name} will begin on 8 February, the envoy said, and may well last for more than a week this time."
    return Page(f"<html><body><article><h1>{name}</h1><p>{words}</p></article></body></html>".encode())


def texts(found: list[Article | Failure]) -> list[str]:
    return [item.text.split()[0] if isinstance(item, Article) else item.reason for item in found]


@pytest.fixture
def visits(tmp_path: Path) -> Visits:
    return Visits(tmp_path / "visits.json", NOW)


def test_pages_of_a_feed_are_read_with_what_the_feed_says(site: Site, readings: Read) -> None:
    site.pages |= {"/feed": feed(("/a", "1"), ("/b", "1")), "/a": page("Astana"), "/b": page("Bonn")}
    first, second = readings(site.url("/feed"))
    assert isinstance(first, Article)
    assert (first.address, first.publisher, str(first.published), first.published_basis) == (
        site.url("/a"),
        "Quay",
        "2017-01-27",
        "given",
    )
    assert texts([second]) == ["Bonn"]


def test_second_visit_reads_what_is_new_or_changed(site: Site, readings: Read, visits: Visits) -> None:
    site.pages |= {
        "/feed": feed(("/a", "1"), ("/b", "1")),
        "/a": page("Astana"),
        "/b": page("Bonn"),
        "/c": page("Cairo"),
    }
    assert texts(readings(site.url("/feed"), visits=visits)) == ["Astana", "Bonn"]
    site.pages["/feed"] = feed(("/c", "1"), ("/a", "2"), ("/b", "1"))
    assert texts(readings(site.url("/feed"), visits=visits)) == ["Cairo", "Astana"]
    assert site.asked("/b") == 1


def test_unchanged_feed_is_asked_with_its_validators(site: Site, readings: Read, visits: Visits) -> None:
    whole = feed(("/a", "1"))

    def answer(request: Request) -> Page:
        return Page(status=304) if request.headers.get("If-None-Match") == '"1"' else whole

    site.pages |= {"/feed": answer, "/a": page("Astana")}
    assert texts(readings(site.url("/feed"), visits=visits)) == ["Astana"]
    assert readings(site.url("/feed"), visits=visits) == []
    assert visits.of(site.url("/feed")).stamps == {site.url("/a"): "1"}


def test_fault_of_a_page_costs_no_other(site: Site, readings: Read, visits: Visits) -> None:
    site.pages |= {
        "/feed": feed(("/a", "1"), ("/b", "1"), ("/c", "1"), ("/d", "1")),
        "/a": page("Astana"),
        "/d": page("Delhi"),
    }
    site.pages |= {"/b": Page(status=410), "/c": Page(status=500)}
    assert texts(readings(site.url("/feed"), visits=visits)) == ["Astana", "gone", "unavailable", "Delhi"]
    site.pages["/c"] = page("Cairo")
    assert texts(readings(site.url("/feed"), visits=visits)) == ["Cairo"]


def test_long_list_is_read_in_parts(
    site: Site, readings: Read, visits: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MAX_ENTRIES", 2)
    site.pages |= {f"/{n}": page(f"P{n}") for n in range(5)}
    site.pages["/feed"] = feed(*((f"/{n}", "1") for n in range(5)))
    assert texts(readings(site.url("/feed"), visits=visits)) == ["P0", "P1", "many"]
    assert texts(readings(site.url("/feed"), visits=visits)) == ["P2", "P3", "many"]
    assert texts(readings(site.url("/feed"), visits=visits)) == ["P4"]


def test_robots_are_obeyed_for_what_a_feed_leads_to(site: Site, readings: Read) -> None:
    site.pages |= {"/feed": feed(("/private/a", "1"), ("/b", "1")), "/private/a": page("Astana"), "/b": page("Bonn")}
    site.pages["/robots.txt"] = Page(
        b"User-agent: foresaid\nDisallow: /private/\n", headers={"Content-Type": "text/plain"}
    )
    assert texts(readings(site.url("/feed"))) == ["robots", "Bonn"]
    assert site.asked("/private/a") == 0
    assert texts(readings(site.url("/private/a"))) == ["Astana"]


def test_host_without_answer_about_robots_is_left_alone(site: Site, readings: Read) -> None:
    site.pages |= {
        "/feed": feed(("/a", "1")),
        "/a": page("Astana"),
        "/robots.txt": Page(drama=lambda connection: connection.close()),
    }
    assert texts(readings(site.url("/feed"))) == ["robots"]


def test_feed_that_moved_or_went(site: Site, readings: Read, visits: Visits) -> None:
    site.pages |= {
        "/old": Page(status=301, headers={"Location": "/feed"}),
        "/feed": feed(("/a", "1")),
        "/a": page("Astana"),
    }
    found = readings(site.url("/old"), visits=visits)
    assert texts(found) == ["Astana", "moved"]
    assert visits.of(site.url("/old")).moved_to == site.url("/feed")
    assert texts(readings(site.url("/nothing"), visits=visits)) == ["gone"]
    assert visits.of(site.url("/nothing")).failures_in_a_row == 1


def test_hostile_feed_is_a_failure_of_the_source(site: Site, readings: Read, visits: Visits) -> None:
    site.pages["/feed"] = Page(
        b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><title>&a;</title></channel></rss>', headers=XML
    )
    assert texts(readings(site.url("/feed"), visits=visits)) == ["hostile"]
    assert visits.of(site.url("/feed")).last_failure


def test_article_that_the_feed_carries_is_not_fetched(site: Site, readings: Read) -> None:
    article = "<p>The talks will begin on 8 February, the envoy said, and may last for a week.</p>" * 30
    item = f"<item><link>/a</link><content:encoded><![CDATA[{article}]]></content:encoded></item>"
    body = (
        f'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>{item}</channel></rss>'
    )
    site.pages["/feed"] = Page(body.encode(), headers=XML)
    assert texts(readings(site.url("/feed"))) == ["The"]
    assert site.asked("/a") == 0


def test_sitemaps_are_followed(site: Site, readings: Read) -> None:
    def sitemap(tag: str, *urls: str) -> Page:
        listed = "".join(f"<{tag}><loc>{site.url(url)}</loc></{tag}>" for url in urls)
        root = "sitemapindex" if tag == "sitemap" else "urlset"
        return Page(f"<{root}>{listed}</{root}>".encode(), headers={"Content-Type": "text/xml"})

    site.pages |= {
        "/sitemap.xml": sitemap("sitemap", "/s1", "/s2"),
        "/s1": sitemap("url", "/a"),
        "/s2": sitemap("url", "/a", "/b"),
    }
    site.pages |= {"/a": page("Astana"), "/b": page("Bonn")}
    assert texts(readings(site.url("/sitemap.xml"))) == ["Astana", "Bonn"]


def test_packed_sitemap_is_unpacked_and_a_lost_one_costs_no_other(site: Site, readings: Read) -> None:
    listed = f"<urlset><url><loc>{site.url('/a')}</loc></url></urlset>".encode()
    index = "".join(f"<sitemap><loc>{site.url(path)}</loc></sitemap>" for path in ("/lost.xml", "/s.xml.gz"))
    site.pages |= {
        "/sitemap.xml": Page(f"<sitemapindex>{index}</sitemapindex>".encode(), headers={"Content-Type": "text/xml"}),
        "/s.xml.gz": Page(gzip.compress(listed), headers={"Content-Type": "application/gzip"}),
        "/a": page("Astana"),
    }
    assert texts(readings(site.url("/sitemap.xml"))) == ["gone", "Astana"]


def test_host_that_falls_silent_is_left_to_the_next_run(
    site: Site, readings: Read, visits: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MAX_SILENT", 2)
    site.pages["/feed"] = feed(*((f"/{n}", "1") for n in range(9)))
    site.pages |= {f"/{n}": Page(status=503) for n in (0, 2, 3)} | {f"/{n}": page(f"P{n}") for n in (1, *range(4, 9))}
    assert texts(readings(site.url("/feed"), visits=visits)) == ["unavailable", "P1", *["unavailable"] * 2, "given_up"]
    assert site.asked("/4") == 0
    site.pages |= {f"/{n}": page(f"P{n}") for n in (0, 2, 3)}
    assert texts(readings(site.url("/feed"), visits=visits)) == ["P0", *(f"P{n}" for n in range(2, 9))]


@pytest.mark.parametrize(("status", "found"), [(404, "Astana"), (403, "Astana"), (503, "robots")])
def test_host_that_is_down_allows_nothing(site: Site, readings: Read, status: int, found: str) -> None:
    site.pages |= {"/feed": feed(("/a", "1")), "/a": page("Astana"), "/robots.txt": Page(status=status)}
    assert texts(readings(site.url("/feed"))) == [found]


def test_list_of_sources(site: Site, tmp_path: Path, readings: Read, visits: Visits) -> None:
    site.pages |= {"/feed": feed(("/a", "1")), "/a": page("Astana"), "/b": page("Bonn")}
    path = tmp_path / "feeds.csv"
    path.write_text(
        f"name,url,publisher,every_minutes\nf,{site.url('/feed')},The Quay,60\nb,{site.url('/b')},The Bonn,60\n"
        f"c,{site.url('/gone')},,\n"
    )
    found = readings(path, visits=visits)
    assert texts(found) == ["Astana", "Bonn", "gone"]
    visits.save()
    soon = Visits(tmp_path / "visits.json", NOW + timedelta(minutes=30))
    assert readings(path, visits=soon) == []
    later = Visits(tmp_path / "visits.json", NOW + timedelta(minutes=60))
    assert texts(readings(path, visits=later)) == ["Bonn", "gone"]


def test_how_sources_were_found_is_noted_for_the_ledger(site: Site, tmp_path: Path, readings: Read) -> None:
    site.pages |= {"/feed": feed(("/a", "1")), "/a": page("Astana"), "/b": page("Bonn")}
    path = tmp_path / "feeds.csv"
    urls = [site.url(name) for name in ("/feed", "/b", "/gone")]
    path.write_text("url,every_minutes\n" + "".join(f"{url},30\n" for url in urls))
    for hours, new in ((0, [1, 1, 0]), (1, [0, 0, 0])):
        visits = Visits(tmp_path / "visits.json", NOW + timedelta(hours=hours))
        readings(path, visits=visits)
        visits.save()
        noted = visits.noted()
        assert [(found.url, found.is_answered) for found in noted] == list(zip(urls, [True, True, False], strict=True))
        assert [found.new_documents for found in noted] == new
        assert {found.every_minutes for found in noted} == {30}
        assert [found.message is None for found in noted] == [True, True, False]


@pytest.mark.parametrize(
    ("content", "reason"), [("", "no_urls"), ("name\nx\n", "no_urls"), (b"url\n\xff\n", "unreadable")]
)
def test_list_that_is_none(tmp_path: Path, readings: Read, content: str | bytes, reason: str) -> None:
    path = tmp_path / "feeds.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert texts(readings(path)) == [reason]


def test_visits_last_and_those_of_two_runs_join(tmp_path: Path) -> None:
    path = tmp_path / "visits.json"
    one, two = Visits(path, NOW), Visits(path, NOW)
    one.failed("https://a.example", "no answer")
    two.failed("https://b.example", "no answer")
    one.save()
    two.save()
    assert set(Visits(path).all()) == {"https://a.example", "https://b.example"}
    assert Visits(path).of("https://a.example").asked_at == NOW


@pytest.mark.parametrize("content", ["", "[]", "{broken", '{"https://a.example": {"unknown": 1}}'])
def test_damaged_memory_is_an_empty_one(tmp_path: Path, content: str) -> None:
    path = tmp_path / "visits.json"
    path.write_text(content)
    assert Visits(path).of("https://a.example") == Visit()
