"""The contract's scores on cases small enough to count by hand."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.quality.scoring import FIGURES, Counts, compare, counts_of, of_kind, overlap_of, same_source, total
from schemas import Basis, Interval, Kind, Likelihood
from tests.models.quality.labelled import MARCH, SENTENCES, compared, document, found, label

DELAYED, RESUME, LEAVE, HOLD = (
    "the talks were delayed",
    "may resume in March",
    "Rebels will leave by June",
    "The truce may not hold",
)
P, C = Kind.PREDICTION, Kind.CLAIM


def figures(labels: list, assertions: list) -> dict[str, float]:  # type: ignore[type-arg]
    counts = counts_of(compared(labels, assertions))
    return {name: compute(counts) for name, compute in FIGURES.items()}


def test_what_is_right_in_everything_scores_one() -> None:
    labels = [
        label(DELAYED, source="Ana Okafor", interval=Interval()),
        label(RESUME, P, interval=MARCH, likelihood=Likelihood.POSSIBLE),
        label(HOLD, P, negated=True, likelihood=Likelihood.POSSIBLE, interval=Interval()),
    ]
    assertions = [
        found(DELAYED, source="Okafor"),
        found(RESUME, P, interval=MARCH, likelihood=Likelihood.POSSIBLE),
        found(HOLD, P, negated=True, likelihood=Likelihood.POSSIBLE),
    ]
    assert figures(labels, assertions) == dict.fromkeys(FIGURES, 1.0)


def test_missed_and_spurious_ones_are_counted() -> None:
    scores = figures([label(DELAYED), label(RESUME, P), label(LEAVE, P)], [found(DELAYED), found("It rained")])
    assert (scores["precision"], scores["recall"]) == (1 / 2, 1 / 3)
    assert scores["assertion f1"] == pytest.approx(2 / 5)


def test_half_of_the_words_of_the_union_are_enough() -> None:
    assert figures([label("Rebels will leave by")], [found("leave by June")])["assertion f1"] == 0  # 2 of 5
    assert figures([label("Rebels will leave by")], [found("will leave by June")])["assertion f1"] == 1  # 3 of 5
    assert figures([label("Rebels will")], [found("Rebels will leave by")])["assertion f1"] == 1  # 2 of 4


def test_another_kind_is_no_match() -> None:
    scores = figures([label(LEAVE, P)], [found(LEAVE, C)])
    assert scores["assertion f1"] == scores["sentence f1"] == 0


def test_the_best_overlap_is_taken_one_to_one() -> None:
    whole, part = found("Rebels will leave by June"), found("Rebels will leave")
    comparison = compared([label("Rebels will leave")], [whole, part])
    assert [pair.assertion for pair in comparison.pairs] == [part]
    assert comparison.spurious == (whole,)


def test_optional_labels_cost_nothing_either_way() -> None:
    labels = [label(DELAYED), label(LEAVE, P, optional=True)]
    for assertions in ([found(DELAYED)], [found(DELAYED), found(LEAVE, P)]):
        scores = figures(labels, assertions)
        assert scores["assertion f1"] == scores["strict f1"] == scores["sentence f1"] == 1


def test_a_required_label_goes_before_an_optional_one_of_the_same_words() -> None:
    comparison = compared([label(LEAVE, P, optional=True), label(LEAVE, P)], [found(LEAVE, P)])
    assert [pair.label.optional for pair in comparison.pairs] == [False]


@pytest.mark.parametrize(
    ("wrong", "figure"),
    [
        ({"source": "Sergei Lavrov"}, "source"),
        ({"interval": MARCH}, "date"),
        ({"likelihood": Likelihood.LIKELY}, "likelihood"),
        ({"negated": True}, "negation"),
    ],
)
def test_a_wrong_attribute_is_counted_and_no_longer_strictly_right(wrong: dict[str, object], figure: str) -> None:
    scores = figures([label(LEAVE, P, interval=Interval())], [found(LEAVE, P, **wrong)])
    assert scores["assertion f1"] == 1
    assert scores["strict f1"] == 0
    assert scores[figure] == 0
    assert sum(scores[one] for one in ("source", "date", "likelihood", "negation")) == 3


def test_both_ends_of_a_date_count_and_nothing_else_of_it() -> None:
    assert MARCH.start
    later = Interval(start=MARCH.start, end=date(2017, 4, 1), basis=Basis.RELATIVE)
    other_basis = MARCH.model_copy(update={"basis": Basis.RELATIVE})
    wanted = [label(RESUME, P, interval=MARCH)]
    assert figures(wanted, [found(RESUME, P, interval=later)])["date where dated"] == 0
    assert figures(wanted, [found(RESUME, P, interval=other_basis)])["date where dated"] == 1


def test_where_nothing_is_to_be_judged_there_is_no_figure() -> None:
    scores = figures([label(DELAYED)], [found(DELAYED)])
    assert math.isnan(scores["source where attributed"])
    assert math.isnan(scores["date"])  # the annotator was not asked for it
    assert math.isnan(figures([], [])["assertion f1"])


def test_a_sentence_has_a_set_of_kinds() -> None:
    counts = counts_of(
        compared([label(DELAYED), label(RESUME, P), label(LEAVE, P)], [found(DELAYED), found("It rained")])
    )
    assert {name: counts.sums[f"sentence {name}"] for name in ("right", "missed", "spurious")} == {
        "right": 1,
        "missed": 2,
        "spurious": 1,
    }


def test_sentences_that_nobody_labelled_are_left_out() -> None:
    comparison = compare(document(label(DELAYED), sentences=SENTENCES[:1]), [found(DELAYED), found("It rained")])
    assert comparison.spurious == ()


def test_the_part_of_a_kind_holds_nothing_else() -> None:
    whole = compared([label(DELAYED), label(RESUME, P), label(LEAVE, P)], [found(DELAYED), found(HOLD, P)])
    claims, predictions = of_kind(whole, C), of_kind(whole, P)
    assert counts_of(claims).f1("assertion") == counts_of(claims).f1("sentence") == 1
    assert counts_of(predictions).sums["assertion missed"] == 2
    assert counts_of(predictions).sums["sentence spurious"] == 1
    assert total([counts_of(claims), counts_of(predictions)]).sums == counts_of(whole).sums


@pytest.mark.parametrize(
    ("wanted", "given", "same"),
    [
        ("Sergei Lavrov", "Lavrov", True),
        ("Foreign Minister Sergei Lavrov", "Sergei Lavrov", True),
        ("the Kremlin", "Kremlin", True),
        ("the Kremlin", "author", False),
        ("author", "author", True),
        ("The US", "the UK", True),  # titles alone tell nothing apart
        ("Ana Okafor", "Ana Lavrov", False),
        ("officials", "US officials", True),
        ("the president", "author", False),
    ],
)
def test_sources_are_the_same_when_one_name_holds_the_other(wanted: str, given: str, same: bool) -> None:
    assert same_source(wanted, given) is same
    assert same_source(given, wanted) is same


@given(st.frozensets(st.integers(0, 9)), st.frozensets(st.integers(0, 9)))
def test_overlap_is_a_share(some: frozenset[int], others: frozenset[int]) -> None:
    assert 0 <= overlap_of(some, others) == overlap_of(others, some) <= 1
    assert overlap_of(some, some) == bool(some)


def test_nothing_counted_is_no_number() -> None:
    assert all(math.isnan(compute(Counts())) for compute in FIGURES.values())
