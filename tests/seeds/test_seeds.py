"""The sample material keeps the promises of its README."""

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from schemas import Likelihood
from seeds import ARTICLES, FEEDS, LEXICON

FILES = sorted(ARTICLES.iterdir())
PLAIN = [path for path in FILES if path.suffix in {".md", ".txt"}]
PAGES = [path for path in FILES if path.suffix == ".html"]
UNDATED = "syria-background-undated.md"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def front_matter(path: Path) -> dict[str, object]:
    _, fields, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert body.strip()
    parsed = yaml.safe_load(fields)
    assert isinstance(parsed, dict)
    return parsed


def test_every_form_is_there() -> None:
    assert Counter(path.suffix for path in FILES) == {".html": 6, ".md": 7, ".txt": 5, ".jsonl": 1}


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.name)
def test_plain_articles_say_what_they_are_and_when(path: Path) -> None:
    fields = front_matter(path)
    assert fields["title"]
    assert fields["publisher"]
    assert isinstance(fields.get("date"), date) is (path.name != UNDATED)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_carry_a_date_in_their_metadata(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert "datePublished" in page or "article:published_time" in page or '<meta name="date"' in page


def test_one_page_repeats_a_sentence_as_pull_quote_and_has_boilerplate() -> None:
    page = (ARTICLES / "syria-04-geneva-delayed.html").read_text(encoding="utf-8")
    quote = page.split('<blockquote class="pullquote"><p>')[1].split("</p>")[0]
    assert page.count(quote) == 3
    assert "cookie" in page
    assert "newsletter" in page


def test_briefs_are_an_article_a_line() -> None:
    briefs = [json.loads(line) for line in (ARTICLES / "briefs.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(briefs) == 2
    for brief in briefs:
        assert {"title", "publisher", "published", "url", "text"} <= brief.keys()
        assert date.fromisoformat(brief["published"]).year == 2017


def test_every_article_has_its_sources() -> None:
    listed = (ARTICLES.parent / "SOURCES.md").read_text(encoding="utf-8")
    assert [path.name for path in FILES if f"`{path.stem}`" not in listed and f"`{path.name}`" not in listed] == []


def test_lexicon_words_are_unique_bare_and_ordered() -> None:
    lexicon = rows(LEXICON)
    assert [key for key, n in Counter((row["scale"], row["word"]) for row in lexicon).items() if n > 1] == []
    for row in lexicon:
        low, mid, high = (float(row[name]) for name in ("low", "mid", "high"))
        assert 0 <= low <= mid <= high <= 1, row
        assert row["word"] == row["word"].strip().lower()
        assert row["source"]


def test_every_scale_has_a_fallback_for_every_likelihood_in_order() -> None:
    lexicon = rows(LEXICON)
    for scale in {row["scale"] for row in lexicon}:
        mids = {row["word"]: float(row["mid"]) for row in lexicon if row["scale"] == scale}
        fallbacks = [mids[f"class:{likelihood.value}"] for likelihood in Likelihood]
        assert fallbacks == sorted(fallbacks, reverse=True), scale


def test_feeds_are_public_addresses_with_unique_names() -> None:
    feeds = rows(FEEDS)
    assert len({feed["name"] for feed in feeds}) == len(feeds) >= 12
    for feed in feeds:
        assert urlsplit(feed["url"]).scheme == "https"
        assert feed["kind"] in {"rss", "atom"}
        assert int(feed["every_minutes"]) >= 60
        assert feed["publisher"]
        assert feed["topic"]
