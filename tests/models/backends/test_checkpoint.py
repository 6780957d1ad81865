"""Token classifiers of others, small ones made here: what their labels come to."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs the train extra")

from tokenizers import Tokenizer, normalizers, pre_tokenizers, processors  # noqa: E402
from tokenizers.models import WordPiece  # noqa: E402
from transformers import BertConfig, BertForTokenClassification, BertModel, PreTrainedTokenizerFast  # noqa: E402

import models  # noqa: E402
from models.backends import checkpoint  # noqa: E402
from models.sentences import split  # noqa: E402
from models.tagger.tags import Tagged  # noqa: E402
from schemas import Kind, Likelihood, Settings  # noqa: E402
from schemas.errors import ModelError  # noqa: E402
from tests.models.marking import article  # noqa: E402
from tests.models.oddities import ODD  # noqa: E402
from tests.models.test_extractor import hold  # noqa: E402

LABELS = ["O", "B-CLM", "I-CLM", "B-PREDICTION", "I-PREDICTION", "B-SOURCE", "I-SOURCE", "B-TIME", "B-CUE"]
WORDS = {
    "O": ["said", "that", "[UNK]", "[CLS]", "[SEP]", "[PAD]", "."],
    "B-CLM": ["prices"],
    "I-CLM": ["fell", "not", "##ing"],
    "B-PREDICTION": ["talks", "they"],
    "I-PREDICTION": ["resume", "leave"],
    "B-SOURCE": ["ana"],
    "I-SOURCE": ["okafor"],
    "B-TIME": ["friday"],
    "B-CUE": ["may"],
}
"""A word's label is all that the made-up checkpoint knows."""


def _tokenizer() -> PreTrainedTokenizerFast:
    vocabulary = {word: at for at, word in enumerate(word for words in WORDS.values() for word in words)}
    made = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    ends = [(word, vocabulary[word]) for word in ("[SEP]", "[CLS]")]
    made.post_processor = processors.BertProcessing(*ends)
    return PreTrainedTokenizerFast(
        tokenizer_object=made, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]"
    )


def _config(size: int) -> BertConfig:
    return BertConfig(
        vocab_size=size,
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
        id2label=dict(enumerate(LABELS)),
        label2id={label: at for at, label in enumerate(LABELS)},
    )


def _knowing(size: int) -> BertForTokenClassification:
    """A network whose every layer passes the word on, and whose head reads its label off it."""
    network = BertForTokenClassification(_config(size))
    for parameter in network.parameters():
        torch.nn.init.zeros_(parameter)
    for name, parameter in network.named_parameters():
        if name.endswith("LayerNorm.weight"):
            torch.nn.init.ones_(parameter)
    labels = [LABELS.index(label) for label, words in WORDS.items() for _ in words]
    with torch.no_grad():
        network.bert.embeddings.word_embeddings.weight[torch.arange(size), torch.tensor(labels)] = 1
        network.classifier.weight[:] = 2 * torch.eye(len(LABELS), 16)
    return network


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkpoint")
    tokenizer = _tokenizer()
    _knowing(len(tokenizer)).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def loaded(folder: Path, labels: str = "CLM=claim") -> checkpoint.CheckpointTagger:
    return checkpoint.load(Settings(extractor="checkpoint", model_name=str(folder), model_labels=labels))


def tags(folder: Path, text: str) -> list[Tagged]:
    return list(loaded(folder).tag(text, split(text)).tagged)


def test_labels_become_propositions_and_marks(folder: Path) -> None:
    text = "Ana Okafor said that talks resume. Prices fell not. Okafor said."
    resume, fell, nothing = tags(folder, text)
    (found,) = resume.propositions
    assert text[found.start : found.end] == "talks resume"
    assert (found.kind, found.likelihood, found.negated, found.attributed) == (
        Kind.PREDICTION,
        Likelihood.CERTAIN,
        False,
        True,
    )
    assert [text[mark.start : mark.end] for mark in resume.sources] == ["Ana Okafor"]
    (found,) = fell.propositions
    assert (text[found.start : found.end], found.kind) == ("Prices fell not", Kind.CLAIM)
    assert (found.negated, found.attributed) == (True, False)
    assert (nothing.propositions, len(nothing.sources)) == ((), 1)


def test_a_word_has_the_label_of_its_first_piece(folder: Path) -> None:
    text = "Talksing resume."
    (found,) = tags(folder, text)[0].propositions
    assert text[found.start : found.end] == "Talksing resume"
    assert 0.3 < found.score < 1


def test_an_article_becomes_assertions(folder: Path) -> None:
    text = "Ana Okafor said that talks resume. They leave Friday."
    settings = Settings(extractor="checkpoint", model_name=str(folder), model_labels="CLM=claim", min_score=0.1)
    (extraction,) = models.load(settings).extract([article(text)])
    hold(text, extraction)
    resume, leave = extraction.assertions
    assert resume.source == "Ana Okafor"
    assert (leave.time, str(leave.interval.start)) == ("Friday", "2017-01-27")
    assert (extraction.model, extraction.tokens) == ("checkpoint", 15)


@pytest.mark.parametrize("name", ["punctuation", "a table", "Arabic", "emoji", "null bytes", "one word without an end"])
def test_odd_text_is_read_without_a_fault(folder: Path, name: str) -> None:
    settings = Settings(extractor="checkpoint", model_name=str(folder), model_labels="CLM=claim", min_score=0.1)
    (extraction,) = models.load(settings).extract([article(ODD[name])])
    hold(ODD[name], extraction)


def test_tags_are_the_same_whatever_the_batch(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Talks resume. Ana Okafor said that prices fell not.\nThey leave Friday. " * 7
    wanted = tags(folder, text)
    monkeypatch.setattr(checkpoint, "BATCH", 1)
    alone = tags(folder, text)
    assert [[(p.start, p.end, p.kind) for p in one.propositions] for one in alone] == [
        [(p.start, p.end, p.kind) for p in one.propositions] for one in wanted
    ]
    assert [one.sentence for one in wanted] == split(text)


def test_what_a_long_sentence_holds_beyond_the_limit_is_not_read(folder: Path) -> None:
    (only,) = tags(folder, "talks " * 100)
    assert len(only.propositions) == 62  # 64 positions, two of them for the marks of begin and end


def test_other_weights_are_another_revision(folder: Path, tmp_path: Path) -> None:
    tokenizer = _tokenizer()
    BertForTokenClassification(_config(len(tokenizer))).save_pretrained(tmp_path)
    tokenizer.save_pretrained(tmp_path)
    assert loaded(folder).revision == loaded(folder).revision != loaded(tmp_path).revision


def test_labels_without_a_meaning_are_refused(folder: Path) -> None:
    with pytest.raises(ModelError, match="FORESAID_MODEL_LABELS names XYZ"):
        loaded(folder, "XYZ=claim")


def test_a_checkpoint_without_a_head_is_refused(tmp_path: Path) -> None:
    tokenizer = _tokenizer()
    BertModel(_config(len(tokenizer))).save_pretrained(tmp_path)
    tokenizer.save_pretrained(tmp_path)
    with pytest.raises(ModelError, match="has no head for token classification; it would answer at random"):
        loaded(tmp_path)


def test_a_folder_without_a_checkpoint_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=f"The checkpoint {tmp_path} cannot be loaded"):
        loaded(tmp_path)
