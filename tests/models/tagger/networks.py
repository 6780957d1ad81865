"""A small network of made-up numbers, and a tokenizer that knows every character: fakes that the tagger runs on."""

import zlib

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import WordPiece

from models.tagger import heads
from models.tagger.reading import Calibration, NetworkTagger

LAYOUT = heads.Layout(4)
FIRST_WORD = 1000  # ids below are the encoder's own signs
CHARACTERS = [chr(code) for code in range(33, 0x250)]


def tokenizer() -> Tokenizer:
    """Letters of Latin scripts one by one, anything else one unknown token a word."""
    pieces = ["[UNK]", *CHARACTERS, *(f"##{one}" for one in CHARACTERS)]
    vocabulary = {piece: FIRST_WORD + at for at, piece in enumerate(pieces)}
    made = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


class MadeUpNetwork:
    """Rows drawn from a token's id and its neighbours' ids, so that they depend on the window and on nothing else.

    Spans and marks are about as frequent as in text, not as in noise: what stands against them is raised.
    """

    def __init__(self) -> None:
        self.layout = LAYOUT
        self.lengths: heads.Array = np.zeros((heads.LENGTHS, heads.KINDS), np.float32)
        self.shapes: list[tuple[int, ...]] = []
        self._against = np.zeros(LAYOUT.width, np.float32)
        self._against[LAYOUT.edges] = -4
        self._against[LAYOUT.layers.start : LAYOUT.layers.stop : heads.TAGS] = 4

    def rows(self, ids: NDArray[np.int64], mask: NDArray[np.int64]) -> heads.Array:
        self.shapes.append(ids.shape)
        out = np.zeros((*ids.shape, LAYOUT.width), np.float32)
        for at, length in enumerate(mask.sum(axis=1)):
            for place in range(length):
                seen = ids[at, max(place - 2, 0) : min(place + 3, length)]
                seed = zlib.crc32(seen.tobytes())
                out[at, place] = np.random.default_rng(seed).normal(self._against, 2)
        return out


def made_up_tagger(min_score: float = 0.5) -> NetworkTagger:
    return NetworkTagger("made up", "1", tokenizer(), MadeUpNetwork(), Calibration(1.0, -1.0, min_score))
