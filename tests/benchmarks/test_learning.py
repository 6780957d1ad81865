"""The shares of the learning curve. Needs the `train` extra, as the curve does."""

import pytest

pytest.importorskip("torch", reason="needs the train extra")
pytest.importorskip("onnxscript", reason="needs the train extra")

from benchmarks.learning import SHARES, portion
from models.tagger.windows import Tokens
from models.training.examples import Article, Example

ARTICLES: list[Article] = [[Example(Tokens((number,), ((0, 1),), ((0, 1),)), ())] for number in range(40)]


def test_a_smaller_share_lies_within_the_larger() -> None:
    shares = [{article[0].tokens.ids for article in portion(ARTICLES, share)} for share in SHARES]
    assert [len(share) for share in shares] == [4, 10, 20, 40]
    assert shares[0] < shares[1] < shares[2] < shares[3]
