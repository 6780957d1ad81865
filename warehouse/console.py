"""Analysts' own SQL: one statement that reads, on a connection that cannot do anything else."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Timer

import duckdb
from duckdb import DuckDBPyConnection as Connection

from schemas.errors import QueryRefused
from warehouse.reading import Result

_MEMORY_LIMIT = "2GB"
_READING = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}


def query(
    con: Connection, sql: str, parameters: Sequence[object], *, max_rows: int | None, seconds: float | None
) -> Result:
    """The answer to one reading statement, cut after `max_rows`, given up after `seconds`.

    The connection must have been opened read-only. Here it also loses access to files and the network and to its own
    settings, for the type of a statement alone makes no SQL safe. Raises `QueryRefused` with DuckDB's reason.
    """
    _lock_down(con)
    try:
        statement = _only_statement(con, sql)
        with _interrupted_after(con, seconds):
            con.execute(statement, list(parameters))
            return _fetched(con, max_rows)
    except duckdb.InterruptException:
        raise QueryRefused(f"The query took longer than {seconds:g} seconds and was stopped.") from None
    except duckdb.Error as error:
        raise QueryRefused(str(error)) from None


def _lock_down(con: Connection) -> None:
    for setting in (
        "SET enable_external_access = false",
        "SET allow_community_extensions = false",
        "SET python_enable_replacements = false",
        f"SET memory_limit = '{_MEMORY_LIMIT}'",
        "SET lock_configuration = true",
    ):
        con.execute(setting)


def _only_statement(con: Connection, sql: str) -> duckdb.Statement:
    statements = con.extract_statements(sql)
    if len(statements) != 1:
        raise QueryRefused(f"One statement at a time, please; these are {len(statements)}.")
    if statements[0].type not in _READING:
        raise QueryRefused(
            "Only statements that read are answered here: SELECT, FROM, WITH, DESCRIBE, SUMMARIZE, EXPLAIN."
        )
    return statements[0]


@contextmanager
def _interrupted_after(con: Connection, seconds: float | None) -> Iterator[None]:
    if seconds is None:
        yield
        return
    timer = Timer(seconds, con.interrupt)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _fetched(con: Connection, max_rows: int | None) -> Result:
    columns = tuple(column[0] for column in con.description or ())
    if max_rows is None:
        return Result(columns, tuple(con.fetchall()))
    rows = con.fetchmany(max_rows + 1)
    return Result(columns, tuple(rows[:max_rows]), is_cut=len(rows) > max_rows)
