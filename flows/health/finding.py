"""A finding of the doctor's."""

from enum import StrEnum

from schemas.record import NonEmpty, Record


class State(StrEnum):
    """How bad it is."""

    WELL = "well"
    NOTE = "note"
    """Nothing is wrong, but somebody may want to know."""
    WRONG = "wrong"
    """Something does not work, or will not for long."""


class Finding(Record):
    """What was looked at, how it stands, and what to do about it."""

    what: NonEmpty
    state: State
    said: NonEmpty
    """One sentence: how it stands."""
    advice: str = ""
    """One sentence: what to do; empty if there is nothing."""


def well(what: str, said: str) -> Finding:
    """All is as it should be."""
    return Finding(what=what, state=State.WELL, said=said)


def note(what: str, said: str, advice: str) -> Finding:
    """Nothing is wrong, but it is worth a word."""
    return Finding(what=what, state=State.NOTE, said=said, advice=advice)


def wrong(what: str, said: str, advice: str) -> Finding:
    """Something is to be done."""
    return Finding(what=what, state=State.WRONG, said=said, advice=advice)
