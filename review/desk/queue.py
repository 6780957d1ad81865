"""The queue: what waits for a reviewer, in parts, and the prediction that is looked at."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from review.desk import evidence
from review.desk.access import At, SignedIn
from review.desk.case import Case, case_of
from review.desk.pages import page
from review.desk.people import Person
from review.desk.place import Desk
from schemas import FeedbackReason, Likelihood

PARTS = {
    "overdue": "Overdue",
    "week": "This week",
    "later": "Later",
    "second": "Second look",
    "disputed": "Disputed",
}
HORIZONS = ("week", "month", "quarter", "year", "longer", "undated")
FILTERS = ("source", "topic", "words", "horizon")
LISTED = 30

router = APIRouter()


class Wanted(BaseModel):
    """What an address of the queue says: part, filters, the prediction looked at, the evidence picked for it."""

    part: str = ""
    source: str = ""
    topic: str = ""
    words: str = ""
    horizon: str = ""
    at: str = ""
    asked: str = ""
    """Words to search stored articles for; empty takes those of the prediction."""
    article: str = ""
    quote: str = ""

    @property
    def filters(self) -> dict[str, str | None]:
        return {name: getattr(self, name) or None for name in FILTERS}

    def at_claim(self, claim_id: str) -> dict[str, str]:
        """The same part and filters, with another prediction looked at."""
        return {name: getattr(self, name) for name in ("part", *FILTERS)} | {"at": claim_id}


@dataclass(frozen=True)
class Waiting:
    """The queue of one person: how much waits in each part, and the first predictions of one of them."""

    part: str
    counts: dict[str, int]
    lines: list[dict[str, Any]]


@router.get("/")
def queue(request: Request, desk: At, session: SignedIn, wanted: Annotated[Wanted, Query()]) -> Response:
    """A part of the queue, and one of its predictions."""
    waiting = waiting_for(desk, session.person, wanted)
    wanted = wanted.model_copy(update={"part": waiting.part})
    ids = [line["claim_id"] for line in waiting.lines]
    at = wanted.at if wanted.at in ids else (ids[0] if ids else "")
    following = ids[ids.index(at) + 1 :] if at else []
    onward = wanted.at_claim(following[0] if following else "")
    case = case_values(desk, session.person, at, wanted) if at else {"case": None}
    return page(
        request, "queue.html", parts=PARTS, horizons=HORIZONS, topics=desk.topics(), waiting=waiting.counts,
        wanted=wanted, lines=waiting.lines, at=at, onward=onward, skip=onward,
        last_act=last_act(desk, session.person), **case,
    )  # fmt: skip


@router.get("/help")
def help_page(request: Request) -> Response:
    """The keys, how verdicts work, and the address of one's calendar."""
    session = request.state.session
    address = request.url_for("calendar", token=session.person.calendar_token) if session else ""
    return page(request, "help.html", calendar=address)


def waiting_for(desk: Desk, person: Person, wanted: Wanted) -> Waiting:
    """What waits for this person: the part that is wanted, or the first that holds something."""
    (found,) = desk.ask(
        "desk_queue", reviewer=person.name, today=desk.today, part=wanted.part if wanted.part in PARTS else None,
        order=list(PARTS), limit=LISTED, **wanted.filters,
    )  # fmt: skip
    counts = {row["part"]: row["waiting"] for row in found["parts"] or []}
    return Waiting(found["part"] or next(iter(PARTS)), dict.fromkeys(PARTS, 0) | counts, found["lines"] or [])


def case_values(desk: Desk, person: Person, claim_id: str, wanted: Wanted) -> dict[str, object]:
    """What the page of a case needs: the case, and what stored articles may say of it."""
    case = case_of(desk, claim_id, person)
    return {
        "case": case,
        "found": evidence.search(desk, case.claim, wanted.asked) if case.is_prediction else [],
        "may_judge": person.role.may_judge and case.is_prediction,
        "likelihoods": list(Likelihood),
        "reasons": list(FeedbackReason),
        "chosen": _chosen(case, wanted),
        "said": None,
        "refused": None,
    }


def last_act(desk: Desk, person: Person) -> dict[str, Any] | None:
    """What this person did last and could take back."""
    found = desk.ask("desk_last_act", reviewer=person.name)
    return found[0] if found else None


def _chosen(case: Case, wanted: Wanted) -> dict[str, str]:
    return {"article": wanted.article, "quote": wanted.quote} if case.is_prediction and wanted.article else {}
