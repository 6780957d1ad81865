"""Pages from templates. Everything that is not part of a template is escaped; nothing from an article is markup."""

from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

_HERE = Path(__file__).parent
STATIC = _HERE / "static"
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(_HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(request: Request, template: str, status: int = 200, **values: object) -> Response:
    """A page for whoever asks; `session` in it is theirs, or null."""
    session = getattr(request.state, "session", None)
    path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    text = _ENVIRONMENT.get_template(template).render(session=session, here=request.url.path, address=path, **values)
    return HTMLResponse(text, status_code=status)


def _day(value: date | None) -> str:
    return f"{value.day} {value:%b %Y}" if value else "no date"


def _moment(value: datetime | None) -> str:
    return f"{value.day} {value:%b %Y, %H:%M}" if value else "never"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _query(values: dict[str, object]) -> str:
    """The query part of an address; what is empty is left out."""
    return urlencode({name: value for name, value in values.items() if value not in (None, "")})


_ENVIRONMENT.filters |= {"day": _day, "moment": _moment, "share": _share, "figure": _figure, "query": _query}
