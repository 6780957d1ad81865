"""Readings of articles and what they found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duckdb import DuckDBPyConnection as Connection

from schemas import AnyAssertion, Extraction, Prediction
from warehouse import batches
from warehouse.batches import STAMP_COLUMNS, Batch, Columns

if TYPE_CHECKING:
    import pyarrow as pa

_EXTRACTION_COLUMNS: Columns = {
    "extraction_id": "string",
    "article_id": "string",
    "model": "string",
    "revision": "string",
    "published": "date32",
    "sentences": "int32",
    "tokens": "int32",
    "dropped": [{"char_start": "int32", "char_end": "int32", "reason": "string", "detail": "string"}],
    **STAMP_COLUMNS,
}

_ASSERTION_COLUMNS: Columns = {
    "extraction_id": "string",
    "claim_id": "string",
    "article_id": "string",
    "kind": "string",
    "sentence": "int32",
    "char_start": "int32",
    "char_end": "int32",
    "quote": "string",
    "headline": "string",
    "source": "string",
    "source_quote": "string",
    "stated_on": "date32",
    "time": "string",
    "t_from": "date32",
    "t_to": "date32",
    "granularity": "string",
    "basis": "string",
    "cue": "string",
    "likelihood": "string",
    "negated": "bool_",
    "condition": "string",
    "repeats": "string",
    "resolve_by": "date32",
    "review_by": "date32",
    "model_score": "float64",
}


@dataclass(frozen=True)
class AddedExtractions:
    """What a batch of readings changed: new readings, the assertions they hold, and how many readings were known."""

    extractions: int
    assertions: int
    known: int


@dataclass(frozen=True)
class ReadingTables:
    """A batch of readings as it goes into the warehouse: the readings, and all that they found."""

    readings: "pa.Table"
    assertions: "pa.Table"


def tables(readings: Sequence[Extraction], batch: Batch) -> ReadingTables:
    """The rows of a batch."""
    return ReadingTables(
        readings=batches.table((_row(reading) | batch.stamp for reading in readings), _EXTRACTION_COLUMNS),
        assertions=batches.table((row for reading in readings for row in _found(reading)), _ASSERTION_COLUMNS),
    )


def add(con: Connection, incoming: ReadingTables, batch: Batch) -> AddedExtractions:
    """Add the readings that are new, each with all that it found; a batch that was written before adds nothing."""
    given = incoming.readings.num_rows
    if batches.is_known(con, batch):
        return AddedExtractions(0, 0, given)
    assertions = batches.insert(con, "add_assertions", incoming.assertions)
    added = batches.insert(con, "add_extractions", incoming.readings)
    batches.record(con, batch, given=given, added=added)
    return AddedExtractions(added, assertions, given - added)


def _row(reading: Extraction) -> dict[str, object]:
    return {
        "extraction_id": reading.extraction_id,
        "article_id": reading.article_id,
        "model": reading.model,
        "revision": reading.revision,
        "published": reading.published,
        "sentences": reading.sentences,
        "tokens": reading.tokens,
        "dropped": [dropped.model_dump(mode="json") for dropped in reading.dropped],
    }


def _found(reading: Extraction) -> Iterator[dict[str, object]]:
    extraction_id = reading.extraction_id
    for assertion in reading.assertions:
        yield {"extraction_id": extraction_id} | _assertion_row(assertion)


def _assertion_row(assertion: AnyAssertion) -> dict[str, object]:
    row = assertion.model_dump(exclude={"interval"})
    interval = assertion.interval
    dates = {
        "t_from": interval.start,
        "t_to": interval.end,
        "granularity": interval.granularity.value,
        "basis": interval.basis.value,
        "resolve_by": assertion.resolve_by if isinstance(assertion, Prediction) else None,
        "review_by": assertion.review_by if isinstance(assertion, Prediction) else None,
    }
    words = {"kind": assertion.kind.value, "likelihood": assertion.likelihood.value, "claim_id": assertion.claim_id}
    return row | dates | words
