"""Rows of the views by hand, as plots get them."""

from typing import Any


def tenth(chance: float, hit_rate: float, n: int = 40, **changes: Any) -> dict[str, Any]:
    """A row of `calibration`, with an interval of ten points on both sides."""
    return {
        "bin_from": int(chance * 10) / 10,
        "bin_to": int(chance * 10) / 10 + 0.1,
        "n": n,
        "is_small_sample": n < 20,
        "chance_at_mid": chance,
        "hit_rate": hit_rate,
        "hit_rate_low": max(0.0, hit_rate - 0.1),
        "hit_rate_high": min(1.0, hit_rate + 0.1),
    } | changes


def score(n: int = 40, **changes: Any) -> dict[str, Any]:
    """A row of `scores` with the figures that plots use."""
    figures: dict[str, Any] = {
        "dimension": "source",
        "name": "the bank",
        "predictions": 50,
        "resolvability": 0.8,
        "n": n,
        "is_small_sample": n < 20,
        "brier_at_low": 0.2,
        "brier_at_mid": 0.15,
        "brier_at_high": 0.18,
        "brier_base_rate": 0.22,
        "brier_status_quo": 0.4,
    }
    return figures | changes


def horizon(name: str, n: int = 40, **changes: Any) -> dict[str, Any]:
    """A row of `scorecard_horizons.sql`; without judged predictions its shares are null."""
    shares = (0.7, 0.6, 0.5, 0.7) if n else (None, None, None, None)
    names = ("chance_at_mid", "hit_rate", "hit_rate_low", "hit_rate_high")
    fields = {"horizon": name, "predictions": n + 5, "n": n, "is_small_sample": n < 20}
    return fields | dict(zip(names, shares, strict=True)) | changes
