"""The ledger of verdicts: what reviewers decided, in a chain in which every row carries the hash of the one before.

Nothing is changed or deleted. Each reviewer has one standing verdict on a prediction: a new one by the same person
supersedes it, one by another person stands beside it, and the resolution is what most of them reached.
Refuses a verdict on what is no prediction of the current readings, evidence older than the prediction or taken from its
own article, a quote that is not in the stored article, and a late one whose days cannot be told.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from duckdb import DuckDBPyConnection as Connection

from schemas import Decision, Evidence, Kind, Outcome, Verdict, ids
from schemas.errors import NotFound, VerdictRefused
from warehouse.reading import rows_of
from warehouse.statements import query

Refusal = NotFound | VerdictRefused
"""Why a decision does not become a verdict. It is raised before anything is written."""


@dataclass(frozen=True)
class Judged:
    """The prediction that a verdict is about, as the reviewer saw it."""

    claim_id: str
    kind: Kind
    article_id: str
    extraction_id: str
    stated_on: date | None
    resolve_by: date | None


@dataclass(frozen=True)
class StoredEvidence:
    """A stored article that is given as evidence."""

    text: str
    published: date | None


def decide(con: Connection, decision: Decision, now: datetime) -> Verdict:
    """Append a verdict. The same decision by the same reviewer again returns the verdict that stands."""
    judged = judged_claim(con, decision.claim_id)
    decision = settled(decision, judged, _stored_evidence(con, decision))
    standing = standing_verdict(con, decision.claim_id, decision.reviewer)
    if standing and _decision_of(standing) == decision:
        return standing
    return _append(con, decision, judged.extraction_id, standing, now)


def decide_all(con: Connection, decisions: Iterable[Decision], now: datetime) -> list[Verdict | Refusal]:
    """Append verdicts in their order. One that is refused changes nothing, and its refusal stands in its place."""
    return [_attempt(con, decision, now) for decision in decisions]


def undo(con: Connection, claim_id: str, reviewer: str, now: datetime) -> Verdict:
    """Take the reviewer's standing verdict back, by one more row. Refuses where there is none."""
    standing = standing_verdict(con, claim_id, reviewer)
    if standing is None:
        raise VerdictRefused(claim_id, f"{reviewer} has no verdict on {claim_id} that could be taken back.")
    decision = Decision(claim_id=claim_id, outcome=Outcome.WITHDRAWN, reviewer=reviewer)
    return _append(con, decision, standing.extraction_id, standing, now)


def standing_verdict(con: Connection, claim_id: str, reviewer: str) -> Verdict | None:
    """The verdict of a reviewer on a claim that is neither superseded nor taken back."""
    found = rows_of(con.execute(query("standing_verdict"), [claim_id, reviewer]))
    return verdict_of(found[0]) if found else None


def settled(decision: Decision, judged: Judged, stored: StoredEvidence | None) -> Decision:
    """The decision as it enters the ledger: the date of stored evidence and the days late filled in, rules kept."""
    if judged.kind is not Kind.PREDICTION:
        raise VerdictRefused(judged.claim_id, f"{judged.claim_id} is a claim; only predictions get verdicts.")
    if decision.outcome is Outcome.WITHDRAWN:
        raise VerdictRefused(judged.claim_id, "A verdict is taken back with undo.")
    if decision.evidence:
        evidence = _dated(decision.evidence, stored)
        _refuse_unfit(evidence, judged, stored)
        decision = decision.model_copy(update={"evidence": evidence})
    if decision.outcome is Outcome.LATE:
        decision = decision.model_copy(update={"days_late": _days_late(decision, judged)})
    return decision


def judged_claim(con: Connection, claim_id: str) -> Judged:
    """The claim or prediction as it counts now. Raises `NotFound` if the current readings hold none of this id."""
    found = rows_of(con.execute(query("judged_claim"), [claim_id]))
    if not found:
        raise NotFound("claim", claim_id, "`foresaid claims` lists them.")
    (row,) = found
    return Judged(**row | {"kind": Kind(row["kind"])})


def hash_of(verdict: Verdict) -> str:
    """The link of the chain: SHA-256 over every field but the hash itself, the hash before it included."""
    fields = verdict.model_dump(mode="json", exclude={"hash", "decided_at"})
    fields["decided_at"] = verdict.decided_at.astimezone(UTC).isoformat(timespec="microseconds")
    canonical = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def verdict_of(row: dict[str, Any]) -> Verdict:
    """The record of a row of `ledger.verdicts`."""
    evidence = {
        name: row[f"evidence_{name}"]
        for name in ("url", "article_id", "quote", "dated")
        if row[f"evidence_{name}"] is not None
    }
    fields = {name: row[name] for name in Verdict.model_fields if name != "evidence"}
    return Verdict(**fields, evidence=Evidence(**evidence) if evidence else None)


def _attempt(con: Connection, decision: Decision, now: datetime) -> Verdict | Refusal:
    try:
        return decide(con, decision, now)
    except (NotFound, VerdictRefused) as refused:
        return refused


def _stored_evidence(con: Connection, decision: Decision) -> StoredEvidence | None:
    if decision.evidence is None or decision.evidence.article_id is None:
        return None
    article_id = decision.evidence.article_id
    found = con.execute("SELECT text, published FROM articles WHERE article_id = $1", [article_id]).fetchall()
    if not found:
        raise NotFound("article", article_id, "Give a stored article as evidence, or a URL.")
    return StoredEvidence(*found[0])


def _dated(evidence: Evidence, stored: StoredEvidence | None) -> Evidence:
    if stored is None or evidence.dated is not None:
        return evidence
    return evidence.model_copy(update={"dated": stored.published})


def _refuse_unfit(evidence: Evidence, judged: Judged, stored: StoredEvidence | None) -> None:
    if evidence.dated and judged.stated_on and evidence.dated < judged.stated_on:
        raise VerdictRefused(
            judged.claim_id,
            f"The evidence is of {evidence.dated}, the prediction of {judged.stated_on}; give later evidence.",
        )
    if evidence.article_id == judged.article_id:
        raise VerdictRefused(judged.claim_id, "An article is no evidence for its own predictions; give another one.")
    if stored and evidence.quote and evidence.quote not in stored.text:
        raise VerdictRefused(
            judged.claim_id, f"The quote is not in the article {evidence.article_id}; copy it from the stored text."
        )


def _days_late(decision: Decision, judged: Judged) -> int:
    if judged.resolve_by is None:
        raise VerdictRefused(
            judged.claim_id, "The text gives this prediction no date, so it cannot be late; use confirmed or void."
        )
    if decision.days_late is not None:
        return decision.days_late
    dated = decision.evidence.dated if decision.evidence else None
    if dated is None or dated <= judged.resolve_by:
        raise VerdictRefused(
            judged.claim_id,
            f"Say how many days after {judged.resolve_by} it came true, or give evidence of the day on which it did.",
        )
    return (dated - judged.resolve_by).days


def _append(
    con: Connection, decision: Decision, extraction_id: str, supersedes: Verdict | None, now: datetime
) -> Verdict:
    ((length, previous_hash),) = con.execute("SELECT verdicts, hash FROM ledger.chain").fetchall()
    fields = decision.model_dump() | {
        "verdict_id": ids.verdict_id(decision.claim_id, decision.reviewer, previous_hash),
        "extraction_id": extraction_id,
        "decided_at": now.astimezone(UTC),
        "supersedes": supersedes.verdict_id if supersedes else None,
        "previous_hash": previous_hash,
        "hash": "-",
    }
    verdict = Verdict(**fields)
    verdict = verdict.model_copy(update={"hash": hash_of(verdict)})
    insert(con, length + 1, verdict)
    con.execute("UPDATE ledger.chain SET verdicts = $1, hash = $2", [length + 1, verdict.hash])
    return verdict


def insert(con: Connection, position: int, verdict: Verdict) -> None:
    """Write a verdict down at its place in the chain."""
    evidence = verdict.evidence.model_dump() if verdict.evidence else {}
    row = verdict.model_dump(exclude={"evidence"}) | {
        "position": position,
        "outcome": verdict.outcome.value,
        **{f"evidence_{name}": evidence.get(name) for name in Evidence.model_fields},
    }
    con.execute(query("add_verdict"), row)


def _decision_of(verdict: Verdict) -> Decision:
    return Decision(**{name: getattr(verdict, name) for name in Decision.model_fields})
