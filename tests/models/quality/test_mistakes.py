"""Mistakes by cause."""

import pytest

from models.quality.mistakes import Cause, Mistake, mistakes
from schemas import Interval, Kind, Likelihood
from tests.models.quality.labelled import MARCH, compared, found, label, span

P = Kind.PREDICTION


def made(labels: list, assertions: list) -> list[Mistake]:  # type: ignore[type-arg]
    return list(mistakes(compared(labels, assertions)))


def test_what_is_right_is_no_mistake() -> None:
    assert made([label("It rained"), label("Rebels will leave by June", P, optional=True)], [found("It rained")]) == []


@pytest.mark.parametrize(
    ("labels", "assertions", "cause"),
    [
        ([label("It rained")], [], Cause.MISSED),
        ([], [found("It rained")], Cause.SPURIOUS),
        ([label("Rebels will leave by June", P)], [found("Rebels will leave")], Cause.KIND),
        ([label("Rebels will leave by June", P)], [found("June", P)], Cause.BOUNDARIES),
        ([label("Rebels will leave by June", P)], [found("by June")], Cause.BOUNDARIES),
        ([label("It rained", source="Ana Okafor")], [found("It rained")], Cause.SOURCE),
        ([label("It rained", interval=Interval())], [found("It rained", interval=MARCH)], Cause.DATE),
        ([label("It rained")], [found("It rained", likelihood=Likelihood.LIKELY)], Cause.LIKELIHOOD),
        ([label("It rained")], [found("It rained", negated=True)], Cause.NEGATION),
    ],
)
def test_each_has_its_cause(labels: list, assertions: list, cause: Cause) -> None:  # type: ignore[type-arg]
    (mistake,) = made(labels, assertions)
    assert mistake.cause is cause


def test_what_is_missed_and_what_is_spurious_are_two_where_they_share_no_word() -> None:
    causes = [mistake.cause for mistake in made([label("the talks were delayed")], [found("may resume in March", P)])]
    assert causes == [Cause.MISSED, Cause.SPURIOUS]


def test_a_spurious_one_explains_one_missed_one_only() -> None:
    halves = [label("the talks were delayed"), label("may resume in March", P)]
    causes = [m.cause for m in made(halves, [found("the talks were delayed and may resume in March", P)])]
    assert sorted(causes) == [Cause.BOUNDARIES, Cause.MISSED]


def test_a_mistake_is_told_in_words() -> None:
    wanted = label("may resume in March", P, interval=MARCH, time=span("in March"))
    (mistake,) = made([wanted], [found("may resume in March", P, time="March")])
    assert mistake == Mistake(
        Cause.DATE,
        "made-up",
        "Ana Okafor said on Friday that the talks were delayed and may resume in March.",
        "2017-03-01 .. 2017-03-31 from 'in March'",
        "None .. None from 'March'",
    )
