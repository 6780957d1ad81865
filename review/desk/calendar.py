"""What falls due, as a calendar that a calendar program fetches: by an address of its own, without signing in."""

from datetime import datetime, timedelta
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from icalendar import Calendar, Event

from review.desk.access import At

PAST = timedelta(days=30)
LISTED = 1000

router = APIRouter()


@router.get("/calendar/{token}.ics")
def calendar(request: Request, desk: At, token: str) -> Response:
    """The calendar of whoever has this address: predictions by their last day, from a month ago on."""
    if desk.people.by_calendar(token) is None:
        raise HTTPException(404, "There is no calendar at this address.")
    feed = Calendar()
    feed.add("prodid", "-//foresaid//due predictions//EN")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", "Predictions that fall due")
    for row in desk.ask("desk_calendar", from_day=desk.today - PAST, limit=LISTED):
        feed.add_component(_event(row, str(request.url_for("claim", claim_id=row["claim_id"])), desk.clock()))
    return Response(feed.to_ical(), media_type="text/calendar")


def _event(row: dict[str, Any], address: str, now: datetime) -> Event:
    who = row["publisher"] if row["source"] == "author" else row["source"]
    event = Event()
    event.add("uid", f"{row['claim_id']}@foresaid")
    event.add("dtstamp", now)
    event.add("dtstart", row["resolve_by"])
    event.add("dtend", row["resolve_by"] + timedelta(days=1))
    event.add("summary", row["headline"])
    event.add("description", f"“{row['quote']}”\n{who}, {row['stated_on']} ({row['likelihood']})")
    event.add("url", address)
    return event
