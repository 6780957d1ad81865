"""What a run did: counts that add up, and the failures with their reasons."""

from collections import Counter
from collections.abc import Callable, Iterable

from schemas import Failure
from schemas.record import Record

SHOWN = 50
"""Failures that a report carries in full; all of them are in the warehouse."""


class Report(Record):
    """What a run, or a part of one, did. Reports of parts add up to the report of the whole."""

    articles: int = 0
    """New texts stored."""
    appearances: int = 0
    """New places, titles or dates under which a text was found; new texts included."""
    known: int = 0
    """Articles that were stored before, just as they came."""
    copies: int = 0
    """New texts that are copies of what another outlet published; they are not read for assertions."""
    versions: int = 0
    """New texts that are newer versions of stored ones."""
    extracted: int = 0
    """Articles read for assertions."""
    assertions: int = 0
    tokens: int = 0
    failed: int = 0
    reasons: dict[str, int] = {}  # noqa: RUF012 - a frozen record copies its default
    """How many failed for which reason."""
    failures: tuple[Failure, ...] = ()
    """The first of the failures."""

    def __add__(self, other: "Report") -> "Report":
        return Report(
            articles=self.articles + other.articles,
            appearances=self.appearances + other.appearances,
            known=self.known + other.known,
            copies=self.copies + other.copies,
            versions=self.versions + other.versions,
            extracted=self.extracted + other.extracted,
            assertions=self.assertions + other.assertions,
            tokens=self.tokens + other.tokens,
            failed=self.failed + other.failed,
            reasons=dict(Counter(self.reasons) + Counter(other.reasons)),
            failures=(*self.failures, *other.failures)[:SHOWN],
        )

    @property
    def read(self) -> int:
        """Articles that came in, new or known."""
        return self.appearances + self.known


Progress = Callable[[Report], None]
"""Told after each batch what the run has done so far."""


def silent(_: Report) -> None:
    """Progress that nobody looks at."""


def of_failures(failures: Iterable[Failure]) -> Report:
    """The report of what did not get through."""
    failures = tuple(failures)
    reasons = Counter(failure.reason for failure in failures)
    return Report(failed=len(failures), reasons=dict(reasons), failures=failures[:SHOWN])
