"""The network run by onnxruntime: the default on any processor, without PyTorch."""

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.tagger import heads
from models.tagger.reading import Calibration, NetworkTagger
from schemas.errors import ModelError

MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
CONFIG_FILE = "config.json"
LENGTHS_FILE = "lengths.npy"


class OnnxNetwork:
    """A session over an exported network (models/training/export.py)."""

    def __init__(self, folder: Path, layout: heads.Layout, threads: int) -> None:
        import onnxruntime  # 130 ms that `foresaid --help` need not pay

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or len(os.sched_getaffinity(0))
        options.log_severity_level = 3
        # On shared hosts spinning threads take the time of everybody else.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self.layout = layout
        self.lengths: heads.Array = np.load(folder / LENGTHS_FILE)
        self._session = onnxruntime.InferenceSession(
            folder / MODEL_FILE,
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],  # 14 to 38 % faster without
        )

    def rows(self, ids: NDArray[np.int64], mask: NDArray[np.int64]) -> heads.Array:
        (rows,) = self._session.run(None, {"input_ids": ids, "attention_mask": mask})
        return np.asarray(rows, dtype=np.float32)


def load(folder: Path, name: str, threads: int = 0, min_score: float | None = None) -> NetworkTagger:
    """The tagger in a checkpoint folder; with `min_score`, another threshold than its card states.

    Raises `ModelError` where a file is missing, truncated or of another kind.
    """
    config = _config(folder)
    try:
        layout = heads.Layout(config["pairing_size"])
        threshold = config["min_score"] if min_score is None else min_score
        calibration = Calibration(config["score_scale"], config["score_bias"], threshold)
        network = OnnxNetwork(folder, layout, threads)
        if network.lengths.shape != (heads.LENGTHS, heads.KINDS):
            raise ModelError(f"{folder / LENGTHS_FILE} belongs to another model.")
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return NetworkTagger(name, config["revision"], tokenizer, network, calibration)
    except ModelError:
        raise
    except KeyError as missing:
        raise ModelError(f"{folder / CONFIG_FILE} lacks {missing}: this is not a checkpoint of a tagger.") from None
    except Exception as error:
        raise ModelError(
            f"The model in {folder} cannot be loaded ({type(error).__name__}: {str(error)[:200]}). "
            "Restore its files, or unset FORESAID_MODEL_FOLDER to use the model that ships."
        ) from error


def _config(folder: Path) -> dict[str, Any]:
    try:
        config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(f"There is no model in {folder}: {CONFIG_FILE} is missing.") from None
    except (ValueError, OSError) as error:
        raise ModelError(f"{folder / CONFIG_FILE} cannot be read: {error}.") from None
    if not isinstance(config, dict):
        raise ModelError(f"{folder / CONFIG_FILE} is not a model configuration.")
    return config
