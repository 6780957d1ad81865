"""Loading a checkpoint: what is missing or damaged is said in a sentence. And the checkpoint that ships."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import models
from models.sentences import split
from models.tagger import heads, onnx, reading
from models.tagger.reading import NetworkTagger
from models.tagger.tags import Tagging
from schemas import Settings
from schemas.errors import ModelError
from tests.models.marking import article
from tests.models.oddities import ODD
from tests.models.tagger.networks import tokenizer
from tests.models.test_extractor import hold

CONFIG = {"pairing_size": 4, "score_scale": 1.0, "score_bias": 0.0, "min_score": 0.4, "revision": "1"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that has everything but weights that can be loaded."""
    (tmp_path / onnx.CONFIG_FILE).write_text(json.dumps(CONFIG), encoding="utf-8")
    np.save(tmp_path / onnx.LENGTHS_FILE, np.zeros((heads.LENGTHS, heads.KINDS), np.float32))
    tokenizer().save(str(tmp_path / onnx.TOKENIZER_FILE))
    (tmp_path / onnx.MODEL_FILE).write_bytes(b"not a model")
    return tmp_path


def refused(folder: Path) -> str:
    with pytest.raises(ModelError) as refusal:
        onnx.load(folder, "test")
    return str(refusal.value)


def test_an_empty_folder_holds_no_model(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"There is no model in {tmp_path}: config.json is missing."


@pytest.mark.parametrize("text", ["{", "[]", "\x00"])
def test_a_configuration_that_is_none_is_refused(folder: Path, text: str) -> None:
    (folder / onnx.CONFIG_FILE).write_text(text, encoding="utf-8")
    assert "config.json" in refused(folder)


def test_a_checkpoint_of_another_kind_is_refused(folder: Path) -> None:
    (folder / onnx.CONFIG_FILE).write_text(json.dumps({"model_type": "bert"}), encoding="utf-8")
    assert "lacks 'pairing_size': this is not a checkpoint of a tagger" in refused(folder)


def test_damaged_weights_are_refused_with_what_to_do(folder: Path) -> None:
    said = refused(folder)
    assert f"The model in {folder} cannot be loaded" in said
    assert "unset FORESAID_MODEL_FOLDER" in said


@pytest.mark.parametrize("file", [onnx.MODEL_FILE, onnx.LENGTHS_FILE, onnx.TOKENIZER_FILE])
def test_a_missing_file_is_refused(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert f"The model in {folder} cannot be loaded" in refused(folder)


@pytest.fixture(scope="module")
def shipped() -> Path:
    """The checkpoint that ships, where it is."""
    if not (models.SHIPPED / onnx.MODEL_FILE).exists():
        pytest.skip("the trained model is not there")
    return models.SHIPPED


@pytest.fixture(scope="module")
def tagger(shipped: Path) -> NetworkTagger:
    return onnx.load(shipped, "minilm", threads=1)


def tags(tagger: NetworkTagger, text: str) -> Tagging:
    return tagger.tag(text, split(text))


def test_lengths_of_another_model_are_refused(shipped: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(shipped, tmp_path / "copy")
    np.save(copy / onnx.LENGTHS_FILE, np.zeros((3, 2), np.float32))
    assert refused(copy).endswith("lengths.npy belongs to another model.")


def test_truncated_weights_are_refused(shipped: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(shipped, tmp_path / "copy")
    whole = (copy / onnx.MODEL_FILE).read_bytes()
    (copy / onnx.MODEL_FILE).write_bytes(whole[: len(whole) // 2])
    assert "cannot be loaded" in refused(copy)


def test_the_shipped_model_is_small_and_says_what_it_is(shipped: Path) -> None:
    assert (shipped / onnx.MODEL_FILE).stat().st_size < 30_000_000
    config = json.loads((shipped / onnx.CONFIG_FILE).read_text(encoding="utf-8"))
    assert CONFIG.keys() <= config.keys()
    assert 0 < config["min_score"] < 1


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_the_shipped_model_reads_odd_text(shipped: Path, text: str) -> None:
    beginning = text[:1500]
    extractor = models.load(Settings(model_folder=shipped))
    (extraction,) = extractor.extract([article(beginning)])
    hold(beginning, extraction)


def test_labels_are_the_same_whatever_the_batch(tagger: NetworkTagger, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(one[:120] for one in ODD.values())
    wanted = tags(tagger, text)
    for batch in (1, 32):
        monkeypatch.setattr(reading, "BATCH", batch)
        found = tags(tagger, text)
        assert _labels(found) == _labels(wanted)


def test_labels_are_the_same_whatever_the_threads(shipped: Path, tagger: NetworkTagger) -> None:
    text = "\n".join(one[:100] for one in ODD.values())
    assert _labels(tags(onnx.load(shipped, "minilm", threads=2), text)) == _labels(tags(tagger, text))


def _labels(tagging: Tagging) -> list[object]:
    """Everything but the scores, whose last digits depend on the order of additions."""
    return [
        (
            [(p.start, p.end, p.kind, p.likelihood, p.negated, p.attributed) for p in one.propositions],
            (one.sources, one.times, one.cues, one.conditions),
        )
        for one in tagging.tagged
    ]


def test_a_threshold_of_the_operators_is_kept(shipped: Path) -> None:
    text = "The talks will resume by June, the envoy said. Rebels may leave. GDP fell 3% last year."
    for low in (0.05, 0.9):
        found = [p.score for one in tags(onnx.load(shipped, "minilm", 1, low), text).tagged for p in one.propositions]
        assert all(score >= low - 1e-6 for score in found)


def test_the_shipped_model_needs_no_torch(shipped: Path) -> None:
    program = (
        "import sys, models\n"
        "from schemas import Settings\n"
        "from tests.models.marking import article\n"
        f"extractor = models.load(Settings(model_folder={str(shipped)!r}))\n"
        "list(extractor.extract([article('Talks will resume.')]))\n"
        "print(sorted({'torch', 'transformers', 'onnx', 'httpx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
