"""Settled predictions as ClaimReview (https://schema.org/ClaimReview), in which fact-checkers publish their verdicts.

One JSON-LD document a prediction; `claimreview.schema.json` beside this module is its shape. It claims nothing that the
ledger does not know: a quoted source is called neither a person nor an organisation, what cannot be judged has no
figure, and what was read from a file has no address.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from review import destination
from review.exchange.table import FileFormat
from review.queries import query
from schemas import Outcome, Settings
from warehouse import Warehouse

Node = dict[str, Any]
Row = Mapping[str, Any]

BEST, WORST = 5, 1
RATINGS = {Outcome.CONFIRMED: 5, Outcome.PARTLY: 3, Outcome.LATE: 1, Outcome.WRONG: 1}
"""On the scale that fact-checkers use, in step with the scores: late is wrong, for the date was part of it."""
WORDINGS = {
    Outcome.CONFIRMED: "Confirmed",
    Outcome.PARTLY: "Partly confirmed",
    Outcome.LATE: "Late",
    Outcome.WRONG: "Wrong",
    Outcome.VOID: "Void",
}


@dataclass(frozen=True)
class Reviews:
    """ClaimReview documents on their way out."""

    documents: Sequence[Node]
    formats: tuple[FileFormat, ...] = (FileFormat.JSONL, FileFormat.JSON)

    def write(self, fmt: FileFormat, path: Path | None) -> None:
        """Write a document a line, or all of them as a list."""
        with destination.for_text(path) as stream:
            if fmt is FileFormat.JSON:
                stream.write(json.dumps(self.documents, ensure_ascii=False, indent=2) + "\n")
            else:
                stream.writelines(json.dumps(document, ensure_ascii=False) + "\n" for document in self.documents)


def reviews(house: Warehouse, settings: Settings) -> Reviews:
    """A document for every prediction that reviewers have settled, in the order in which they were."""
    rows = house.query(query("exchange_reviews")).dicts()
    return Reviews([claim_review(row, settings.reviews_by, settings.reviews_url) for row in rows])


def claim_review(row: Row, reviews_by: str | None, reviews_url: str | None) -> Node:
    """The document of a row of `exchange_reviews.sql`, published by `reviews_by` below the address `reviews_url`."""
    return {"@context": "https://schema.org"} | _node(
        "ClaimReview",
        identifier=row["claim_id"],
        url=reviews_url and reviews_url + row["claim_id"],
        datePublished=_day(row["decided_on"]),
        author=_organization(reviews_by),
        claimReviewed=row["headline"],
        itemReviewed=_claim(row),
        reviewRating=_rating(row),
        citation=_citations(row["evidence"] or []),
    )


def _claim(row: Row) -> Node:
    return _node(
        "Claim",
        text=row["quote"],
        author=_asserted_by(row),
        datePublished=_day(row["stated_on"]),
        appearance=_node(
            "Article",
            url=_address(row["doc"]),
            headline=row["title"],
            author=_people(row["authors"]),
            publisher=_organization(row["publisher"]),
            datePublished=_day(row["stated_on"]),
        ),
    )


def _asserted_by(row: Row) -> list[Node]:
    """Who is committed to the claim: the source that is quoted, else who wrote the article, else who printed it."""
    if row["source"] != "author":
        return [{"name": row["source"]}]
    return _people(row["authors"]) or [body for body in [_organization(row["publisher"])] if body]


def _rating(row: Row) -> Node:
    outcome = Outcome(row["outcome"])
    figures = {"ratingValue": RATINGS[outcome], "bestRating": BEST, "worstRating": WORST} if outcome in RATINGS else {}
    return _node(
        "Rating",
        alternateName=WORDINGS[outcome] + _by(row["days_late"]),
        ratingExplanation=" ".join(row["notes"] or []),
        **figures,
    )


def _by(days_late: int | None) -> str:
    return f" by {days_late} {'day' if days_late == 1 else 'days'}" if days_late else ""


def _citations(evidence: Sequence[Row]) -> list[Node]:
    """The evidence of which something can be said to strangers."""
    works = [
        _node(
            "CreativeWork",
            url=_address(found["url"] or found["doc"]),
            name=found["title"],
            text=found["quote"],
            datePublished=_day(found["dated"]),
        )
        for found in evidence
    ]
    return [work for work in works if len(work) > 1]


def _node(kind: str, **properties: object) -> Node:
    """A node of the document, without the properties of which nothing is known."""
    return {"@type": kind} | {name: value for name, value in properties.items() if value not in (None, "", [])}


def _people(names: Sequence[str] | None) -> list[Node]:
    return [_node("Person", name=name) for name in names or []]


def _organization(name: str | None) -> Node | None:
    return _node("Organization", name=name) if name else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _address(doc: str | None) -> str | None:
    """The address of a document on the web; where it lay on a disk concerns nobody."""
    return doc if doc and doc.lower().startswith(("http://", "https://")) else None
