"""Sources: the name of who is committed to an attributed proposition.

Within the sentence the tagger marks the words ("he", "the ministry"). Which mark belongs to the proposition is decided
by the construction (choice), whom it names by what the document says of the people and bodies in it (references).
Words that name nobody stand for themselves; where no words are marked, who was speaking goes on speaking.
"""

from dataclasses import dataclass

from models.sources.cast import Cast
from models.sources.choice import nearest
from models.sources.constructions import goes_on_from, is_quoted, is_under_a_heading, reporter
from models.sources.marks import tidied
from models.sources.references import going_on, labelled, resolve
from models.sources.subjects import subject_of
from models.tagger.tags import Mark, Proposition, Tagged

__all__ = ["Cast", "Named", "subject_of", "who"]


@dataclass(frozen=True, slots=True)
class Named:
    """A resolved source and the words that name it in the sentence, if any do."""

    name: str
    mark: Mark | None


def who(tagged: Tagged, proposition: Proposition, cast: Cast) -> Named | None:
    """The source of a proposition, noted in the cast; null where it is the author's own or the document names nobody.

    In a transcript of several speakers nothing is the author's own. To be asked for in the order of the text.
    """
    turn = cast.turn_at(proposition.start)
    mark = reporter(proposition, tagged.propositions, cast)
    if turn and cast.is_dialogue and not mark:
        return Named(labelled(turn, cast).name, None)
    if not (mark or _is_attributed(tagged, proposition, cast)):
        return None
    mark = mark or nearest(cast.text, tidied(tagged.sources, cast), proposition, cast.quotations)
    voice = resolve(mark, cast) if mark else going_on(proposition.start, cast)
    if voice is None:
        return None
    cast.attributed = proposition
    cast.heard(voice, mark.start if mark else proposition.start)
    return Named(voice.name, mark)


def _is_attributed(tagged: Tagged, proposition: Proposition, cast: Cast) -> bool:
    """Whether somebody else says it: by its place, or by the tagger where there is a sign of whom.

    Where no words show a source, taggers see one that is not there more often than one that is.
    """
    if is_quoted(proposition, cast) or (cast.attributed and goes_on_from(cast.attributed, proposition, cast)):
        return True
    place = proposition.start
    signs = tagged.sources or cast.turn_at(place) or cast.quotations.hold(place) or is_under_a_heading(place, cast)
    return proposition.attributed and bool(signs)
