"""Labelled documents in their exchange form: one JSON file a document, as annotators hand them over.

`{"doc", "published", "text", "sentences": [{"id", "char_start", "char_end", "text"}], "assertions": [{"sentence",
"kind", "char_start", "char_end", "source", "source_span", "time", "start", "end", "cue", …}]}`; parts are words, and
are found in their sentence. A file without `text` has it beside it, in the file that `doc` names.
"""

import json
from pathlib import Path
from typing import Any

from models.labels.documents import Label, LabelledDocument, Span
from schemas import Basis, Interval


def read(path: Path) -> LabelledDocument:
    """The labelled document in a file."""
    fields = json.loads(path.read_text(encoding="utf-8"))
    text = fields.get("text") or path.with_name(fields["doc"]).read_text(encoding="utf-8")
    sentences = {one["id"]: Span(start=one["char_start"], end=one["char_end"]) for one in fields["sentences"]}
    return LabelledDocument(
        doc=fields["doc"],
        text=text,
        published=fields["published"],
        **{key: fields.get(key) or "" for key in ("publisher", "title", "genre", "url")},
        sentences=tuple(sentences.values()),
        labels=tuple(_label(one, text, sentences[one["sentence"]]) for one in fields["assertions"]),
    )


def read_folder(folder: Path) -> list[LabelledDocument]:
    """The documents of a folder, by file name."""
    return [read(path) for path in sorted(folder.glob("*.json"))]


def _label(fields: dict[str, Any], text: str, sentence: Span) -> Label:
    span = Span(start=fields["char_start"], end=fields["char_end"])

    def part(key: str) -> Span | None:
        return _nearest(fields.get(key), text, sentence, span)

    dated = fields["start"] or fields["end"]
    return Label(
        kind=fields["kind"],
        span=span,
        source=fields["source"],
        source_span=part("source_span"),
        time=part("time"),
        interval=Interval(start=fields["start"], end=fields["end"], basis=Basis.EXPLICIT if dated else Basis.NONE),
        cue=part("cue"),
        likelihood=fields["likelihood"],
        negated=fields["negated"],
        condition=part("condition"),
        headline=fields["headline"],
        optional=fields["optional"],
    )


def _nearest(words: str | None, text: str, sentence: Span, span: Span) -> Span | None:
    """The occurrence of the words in the sentence that is nearest to the span; null where they don't stand in it."""
    if not words:
        return None
    places = []
    at = text.find(words, sentence.start, sentence.end)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1, sentence.end)
    if not places:
        return None
    start = min(places, key=lambda place: max(span.start - place, place + len(words) - span.end, 0))
    return Span(start=start, end=start + len(words))
