"""How far two readers agree: the second readings of public articles, held against the first by the contract's scores.

python -m models.quality.agreement ARTICLES
"""

import sys
from pathlib import Path

from models.headlines import headline
from models.labels import public
from models.labels.documents import Label, LabelledDocument
from models.quality.scoring import FIGURES, compare, counts_of, total
from schemas import AnyAssertion, Claim, Kind, Prediction

FIELDS = ("assertion f1", "source", "likelihood", "negation", "strict f1")


def as_assertion(document: LabelledDocument, label: Label) -> AnyAssertion:
    """A label in the shape of what an extractor would have found. Dates are left out: neither reader set them."""
    quote = document.quote(label.span)
    fields = {
        "article_id": document.doc,
        "sentence": 0,
        "char_start": label.span.start,
        "char_end": label.span.end,
        "quote": quote,
        "headline": headline(quote),
        "source": None if label.source == "author" else label.source,
        "likelihood": label.likelihood,
        "negated": label.negated,
        "model_score": 1.0,
    }
    return (Claim if label.kind is Kind.CLAIM else Prediction).model_validate(fields)


def main(articles: Path) -> None:
    """Prints the figures over all excerpts that were read twice."""
    first = {(document.doc, document.sentences): document for document in public.join(articles)}
    second = list(public.join(articles, public.SECOND))
    counts = []
    for document in second:
        undated = [
            label.model_copy(update={"interval": None}) for label in first[document.doc, document.sentences].labels
        ]
        wanted = document.model_copy(update={"labels": tuple(undated)})
        found = [as_assertion(document, label) for label in document.labels if not label.optional]
        counts.append(counts_of(compare(wanted, found)))
    summed = total(counts)
    print(f"{len(second)} excerpts, {sum(len(document.sentences) for document in second)} sentences")
    for name in FIELDS:
        print(f"{name:14} {FIGURES[name](summed):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
