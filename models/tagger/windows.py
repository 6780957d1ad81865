"""Windows: runs of neighbouring sentences that the encoder reads together, so that each has the others as context.

A window is `[CLS] sentence [SEP] sentence [SEP] …`. Windows of one article don't overlap and depend on that article
alone, never on a batch. Training and reading cut them by the same rule.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Encoding, Tokenizer

CLS, SEP, PAD = 101, 102, 0
WINDOW_TOKENS = 160
"""Where a window closes; a longer one gains no accuracy (models/README.md) and costs attention."""
WINDOW_SENTENCES = 8
SENTENCE_TOKENS = 256
"""The encoder saw no more in its own training; what a longer sentence holds beyond is not read."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence's token ids, and for each token its half-open character offsets and those of its whole word."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    words: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Token ids of a window and, for each sentence in it, its number in the article and its first token's place."""

    ids: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]


def tokenize(tokenizer: Tokenizer, text: str, spans: Sequence[tuple[int, int]]) -> list[Tokens]:
    """Tokens of each span (half-open characters) of the text."""
    # encode_batch_fast would be no use: it leaves the offsets out
    encodings = tokenizer.encode_batch([text[start:end] for start, end in spans], add_special_tokens=False)
    return [_tokens(encoding, start) for (start, _), encoding in zip(spans, encodings, strict=True)]


def _tokens(encoding: Encoding, place: int) -> Tokens:
    """The tokens of a sentence that begins at the place."""
    offsets = [(place + start, place + end) for start, end in encoding.offsets]
    whole: dict[int | None, tuple[int, int]] = {}
    for word, (start, end) in zip(encoding.word_ids, offsets, strict=True):
        whole[word] = (whole[word][0] if word in whole else start, end)
    words = [whole[word] for word in encoding.word_ids]
    return Tokens(
        tuple(encoding.ids[:SENTENCE_TOKENS]), tuple(offsets[:SENTENCE_TOKENS]), tuple(words[:SENTENCE_TOKENS])
    )


def cut(sentences: Sequence[Tokens], limit: int = WINDOW_TOKENS) -> Iterator[Window]:
    """Windows over the sentences in order. Sentences without tokens are in none."""
    ids: list[int] = [CLS]
    places: list[tuple[int, int]] = []
    for number, sentence in enumerate(sentences):
        if not sentence.ids:
            continue
        if places and (len(ids) + len(sentence.ids) + 1 > limit or len(places) == WINDOW_SENTENCES):
            yield Window(tuple(ids), tuple(places))
            ids, places = [CLS], []
        places.append((number, len(ids)))
        ids += [*sentence.ids, SEP]
    if places:
        yield Window(tuple(ids), tuple(places))
