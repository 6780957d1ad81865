"""The word-list baseline: plain enough to say what it does with every sentence."""

import pytest

from models.sentences import split
from models.tagger.tags import Proposition
from models.wordlist import WordList
from schemas import Kind, Likelihood


def tagged(text: str) -> list[Proposition]:
    return [found for one in WordList().tag(text, split(text)).tagged for found in one.propositions]


@pytest.mark.parametrize(
    ("text", "kind", "likelihood", "negated"),
    [
        ("Talks were delayed.", Kind.CLAIM, Likelihood.CERTAIN, False),
        ("Talks will resume.", Kind.PREDICTION, Likelihood.CERTAIN, False),
        ("Talks might not resume.", Kind.PREDICTION, Likelihood.POSSIBLE, True),
        ("Talks are unlikely to resume.", Kind.PREDICTION, Likelihood.UNLIKELY, False),
        ("Talks reportedly failed.", Kind.CLAIM, Likelihood.LIKELY, False),
        ("They won’t come.", Kind.PREDICTION, Likelihood.CERTAIN, True),
    ],
)
def test_a_sentence_is_one_assertion(text: str, kind: Kind, likelihood: Likelihood, negated: bool) -> None:
    (found,) = tagged(text)
    assert (found.kind, found.likelihood, found.negated) == (kind, likelihood, negated)
    assert text[found.start : found.end] == text.rstrip(".")


def test_questions_and_bare_punctuation_are_none() -> None:
    assert tagged("Will they come?\n…\n???") == []


def test_edges_are_left_out() -> None:
    text = "  “It will hold!”  "
    (found,) = tagged(text)
    assert text[found.start : found.end] == "It will hold"


def test_its_cue_is_marked() -> None:
    text = "Rain fell. It may stop."
    first, second = WordList().tag(text, split(text)).tagged
    assert first.cues == ()
    (cue,) = second.cues
    assert text[cue.start : cue.end] == "may"
