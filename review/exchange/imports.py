"""Taking verdicts over from a file: what each row would change, and, if that is wanted, changing it.

Rows are held against the ledger as it stands, by the ledger's own rules. A row that breaks one is a sentence and
changes nothing; one whose verdict stands already changes nothing either, so a file taken over twice is taken over once.
Rows that give one reviewer several verdicts on one prediction are refused, all of them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from review.exchange.verdicts_csv import Submitted, Unusable
from review.queries import query
from schemas import Decision, Kind, Verdict
from schemas.errors import NotFound, VerdictRefused
from warehouse import Warehouse
from warehouse.verdicts import Judged, StoredEvidence, settled, verdict_of

Entry = Submitted | Unusable
Key = tuple[str, str]
"""A claim and a reviewer, who has one standing verdict on it at most."""


class Change(StrEnum):
    """What a row does to the ledger."""

    NEW = "new"
    """The reviewer's first verdict on the prediction."""
    REPLACED = "replaced"
    """It supersedes the reviewer's verdict that stands."""
    KNOWN = "known"
    """The same verdict stands already."""
    REFUSED = "refused"
    """It breaks a rule; the sentence says which."""


@dataclass(frozen=True)
class Step:
    """A row of the file and what it changes: from the verdict before to the one after."""

    row: int
    change: Change
    claim_id: str
    headline: str | None = None
    reviewer: str | None = None
    before: str | None = None
    after: str | None = None
    says: str | None = None
    """Why it is refused, or what else changes."""
    decision: Decision | None = None


@dataclass(frozen=True)
class Known:
    """What the ledger holds of the claims, reviewers and articles that a file names."""

    judged: Mapping[str, Judged]
    headlines: Mapping[str, str]
    standing: Mapping[Key, Decision]
    articles: Mapping[str, StoredEvidence]


def known_of(house: Warehouse, entries: Sequence[Entry]) -> Known:
    """What the ledger holds of what the rows name."""
    decisions = [entry.decision for entry in entries if isinstance(entry, Submitted)]
    claims = sorted({decision.claim_id for decision in decisions})
    articles = sorted({_article(decision) for decision in decisions} - {""})
    judged = house.query(query("import_judged"), [claims]).dicts()
    return Known(
        headlines={row["claim_id"]: row.pop("headline") for row in judged},
        judged={row["claim_id"]: Judged(**row | {"kind": Kind(row["kind"])}) for row in judged},
        standing={
            (row["claim_id"], row["reviewer"]): _decided(verdict_of(row))
            for row in house.query(query("import_standing"), [claims]).dicts()
        },
        articles={
            row["article_id"]: StoredEvidence(row["text"], row["published"])
            for row in house.query(query("import_evidence"), [articles]).dicts()
        },
    )


def plan(entries: Sequence[Entry], known: Known) -> list[Step]:
    """What each row would change, in their order. Asks and writes nothing."""
    at_odds, standing, steps = _at_odds(entries), dict(known.standing), []
    for entry in entries:
        step = _step(entry, known, standing, at_odds)
        if step.decision:
            standing[_key(step.decision)] = step.decision
        steps.append(step)
    return steps


def take_over(house: Warehouse, steps: Sequence[Step], now: datetime) -> list[Step]:
    """Append the verdicts that are new or replace one, in one transaction. A late refusal is said instead."""
    new = [step for step in steps if step.decision and step.change in (Change.NEW, Change.REPLACED)]
    answers = house.decide_all([step.decision for step in new if step.decision], now)
    refused = {
        step.row: replace(step, change=Change.REFUSED, after=None, says=str(answer))
        for step, answer in zip(new, answers, strict=True)
        if not isinstance(answer, Verdict)
    }
    return [refused.get(step.row, step) for step in steps]


def _at_odds(entries: Sequence[Entry]) -> dict[Key, str]:
    """Where rows give a reviewer more than one verdict on a prediction: these rows, in words."""
    rows: dict[Key, list[Submitted]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry, Submitted):
            rows[_key(entry.decision)].append(entry)
    return {
        key: " and ".join(str(entry.row) for entry in same)
        for key, same in rows.items()
        if any(entry.decision != same[0].decision for entry in same)
    }


def _step(entry: Entry, known: Known, standing: Mapping[Key, Decision], at_odds: Mapping[Key, str]) -> Step:
    if isinstance(entry, Unusable):
        return Step(entry.row, Change.REFUSED, entry.claim_id, says=entry.reason)
    claim, reviewer = key = _key(entry.decision)
    judged = Step(entry.row, Change.REFUSED, claim, known.headlines.get(claim), reviewer)
    if key in at_odds:
        return replace(judged, says=f"Rows {at_odds[key]} give {reviewer} different verdicts on it; keep one.")
    try:
        after = _settled(entry.decision, known)
    except (NotFound, VerdictRefused) as refused:
        return replace(judged, says=str(refused))
    return _compared(replace(judged, decision=after, after=_worded(after)), standing.get(key), after)


def _compared(step: Step, before: Decision | None, after: Decision) -> Step:
    """The step as it goes from the verdict that stands, if any, to the one that the row gives."""
    if before is None:
        return replace(step, change=Change.NEW)
    if before == after:
        return replace(step, change=Change.KNOWN, before=_worded(before))
    changed = [name for name in Decision.model_fields if getattr(before, name) != getattr(after, name)]
    return replace(step, change=Change.REPLACED, before=_worded(before), says=f"changes {', '.join(changed)}")


def _settled(decision: Decision, known: Known) -> Decision:
    """The decision as the ledger would take it. Raises what the ledger would."""
    article = _article(decision)
    if decision.claim_id not in known.judged:
        raise NotFound("claim", decision.claim_id, "`foresaid claims` lists them.")
    if article and article not in known.articles:
        raise NotFound("article", article, "Give a stored article as evidence, or a URL.")
    return settled(decision, known.judged[decision.claim_id], known.articles.get(article))


def _worded(decision: Decision) -> str:
    if decision.days_late is None:
        return decision.outcome.value
    return f"late, {decision.days_late} {'day' if decision.days_late == 1 else 'days'}"


def _key(decision: Decision) -> Key:
    return decision.claim_id, decision.reviewer


def _article(decision: Decision) -> str:
    return (decision.evidence and decision.evidence.article_id) or ""


def _decided(verdict: Verdict) -> Decision:
    return Decision(**{name: getattr(verdict, name) for name in Decision.model_fields})
