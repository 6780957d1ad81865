"""A fair lock between processes, from two file locks of a well-kept library."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from schemas.errors import WarehouseBusy, WarehouseUnusable

POLL_SECONDS = 0.005
"""How often a waiting process asks for the lock; a batch holds it some tens of milliseconds."""
_LOCKS = Path("/proc/locks")


class Turnstile:
    """One process at a time, and a waiting one gets its turn before a busy one gets another.

    Two file locks in a row. Whoever waits for the inner one holds the outer, so a writer that has just left queues
    behind it instead of being back inside before the waiting process asks again.
    Raises `WarehouseBusy` after `timeout` seconds, and `WarehouseUnusable` where no lock file can be made, with the
    name of the setting that says where.
    """

    def __init__(self, path: Path, timeout: float, setting: str = "FORESAID_WAREHOUSE") -> None:
        self._setting = setting
        self._queue = path.with_name(path.name + ".queue.lock")
        self._inside = path.with_name(path.name + ".lock")
        self._timeout = timeout

    @contextmanager
    def held(self) -> Iterator[None]:
        from filelock import FileLock, Timeout  # 60 ms that whoever asks the published copy need not pay

        inside = FileLock(self._inside, timeout=self._timeout, poll_interval=POLL_SECONDS)
        try:
            self._inside.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self._queue, timeout=self._timeout, poll_interval=POLL_SECONDS):
                inside.acquire()
        except Timeout:
            raise busy_for(self._timeout) from None
        except OSError as error:
            raise WarehouseUnusable(
                f"The folder {self._inside.parent} cannot be written ({error.strerror}); set {self._setting} to a path "
                "where files may be made."
            ) from None
        try:
            yield
        finally:
            inside.release()


def busy_for(seconds: float) -> WarehouseBusy:
    """What somebody is told who waited so long in vain."""
    return WarehouseBusy(
        f"Other processes kept the warehouse busy for {seconds:g} seconds; try again, or raise FORESAID_LOCK_TIMEOUT."
    )


def holder(path: Path) -> str | None:
    """The process that is inside of a turnstile: its number and command; null where this cannot be seen, or nobody is.

    Linux alone says who holds which lock (`/proc/locks`).
    """
    try:
        inode = path.with_name(path.name + ".lock").stat().st_ino
        locks = [line.split() for line in _LOCKS.read_text().splitlines()]
        number = next(words[4] for words in locks if words[1] == "FLOCK" and words[5].endswith(f":{inode}"))
        command = Path(f"/proc/{number}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
    except (OSError, StopIteration):
        return None
    return f"process {number} ({command})"
