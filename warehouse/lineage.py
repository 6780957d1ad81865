"""Whether a text that comes in is a copy of an earlier one, or a newer version of it.

    candidates (SQL) | compared: the texts counted against each other | decide | stored with the batch

A *copy* is what another outlet published before: nearly all of it stands in the earlier text. It is kept with its own
address, publisher and day, and not read for assertions, so that nothing is counted twice. A *version* is another text
at the same address, or of the same outlet under the same title within a month. It is read, and what it says is compared
with what the earlier one said (macros/35_lineage.sql).
What is decided stays: the text that came first is the earlier one, however the texts are cut into batches. Outlets fill
forms ("… Announces Sixth Mission", "… Seventh Mission"), so texts of one outlet that are merely alike are neither, and
who does not say which outlet a text is from has no copies recognised.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from duckdb import DuckDBPyConnection as Connection

from warehouse import batches
from warehouse.batches import STAMP_COLUMNS, Batch, Columns
from warehouse.reading import rows_of
from warehouse.shingles import share, shingles
from warehouse.statements import query

if TYPE_CHECKING:
    import pyarrow as pa

COPIED = 0.8
"""Share of a copy that stands in what it is a copy of. Texts of two outlets that are no copies share up to 0.27."""
SAME_PAGE = 0.1
"""Share of either text that the other has, where both are of one address; less, and the address was given anew."""
SAME_TITLE = 0.5
"""The same, where outlet and title are one. Two calls with one minister, two days apart, share 0.42."""

COPY, VERSION = "copy", "version"

_COLUMNS: Columns = {
    "article_id": "string",
    "relation": "string",
    "earlier_id": "string",
    "similarity": "float64",
    **STAMP_COLUMNS,
}


@dataclass(frozen=True)
class Kin:
    """That a text is a copy or a version of an earlier one, and which share of it stands in that."""

    article_id: str
    relation: str
    earlier_id: str
    similarity: float


@dataclass(frozen=True)
class Candidate:
    """An earlier text that a new one may come from, and what speaks for it."""

    article_id: str
    earlier_id: str
    has_address: bool
    """Whether both were found at one address."""
    has_title: bool
    """Whether one outlet published both under one title, within a month."""
    is_elsewhere: bool
    """Whether another outlet published the earlier one, within a month."""
    copied: float
    """Share of the new text that stands in the earlier one."""
    kept: float
    """Share of the earlier text that stands in the new one."""

    @property
    def is_same_piece(self) -> bool:
        """Whether the new text is the earlier one, changed."""
        alike = max(self.copied, self.kept)
        return (self.has_address and alike >= SAME_PAGE) or (self.has_title and alike >= SAME_TITLE)


def add(con: Connection, incoming: "pa.Table", numbers: Mapping[str, frozenset[int]], batch: Batch) -> list[Kin]:
    """Keep the sketches of the texts that this batch has added, and where these texts come from.

    `numbers` are the shingles of the batch's texts by article id.
    """
    candidates = _candidates(con, incoming, numbers)
    found = list(decide(candidates, _stored(con, candidates)))
    if found:
        batches.insert(con, "add_lineage", batches.table((vars(kin) | batch.stamp for kin in found), _COLUMNS))
    batches.insert(con, "add_sketches", incoming)
    return found


def decide(candidates: Iterable[Candidate], stored: Iterable[Kin]) -> Iterator[Kin]:
    """Where each new text comes from, if from anywhere.

    `candidates` are in the order in which the new texts came, those of one text from the oldest to the latest.
    `stored` says where the candidates themselves come from; a copy of a copy is one of the first.
    """
    known = {kin.article_id: kin for kin in stored}
    for _, earlier in groupby(candidates, attrgetter("article_id")):
        kin = _kin({one.earlier_id: one for one in earlier}, known)
        if kin:
            known[kin.article_id] = kin
            yield kin


def _kin(earlier: Mapping[str, Candidate], known: Mapping[str, Kin]) -> Kin | None:
    """A version of the latest form of the same piece; else a copy; else a version of what its address copied."""
    pieces = [one for one in earlier.values() if one.is_same_piece]
    own = [one for one in pieces if _origin(one.earlier_id, known) == one.earlier_id]
    if own:
        return _of(_latest(own, known), VERSION, known)
    copied = [one for one in earlier.values() if _is_copied(one, earlier, known)]
    if copied:
        return _of(max(copied, key=attrgetter("copied")), COPY, known)
    return _of(_latest(pieces, known), VERSION, known) if pieces else None


def _origin(article_id: str, known: Mapping[str, Kin]) -> str:
    """The text itself, or what it is a copy of."""
    kin = known.get(article_id)
    return kin.earlier_id if kin and kin.relation == COPY else article_id


def _latest(pieces: Sequence[Candidate], known: Mapping[str, Kin]) -> Candidate:
    """The one that no other is a newer version of."""
    superseded = {known[one.earlier_id].earlier_id for one in pieces if one.earlier_id in known}
    return [one for one in pieces if one.earlier_id not in superseded][-1]


def _is_copied(one: Candidate, earlier: Mapping[str, Candidate], known: Mapping[str, Kin]) -> bool:
    """Whether the new text is a copy, and not the next of its own outlet's forms, of which others print copies too."""
    origin = earlier.get(_origin(one.earlier_id, known), one)
    return one.is_elsewhere and origin.is_elsewhere and one.copied >= COPIED


def _of(one: Candidate, relation: str, known: Mapping[str, Kin]) -> Kin:
    return Kin(one.article_id, relation, _origin(one.earlier_id, known), one.copied)


def _candidates(con: Connection, incoming: "pa.Table", numbers: Mapping[str, frozenset[int]]) -> list[Candidate]:
    con.register("incoming", incoming)
    try:
        rows = rows_of(con.execute(query("candidates")))
    finally:
        con.unregister("incoming")
    texts = {row["earlier_id"]: row.pop("text") for row in rows}
    theirs = {identifier: numbers.get(identifier) or shingles(text) for identifier, text in texts.items()}
    return [_compared(row, numbers[row["article_id"]], theirs[row["earlier_id"]]) for row in rows]


def _compared(row: dict[str, Any], new: frozenset[int], earlier: frozenset[int]) -> Candidate:
    return Candidate(**row, copied=share(new, earlier), kept=share(earlier, new))


def _stored(con: Connection, candidates: Sequence[Candidate]) -> list[Kin]:
    asked = list({one.earlier_id for one in candidates})
    return [Kin(*row) for row in con.execute(query("lineage_of"), [asked]).fetchall()] if asked else []
