"""What 8 bits cost: `python -m benchmarks.rounding [--model FOLDER] [--gold FOLDER …]`.

Reads the labelled documents with a checkpoint in float32 and with its export, and prints assertion F1 of both and how
many of their spans are the same (F1 of the one against the other). Needs the `train` extra.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import models
from benchmarks.extraction import table
from models.quality import corpora
from models.quality.measuring import measure
from models.quality.scoring import Comparison, counts_of, total
from schemas import Settings

Spans = set[tuple[int, int, int]]


def spans_of(comparisons: Iterable[Comparison]) -> Spans:
    """Where assertions were found: number of the document, start and end."""
    return {(n, one.char_start, one.char_end) for n, each in enumerate(comparisons) for one in each.found}


def likeness(some: Spans, others: Spans) -> float:
    """F1 of one set of spans against the other."""
    return 2 * len(some & others) / max(len(some) + len(others), 1)


def row(name: str, exact: Sequence[Comparison], rounded: Sequence[Comparison]) -> list[str]:
    """Name, F1 of both, their distance, and the share of spans that are the same."""
    before, after = (total([counts_of(one) for one in each]).f1("assertion") for each in (exact, rounded))
    same = likeness(spans_of(exact), spans_of(rounded))
    return [name, f"{before:.4f}", f"{after:.4f}", f"{after - before:+.4f}", f"{same:.3f}"]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="another checkpoint than the shipped one")
    parser.add_argument("--gold", type=Path, nargs="+", default=[corpora.HELD_BACK], metavar="FOLDER")
    options = parser.parse_args()
    exact, rounded = (
        models.load(Settings(extractor=name, model_folder=options.model)) for name in ("pytorch", "minilm")
    )
    read = [corpora.read(folder) for folder in options.gold]
    found = [(measure(exact, one.documents), measure(rounded, one.documents)) for one in read]
    rows = [row(one.name, *pair) for one, pair in zip(read, found, strict=True)]
    if len(rows) > 1:
        rows.append(row("together", *([one for each in side for one in each] for side in zip(*found, strict=True))))
    print(table(("documents", "float32", "8 bits", "apart", "same spans"), rows))


if __name__ == "__main__":
    main()
