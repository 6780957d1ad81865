"""The scores: twelve predictions worked out by hand, and random ledgers against plain Python."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import log
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import Article, Decision, Likelihood, Outcome, Prediction
from tests.warehouse import reference
from tests.warehouse.reference import Resolution, Ruling, Told
from tests.warehouse.samples import DAY, NOW, RUN, article, decision, keep, prediction, reading
from warehouse import Warehouse, verdicts
from warehouse.door import FileDoor

CUES = {
    # cue of the text: likelihood class, word of the scale "survey", low, mid, high
    "is likely to": (Likelihood.LIKELY, "likely", 0.6, 0.7, 0.75),
    "might": (Likelihood.POSSIBLE, "might", 0.2, 0.4, 0.5),
    "unlikely": (Likelihood.UNLIKELY, "unlikely", 0.1, 0.2, 0.25),
    "will": (Likelihood.CERTAIN, "class:certain", 0.9, 0.9, 0.95),
}

# Twelve predictions of one source. y is what came true; the three squares are (chance - y)² at low, mid and high.
TWELVE = [
    # cue, outcome, more                                          y     low    mid   high
    ("is likely to", Outcome.CONFIRMED, {}),  #                   1    0.16   0.09  0.0625
    ("is likely to", Outcome.CONFIRMED, {}),  #                   1    0.16   0.09  0.0625
    ("is likely to", Outcome.WRONG, {}),  #                       0    0.36   0.49  0.5625
    ("might", Outcome.CONFIRMED, {}),  #                          1    0.64   0.36  0.25
    ("might", Outcome.WRONG, {"negated": True}),  #               0    0.04   0.16  0.25
    ("unlikely", Outcome.CONFIRMED, {}),  # chance 0.9 0.8 0.75   1    0.01   0.04  0.0625
    ("unlikely", Outcome.WRONG, {}),  #                           0    0.81   0.64  0.5625
    ("will", Outcome.CONFIRMED, {}),  #                           1    0.01   0.01  0.0025
    ("will", Outcome.LATE, {}),  #          3 days late           0    0.81   0.81  0.9025
    ("is likely to", Outcome.PARTLY, {}),  #                      0.5  0.01   0.04  0.0625
    ("is likely to", Outcome.VOID, {}),  #  no condition: too vague to be judged
    ("will", None, {"by": None}),  #        open and without a date
]  #                                        sums of ten           5.5  3.01   2.73  2.78

BY_HAND = {
    "predictions": 12,
    "n": 10,
    "is_small_sample": True,
    "confirmed": 5,
    "partly": 1,
    "late": 1,
    "wrong": 3,
    "void": 1,
    "disputed": 0,
    "resolvability": 10 / 12,
    "hit_rate": 0.55,
    # centre (0.55 + 0.1920729410) / 1.3841458821, margin 1.9599639845 / 1.3841458821 * sqrt(0.02475 + 0.0096036471)
    "hit_rate_low": 0.2736696896,
    "hit_rate_high": 0.7985770304,
    "brier_at_low": 0.301,
    "brier_at_mid": 0.273,
    "brier_at_high": 0.278,
    "log_score": -(2.5 * log(0.7) + 1.5 * log(0.3) + log(0.4 * 0.6 * 0.8 * 0.2 * 0.9 * 0.1)) / 10,
    "base_rate": 0.55,
    "brier_base_rate": (5 * 0.45**2 + 4 * 0.55**2 + 0.05**2) / 10,  # 0.2225
    "brier_status_quo": 0.625,  # 1, 1, 0, 1, 1 (denied), 0 (unlikely), 1 (unlikely), 1, 0, 0.25
    "sharpness": 0.48,
    "slippage_days": 0.5,  # five in time, one three days late
}


def test_twelve_predictions_by_hand(house: Warehouse) -> None:
    story = article(1, sentences=12)
    said = [_said(story, place, cue, more) for place, (cue, _, more) in enumerate(TWELVE)]
    keep(house, story, reading(story, *said))
    _settle(house.path, [decision(one, outcome) for one, (_, outcome, _) in zip(said, TWELVE, strict=True) if outcome])
    (row,) = house.query("FROM scores WHERE dimension = 'source' AND name = 'the bank'").dicts()
    assert {name: _rounded(row[name]) for name in BY_HAND} == {name: _rounded(value) for name, value in BY_HAND.items()}


def test_calibration_of_the_twelve(house: Warehouse) -> None:
    story = article(1, sentences=12)
    said = [_said(story, place, cue, more) for place, (cue, _, more) in enumerate(TWELVE)]
    keep(house, story, reading(story, *said))
    _settle(house.path, [decision(one, outcome) for one, (_, outcome, _) in zip(said, TWELVE, strict=True) if outcome])
    bins = house.query("SELECT bin_from, n, chance_at_mid, hit_rate FROM calibration WHERE dimension = 'all'").rows
    assert [tuple(map(_rounded, row)) for row in bins] == [
        (0.4, 2, 0.4, 0.5),
        (0.7, 4, 0.7, 0.625),
        (0.8, 2, 0.8, 0.5),
        (0.9, 2, 0.9, 0.5),
    ]


def test_another_scale_scores_the_same_ledger_otherwise(house: Warehouse) -> None:
    story = article(1)
    keep(house, story, reading(story, _said(story, 0, "is likely to", {})))
    _settle(house.path, [decision(_said(story, 0, "is likely to", {}))])
    mids = {}
    for scale in ("survey", "icd203", "kent"):
        (row,) = Warehouse(house.path, scale=scale).query("SELECT cue_word, chance_at_mid FROM scored").rows
        mids[scale] = row
    assert mids == {"survey": ("likely", 0.7), "icd203": ("likely", 0.675), "kent": ("likely", 0.75)}


@pytest.mark.parametrize(
    ("cue", "likelihood", "word"),
    [
        ("Is Very Likely To", "likely", "very likely"),
        ("not likely", "unlikely", "class:unlikely"),
        ("won't", "certain", "class:certain"),
        ("is certainly going to", "certain", "class:certain"),
        (None, "certain", "class:certain"),
        ("likelyish", "likely", "class:likely"),
    ],
)
def test_how_a_cue_is_understood(house: Warehouse, cue: str | None, likelihood: str, word: str) -> None:
    story = article(1)
    keep(house, story, reading(story, prediction(story, 0, cue=cue, likelihood=likelihood)))
    answer = Warehouse(house.path, scale="icd203").query("SELECT cue_word FROM predictions").rows
    assert answer == ((word,),)


@dataclass(frozen=True)
class Ledger:
    """A random ledger: predictions with what is told of them, and rulings in the order in which they are given."""

    told: tuple[Told, ...]
    rulings: tuple[Ruling, ...]


@st.composite
def told(draw: st.DrawFn) -> Told:
    cue = draw(st.sampled_from(list(CUES)))
    likelihood, word, *words = CUES[cue]
    is_dated = draw(st.booleans())
    return Told(
        source=draw(st.sampled_from(["the bank", "the Kremlin", None])),
        publisher=draw(st.sampled_from(["The Review", "Furrow Wire"])),
        authors=draw(st.sampled_from([(), ("Ines Carrow",), ("Ines Carrow", "Bo Lund")])),
        topics=draw(st.sampled_from(list(TITLES))),
        horizon=draw(st.sampled_from(list(HORIZONS))) if is_dated else "undated",
        cue_word=word,
        words=(words[0], words[1], words[2]),
        is_unlikely=likelihood is Likelihood.UNLIKELY,
        negated=draw(st.booleans()),
        has_condition=draw(st.booleans()),
        is_dated=is_dated,
    )


TITLES = {
    (): "Nothing much",
    ("Inflation",): "Prices: inflation seen falling",
    ("Elections", "Inflation"): "Inflation before the elections",
}
HORIZONS = {"week": 7, "month": 31, "quarter": 92, "year": 366, "longer": 367}


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    predictions = draw(st.lists(told(), min_size=1, max_size=6))
    places = st.integers(0, len(predictions) - 1)
    reviewers = st.sampled_from(["ann", "bob", "cy"])
    rulings = []
    for place, reviewer in draw(st.lists(st.tuples(places, reviewers), max_size=12)):
        allowed = [outcome for outcome in Outcome if predictions[place].is_dated or outcome is not Outcome.LATE]
        outcome = draw(st.sampled_from(allowed))
        days = draw(st.integers(1, 40)) if outcome is Outcome.LATE else None
        rulings.append(Ruling(place, reviewer, outcome.value, days))
    return Ledger(tuple(predictions), tuple(rulings))


@given(ledgers())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=6)
def test_sql_and_python_agree_on_random_ledgers(empty: Path, tmp_path: Path, ledger: Ledger) -> None:
    _assert_agreement(empty, tmp_path, ledger)


@pytest.mark.slow
@given(ledgers())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
def test_sql_and_python_agree_on_many_random_ledgers(empty: Path, tmp_path: Path, ledger: Ledger) -> None:
    _assert_agreement(empty, tmp_path, ledger)


def _assert_agreement(empty: Path, tmp_path: Path, ledger: Ledger) -> None:
    house = Warehouse(shutil.copyfile(empty, tmp_path / "random.duckdb"))
    said = _told_predictions(house, ledger.told)
    _settle(house.path, [_ruling_decision(said, ruling) for ruling in ledger.rulings])
    resolutions = [
        reference.resolution(ruling for ruling in ledger.rulings if ruling.prediction == place)
        for place in range(len(ledger.told))
    ]
    assert _resolutions(house, said) == resolutions
    expected = reference.scores(list(zip(ledger.told, resolutions, strict=True)))
    rows = {(row["dimension"], row["name"]): row for row in house.query("FROM scores").dicts()}
    assert set(rows) == set(expected)
    for heading, figures in expected.items():
        assert {name: rows[heading][name] for name in figures} == _to_the_last_digit(figures), heading
    assert house.check() == []


def _said(story: Article, place: int, cue: str, more: dict[str, Any]) -> Prediction:
    return prediction(story, place, cue=cue, likelihood=CUES[cue][0], source="the bank", **more)


def _told_predictions(house: Warehouse, told: Sequence[Told]) -> list[Prediction]:
    """Store an article and a prediction for each that is told of."""
    stories = [
        article(number, publisher=one.publisher, authors=one.authors, title=TITLES[one.topics])
        for number, one in enumerate(told)
    ]
    said = [_told_prediction(story, one) for story, one in zip(stories, told, strict=True)]
    house.add_articles("b1_articles", stories, RUN, NOW)
    house.add_extractions(
        "b1_readings", [reading(story, one) for story, one in zip(stories, said, strict=True)], RUN, NOW
    )
    return said


def _told_prediction(story: Article, one: Told) -> Prediction:
    cue = next(cue for cue, (_, word, *_) in CUES.items() if word == one.cue_word)
    return prediction(
        story,
        by=DAY + timedelta(days=HORIZONS[one.horizon]) if one.is_dated else None,
        cue=cue,
        likelihood=CUES[cue][0],
        source=one.source,
        negated=one.negated,
        condition="if all goes well" if one.has_condition else None,
    )


def _ruling_decision(said: Sequence[Prediction], ruling: Ruling) -> Decision:
    more = {"days_late": ruling.days_late} if ruling.days_late else {}
    return decision(said[ruling.prediction], Outcome(ruling.outcome), ruling.reviewer, **more)


def _settle(path: Path, decisions: Sequence[Decision]) -> None:
    """Decide all of it in one go; taking back what does not stand is refused in the ledger and passed over here."""
    with FileDoor(path, lock_timeout=20).writing() as con:
        for minute, given_decision in enumerate(decisions):
            moment = NOW + timedelta(minutes=minute)
            if given_decision.outcome is not Outcome.WITHDRAWN:
                verdicts.decide(con, given_decision, moment)
            elif verdicts.standing_verdict(con, given_decision.claim_id, given_decision.reviewer):
                verdicts.undo(con, given_decision.claim_id, given_decision.reviewer, moment)


def _resolutions(house: Warehouse, said: Sequence[Prediction]) -> list[Resolution]:
    rows = {row["claim_id"]: row for row in house.claims().dicts()}
    return [
        Resolution(rows[one.claim_id]["state"], rows[one.claim_id]["outcome"], rows[one.claim_id]["days_late"])
        for one in said
    ]


def _to_the_last_digit(figures: dict[str, object]) -> dict[str, object]:
    return {
        name: pytest.approx(value, abs=1e-12) if isinstance(value, float) else value for name, value in figures.items()
    }


def _rounded(value: object) -> object:
    return round(value, 10) if isinstance(value, float) else value
