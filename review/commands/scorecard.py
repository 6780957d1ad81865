"""`foresaid scorecard`: the track record of one source, outlet, author, horizon or word, as figures or as a plot."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TextIO

import click

from review import destination, output
from review.destination import output_option
from review.output import Format
from review.parameters import OneOf
from review.plots import Scorecard, scorecard, sheet, svg
from schemas import Dimension, load_settings
from warehouse import Warehouse

HEADINGS = [dimension for dimension in Dimension if dimension is not Dimension.ALL]
EVERYTHING = Dimension.ALL.value
CALIBRATION_COLUMNS = ("bin_from", "bin_to", "n", "is_small_sample", "chance_at_mid", "hit_rate")
HORIZON_COLUMNS = ("horizon", "predictions", "n", "is_small_sample", "chance_at_mid", "hit_rate", "brier_at_mid")


class Shown(StrEnum):
    """What a record is written as."""

    TABLE = "table"
    JSON = "json"
    SVG = "svg"
    PNG = "png"


@click.command("scorecard")
@click.argument("name", required=False)
@click.option("--by", type=OneOf(HEADINGS), help="What the name is the name of; a source unless given.")
@click.option("--format", "shown", type=OneOf(Shown), default=Shown.TABLE.value, show_default=True)
@output_option
def show(name: str | None, by: Dimension | None, shown: Shown, path: Path | None) -> None:
    """Show the track record of NAME: what came of its predictions, how far off they were, what its words were worth.

    Without a NAME it is the record of everything. Figures that rest on few judged predictions are marked. SVG and PNG
    hold the calibration plot, the Brier band and the horizon plot on one sheet.
    """
    if name is None and by:
        raise click.UsageError("--by says what the NAME is the name of; give one.")
    ask = Warehouse.at(load_settings()).query
    card = scorecard(ask, by or Dimension.SOURCE, name) if name else scorecard(ask, Dimension.ALL, EVERYTHING)
    if shown is Shown.PNG:
        from review.plots.png import png

        with destination.for_bytes(path) as binary:
            binary.write(png(sheet(card)))
        return
    with destination.for_text(path) as stream:
        _WRITERS[shown](card, stream)


def _write_table(card: Scorecard, stream: TextIO) -> None:
    stream.write(f"{card.title}\n")
    if card.score["is_small_sample"]:
        stream.write(f"A small sample: only {card.score['n']} judged, so the figures say little.\n")
    figures = [
        (name.replace("_", " "), value) for name, value in card.score.items() if name not in ("dimension", "name")
    ]
    output.write(("figure", "value"), figures, Format.TABLE, stream)
    _write_rows("Calibration", card.calibration, CALIBRATION_COLUMNS, stream)
    _write_rows("By horizon", card.horizons, HORIZON_COLUMNS, stream)


def _write_rows(title: str, rows: list[dict[str, object]], columns: tuple[str, ...], stream: TextIO) -> None:
    if rows:
        stream.write(f"{title}\n")
        output.write(columns, [[row[column] for column in columns] for row in rows], Format.TABLE, stream)


def _write_json(card: Scorecard, stream: TextIO) -> None:
    shown = {"score": card.score, "calibration": card.calibration, "horizons": card.horizons}
    json.dump(output.plain(shown), stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def _write_svg(card: Scorecard, stream: TextIO) -> None:
    stream.write(svg(sheet(card)))


_WRITERS = {Shown.TABLE: _write_table, Shown.JSON: _write_json, Shown.SVG: _write_svg}
