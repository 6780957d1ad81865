"""From rows to spans: held against the plainest way to compute the same."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from models.tagger.heads import (
    ATTRIBUTES,
    KINDS,
    LAYERS,
    LENGTHS,
    TAGS,
    Array,
    Choice,
    Layout,
    attributes,
    choose,
    logit_at,
    marks,
    pair_logits,
    probability,
)

LAYOUT = Layout(4)
SCORES = st.floats(-6, 6, width=32)


def rows_of(tokens: int, seed: int = 0) -> Array:
    return np.random.default_rng(seed).normal(0, 1, (tokens, LAYOUT.width)).astype(np.float32)


def test_columns_neither_overlap_nor_leave_gaps() -> None:
    parts = [LAYOUT.first, LAYOUT.last, LAYOUT.edges, LAYOUT.layers, LAYOUT.attributes]
    assert [part.start for part in parts] == [0, *(part.stop for part in parts[:-1])]
    assert LAYOUT.width == parts[-1].stop == 2 * KINDS * 4 + 3 * KINDS + len(LAYERS) * TAGS + 3 * ATTRIBUTES


@given(st.integers(1, 9), st.integers(0, 5))
def test_a_span_scores_as_its_definition_says(tokens: int, seed: int) -> None:
    rows = rows_of(tokens, seed)
    lengths = np.random.default_rng(seed).normal(0, 1, (LENGTHS, KINDS)).astype(np.float32)
    scores = pair_logits(rows, LAYOUT, lengths)
    for kind in range(KINDS):
        for i in range(tokens):
            for j in range(i, tokens):
                first = rows[i, LAYOUT.first].reshape(KINDS, 4)[kind]
                last = rows[j, LAYOUT.last].reshape(KINDS, 4)[kind]
                edges = rows[:, LAYOUT.edges].reshape(tokens, KINDS, 3)[:, kind]
                wanted = (
                    first @ last / 2 + edges[i, 1] + edges[j, 2] + edges[i : j + 1, 0].mean() + lengths[j - i, kind]
                )
                assert scores[kind, i, j] == pytest.approx(wanted, abs=1e-4)


@given(arrays.arrays(np.float32, st.integers(1, 5).map(lambda n: (KINDS, n, n)), elements=SCORES), SCORES)
def test_the_choice_is_the_best_of_all(logits: Array, threshold: float) -> None:
    found = choose(logits, threshold)
    assert all(one.last < other.first for one, other in pairwise(found))
    assert all(one.first <= one.last and one.logit > np.float32(threshold) for one in found)
    assert all(
        one.logit == logits[:, one.first, one.last].max() == logits[one.kind, one.first, one.last] for one in found
    )
    best = max(_worth(logits, threshold, spans) for spans in _layouts(logits.shape[1]))
    assert _worth(logits, threshold, [(one.first, one.last) for one in found]) == pytest.approx(best, abs=1e-5)


def _layouts(tokens: int) -> Iterator[list[tuple[int, int]]]:
    """All sets of spans that don't overlap, by brute force."""
    spans = [(i, j) for i in range(tokens) for j in range(i, tokens)]
    for size in range(tokens + 1):
        for chosen in combinations(spans, size):
            if all(one[1] < other[0] for one, other in combinations(sorted(chosen), 2)):
                yield list(chosen)


def _worth(logits: Array, threshold: float, spans: list[tuple[int, int]]) -> float:
    return sum(_chance(logits[:, i, j].max()) - _chance(np.float32(threshold)) for i, j in spans)


def _chance(logit: np.float32) -> float:
    return float(1 / (1 + np.exp(-np.float64(logit))))


def test_what_is_not_above_the_threshold_is_not_chosen() -> None:
    logits = np.full((KINDS, 3, 3), 0.5, np.float32)
    assert choose(logits, 0.5) == []


def test_one_span_is_preferred_to_two_that_are_worth_the_same() -> None:
    logits = np.full((KINDS, 2, 2), -9, np.float32)
    logits[0, 0, 0], logits[1, 0, 1] = 1, 1
    assert choose(logits, 0.0) == [Choice(0, 0, 0, 1.0)]  # the earlier end decides where sums are equal
    logits[1, 0, 1] = 1.5
    assert choose(logits, 0.0) == [Choice(0, 1, 1, 1.5)]


def test_a_span_has_the_attributes_of_its_edges_and_of_its_mean() -> None:
    rows = rows_of(6)
    seen = rows[:, LAYOUT.attributes].reshape(6, 3, ATTRIBUTES)
    wanted = seen[2, 0] + seen[4, 1] + (seen[2, 2] + seen[3, 2] + seen[4, 2]) / 3
    assert attributes(rows, LAYOUT, 2, 4) == pytest.approx(wanted, abs=1e-5)


def tags_as_rows(*layers: str) -> Array:
    """Rows whose layers read as the given letters, O, B and I, one string a layer."""
    rows = np.zeros((len(layers[0]), LAYOUT.width), np.float32)
    for at, tags in enumerate(layers):
        for token, tag in enumerate(tags):
            rows[token, LAYOUT.layers.start + at * TAGS + "OBI".index(tag)] = 1
    return rows


@pytest.mark.parametrize(
    ("tags", "runs"),
    [
        ("OOOO", []),
        ("OBIO", [(1, 2)]),
        ("BBII", [(0, 0), (1, 3)]),
        ("IIOI", [(0, 1), (3, 3)]),  # an inside without a begin begins
        ("BOIB", [(0, 0), (2, 2), (3, 3)]),
    ],
)
def test_runs_of_tags_are_marks(tags: str, runs: list[tuple[int, int]]) -> None:
    found = marks(tags_as_rows("OOOO", tags, "OOOO", "OOOO"), LAYOUT)
    assert found == {"source": [], "time": runs, "cue": [], "condition": []}


@given(st.floats(0.01, 0.99), st.floats(0.2, 3), st.floats(-3, 3))
def test_a_threshold_is_the_logit_of_its_score(score: float, scale: float, bias: float) -> None:
    assert probability(logit_at(score, scale, bias), scale, bias) == pytest.approx(score, abs=1e-3)


@pytest.mark.parametrize("score", [0.0, 1.0])
def test_the_ends_of_the_scale_have_finite_logits(score: float) -> None:
    assert np.isfinite(logit_at(score, 1.0, 0.0))


@given(st.floats(-400, 400), st.floats(-400, 400))
def test_a_higher_logit_is_never_a_lower_score(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= probability(low, 1.0, 0.0) <= probability(high, 1.0, 0.0) <= 1
