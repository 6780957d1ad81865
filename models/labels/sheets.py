"""Label sheets: the plain-text form in which people write and read labels, and the checker that refuses slips.

A sheet holds a header, a blank line, and sentences, one a line; a blank line ends a paragraph. Under a sentence stand
its assertions, indented:

    title: Talks put off
    published: 2017-01-27
    publisher: The Seedbed Review
    genre: news

    The envoy said on Friday that the talks scheduled for February had been delayed.
      C the talks scheduled for February had been delayed | source=Staffan de Mistura~The envoy
    They will resume by June unless fighting flares up.
      P They will resume by June | time=by June | cue=will | if=unless fighting flares up

`C` or `P`, the span, then any of: `source=NAME~WORDS` (`~WORDS` where they stand in the sentence), `time=`,
`dates=START..END` (either side may be missing), `cue=`, one of `likely possible unlikely` (`certain` is silent), `not`
for a negated one, `if=` for the condition, `head=` for a headline, `optional`. Every part is verbatim from the
sentence; a long one may be cut to `first words ... last words`. A public article's labels stand apart from its text:
their lines are `NUMBER C span | …`; NUMBER is the sentence's, as `python -m models.labels.public show` prints it.

    python -m models.labels.sheets check FILE|FOLDER…        every slip with its line; exit 1 if there is any
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from models.labels.documents import Label, LabelledDocument, Span
from schemas import Basis, Interval, Kind, Likelihood

_KINDS = {"C": Kind.CLAIM, "P": Kind.PREDICTION}
_LIKELIHOODS = {"certain", "likely", "possible", "unlikely"}
_KEYS = {"source", "time", "dates", "cue", "if", "head"}
_SEPARATOR = re.compile(r"\s\|\s")


class SheetError(ValueError):
    """A line of a sheet that breaks the format; says which and how."""


def read(path: Path) -> LabelledDocument:
    """The labelled document in a sheet that carries its own text. Raises `SheetError`."""
    header, body = _header(path.read_text(encoding="utf-8").splitlines())
    text = ""
    sentences: list[Span] = []
    labels: list[Label] = []
    paragraph_ended = False
    for number, line in body:
        if not line.strip():
            paragraph_ended = bool(text)
        elif line.startswith("  "):
            if not sentences:
                raise SheetError(f"line {number}: a label before any sentence")
            labels.append(_label(line, text, sentences[-1], number))
        else:
            text += ("\n\n" if paragraph_ended else " ") if text else ""
            paragraph_ended = False
            sentences.append(Span(start=len(text), end=len(text) + len(line.strip())))
            text += line.strip()
    try:
        return LabelledDocument(
            doc=path.stem,
            text=text,
            published=date.fromisoformat(header["published"]),
            **{key: header.get(key, "") for key in ("publisher", "title", "genre", "url")},
            sentences=tuple(sentences),
            labels=tuple(labels),
        )
    except KeyError as missing:
        raise SheetError(f"{path}: the header lacks {missing}") from None


def read_labels(lines: Iterable[str], text: str, sentences: Sequence[Span]) -> list[Label]:
    """Labels of a public article: lines `NUMBER C span | …` against the numbered sentences. Raises `SheetError`."""
    out = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        head = re.match(r"(\d+)\s+(?=[CP]\s)", line)
        if not head or int(head[1]) >= len(sentences):
            raise SheetError(f"line {number}: begins with a sentence number below {len(sentences)} and C or P")
        out.append(_label(line[head.end() :], text, sentences[int(head[1])], number))
    return out


def write(document: LabelledDocument) -> str:
    """The sheet of a document, so that `read` gives the same document back (names of the file apart)."""
    head = [f"{key}: {getattr(document, key)}" for key in ("title", "published", "publisher", "genre", "url")]
    lines = [line for line in head if not line.endswith(": ")] + [""]
    last_end = None
    for sentence in document.sentences:
        if last_end is not None and "\n" in document.text[last_end : sentence.start]:
            lines.append("")
        lines.append(document.quote(sentence))
        lines += ["  " + _line(document, one) for one in document.labels if _within(one.span, sentence)]
        last_end = sentence.end
    return "\n".join(lines) + "\n"


def _within(span: Span, sentence: Span) -> bool:
    return sentence.start <= (span.start + span.end) / 2 < sentence.end


def _header(lines: list[str]) -> tuple[dict[str, str], list[tuple[int, str]]]:
    blank = next((i for i, line in enumerate(lines) if not line.strip()), len(lines))
    header = {}
    for line in lines[:blank]:
        key, colon, value = line.partition(":")
        if not colon:
            raise SheetError(f"{line!r} is no header line; a sheet begins with `key: value` lines and a blank line")
        header[key.strip()] = value.strip()
    return header, list(enumerate(lines[blank + 1 :], blank + 2))


def _label(line: str, text: str, sentence: Span, number: int) -> Label:
    """The label that a line gives, its parts found in the sentence."""
    kind, _, rest = line.strip().partition(" ")
    if kind not in _KINDS:
        raise SheetError(f"line {number}: {kind!r} is neither C nor P")
    span_text, *fields = _SEPARATOR.split(rest)
    values, flags = _fields(fields, number)
    parts = _Finder(text, sentence, number)
    span = parts.find(span_text)
    name, _, words = values.get("source", "author").partition("~")
    likelihood = next((flag for flag in flags if flag in _LIKELIHOODS), "certain")
    return Label(
        kind=_KINDS[kind],
        span=span,
        source=name.strip() or "author",
        source_span=parts.find(words) if words else None,
        time=parts.near(values.get("time"), span),
        interval=_interval(values["dates"], number) if "dates" in values else None,
        cue=parts.near(values.get("cue"), span),
        likelihood=Likelihood(likelihood),
        negated="not" in flags,
        condition=parts.near(values.get("if"), span),
        headline=values.get("head"),
        optional="optional" in flags,
    )


def _fields(fields: list[str], number: int) -> tuple[dict[str, str], set[str]]:
    values, flags = {}, set()
    for field in filter(None, map(str.strip, fields)):
        key, equals, value = field.partition("=")
        if equals and key in _KEYS:
            values[key] = value.strip()
        elif field in _LIKELIHOODS | {"not", "optional"}:
            flags.add(field)
        else:
            raise SheetError(f"line {number}: {field!r} is no field; see the head of models/labels/sheets.py")
    return values, flags


class _Finder:
    """Finds verbatim parts in one sentence."""

    def __init__(self, text: str, sentence: Span, number: int) -> None:
        self._text, self._sentence, self._number = text, sentence, number

    def find(self, words: str) -> Span:
        return self._all(words)[0]

    def near(self, words: str | None, span: Span) -> Span | None:
        """The occurrence inside the span, else the nearest one."""
        if not words:
            return None
        return min(self._all(words), key=lambda s: max(span.start - s.start, s.end - span.end, 0))

    def _all(self, words: str) -> list[Span]:
        words = words.strip()
        begin, end = self._sentence.start, self._sentence.end
        first, cut, last = words.partition(" ... ")
        out = []
        for match in re.finditer(re.escape(first), self._text[begin:end]):
            stop = self._text.find(last, begin + match.end(), end) if cut else begin + match.end()
            if stop >= 0:
                out.append(Span(start=begin + match.start(), end=stop + len(last) if cut else stop))
        if not out:
            raise SheetError(f"line {self._number}: {words!r} does not stand in the sentence")
        whole = [
            s
            for s in out
            if not (self._text[s.start - 1 : s.start] + self._text[s.start]).isalnum() or s.start == begin
        ]
        return whole or out


def _interval(dates: str, number: int) -> Interval:
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?", dates)
    if not match:
        raise SheetError(f"line {number}: dates are START..END, each YYYY-MM-DD or nothing")
    start, end = (date.fromisoformat(day) if day else None for day in match.groups())
    return Interval(start=start, end=end, basis=Basis.EXPLICIT if start or end else Basis.NONE)


def _line(document: LabelledDocument, label: Label) -> str:
    source = label.source + (f"~{document.quote(label.source_span)}" if label.source_span else "")
    interval = label.interval
    fields = {
        "source": source if source != "author" else None,
        "time": label.time and document.quote(label.time),
        "dates": interval and f"{interval.start or ''}..{interval.end or ''}",
        "cue": label.cue and document.quote(label.cue),
        "if": label.condition and document.quote(label.condition),
        "head": label.headline,
    }
    flags = [
        label.likelihood.value if label.likelihood is not Likelihood.CERTAIN else "",
        "not" if label.negated else "",
        "optional" if label.optional else "",
    ]
    values = [f"{key}={value}" for key, value in fields.items() if value]
    kind = "C" if label.kind is Kind.CLAIM else "P"
    return " | ".join([f"{kind} {document.quote(label.span)}", *values, *filter(None, flags)])


def slips(path: Path) -> Iterator[str]:
    """What a sheet says that cannot be right, one sentence each."""
    try:
        document = read(path)
    except (SheetError, ValueError) as error:
        yield f"{path}: {error}"
        return
    for label in document.labels:
        quote = document.quote(label.span)
        if quote[-1] in ".,;:" and not quote.endswith(("U.S.", "p.m.", "a.m.", "Inc.", "Co.")):
            yield f"{path}: the span {quote!r} ends in punctuation"
        if label.cue is None and label.likelihood is not Likelihood.CERTAIN:
            yield f"{path}: {quote!r} is {label.likelihood} without a cue"
        if label.headline and len(label.headline.split()) > 10:
            yield f"{path}: the headline {label.headline!r} has more than ten words"


def main(arguments: list[str]) -> int:
    """The command line; returns the exit code."""
    match arguments:
        case ["check", *paths] if paths:
            files = [f for p in map(Path, paths) for f in (sorted(p.glob("*.sheet")) if p.is_dir() else [p])]
            found = [slip for file in files for slip in slips(file)]
            print("\n".join([*found, f"{len(files)} sheets, {len(found)} slips"]))
            return int(bool(found))
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
