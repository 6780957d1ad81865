"""Exports a checkpoint to ONNX with 8-bit weights, beside it in the same folder.

Matrix weights become 8-bit in blocks of 64 (MatMulNBits), word embeddings 8-bit rows. Activations become 8-bit where
they are used, block by block of each token by itself, so that what a sentence gets does not depend on its batch. Those
inside the feed-forward layers stay: 8 bits would blur them beside their few large values (docs/model.md).

    python -m models.training.export FOLDER
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer

from models.tagger.network import TaggerNetwork
from models.tagger.onnx import CONFIG_FILE, LENGTHS_FILE, MODEL_FILE

OPSET = 20
BLOCK = 64
FLOAT32, INT8 = 1, 4
"""What MatMulNBits computes in (its attribute `accuracy_level`)."""


def export(folder: Path) -> None:
    """Writes `model.onnx` and `lengths.npy` for the checkpoint in the folder."""
    network = TaggerNetwork.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()
    np.save(folder / LENGTHS_FILE, network.lengths.weight.detach().numpy())
    full = folder / "full.onnx"
    _write_float32(network, full)
    model = onnx.load(full)
    full.unlink()
    _quantize_embeddings(model)
    quantizer = MatMulNBitsQuantizer(
        model,
        algo_config=DefaultWeightOnlyQuantConfig(block_size=BLOCK, is_symmetric=True, accuracy_level=INT8, bits=8),
    )
    quantizer.process()
    _keep_inner_activations(quantizer.model.model, network.config.intermediate_size)
    onnx.save(quantizer.model.model, folder / MODEL_FILE)
    (folder / MODEL_FILE).chmod(0o644)
    _stamp(folder)


def _stamp(folder: Path) -> None:
    """Writes the revision, a hash of the weights that are run, into the configuration."""
    digest = hashlib.sha256((folder / MODEL_FILE).read_bytes()).hexdigest()[:12]
    path = folder / CONFIG_FILE
    config = json.loads(path.read_text(encoding="utf-8")) | {"revision": digest}
    path.write_text(json.dumps(config, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _write_float32(network: TaggerNetwork, path: Path) -> None:
    ids = torch.ones(2, 16, dtype=torch.long)
    sizes = {0: torch.export.Dim("batch"), 1: torch.export.Dim("tokens", max=512)}
    torch.onnx.export(
        network,
        (ids, torch.ones_like(ids)),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=["rows"],
        dynamic_shapes={"input_ids": sizes, "attention_mask": sizes},
        opset_version=OPSET,
        dynamo=True,
        external_data=False,
    )


def _quantize_embeddings(model: onnx.ModelProto) -> None:
    """Replaces the word embeddings (the largest table, looked up by Gather) by int8 rows with a scale each."""
    graph = model.graph
    table = max(graph.initializer, key=lambda one: one.dims[0] if len(one.dims) == 2 else 0)
    values = onnx.numpy_helper.to_array(table).astype(np.float32)
    scales = np.maximum(np.abs(values).max(axis=1, keepdims=True) / 127, 1e-12).astype(np.float32)
    rows = np.round(values / scales).astype(np.int8)
    (gather,) = [node for node in graph.node if node.op_type == "Gather" and node.input[0] == table.name]
    out, indices = gather.output[0], gather.input[1]
    at = list(graph.node).index(gather)
    graph.node.remove(gather)
    nodes = [
        onnx.helper.make_node("Gather", ["word_rows", indices], ["word_rows_found"]),
        onnx.helper.make_node("Cast", ["word_rows_found"], ["word_rows_float"], to=onnx.TensorProto.FLOAT),
        onnx.helper.make_node("Gather", ["word_scales", indices], ["word_scales_found"]),
        onnx.helper.make_node("Mul", ["word_rows_float", "word_scales_found"], [out]),
    ]
    for offset, node in enumerate(nodes):
        graph.node.insert(at + offset, node)
    graph.initializer.remove(table)
    graph.initializer.append(onnx.numpy_helper.from_array(rows, "word_rows"))
    graph.initializer.append(onnx.numpy_helper.from_array(scales, "word_scales"))


def _keep_inner_activations(model: onnx.ModelProto, width: int) -> None:
    """Lets the matrices that take the feed-forward layers' inner activations compute in float32."""
    for node in model.graph.node:
        values = {attribute.name: attribute for attribute in node.attribute}
        if node.op_type == "MatMulNBits" and values["K"].i == width:
            values["accuracy_level"].i = FLOAT32


if __name__ == "__main__":
    export(Path(sys.argv[1]))
