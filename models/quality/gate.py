"""The gate: figures of extraction that must not drop, pinned in `floors.json` with the hashes of the labelled inputs.

A figure below its floor fails, and so does a corpus whose files are no longer those that were measured. Floors rise
with `--update` to what is measured now less the slack; they never fall in silence: `--lower` wants the reason, and the
file keeps it.

    python -m models.quality.gate [FOLDER …] [--update [--lower "REASON"]]

FOLDER holds labelled documents; without any, the text of our own that is held back from training.
FORESAID_EXTRACTOR=wordlist measures the baseline, FORESAID_MODEL_FOLDER another checkpoint.
"""

import argparse
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field

import models
from models.extractor import Extractor
from models.quality import corpora
from models.quality.corpora import Corpus
from models.quality.measuring import measure
from models.quality.scoring import FIGURES, counts_of, of_kind, total
from schemas import Kind
from schemas.errors import ForesaidError
from schemas.record import Record
from schemas.settings import load_settings

FLOORS = Path(__file__).with_name("floors.json")
Figures = dict[str, float]
NOT_HELD = {"precision", "recall", "date"}
"""Figures that may be traded for one another: F1 holds the first two, the halves of `date` the third."""


class FloorRefused(ForesaidError):
    """An update would lower floors, and nobody said why."""


class Pin(Record):
    """What one extractor must reach on one corpus, and which inputs that was measured on."""

    inputs: str
    floors: Figures
    lowered: tuple[str, ...] = ()
    """Each lowering with its reason, oldest first."""


class Floors(Record):
    """Everything pinned: extractor, then corpus."""

    slack: float = Field(ge=0, le=0.05)
    """A floor lies so far below what was measured: room for a change that trades one figure for another."""
    pins: dict[str, dict[str, Pin]] = Field(default_factory=dict)

    def pin(self, extractor: str, corpus: str) -> Pin | None:
        return self.pins.get(extractor, {}).get(corpus)

    def with_pin(self, extractor: str, corpus: str, pin: Pin) -> "Floors":
        pins = {**self.pins, extractor: {**self.pins.get(extractor, {}), corpus: pin}}
        return self.model_copy(update={"pins": pins})


def measured(extractor: Extractor, corpus: Corpus) -> Figures:
    """The figures to be held on a corpus, F1 by kind among them; those with nothing to judge are left out."""
    compared = measure(extractor, corpus.documents)
    whole = total([counts_of(one) for one in compared])
    figures = {name: compute(whole) for name, compute in FIGURES.items() if name not in NOT_HELD}
    for kind in Kind:
        figures[f"{kind.value} f1"] = total([counts_of(of_kind(one, kind)) for one in compared]).f1("assertion")
    return {name: value for name, value in figures.items() if not math.isnan(value)}


def problems(pin: Pin | None, corpus: Corpus, figures: Figures) -> Iterator[str]:
    """What keeps the gate shut, one sentence each."""
    if pin is None:
        yield f"Nothing is pinned for {corpus.name}; pin it with `python -m models.quality.gate --update`."
        return
    if pin.inputs != corpus.inputs:
        yield (
            f"The labelled files of {corpus.name} are not those that its floors were measured on; "
            "measure again with `python -m models.quality.gate --update`."
        )
    for name, floor in pin.floors.items():
        value = figures.get(name, 0.0)
        if value < floor:
            yield f"The {name} on {corpus.name} is {value:.3f}, below its floor of {floor:.3f}."


def updated(pin: Pin | None, corpus: Corpus, figures: Figures, slack: float, reason: str | None = None) -> Pin:
    """The pin with its floors raised. Raises `FloorRefused` where one would fall without a reason."""
    old = pin.floors if pin else {}
    new = {name: round(max(value - slack, 0.0), 3) for name, value in figures.items()}
    fallen = [name for name, floor in old.items() if figures.get(name, 0.0) < floor]
    if fallen and not reason:
        said = ", ".join(f"{name} {old[name]:.3f} (now {figures.get(name, 0.0):.3f})" for name in fallen)
        raise FloorRefused(f'On {corpus.name} these floors would fall: {said}. Say why with --lower "REASON".')
    raised = {name: max(floor, old.get(name, 0.0)) for name, floor in new.items() if name not in fallen}
    dropped = {name: new.get(name, 0.0) for name in fallen}
    said_why = tuple(f"{name} from {old[name]:.3f} to {floor:.3f}: {reason}" for name, floor in dropped.items())
    return Pin(
        inputs=corpus.inputs,
        floors=dict(sorted({**raised, **dropped}.items())),
        lowered=(*(pin.lowered if pin else ()), *said_why),
    )


def load_floors(path: Path = FLOORS) -> Floors:
    """The pinned floors."""
    return Floors.model_validate_json(path.read_text(encoding="utf-8"))


def save_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Writes the floors, in an order that does not depend on who wrote first."""
    pins = {name: dict(sorted(found.items())) for name, found in sorted(floors.pins.items())}
    path.write_text(floors.model_copy(update={"pins": pins}).model_dump_json(indent=2) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None, path: Path = FLOORS) -> int:
    """The command line; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", default=[corpora.HELD_BACK], metavar="FOLDER")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--lower", metavar="REASON", help="with --update: floors may fall, for this reason")
    options = parser.parse_args(arguments)
    if options.lower and not options.update:
        parser.error("--lower goes with --update")
    try:
        return _run(options, path)
    except ForesaidError as error:
        print(error, file=sys.stderr)
        return 1


def _run(options: argparse.Namespace, path: Path) -> int:
    floors, shut = load_floors(path), False
    extractor = models.load(load_settings())
    for folder in options.folders:
        corpus = corpora.read(folder)
        figures, pin = measured(extractor, corpus), floors.pin(extractor.model, corpus.name)
        if options.update:
            pin = updated(pin, corpus, figures, floors.slack, options.lower)
            floors = floors.with_pin(extractor.model, corpus.name, pin)
        found = list(problems(pin, corpus, figures))
        print(_table(extractor, corpus, figures, pin), *found, sep="\n")
        shut = shut or bool(found)
    if options.update:
        save_floors(floors, path)
    return int(shut)


def _table(extractor: Extractor, corpus: Corpus, figures: Figures, pin: Pin | None) -> str:
    head = f"{extractor.model} {extractor.revision} on {corpus.name}, {len(corpus.documents)} documents"
    floors = pin.floors if pin else {}
    rows = [f"  {name:24s} {value:.3f}  floor {floors.get(name, 0.0):.3f}" for name, value in figures.items()]
    return "\n".join([head, *rows])


if __name__ == "__main__":
    sys.exit(main())
