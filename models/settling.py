"""Settling: drafts become validated claims and predictions, or a stated reason why not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import ValidationError

from models import dates
from models.assembly import Draft
from models.headlines import headline
from models.hedges import likelihood_of
from models.repeats import repeated
from models.tagger.tags import Mark
from schemas import NO_DATE, AnyAssertion, Article, Claim, Dropped, DropReason, Interval, Kind, Prediction, Tense

_EDGE = " \t\r\n\"'“”‘’.,;:!?…–—-()[]"
_COUNTS_ON = re.compile(
    r"\b(?:same|next|following|previous) (?:day|morning|afternoon|evening|night)\b"
    r"|\b(?:days?|weeks?|months?|years?) (?:before|after|earlier|later)\b"
    r"|\bthat (?:day|morning|afternoon|evening|night|month|week)\b"
    r"|^(?:since|until|before|by|after) then$|^since$|^(?:by|after) (?:that|which)$",
    re.IGNORECASE,
)
"""What counts from the day that the article has reached; "that year" and the like mislead more often than they date."""
LOOK_BACK = 400
"""Characters back to the words that tell that day; farther back it is rather another that is meant."""
STEPS = 3
"""How many dates may count each from the one before."""
_TENSES = {Kind.CLAIM: Tense.PAST, Kind.PREDICTION: Tense.FUTURE}


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of an article's drafts."""

    assertions: tuple[AnyAssertion, ...]
    dropped: tuple[Dropped, ...]


def settle(article: Article, drafts: Sequence[Draft], min_score: float, review_after_days: int) -> Settled:
    """Claims and predictions in the order of the text, each quote verified; the rest with the reason."""
    kept: list[AnyAssertion] = []
    dropped: list[Dropped] = []
    for draft, interval in zip(drafts, _intervals(article, drafts), strict=True):
        place = _trimmed(article.text, draft.proposition.start, draft.proposition.end)
        if draft.proposition.score < min_score:
            dropped.append(_drop(place, DropReason.BELOW_THRESHOLD))
            continue
        if place.start == place.end:
            dropped.append(_drop(place, DropReason.INVALID, "punctuation alone"))
            continue
        try:
            kept.append(_assertion(article, draft, place, interval, review_after_days))
        except ValidationError as error:
            dropped.append(_drop(place, DropReason.INVALID, error.errors()[0]["msg"]))
    once = list({one.claim_id: one for one in reversed(kept)}.values())[::-1]  # what is left of two may be one place
    return Settled(tuple(repeated(once)), tuple(dropped))


def _assertion(article: Article, draft: Draft, place: Mark, interval: Interval, review_after_days: int) -> AnyAssertion:
    """The record of one draft. Raises `ValidationError` where it breaks the record's rules."""
    words = article.text
    cue = _text(words, draft.cue)
    proposition = draft.proposition
    common = {
        "article_id": article.article_id,
        "sentence": draft.sentence,
        "char_start": place.start,
        "char_end": place.end,
        "quote": words[place.start : place.end],
        "headline": headline(words[place.start : place.end], draft.subject, draft.source),
        "source": draft.source,
        "source_quote": _text(words, draft.source_mark) if draft.source else None,
        "stated_on": article.published,
        "time": _text(words, draft.time),
        "interval": interval,
        "cue": cue,
        "likelihood": likelihood_of(cue) or proposition.likelihood,
        "negated": proposition.negated,
        "condition": _text(words, draft.condition),
        "model_score": proposition.score,
    }
    if proposition.kind is Kind.CLAIM:
        return Claim.model_validate(common)
    review_by = _review_by(article.published, interval, review_after_days)
    return Prediction.model_validate({**common, "resolve_by": interval.end, "review_by": review_by})


def _intervals(article: Article, drafts: Sequence[Draft]) -> Iterator[Interval]:
    """The interval of each draft; "the next day" counts from the date that the article has reached before it."""
    for draft in drafts:
        if draft.time is None:
            yield NO_DATE
        else:
            yield _resolved(article, draft.time, _TENSES[draft.proposition.kind], STEPS)


def _resolved(article: Article, time: Mark, tense: Tense, steps: int) -> Interval:
    phrase = article.text[time.start : time.end]
    context = dates.NO_CONTEXT
    if steps and _COUNTS_ON.search(phrase):
        context = context.after(_reached(article, time.start, tense, steps - 1))
    return dates.resolve(phrase, article.published, tense, context)


def _reached(article: Article, place: int, tense: Tense, steps: int) -> Interval:
    """The last date that the text gives before a place, not far back."""
    start = max(0, place - LOOK_BACK)
    for phrase in reversed(dates.find(article.text[start:place])):
        interval = _resolved(article, Mark(start + phrase.char_start, start + phrase.char_end), tense, steps)
        if interval != NO_DATE:
            return interval
    return NO_DATE


def _review_by(published: date | None, interval: Interval, days: int) -> date | None:
    """The day on which somebody should look at a prediction that the text gives no end."""
    if interval.end is not None or published is None:
        return None
    return max(published, interval.start or published) + timedelta(days=days)


def _trimmed(text: str, start: int, end: int) -> Mark:
    """The span without white space, quotes and punctuation at its edges; brackets that it opens stay closed."""
    quote = text[start:end]
    kept = quote.strip(_EDGE)
    if not kept:
        return Mark(start, start)
    start += quote.index(kept)
    stop = start + len(kept)
    if kept[-2:-1] == "." and text.startswith(".", stop, end):  # U.S., p.m.
        stop += 1
    for opening, closing in ("()", "[]"):
        if text.startswith(closing, stop, end) and kept.count(opening) > kept.count(closing):
            stop += 1
    return Mark(start, stop)


def _text(text: str, mark: Mark | None) -> str | None:
    return text[mark.start : mark.end] if mark else None


def _drop(place: Mark, reason: DropReason, detail: str = "") -> Dropped:
    return Dropped(char_start=place.start, char_end=place.end, reason=reason, detail=detail)
