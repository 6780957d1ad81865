"""Whether the warehouse is sound: the queries of `checks/`, and the chain of the verdicts.

Each query returns the rows that break one rule, so an empty answer is a clean bill. Nothing is repaired.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from duckdb import DuckDBPyConnection as Connection
from pydantic import ValidationError

from schemas import Verdict
from warehouse.reading import rows_of
from warehouse.statements import scripts
from warehouse.verdicts import hash_of, verdict_of

_SHOWN = 5


@dataclass(frozen=True)
class Problem:
    """A rule that is broken: its name, what it says, how many rows break it and the first of them."""

    check: str
    message: str
    count: int
    rows: tuple[dict[str, Any], ...]


def problems(con: Connection) -> list[Problem]:
    """Every broken rule; an empty list means that the warehouse is sound."""
    return [*_broken_rules(con), *_broken_chain(con)]


def chain_breaks(verdicts: Iterable[Verdict], length: int, head: str) -> Iterator[str]:
    """What is wrong with a chain that should have this length and this last hash; one sentence a break."""
    previous, count = "", 0
    for verdict in verdicts:
        count += 1
        if verdict.previous_hash != previous:
            yield f"Verdict {verdict.verdict_id} does not follow the one before: a row was lost, moved or slipped in."
        if verdict.hash != hash_of(verdict):
            yield f"Verdict {verdict.verdict_id} is not what it was when it was written."
        previous = verdict.hash
    if count != length or previous != head:
        yield f"The ledger has {count} verdicts and ends in {previous!r}; it should have {length} and end in {head!r}."


def _broken_rules(con: Connection) -> Iterator[Problem]:
    for name, sql in scripts("checks"):
        rows = rows_of(con.execute(sql))
        if rows:
            yield Problem(name, _sentence(sql), len(rows), tuple(rows[:_SHOWN]))


def _broken_chain(con: Connection) -> Iterator[Problem]:
    rows = rows_of(con.execute('FROM ledger.verdicts ORDER BY "position"'))
    heads = con.execute("SELECT verdicts, hash FROM ledger.chain").fetchall()
    length, head = heads[0] if heads else (0, "")
    breaks = [*_unreadable(rows), *chain_breaks(filter(None, map(_record, rows)), length, head)]
    if breaks:
        yield Problem("verdict_chain", breaks[0], len(breaks), tuple({"break": text} for text in breaks[:_SHOWN]))


def _unreadable(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        if _record(row) is None:
            yield f"Verdict {row['verdict_id']} is not what it was when it was written."


def _record(row: dict[str, Any]) -> Verdict | None:
    try:
        return verdict_of(row)
    except ValidationError:
        return None


def _sentence(sql: str) -> str:
    """The comment at the head of a check: what it holds."""
    lines = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        lines.append(line.removeprefix("--").strip())
    return " ".join(lines)
