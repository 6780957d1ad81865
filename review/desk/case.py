"""One prediction or claim as a reviewer sees it: its words in their article, what is agreed, what was decided.

Blind where it must be: whoever may judge and has not yet judged does not see what others decided.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from review.desk.evidence import words_of
from review.desk.marked import Mark, Paragraph, paragraphs, places_of
from review.desk.people import Person
from review.desk.place import Desk
from schemas import Kind
from schemas.errors import NotFound

LATER_SHOWN = 6

Row = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """All that the page of one claim shows, for one person."""

    claim: Row
    article: Row
    text: list[Paragraph]
    verdicts: list[Row]
    """Every verdict on it, oldest first; empty where the reviewer has to be blind to them."""
    others_judged: int
    """How many other people's verdicts stand."""
    topics: list[str]
    criteria: list[Row]
    feedback: list[Row]
    mine: Row | None
    """The person's own standing verdict."""
    is_blind: bool

    @property
    def is_prediction(self) -> bool:
        return bool(self.claim["kind"] == Kind.PREDICTION)


def claim_of(desk: Desk, claim_id: str) -> Row:
    """The claim of an id. Raises `NotFound`."""
    found = desk.ask("desk_claim", claim_id=claim_id)
    if not found:
        raise NotFound("claim", claim_id, "It may have been rejected, or a newer reading does not find it.")
    return found[0]


def article_of(desk: Desk, article_id: str) -> Row:
    """The stored article of an id. Raises `NotFound`."""
    found = desk.ask("desk_article", article_id=article_id)
    if not found:
        raise NotFound("article", article_id)
    return found[0]


def case_of(desk: Desk, claim_id: str, person: Person) -> Case:
    """The case of a claim as this person may see it. Raises `NotFound`."""
    claim = claim_of(desk, claim_id)
    article = article_of(desk, claim["article_id"])
    verdicts = desk.ask("desk_verdicts_on", claim_id=claim_id)
    standing = [row for row in verdicts if row["is_standing"]]
    mine = next((row for row in standing if row["reviewer"] == person.name), None)
    others = len(standing) - (mine is not None)
    is_blind = person.role.may_judge and mine is None and others > 0
    return Case(
        claim=claim,
        article=article,
        text=paragraphs(article["text"], marks_in(article, claims_in(desk, article), claim)),
        verdicts=[] if is_blind else verdicts,
        others_judged=others,
        topics=[row["topic"] for row in desk.ask("desk_topics_of", claim_id=claim_id)],
        criteria=desk.ask("desk_criteria_on", claim_id=claim_id),
        feedback=desk.ask("desk_feedback_on", claim_id=claim_id),
        mine=mine,
        is_blind=is_blind,
    )


def claims_in(desk: Desk, article: Row, reviewer: str | None = None) -> list[Row]:
    """What an article asserts, in its order; `is_blind` where a reviewer must not see the outcome yet."""
    return desk.ask("desk_article_claims", article_id=article["article_id"], reviewer=reviewer)


def marks_in(article: Row, claims: Iterable[Row], focus: Row | None = None) -> list[Mark]:
    """What to mark in an article: every claim, what was not read, and the parts of the claim that is looked at."""
    found = [Mark(row["char_start"], row["char_end"], row["kind"], row["claim_id"]) for row in claims]
    unread = [Mark(region["char_start"], region["char_end"], "unread") for region in article["regions"]]
    return [*found, *unread, *(_parts(article["text"], focus) if focus else [])]


def later_predictions(desk: Desk, claim: Row) -> list[Row]:
    """Predictions that may have taken the place of this one, should it have slipped."""
    if claim["stated_on"] is None:
        return []
    words = words_of(claim["quote"])
    return desk.ask(
        "desk_later_predictions",
        claim_id=claim["claim_id"],
        stated_on=claim["stated_on"],
        words=words,
        limit=LATER_SHOWN,
    )


def _parts(text: str, claim: Row) -> Iterator[Mark]:
    start, end, claim_id = claim["char_start"], claim["char_end"], claim["claim_id"]
    yield Mark(start, end, "focus", claim_id)
    around = (max(0, start - 400), min(len(text), end + 400))  # a source or condition may stand beside the claim
    yield from places_of(text, (start, end), claim["time"], "time", claim_id)
    yield from places_of(text, (start, end), claim["cue"], "cue", claim_id)
    yield from places_of(text, around, claim["condition"], "condition", claim_id)
    yield from places_of(text, around, claim["source_quote"], "source", claim_id)
