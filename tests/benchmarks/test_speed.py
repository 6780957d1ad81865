"""The benchmark of speed: its articles, its arithmetic, and a short run."""

import subprocess
import sys

import pytest

import models
from benchmarks.speed import Measured, Timed, made_up, shares, table
from models.sentences import split
from models.tagger import onnx
from models.wordlist import WordList


def test_made_up_articles_differ_and_are_the_same_in_every_run() -> None:
    articles = made_up(3)
    assert articles == made_up(3)
    assert len({article["text"] for article in articles}) == 3
    assert all(50 <= len(split(article["text"])) <= 75 for article in articles)


def test_a_timed_tagger_tags_the_same() -> None:
    timed, text = Timed(WordList()), "Talks will resume."
    assert timed.tag(text, split(text)) == WordList().tag(text, split(text))
    assert timed.seconds > 0


def test_the_table_divides_by_the_seconds() -> None:
    results = {
        "tagger": Measured(tokens=34_000, articles=20, seconds=2.0, peak=120.4, first=0.234),
        "everything": Measured(34_000, 20, 4.0, 200.0, stages={"tag": 3.0, "store": 1.0}),
    }
    assert "| tagger | 17.0 | 10.0 | 100 | 120 | 0.23 |" in table(results)
    assert "| everything | 8.5 | 5.0 | 200 | 200 | – |" in table(results)
    assert "75.0 %" in shares(results["everything"])


@pytest.mark.slow
@pytest.mark.skipif(not (models.SHIPPED / onnx.MODEL_FILE).exists(), reason="the trained model is not there")
def test_a_short_run() -> None:
    command = [sys.executable, "-m", "benchmarks.speed", "--count", "1", "--rounds", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "| tagger |" in done.stdout
    assert "| everything |" in done.stdout
    assert "tag (the model)" in done.stdout
