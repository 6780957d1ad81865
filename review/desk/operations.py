"""What runs and what failed of late, for administrators."""

from fastapi import APIRouter, Depends, Request, Response

from review.desk.access import At, administering
from review.desk.pages import page

RUNS = 30
FAILURES = 100

router = APIRouter(dependencies=[Depends(administering)])


@router.get("/runs")
def runs(request: Request, desk: At) -> Response:
    """The last runs, the last failures, and how the warehouse stands."""
    return page(
        request, "runs.html", runs=desk.ask("desk_runs", limit=RUNS),
        failures=desk.ask("desk_failures", limit=FAILURES), stands=desk.house.status(desk.today),
    )  # fmt: skip
