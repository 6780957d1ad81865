"""What a reviewer's correction of an extraction becomes: a claim or prediction with exact words and place. Pure."""

import re
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError

from review.decisions import reasons
from schemas import NO_DATE, Basis, Claim, FeedbackReason, Granularity, Interval, Kind, Likelihood, Prediction
from schemas.assertions import HEADLINE_WORDS
from schemas.errors import VerdictRefused

_YEAR = re.compile(r"\b\d{4}\b")


class Correction(BaseModel):
    """The fields of the form."""

    kind: Kind
    quote: str
    source: str = ""
    time: str = ""
    start: date | None = None
    end: date | None = None
    likelihood: Likelihood = Likelihood.CERTAIN

    def reason(self, claim: dict[str, Any]) -> FeedbackReason:
        """What was wrong with the extraction: the first thing that this correction changes, gravest first."""
        changes = {
            FeedbackReason.WRONG_KIND: self.kind != claim["kind"],
            FeedbackReason.WRONG_SPAN: self.quote != claim["quote"],
            FeedbackReason.WRONG_DATE: (self.start, self.end) != (claim["t_from"], claim["t_to"]),
            FeedbackReason.WRONG_SOURCE: (self.source or "author") != claim["source"],
        }
        return next((reason for reason, changed in changes.items() if changed), FeedbackReason.WRONG_LIKELIHOOD)


def corrected(claim: dict[str, Any], text: str, said: Correction) -> Claim | Prediction:
    """The claim as it should have been extracted.

    Refuses words that are not in the article, and dates that contradict each other. The quote is taken at the place
    nearest to that of the claim it corrects.
    """
    start = _nearest(text, said.quote, claim["char_start"])
    if start is None:
        raise VerdictRefused(claim["claim_id"], "The corrected words are not in the article; copy them from it.")
    source = None if said.source in ("", "author") else said.source
    shared = {
        "article_id": claim["article_id"],
        "sentence": claim["sentence"],
        "char_start": start,
        "char_end": start + len(said.quote),
        "quote": said.quote,
        "headline": _headline(claim, said.quote),
        "source": source,
        "source_quote": claim["source_quote"] if source else None,
        "stated_on": claim["stated_on"],
        "time": said.time or None,
        "cue": claim["cue"] if claim["cue"] and claim["cue"] in said.quote else None,
        "likelihood": said.likelihood,
        "negated": claim["negated"],
        "condition": claim["condition"],
        "model_score": 1.0,
    }
    try:
        interval = _interval(claim, said)
        return _of_kind(said.kind, shared | {"interval": interval}, claim)
    except ValidationError as error:
        message = f"This correction does not hold together: {reasons(error)}."
        raise VerdictRefused(claim["claim_id"], message) from None


def _of_kind(kind: Kind, fields: dict[str, Any], claim: dict[str, Any]) -> Claim | Prediction:
    if kind is Kind.CLAIM:
        return Claim.model_validate(fields)
    end = fields["interval"].end
    return Prediction.model_validate(fields | {"resolve_by": end, "review_by": None if end else claim["review_by"]})


def _interval(claim: dict[str, Any], said: Correction) -> Interval:
    if said.start is None and said.end is None:
        return NO_DATE
    if (said.start, said.end) == (claim["t_from"], claim["t_to"]):
        return Interval(start=said.start, end=said.end, granularity=claim["granularity"], basis=claim["basis"])
    basis = Basis.EXPLICIT if _YEAR.search(said.time) else Basis.RELATIVE
    return Interval(
        start=said.start,
        end=said.end,
        granularity=Granularity.DAY if said.start == said.end else Granularity.RANGE,
        basis=basis,
    )


def _nearest(text: str, quote: str, place: int) -> int | None:
    starts = [match.start() for match in re.finditer(re.escape(quote), text)] if quote else []
    return min(starts, key=lambda start: abs(start - place)) if starts else None


def _headline(claim: dict[str, Any], quote: str) -> str:
    return str(claim["headline"]) if quote == claim["quote"] else " ".join(quote.split()[:HEADLINE_WORDS])
