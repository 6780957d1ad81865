"""How well time expressions are found and read: `python -m benchmarks.timex DIR`.

DIR holds TimeML files (.tml). Scores follow TempEval-3 (UzZaman et al. 2013): a match is *relaxed* if the two spans
overlap, *strict* if they are the same; of relaxed matches, those whose type or value is right give the F1 of type and
value. With `--write OUT` what was found is written as .tml files, for another scorer to read. `--compare dateparser`
runs that library's search over the same texts. Every miss is listed under its cause unless `--brief`.

`--gold DIR` scores intervals on labelled documents, `--cases DIR` on suites of single expressions.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from benchmarks import date_cases, intervals
from benchmarks.timeml import Document, Tag, documents, is_held_back, write
from models.dates import annotate

System = Callable[[Document], list[Tag]]
WINDOW = 40
"""Characters shown on either side of a miss."""


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that went wrong, with its cause and the words about it."""

    cause: str
    document: str
    words: str
    wanted: str
    found: str


def foresaid(document: Document) -> list[Tag]:
    """What this project finds."""
    found = annotate(document.text, document.published)
    return [Tag(each.char_start, each.char_end, each.type, each.value) for each in found]


def dateparser(document: Document) -> list[Tag]:
    """What dateparser's search finds, on its own terms: every find is a date."""
    from dateparser.search import search_dates

    settings = {} if document.published is None else {"RELATIVE_BASE": datetime.combine(document.published, time(12))}
    found, at = [], 0
    for words, moment in search_dates(document.text, languages=["en"], settings=settings) or []:
        start = document.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append(Tag(start, at, "DATE", moment.date().isoformat()))
    return found


def score(gold: Iterable[Document], system: System) -> tuple[Counter[str], list[Miss]]:
    """Counts over all documents, and the misses. A crash on a document loses all that is tagged in it."""
    counts: Counter[str] = Counter()
    misses: list[Miss] = []
    for document in gold:
        try:
            found = system(document)
        except Exception as error:
            misses.append(Miss("crash", document.path.name, repr(error), "", ""))
            found = []
        counts["gold"] += len(document.tags)
        counts["found"] += len(found)
        _match(document, found, counts, misses)
    return counts, misses


def _match(document: Document, found: list[Tag], counts: Counter[str], misses: list[Miss]) -> None:
    free = list(found)
    for tag in document.tags:
        overlapping = [each for each in free if each.start < tag.end and tag.start < each.end]
        if not overlapping:
            misses.append(_miss("not found", document, tag, None))
            continue
        best = max(overlapping, key=lambda each: min(each.end, tag.end) - max(each.start, tag.start))
        free.remove(best)
        exact = (best.start, best.end) == (tag.start, tag.end)
        counts["relaxed"] += 1
        counts["strict"] += exact
        counts["type"] += best.type == tag.type
        counts["value"] += best.value == tag.value
        if best.value != tag.value:
            misses.append(_miss("value", document, tag, best))
        elif not exact:
            misses.append(_miss("span", document, tag, best))
        elif best.type != tag.type:
            misses.append(_miss("type", document, tag, best))
    misses.extend(_miss("not in gold", document, None, each) for each in free)


def _miss(cause: str, document: Document, wanted: Tag | None, found: Tag | None) -> Miss:
    at = wanted or found
    assert at is not None
    text = document.text
    words = f"{text[max(0, at.start - WINDOW) : at.start]}[{text[at.start : at.end]}]{text[at.end : at.end + WINDOW]}"
    shown = [f"{text[each.start : each.end]!r} {each.type} {each.value}" if each else "" for each in (wanted, found)]
    return Miss(cause, document.path.name, " ".join(words.split()), shown[0], shown[1])


def f1(counts: Counter[str], measure: str) -> float:
    """Harmonic mean of precision and recall of a measure."""
    total = counts["gold"] + counts["found"]
    return 2 * counts[measure] / total if total else 0.0


def report(name: str, counts: Counter[str]) -> None:
    """The line of figures of one system."""
    print(f"{name}: {counts['gold']} in gold, {counts['found']} found")
    for measure in ("relaxed", "strict", "type", "value"):
        precision = counts[measure] / counts["found"] if counts["found"] else 0.0
        recall = counts[measure] / counts["gold"] if counts["gold"] else 0.0
        print(f"  {measure:8s} F1 {f1(counts, measure):.3f}  precision {precision:.3f}  recall {recall:.3f}")


def _chosen(folder: Path, part: str) -> list[Document]:
    every = documents(folder)
    if part == "all":
        return list(every)
    return [each for each in every if is_held_back(each) == (part == "held-back")]


def main() -> None:
    """Score the documents of a folder, or one of the other sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="folder with .tml files")
    parser.add_argument("--part", choices=("all", "develop", "held-back"), default="all", help="which documents")
    parser.add_argument("--write", type=Path, metavar="OUT", help="folder for .tml files with what was found")
    parser.add_argument("--compare", choices=("dateparser",), help="another system to run on the same files")
    parser.add_argument("--brief", action="store_true", help="figures only, no misses")
    parser.add_argument("--gold", type=Path, action="append", help="labelled documents: score their intervals")
    parser.add_argument("--cases", type=Path, help="folder with suites of single expressions")
    options = parser.parse_args()
    for folder in options.gold or ():
        intervals.run(folder, brief=options.brief)
    if options.cases:
        date_cases.run(options.cases, brief=options.brief)
    if options.folder:
        _run(options.folder, options)
    elif not (options.gold or options.cases):
        parser.error("name a folder with .tml files, or --gold or --cases")


def _run(folder: Path, options: argparse.Namespace) -> None:
    gold = _chosen(folder, options.part)
    if not gold:
        raise SystemExit(f"No .tml file was found below {folder}.")
    counts, misses = score(gold, foresaid)
    if options.write:
        for document in gold:
            write(document, foresaid(document), options.write / document.path.relative_to(folder))
        print(f"{len(gold)} files written to {options.write}")
    if not options.brief:
        for miss in sorted(misses, key=lambda each: (each.cause, each.document)):
            print(miss.cause, miss.document, miss.words, miss.wanted, miss.found, sep="\t")
        print(
            *(f"{cause}: {number}" for cause, number in Counter(each.cause for each in misses).most_common()), sep="; "
        )
    report("foresaid", counts)
    if options.compare:
        report("dateparser", score(gold, dateparser)[0])


if __name__ == "__main__":
    main()
