"""Where it is kept: the only code of foresaid that opens DuckDB.

    w = Warehouse.at(settings)                       # or Warehouse(path, lock_timeout=60)
    w.moment(now)                                    -> datetime: of a run's rows, though the clock went back
    w.add_articles(batch_id, articles, run, now)     -> AddedArticles(articles, appearances, known, copies, versions)
    w.add_failures(batch_id, failures, run, now)     -> int
    w.add_visits(batch_id, visits, run, now)         -> int
    w.pending(model, revision, limit, after="")      -> list[Article], by article_id
    w.unread(limit, after="")                        -> list[Article], by article_id: what nobody has read
    w.add_extractions(batch_id, readings, run, now)  -> AddedExtractions(extractions, assertions, known)
    w.claims(Filter(kind=…, source=…, limit=…))      -> Result(columns, rows, is_cut), .dicts()
    w.due(today, ahead_days=0)                       -> Result: reason, due_on, days_over, then the claim's columns
    w.decide(decision, now)                          -> Verdict
    w.decide_all(decisions, now)                     -> list of Verdict or refusal, in one transaction
    w.verdicts_after(position, limit)                -> Result: what reviewers decided since, in the order of the chain
    w.undo(claim_id, reviewer, now)                  -> Verdict (outcome `withdrawn`)
    w.reject(feedback, now), w.restore(claim_id, reviewer, now)   a wrong extraction, corrected or not
    w.follow(phrases)                                other topics
    w.agree(criterion, now); w.link(slip, now), w.unlink(claim_id, reviewer, now)
    w.export(revision=None), w.export_all()          -> iterator of dicts
    w.query(sql, parameters, max_rows=, seconds=)    -> Result; QueryRefused
    w.publish(destination, now); w.check()           -> list[Problem(check, message, count, rows)]
    w.back_up(companions, folder, now)               -> Backup(path, manifest); `backups` restores and lists them
    w.sources()                                      -> rows of source_health
    w.status(today)                                  -> Status
    Board.at(settings): refresh(), add(verdict), query(sql, parameters): the ledger in memory, to be asked a lot
    Published(path): claims, due, export, export_all, query, on the analysts' copy and without the lock

`now` is an aware datetime, `today` a date; both are given, never read from the clock here. A batch id is made from what
the batch holds (`ids.batch_id`), so that writing it twice is writing it once.

Each reviewer has one standing verdict on a prediction. The same reviewer's next one supersedes it; another reviewer's
stands beside it, and the resolution is the outcome that most of them reached. Where none leads, the prediction is
`disputed` and stays due.
"""

from warehouse.articles import AddedArticles
from warehouse.backups import Backup
from warehouse.board import Board
from warehouse.checking import Problem
from warehouse.extractions import AddedExtractions
from warehouse.reading import Filter, Result
from warehouse.status import Status
from warehouse.warehouse import Published, Warehouse

__all__ = [
    "AddedArticles",
    "AddedExtractions",
    "Backup",
    "Board",
    "Filter",
    "Problem",
    "Published",
    "Result",
    "Status",
    "Warehouse",
]
