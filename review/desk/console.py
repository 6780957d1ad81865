"""The SQL console: analysts' own questions, each in a process of its own that can do nothing but answer.

The process has the published copy and no more: no other files, no network, a ceiling on memory, processor time and
what it may write, none of the desk's environment. It is ended from outside when its time is up, whatever it is doing.
"""

import io
import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response

from review.desk.access import At, signed_in
from review.desk.pages import page
from review.output import Format, write
from schemas.errors import QueryRefused, WarehouseUnusable

SECONDS = 10.0
GRACE = 5.0  # for the process to start, and to notice by itself that time is up
ROWS = 1000
CSV_ROWS = 100_000
AT_ONCE = 2  # questions answered at the same time
EXAMPLE = "SELECT source, predictions, dated_predictions\nFROM sources\nORDER BY predictions DESC\nLIMIT 20"

_TURNS = threading.BoundedSemaphore(AT_ONCE)

router = APIRouter(dependencies=[Depends(signed_in)])


@dataclass(frozen=True)
class Answer:
    """Columns and rows as JSON holds them."""

    columns: list[str]
    rows: list[list[Any]]
    is_cut: bool


@router.get("/sql")
def console(request: Request) -> Response:
    """An empty console."""
    return page(request, "console.html", sql=EXAMPLE, answer=None, refused="")


@router.post("/sql")
def ask(request: Request, desk: At, sql: Annotated[str, Form(max_length=20_000)]) -> Response:
    """The answer to a question, or why there is none."""
    try:
        found = answered(desk.settings.published_copy, sql, ROWS)
    except (QueryRefused, WarehouseUnusable) as refused:
        return page(request, "console.html", status=422, sql=sql, answer=None, refused=str(refused))
    return page(request, "console.html", sql=sql, answer=found, refused="")


@router.post("/sql.csv")
def download(desk: At, sql: Annotated[str, Form(max_length=20_000)]) -> Response:
    """The answer as a CSV file."""
    found = answered(desk.settings.published_copy, sql, CSV_ROWS)
    text = io.StringIO()
    write(found.columns, found.rows, Format.CSV, text)
    headers = {"content-disposition": 'attachment; filename="foresaid.csv"'}
    return Response(text.getvalue(), media_type="text/csv", headers=headers)


def answered(published: Path, sql: str, max_rows: int, seconds: float = SECONDS) -> Answer:
    """What the published copy answers. Raises `QueryRefused` with the reason, also when time or memory ran out."""
    if not published.exists():
        raise WarehouseUnusable("There is no published copy yet; `foresaid publish` makes one.")
    asked = {"path": str(published.resolve()), "sql": sql, "max_rows": max_rows, "seconds": seconds}
    if not _TURNS.acquire(timeout=seconds):
        raise QueryRefused("Other questions are being answered; ask again in a moment.")
    try:
        said = _answer_of(json.dumps(asked), seconds + GRACE)
    finally:
        _TURNS.release()
    if "refused" in said:
        raise QueryRefused(said["refused"])
    return Answer(said["columns"], said["rows"], said["is_cut"])


def _answer_of(asked: str, seconds: float) -> dict[str, Any]:
    command = [sys.executable, "-P", "-m", "review.desk.console_process"]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, check=False, input=asked, capture_output=True, text=True, timeout=seconds, env=_bare_environment()
        )
    except subprocess.TimeoutExpired:
        raise QueryRefused(f"The query took longer than {seconds - GRACE:g} seconds and was stopped.") from None
    if done.returncode != 0:
        raise QueryRefused("The query needed more memory or time than it may have, and was stopped.")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _bare_environment() -> dict[str, str]:
    """What Python needs to start, and nothing that the desk knows."""
    return {"PATH": os.environ.get("PATH", ""), "PYTHONIOENCODING": "utf-8", "HOME": "/nonexistent"}
