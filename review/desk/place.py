"""What the pages of the desk stand on: the ledger to write to, the board to read from, the accounts, the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from fastapi import Request

from review.desk.people import People
from review.queries import query
from schemas import Settings
from warehouse import Board, Warehouse


@dataclass(frozen=True)
class Desk:
    """One running desk."""

    settings: Settings
    house: Warehouse
    board: Board
    people: People
    clock: Callable[[], datetime]

    @classmethod
    def at(cls, settings: Settings, clock: Callable[[], datetime]) -> "Desk":
        """The desk over the warehouse and the accounts that the settings name."""
        return cls(settings, Warehouse.at(settings), Board.at(settings), People(settings.accounts), clock)

    @property
    def today(self) -> date:
        return self.clock().date()

    def ask(self, question: str, /, **parameters: object) -> list[dict[str, Any]]:
        """The rows that answer one of the questions of `review/queries`."""
        return self.board.query(query(question), parameters).dicts()

    def topics(self) -> list[str]:
        """The topics that are followed."""
        return [row["topic"] for row in self.ask("desk_topics")]


def desk_of(request: Request) -> Desk:
    """The desk that answers a request."""
    desk: Desk = request.app.state.desk
    return desk
