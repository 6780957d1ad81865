"""Averages the weights of several runs into one network (Wortsman et al. 2022, "Model soups").

The runs differ in the order of their batches and in what dropout hid, not in where they began, so that their average
lies in the same valley: better than each, at the cost of one.

    python -m models.training.soup OUT FOLDER FOLDER…
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from models.tagger.network import TaggerNetwork
from models.training.train import load_network, load_tokenizer, save


def average(folders: Sequence[Path]) -> TaggerNetwork:
    """A network whose weights are the means of those in the checkpoint folders."""
    networks = [load_network(folder) for folder in folders]
    weights = [network.state_dict() for network in networks]
    mean = {name: torch.stack([one[name].float() for one in weights]).mean(0) for name in weights[0]}
    networks[0].load_state_dict(mean)
    return networks[0]


if __name__ == "__main__":
    out, *runs = map(Path, sys.argv[1:])
    save(average(runs), load_tokenizer(runs[0]), out)
