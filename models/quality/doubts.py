"""Doubts: labelled sentences in which a trained tagger sees something else, for an annotator to read again.

A model that disagrees with a label is often right: it has seen how the same wording was labelled a hundred times.

    python -m models.quality.doubts ARTICLES [MODEL]    the public excerpts and our own text, read by the shipped model
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import models
from models.labels.documents import Label, LabelledDocument, Span, labels_of
from models.labels.public import join
from models.quality.scoring import MATCH, overlap_of, words_at
from models.tagger import onnx
from models.tagger.tags import Proposition, Tagger
from models.training.examples import own_documents
from schemas import Sentence

SURE = 0.75
"""Score from which a span that nobody labelled is worth a second look."""


def doubts(tagger: Tagger, document: LabelledDocument) -> Iterator[str]:
    """For each doubtful sentence: document and place, the sentence, its labels, and what the tagger sees."""
    places = enumerate(document.sentences)
    sentences = [Sentence(number=number, char_start=one.start, char_end=one.end) for number, one in places]
    for tagged in tagger.tag(document.text, sentences).tagged:
        place = Span(start=tagged.sentence.char_start, end=tagged.sentence.char_end)
        labels = labels_of(document.labels, place)
        if _is_doubtful(document, labels, tagged.propositions):
            yield _shown(document, place, labels, tagged.propositions)


def _is_doubtful(document: LabelledDocument, labels: Sequence[Label], seen: Sequence[Proposition]) -> bool:
    def agree(label: Label, one: Proposition) -> bool:
        wanted = words_at(document.text, label.span.start, label.span.end)
        return label.kind is one.kind and overlap_of(wanted, words_at(document.text, one.start, one.end)) >= MATCH

    missed = any(not label.optional and not any(agree(label, one) for one in seen) for label in labels)
    return missed or any(one.score >= SURE and not any(agree(label, one) for label in labels) for one in seen)


def _shown(document: LabelledDocument, place: Span, labels: Sequence[Label], seen: Sequence[Proposition]) -> str:
    def line(start: int, end: int) -> str:
        return " ".join(document.text[start:end].split())

    said = [
        f"  label {one.kind.value}{' optional' * one.optional} | {line(one.span.start, one.span.end)}" for one in labels
    ]
    found = [f"  model {one.kind.value} {one.score:.2f} | {line(one.start, one.end)}" for one in seen]
    return "\n".join([f"{document.doc} {place.start}: {line(place.start, place.end)}", *said, *found])


def main(arguments: Sequence[str]) -> None:
    """The command line."""
    articles, *model = map(Path, arguments)
    tagger = onnx.load(model[0] if model else models.SHIPPED, "minilm")
    for document in [*own_documents(), *join(articles)]:
        for found in doubts(tagger, document):
            print(found, end="\n\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
