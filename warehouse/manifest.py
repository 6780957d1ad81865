"""What a backup says of itself: which files it holds, what they hash to, and what the ledger in it holds.

Refuses a manifest that is missing, damaged, or in a form that a later version writes.
"""

import hashlib
from pathlib import Path

from pydantic import AwareDatetime, ValidationError

from schemas.errors import BackupRefused
from schemas.record import Record

FORMAT = 1
"""Version of the form; raised when an earlier foresaid could not read it any more."""
FILE = "manifest.json"


class StoredFile(Record):
    """A file of a backup, as it was when it was made."""

    bytes: int
    sha256: str


class Contents(Record):
    """What a ledger holds: enough to see that a copy holds the same."""

    step: int
    """The last migration that was applied to it."""
    rows: dict[str, int]
    """Rows by table."""
    verdicts: int
    """Length of the chain of verdicts."""
    last_hash: str
    """The last hash of that chain; empty while there is no verdict."""


class Manifest(Record):
    """The page that lies in every backup."""

    format: int = FORMAT
    made_at: AwareDatetime
    version: str
    """The foresaid that made it."""
    contents: Contents
    files: dict[str, StoredFile]


def read(backup: Path) -> Manifest:
    """The manifest of a backup. Raises `BackupRefused`."""
    try:
        return Manifest.model_validate_json(_text(backup))
    except ValidationError as error:
        raise BackupRefused(
            f"The manifest of {backup} cannot be understood ({error.errors()[0]['msg']}): it is damaged, or was "
            "written by a later version of foresaid; use another backup, or upgrade."
        ) from None


def stored_file(path: Path) -> StoredFile:
    """What a file is now."""
    with path.open("rb") as file:
        return StoredFile(bytes=path.stat().st_size, sha256=hashlib.file_digest(file, "sha256").hexdigest())


def _text(backup: Path) -> str:
    try:
        return (backup / FILE).read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        raise BackupRefused(
            f"{backup} is no backup: it has no {FILE}. Name a folder that `foresaid backup` made."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BackupRefused(f"The manifest of {backup} cannot be read ({error}); use another backup.") from None
