"""How often a labelled time phrase is turned into the interval that the labeller worked out.

The tense of a claim is taken to be past, that of a prediction future; what earlier phrases of the document set is
carried along, as the assembly of assertions does it.
"""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from models.dates import NO_CONTEXT, resolve
from schemas import Interval, Tense

TENSE = {"claim": Tense.PAST, "prediction": Tense.FUTURE}


def run(folder: Path, *, brief: bool) -> None:
    """Print the accuracy on the labelled documents of a folder, and each miss."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        for miss in count(document, counts):
            if not brief:
                print(path.stem, document["published"], *miss, sep="\t")
    dated, undated = counts["dated"], counts["undated"]
    print(f"{folder}: {dated + undated} time phrases")
    right, none = _share(counts["dated right"], dated), _share(counts["none"], dated)
    print(f"  where gold has a date: both ends right {right}, none {none}")
    print(f"  where gold has none: got one {_share(counts['invented'], undated)}")


def count(document: dict[str, Any], counts: Counter[str]) -> list[tuple[str, ...]]:
    """Add the time phrases of a document to the counts; its misses, one row each."""
    published = date.fromisoformat(document["published"]) if document["published"] else None
    context = NO_CONTEXT
    misses: list[tuple[str, ...]] = []
    for assertion in sorted(document["assertions"], key=lambda each: each["char_start"]):
        if not assertion["time"]:
            continue
        got = resolve(assertion["time"], published, TENSE[assertion["kind"]], context)
        context = context.after(got)
        wanted = (assertion["start"], assertion["end"])
        found = tuple(each and each.isoformat() for each in (got.start, got.end))
        counts["dated" if any(wanted) else "undated"] += 1
        if any(wanted):
            counts["dated right"] += found == wanted
            counts["none"] += not any(found)
        else:
            counts["invented"] += any(found)
        if found != wanted:
            misses.append((assertion["kind"], repr(assertion["time"]), f"wanted {wanted}", f"got {_shown(got)}"))
    return misses


def _shown(interval: Interval) -> str:
    return f"{interval.start} … {interval.end} ({interval.basis})"


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.3f}" if whole else "0/0"
