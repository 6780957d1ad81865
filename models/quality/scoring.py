"""The scores of docs/annotation.md: extracted assertions held against labels.

Counts are kept per document, so that sums over any group and bootstrap intervals over documents come from one pass.
An extracted assertion matches a label of the same kind in the same document when their spans share at least half of
the words of their union; pairs are one-to-one, best overlap first. Optional labels: finding costs nothing, missing
costs nothing.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from models.labels.documents import Label, LabelledDocument, Span
from schemas import AnyAssertion, Interval

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


@dataclass(slots=True)
class Counts:
    """Sums from which every figure is computed."""

    sums: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Counts") -> None:
        self.sums.update(other.sums)

    def f1(self, what: str) -> float:
        """Harmonic mean of precision and recall; 0 where nothing was wanted and found."""
        right = 2 * self.sums[f"{what} right"]
        whole = right + self.sums[f"{what} spurious"] + self.sums[f"{what} missed"]
        return right / whole if whole else 0.0

    def precision(self, what: str) -> float:
        return _ratio(self.sums[f"{what} right"], self.sums[f"{what} spurious"])

    def recall(self, what: str) -> float:
        return _ratio(self.sums[f"{what} right"], self.sums[f"{what} missed"])

    def accuracy(self, what: str) -> float:
        """Share of the matched assertions whose attribute is right; 1 where there is none to judge."""
        judged = self.sums[f"{what} judged"]
        return self.sums[f"{what} right"] / judged if judged else 1.0


def _ratio(right: int, wrong: int) -> float:
    return right / (right + wrong) if right + wrong else 0.0


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


def _inside(one: AnyAssertion, sentence: Span) -> bool:
    return sentence.start <= (one.char_start + one.char_end) / 2 < sentence.end


def _match(document: LabelledDocument, assertions: Sequence[AnyAssertion]) -> list[tuple[int, int]]:
    """Index pairs (label, assertion), best overlap first; a required label before an optional one of equal overlap."""
    wanted = [_words(document.text, label.span.start, label.span.end) for label in document.labels]
    found = [_words(document.text, one.char_start, one.char_end) for one in assertions]
    candidates = []
    for i, label in enumerate(document.labels):
        for j, one in enumerate(assertions):
            if label.kind is one.kind and (overlap := _overlap(wanted[i], found[j])) >= MATCH:
                candidates.append((-overlap, label.optional, i, j))
    labels, used, out = set(), set(), []
    for _, _, i, j in sorted(candidates):
        if i not in labels and j not in used:
            labels.add(i)
            used.add(j)
            out.append((i, j))
    return out


def _words(text: str, start: int, end: int) -> frozenset[int]:
    """Places of the words of a span."""
    return frozenset(start + match.start() for match in _WORD.finditer(text[start:end]))


def _overlap(some: frozenset[int], others: frozenset[int]) -> float:
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
    sums: Counter[str] = Counter()
    for pair in comparison.pairs:
        if pair.label.optional:
            continue
        kind = pair.label.kind.value
        sums.update({"assertion right": 1, f"{kind} right": 1})
        sums["strict right" if pair.is_strictly_right else "strict missed"] += 1
        sums["strict spurious"] += not pair.is_strictly_right
        for name, is_right in _judgements(pair):
            sums[f"{name} judged"] += 1
            sums[f"{name} right"] += is_right
    for label in comparison.missed:
        sums.update({"assertion missed": 1, f"{label.kind.value} missed": 1, "strict missed": 1})
    for one in comparison.spurious:
        sums.update({"assertion spurious": 1, f"{one.kind.value} spurious": 1, "strict spurious": 1})
    return Counts(sums)


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
    "assertion precision": lambda c: c.precision("assertion"),
    "assertion recall": lambda c: c.recall("assertion"),
    "claim f1": lambda c: c.f1("claim"),
    "prediction f1": lambda c: c.f1("prediction"),
    "strict f1": lambda c: c.f1("strict"),
    "source": lambda c: c.accuracy("source"),
    "source where attributed": lambda c: c.accuracy("source where attributed"),
    "date": lambda c: c.accuracy("date"),
    "date where dated": lambda c: c.accuracy("date where dated"),
    "date where none": lambda c: c.accuracy("date where none"),
    "likelihood": lambda c: c.accuracy("likelihood"),
    "negation": lambda c: c.accuracy("negation"),
}


def total(counts: Sequence[Counts]) -> Counts:
    """The sum over documents (micro-average)."""
    out = Counts()
    for one in counts:
        out.add(one)
    return out


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and the 95 % bootstrap interval over documents."""

    value: float
    low: float
    high: float


def estimate(counts: Sequence[Counts], figure: str, rounds: int = 1000, seed: int = 0) -> Estimate:
    """Figure over the documents, with the interval of `rounds` resamples (Efron's percentile bootstrap)."""
    compute = FIGURES[figure]
    rng = random.Random(seed)  # noqa: S311 - resampling, not secrets
    values = sorted(compute(total(rng.choices(counts, k=len(counts)))) for _ in range(rounds))
    return Estimate(compute(total(counts)), values[int(0.025 * rounds)], values[int(0.975 * rounds) - 1])
