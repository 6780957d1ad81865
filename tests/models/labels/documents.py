"""Labelled documents for tests, made up: every word of a sentence stands in it once, so that parts are unambiguous."""

from datetime import date

from hypothesis import strategies as st

from models.labels.documents import Label, LabelledDocument, Span
from schemas import Basis, Interval, Kind, Likelihood

WORDS = "talks will resume by June unless fighting flares an envoy said on Friday may hold until March 🙂 café".split()
DAYS = st.dates(date(2016, 1, 1), date(2018, 12, 31))


@st.composite
def documents(draw: st.DrawFn) -> LabelledDocument:
    text, sentences, labels = "", [], []
    for _ in range(draw(st.integers(1, 4))):
        words = draw(st.lists(st.sampled_from(WORDS), min_size=4, max_size=12, unique=True))
        text += draw(st.sampled_from((" ", "\n\n"))) if text else ""
        sentence = Span(start=len(text), end=len(text) + len(" ".join(words)))
        text += " ".join(words)
        sentences.append(sentence)
        labels += [draw(_labels(words, sentence)) for _ in range(draw(st.integers(0, 2)))]
    ordered = sorted(labels, key=lambda one: (one.span.start, one.span.end))
    return LabelledDocument(
        doc="made-up",
        text=text,
        published=draw(DAYS),
        title=draw(st.sampled_from(("", "Talks put off"))),
        genre="news",
        sentences=tuple(sentences),
        labels=tuple(ordered),
    )


@st.composite
def _labels(draw: st.DrawFn, words: list[str], sentence: Span) -> Label:
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    attributed = draw(st.booleans())
    return Label(
        kind=draw(st.sampled_from(Kind)),
        span=_span(words, first, last, sentence),
        source="Staffan de Mistura" if attributed else "author",
        source_span=draw(_part(words, sentence)) if attributed else None,
        time=draw(_part(words, sentence)),
        interval=draw(st.none() | _intervals()),
        cue=draw(_part(words, sentence)),
        likelihood=draw(st.sampled_from(Likelihood)),
        negated=draw(st.booleans()),
        condition=draw(_part(words, sentence)),
        headline=draw(st.sampled_from((None, "Talks to resume by June"))),
        optional=draw(st.booleans()),
    )


@st.composite
def _intervals(draw: st.DrawFn) -> Interval:
    start, end = sorted((draw(DAYS), draw(DAYS)))
    given = {"start": start if draw(st.booleans()) else None, "end": end if draw(st.booleans()) else None}
    return Interval(**given, basis=Basis.EXPLICIT if any(given.values()) else Basis.NONE)


def _part(words: list[str], sentence: Span) -> st.SearchStrategy[Span | None]:
    place = st.integers(0, len(words) - 1)
    return st.none() | st.builds(lambda a, b: _span(words, min(a, b), max(a, b), sentence), place, place)


def _span(words: list[str], first: int, last: int, sentence: Span) -> Span:
    start = sentence.start + len(" ".join(words[:first])) + bool(first)
    return Span(start=start, end=start + len(" ".join(words[first : last + 1])))
