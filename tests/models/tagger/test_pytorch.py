"""The network in PyTorch and the exported one say the same. Needs the `train` extra."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the train extra")
pytest.importorskip("onnxscript", reason="needs the train extra")

from transformers import AutoModel  # noqa: E402

import models  # noqa: E402
from models.quality import corpora  # noqa: E402
from models.quality.gate import measured  # noqa: E402
from models.tagger import onnx, pytorch  # noqa: E402
from models.tagger.heads import attributes, pair_logits  # noqa: E402
from models.tagger.network import (  # noqa: E402
    TaggerConfig,
    TaggerNetwork,
    span_attributes,
)
from models.tagger.network import pair_logits as torch_pair_logits  # noqa: E402
from models.training.export import export  # noqa: E402
from models.training.train import save  # noqa: E402
from schemas import Settings  # noqa: E402
from schemas.errors import ModelError  # noqa: E402
from tests.models.marking import article  # noqa: E402
from tests.models.tagger.networks import tokenizer  # noqa: E402

GOLD = Path(__file__).parents[4] / "shared" / "gold" / "dev"
TOKENS = np.array([[101, 1050, 1060, 1070, 102, 0, 0], [101, 1100, 1200, 1300, 1400, 1500, 102]])
MASK = (TOKENS != 0).astype(np.int64)


def small_network() -> TaggerNetwork:
    """A network of random weights that is as small as the exporter takes it."""
    torch.manual_seed(1)
    config = TaggerConfig(
        pairing_size=8,
        vocab_size=2500,
        hidden_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=128,
        max_position_embeddings=512,
    )
    network: TaggerNetwork = TaggerNetwork(config).eval()
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.1)
    return network


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkpoint")
    save(small_network(), tokenizer(), folder)
    return folder


def test_a_saved_network_is_loaded_by_the_auto_class(folder: Path) -> None:
    loaded = AutoModel.from_pretrained(folder).float()
    assert isinstance(loaded, TaggerNetwork)
    wanted = pytorch.TorchNetwork(small_network()).rows(TOKENS, MASK)
    assert pytorch.TorchNetwork(loaded).rows(TOKENS, MASK) == pytest.approx(wanted, abs=0.02)  # saved in float16


def test_a_checkpoint_reads_an_article(folder: Path) -> None:
    extractor = models.load(Settings(extractor="pytorch", model_folder=folder, min_score=0.05))
    (extraction,) = extractor.extract([article("Talks will resume in March. They may fail.")])
    assert extraction.model == "minilm-pytorch"
    assert extraction.tokens > 10
    assert all(found.model_score >= 0.05 for found in extraction.assertions)


def test_a_folder_without_a_checkpoint_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=f"The model in {tmp_path} cannot be loaded"):
        models.load(Settings(extractor="pytorch", model_folder=tmp_path))


def test_files_may_be_read_by_everybody(folder: Path) -> None:
    assert all(path.stat().st_mode & 0o044 == 0o044 for path in folder.iterdir())


def test_padding_changes_no_row(folder: Path) -> None:
    network = pytorch.TorchNetwork(small_network())
    alone = network.rows(TOKENS[:1, :5], MASK[:1, :5])
    assert network.rows(TOKENS, MASK)[0, :5] == pytest.approx(alone[0], abs=1e-5)


def test_scores_in_training_are_those_in_reading() -> None:
    network = small_network()
    layout, rows = network.config.layout, pytorch.TorchNetwork(network).rows(TOKENS, MASK)[1]
    lengths = network.lengths.weight.detach()
    wanted = pair_logits(rows, layout, lengths.numpy())
    trained = torch_pair_logits(torch.from_numpy(rows)[None], lengths, layout)[0].detach().numpy()
    upper = np.triu_indices(len(rows))
    assert trained[:, *upper] == pytest.approx(wanted[:, *upper], abs=1e-4)
    of_spans = span_attributes(torch.from_numpy(rows), layout, torch.tensor([0, 2]), torch.tensor([3, 2])).numpy()
    assert of_spans[0] == pytest.approx(attributes(rows, layout, 0, 3), abs=1e-4)
    assert of_spans[1] == pytest.approx(attributes(rows, layout, 2, 2), abs=1e-4)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::UserWarning")  # of the exporter
def test_the_exported_network_gives_the_same_rows(folder: Path) -> None:
    export(folder)
    exact = pytorch.load(folder, "torch")
    quantised = onnx.load(folder, "onnx", threads=1)
    wanted = exact._network.rows(TOKENS, MASK)
    found = quantised._network.rows(TOKENS, MASK)
    real = MASK.astype(bool)
    assert np.abs(found - wanted)[real].max() < 0.05 * wanted[real].std()
    assert quantised._network.lengths == pytest.approx(exact._network.lengths)


@pytest.mark.slow
@pytest.mark.parametrize("folder", [folder for folder in (corpora.HELD_BACK, GOLD) if folder.exists()], ids=str)
def test_eight_bits_cost_at_most_half_a_point(folder: Path) -> None:
    corpus = corpora.read(folder)
    exact = measured(models.load(Settings(extractor="pytorch")), corpus)
    quantised = measured(models.load(Settings()), corpus)
    for figure in ("assertion f1", "claim f1", "prediction f1"):
        assert quantised[figure] == pytest.approx(exact[figure], abs=0.005 if figure == "assertion f1" else 0.01)
