"""How well claims and predictions are found: `python -m benchmarks.extraction`.

Prints, for each corpus, the figures of the annotation contract (docs/annotation.md) with 95 % bootstrap intervals over
documents, for all, by kind and by genre: lenient (an assertion counts when its kind and at least half of its span are
right) and strict (source, dates, likelihood and negation as well). Then the reliability curve of `model_score`, the
precision-recall curve from which an operator chooses FORESAID_MIN_SCORE, and examples of mistakes by cause.

A corpus is a folder of label sheets or of labelled documents in JSON; without `--gold`, the text of our own that is
held back from training.
"""

import argparse
import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path

import models
from models.quality import corpora
from models.quality.bootstrap import Estimate, estimates
from models.quality.corpora import Corpus
from models.quality.curves import calibration_error, point, reliability
from models.quality.measuring import measure
from models.quality.mistakes import Cause, Mistake, mistakes
from models.quality.scoring import Comparison, counts_of, of_kind
from schemas import Kind, Settings
from schemas.errors import ForesaidError

SPANS = ("precision", "recall", "assertion f1", "strict f1", "sentence f1")
ATTRIBUTES = (
    "source",
    "source where attributed",
    "date",
    "date where dated",
    "date where none",
    "likelihood",
    "negation",
)
THRESHOLDS = tuple(step / 10 for step in range(1, 10))
BAR = 40

Group = tuple[str, Sequence[Comparison]]


def groups_of(comparisons: Sequence[Comparison]) -> list[Group]:
    """All documents, each kind, and each genre where there are several."""
    genres = Counter(one.document.genre or "without genre" for one in comparisons)
    out: list[Group] = [("all", comparisons)]
    out += [(kind.value, [of_kind(one, kind) for one in comparisons]) for kind in Kind]
    if len(genres) > 1:
        out += [(g, [c for c in comparisons if (c.document.genre or "without genre") == g]) for g in sorted(genres)]
    return out


def figures(groups: Iterable[Group]) -> str:
    """Two tables: spans, and attributes of what was matched."""
    rows = [(name, found, estimates([counts_of(one) for one in found])) for name, found in groups]
    spans = table(
        ("", "documents", "labels", *SPANS),
        ((name, len(found), _labels(found), *(_shown(values[f]) for f in SPANS)) for name, found, values in rows),
    )
    attributes = table(
        ("", *ATTRIBUTES), ((name, *(_shown(values[f]) for f in ATTRIBUTES)) for name, _, values in rows)
    )
    return f"{spans}\n\nOf matched assertions, the share whose attribute is right:\n\n{attributes}"


def table(head: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def _labels(comparisons: Sequence[Comparison]) -> int:
    return sum(not label.optional for one in comparisons for label in one.document.labels)


def _shown(estimate: Estimate) -> str:
    if math.isnan(estimate.value):
        return "–"
    return f"{estimate.value:.3f} ({estimate.low:.2f}–{estimate.high:.2f})"


def reliability_curve(comparisons: Sequence[Comparison]) -> str:
    """A line per tenth of scores; `|` marks the mean score, `=` the share that is right."""
    bins = reliability(comparisons)
    lines = [f"Reliability of model_score (expected calibration error {calibration_error(bins):.3f}):", ""]
    for one in bins:
        bar = ["=" if place < round(one.share_right * BAR) else " " for place in range(BAR + 1)]
        bar[round(one.mean_score * BAR)] = "|"
        lines.append(
            f"  {one.low:.1f}–{one.low + 0.1:.1f}  n {one.count:5d}  score {one.mean_score:.3f}  "
            f"right {one.share_right:.3f}  {''.join(bar)}"
        )
    return "\n".join(lines)


def threshold_curve(corpus: Corpus, at: Callable[[float], models.Extractor]) -> str:
    """Precision and recall by threshold, each measured by reading with it: what is chosen depends on it."""
    rows = []
    for threshold in THRESHOLDS:
        found = point(threshold, measure(at(threshold), corpus.documents))
        counts = found.counts
        lenient = (counts.precision("assertion"), counts.recall("assertion"), counts.f1("assertion"))
        values = (*lenient, counts.precision("strict"), counts.f1("strict"))
        rows.append((f"{threshold:.1f}", found.found, *(f"{value:.3f}" for value in values)))
    head = ("threshold", "found", "precision", "recall", "F1", "strict precision", "strict F1")
    return "Thresholds (FORESAID_MIN_SCORE):\n\n" + table(head, rows)


def error_report(comparisons: Sequence[Comparison], examples: int) -> str:
    """Mistakes counted by cause, with so many examples of each, drawn over all documents by a fixed seed."""
    by_cause: dict[Cause, list[Mistake]] = {cause: [] for cause in Cause}
    for mistake in chain.from_iterable(map(mistakes, comparisons)):
        by_cause[mistake.cause].append(mistake)
    lines = ["Mistakes: " + ", ".join(f"{cause.value} {len(found)}" for cause, found in by_cause.items())]
    chance = random.Random(0)
    for cause, found in by_cause.items():
        for mistake in chance.sample(found, min(examples, len(found))):
            lines += ["", f"{cause.value} · {mistake.document}", f"  in      {mistake.sentence}"]
            lines += [f"  wanted  {mistake.wanted}"] * bool(mistake.wanted)
            lines += [f"  found   {mistake.found}"] * bool(mistake.found)
    return "\n".join(lines)


def report(corpus: Corpus, settings: Settings, examples: int) -> None:
    """Print everything about one corpus."""
    extractor = models.load(settings)
    compared = measure(extractor, corpus.documents)
    print(f"# {extractor.model} {extractor.revision} on {corpus.name} (inputs {corpus.inputs})\n")
    print(figures(groups_of(compared)), "\n")
    if len({one.model_score for comparison in compared for one in comparison.found}) > 1:
        print(reliability_curve(compared), "\n")
        print(threshold_curve(corpus, lambda low: models.load(settings.model_copy(update={"min_score": low}))), "\n")
    print(error_report(compared, examples), "\n")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, nargs="+", default=[corpora.HELD_BACK], metavar="DIR")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--model", type=Path, metavar="FOLDER", help="another checkpoint than the shipped one")
    which.add_argument("--extractor", help="another extractor, by the name that FORESAID_EXTRACTOR takes")
    parser.add_argument("--errors", type=int, default=3, metavar="N", help="examples of each kind of mistake")
    options = parser.parse_args()
    chosen = {"model_folder": options.model, "extractor": options.extractor}
    try:
        settings = Settings(**{name: value for name, value in chosen.items() if value is not None})
        for folder in options.gold:
            report(corpora.read(folder), settings, options.errors)
    except (ForesaidError, ValueError) as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()
