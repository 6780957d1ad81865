"""The one grammar that all modules of this package add their rules to."""

from typing import Final

from models.dates.chart import Grammar

grammar: Final = Grammar(located=("Core", "Length", "Quarterly"))
