"""Faults become failures: recorded, with a sentence for a person, while the rest goes on."""

import tempfile
from collections.abc import Iterator
from typing import TypeVar

from schemas import Failure, FailureStage
from schemas.errors import NoRoom, ReadError
from warehouse.connections import NO_ROOM, no_room

Item = TypeVar("Item")


def guarded(address: str, items: Iterator[Item]) -> Iterator[Item | Failure]:
    """The items, and a failure in the place where getting the next one raised.

    The libraries that read the world's files fail in ways nobody has listed, so every exception is caught here but one:
    that this machine has no room left is no fault of a document, and the next one would fare no better (`NoRoom`).
    """
    try:
        yield from items
    except ReadError as error:
        yield failure(error)
    except NoRoom:
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            raise NoRoom(no_room(error.filename or tempfile.gettempdir())) from error
        said = " ".join(str(error).split())[:200]
        yield Failure(
            address=address,
            stage=FailureStage.READ,
            reason="crashed",
            message=f"{address} made its reader fail ({type(error).__name__}: {said}); leave it out and report it.",
        )


def failure(error: ReadError) -> Failure:
    """The failure that a refusal is."""
    return Failure(address=error.address, stage=FailureStage.READ, reason=error.reason, message=str(error))
