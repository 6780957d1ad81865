"""The scores in plain Python, written from their definitions and apart from the SQL, which has to agree with it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt
from statistics import fmean

WORTH = {"confirmed": 1.0, "partly": 0.5, "late": 0.0, "wrong": 0.0}
SMALL = 20
Z = 1.959963984540054


@dataclass(frozen=True)
class Ruling:
    """A verdict as far as resolutions go: the last one of each reviewer counts."""

    prediction: int
    reviewer: str
    outcome: str
    days_late: int | None = None


@dataclass(frozen=True)
class Told:
    """A prediction as far as scores go; `words` are the numbers of its cue at low, mid and high."""

    source: str | None
    publisher: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    horizon: str
    cue_word: str
    words: tuple[float, float, float]
    is_unlikely: bool
    negated: bool
    has_condition: bool
    is_dated: bool


@dataclass(frozen=True)
class Resolution:
    """What became of a prediction: nothing yet, an outcome, or a dispute."""

    state: str = "open"
    outcome: str | None = None
    days_late: int | None = None


def resolution(rulings: Iterable[Ruling]) -> Resolution:
    """The outcome that most reviewers reached with their last verdict."""
    last = {ruling.reviewer: ruling for ruling in rulings}
    standing = [ruling for ruling in last.values() if ruling.outcome != "withdrawn"]
    if not standing:
        return Resolution()
    votes = Counter(ruling.outcome for ruling in standing)
    best = max(votes.values())
    leaders = [outcome for outcome, count in votes.items() if count == best]
    if len(leaders) > 1:
        return Resolution("disputed")
    days = [ruling.days_late for ruling in standing if ruling.outcome == leaders[0] and ruling.days_late is not None]
    return Resolution("resolved", leaders[0], min(days, default=None))


def chances(told: Told) -> tuple[float, ...]:
    """The chance that the words give to the verdict "confirmed", at low, mid and high."""
    return tuple(1 - number for number in told.words) if told.is_unlikely else told.words


def scores(predictions: Sequence[tuple[Told, Resolution]]) -> dict[tuple[str, str], dict[str, object]]:
    """Every row of the view `scores`, by dimension and name."""
    judged = [WORTH[became.outcome] for _, became in predictions if became.outcome in WORTH]
    base_rate = fmean(judged) if judged else None
    headings: dict[tuple[str, str], list[tuple[Told, Resolution]]] = defaultdict(list)
    for told, became in predictions:
        for heading in _headings(told):
            headings[heading].append((told, became))
    return {heading: _score(members, base_rate) for heading, members in headings.items()}


def wilson(hits: float, n: int) -> tuple[float, float]:
    """Wilson's score interval at 95 %."""
    share = hits / n
    centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    margin = Z / (1 + Z * Z / n) * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    return max(0.0, centre - margin), min(1.0, centre + margin)


def _headings(told: Told) -> list[tuple[str, str]]:
    voices = [("source", told.source)] if told.source else [("author", author) for author in told.authors]
    rest = [("all", "all"), ("publisher", told.publisher), ("horizon", told.horizon), ("cue", told.cue_word)]
    return [*voices, *rest, *(("topic", topic) for topic in told.topics)]


def _score(members: Sequence[tuple[Told, Resolution]], base_rate: float | None) -> dict[str, object]:
    judged = [(told, became, WORTH[became.outcome]) for told, became in members if became.outcome in WORTH]
    counts = Counter(became.outcome for _, became in members)
    figures: dict[str, object] = {
        "predictions": len(members),
        "resolvability": fmean(_is_judgeable(told, became) for told, became in members),
        "disputed": sum(became.state == "disputed" for _, became in members),
        "n": len(judged),
        "is_small_sample": len(judged) < SMALL,
        "base_rate": base_rate,
        **{outcome: counts[outcome] for outcome in ("void", "confirmed", "partly", "late", "wrong")},
    }
    return figures | (_figures(judged, base_rate) if judged and base_rate is not None else {})


def _figures(judged: Sequence[tuple[Told, Resolution, float]], base_rate: float) -> dict[str, object]:
    worth = [came_true for _, _, came_true in judged]
    low, high = wilson(sum(worth), len(judged))
    slipped = [became.days_late or 0 for _, became, _ in judged if became.outcome in ("confirmed", "late")]
    return {
        "hit_rate": fmean(worth),
        "hit_rate_low": low,
        "hit_rate_high": high,
        **{
            f"brier_at_{name}": fmean((chances(told)[place] - came_true) ** 2 for told, _, came_true in judged)
            for place, name in enumerate(("low", "mid", "high"))
        },
        "log_score": fmean(_log_score(chances(told)[1], came_true) for told, _, came_true in judged),
        "brier_base_rate": fmean((base_rate - came_true) ** 2 for came_true in worth),
        "brier_status_quo": fmean(
            (float(told.negated != told.is_unlikely) - came_true) ** 2 for told, _, came_true in judged
        ),
        "sharpness": fmean(2 * abs(chances(told)[1] - 0.5) for told, _, _ in judged),
        "slippage_days": fmean(slipped) if slipped else None,
    }


def _log_score(chance: float, came_true: float) -> float:
    kept = min(0.99, max(0.01, chance))
    return -(came_true * log(kept) + (1 - came_true) * log(1 - kept))


def _is_judgeable(told: Told, became: Resolution) -> bool:
    if became.outcome in WORTH:
        return True
    if became.outcome == "void" and not told.has_condition:
        return False
    return told.is_dated
