"""Any `transformers` checkpoint for token classification as a tagger: a folder or a name on the hub.

Its labels are read as roles (roles.py): `claim` and `prediction` make propositions, `source`, `time`, `cue` and
`condition` marks. What such a checkpoint does not say comes from rules: likelihood from the cue, negation from the
words, attribution from a source in the sentence. A word has the label of its first token; a proposition's score is the
mean probability of its words' labels, and nobody has calibrated it. Sentences are read one by one, up to the length
that the checkpoint takes.

Refuses checkpoints without a head for token classification, without a fast tokenizer, or without a label for claims or
predictions. Never runs code that comes with a checkpoint.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.backends import roles
from models.backends.extras import needed
from models.backends.roles import Role, Run
from models.backends.weights import named, revision_of, unusable
from models.tagger.tags import Mark, Proposition, Tagged, Tagging
from models.wordlist import NEGATION
from schemas import Kind, Likelihood, Sentence, Settings
from schemas.errors import ModelError

EXTRA = "train"
BATCH = 16
MIN_SCORE = 0.5
LONGEST = 512
"""Tokens of a sentence that are read, if the checkpoint takes so many."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's words: half-open places in the text, each with the label and the probability of its first token."""

    places: tuple[tuple[int, int], ...]
    labels: tuple[int, ...]
    scores: tuple[float, ...]


class CheckpointTagger:
    """A tagger over a loaded model and its fast tokenizer."""

    name = "checkpoint"
    min_score = MIN_SCORE

    def __init__(self, model: Any, tokenizer: Any, meaning: Sequence[Role | None], revision: str) -> None:
        self.revision = revision
        self._torch = needed("torch", EXTRA)
        self._device = "cuda" if self._torch.cuda.is_available() else "cpu"
        self._model = model.eval().to(self._device)
        self._tokenizer = tokenizer
        self._meaning = meaning
        positions = getattr(model.config, "max_position_embeddings", None) or LONGEST
        self._limit = min(tokenizer.model_max_length, positions, LONGEST)

    def tag(self, text: str, sentences: Sequence[Sentence]) -> Tagging:
        """Tags of every sentence, in order."""
        tagged: list[Tagged] = [Tagged(sentence) for sentence in sentences]
        tokens = 0
        by_length = sorted(range(len(sentences)), key=lambda at: sentences[at].char_end - sentences[at].char_start)
        for begin in range(0, len(by_length), BATCH):
            chosen = by_length[begin : begin + BATCH]
            encoded = self._encoded([text[sentences[at].char_start : sentences[at].char_end] for at in chosen])
            tokens += int(encoded["attention_mask"].sum())
            for row, (at, probabilities) in enumerate(zip(chosen, self._probabilities(encoded), strict=True)):
                words = _words(encoded, row, probabilities, sentences[at].char_start, text)
                tagged[at] = _tagged(text, sentences[at], words, self._meaning)
        return Tagging(tuple(tagged), tokens)

    def _encoded(self, texts: list[str]) -> Any:
        return self._tokenizer(
            texts,
            return_offsets_mapping=True,
            truncation=True,
            max_length=self._limit,
            padding=True,
            return_tensors="pt",
        )

    def _probabilities(self, encoded: Any) -> Floats:
        """Probabilities (sentences, tokens, labels)."""
        taken = {k: encoded[k].to(self._device) for k in self._tokenizer.model_input_names if k in encoded}
        with self._torch.inference_mode():
            logits = self._model(**taken).logits.float()
        out: Floats = logits.softmax(-1).cpu().numpy()
        return out


def load(settings: Settings) -> CheckpointTagger:
    """The tagger over the checkpoint that FORESAID_MODEL_NAME names. Raises `ModelError`."""
    checkpoint = named(settings)
    torch, transformers = needed("torch", EXTRA), needed("transformers", EXTRA)
    if settings.threads:
        torch.set_num_threads(settings.threads)
    given = {"revision": checkpoint.revision, "trust_remote_code": False}
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(checkpoint.path, **given)
        model, loaded = transformers.AutoModelForTokenClassification.from_pretrained(
            checkpoint.path, output_loading_info=True, **given
        )
    except (OSError, ValueError, KeyError) as error:
        raise unusable(checkpoint, error) from error
    if loaded["missing_keys"]:
        raise ModelError(f"{checkpoint.path} has no head for token classification; it would answer at random.")
    if not tokenizer.is_fast:
        raise ModelError(f"{checkpoint.path} has no fast tokenizer, and so no offsets.")
    labels = [model.config.id2label[at] for at in range(model.config.num_labels)]
    meaning = roles.roles_of(labels, roles.parse(settings.model_labels))
    return CheckpointTagger(model, tokenizer, meaning, revision_of(checkpoint, model.config))


def _words(encoded: Any, row: int, probabilities: Floats, offset: int, text: str) -> Words:
    """The words of one sentence of a batch; `offset` is where it begins in the text."""
    places: dict[int, tuple[int, int]] = {}
    first: dict[int, int] = {}
    for token, word in enumerate(encoded.word_ids(row)):
        if word is None:
            continue
        start, end = (offset + int(place) for place in encoded["offset_mapping"][row, token])
        places[word] = (places[word][0], end) if word in places else (start, end)
        first.setdefault(word, token)
    labels = {word: int(probabilities[token].argmax()) for word, token in first.items()}
    kept = [word for word, place in places.items() if text[slice(*place)].strip()]
    return Words(
        tuple(_trimmed(text, *places[word]) for word in kept),
        tuple(labels[word] for word in kept),
        tuple(float(probabilities[first[word], labels[word]]) for word in kept),
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without the space that some tokenizers count to the word behind it."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _tagged(text: str, sentence: Sentence, words: Words, meaning: Sequence[Role | None]) -> Tagged:
    found = roles.runs([meaning[label] for label in words.labels])
    marks = {field: tuple(_marks(words, found, role)) for role, field in roles.LAYERS.items()}
    is_attributed = bool(marks["sources"])
    propositions = tuple(_proposition(text, words, run, is_attributed) for run in found if run.role in roles.KINDS)
    return Tagged(sentence, propositions, **marks)


def _marks(words: Words, found: Sequence[Run], role: str) -> Iterator[Mark]:
    for run in found:
        if run.role == role:
            yield Mark(words.places[run.first][0], words.places[run.last][1])


def _proposition(text: str, words: Words, run: Run, is_attributed: bool) -> Proposition:
    start, end = words.places[run.first][0], words.places[run.last][1]
    scores = words.scores[run.first : run.last + 1]
    return Proposition(
        start=start,
        end=end,
        kind=Kind(run.role),
        score=sum(scores) / len(scores),
        likelihood=Likelihood.CERTAIN,
        negated=bool(NEGATION.search(text, start, end)),
        attributed=is_attributed,
    )
