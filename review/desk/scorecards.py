"""The track record: who predicted how much, how concretely, and what came of it."""

from fastapi import APIRouter, Depends, Request, Response
from markupsafe import Markup

from review.desk.access import At, SignedIn, signed_in
from review.desk.pages import page
from review.plots import Drawing, brier_plot, calibration_plot, horizon_plot, svg
from review.plots import scorecard as scorecard_of
from schemas import Dimension

LISTED = 200
JUDGED_LISTED = 50
HEADINGS = {
    Dimension.SOURCE: "Sources",
    Dimension.PUBLISHER: "Outlets",
    Dimension.AUTHOR: "Authors",
    Dimension.TOPIC: "Topics",
    Dimension.HORIZON: "Horizons",
    Dimension.CUE: "Words of probability",
    Dimension.ALL: "Everything",
}

router = APIRouter(dependencies=[Depends(signed_in)])


@router.get("/scores")
def scores(request: Request, desk: At, dimension: Dimension = Dimension.SOURCE) -> Response:
    """Everybody's record in one table."""
    rows = desk.ask("scores_of", dimension=dimension.value, limit=LISTED)
    return page(request, "scores.html", rows=rows, dimension=dimension, headings=HEADINGS)


@router.get("/scorecard")
def scorecard(request: Request, desk: At, session: SignedIn, dimension: Dimension, name: str) -> Response:
    """The record of one source, outlet, author, horizon or word."""
    card = scorecard_of(desk.board.query, dimension, name)
    judged = desk.ask(
        "desk_scored_predictions", dimension=dimension.value, name=card.name, reviewer=session.person.judges_as,
        limit=JUDGED_LISTED,
    )  # fmt: skip
    plots = (calibration_plot(card.calibration), brier_plot(card.score), horizon_plot(card.horizons))
    return page(
        request, "scorecard.html", score=card.score, dimension=dimension, headings=HEADINGS, name=card.name,
        judged=judged, plots=[_drawn(plot) for plot in plots],
    )  # fmt: skip


@router.get("/agreement")
def agreement(request: Request, desk: At) -> Response:
    """How far reviewers agree on what several of them judged."""
    return page(
        request, "agreement.html", pairs=desk.ask("desk_agreement"), overall=desk.ask("desk_overall_agreement"),
        loose=desk.ask("desk_loose_ends"),
    )  # fmt: skip


def _drawn(plot: Drawing) -> Markup:
    """A drawing as part of a page; `svg` has escaped every text in it."""
    return Markup(svg(plot))  # noqa: S704
