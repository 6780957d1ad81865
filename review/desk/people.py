"""Who may use the desk: accounts, sessions, sign-in links, and the brake on guessing.

Kept in a small SQLite file beside the warehouse, because an account is no part of the ledger and must not reach the
published copy. Tokens are stored as hashes, passwords as argon2id; the file opens nobody's session.
Refuses a second account of one name, a short password, and any login while too many have failed of late.
"""

import hashlib
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from schemas.errors import ForesaidError, NotFound

SESSION = timedelta(hours=12)
LINK = timedelta(minutes=15)
FAILURES_WINDOW = timedelta(minutes=15)
FAILURES_BY_NAME = 5
FAILURES_BY_ADDRESS = 30  # several people may sit behind one address
SHORTEST_PASSWORD = 10

_SCHEMA = (Path(__file__).parent / "people.sql").read_text("utf-8")
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash(secrets.token_urlsafe())  # an unknown name takes as long as a wrong password


class Role(StrEnum):
    """What a person may do at the desk."""

    ANALYST = "analyst"
    """Read everything, ask in SQL, save queries."""
    REVIEWER = "reviewer"
    """Also judge predictions and correct extractions."""
    ADMIN = "admin"
    """Also see what runs and what failed."""

    @property
    def may_judge(self) -> bool:
        return self is not Role.ANALYST


class AccountRefused(ForesaidError):
    """An account cannot be made or changed as asked."""


class LoginRefused(ForesaidError):
    """A name and a password that do not open a session; the message never says which of them was wrong."""


@dataclass(frozen=True)
class Person:
    """Somebody with an account."""

    name: str
    role: Role
    calendar_token: str

    @property
    def judges_as(self) -> str | None:
        """The name under which this person judges; null for one who does not."""
        return self.name if self.role.may_judge else None


@dataclass(frozen=True)
class Session:
    """A person who is signed in; `form_token` is what their forms carry to prove that they were made here."""

    person: Person
    form_token: str


class People:
    """The accounts file. Made on first use; every call is complete in itself, so any number of processes share it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, name: str, role: Role, password: str | None, now: datetime) -> Person:
        """Make an account. Without a password only sign-in links open it."""
        name = name.strip()
        if not name or len(name) > 200:
            raise AccountRefused("A name has between 1 and 200 characters.")
        hashed = _hashed_password(password) if password is not None else None
        row = (name, role.value, hashed, secrets.token_urlsafe(24), _stamp(now))
        with self._open() as con:
            try:
                con.execute("INSERT INTO people VALUES (?, ?, ?, ?, ?)", row)
            except sqlite3.IntegrityError:
                raise AccountRefused(f"There is an account of the name {name!r} already.") from None
        return self.person(name)

    def set_password(self, name: str, password: str) -> None:
        """Give an account a new password and end its sessions."""
        self.person(name)
        with self._open() as con:
            con.execute("UPDATE people SET password_hash = ? WHERE name = ?", (_hashed_password(password), name))
            con.execute("DELETE FROM sessions WHERE name = ?", (name,))

    def set_role(self, name: str, role: Role) -> None:
        """Let a person do more or less from their next page on."""
        self.person(name)
        with self._open() as con:
            con.execute("UPDATE people SET role = ? WHERE name = ?", (role.value, name))

    def remove(self, name: str) -> None:
        """Close an account and its sessions. The verdicts of its name stay in the ledger."""
        self.person(name)
        with self._open() as con:
            con.execute("DELETE FROM people WHERE name = ?", (name,))

    def everyone(self) -> list[Person]:
        with self._open() as con:
            return [_person(row) for row in con.execute("SELECT name, role, calendar_token FROM people ORDER BY name")]

    def person(self, name: str) -> Person:
        """The account of a name. Raises `NotFound`."""
        with self._open() as con:
            row = con.execute("SELECT name, role, calendar_token FROM people WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise NotFound("account", name, "`foresaid people list` shows them.")
        return _person(row)

    def by_calendar(self, token: str) -> Person | None:
        """Whose calendar has this address."""
        with self._open() as con:
            row = con.execute(
                "SELECT name, role, calendar_token FROM people WHERE calendar_token = ?", (token,)
            ).fetchone()
        return _person(row) if row else None

    def sign_in(self, name: str, password: str, address: str, now: datetime) -> str:
        """A new session's token for the right password. Raises `LoginRefused`, also for the right one while too many
        logins under this name or from this address have failed."""
        name = name.strip()
        whos = {f"name:{name}": FAILURES_BY_NAME, f"address:{address}": FAILURES_BY_ADDRESS}
        with self._open() as con:
            _refuse_guessing(con, whos, now)
            row = con.execute("SELECT password_hash FROM people WHERE name = ?", (name,)).fetchone()
        if not _matches(password, row["password_hash"] if row else None):
            with self._open() as con:
                con.executemany("INSERT INTO failed_logins VALUES (?, ?)", [(who, _stamp(now)) for who in whos])
            raise LoginRefused("This name and password do not go together.")
        with self._open() as con:
            con.execute("DELETE FROM failed_logins WHERE who = ?", (f"name:{name}",))
            return _new_session(con, name, now)

    def link_for(self, name: str, now: datetime) -> str:
        """A token that signs this person in once, within minutes."""
        self.person(name)
        token = secrets.token_urlsafe(32)
        with self._open() as con:
            con.execute("DELETE FROM links WHERE expires_at < ?", (_stamp(now),))
            con.execute("INSERT INTO links VALUES (?, ?, ?)", (_hash(token), name, _stamp(now + LINK)))
        return token

    def follow(self, link: str, now: datetime) -> str | None:
        """A new session's token for a sign-in link that is still good; it is used up."""
        with self._open() as con:
            used = con.execute(
                "DELETE FROM links WHERE token_hash = ? AND expires_at > ? RETURNING name", (_hash(link), _stamp(now))
            ).fetchone()
            return _new_session(con, used["name"], now) if used else None

    def session(self, token: str, now: datetime) -> Session | None:
        """The session of a cookie, if there is one and it has not expired."""
        with self._open() as con:
            row = con.execute(
                "SELECT name, role, calendar_token, form_token FROM sessions JOIN people USING (name)"
                " WHERE token_hash = ? AND expires_at > ?",
                (_hash(token), _stamp(now)),
            ).fetchone()
        return Session(_person(row), row["form_token"]) if row else None

    def sign_out(self, token: str) -> None:
        with self._open() as con:
            con.execute("DELETE FROM sessions WHERE token_hash = ?", (_hash(token),))

    def save_query(self, name: str, title: str, query: str) -> None:
        """Keep a search under a title, in the place of an earlier one of that title."""
        with self._open() as con:
            con.execute("INSERT OR REPLACE INTO saved_queries VALUES (?, ?, ?)", (name, title, query))

    def forget_query(self, name: str, title: str) -> None:
        with self._open() as con:
            con.execute("DELETE FROM saved_queries WHERE name = ? AND title = ?", (name, title))

    def saved_queries(self, name: str) -> dict[str, str]:
        """Titles and queries, by title."""
        with self._open() as con:
            rows = con.execute("SELECT title, query FROM saved_queries WHERE name = ? ORDER BY title", (name,))
            return {row["title"]: row["query"] for row in rows}

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.touch(mode=0o600)
            with closing(sqlite3.connect(self.path, timeout=10)) as con:
                con.row_factory = sqlite3.Row
                con.executescript(_SCHEMA)
                with con:
                    yield con
        except (OSError, sqlite3.OperationalError) as error:
            raise AccountRefused(f"The accounts file {self.path} cannot be used ({error}).") from error


def _person(row: sqlite3.Row) -> Person:
    return Person(row["name"], Role(row["role"]), row["calendar_token"])


def _new_session(con: sqlite3.Connection, name: str, now: datetime) -> str:
    token = secrets.token_urlsafe(32)
    con.execute("DELETE FROM sessions WHERE expires_at < ?", (_stamp(now),))
    con.execute(
        "INSERT INTO sessions VALUES (?, ?, ?, ?)",
        (_hash(token), name, secrets.token_urlsafe(32), _stamp(now + SESSION)),
    )
    return token


def _refuse_guessing(con: sqlite3.Connection, limits: dict[str, int], now: datetime) -> None:
    con.execute("DELETE FROM failed_logins WHERE at < ?", (_stamp(now - FAILURES_WINDOW),))
    for who, limit in limits.items():
        (failures,) = con.execute("SELECT count(*) FROM failed_logins WHERE who = ?", (who,)).fetchone()
        if failures >= limit:
            minutes = int(FAILURES_WINDOW.total_seconds() // 60)
            raise LoginRefused(f"Too many logins have failed; try again in {minutes} minutes.")


def _matches(password: str, hashed: str | None) -> bool:
    try:
        return _HASHER.verify(hashed or _NOBODY, password) and hashed is not None
    except VerificationError:
        return False


def _hashed_password(password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise AccountRefused(f"A password has at least {SHORTEST_PASSWORD} characters.")
    return _HASHER.hash(password)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _stamp(moment: datetime) -> str:
    """A moment as text that sorts by time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
