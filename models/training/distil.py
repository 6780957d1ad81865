"""Lessons from an ensemble: what several trained networks see in text that nobody labelled.

One network trained on its labels and on these lessons comes near the ensemble at the cost of one (Hinton et al. 2015,
"Distilling the Knowledge in a Neural Network"; Xie et al. 2020, "Self-training with Noisy Student"). The lessons are
probabilities, not decisions: where the ensemble is in doubt, the pupil learns the doubt.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from models.labels.documents import Span
from models.labels.public import read_articles
from models.sentences import split
from models.tagger import heads
from models.tagger.network import TaggerNetwork, layer_logits, pair_logits, span_attributes
from models.tagger.windows import cut, tokenize
from models.training.examples import Article, Batch, Example, Lesson, collate, public_documents

CHOSEN = -1.0
"""Logit from which a span's attributes are taught."""
WINDOWS = 4  # a batch


def unlabelled(articles: Path, tokenizer: Tokenizer) -> Iterator[Article]:
    """The sentences of the labelling split that are in no labelled excerpt, as runs of neighbours without targets."""
    read: defaultdict[str, list[Span]] = defaultdict(list)
    for document in public_documents(articles):
        read[document.doc] += document.sentences
    for article in read_articles(articles):
        if article["split"] == "label":
            yield from _runs(article["text"], read[article["id"]], tokenizer)


def _runs(text: str, read: Sequence[Span], tokenizer: Tokenizer) -> Iterator[Article]:
    spans = [(sentence.char_start, sentence.char_end) for sentence in split(text)]
    known = [any(start < one.end and one.start < end for one in read) for start, end in spans]
    sentences = zip(known, tokenize(tokenizer, text, spans), strict=True)
    for is_known, run in groupby(sentences, key=lambda pair: pair[0]):
        if not is_known:
            yield [Example(tokens, ()) for _, tokens in run if tokens.ids]


def lessons(networks: Sequence[TaggerNetwork], articles: Iterable[Article], wanted: int) -> list[Article]:
    """Taught articles, chosen by lot, of about so many sentences."""
    drawn = list(articles)
    random.Random(0).shuffle(drawn)  # noqa: S311 - a sample, not secrets
    sizes = accumulate(map(len, drawn), initial=0)
    return [teach(networks, article) for article, before in zip(drawn, sizes, strict=False) if before < wanted]


def teach(networks: Sequence[TaggerNetwork], article: Article) -> Article:
    """The article's sentences with the mean of what the networks see in them."""
    windows = list(cut([one.tokens for one in article]))
    out: list[Example] = []
    for at in range(0, len(windows), WINDOWS):
        batch = collate([(article, window) for window in windows[at : at + WINDOWS]])
        out += _taught(networks, batch)
    return out


@torch.no_grad()  # type: ignore[untyped-decorator] # torch is an extra
def _taught(networks: Sequence[TaggerNetwork], batch: Batch) -> list[Example]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        seen = [network(batch.ids, batch.mask).float().flatten(0, 1) for network in networks]
    out = []
    for row, example in enumerate(batch.examples):
        places = batch.gather[row, : len(example.tokens.ids)]
        views = [View(rows[places], network) for rows, network in zip(seen, networks, strict=True)]
        out.append(Example(example.tokens, (), _lesson(views)))
    return out


@dataclass(frozen=True, slots=True)
class View:
    """A network and its rows (n, width) for one sentence."""

    rows: Tensor
    network: TaggerNetwork

    @property
    def pairs(self) -> Tensor:
        layout = self.network.config.layout
        return pair_logits(self.rows[None], self.network.lengths.weight, layout)[0].sigmoid()

    @property
    def inside(self) -> Tensor:
        edges = self.rows[:, self.network.config.layout.edges].view(-1, heads.KINDS, 3)
        return edges[..., 0].T.sigmoid()

    @property
    def marks(self) -> Tensor:
        return layer_logits(self.rows[None], self.network.config.layout)[0].softmax(1)

    def attributes(self, spans: Tensor) -> Tensor:
        logits = span_attributes(self.rows, self.network.config.layout, spans[:, 0], spans[:, 1])
        return torch.cat([logits[:, : -heads.FLAGS].softmax(1), logits[:, -heads.FLAGS :].sigmoid()], dim=1)


def _lesson(views: Sequence[View]) -> Lesson:
    pairs = _mean([view.pairs for view in views])
    chosen = heads.choose(pairs.logit(1e-6).numpy(), CHOSEN)
    spans = torch.tensor([[one.first, one.last] for one in chosen]).view(-1, 2).long()
    return Lesson(
        pairs=pairs.half(),
        inside=_mean([view.inside for view in views]),
        marks=_mean([view.marks for view in views]),
        spans=spans,
        attributes=_mean([view.attributes(spans) for view in views]),
    )


def _mean(values: Sequence[Tensor]) -> Tensor:
    return torch.stack(list(values)).mean(0)
