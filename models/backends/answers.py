"""Answers of generative models: their schema, and what of them stands in the article.

Nothing is believed that is not in the text. A quote that does not stand in the passage is dropped and counted; a source
that the article does not name falls back to the words that name it, and other parts that are not there are left out.
Dates are not asked for: they are worked out from the words by the rules that every extractor shares.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from models.assembly import Draft
from models.backends.passages import Passage
from models.tagger.tags import Mark, Proposition
from schemas import Article, Dropped, DropReason, Kind, Likelihood, Sentence

SCORE = 1.0
"""A generative model gives no score of its own; one means that there is none, not that it is sure."""
MOST = 60
"""Assertions in an answer."""
_LONG = Annotated[str, StringConstraints(max_length=600)]
_SHORT = Annotated[str, StringConstraints(max_length=160)]
_EDGE = " \t\r\n\"'“”‘’«».,;:!?…"
_WORD = re.compile(r"\w+")
_BOUNDS = {"maxLength", "maxItems", "minimum", "maximum", "title", "description"}
_AUTHOR = {"", "author", "the author"}
_ALIKE = {**dict.fromkeys("'‘’`", "['‘’`]"), **dict.fromkeys('"“”„«»', '["“”„«»]'), **dict.fromkeys("-–—‑", "[-–—‑]")}


class Found(BaseModel):
    """One assertion of an answer. All fields are required and closed, so that decoding can be held to them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sentence: int = Field(ge=0, le=99_999)
    quote: _LONG
    kind: Kind
    source: _SHORT
    source_words: _SHORT
    time: _SHORT
    cue: _SHORT
    likelihood: Likelihood
    negated: bool
    condition: _LONG


class Answer(BaseModel):
    """What a model answers about a passage."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    assertions: list[Found] = Field(max_length=MOST)


@dataclass(frozen=True, slots=True)
class Placed:
    """What an answer comes to: drafts with their places in the text, and what was dropped."""

    drafts: tuple[Draft, ...]
    dropped: tuple[Dropped, ...]

    def __add__(self, other: "Placed") -> "Placed":
        return Placed(self.drafts + other.drafts, self.dropped + other.dropped)


NOTHING = Placed((), ())


def schema() -> dict[str, Any]:
    """The JSON schema of an answer, with bounds on every length: decoding that is held to it comes to an end."""
    return Answer.model_json_schema()


def plain_schema() -> dict[str, Any]:
    """The schema without bounds, which not every server takes; answers are held to them all the same."""
    plain: dict[str, Any] = _without_bounds(schema())
    return plain


def _without_bounds(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_bounds(inner) for key, inner in value.items() if key not in _BOUNDS}
    return [_without_bounds(one) for one in value] if isinstance(value, list) else value


def placed(article: Article, passage: Passage, answer: str) -> Placed:
    """The assertions of an answer, each verified against the text, in the order of the text.

    Never raises: whatever is wrong with an answer or a part of it is dropped and counted.
    """
    listed = _listed(answer)
    if listed is None:
        return _dropped(passage, DropReason.INVALID, "not an answer of the schema")
    found = sum((_placed(article, passage, one) for one in listed), NOTHING)
    ordered = sorted(found.drafts, key=lambda draft: draft.proposition.start)
    return _once(article.text, ordered) + Placed((), found.dropped)


def _listed(answer: str) -> list[Any] | None:
    try:
        parsed = json.loads(answer)
    except (ValueError, RecursionError):
        return None
    listed = parsed.get("assertions") if isinstance(parsed, dict) else None
    return listed if isinstance(listed, list) else None


def _placed(article: Article, passage: Passage, one: Any) -> Placed:
    try:
        found = Found.model_validate(one)
    except ValidationError as error:
        return _dropped(passage, DropReason.INVALID, error.errors()[0]["msg"])
    draft = _draft(article, passage, found)
    return Placed((draft,), ()) if draft else _dropped(passage, DropReason.QUOTE_NOT_IN_TEXT, found.quote)


def _once(text: str, drafts: Iterable[Draft]) -> Placed:
    """The same words as the same kind once, whatever punctuation they were quoted with."""
    kept: dict[tuple[int, int, Kind], Draft] = {}
    repeated = []
    for draft in drafts:
        place = draft.proposition
        words = [match.span() for match in _WORD.finditer(text, place.start, place.end)]
        identity = (words[0][0], words[-1][1], place.kind) if words else (place.start, place.end, place.kind)
        if kept.setdefault(identity, draft) is not draft:
            repeated.append(Dropped(char_start=place.start, char_end=place.end, reason=DropReason.REPEATED))
    return Placed(tuple(kept.values()), tuple(repeated))


def _dropped(passage: Passage, reason: DropReason, detail: str) -> Placed:
    """A drop of something that has no place of its own: it is the passage's."""
    start, end = passage.sentences[0].char_start, passage.sentences[-1].char_end
    return Placed((), (Dropped(char_start=start, char_end=end, reason=reason, detail=detail[:200]),))


def _draft(article: Article, passage: Passage, found: Found) -> Draft | None:
    """The draft, or null where the quote does not stand in the passage."""
    ranked = sorted(passage.sentences, key=lambda sentence: sentence.number != found.sentence)
    for sentence in ranked:
        place = find(article.text, found.quote, sentence)
        if place:
            return _at(article, sentence, place, found)
    return None


def _at(article: Article, sentence: Sentence, place: Mark, found: Found) -> Draft:
    parts = {name: find(article.text, getattr(found, name), sentence, place) for name in ("time", "cue", "condition")}
    source_mark = find(article.text, found.source_words, sentence, place)
    source = _source(article, found.source, source_mark)
    proposition = Proposition(
        place.start, place.end, found.kind, SCORE, found.likelihood, found.negated, attributed=source is not None
    )
    return Draft(sentence.number, proposition, source, source_mark if source else None, subject=None, **parts)


def _source(article: Article, name: str, mark: Mark | None) -> str | None:
    """The name, if the article has it; else the words that name the source in the sentence."""
    plain = " ".join(name.split())
    if plain.casefold() in _AUTHOR:
        return None
    known = " ".join(f"{article.title or ''} {' '.join(article.authors)} {article.text}".split()).casefold()
    if plain.casefold() in known:
        return plain
    return article.text[mark.start : mark.end] if mark else None


def find(text: str, words: str, sentence: Sentence, near: Mark | None = None) -> Mark | None:
    """Where the words stand in the sentence, the occurrence nearest to `near`; null where they don't.

    White space, case, and the kind of quotes and dashes may differ: the words of the text are what is kept. Whole words
    alone are found, no "he" in "the".
    """
    wanted = " ".join(words.split()).strip(_EDGE)
    if not wanted:
        return None
    loosely = r"\s+".join(map(_loosely, wanted.split()))
    pattern = re.compile(rf"(?<!\w){loosely}(?!\w)", re.IGNORECASE)
    places = [Mark(*match.span()) for match in pattern.finditer(text, sentence.char_start, sentence.char_end)]
    if near is None:
        return places[0] if places else None
    return min(places, key=lambda place: max(near.start - place.start, place.end - near.end, 0), default=None)


def _loosely(word: str) -> str:
    return "".join(_ALIKE.get(character) or re.escape(character) for character in word)
