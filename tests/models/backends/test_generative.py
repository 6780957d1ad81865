"""A generative extractor: passages, halves, the budget, and assertions that the text bears out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import models
from models.backends.generative import GenerativeExtractor, Reply
from schemas import DropReason, Extraction, Prediction, Settings
from schemas.errors import ModelError
from tests.models.backends.talking import Told, answer
from tests.models.marking import article
from tests.models.test_extractor import hold

TEXT = "Ana Okafor spoke. The talks may resume in March, she said. Rebels will leave by June."
RESUME = {"quote": "The talks may resume in March", "sentence": 1}
LEAVE = {
    "quote": "Rebels will leave by June",
    "sentence": 2,
    "source": "author",
    "source_words": "",
    "time": "by June",
    "cue": "will",
    "likelihood": "certain",
}


def read(told: Told, text: str = TEXT, **choices: object) -> Extraction:
    settings = Settings(extractor="endpoint", **choices)
    (extraction,) = GenerativeExtractor(told, settings).extract([article(text)])
    return extraction


def test_an_answer_becomes_assertions() -> None:
    extraction = read(Told([Reply(answer(RESUME, LEAVE), 120)]))
    hold(TEXT, extraction)
    resume, leave = extraction.assertions
    assert isinstance(resume, Prediction)
    assert (resume.source, resume.source_quote, str(resume.resolve_by)) == ("Ana Okafor", "she", "2017-03-31")
    assert (leave.source, str(leave.interval.end), leave.model_score) == (None, "2017-06-30", 1.0)
    assert (extraction.tokens, extraction.sentences, extraction.model) == (120, 3, "told")


def test_what_is_not_in_the_text_is_counted_among_the_dropped() -> None:
    extraction = read(Told([Reply(answer(LEAVE, {"quote": "Peace is certain"}), 50)]))
    assert len(extraction.assertions) == 1
    assert [drop.reason for drop in extraction.dropped] == [DropReason.QUOTE_NOT_IN_TEXT]


def test_the_same_words_in_brackets_are_the_same_assertion() -> None:
    text = "Rebels (those in the north) left."
    quotes = [{"quote": quote, "kind": "claim"} for quote in ("(those in the north)", "those in the north", "those in")]
    extraction = read(Told([Reply(answer(*quotes), 1)]), text)
    hold(text, extraction)
    assert [found.quote for found in extraction.assertions] == ["those in the north", "those in"]
    assert [drop.reason for drop in extraction.dropped] == [DropReason.REPEATED]


def test_a_long_article_is_asked_about_in_passages() -> None:
    text = "\n".join(f"Rebels number {number} will leave by June." for number in range(30))
    told = Told([])
    extraction = read(told, text, passage_characters=200)
    assert len(told.asked) > 5
    assert all(len(question) < 600 for question in told.asked)
    assert extraction.tokens == 10 * len(told.asked)
    assert "[0] " in told.asked[0]
    assert "Before:" in told.asked[1]


def test_an_answer_that_is_cut_off_is_asked_for_in_halves() -> None:
    told = Told([Reply('{"assertions": [', 99, is_cut_off=True), Reply(answer(), 10), Reply(answer(RESUME, LEAVE), 20)])
    extraction = read(told)
    assert [found.quote for found in extraction.assertions] == [RESUME["quote"], LEAVE["quote"]]
    assert extraction.tokens == 129
    assert "[1]" not in told.asked[1]
    assert "[1]" in told.asked[2]


def test_a_sentence_that_is_always_cut_off_is_dropped() -> None:
    extraction = read(Told([Reply("", 5, is_cut_off=True)] * 20))
    assert extraction.assertions == ()
    assert [drop.reason for drop in extraction.dropped] == [DropReason.TOO_LONG] * 3


def test_no_request_begins_beyond_the_budget() -> None:
    told = Told([Reply(answer(), 60)] * 10)
    extractor = GenerativeExtractor(told, Settings(extractor="endpoint", token_budget=100))
    readings = extractor.extract([article(TEXT + str(number)) for number in range(5)])
    next(readings)
    next(readings)
    with pytest.raises(ModelError, match="The budget of 100 tokens is spent; raise FORESAID_TOKEN_BUDGET"):
        next(readings)
    assert len(told.asked) == 2


def test_another_language_is_not_asked_about() -> None:
    told = Told([])
    settings = Settings(extractor="endpoint")
    (extraction,) = GenerativeExtractor(told, settings).extract([article(TEXT, language="de")])
    assert (told.asked, extraction.sentences) == ([], 0)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80), st.text(max_size=40))
def test_any_article_and_any_answer_are_taken(text: str, said: str) -> None:
    quoted = answer({"quote": text[: len(text) // 2], "time": said[:100]}, {"quote": said})
    for reply in (said, quoted):
        hold(text, read(Told([Reply(reply, 1)]), text))


def test_other_instructions_would_be_another_revision() -> None:
    extractor = GenerativeExtractor(Told([]), Settings(extractor="endpoint"))
    model, prompt, rules = extractor.revision.split(".")
    assert (model, len(prompt)) == ("1", 8)
    assert rules.startswith("r")


def test_an_endpoint_is_loaded_by_its_name() -> None:
    extractor = models.load(Settings(extractor="endpoint", model_name="some-model"))
    assert extractor.model == "endpoint:some-model"


@pytest.mark.parametrize("extractor", ["checkpoint", "causal", "endpoint"])
def test_a_model_without_a_name_is_refused(extractor: str) -> None:
    with pytest.raises(ModelError, match=f"FORESAID_EXTRACTOR={extractor} needs FORESAID_MODEL_NAME"):
        models.load(Settings(extractor=extractor))
