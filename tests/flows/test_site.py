"""An hour's run over a site with everything that sites do: two hundred articles come in, every fault is told."""

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows import pipeline
from flows.readers import Overrides, listing
from schemas import Settings
from tests.flows.readers.test_listing import feed, page
from tests.flows.readers.test_web import dripping, endless, hanging, lying
from tests.flows.site import Page, Request, Site
from warehouse import Warehouse

pytestmark = pytest.mark.slow

NOW = datetime(2017, 1, 27, 8, tzinfo=UTC)
XML = {"Content-Type": "application/xml"}
ARTICLES = 200
FAULTS = {
    "/hangs": (Page(drama=hanging), "too_slow"),
    "/drips": (Page(drama=dripping), "too_slow"),
    "/endless": (Page(drama=endless), "too_large"),
    "/lies": (Page(drama=lying), "unreachable"),
    "/bomb": (Page(gzip.compress(bytes(30_000_000)), headers={"Content-Encoding": "gzip"}), "too_large"),
    "/circle": (Page(status=302, headers={"Location": "/circle"}), "redirects"),
    "/gone": (Page(status=410), "gone"),
    "/broken": (Page(status=500), "unavailable"),
    "/forbidden": (Page(status=403), "refused"),
    "/nothing": (Page(b"<html></html>"), "no_text"),
    "/hidden/page": (page("Hidden"), "robots"),
}


@pytest.fixture
def everything(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Four lists of fifty articles, one of faults, one attack, one of too many, one that moved, one that went."""
    monkeypatch.setattr(listing, "MAX_ENTRIES", 60)
    site.pages |= {f"/{n}": page(f"Article{n}") for n in range(ARTICLES)}
    site.pages |= {path: answer for path, (answer, _) in FAULTS.items()}
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /hidden/\n", headers={"Content-Type": "text/plain"})
    site.pages["/rss"] = _unless_known(feed(*((f"/{n}", "1") for n in range(50))))
    atom = "".join(f'<entry><title>T</title><link href="/{n}"/><id>u:{n}</id></entry>' for n in range(50, 100))
    site.pages["/atom"] = Page(f'<feed xmlns="http://www.w3.org/2005/Atom">{atom}</feed>'.encode(), headers=XML)
    items = ", ".join(f'{{"id": "{n}", "url": "/{n}"}}' for n in range(100, 150))
    json_feed = f'{{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{items}]}}'
    site.pages["/json"] = Page(json_feed.encode(), headers={"Content-Type": "application/feed+json"})
    listed = "".join(f"<url><loc>{site.url(f'/{n}')}</loc></url>" for n in range(150, 200))
    site.pages["/sitemap.xml"] = Page(f"<urlset>{listed}</urlset>".encode(), headers=XML)
    site.pages["/faulty"] = feed(*((path, "1") for path in FAULTS))
    site.pages["/attack"] = Page(
        b'<!DOCTYPE r [<!ENTITY a "b">]><rss><channel><title>&a;</title></channel></rss>', headers=XML
    )
    site.pages["/long"] = feed(*((f"/no-{n}", "1") for n in range(10_000)))
    site.pages["/old"] = Page(status=301, headers={"Location": "/rss"})
    return site


def _unless_known(whole: Page) -> object:
    def answer(request: Request) -> Page:
        return Page(status=304) if request.headers.get("If-None-Match") == '"1"' else whole

    return answer


def test_hour_after_hour(everything: Site, local: Settings, tmp_path: Path) -> None:
    sources = tmp_path / "feeds.csv"
    paths = ["/rss", "/atom", "/json", "/sitemap.xml", "/faulty", "/attack", "/long", "/old", "/never"]
    sources.write_text("url\n" + "".join(f"{everything.url(path)}\n" for path in paths))
    hasty = local.model_copy(update={"fetch_timeout": 3.0, "max_bytes": 5_000_000})
    warehouse = Warehouse.at(hasty)

    report = pipeline.ingest([str(sources)], warehouse, hasty, Overrides(), NOW)
    assert report.articles == ARTICLES, report.reasons
    expected = [reason for _, reason in FAULTS.values()]
    for reason in set(expected):
        extra = {"gone": 61}.get(reason, 0)  # a source that is gone, and sixty pages of the long list
        assert report.reasons[reason] == expected.count(reason) + extra, reason
    assert (report.reasons["hostile"], report.reasons["many"], report.reasons["moved"]) == (1, 1, 1)

    fetched = {path: everything.asked(path) for path in ("/7", "/57", "/107", "/157", "/gone")}
    again = pipeline.ingest([str(sources)], warehouse, hasty, Overrides(), NOW + timedelta(hours=1))
    assert (again.articles, again.appearances) == (0, 0)
    assert {path: everything.asked(path) for path in fetched} == fetched
    assert again.reasons["unavailable"] == again.reasons["refused"] == 1  # what may pass is tried again

    visits = pipeline.visits_of(hasty, NOW).all()
    assert visits[everything.url("/never")].failures_in_a_row == 2
    assert visits[everything.url("/old")].moved_to == everything.url("/rss")
    assert warehouse.check() == []
