"""The cast of a document: the figures it names, where, who holds the floor, and who has spoken so far.

Built once an article; what has been said is noted in the order of the text, so that later words can refer back to it.
Refuses nothing; what the document does not tell is null.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.sources.figures import Figure, Gender, Mention, Sort, gather
from models.sources.lexicon import DOCUMENTS, FINITE, INSTITUTIONS, NOUNS, PERSON_NOUNS, SPEECH, TITLES
from models.sources.names import fold, names
from models.sources.reports import Report, reports
from models.sources.shorts import short_forms
from models.sources.speech import Quotations, speaks
from models.sources.turns import Turn, floor, turns
from models.tagger.tags import Proposition
from schemas import Article, Sentence

REACH = 3
"""How many sentences back a pronoun that stands for a body or a group can point."""
MEMORY = 40
"""How many sentences back anybody is looked for; with NEAR it keeps the work linear in the length of the text."""
NEAR = 150
"""How many mentions on a side are looked at for one that is described in some way."""
LONGEST_SUBJECT = 10
"""Words; what is longer holds a clause of its own."""
FAR = 6
"""How many sentences back a name that may or may not be a person's is looked for."""
_VERBS = "|".join(sorted(FINITE | SPEECH - NOUNS))
_SUBJECT = re.compile(
    rf"[^,.;:\n\"“”]{{2,120}}?(?=(?:,[^,.;:\n\"“”]{{2,100}},)?\s+(?:\w+ly\s+|also\s+)?(?:{_VERBS}|[a-z]+ed)\b)"
)
_ADJECTIVE = re.compile(
    r"\w+(?:ian|ish|ese|ean|erican|exican|erman|ench|utch|reek|zech|raeli|raqi|emeni|istani|wiss)$", re.IGNORECASE
)
_SMALL = re.compile(r"\b[^\W\d_A-Z][\w’'-]*")
_HEAD = re.compile(r"\s(?:of|in|at|from|to|for|with|who|that|which|led|polled|including|on|by|close)\s|,")
_GROUPS = frozenset("people men women police some many media others few several band crowd majority handful".split())
_QUANTIFIED = re.compile(
    r"(?:the|this|that|these|those|a|an|some|many|most|several|other|all|both|one|two|three)\s", re.IGNORECASE
)
_EDGE = " \t\r\n,.;:\"“”‘'—–-*_"
_EDGES = 6
"""Characters before words that tell whether they open a sentence."""
_OPENING = re.compile(
    r"(?:(?!(?:when|while|as|if|because|after|before|that|since|although|though)\b)[\w’',]+\s+){0,5}?"
    r"(?P<subject>he|she)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who has spoken at a place: a figure, or just words."""

    place: int
    name: str
    figure: Figure | None = None

    @property
    def is_plural(self) -> bool:
        """Whether "they" can mean it, going by its noun."""
        unclear = self.figure is None or (self.figure.sort is Sort.UNCLEAR and len(self.figure.words) == 1)
        return unclear and is_plural(self.name)

    @property
    def is_body(self) -> bool:
        """Whether "it" can mean it."""
        if self.is_plural:
            return False
        return not self.figure.is_person if self.figure else not is_role(self.name)


class Cast:
    """Whom a document names and who has spoken."""

    def __init__(self, text: str, title: str, sentences: Sequence[Sentence], publisher: str = "") -> None:
        self.text = text
        self.title = title
        self.publisher = publisher
        self.labels: dict[str, Voice] = {}
        """Whom the labels of turns were found to name."""
        self.attributed: Proposition | None = None
        """The last proposition that has a source."""
        self._sentences = [(one.char_start, one.char_end) for one in sentences] or [(0, len(text))]
        self._starts = [start for start, _ in self._sentences]
        self._voices: dict[int, list[Voice]] = defaultdict(list)
        self._reports: dict[int, list[Report]] = {}

    @classmethod
    def of(cls, article: Article, sentences: Sequence[Sentence] = ()) -> "Cast":
        return cls(article.text, article.title or "", sentences, article.publisher or "")

    @cached_property
    def turns(self) -> list[Turn]:
        return turns(self.text)

    @cached_property
    def quotations(self) -> Quotations:
        return Quotations(self.text)

    @cached_property
    def mentions(self) -> list[Mention]:
        """All mentions in order, those in the title first."""
        return gather(self.text, names(self.title), short_forms(self.text))

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that the text has in small letters."""
        return frozenset(_SMALL.findall(self.text))

    @cached_property
    def _places(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        return self.mentions[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def mentions_near(self, place: int) -> Iterator[Mention]:
        """The nearest mention before the place first, those before it, those in the title, then those behind it."""
        at = bisect_left(self._places, place)
        yield from reversed(self.mentions[max(0, at - NEAR) : at])
        yield from self.mentions[: min(NEAR, max(0, at - NEAR))]
        yield from self.mentions[at : at + NEAR]

    def outside_quotations(self, start: int, end: int) -> list[Mention]:
        return [one for one in self.mentions_in(start, end) if not self.quotations.hold(one.start)]

    @property
    def is_dialogue(self) -> bool:
        """Whether several speakers take turns, so that nothing in the turns is the author's own."""
        return len({turn.label for turn in self.turns}) > 1

    def turn_at(self, place: int) -> Turn | None:
        return floor(self.turns, place)

    def is_spoken(self, place: int) -> bool:
        """Whether the place lies in a turn or a quotation, so that "I" is not the author."""
        return self.turn_at(place) is not None or self.quotations.hold(place)

    def heard(self, voice: Voice, place: int) -> None:
        """Notes that somebody spoke at the place, for what follows."""
        self._voices[self._sentence_at(place)].append(Voice(place, voice.name, voice.figure))

    def back(self, place: int, sentences: int) -> Iterator[tuple[int, int]]:
        """The stretch of the sentence before `place`, then the `sentences` sentences before it, backwards."""
        number = self._sentence_at(place)
        yield self._sentences[number][0], place
        for earlier in range(number - 1, max(-1, number - 1 - sentences), -1):
            yield self._sentences[earlier]

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence in which the place lies."""
        return self._sentences[self._sentence_at(place)]

    def reports_at(self, place: int) -> list[Report]:
        """The reports of the sentence in which the place lies."""
        number = self._sentence_at(place)
        if number not in self._reports:
            self._reports[number] = reports(self.text, *self._sentences[number])
        return self._reports[number]

    def said_in(self, start: int, end: int) -> list[Voice]:
        """Who was heard in the stretch of a sentence, last first."""
        said = self._voices.get(self._sentence_at(start), [])
        return [voice for voice in reversed(said) if start <= voice.place < end]

    def named_so(self, noun: str, place: int) -> Voice | None:
        """Who was heard before under a phrase about the same noun ("the report" after "a report by two doctors")."""
        found = (voice for stretch in self.back(place, MEMORY) for voice in self.said_in(*stretch))
        return next((voice for voice in found if not voice.figure and head_noun(voice.name) == fold(noun)), None)

    def last_speaker(self, place: int) -> Voice | None:
        """Who spoke last before the place, whether a mark or only a verb of saying told it."""
        found = (self._voice_in(*stretch) for stretch in self.back(place, MEMORY))
        return next((voice for voice in found if voice), None)

    def beside(self, place: int) -> Voice | None:
        """Who is named as speaking in the sentence itself, or before it in the same paragraph; for quoted words
        also after it."""
        number = self._sentence_at(place)
        around = (number - 1, number + 1) if self.quotations.hold(place) else (number - 1,)
        nearby = [number, *(near for near in around if self._one_paragraph(number, near))]
        found = (self._voice_in(*self._sentences[near]) for near in nearby)
        return next((voice for voice in found if voice), None)

    def person(self, gender: Gender, place: int) -> Voice | None:
        """Whom "he" or "she" at the place means: who spoke or was the subject in the nearest sentence before it.

        Names that may or may not be a person's count where they stand out close by, or where there is nobody else.
        """
        for test, reach in ((self._stands_out, 1), (_is_person, MEMORY), (_is_not_a_body, FAR)):
            found = (self._person_in(gender, test, *stretch) for stretch in self.back(place, reach))
            voice = next((voice for voice in found if voice), None)
            if voice:
                return voice
        return None

    def people_in(self, gender: Gender, start: int, end: int) -> set[Figure]:
        """Everybody named in the stretch whom the pronoun can mean."""
        outside = self.outside_quotations(start, end)
        return {one.figure for one in outside if self._stands_out(one) and _agrees(one.figure, gender)}

    def somebody(self, place: int) -> Voice | None:
        """The person who spoke or was the subject in the nearest of the sentences just before the place."""
        found = (self._person_in(Gender.EITHER, _is_person, *stretch) for stretch in self.back(place, REACH))
        return next((voice for voice in found if voice), None)

    def body(self, place: int) -> Voice | None:
        """Whom "it" at the place means: the last body that spoke, else one that is the subject of its sentence."""
        for start, end in self.back(place, REACH):
            said = next((voice for voice in self.said_in(start, end) if voice.is_body), None)
            voice = said or self._body_in(start, end)
            if voice:
                return voice
        return None

    def group(self, place: int) -> Voice | None:
        """Whom "they" at the place means: the last group or body that spoke, else a subject in the plural."""
        for start, end in self.back(place, REACH):
            said = next((voice for voice in self.said_in(start, end) if voice.is_plural or voice.is_body), None)
            subject = None if said else self.subject(start, end)
            if said or (subject and is_plural(subject)):
                return said or Voice(start, subject or "")
        return None

    def subject(self, start: int, end: int) -> str | None:
        """The words of the sentence before its first finite verb."""
        place = self.subject_place(start, end)
        return self.words(*place) if place else None

    def subject_place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the subject of the stretch stands; null where none can be told apart."""
        found = _SUBJECT.match(self.text, start, end)
        return found.span() if found and 0 < len(found[0].split()) <= LONGEST_SUBJECT else None

    def words(self, start: int, end: int) -> str:
        """The words of the stretch, white space evened out, without a capital only from opening a sentence."""
        words = " ".join(self.text[start:end].split()).strip(_EDGE)
        first = words.partition(" ")[0]
        before = self.text[max(0, start - _EDGES) : start].rstrip(" \"“‘'(-")
        opens = not before[-1:].strip('.!?:;\n…”"')
        common = _QUANTIFIED.match(words) or first.lower() in self.common
        return words[:1].lower() + words[1:] if opens and common and (first[1:] or "a").islower() else words

    def _sentence_at(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)

    def _one_paragraph(self, one: int, other: int) -> bool:
        first, last = sorted((one, other))
        inside = first >= 0 and last < len(self._sentences)
        return inside and "\n" not in self.text[self._sentences[first][1] : self._sentences[last][0]]

    def _voice_in(self, start: int, end: int) -> Voice | None:
        """Who was heard last in the stretch, else the last figure that a verb of saying names in it."""
        said = self.said_in(start, end)
        if said:
            return said[0]
        found = [one for one in self.outside_quotations(start, end) if speaks(self.text, one.start, one.end)]
        return Voice(start, found[-1].figure.name, found[-1].figure) if found else None

    def _person_in(self, gender: Gender, test: Callable[[Mention], bool], start: int, end: int) -> Voice | None:
        said = next((voice for voice in self.said_in(start, end) if _fits(voice, gender)), None)
        if said:
            return said
        outside = self.outside_quotations(start, end)
        named = [one for one in outside if _agrees(one.figure, gender) and test(one)]
        if not named:
            subject = self.subject(start, end)
            return Voice(start, subject) if subject and is_role(subject) else None
        if _goes_on(gender, self.text[start : named[0].start]):
            return None
        first = next((one for one in named if speaks(self.text, one.start, one.end)), named[0])
        return Voice(first.start, first.figure.name, first.figure)

    def _stands_out(self, mention: Mention) -> bool:
        """Whether the name is a person's, or a name of several words that opens its sentence or is said to speak."""
        if mention.figure.sort is not Sort.UNCLEAR:
            return mention.figure.is_person
        opens = mention.start - self._sentences[self._sentence_at(mention.start)][0] < len("Meanwhile, ")
        return len(mention.figure.words) > 1 and (opens or speaks(self.text, mention.start, mention.end))

    def _body_in(self, start: int, end: int) -> Voice | None:
        """The first name in the subject of the stretch, or one that all but opens it, if it is no person's."""
        outside = self.outside_quotations(start, end)
        first = next((one for one in outside if not _ADJECTIVE.fullmatch(one.figure.name)), None)
        reach = start + max(len(self.subject(start, end) or ""), len("Meanwhile, the "))
        if first and not first.figure.is_person and first.start <= reach:
            return Voice(first.start, first.figure.name, first.figure)
        subject = self.subject(start, end) or ""
        return Voice(start, subject) if head_noun(subject) in INSTITUTIONS | DOCUMENTS else None


def is_plural(words: str) -> bool:
    """Whether the noun that the words are about stands in the plural."""
    noun = head_noun(words)
    return noun in _GROUPS or (noun.endswith("s") and not noun.endswith(("'s", "ss", "us", "is", "news")))


def is_role(words: str) -> bool:
    """Whether the words are about a person by office or trade, in the singular."""
    return head_noun(words) in TITLES | PERSON_NOUNS


def head_noun(words: str) -> str:
    """The last word before the first preposition or comma, folded."""
    found = _HEAD.split(words, maxsplit=1)[0].split()
    return fold(found[-1].rstrip(",.")) if found else ""


def _is_person(mention: Mention) -> bool:
    return mention.figure.is_person


def _is_not_a_body(mention: Mention) -> bool:
    return mention.figure.sort is not Sort.BODY


def _agrees(figure: Figure, gender: Gender) -> bool:
    return Gender.EITHER in (gender, figure.gender) or gender is figure.gender


def _fits(voice: Voice, gender: Gender) -> bool:
    """Whether who spoke can be a person of this gender."""
    if voice.figure:
        return voice.figure.sort is not Sort.BODY and _agrees(voice.figure, gender)
    return is_role(voice.name)


def _goes_on(gender: Gender, before: str) -> bool:
    """Whether the pronoun is the subject before the first name, so that its figure stands further back."""
    opening = _OPENING.match(before)
    return opening is not None and opening["subject"].casefold() == gender.value
