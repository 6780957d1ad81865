"""Looking around: search with filters and saved queries, an article with all that it asserts, a topic's timeline."""

from datetime import date, timedelta
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, field_validator

from review.desk.access import At, SignedIn, signed_in
from review.desk.case import article_of, claims_in, marks_in
from review.desk.marked import paragraphs
from review.desk.pages import page
from schemas import Kind, Likelihood, Outcome, State

PAGE = 50
TIMELINE = 300
AROUND_NOW = timedelta(days=90)

router = APIRouter(dependencies=[Depends(signed_in)])


class Wish(BaseModel):
    """What a form asks for. An empty field does not restrict."""

    @field_validator("*", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object, info: Any) -> object:
        return cls.model_fields[info.field_name].default if value == "" else value

    @property
    def filters(self) -> dict[str, object]:
        """The wish as the parameters of a question."""
        return {name: value if value != "" else None for name, value in self.model_dump(mode="python").items()}

    @property
    def address(self) -> dict[str, object]:
        """The wish as the query part of an address."""
        return {name: value for name, value in self.model_dump(mode="json").items() if value}


class Asked(Wish):
    """The filters of a search."""

    words: str = ""
    kind: Kind | None = None
    source: str = ""
    publisher: str = ""
    author: str = ""
    topic: str = ""
    likelihood: Likelihood | None = None
    state: State | None = None
    outcome: Outcome | None = None
    stated_from: date | None = None
    stated_to: date | None = None
    event_from: date | None = None
    event_to: date | None = None


class Stretch(Wish):
    """A stretch of time, and what of it is wanted."""

    topic: str = ""
    words: str = ""
    source: str = ""
    from_day: date | None = None
    to_day: date | None = None


class SearchAddress(Asked):
    """A search and how far down it one has come."""

    start: int = 0


@router.get("/claims")
def search(request: Request, desk: At, session: SignedIn, asked: Annotated[SearchAddress, Query()]) -> Response:
    """Claims and predictions that fit the filters, newest first, a page at a time."""
    filters = Asked.model_validate(asked.model_dump(exclude={"start"}))
    rows = desk.ask(
        "desk_search", **filters.filters, reviewer=session.person.judges_as, limit=PAGE + 1,
        offset=max(0, asked.start),
    )  # fmt: skip
    return page(
        request, "search.html", asked=filters, start=asked.start, rows=rows[:PAGE], step=PAGE,
        has_more=len(rows) > PAGE, topics=desk.topics(), kinds=list(Kind), likelihoods=list(Likelihood),
        states=list(State), outcomes=[outcome for outcome in Outcome if outcome is not Outcome.WITHDRAWN],
        saved=desk.people.saved_queries(session.person.name),
    )  # fmt: skip


@router.post("/searches")
def save(
    desk: At,
    session: SignedIn,
    title: Annotated[str, Form(max_length=100)],
    query: Annotated[str, Form(max_length=2000)],
) -> Response:
    """Keep a search under a title."""
    desk.people.save_query(session.person.name, title, query)
    return RedirectResponse(f"/claims?{query}", status_code=303)


@router.post("/searches/forget")
def forget(desk: At, session: SignedIn, title: Annotated[str, Form()]) -> Response:
    """Forget a saved search."""
    desk.people.forget_query(session.person.name, title)
    return RedirectResponse("/claims", status_code=303)


@router.get("/articles/{article_id}")
def article(request: Request, desk: At, session: SignedIn, article_id: str) -> Response:
    """A stored article with all that it asserts marked in it."""
    found = article_of(desk, article_id)
    claims = claims_in(desk, found, session.person.judges_as)
    text = paragraphs(found["text"], marks_in(found, claims))
    return page(request, "article.html", article=found, claims=claims, paragraphs=text)


@router.get("/timeline")
def timeline(request: Request, desk: At, session: SignedIn, asked: Annotated[Stretch, Query()]) -> Response:
    """What happened or was to happen about a topic, month by month; without any wish, what is about now."""
    if not asked.address:
        asked = Stretch(from_day=desk.today - AROUND_NOW, to_day=desk.today + AROUND_NOW)
    rows = desk.ask("desk_timeline", **asked.filters, reviewer=session.person.judges_as, limit=TIMELINE + 1)
    shown, following = rows[:TIMELINE], rows[TIMELINE:]
    months = [(month, list(days)) for month, days in groupby(shown, key=lambda row: f"{row['day']:%B %Y}")]
    return page(
        request, "timeline.html", months=months, asked=asked, topics=desk.topics(),
        later=asked.address | {"from_day": following[0]["day"]} if following else None,
    )  # fmt: skip
