"""Whether more labels would still help: `python -m benchmarks.learning --articles ARTICLES --dev FOLDER`.

Trains the tagger on shares of the labelled documents (the smaller share lies within the larger) by the recipe of
`models/training/train.py`, calibrates each on the development documents as the shipped one was, and measures it there
and on the text that is held back. Needs the `train` extra; half an hour on one core.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from benchmarks.extraction import table
from models.extractor import TaggingExtractor
from models.quality import corpora
from models.quality.bootstrap import Estimate, estimates
from models.quality.corpora import Corpus
from models.quality.measuring import measure
from models.quality.scoring import counts_of
from models.tagger import onnx
from models.training.calibrate import calibrate
from models.training.examples import Article
from models.training.export import export
from models.training.train import (
    INITIAL_SEED,
    Recipe,
    encoder_folder,
    load_articles,
    load_tokenizer,
    new_network,
    save,
    train,
)

SHARES = (0.10, 0.25, 0.50, 1.0)


@dataclass(frozen=True, slots=True)
class Ground:
    """What is learnt from, and what each share is measured on; the first corpus also calibrates."""

    articles: Sequence[Article]
    corpora: Sequence[Corpus]


def portion(articles: Sequence[Article], share: float) -> list[Article]:
    """So many of the documents, drawn by lot; what a smaller share holds is in every larger one."""
    drawn = list(articles)
    random.Random(0).shuffle(drawn)
    return drawn[: round(share * len(drawn))]


def learnt(ground: Ground, share: float, folder: Path) -> list[object]:
    """A row: share, sentences, seconds of training, and assertion and strict F1 on each corpus."""
    encoder, recipe, articles = encoder_folder(), Recipe(), portion(ground.articles, share)
    torch.manual_seed(INITIAL_SEED)
    network = new_network(encoder, recipe)
    torch.manual_seed(recipe.seed)
    began = time.monotonic()
    train(network, articles, recipe)
    seconds = time.monotonic() - began
    save(network, load_tokenizer(encoder), folder)
    export(folder)
    calibrate(folder, ground.corpora[0].documents)
    extractor = TaggingExtractor(onnx.load(folder, "learning"))
    found = [estimates([counts_of(one) for one in measure(extractor, each.documents)]) for each in ground.corpora]
    figures = [_shown(each[name]) for each in found for name in ("assertion f1", "strict f1")]
    return [f"{share:.0%}", sum(map(len, articles)), round(seconds), *figures]


def _shown(estimate: Estimate) -> str:
    return f"{estimate.value:.3f} ({estimate.low:.2f}–{estimate.high:.2f})"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--shares", type=float, nargs="+", default=SHARES)
    options = parser.parse_args()
    tokenizer = load_tokenizer(encoder_folder())
    ground = Ground(
        load_articles(options.articles, tokenizer), [corpora.read(options.dev), corpora.read(corpora.HELD_BACK)]
    )
    with tempfile.TemporaryDirectory() as folder:
        rows = [learnt(ground, share, Path(folder, f"{share}")) for share in options.shares]
    names = [f"{each.name} {figure}" for each in ground.corpora for figure in ("F1", "strict")]
    print(table(["labels", "sentences", "s", *names], rows))


if __name__ == "__main__":
    main()
