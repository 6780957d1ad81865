"""Training examples: labelled sentences as tokens, and the batches of windows that are made of them."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from models.labels import public, sheets
from models.labels.documents import Label, LabelledDocument, Span, labels_of
from models.tagger.windows import PAD, WINDOW_SENTENCES, Tokens, Window, cut, tokenize
from schemas import Kind, Likelihood

OWN = Path(sheets.__file__).with_name("own")
LIKELIHOODS = tuple(Likelihood)


@dataclass(frozen=True, slots=True)
class Target:
    """One labelled assertion in tokens of its sentence (first and last, inclusive)."""

    kind: int
    first: int
    last: int
    optional: bool
    likelihood: int
    negated: bool
    attributed: bool
    marks: tuple[tuple[int, int] | None, ...]
    """Token runs of source, time, cue, condition."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What trained networks see in a sentence of n tokens that nobody labelled, as probabilities (distil.py)."""

    pairs: Tensor
    """(kinds, n, n): the spans"""
    inside: Tensor
    """(kinds, n)"""
    marks: Tensor
    """(layers, tags, n)"""
    spans: Tensor
    """(k, 2): first and last token of the spans that the networks choose"""
    attributes: Tensor
    """(k, attributes) of those"""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its targets, or with the lesson that stands for them."""

    tokens: Tokens
    targets: tuple[Target, ...]
    lesson: Lesson | None = None


def own_documents(folder: Path = OWN) -> list[LabelledDocument]:
    """The sheets of a folder, by name."""
    return [sheets.read(path) for path in sorted(folder.glob("*.sheet"))]


def public_documents(articles: Path) -> list[LabelledDocument]:
    """The labelled public articles, joined to their text."""
    return list(public.join(articles))


def examples_of(document: LabelledDocument, tokenizer: Tokenizer) -> list[Example]:
    """The document's labelled sentences in order."""
    spans = [(sentence.start, sentence.end) for sentence in document.sentences]
    tokens = tokenize(tokenizer, document.text, spans)
    return [
        Example(one, tuple(_targets(one, labels_of(document.labels, sentence))))
        for sentence, one in zip(document.sentences, tokens, strict=True)
    ]


def _targets(tokens: Tokens, labels: Iterable[Label]) -> Iterator[Target]:
    for label in labels:
        run = _run(tokens, label.span)
        if run:
            parts = (label.source_span, label.time, label.cue, label.condition)
            yield Target(
                kind=int(label.kind is Kind.PREDICTION),
                first=run[0],
                last=run[1],
                optional=label.optional,
                likelihood=LIKELIHOODS.index(label.likelihood),
                negated=label.negated,
                attributed=label.source != "author",
                marks=tuple(_run(tokens, part) if part else None for part in parts),
            )


def _run(tokens: Tokens, span: Span) -> tuple[int, int] | None:
    """First and last token that touch the span."""
    touched = [i for i, (start, end) in enumerate(tokens.offsets) if start < span.end and end > span.start]
    return (touched[0], touched[-1]) if touched else None


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of some articles, padded, and where their sentences lie in them."""

    ids: Tensor
    """(windows, tokens)"""
    mask: Tensor
    """(windows, tokens)"""
    gather: Tensor
    """(sentences, n): index of each sentence token in the flattened windows."""
    real: Tensor
    """(sentences, n): whether there is a token."""
    examples: tuple[Example, ...]


Article = Sequence[Example]


def batches(articles: Sequence[Article], sentences: int, rng: random.Random) -> Iterator[Batch]:
    """Batches of about so many sentences, of windows of similar length, in random order; another order each epoch."""
    windows = [entry for article in articles for entry in _windows(article, rng)]
    rng.shuffle(windows)
    grouped: list[list[tuple[Article, Window]]] = []
    for at in range(0, len(windows), 200):  # sorting within chunks keeps the order random enough
        group: list[tuple[Article, Window]] = []
        for entry in sorted(windows[at : at + 200], key=lambda entry: len(entry[1].ids)):
            group.append(entry)
            if sum(len(window.sentences) for _, window in group) >= sentences:
                grouped.append(group)
                group = []
        if group:
            grouped.append(group)
    rng.shuffle(grouped)
    yield from map(collate, grouped)


def _windows(article: Article, rng: random.Random) -> Iterator[tuple[Article, Window]]:
    """The article's windows, the first of random length: each epoch sees sentences with other neighbours."""
    at = rng.randrange(WINDOW_SENTENCES)
    for part in (article[:at], article[at:]):
        yield from ((part, window) for window in cut([one.tokens for one in part]))


def collate(entries: Sequence[tuple[Article, Window]]) -> Batch:
    """One batch of the given windows."""
    longest = max(len(window.ids) for _, window in entries)
    ids = torch.full((len(entries), longest), PAD)
    places, examples = [], []
    for row, (article, window) in enumerate(entries):
        ids[row, : len(window.ids)] = torch.tensor(window.ids)
        for number, place in window.sentences:
            examples.append(article[number])
            places.append(row * longest + place)
    lengths = torch.tensor([len(one.tokens.ids) for one in examples])
    steps = torch.arange(int(lengths.max()))
    real = steps[None, :] < lengths[:, None]
    gather = (torch.tensor(places)[:, None] + steps[None, :]) * real
    return Batch(ids, (ids != PAD).long(), gather, real, tuple(examples))
