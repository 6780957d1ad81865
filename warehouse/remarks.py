"""What reviewers note beside verdicts: wrong extractions and their corrections, criteria, slips.

A remark is a row; the last one on a claim holds, and taking it back is one more row.
Refuses remarks on claims that the current readings do not hold, a correction that is not in the article, another
criterion once somebody has judged by the one that holds, and a slip to an earlier prediction.
"""

from datetime import datetime

from duckdb import DuckDBPyConnection as Connection

from schemas import AnyAssertion, Criterion, Extraction, Feedback, Kind, Slip, ids
from schemas.errors import VerdictRefused
from warehouse import extractions
from warehouse.batches import Batch
from warehouse.moments import of_a_remark
from warehouse.statements import query
from warehouse.verdicts import Judged, judged_claim

REVIEWER = "reviewer"
"""The `model` of readings that a person made."""


def reject(con: Connection, feedback: Feedback, now: datetime) -> None:
    """Take a finding out of the current ones, and put its correction, if there is one, in its place."""
    judged, now = judged_claim(con, feedback.claim_id), of_a_remark(con, "feedback", feedback.claim_id, now)
    feedback_id = ids.remark_id("feedback", feedback.claim_id, feedback.reviewer, now)
    correction = _correction(con, feedback.corrected, judged, feedback_id) if feedback.corrected else None
    if correction:
        batch = Batch(feedback_id, "extractions", feedback_id, now)
        extractions.add(con, extractions.tables([correction], batch), batch)
    row = feedback.model_dump(mode="json", exclude={"corrected"}) | {
        "feedback_id": feedback_id,
        "corrected_by": correction.extraction_id if correction else None,
        "decided_at": now,
    }
    con.execute(query("add_feedback"), row)


def restore(con: Connection, claim_id: str, reviewer: str, now: datetime) -> None:
    """Take the feedback on a finding back: it counts again, and its correction no longer."""
    if not con.execute("FROM feedback_as_of(DATE 'infinity') WHERE claim_id = $1", [claim_id]).fetchall():
        raise VerdictRefused(claim_id, f"Nothing is said against {claim_id} that could be taken back.")
    now = of_a_remark(con, "feedback", claim_id, now)
    row = {"claim_id": claim_id, "reviewer": reviewer, "reason": None, "note": None, "corrected_by": None}
    feedback_id = ids.remark_id("feedback", claim_id, reviewer, now)
    con.execute(query("add_feedback"), row | {"feedback_id": feedback_id, "decided_at": now})


def agree(con: Connection, criterion: Criterion, now: datetime) -> None:
    """Set what would settle a prediction, or set it anew as long as nobody has judged it."""
    _prediction(con, criterion.claim_id)
    standing = "FROM standing_verdicts_as_of(DATE 'infinity') WHERE claim_id = $1"
    if con.execute(standing, [criterion.claim_id]).fetchall():
        raise VerdictRefused(
            criterion.claim_id, "The criterion is frozen, for a verdict stands on it; take the verdict back first."
        )
    now = of_a_remark(con, "criteria", criterion.claim_id, now)
    criterion_id = ids.remark_id("criterion", criterion.claim_id, criterion.reviewer, now)
    row = criterion.model_dump() | {"criterion_id": criterion_id, "decided_at": now}
    con.execute(query("add_criterion"), row)


def link(con: Connection, slip: Slip, now: datetime) -> None:
    """Note which later prediction took the place of one that was put off."""
    earlier, later = _prediction(con, slip.claim_id), _prediction(con, slip.replaced_by)
    if earlier.stated_on and later.stated_on and later.stated_on < earlier.stated_on:
        raise VerdictRefused(
            slip.claim_id, f"{slip.replaced_by} was stated before {slip.claim_id} and cannot have replaced it."
        )
    _add_replacement(con, slip.model_dump(), now)


def unlink(con: Connection, claim_id: str, reviewer: str, now: datetime) -> None:
    """Take the link from a prediction to its replacement back."""
    if not con.execute("FROM replacements_as_of(DATE 'infinity') WHERE claim_id = $1", [claim_id]).fetchall():
        raise VerdictRefused(claim_id, f"{claim_id} is not linked to a prediction that replaced it.")
    _add_replacement(con, {"claim_id": claim_id, "reviewer": reviewer, "replaced_by": None, "note": None}, now)


def _correction(con: Connection, corrected: AnyAssertion, judged: Judged, feedback_id: str) -> Extraction:
    ((text,),) = con.execute("SELECT text FROM ledger.articles WHERE article_id = $1", [judged.article_id]).fetchall()
    if corrected.article_id != judged.article_id or not corrected.verify(text):
        raise VerdictRefused(judged.claim_id, "The correction is not in the article of what it corrects.")
    return Extraction(
        article_id=corrected.article_id,
        model=REVIEWER,
        revision=feedback_id,
        published=corrected.stated_on,
        assertions=(corrected,),
        sentences=0,
        tokens=0,
    )


def _prediction(con: Connection, claim_id: str) -> Judged:
    judged = judged_claim(con, claim_id)
    if judged.kind is not Kind.PREDICTION:
        raise VerdictRefused(claim_id, f"{claim_id} is a claim, not a prediction.")
    return judged


def _add_replacement(con: Connection, slip: dict[str, object], now: datetime) -> None:
    now = of_a_remark(con, "replacements", str(slip["claim_id"]), now)
    replacement_id = ids.remark_id("replacement", str(slip["claim_id"]), str(slip["reviewer"]), now)
    con.execute(query("add_replacement"), slip | {"replacement_id": replacement_id, "decided_at": now})
