"""The extractor: article in, assertions out, whatever the article."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import models
from models.extractor import RULES, Extractor, TaggingExtractor
from models.tagger.tags import Tagging
from models.wordlist import WordList
from schemas import DropReason, Extraction, Settings
from schemas.errors import ModelError
from tests.models.marking import article
from tests.models.oddities import ODD
from tests.models.tagger.networks import made_up_tagger

EXTRACTORS: dict[str, Extractor] = {
    "word list": TaggingExtractor(WordList()),
    "made-up network": TaggingExtractor(made_up_tagger(0.3)),
}
TEXTS = st.text(
    st.one_of(st.sampled_from(' .!?\n"“”(aAbBMr1ñ中😀\u200f\u0000'), st.characters(exclude_categories=["Cs"])),
    max_size=100,
)
TALKS = "The Geneva talks were delayed. They may resume in March, the envoy said. Will they?"


def read(text: str, extractor: Extractor = EXTRACTORS["word list"]) -> Extraction:
    (extraction,) = extractor.extract([article(text)])
    return extraction


def hold(text: str, extraction: Extraction) -> None:
    """What is true of every reading: quotes at their place, in order, each assertion once."""
    assert all(found.verify(text) for found in extraction.assertions)
    assert all(found.quote.strip() for found in extraction.assertions)
    starts = [found.char_start for found in extraction.assertions]
    assert starts == sorted(starts)
    assert len({found.claim_id for found in extraction.assertions}) == len(extraction.assertions)
    assert all(found.sentence < extraction.sentences for found in extraction.assertions)
    assert all(0 <= drop.char_start <= drop.char_end <= len(text) for drop in extraction.dropped)
    for found in extraction.assertions:
        for part in (found.time, found.cue, found.condition, found.source_quote):
            assert part is None or part in text


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_text_is_read_without_a_fault(text: str) -> None:
    hold(text, read(text))


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_text_is_tagged_without_a_fault(text: str) -> None:
    beginning = text[:3000]  # the made-up network is slower than a real one
    hold(beginning, read(beginning, EXTRACTORS["made-up network"]))


@settings(max_examples=60)
@given(TEXTS.filter(bool), st.sampled_from(list(EXTRACTORS.values())))
def test_any_text_is_read_without_a_fault(text: str, extractor: Extractor) -> None:
    hold(text, read(text, extractor))


def test_sentences_become_assertions() -> None:
    extraction = read(TALKS)
    assert [found.quote for found in extraction.assertions] == [
        "The Geneva talks were delayed",
        "They may resume in March, the envoy said",
    ]
    assert (extraction.sentences, extraction.tokens) == (3, 15)
    assert (extraction.model, extraction.revision) == ("wordlist", f"1.{RULES}")


def test_articles_are_read_one_by_one_and_only_when_asked() -> None:
    asked = []

    def articles() -> object:
        for number in range(3):
            asked.append(number)
            yield article(f"Talks number {number} will resume.")

    readings = EXTRACTORS["word list"].extract(articles())  # type: ignore[arg-type]
    first = next(readings)
    assert first.assertions[0].quote == "Talks number 0 will resume"
    assert asked == [0]
    assert len(list(readings)) == 2


def test_a_reading_does_not_depend_on_other_articles() -> None:
    texts = [TALKS, "Rebels will leave by June.", "It may rain."]
    for extractor in EXTRACTORS.values():
        together = list(extractor.extract(map(article, texts)))
        assert together == [read(text, extractor) for text in texts]


@pytest.mark.parametrize("language", ["de", "ar"])
def test_another_language_yields_an_empty_reading(language: str) -> None:
    (extraction,) = EXTRACTORS["word list"].extract([article(TALKS, language=language)])
    assert (extraction.assertions, extraction.dropped, extraction.sentences) == ((), (), 0)


def test_a_language_that_is_not_known_is_read() -> None:
    (extraction,) = EXTRACTORS["word list"].extract([article(TALKS, language=None)])
    assert extraction.assertions


class Unsure(WordList):
    """A tagger whose card asks for more than its scores reach."""

    min_score = 1.1

    def tag(self, text: str, sentences: object) -> Tagging:
        return super().tag(text, sentences)  # type: ignore[arg-type]


def test_the_card_of_the_model_states_the_threshold() -> None:
    (extraction,) = TaggingExtractor(Unsure()).extract([article(TALKS)])
    assert extraction.assertions == ()
    assert {drop.reason for drop in extraction.dropped} == {DropReason.BELOW_THRESHOLD}


def test_an_operator_may_choose_another() -> None:
    (extraction,) = TaggingExtractor(Unsure(), min_score=0.5).extract([article(TALKS)])
    assert len(extraction.assertions) == 2


def test_time_is_linear_in_length() -> None:
    text = TALKS + " Rebels will leave by the end of June if the truce holds. "
    _seconds(text)
    short, long = (_seconds(text * times) for times in (20, 160))
    assert long < 8 * 3 * short + 0.2


def _seconds(text: str) -> float:
    began = time.process_time()
    read(text)
    return time.process_time() - began


def test_the_baseline_is_loaded_by_its_name() -> None:
    extractor = models.load(Settings(extractor="wordlist", review_after_days=30))
    (extraction,) = extractor.extract([article("They may resume.")])
    assert str(extraction.assertions[0].model_dump()["review_by"]) == "2017-02-26"


def test_a_model_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=f"There is no model in {tmp_path}"):
        models.load(Settings(model_folder=tmp_path))


def test_reading_needs_neither_torch_nor_transformers() -> None:
    program = (
        "import sys, models\n"
        "from schemas import Settings\n"
        "from tests.models.marking import article\n"
        "list(models.load(Settings(extractor='wordlist')).extract([article('Talks will resume.')]))\n"
        "print(sorted({'torch', 'transformers', 'onnx', 'httpx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
