"""Examples, the loss and lessons, on a few sentences and networks of random weights. Needs the `train` extra."""

import random
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs the train extra")

from models.labels import sheets  # noqa: E402
from models.training.distil import lessons, teach  # noqa: E402
from models.training.examples import Article, Example, Lesson, batches, examples_of  # noqa: E402
from models.training.objective import loss_of  # noqa: E402
from models.training.train import Recipe, train  # noqa: E402
from tests.models.tagger.networks import tokenizer  # noqa: E402
from tests.models.tagger.test_pytorch import small_network  # noqa: E402

SHEET = """title: Talks put off
published: 2017-01-27

The envoy said on Friday that the talks had been delayed.
  C the talks had been delayed | source=the envoy~The envoy
They will resume by June unless fighting flares up.
  P They will resume by June | time=by June | cue=will | if=unless fighting flares up
The hotel is full.
"""


@pytest.fixture
def labelled(tmp_path: Path) -> list[Example]:
    path = tmp_path / "talks.sheet"
    path.write_text(SHEET, encoding="utf-8")
    return examples_of(sheets.read(path), tokenizer())


def tokens_of(article: Article) -> Counter[tuple[int, ...]]:
    return Counter(one.tokens.ids for one in article)


def test_every_epoch_sees_each_sentence_once_and_in_other_company(labelled: list[Example]) -> None:
    article = [*labelled, *labelled, *labelled]
    rng = random.Random(1)
    epochs = [list(batches([article], 32, rng)) for _ in range(4)]
    for epoch in epochs:
        assert tokens_of(list(chain.from_iterable(batch.examples for batch in epoch))) == tokens_of(article)
    assert len({tuple(batch.ids.shape for batch in epoch) for epoch in epochs}) > 1


def test_training_lowers_the_loss(labelled: list[Example]) -> None:
    network = small_network()
    (batch,) = batches([labelled], 32, random.Random(1))
    before = float(loss_of(network, batch).detach())
    train(network, [labelled], Recipe(epochs=6, encoder_rate=1e-2, head_rate=2e-2))
    assert float(loss_of(network, batch).detach()) < 0.9 * before


def test_a_lesson_is_what_the_networks_see_on_average(labelled: list[Example]) -> None:
    network, other = small_network(), small_network()
    with torch.no_grad():
        other.heads.bias += 0.5
    alone = [[one.lesson for one in teach([each], labelled)] for each in (network, other)]
    together = [one.lesson for one in teach([network, other], labelled)]
    for mine, theirs, ours in zip(*alone, together, strict=True):
        assert isinstance(mine, Lesson)
        assert isinstance(theirs, Lesson)
        assert isinstance(ours, Lesson)
        assert torch.allclose(ours.inside, (mine.inside + theirs.inside) / 2, atol=1e-5)
        assert torch.allclose(ours.marks.sum(1), torch.ones(()), atol=1e-5)
        assert len(ours.spans) == len(ours.attributes)


def test_a_network_learns_nothing_from_its_own_lesson(labelled: list[Example]) -> None:
    network = small_network()
    pupil = teach([network], labelled)
    other = small_network()
    with torch.no_grad():
        other.heads.weight *= -1
    (batch,) = batches([pupil], 32, random.Random(4))
    assert float(loss_of(network, batch).detach()) < float(loss_of(other, batch).detach())


def test_lessons_are_drawn_until_there_are_enough_of_them(labelled: list[Example]) -> None:
    bare = [[Example(one.tokens, ()) for one in labelled]] * 5
    taught = lessons([small_network()], bare, wanted=4)
    assert sum(map(len, taught)) == 6  # two articles of three sentences
    assert all(one.lesson is not None for article in taught for one in article)
