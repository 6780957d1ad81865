"""Roles: what the labels of somebody else's checkpoint mean here, and the runs of words that have one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schemas.errors import ModelError

KINDS = ("claim", "prediction")
LAYERS = {"source": "sources", "time": "times", "cue": "cues", "condition": "conditions"}
"""Roles of marks, and the field of `Tagged` that holds them."""
_ROLES = {*KINDS, *LAYERS}
_LABEL = re.compile(r"(?:(?P<prefix>[BILUSE])[-_])?(?P<name>.+)")
_BEGINNING = {"B", "U", "S"}


@dataclass(frozen=True, slots=True)
class Role:
    """What a word with this label is, and whether a new run begins with it."""

    name: str
    begins: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words, first and last inclusive, of one role."""

    role: str
    first: int
    last: int


def parse(mapping: str) -> dict[str, str]:
    """`CLM=claim,FUT=prediction` as a mapping. Raises `ModelError` where it names no role."""
    out = {}
    for pair in filter(None, map(str.strip, mapping.split(","))):
        label, equals, role = (part.strip() for part in pair.partition("="))
        if not (label and equals and role in _ROLES):
            raise ModelError(
                f"FORESAID_MODEL_LABELS: {pair!r} is not LABEL=ROLE with one of the roles {', '.join(sorted(_ROLES))}."
            )
        out[label] = role
    return out


def roles_of(labels: Sequence[str], mapping: Mapping[str, str]) -> list[Role | None]:
    """Each label's role: what the mapping says, else its own name if that is a role, else none.

    Schemes are BIO, BILOU, BIOES and bare names. Raises `ModelError` where no label is a kind of assertion, or the
    mapping names a label that there is not.
    """
    parsed = [_LABEL.fullmatch(label) for label in labels]
    names = [found["name"] if found else label for found, label in zip(parsed, labels, strict=True)]
    unknown = sorted(set(mapping) - set(names))
    if unknown:
        raise ModelError(f"FORESAID_MODEL_LABELS names {', '.join(unknown)}; the checkpoint has {_listed(names)}.")
    wanted = {name: mapping.get(name, name.casefold()) for name in names}
    if not any(role in KINDS for role in wanted.values()):
        raise ModelError(
            f"No label of the checkpoint is a claim or a prediction; it has {_listed(names)}. "
            "Say which are with FORESAID_MODEL_LABELS, for example LABEL=claim."
        )
    return [
        Role(wanted[name], begins=bool(found and found["prefix"] in _BEGINNING)) if wanted[name] in _ROLES else None
        for name, found in zip(names, parsed, strict=True)
    ]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def runs(roles: Sequence[Role | None]) -> list[Run]:
    """The runs of a sentence's words. One without a beginning begins where it is."""
    out: list[Run] = []
    previous: Role | None = None
    for at, role in enumerate(roles):
        if role and previous and role.name == previous.name and not role.begins:
            out[-1] = Run(role.name, out[-1].first, at)
        elif role:
            out.append(Run(role.name, at, at))
        previous = role
    return out
