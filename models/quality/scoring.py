"""The scores of docs/annotation.md: extracted assertions held against labels.

Counts are kept per document, so that sums over any group and intervals over documents (bootstrap.py) come from one
pass. An extracted assertion matches a label of the same kind in the same document when their spans share at least half
of the words of their union; pairs are one-to-one, best overlap first. Optional labels: finding costs nothing, missing
costs nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from models.labels.documents import Label, LabelledDocument, Span, labels_of
from schemas import AnyAssertion, Interval, Kind

MATCH = 0.5
_WORD = re.compile(r"\w+")
_TITLES = frozenset("the a an mr mrs ms dr sir president minister prime foreign secretary general us uk".split())
"""Words that don't tell sources apart."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and the assertion that found it."""

    label: Label
    assertion: AnyAssertion

    @property
    def is_source_right(self) -> bool:
        return same_source(self.label.source, self.assertion.source or "author")

    @property
    def is_date_right(self) -> bool:
        wanted = self.label.interval or Interval()
        found = self.assertion.interval
        return (wanted.start, wanted.end) == (found.start, found.end)

    @property
    def is_likelihood_right(self) -> bool:
        return self.label.likelihood is self.assertion.likelihood

    @property
    def is_negation_right(self) -> bool:
        return self.label.negated == self.assertion.negated

    @property
    def is_strictly_right(self) -> bool:
        return self.is_source_right and self.is_date_right and self.is_likelihood_right and self.is_negation_right


@dataclass(frozen=True, slots=True)
class Comparison:
    """One document's labels against its assertions."""

    document: LabelledDocument
    pairs: tuple[Pair, ...]
    missed: tuple[Label, ...]
    """Labels that nothing found, optional ones left out."""
    spurious: tuple[AnyAssertion, ...]
    """Assertions that no label wants."""

    @property
    def found(self) -> tuple[AnyAssertion, ...]:
        """All assertions, those that found optional labels included."""
        return (*(pair.assertion for pair in self.pairs), *self.spurious)


@dataclass(slots=True)
class Counts:
    """Sums from which every figure is computed."""

    sums: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Counts") -> None:
        self.sums.update(other.sums)

    def f1(self, what: str) -> float:
        """Harmonic mean of precision and recall."""
        right = 2 * self.sums[f"{what} right"]
        return _share(right, right + self.sums[f"{what} spurious"] + self.sums[f"{what} missed"])

    def precision(self, what: str) -> float:
        """Share of what was found that was wanted."""
        right = self.sums[f"{what} right"]
        return _share(right, right + self.sums[f"{what} spurious"])

    def recall(self, what: str) -> float:
        """Share of what was wanted that was found."""
        right = self.sums[f"{what} right"]
        return _share(right, right + self.sums[f"{what} missed"])

    def accuracy(self, what: str) -> float:
        """Share of the matched assertions whose attribute is right."""
        return _share(self.sums[f"{what} right"], self.sums[f"{what} judged"])


def _share(part: int, whole: int) -> float:
    """Not a number where there is nothing to judge: neither 0 nor 1 would be true."""
    return part / whole if whole else math.nan


def compare(document: LabelledDocument, assertions: Sequence[AnyAssertion]) -> Comparison:
    """Pairs labels and assertions of one document. Assertions in sentences that nobody labelled are left out."""
    read = [one for one in assertions if any(_inside(one, sentence) for sentence in document.sentences)]
    matches = _match(document, read)
    found = {i for i, _ in matches}
    used = {j for _, j in matches}
    return Comparison(
        document,
        pairs=tuple(Pair(document.labels[i], read[j]) for i, j in matches),
        missed=tuple(x for i, x in enumerate(document.labels) if i not in found and not x.optional),
        spurious=tuple(x for j, x in enumerate(read) if j not in used),
    )


def of_kind(comparison: Comparison, kind: Kind) -> Comparison:
    """The part of a comparison that is about claims, or about predictions: matches are within one kind."""
    labels = tuple(label for label in comparison.document.labels if label.kind is kind)
    return replace(
        comparison,
        document=comparison.document.model_copy(update={"labels": labels}),
        pairs=tuple(pair for pair in comparison.pairs if pair.label.kind is kind),
        missed=tuple(label for label in comparison.missed if label.kind is kind),
        spurious=tuple(one for one in comparison.spurious if one.kind is kind),
    )


def _inside(one: AnyAssertion, sentence: Span) -> bool:
    return sentence.start <= (one.char_start + one.char_end) / 2 < sentence.end


def _match(document: LabelledDocument, assertions: Sequence[AnyAssertion]) -> list[tuple[int, int]]:
    """Index pairs (label, assertion), best overlap first; a required label before an optional one of equal overlap."""
    wanted = [words_at(document.text, label.span.start, label.span.end) for label in document.labels]
    found = [words_at(document.text, one.char_start, one.char_end) for one in assertions]
    candidates = []
    for i, label in enumerate(document.labels):
        for j, one in enumerate(assertions):
            if label.kind is one.kind and (overlap := overlap_of(wanted[i], found[j])) >= MATCH:
                candidates.append((-overlap, label.optional, i, j))
    labels, used, out = set(), set(), []
    for _, _, i, j in sorted(candidates):
        if i not in labels and j not in used:
            labels.add(i)
            used.add(j)
            out.append((i, j))
    return out


def words_at(text: str, start: int, end: int) -> frozenset[int]:
    """Places of the words of a span."""
    return frozenset(start + match.start() for match in _WORD.finditer(text[start:end]))


def overlap_of(some: frozenset[int], others: frozenset[int]) -> float:
    """Intersection over union of two sets of words."""
    union = len(some | others)
    return len(some & others) / union if union else 0.0


def same_source(wanted: str, found: str) -> bool:
    """Whether two names stand for the same source: one contains the other's words, titles and articles aside."""
    some, others = ({w for w in _WORD.findall(name.casefold()) if w not in _TITLES} for name in (wanted, found))
    if not some or not others:
        return some == others
    return some <= others or others <= some


def counts_of(comparison: Comparison) -> Counts:
    """The sums of one document."""
    return Counts(_assertion_sums(comparison) + _sentence_sums(comparison))


def _assertion_sums(comparison: Comparison) -> Counter[str]:
    sums: Counter[str] = Counter()
    for pair in comparison.pairs:
        if pair.label.optional:
            continue
        sums["assertion right"] += 1
        sums["strict right" if pair.is_strictly_right else "strict missed"] += 1
        sums["strict spurious"] += not pair.is_strictly_right
        for name, is_right in _judgements(pair):
            sums[f"{name} judged"] += 1
            sums[f"{name} right"] += is_right
    for what in ("assertion", "strict"):
        sums[f"{what} missed"] += len(comparison.missed)
        sums[f"{what} spurious"] += len(comparison.spurious)
    return sums


def _sentence_sums(comparison: Comparison) -> Counter[str]:
    """Each sentence's set of kinds against the kinds found in it."""
    sums: Counter[str] = Counter()
    for sentence in comparison.document.sentences:
        labels = labels_of(comparison.document.labels, sentence)
        wanted = {label.kind for label in labels if not label.optional}
        allowed = {label.kind for label in labels}
        found = {one.kind for one in comparison.found if _inside(one, sentence)}
        sums["sentence right"] += len(wanted & found)
        sums["sentence missed"] += len(wanted - found)
        sums["sentence spurious"] += len(found - allowed)
    return sums


def _judgements(pair: Pair) -> list[tuple[str, bool]]:
    out = [
        ("source", pair.is_source_right),
        ("likelihood", pair.is_likelihood_right),
        ("negation", pair.is_negation_right),
    ]
    if pair.label.source != "author":
        out.append(("source where attributed", pair.is_source_right))
    if pair.label.interval is not None:
        out.append(("date", pair.is_date_right))
        out.append(("date where dated" if pair.label.interval != Interval() else "date where none", pair.is_date_right))
    return out


FIGURES: dict[str, Callable[[Counts], float]] = {
    "assertion f1": lambda c: c.f1("assertion"),
    "precision": lambda c: c.precision("assertion"),
    "recall": lambda c: c.recall("assertion"),
    "sentence f1": lambda c: c.f1("sentence"),
    "strict f1": lambda c: c.f1("strict"),
    "source": lambda c: c.accuracy("source"),
    "source where attributed": lambda c: c.accuracy("source where attributed"),
    "date": lambda c: c.accuracy("date"),
    "date where dated": lambda c: c.accuracy("date where dated"),
    "date where none": lambda c: c.accuracy("date where none"),
    "likelihood": lambda c: c.accuracy("likelihood"),
    "negation": lambda c: c.accuracy("negation"),
}
"""What the contract asks for, of any group of documents; by kind, of the group's comparisons `of_kind`."""


def total(counts: Sequence[Counts]) -> Counts:
    """The sum over documents (micro-average)."""
    out = Counts()
    for one in counts:
        out.add(one)
    return out
