"""Further pre-training: the encoder fills in masked words of the articles that the tagger will be trained on.

The published MiniLM was tuned to embed whole sentences; this brings back what it knew of single words (Gururangan et
al. 2020, "Don't Stop Pretraining").

    python -m models.training.pretrain --articles ARTICLES --out FOLDER [--epochs N]
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody knows it by
from torch import Tensor, nn
from transformers import BertModel

from models.labels.public import read_articles
from models.sentences import split
from models.tagger.windows import PAD, Window, cut, tokenize
from models.training.examples import own_documents
from models.training.train import encoder_folder, load_tokenizer

MASK = 103
SPECIAL = 999  # BERT's ids below are not words
MASKED = 0.15
BATCH = 6  # windows
RATE = 2e-4


class MaskedWords(nn.Module):  # type: ignore[misc] # torch is an extra, its types are not at hand
    """The encoder with BERT's head for masked words: a transformed token against the word embeddings."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.encoder = encoder
        self.transform = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.LayerNorm(size))
        self.bias = nn.Parameter(torch.zeros(encoder.config.vocab_size))

    def forward(self, ids: Tensor, mask: Tensor, chosen: Tensor) -> Tensor:
        """Scores (chosen tokens, vocabulary)."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state[chosen]
        scores: Tensor = self.transform(hidden) @ self.encoder.embeddings.word_embeddings.weight.T + self.bias
        return scores


def batches(windows: list[Window], rng: random.Random) -> Iterator[Tensor]:
    """Padded ids of windows of similar length, in random order."""
    windows = sorted(windows, key=lambda window: len(window.ids) + rng.random() * 8)
    groups = [windows[at : at + BATCH] for at in range(0, len(windows), BATCH)]
    rng.shuffle(groups)
    for group in groups:
        ids = torch.full((len(group), max(len(one.ids) for one in group)), PAD)
        for row, window in enumerate(group):
            ids[row, : len(window.ids)] = torch.tensor(window.ids)
        yield ids


def hide(ids: Tensor) -> tuple[Tensor, Tensor]:
    """Ids with some words hidden, and where: 80 % of those become the mask, 10 % another word, 10 % stay."""
    chosen = (torch.rand(ids.shape) < MASKED) & (ids > SPECIAL)
    lot = torch.rand(ids.shape)
    hidden = torch.where(chosen & (lot < 0.8), torch.tensor(MASK), ids)
    other = torch.randint(SPECIAL + 1, 30_000, ids.shape)
    return torch.where(chosen & (lot >= 0.8) & (lot < 0.9), other, hidden), chosen


def pretrain(model: MaskedWords, windows: list[Window], epochs: int) -> None:
    """Trains in place."""
    rng = random.Random(0)  # noqa: S311 - shuffling, not secrets
    model.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    optimiser = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=RATE, weight_decay=0.01)
    steps = epochs * -(-len(windows) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(step / 100, 1 - step / steps))
    began, total, step = time.monotonic(), 0.0, 0
    for _ in range(epochs):
        for ids in batches(windows, rng):
            hidden, chosen = hide(ids)
            if not chosen.any():
                continue
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = model(hidden, (ids != PAD).long(), chosen)
            loss = F.cross_entropy(scores.float(), ids[chosen])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total, step = total + loss.item(), step + 1
            if step % 200 == 0:
                print(f"{step}/{steps}: loss {total / 200:.3f}, {time.monotonic() - began:.0f} s", flush=True)
                total = 0.0


def texts(articles: Path) -> list[str]:
    """Texts that may be trained on: the articles of the labelling split, and our own."""
    public = [one["text"] for one in read_articles(articles) if one.get("split", "label") == "label"]
    return public + [document.text for document in own_documents()]


def windows_of(found: Sequence[str], encoder: Path) -> list[Window]:
    """All windows of the texts."""
    tokenizer = load_tokenizer(encoder)
    out: list[Window] = []
    for text in found:
        spans = [(sentence.char_start, sentence.char_end) for sentence in split(text)]
        out += cut(tokenize(tokenizer, text, spans))
    return out


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    options = parser.parse_args()
    torch.manual_seed(0)
    source = encoder_folder()
    windows = windows_of(texts(options.articles), source)
    print(f"{len(windows)} windows, {sum(len(window.ids) for window in windows)} tokens")
    encoder = BertModel.from_pretrained(
        source, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )
    pretrain(MaskedWords(encoder.train()), windows, options.epochs)
    encoder.save_pretrained(options.out)
    load_tokenizer(source).save(str(options.out / "tokenizer.json"))


if __name__ == "__main__":
    main()
