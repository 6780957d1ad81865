"""From the encoder's outputs to spans: the part of the model that runs in numpy, the same for every backend.

The network gives each token one row of numbers (`Layout` says which columns are what). A span from token i to token j
gets, for each kind, the score of Dozat & Manning's biaffine pairing of its first and last token (as Yu et al. 2020 use
it for spans), plus the mean of its tokens' inside scores and a term for its length. Spans that don't overlap and
together score highest are chosen exactly (weighted interval scheduling).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

KINDS = 2
LAYERS = ("source", "time", "cue", "condition")
TAGS = 3  # outside, begin, inside
ATTRIBUTES = 6  # four likelihoods, negated, attributed
FLAGS = 2  # the last two of them
LENGTHS = 64  # lengths of spans that are told apart; longer ones count as the longest


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns of a token's row for a pairing space of `size` dimensions."""

    size: int

    @property
    def first(self) -> slice:
        return slice(0, KINDS * self.size)

    @property
    def last(self) -> slice:
        return slice(KINDS * self.size, 2 * KINDS * self.size)

    @property
    def edges(self) -> slice:
        """Inside, first and last score of each kind."""
        return slice(self.last.stop, self.last.stop + 3 * KINDS)

    @property
    def layers(self) -> slice:
        return slice(self.edges.stop, self.edges.stop + len(LAYERS) * TAGS)

    @property
    def attributes(self) -> slice:
        """Each attribute as seen from a span's first token, last token, and on average inside."""
        return slice(self.layers.stop, self.layers.stop + 3 * ATTRIBUTES)

    @property
    def width(self) -> int:
        return int(self.attributes.stop)


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen span: tokens `first`..`last` inclusive, its kind's index and logit."""

    first: int
    last: int
    kind: int
    logit: float


def pair_logits(rows: Array, layout: Layout, lengths: Array) -> Array:
    """Scores (kinds, n, n) of all spans i..j of a sentence of n tokens; `lengths` is (LENGTHS, kinds)."""
    n = len(rows)
    first = rows[:, layout.first].reshape(n, KINDS, layout.size).transpose(1, 0, 2)
    last = rows[:, layout.last].reshape(n, KINDS, layout.size).transpose(1, 2, 0)
    edges = rows[:, layout.edges].reshape(n, KINDS, 3).transpose(1, 2, 0)
    distance = np.arange(n)[None, :] - np.arange(n)[:, None]
    run = np.concatenate([np.zeros((KINDS, 1), np.float32), edges[:, 0].cumsum(-1, dtype=np.float32)], axis=1)
    inside = (run[:, None, 1:] - run[:, :-1, None]) / np.maximum(distance + 1, 1)
    pairing = first @ last / np.float32(layout.size**0.5)
    length = lengths[np.clip(distance, 0, LENGTHS - 1)].transpose(2, 0, 1)
    scores: Array = pairing + edges[:, 1, :, None] + edges[:, 2, None, :] + inside + length
    return scores


def choose(logits: Array, threshold: float) -> list[Choice]:
    """The non-overlapping spans with the highest sum of (probability - probability of the threshold logit).

    Ascending order. Equal sums are decided towards fewer spans, so the result depends on the scores alone.
    """
    best, kind = logits.max(axis=0), logits.argmax(axis=0)
    n = len(best)
    firsts, lasts = np.nonzero(np.triu(best > threshold))
    if not len(firsts):
        return []
    gains = _sigmoid(best[firsts, lasts]) - _sigmoid(np.float32(threshold))
    total, came_from = [0.0] * (n + 1), [-1] * (n + 1)
    by_last = np.argsort(lasts, kind="stable")
    at = 0
    for last in range(n):
        total[last + 1] = total[last]
        while at < len(by_last) and lasts[by_last[at]] == last:
            value = total[firsts[by_last[at]]] + float(gains[by_last[at]])
            if value > total[last + 1]:
                total[last + 1], came_from[last + 1] = value, int(firsts[by_last[at]])
            at += 1
    return _trace(came_from, best, kind)


def _trace(came_from: list[int], best: Array, kind: NDArray[np.intp]) -> list[Choice]:
    out, after = [], len(came_from) - 1
    while after > 0:
        first = came_from[after]
        if first < 0:
            after -= 1
            continue
        out.append(Choice(first, after - 1, int(kind[first, after - 1]), float(best[first, after - 1])))
        after = first
    return out[::-1]


def attributes(rows: Array, layout: Layout, first: int, last: int) -> Array:
    """Logits (ATTRIBUTES,) of the span of tokens first..last."""
    seen = rows[:, layout.attributes].reshape(len(rows), 3, ATTRIBUTES)
    summed: Array = seen[first, 0] + seen[last, 1] + seen[first : last + 1, 2].mean(axis=0)
    return summed


def marks(rows: Array, layout: Layout) -> dict[str, list[tuple[int, int]]]:
    """Token runs (inclusive) of each layer. A run begins at a `begin`, or at an `inside` after an `outside`."""
    tags = rows[:, layout.layers].reshape(len(rows), len(LAYERS), TAGS).argmax(axis=-1)
    return {name: _runs(tags[:, i].tolist()) for i, name in enumerate(LAYERS)}


def _runs(tags: list[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    previous = 0
    for i, tag in enumerate(tags):
        if tag == 1 or (tag == 2 and previous == 0):
            out.append((i, i))
        elif tag == 2:
            out[-1] = (out[-1][0], i)
        previous = tag
    return out


def _sigmoid(x: Array | np.float32) -> Array:
    return np.asarray(1 / (1 + np.exp(np.minimum(-x, np.float32(80)))), dtype=np.float32)  # 88 overflows


def probability(logit: float, scale: float, bias: float) -> float:
    """Platt's calibration: the share of spans with this logit that are right, as measured when the model was made."""
    return float(_sigmoid(np.float32(scale * logit + bias)))


def logit_at(score: float, scale: float, bias: float) -> float:
    """The logit whose calibrated probability is `score`; the inverse of `probability`."""
    inner = min(max(score, 1e-6), 1 - 1e-6)
    return float((np.log(inner / (1 - inner)) - bias) / scale)
