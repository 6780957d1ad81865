"""What reviewers do to a claim: judge it, take that back, reject or correct the extraction, agree on what settles it.

Each is a form that is sent to the claim's address and leads onward to the next page. The reviewer is always the one who
is signed in, whatever a form says.
"""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from review.decisions import decision_of
from review.desk.access import At, Judging, SignedIn, local
from review.desk.case import article_of, claim_of, later_predictions
from review.desk.corrections import Correction, corrected
from review.desk.pages import page
from review.desk.people import Session
from review.desk.place import Desk
from review.desk.queue import Wanted, case_values
from schemas import Criterion, Feedback, FeedbackReason, Outcome, Slip, Verdict
from schemas.errors import VerdictRefused

router = APIRouter(prefix="/claims/{claim_id}")
Onward = Annotated[str, Form()]
Note = Annotated[str, Form()]


class Judgement(BaseModel):
    """The fields of the verdict form."""

    outcome: Outcome
    note: str = ""
    days_late: int | None = None
    article: str = ""
    quote: str = ""
    url: str = ""
    dated: date | None = None
    onward: str = "/"

    @property
    def evidence(self) -> dict[str, object] | None:
        """The evidence that was given: a stored article goes before a link; null where there is neither."""
        if self.article:
            return {"article_id": self.article, "quote": self.quote or None}
        return {"url": self.url, "quote": self.quote or None, "dated": self.dated} if self.url else None


@router.get("")
def claim(
    request: Request, desk: At, session: SignedIn, claim_id: str, asked: str = "", article: str = "", quote: str = ""
) -> Response:
    """The page of one claim."""
    wanted = Wanted(at=claim_id, asked=asked, article=article, quote=quote)
    return _claim_page(request, desk, session, wanted)


@router.get("/later")
def later(request: Request, desk: At, session: Judging, claim_id: str) -> Response:  # noqa: ARG001
    """Later predictions that may have taken its place, for the list of the form."""
    return page(request, "_later.html", later=later_predictions(desk, claim_of(desk, claim_id)))


@router.post("/verdict")
def judge(request: Request, desk: At, session: Judging, claim_id: str, said: Annotated[Judgement, Form()]) -> Response:
    """Append the reviewer's verdict; a refusal shows the claim again, with the reason and what was filled in."""
    try:
        decision = decision_of(
            claim_id, outcome=said.outcome, reviewer=session.person.name, note=said.note or None,
            days_late=said.days_late, evidence=said.evidence,
        )  # fmt: skip
        verdict = desk.house.decide(decision, desk.clock())
    except VerdictRefused as refused:
        wanted = Wanted(at=claim_id, article=said.article, quote=said.quote)
        return _claim_page(request, desk, session, wanted, said, refused)
    return _judged(desk, verdict, said.onward)


@router.post("/undo")
def undo(desk: At, session: Judging, claim_id: str, onward: Onward = "/") -> Response:
    """Take the reviewer's verdict back."""
    verdict = desk.house.undo(claim_id, session.person.name, desk.clock())
    return _judged(desk, verdict, onward)


@router.post("/reject")
def reject(
    desk: At,
    session: Judging,
    claim_id: str,
    reason: Annotated[FeedbackReason, Form()],
    note: Note = "",
    onward: Onward = "/",
) -> Response:
    """Say that the extraction is wrong; it leaves the ledger's current findings."""
    said = Feedback(claim_id=claim_id, reason=reason, reviewer=session.person.name, note=note or None)
    desk.house.reject(said, desk.clock())
    return _done(desk, onward)


@router.post("/correct")
def correct(
    request: Request, desk: At, session: Judging, claim_id: str, said: Annotated[Correction, Form()]
) -> Response:
    """Put the reviewer's reading in the place of the extractor's."""
    claim = claim_of(desk, claim_id)
    try:
        right = corrected(claim, article_of(desk, claim["article_id"])["text"], said)
    except VerdictRefused as refused:
        return _claim_page(request, desk, session, Wanted(at=claim_id), refused=refused)
    feedback = Feedback(claim_id=claim_id, reason=said.reason(claim), reviewer=session.person.name, corrected=right)
    desk.house.reject(feedback, desk.clock())
    return _done(desk, f"/claims/{right.claim_id}")


@router.post("/restore")
def restore(desk: At, session: Judging, claim_id: str, onward: Onward = "/") -> Response:
    """Take back what was said against an extraction."""
    desk.house.restore(claim_id, session.person.name, desk.clock())
    return _done(desk, onward)


@router.post("/criterion")
def agree(
    desk: At,
    session: Judging,
    claim_id: str,
    criterion: Annotated[str, Form()],
    review_by: Annotated[date | None, Form()] = None,
    onward: Onward = "/",
) -> Response:
    """Set what would settle the prediction, while nobody has judged it."""
    agreed = Criterion(claim_id=claim_id, criterion=criterion, reviewer=session.person.name, review_by=review_by)
    desk.house.agree(agreed, desk.clock())
    return _done(desk, onward)


@router.post("/slip")
def link(
    desk: At, session: Judging, claim_id: str, replaced_by: Annotated[str, Form()], onward: Onward = "/"
) -> Response:
    """Note which later prediction took this one's place."""
    desk.house.link(Slip(claim_id=claim_id, replaced_by=replaced_by, reviewer=session.person.name), desk.clock())
    return _done(desk, onward)


@router.post("/unlink")
def unlink(desk: At, session: Judging, claim_id: str, onward: Onward = "/") -> Response:
    """Take that link back."""
    desk.house.unlink(claim_id, session.person.name, desk.clock())
    return _done(desk, onward)


def _judged(desk: Desk, verdict: Verdict, onward: str) -> Response:
    """On to the next page, which already knows the verdict."""
    desk.board.add(verdict)
    return RedirectResponse(local(onward), status_code=303)


def _done(desk: Desk, onward: str) -> Response:
    """On to the next page, which already knows what was noted or found otherwise."""
    desk.board.refresh()
    return RedirectResponse(local(onward), status_code=303)


def _claim_page(
    request: Request,
    desk: Desk,
    session: Session,
    wanted: Wanted,
    said: Judgement | None = None,
    refused: VerdictRefused | None = None,
) -> Response:
    values = case_values(desk, session.person, wanted.at, wanted) | {"said": said, "refused": refused}
    status = 422 if refused else 200
    return page(request, "claim.html", status=status, wanted=wanted, onward={"at": wanted.at}, **values)
