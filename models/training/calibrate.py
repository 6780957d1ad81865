"""Calibration: after training, what a logit is worth and where the threshold lies, measured on text it never saw.

Scores become probabilities by Platt's scaling: a logistic fit of "this span matches a label" on the logit. The
threshold is the one with the best assertion F1. Both go into the checkpoint's configuration.

    python -m models.training.calibrate FOLDER DOCUMENTS    a folder of sheets, or of JSON files in exchange form
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.extractor import TaggingExtractor
from models.labels.documents import LabelledDocument
from models.quality import corpora
from models.quality.measuring import measure
from models.quality.scoring import Comparison, counts_of, total
from models.tagger import onnx
from models.tagger.heads import logit_at

FLOOR = 0.05
"""Spans below this uncalibrated probability are never looked at."""
Floats = NDArray[np.float64]


def calibrate(folder: Path, documents: Sequence[LabelledDocument]) -> None:
    """Writes scale, bias and threshold into the checkpoint's configuration."""
    _write(folder, score_scale=1.0, score_bias=0.0, min_score=FLOOR)
    compared = _measured(folder, documents)
    scores, right = _judged(compared)
    scale, bias = platt(np.array([logit_at(score, 1.0, 0.0) for score in scores]), right)
    best = max(np.arange(0.2, 0.62, 0.04), key=lambda score: _f1_at(folder, documents, scale, bias, float(score)))
    _write(folder, score_scale=scale, score_bias=bias, min_score=round(float(best), 2))


def platt(logits: Floats, right: Floats, rounds: int = 50) -> tuple[float, float]:
    """Scale and bias of the logistic fit, by Newton's method with a little ridge."""
    design = np.stack([logits, np.ones_like(logits)], axis=1)
    weights = np.array([1.0, 0.0])
    for _ in range(rounds):
        expected = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (right - expected) - 1e-3 * weights
        curve = (design * (expected * (1 - expected))[:, None]).T @ design + 1e-3 * np.eye(2)
        weights = weights + np.linalg.solve(curve, slope)
    return float(weights[0]), float(weights[1])


def _judged(compared: Sequence[Comparison]) -> tuple[list[float], Floats]:
    """Scores of all assertions that required labels or nothing match, and 1.0 where one did."""
    found = [(pair.assertion.model_score, 1.0) for one in compared for pair in one.pairs if not pair.label.optional]
    wrong = [(assertion.model_score, 0.0) for one in compared for assertion in one.spurious]
    return [score for score, _ in found + wrong], np.array([right for _, right in found + wrong])


def _f1_at(folder: Path, documents: Sequence[LabelledDocument], scale: float, bias: float, score: float) -> float:
    _write(folder, score_scale=scale, score_bias=bias, min_score=score)
    return total([counts_of(one) for one in _measured(folder, documents)]).f1("assertion")


def _measured(folder: Path, documents: Sequence[LabelledDocument]) -> list[Comparison]:
    return measure(TaggingExtractor(onnx.load(folder, "calibrating")), documents)


def _write(folder: Path, **values: float) -> None:
    path = folder / onnx.CONFIG_FILE
    config = json.loads(path.read_text(encoding="utf-8")) | values
    path.write_text(json.dumps(config, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    calibrate(Path(sys.argv[1]), corpora.read(Path(sys.argv[2])).documents)
