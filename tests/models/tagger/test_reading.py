"""Reading an article with a network: the same tags whatever is in the batch, and offsets that hold for any text."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.sentences import split
from models.tagger import reading
from models.tagger.reading import Calibration, NetworkTagger
from models.tagger.tags import Tagged, Tagging
from tests.models.tagger.networks import LAYOUT, MadeUpNetwork, made_up_tagger, tokenizer

TAGGER = made_up_tagger()
TEXTS = st.text(
    st.one_of(st.sampled_from(' .!?\n"“”(aAbBMr1ñ中😀\u200f\u0000'), st.characters(exclude_categories=["Cs"])),
    max_size=120,
)


def tags(text: str, tagger: NetworkTagger = TAGGER) -> Tagging:
    return tagger.tag(text, split(text))


@settings(max_examples=60)
@given(TEXTS)
def test_propositions_and_marks_lie_in_their_sentence(text: str) -> None:
    sentences = split(text)
    tagging = TAGGER.tag(text, sentences)
    assert [one.sentence for one in tagging.tagged] == sentences
    for one in tagging.tagged:
        _hold(one)


def _hold(one: Tagged) -> None:
    at = one.sentence.char_start
    for found in one.propositions:
        assert at <= found.start < found.end <= one.sentence.char_end
        assert 0.5 <= found.score <= 1
        at = found.end
    for mark in (*one.sources, *one.times, *one.cues, *one.conditions):
        assert one.sentence.char_start <= mark.start < mark.end <= one.sentence.char_end


@settings(max_examples=25)
@given(st.lists(st.text("abc de.", min_size=1, max_size=60), min_size=1, max_size=30), st.sampled_from((1, 2, 3, 64)))
def test_tags_are_the_same_whatever_the_batch(lines: list[str], batch: int) -> None:
    text = "\n".join(lines)
    wanted = tags(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "BATCH", batch)
        assert tags(text) == wanted


def test_windows_of_one_batch_are_of_similar_length() -> None:
    network = MadeUpNetwork()
    tagger = NetworkTagger("made up", "1", tokenizer(), network, Calibration(1.0, 0.0, 0.5))
    short, long = "abcd " * 4 + ".\n", "abcdefgh " * 18 + ".\n"
    tags((short * 8 + long) * 10, tagger)
    shapes = [shape[1] for shape in network.shapes]
    assert shapes == sorted(shapes)
    assert all(shape[0] <= reading.BATCH for shape in network.shapes)


def test_every_token_is_counted() -> None:
    assert tags("abc de. x").tokens == 7


def test_a_text_without_words_is_tagged_empty() -> None:
    tagging = tags("\u200b\u200b")
    assert tagging.tokens == 0
    assert all(one == Tagged(one.sentence) for one in tagging.tagged)


def test_a_higher_threshold_finds_nothing_that_scores_below_it() -> None:
    text = "abc def ghi. jkl mno pqr. stu vwx yz. " * 5
    scores = [found.score for one in tags(text, made_up_tagger(0.9)).tagged for found in one.propositions]
    assert scores
    assert min(scores) >= 0.9


class LoudNetwork(MadeUpNetwork):
    """Every span is certain, negated, attributed and unlikely, and every token begins a mark."""

    def rows(self, ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
        rows = np.zeros((*ids.shape, LAYOUT.width), np.float32)
        rows[..., LAYOUT.edges] = 3
        rows[..., LAYOUT.layers.start + 1 : LAYOUT.layers.stop : 3] = 1
        rows[..., LAYOUT.attributes] = np.tile([0, 0, 0, 1, 1, 1], 3)
        return rows


def test_what_the_network_says_reaches_the_tags() -> None:
    tagger = NetworkTagger("loud", "1", tokenizer(), LoudNetwork(), Calibration(1.0, 0.0, 0.5))
    (one,) = tags("a b c", tagger).tagged
    assert [(p.start, p.end) for p in one.propositions] == [(0, 1), (2, 3), (4, 5)]
    assert {(p.likelihood.value, p.negated, p.attributed) for p in one.propositions} == {("unlikely", True, True)}
    assert len(one.sources) == len(one.times) == len(one.cues) == len(one.conditions) == 3
