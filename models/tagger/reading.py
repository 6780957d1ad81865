"""Reading an article with a network: windows in, tags out. The backends differ only in how rows are computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.tagger import heads
from models.tagger.tags import Mark, Proposition, Tagged, Tagging
from models.tagger.windows import PAD, Tokens, Window, cut, tokenize
from schemas import Kind, Likelihood, Sentence

BATCH = 4  # windows; larger ones are slower on processors (cache) and no better
Place = TypeVar("Place", Mark, Proposition)
_KINDS = (Kind.CLAIM, Kind.PREDICTION)
_LIKELIHOODS = (Likelihood.CERTAIN, Likelihood.LIKELY, Likelihood.POSSIBLE, Likelihood.UNLIKELY)
_NEGATED, _ATTRIBUTED = 4, 5


@dataclass(frozen=True, slots=True)
class Calibration:
    """What turns logits into scores, and the threshold that the model's card recommends."""

    scale: float
    bias: float
    min_score: float


class Network(Protocol):
    """A loaded network and what is needed to read its rows."""

    layout: heads.Layout
    lengths: heads.Array

    def rows(self, ids: NDArray[np.int64], mask: NDArray[np.int64]) -> heads.Array:
        """Token ids and attention mask, both (batch, tokens), to rows (batch, tokens, width)."""
        ...


class NetworkTagger:
    """A tagger over any `Network`. Tags depend on the article alone, not on what else is read with it."""

    def __init__(
        self, name: str, revision: str, tokenizer: Tokenizer, network: Network, calibration: Calibration
    ) -> None:
        self.name = name
        self.revision = revision
        self.min_score = calibration.min_score
        self._tokenizer = tokenizer
        self._network = network
        self._calibration = calibration

    def tag(self, text: str, sentences: Sequence[Sentence]) -> Tagging:
        """Tags of every sentence, in order, made of whole words."""
        tokens = tokenize(self._tokenizer, text, [(s.char_start, s.char_end) for s in sentences])
        rows = self._rows_of(list(cut(tokens)), tokens)
        tagged = tuple(
            self._tagged(sentence, tokens[number], rows[number]) if number in rows else Tagged(sentence)
            for number, sentence in enumerate(sentences)
        )
        return Tagging(tagged, tokens=sum(len(one.ids) for one in tokens))

    def _rows_of(self, windows: list[Window], tokens: list[Tokens]) -> dict[int, heads.Array]:
        """Each sentence's rows (its tokens, width), by the sentence's number."""
        windows.sort(key=lambda window: len(window.ids))
        out = {}
        for at in range(0, len(windows), BATCH):
            batch = windows[at : at + BATCH]
            rows = self._network.rows(*_padded(batch))
            for window, values in zip(batch, rows, strict=True):
                for number, place in window.sentences:
                    out[number] = values[place : place + len(tokens[number].ids)]
        return out

    def _tagged(self, sentence: Sentence, tokens: Tokens, rows: heads.Array) -> Tagged:
        layout = self._network.layout
        logits = heads.pair_logits(rows, layout, self._network.lengths)
        floor = heads.logit_at(self.min_score, self._calibration.scale, self._calibration.bias)
        propositions = _apart([self._proposition(choice, tokens, rows) for choice in heads.choose(logits, floor)])
        found = heads.marks(rows, layout)
        marks = {
            name: _apart([Mark(tokens.words[first][0], tokens.words[last][1]) for first, last in found[name]])
            for name in heads.LAYERS
        }
        return Tagged(sentence, propositions, marks["source"], marks["time"], marks["cue"], marks["condition"])

    def _proposition(self, choice: heads.Choice, tokens: Tokens, rows: heads.Array) -> Proposition:
        logits = heads.attributes(rows, self._network.layout, choice.first, choice.last)
        return Proposition(
            start=tokens.words[choice.first][0],
            end=tokens.words[choice.last][1],
            kind=_KINDS[choice.kind],
            score=heads.probability(choice.logit, self._calibration.scale, self._calibration.bias),
            likelihood=_LIKELIHOODS[int(logits[: len(_LIKELIHOODS)].argmax())],
            negated=bool(logits[_NEGATED] > 0),
            attributed=bool(logits[_ATTRIBUTED] > 0),
        )


def _apart(places: list[Place]) -> tuple[Place, ...]:
    """The places in order, without those that begin inside the one before: two may share a word that both cut."""
    out: list[Place] = []
    for place in places:
        if not out or place.start >= out[-1].end:
            out.append(place)
    return tuple(out)


def _padded(windows: Sequence[Window]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ids and mask (windows, longest)."""
    shape = (len(windows), max(len(window.ids) for window in windows))
    ids, mask = np.full(shape, PAD, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    for row, window in enumerate(windows):
        ids[row, : len(window.ids)] = window.ids
        mask[row, : len(window.ids)] = 1
    return ids, mask
