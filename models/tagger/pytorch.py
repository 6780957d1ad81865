"""The network run by PyTorch: for a GPU, for checkpoints without ONNX, and to hold one against the other."""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.tagger import heads
from models.tagger.network import TaggerNetwork
from models.tagger.onnx import TOKENIZER_FILE
from models.tagger.reading import Calibration, NetworkTagger
from schemas.errors import ModelError


class TorchNetwork:
    """A checkpoint in float32, on the GPU where there is one."""

    def __init__(self, network: TaggerNetwork) -> None:
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        self._network = network.float().eval().to(self._device)
        self.layout: heads.Layout = network.config.layout
        self.lengths: heads.Array = network.lengths.weight.detach().cpu().numpy().astype(np.float32)

    def rows(self, ids: NDArray[np.int64], mask: NDArray[np.int64]) -> heads.Array:
        with torch.inference_mode():
            given = (torch.from_numpy(one).to(self._device) for one in (ids, mask))
            rows = self._network(*given).cpu().numpy()
        return np.asarray(rows, dtype=np.float32)


def load(folder: Path, name: str, min_score: float | None = None) -> NetworkTagger:
    """The tagger in a checkpoint folder; with `min_score`, another threshold than its card states.

    Raises `ModelError` where it cannot be loaded.
    """
    try:
        network = TaggerNetwork.from_pretrained(folder)
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
    except Exception as error:  # the tokenizer raises nothing narrower
        raise ModelError(
            f"The model in {folder} cannot be loaded ({type(error).__name__}: {str(error)[:200]})."
        ) from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    config = network.config
    threshold = config.min_score if min_score is None else min_score
    calibration = Calibration(config.score_scale, config.score_bias, threshold)
    return NetworkTagger(name, getattr(config, "revision", "unknown"), tokenizer, TorchNetwork(network), calibration)
