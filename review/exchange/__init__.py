"""Out and in: the ledger for other programs, and verdicts from a spreadsheet.

view(house, name)                   -> Table; NoSuchName
findings(house, rows)               -> Table of what the warehouse's `export` yields, or null
questions(house)                    -> Table, predictions as Fatebook has them
reviews(house, settings)            -> Reviews, settled predictions as ClaimReview
table.write(FileFormat.CSV, path)      to a file, or to standard output where the path is null
"""

from review.exchange.claimreview import Reviews, reviews
from review.exchange.fatebook import questions
from review.exchange.table import FileFormat, Table
from review.exchange.views import findings, view

__all__ = ["FileFormat", "Reviews", "Table", "findings", "questions", "reviews", "view"]
