"""How plots say that a figure rests on few judged predictions. What is few, the views decide: `is_small_sample`."""

from collections.abc import Mapping
from typing import Any

RING_SAYS = "rings: few judged, says little"


def sample(row: Mapping[str, Any]) -> str:
    """How many predictions a row rests on, in words."""
    predictions = "1 prediction" if row["n"] == 1 else f"{row['n']:,} predictions"
    return f"{predictions} (a small sample)" if row["is_small_sample"] else predictions
