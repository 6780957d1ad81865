"""The desk put together: its pages, what guards them, and what it says when something is wrong."""

import logging
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from review.desk import access, browse, calendar, console, judging, operations, queue, scorecards
from review.desk.headers import SafeHeaders
from review.desk.pages import STATIC, page
from review.desk.place import Desk
from schemas import Settings
from schemas.errors import ForesaidError, NoSuchName, NotFound, WarehouseBusy

ROOMS = (access, queue, browse, judging, scorecards, console, operations, calendar)
OUR_NAMES = ["127.0.0.1", "localhost", "[::1]"]
"""The names under which the desk answers; any other means that a page elsewhere was made to look like this machine."""
LOOK_EVERY = 2.0  # seconds between two looks at whether others have written to the warehouse
PATIENCE = 9  # times as long as the last refresh took: a tenth of one processor at most goes into keeping up

_log = logging.getLogger(__name__)


def _utc_now() -> datetime:
    return datetime.now(UTC)


def create_app(settings: Settings, clock: Callable[[], datetime] = _utc_now) -> FastAPI:
    """The desk over the warehouse that the settings name."""
    app = FastAPI(
        docs_url=None, redoc_url=None, openapi_url=None, lifespan=_keeping_up, dependencies=[Depends(access.guarded)]
    )
    app.state.desk = Desk.at(settings, clock)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=OUR_NAMES)
    app.add_middleware(SafeHeaders)
    app.mount("/static", StaticFiles(directory=STATIC))
    for room in ROOMS:
        app.include_router(room.router)
    for error, answer in ANSWERS.items():
        app.add_exception_handler(error, answer)
    return app


@asynccontextmanager
async def _keeping_up(app: FastAPI) -> AsyncIterator[None]:
    """While the desk serves, take in what other processes write."""
    done = threading.Event()
    watcher = threading.Thread(target=watch, args=(app.state.desk, done), daemon=True)
    watcher.start()
    yield
    done.set()
    watcher.join()


def watch(desk: Desk, done: threading.Event, look_every: float = LOOK_EVERY) -> None:
    """Refresh the board whenever the warehouse file has changed, until told that it is done."""
    seen, pause = None, look_every
    while not done.is_set():
        if (now := _signature(Path(desk.settings.warehouse))) != seen:
            try:
                start = time.monotonic()
                desk.board.refresh()
                seen, pause = now, max(look_every, PATIENCE * (time.monotonic() - start))
            except ForesaidError as error:  # the pages show what the board has; the next look tries again
                _log.warning("The board is not up to date: %s", error)
        done.wait(pause)


def _signature(path: Path) -> tuple[tuple[int, int], ...]:
    """What changes when the warehouse is written, without opening it."""
    found = [part.stat() for part in (path, path.with_name(path.name + ".wal")) if part.exists()]
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in found)


def _sign_in_first(request: Request, _: Exception) -> Response:
    onward = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/login?onward={quote(onward if request.method == 'GET' else '/')}", status_code=303)


def _not_found(request: Request, error: Exception) -> Response:
    return page(request, "error.html", status=404, title="Not found", message=str(error))


def _busy(request: Request, error: Exception) -> Response:
    return page(request, "error.html", status=503, title="Busy", message=str(error))


def _refused(request: Request, error: Exception) -> Response:
    return page(request, "error.html", status=422, title="Not done", message=str(error))


def _misfilled(request: Request, error: RequestValidationError) -> Response:
    said = "; ".join(f"{problem['loc'][-1]}: {problem['msg']}" for problem in error.errors())
    return page(request, "error.html", status=422, title="Not done", message=f"Something is filled in wrongly: {said}.")


def _http(request: Request, error: HTTPException) -> Response:
    message = "There is no such page." if error.status_code == 404 else error.detail
    return page(request, "error.html", status=error.status_code, title="Not possible", message=message)


ANSWERS: dict[type[Exception], Callable[..., Response]] = {
    access.SignInFirst: _sign_in_first,
    NotFound: _not_found,
    NoSuchName: _not_found,
    WarehouseBusy: _busy,
    ForesaidError: _refused,
    RequestValidationError: _misfilled,
    HTTPException: _http,
}
