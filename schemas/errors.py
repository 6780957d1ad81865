"""Everything that foresaid refuses, under one root.

The message is one sentence that a person can act on. Leaves carry the id of what failed.
"""


class ForesaidError(Exception):
    """The root. Whatever foresaid raises on purpose is one of these."""


class SettingsError(ForesaidError):
    """A setting has a value that cannot be used."""


class ReadError(ForesaidError):
    """A document cannot be read; carries its address and a short machine-readable reason."""

    def __init__(self, address: str, reason: str, message: str) -> None:
        super().__init__(message)
        self.address = address
        self.reason = reason


class NoRoom(ForesaidError):
    """A disk that is needed for the work is full."""


class ModelError(ForesaidError):
    """The extractor's files are missing, damaged or of another kind than the settings say."""


class WarehouseError(ForesaidError):
    """The warehouse cannot do what was asked."""


class WarehouseBusy(WarehouseError):
    """Another process held the warehouse longer than the lock time-out."""


class WarehouseTooNew(WarehouseError):
    """The file was written by a later version of foresaid."""


class WarehouseUnusable(WarehouseError):
    """The file or its folder cannot be opened: missing, unwritable, full, or not a warehouse."""


class BackupRefused(WarehouseError):
    """A backup cannot be made, or cannot be restored: damaged, of a later version, or something is in its place."""


class QueryRefused(WarehouseError):
    """A statement of an analyst's is not one that may run, or failed; the message says why."""


class NotFound(ForesaidError):
    """No record has this id; carries it."""

    def __init__(self, what: str, identifier: str, hint: str = "") -> None:
        super().__init__(f"No {what} has the id {identifier!r}.{' ' + hint if hint else ''}")
        self.identifier = identifier


class NoSuchName(ForesaidError):
    """Nothing is counted, and nothing can be written out, under this name; carries it."""

    def __init__(self, what: str, name: str, hint: str) -> None:
        super().__init__(f"There is no {what} {name!r}. {hint}")
        self.name = name


class VerdictRefused(ForesaidError):
    """A verdict breaks a rule of the ledger; carries the claim's id."""

    def __init__(self, claim: str, message: str) -> None:
        super().__init__(message)
        self.claim = claim
