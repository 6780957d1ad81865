"""Records made by hand: articles whose sentences are all assertions, and readings that find them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import duckdb

from schemas import (
    Article,
    Assertion,
    Basis,
    Claim,
    Decision,
    Extraction,
    Granularity,
    Interval,
    Outcome,
    Prediction,
    PublishedBasis,
)
from warehouse import Warehouse, structure

NOW = datetime(2017, 3, 1, 9, 0, tzinfo=UTC)
DAY = date(2017, 1, 27)
RUN = "run-1"


def article(number: int = 0, sentences: int = 4, **changes: Any) -> Article:
    """An article of sentences "Thing 0 of story N will happen.", published on `DAY`."""
    fields: dict[str, Any] = {
        "address": f"story-{number}.txt",
        "text": " ".join(f"Thing {place} of story {number} will happen." for place in range(sentences)),
        "title": f"Story {number}",
        "publisher": "The Review",
        "authors": ("Ines Carrow",),
        "published": DAY,
        "published_basis": PublishedBasis.FIELD,
    }
    return Article.model_validate(fields | changes)


def prediction(of: Article, place: int = 0, by: date | None = DAY + timedelta(days=30), **changes: Any) -> Prediction:
    """The prediction that the sentence at `place` makes, due at `by`."""
    dated = {"interval": _until(by), "resolve_by": by} if by else {"review_by": DAY + timedelta(days=180)}
    return Prediction.model_validate(_quoted(of, place) | {"cue": "will"} | dated | changes)


def claim(of: Article, place: int = 0, **changes: Any) -> Claim:
    """The sentence at `place`, taken as a claim."""
    return Claim.model_validate(_quoted(of, place) | changes)


def reading(of: Article, *found: Assertion, revision: str = "1", **changes: Any) -> Extraction:
    """A reading of an article that found these assertions."""
    fields: dict[str, Any] = {
        "article_id": of.article_id,
        "model": "by hand",
        "revision": revision,
        "published": of.published,
        "assertions": found,
        "sentences": 4,
        "tokens": 40,
    }
    return Extraction.model_validate(fields | changes)


def decision(about: Assertion, outcome: Outcome = Outcome.CONFIRMED, reviewer: str = "ann", **more: Any) -> Decision:
    """A decision about an assertion; a void one has a reason, a late one its days."""
    needed: dict[str, Any] = {Outcome.VOID: {"note": "cannot be judged"}, Outcome.LATE: {"days_late": 3}}.get(
        outcome, {}
    )
    return Decision.model_validate(
        {"claim_id": about.claim_id, "outcome": outcome, "reviewer": reviewer} | needed | more
    )


def keep(house: Warehouse, of: Article, *readings: Extraction, now: datetime = NOW) -> None:
    """Store an article and readings of it, each as a batch of its own, a minute apart."""
    house.add_articles(f"b1_{of.article_id}_{now}", [of], RUN, now)
    for number, found in enumerate(readings):
        moment = now + timedelta(minutes=number)
        house.add_extractions(f"b1_{found.extraction_id}_{moment}", [found], RUN, moment)


def put_back(house: Warehouse) -> None:
    """Make a warehouse one of the first version, with what it holds: later steps and their tables undone."""
    first = structure.migrations()[0]
    with duckdb.connect(str(house.path)) as con:
        for table in structure.data_tables(con):
            if f"TABLE ledger.{table} (" not in first.sql:
                con.execute(f"DROP TABLE ledger.{table}")
        con.execute("DELETE FROM ledger.migrations WHERE number > 1")
        con.execute("UPDATE ledger.settings SET definitions = ''")


def _quoted(of: Article, place: int) -> dict[str, Any]:
    quote = of.text.split(". ")[place].removesuffix(".")
    start = of.text.index(quote)
    return {
        "article_id": of.article_id,
        "sentence": place,
        "char_start": start,
        "char_end": start + len(quote),
        "quote": quote,
        "headline": f"Thing {place} will happen",
        "stated_on": of.published,
        "model_score": 0.9,
    }


def _until(day: date) -> Interval:
    return Interval(start=DAY, end=day, granularity=Granularity.RANGE, basis=Basis.RELATIVE)
