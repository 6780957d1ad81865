"""What training minimises: how wrong the rows are about spans, marks and attributes.

Spans: binary cross-entropy over all pairs of tokens and both kinds. The target of a pair is not 0 or 1 but how well the
span would match (from 0 at an overlap of one half to 1 for the very span): the contract counts a match from one half
on, so near misses must not be punished like nonsense. Optional labels neither reward nor punish.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody knows it by
from torch import Tensor

from models.tagger.heads import ATTRIBUTES, FLAGS, KINDS, LAYERS, TAGS, Layout
from models.tagger.network import TaggerNetwork, layer_logits, pair_logits, span_attributes
from models.training.examples import Batch, Example, Target

MATCH = 0.5
INSIDE_WEIGHT, MARK_WEIGHT, ATTRIBUTE_WEIGHT = 0.5, 4.0, 10.0
"""Beside a span loss that counts hundreds of pairs a sentence; with a fortieth of these, marks were not learned."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Targets and weights of all spans: (sentences, kinds, n, n)."""

    target: Tensor
    weight: Tensor


@dataclass(frozen=True, slots=True)
class AttributedSpans:
    """First and last tokens (k, 2) of spans, and what their attributes are (k, attributes)."""

    spans: Tensor
    attributes: Tensor


def loss_of(network: TaggerNetwork, batch: Batch) -> Tensor:
    """The loss of a batch, a sum over its sentences divided by their number."""
    layout = network.config.layout
    with torch.autocast("cpu", dtype=torch.bfloat16):
        rows = network(batch.ids, batch.mask)
    rows = rows.float().flatten(0, 1)[batch.gather]
    parts = _pair_loss(rows, network.lengths.weight, batch, layout)
    parts = parts + MARK_WEIGHT * _mark_loss(rows, batch, layout)
    parts = parts + INSIDE_WEIGHT * _inside_loss(rows, batch, layout)
    parts = parts + ATTRIBUTE_WEIGHT * _attribute_loss(rows, batch, layout)
    return parts / len(batch.examples)


def _pair_loss(rows: Tensor, lengths: Tensor, batch: Batch, layout: Layout) -> Tensor:
    pairs = _pairs(batch)
    losses = F.binary_cross_entropy_with_logits(
        pair_logits(rows, lengths, layout), pairs.target, weight=pairs.weight, reduction="none"
    )
    return losses.sum()


def _pairs(batch: Batch) -> Pairs:
    sentences, n = batch.real.shape
    target = torch.zeros(sentences, KINDS, n, n)
    weight = (batch.real[:, :, None] & batch.real[:, None, :]).float().triu()[:, None].repeat(1, KINDS, 1, 1)
    for row, example in enumerate(batch.examples):
        if example.lesson:
            own = len(example.tokens.ids)
            target[row, :, :own, :own] = example.lesson.pairs
        for wanted in example.targets:
            overlap = _overlap(wanted, n)
            if wanted.optional:
                weight[row, wanted.kind][overlap >= MATCH] = 0
            else:
                value = ((overlap - MATCH) / (1 - MATCH)).clamp(min=0)
                target[row, wanted.kind] = torch.maximum(target[row, wanted.kind], value)
    return Pairs(target, weight)


def _overlap(wanted: Target, n: int) -> Tensor:
    """Intersection over union of every span i..j with the wanted one: (n, n)."""
    first, last = torch.arange(n)[:, None], torch.arange(n)[None, :]
    shared = (last.clamp(max=wanted.last) - first.clamp(min=wanted.first) + 1).clamp(min=0)
    union = (last - first + 1) + (wanted.last - wanted.first + 1) - shared
    return torch.where(last >= first, shared / union.clamp(min=1), torch.zeros(()))


def _inside_loss(rows: Tensor, batch: Batch, layout: Layout) -> Tensor:
    """Each token's inside score against whether it lies in a proposition of the kind."""
    sentences, n = batch.real.shape
    target, weight = torch.zeros(sentences, KINDS, n), batch.real.float()[:, None].repeat(1, KINDS, 1)
    for row, example in enumerate(batch.examples):
        if example.lesson:
            target[row, :, : len(example.tokens.ids)] = example.lesson.inside
        for wanted in example.targets:
            where = slice(wanted.first, wanted.last + 1)
            target[row, wanted.kind, where] = 1
            if wanted.optional:
                weight[row, wanted.kind, where] = 0
    inside = rows[..., layout.edges].view(sentences, n, KINDS, 3)[..., 0].transpose(1, 2)
    return F.binary_cross_entropy_with_logits(inside, target, weight=weight, reduction="sum")


def _mark_loss(rows: Tensor, batch: Batch, layout: Layout) -> Tensor:
    sentences, n = batch.real.shape
    target = torch.zeros(sentences, len(LAYERS), TAGS, n)
    target[:, :, 0] = 1
    for row, example in enumerate(batch.examples):
        _mark(target[row], example)
    losses = -(target * F.log_softmax(layer_logits(rows, layout), dim=2)).sum(2)
    return (losses * batch.real[:, None]).sum()


def _mark(target: Tensor, example: Example) -> None:
    """Writes the example's marks into (layers, tags, n)."""
    if example.lesson:
        target[:, :, : len(example.tokens.ids)] = example.lesson.marks
    for wanted in example.targets:
        for layer, run in enumerate(wanted.marks):
            if run:
                target[layer, :, run[0] : run[1] + 1] = 0
                target[layer, 1, run[0]] = 1
                target[layer, 2, run[0] + 1 : run[1] + 1] = 1


def _attribute_loss(rows: Tensor, batch: Batch, layout: Layout) -> Tensor:
    total = rows.new_zeros(())
    for row, example in enumerate(batch.examples):
        wanted = example.lesson or _attributes(example)
        if not len(wanted.spans):
            continue
        logits = span_attributes(rows[row], layout, wanted.spans[:, 0], wanted.spans[:, 1])
        likelihood, flags = wanted.attributes.split([ATTRIBUTES - FLAGS, FLAGS], dim=1)
        total = total + F.cross_entropy(logits[:, :-FLAGS], likelihood, reduction="sum")
        total = total + F.binary_cross_entropy_with_logits(logits[:, -FLAGS:], flags, reduction="sum")
    return total


def _attributes(example: Example) -> AttributedSpans:
    likelihoods = torch.eye(ATTRIBUTES - FLAGS).tolist()
    return AttributedSpans(
        torch.tensor([[wanted.first, wanted.last] for wanted in example.targets]),
        torch.tensor([[*likelihoods[one.likelihood], one.negated, one.attributed] for one in example.targets]),
    )
