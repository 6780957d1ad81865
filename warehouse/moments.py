"""The moments that rows carry: never before those of rows that they follow, even if the clock went back meanwhile.

What is newer counts, so a reading or a remark that carried an earlier moment than the one it replaces would be lost.
Behind a clock that went back moments stand still, a microsecond apart, until it has caught up.
"""

from datetime import datetime, timedelta

from duckdb import DuckDBPyConnection as Connection

_NEXT = timedelta(microseconds=1)


def of_a_run(con: Connection, now: datetime) -> datetime:
    """The moment of a run that begins now: not before the last batch that was written."""
    ((last,),) = con.execute("SELECT max(ingested_at) FROM ledger.batches").fetchall()
    return now if last is None or last <= now else last + _NEXT


def of_a_remark(con: Connection, table: str, claim_id: str, now: datetime) -> datetime:
    """The moment of a remark on a claim: behind the last one of its kind."""
    ((last,),) = con.execute(f"FROM ledger.{table} SELECT max(decided_at) WHERE claim_id = $1", [claim_id]).fetchall()
    return now if last is None or last < now else last + _NEXT
