"""A generative model in this process, a small one made here: its decoding never leaves the schema."""

import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs the generative extra")
llguidance = pytest.importorskip("llguidance", reason="needs the generative extra")

from llguidance.hf import from_tokenizer  # noqa: E402
from tokenizers import Tokenizer, decoders, pre_tokenizers  # noqa: E402
from tokenizers.models import BPE  # noqa: E402
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast  # noqa: E402

import models  # noqa: E402
from models.backends import answers, causal  # noqa: E402
from models.backends.causal import CausalModel  # noqa: E402
from schemas import DropReason, Settings  # noqa: E402
from schemas.errors import ModelError  # noqa: E402
from tests.models.marking import article  # noqa: E402

END = "<end>"
FIRST = [END, '"', "]", "}"]
"""Tokens that a model which likes all the same is asked first: it ends whatever may end."""


def _tokenizer(template: str | None = None) -> PreTrainedTokenizerFast:
    """Bytes, and a sign for the end."""
    pieces = FIRST + [one for one in sorted(pre_tokenizers.ByteLevel.alphabet()) if one not in FIRST]
    made = Tokenizer(BPE({piece: at for at, piece in enumerate(pieces)}, []))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=made, eos_token=END)
    tokenizer.chat_template = template
    return tokenizer


def _model(seed: int | None, positions: int = 8000) -> LlamaForCausalLM:
    """Random weights, or none at all: then every token is worth the same, and the first that may come is taken."""
    torch.manual_seed(seed or 0)
    config = LlamaConfig(
        vocab_size=300,  # larger than the tokenizer's, as padded vocabularies are
        hidden_size=16,
        intermediate_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        max_position_embeddings=positions,
        bos_token_id=None,
        eos_token_id=0,
    )
    model = LlamaForCausalLM(config)
    if seed is None:
        for parameter in model.parameters():
            torch.nn.init.zeros_(parameter)
    return model


def generator(seed: int | None, template: str | None = None, positions: int = 8000, **choices: float) -> CausalModel:
    settings = Settings(extractor="causal", model_name="made/up", **choices)
    return CausalModel(_model(seed, positions), _tokenizer(template), settings, "1")


def test_what_may_end_ends_as_an_answer_of_the_schema() -> None:
    reply = generator(None).reply("Do.", "What?")
    assert (reply.text, reply.is_cut_off) == ('{"assertions":[]}', False)
    assert reply.tokens == len("Do.\nWhat?\n\nJSON:\n") + len(reply.text) + 1
    assert answers.Answer.model_validate_json(reply.text).assertions == []


@pytest.mark.parametrize("seed", range(3))
def test_random_weights_never_leave_the_schema(seed: int) -> None:
    reply = generator(seed, answer_tokens=40).reply("Do.", "What?")
    tokenizer = _tokenizer()
    grammar = llguidance.LLMatcher.grammar_from_json_schema(
        json.dumps(answers.schema()), overrides={"whitespace_flexible": False}
    )
    matcher = llguidance.LLMatcher(from_tokenizer(tokenizer, n_vocab=300), grammar)
    written = tokenizer.encode(reply.text)
    assert matcher.validate_tokens(written) == len(written)
    assert reply.text.startswith('{"assertions":[')
    assert reply.is_cut_off or answers.Answer.model_validate_json(reply.text)


def test_the_same_question_has_the_same_answer() -> None:
    asked = generator(3, answer_tokens=40)
    assert asked.reply("Do.", "What?") == asked.reply("Do.", "What?")


def test_a_chat_model_is_asked_in_its_own_form() -> None:
    template = "{% for message in messages %}<{{ message.role }}>{{ message.content }}{% endfor %}<assistant>"
    reply = generator(None, template).reply("Do.", "What?")
    assert reply.tokens == len("<system>Do.<user>What?<assistant>") + len('{"assertions":[]}') + 1


def test_a_question_beyond_the_models_reach_is_not_asked() -> None:
    reply = generator(None, positions=100, answer_tokens=50).reply("Do.", "What? " * 20)
    assert (reply.text, reply.tokens, reply.is_cut_off) == ("", 0, True)


def test_time_cuts_an_answer_off() -> None:
    reply = generator(1, answer_tokens=5000, answer_timeout=0.2).reply("Do.", "What?")
    assert reply.is_cut_off
    assert reply.tokens < 5000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("causal")
    _model(None).save_pretrained(folder)
    _tokenizer().save_pretrained(folder)
    return folder


def test_a_checkpoint_is_loaded_and_reads_an_article(folder: Path) -> None:
    text = "Talks resume in March. Rebels leave."
    extractor = models.load(Settings(extractor="causal", model_name=str(folder)))
    (extraction,) = extractor.extract([article(text)])
    assert (extraction.assertions, extraction.dropped, extraction.sentences) == ((), (), 2)
    assert extraction.model == f"causal:{folder.name}"
    assert extraction.tokens > 1000  # the instructions are read too


def test_what_is_cut_off_in_every_sentence_is_dropped(folder: Path) -> None:
    extractor = models.load(Settings(extractor="causal", model_name=str(folder), answer_tokens=10))
    (extraction,) = extractor.extract([article("Talks resume. Rebels leave.")])
    assert [drop.reason for drop in extraction.dropped] == [DropReason.TOO_LONG] * 2


def test_a_folder_without_a_checkpoint_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=f"The checkpoint {tmp_path} cannot be loaded"):
        causal.load(Settings(extractor="causal", model_name=str(tmp_path)))


def test_a_tokenizer_without_an_end_is_refused(tmp_path: Path) -> None:
    _model(None).save_pretrained(tmp_path)
    tokenizer = _tokenizer()
    tokenizer.eos_token = None
    tokenizer.save_pretrained(tmp_path)
    with pytest.raises(ModelError, match="needs a fast tokenizer with an end token"):
        causal.load(Settings(extractor="causal", model_name=str(tmp_path)))
