"""What falls due, as a calendar that a calendar program fetches: by an address of its own, without signing in."""

from fastapi import APIRouter, HTTPException, Request, Response

from flows import sweep
from review.desk.access import At

router = APIRouter()


@router.get("/calendar/{token}.ics")
def calendar(request: Request, desk: At, token: str) -> Response:
    """The calendar of whoever has this address. Each event leads to its prediction at the desk."""
    if desk.people.by_calendar(token) is None:
        raise HTTPException(404, "There is no calendar at this address.")

    def link(row: sweep.Row) -> str:
        return str(request.url_for("claim", claim_id=row["claim_id"]))

    rows = desk.ask("desk_calendar", today=desk.today, ahead=sweep.CALENDAR_DAYS)
    return Response(sweep.calendar(rows, desk.clock(), link), media_type="text/calendar")
