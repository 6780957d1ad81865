"""Plots of a track record, drawn once and painted as SVG (for pages) or PNG (for reports).

    calibration_plot(rows of `calibration`)          -> Drawing
    brier_plot(row of `scores`)                      -> Drawing
    horizon_plot(rows of `scorecard_horizons.sql`)   -> Drawing
    scorecard(ask, dimension, name)                  -> Scorecard; NoSuchName
    sheet(scorecard)                                 -> Drawing, the three in a row
    svg(drawing)                                     -> str, an <svg> element
    review.plots.png.png(drawing)                    -> bytes; apart, for it imports matplotlib

Every plot shows on how many judged predictions it rests; rings and outlines are small samples, which say little.
"""

from review.plots.brier import brier_plot
from review.plots.calibration import calibration_plot
from review.plots.drawing import Drawing
from review.plots.horizons import horizon_plot
from review.plots.scorecard import Scorecard, scorecard, sheet
from review.plots.svg import svg

__all__ = ["Drawing", "Scorecard", "brier_plot", "calibration_plot", "horizon_plot", "scorecard", "sheet", "svg"]
