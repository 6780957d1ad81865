"""References: from the words that name a source to the name the document gives it.

The rules are tried in order: I and we; he, she, it and they; "his lawyers"; names; "the commissioner". Words for
which none holds stand for themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.sources.cast import Cast, Voice, is_role
from models.sources.descriptions import described
from models.sources.figures import Figure, Gender, Mention, Sort
from models.sources.lexicon import (
    COMPANY_NOUNS,
    INSTITUTIONS,
    MEDIA_NOUNS,
    MEN_NOUNS,
    PERSON_NOUNS,
    UTTERANCES,
    WOMEN_NOUNS,
)
from models.sources.names import fold, names
from models.sources.turns import Turn
from models.tagger.tags import Mark

_I = frozenset("i we me us my our myself ourselves".split())
_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_IT = frozenset("it its itself".split())
_THEY = frozenset("they them their theirs themselves".split())
_SELF = re.compile(r"\s+(?:himself|herself|itself|themselves|myself|ourselves|too|also|both|all)$", re.IGNORECASE)
_CONTRACTED = re.compile(r"'(?:ve|m|re|ll|d)\b.*")
_OWNED = re.compile(r"(?P<owner>his|her|its|their|my|our)\s+(?:own\s+)?(?P<rest>\S.*)", re.IGNORECASE)
_PARTITIVE = re.compile(r"(?P<part>.+\bof)\s+(?:them|those|these|whom)", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that)\s+(?:same\s+)?(?P<noun>\S.*)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?\s+(?P<rest>\S.*)", re.DOTALL)
_COMMA = re.compile(r",\s+(?:the\s+|an?\s+)?")
_PREPOSITION = re.compile(
    r"\s(?:of|in|at|from|to|for|with|who|whom|that|which|by|on|near|inside|under|close|responsible|led|including|but|except)\b"
    r"|\s\([^()]*\)\W*$|,"
)
_WITH = re.compile(r"\b[Ww]ith\s$")
_LONGEST_SHORT = 5
"""Letters of a label that stands for a publisher."""
_LONGEST_OWNER = 5
"""Words of a phrase that can still stand before a possessive."""
_RELATIVE = re.compile(r",\s(?=(?:who|which|whose|where|a copy)\b)")
_OUTLET = re.compile(rf"\s(?:news\s)?(?:{'|'.join(sorted(MEDIA_NOUNS))})\W*")
_OPENING_PRONOUN = re.compile(r"(?:He|She|His|Her|It|Its|They|Their)\b")
_EDGE = " \t\r\n,.;:\"“”‘'—–-*_"


@dataclass(frozen=True, slots=True)
class _Reference:
    """Marked words, their white space evened out, and the document they stand in."""

    words: str
    mark: Mark
    cast: Cast

    @property
    def place(self) -> int:
        return self.mark.start


def resolve(mark: Mark, cast: Cast) -> Voice | None:
    """Whom the marked words name: the words themselves where the document gives no better name.

    Null only for an "I" or "we" of nobody else's than the author's.
    """
    reference = _Reference(cast.words(mark.start, mark.end), mark, cast)
    if _CONTRACTED.sub("", fold(_SELF.sub("", reference.words))) in _I:
        return going_on(mark.start, cast) if cast.is_spoken(mark.start) else None
    voices = (rule(reference) for rule in _RULES)
    plain = Voice(mark.start, _RELATIVE.split(reference.words)[0])
    return next((voice for voice in voices if voice), plain)


def going_on(place: int, cast: Cast) -> Voice | None:
    """Who speaks where no words say so: who has the floor, or is named beside the place, or spoke last."""
    turn = cast.turn_at(place)
    if turn:
        return labelled(turn, cast)
    return cast.beside(place) or _opening(place, cast) or cast.last_speaker(place)


def labelled(turn: Turn, cast: Cast) -> Voice:
    """Whom the label of a turn names; for one who only asks a person in the title who has no turn of their own."""
    if turn.label not in cast.labels:
        cast.labels[turn.label] = _named_by_label(turn, cast)
    return cast.labels[turn.label]


def _named_by_label(turn: Turn, cast: Cast) -> Voice:
    if turn.asks:
        return Voice(turn.start, _interviewer(cast) or "the interviewer")
    if _shortens(turn.label, cast.publisher):
        return Voice(turn.start, cast.publisher)
    surname = fold(turn.label).split()[-1]
    people = [one.figure for one in cast.mentions if one.figure.is_person]
    figure = next((one for one in people if surname in (one.words[-1], _initials(one))), None)
    figure = figure or described(turn.label, turn.start, cast)
    label = turn.label.title() if " " in turn.label else turn.label
    return Voice(turn.start, figure.name if figure else label, figure)


def _shortens(label: str, name: str) -> bool:
    """Whether the label is made of letters of the name in their order, from its first on (WN, Wikinews)."""
    letters = iter(fold(name))
    is_short = label.isupper() and 1 < len(label) <= _LONGEST_SHORT
    return is_short and fold(name)[:1] == fold(label)[:1] and all(sign in letters for sign in fold(label))


def _initials(figure: Figure) -> str:
    return "".join(part[:1] for word in figure.words for part in word.split("-"))


def _interviewer(cast: Cast) -> str | None:
    """Whom the title of an interview says it was with, if that one has no label."""
    labels = {word for turn in cast.turns for word in fold(turn.label).split()}
    found = [name for name in names(cast.title) if _WITH.search(cast.title, 0, name.start)]
    return found[0].text if found and found[0].key[-1] not in labels else None


def _opening(place: int, cast: Cast) -> Voice | None:
    """Whom the pronoun means that opens the sentence ("His position is that …")."""
    start, _ = next(cast.back(place, 0))
    found = _OPENING_PRONOUN.match(cast.text, start, place)
    return _meant(found[0].casefold(), start, cast) if found else None


def _third_person(it: _Reference) -> Voice | None:
    return _meant(fold(_SELF.sub("", it.words)), it.place, it.cast)


def _meant(pronoun: str, place: int, cast: Cast) -> Voice | None:
    """Whom the pronoun at the place stands for."""
    if pronoun in _HE | _SHE:
        gender = Gender.HE if pronoun in _HE else Gender.SHE
        voice = cast.person(gender, place)
        if voice and voice.figure:
            voice.figure.gender = gender
        return voice
    if pronoun in _IT:
        return cast.body(place)
    if pronoun in _THEY:
        return cast.group(place)
    return going_on(place, cast) if pronoun in _I and cast.is_spoken(place) else None


def _owned(it: _Reference) -> Voice | None:
    """ "his lawyers" are Rittenhouse's lawyers; "her account" is she herself."""
    found = _OWNED.fullmatch(it.words)
    owner = _meant(found["owner"].casefold(), it.place, it.cast) if found else None
    if not found or not owner or (not owner.figure and len(owner.name.split()) > _LONGEST_OWNER):
        return None
    return _belonging(owner, found["rest"], it)


def _belonging(owner: Voice, rest: str, it: _Reference) -> Voice:
    """The owner's `rest`: a person so described, or the owner itself for its words, else the phrase."""
    if rest.split()[-1].casefold() in UTTERANCES:
        return owner
    figure = described(rest, it.place, it.cast, owner.figure) if owner.figure else None
    if figure:
        return Voice(it.place, figure.name, figure)
    sign = "’" if "’" in it.cast.text else "'"
    ending = sign if owner.name.endswith("s") else f"{sign}s"
    return Voice(it.place, f"{owner.name}{ending} {rest}")


def _partitive(it: _Reference) -> Voice | None:
    """ "three of them" are three of the group that was named."""
    found = _PARTITIVE.fullmatch(it.words)
    group = it.cast.group(it.place) if found else None
    return Voice(it.place, f"{found['part']} {group.name}") if found and group and group.is_plural else None


def _named(it: _Reference) -> Voice | None:
    """Words around a name: the figure where the name is their head; its lawyer or campaign where it is the owner."""
    mentions = it.cast.mentions_in(it.mark.start, it.mark.end)
    if not mentions:
        return None
    head = _head(mentions, it.mark, it.cast.text)
    if head or _OUTLET.fullmatch(it.cast.text, mentions[0].end, it.mark.end):
        return _figure(head or mentions[0], it)
    return _owned_by_name(mentions[0], it)


def _head(mentions: Sequence[Mention], mark: Mark, text: str) -> Mention | None:
    """The mention that ends the words up to their first preposition, or that makes up an apposition to them."""
    cut = _first_cut(mentions, mark, text)
    last = _ending(mentions, mark, cut, text)
    if last:
        return last
    starts = {mark.start + comma.end() for comma in _COMMA.finditer(text[mark.start : mark.end])}
    sorts = {Sort.PERSON, Sort.UNCLEAR} if is_role(text[mark.start : cut]) else {Sort.PERSON}
    return next((one for one in mentions if one.start in starts and one.figure.sort in sorts), None)


def _first_cut(mentions: Sequence[Mention], mark: Mark, text: str) -> int:
    """Where the first preposition or comma outside names stands."""
    cuts = (match.start() + mark.start for match in _PREPOSITION.finditer(text[mark.start : mark.end]))
    return next((cut for cut in cuts if not any(one.start < cut < one.end for one in mentions)), mark.end)


def _ending(mentions: Sequence[Mention], mark: Mark, end: int, text: str) -> Mention | None:
    """The last mention before `end` if it reaches it; none where several names are joined."""
    inside = [one for one in mentions if one.start < end]
    if not inside or text[inside[-1].end : end].strip(_EDGE):
        return None
    joined = len(inside) > 1 and re.search(r",|\band\b|&", text[inside[-2].end : inside[-1].start])
    plain = end < mark.end and text[end] != "," and inside[-1].start == mark.start and _is_common(inside[-1])
    return None if joined or plain else inside[-1]


def _is_common(mention: Mention) -> bool:
    """Whether a name may be only a noun that opens the sentence ("Responses to", "Members of")."""
    return len(mention.figure.words) == 1 and mention.figure.words[0].endswith("s")


def _figure(mention: Mention, it: _Reference) -> Voice:
    """The figure; for a bare "the Department" the body that the document calls so in full."""
    figure = mention.figure
    if len(figure.words) == 1 and figure.words[0] in INSTITUTIONS and not figure.words[0].endswith("s"):
        figure = described(figure.words[0], it.place, it.cast) or figure
    return Voice(it.place, figure.name, figure)


def _owned_by_name(mention: Mention, it: _Reference) -> Voice | None:
    found = _POSSESSIVE.match(it.cast.text, mention.end, it.mark.end)
    if not found or not mention.figure.is_person or it.cast.text[it.place : mention.start].strip():
        return None
    owner = Voice(it.place, mention.figure.name, mention.figure)
    return _belonging(owner, " ".join(found["rest"].split()).strip(_EDGE), it)


def _role(it: _Reference) -> Voice | None:
    """ "the commissioner", "the ministry": whom the document describes so."""
    found = _DEFINITE.fullmatch(_SELF.sub("", it.words))
    if not found:
        return None
    figure = described(found["noun"], it.place, it.cast)
    if figure:
        return Voice(it.place, figure.name, figure)
    has_names = it.cast.mentions_in(it.mark.start, it.mark.end)
    taken_up = None if has_names or not found["noun"].islower() else _taken_up(found["noun"], it)
    return it.cast.named_so(found["noun"], it.place) or taken_up


def _taken_up(words: str, it: _Reference) -> Voice | None:
    """Whom a noun that names no office takes up: "the mother of three", "the lawmaker", "the paper"."""
    noun = (fold(_PREPOSITION.split(words)[0]).split() or [""])[-1]
    if noun in MEN_NOUNS | WOMEN_NOUNS:
        return _meant("he" if noun in MEN_NOUNS else "she", it.place, it.cast)
    if noun in MEDIA_NOUNS | COMPANY_NOUNS:
        return it.cast.body(it.place)
    is_whole = noun in PERSON_NOUNS and fold(words).endswith(noun)
    return it.cast.somebody(it.place) if is_whole else None


_RULES = (_third_person, _partitive, _named, _owned, _role)
