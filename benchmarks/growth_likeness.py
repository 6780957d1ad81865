"""How much articles have in common that are no copies of each other: `python -m benchmarks.growth_likeness ARTICLES`.

Counts the runs of five words that any two articles of a JSONL file share (`text`, `publisher`, `title`, `published` a
line), against the shorter of the two, and prints the most alike pairs: of two outlets; of one outlet under one title,
within a month; of one outlet otherwise. Above the first two lie the thresholds of `warehouse/lineage.py`.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from models.labels.public import read_articles
from warehouse.shingles import shingles

SHOWN = 3
MONTH = 30
COMMON = 100
"""Texts in which a run of words may stand to make them a pair; beyond, it is a footer or a form."""
NOTABLE = 0.02
"""Share by which a pair is worth counting in full."""


def main(file: Path) -> None:
    entries = list(read_articles(file))
    pairs: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for one, other, share in alike(entries):
        pairs[kind_of(one, other)].append((share, f"{one['id']} and {other['id']}"))
    sys.stdout.write(f"{len(entries):,} articles\n")
    for kind, found in sorted(pairs.items()):
        most = sorted(found, reverse=True)[:SHOWN]
        sys.stdout.write(f"{kind}: " + "; ".join(f"{share:.2f} ({which})" for share, which in most) + "\n")


def alike(entries: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any], float]]:
    """Every pair that shares some runs of words, and the share of the shorter one that stands in the longer."""
    numbers = [shingles(entry["text"]) for entry in entries]
    places: dict[int, list[int]] = defaultdict(list)
    for place, of_text in enumerate(numbers):
        for number in of_text:
            places[number].append(place)
    shared = Counter(pair for found in places.values() if len(found) <= COMMON for pair in combinations(found, 2))
    for (one, other), count in shared.items():
        shorter = min(len(numbers[one]), len(numbers[other]))
        if count >= NOTABLE * shorter:
            yield entries[one], entries[other], len(numbers[one] & numbers[other]) / shorter


def kind_of(one: dict[str, Any], other: dict[str, Any]) -> str:
    """What two articles have in common besides words."""
    if one["publisher"] != other["publisher"]:
        return "two outlets"
    apart = abs((date.fromisoformat(one["published"]) - date.fromisoformat(other["published"])).days)
    has_title = bool(one["title"]) and one["title"] == other["title"]
    return "one outlet, one title, within a month" if has_title and apart <= MONTH else "one outlet, otherwise"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
