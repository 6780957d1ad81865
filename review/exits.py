"""The exit codes of the command, an interface for scripts; the README lists them."""

from enum import IntEnum


class Exit(IntEnum):
    """What the exit code says."""

    DONE = 0
    """Everything asked for was done."""
    SOME_FAILED = 1
    """The work is done, but part of it failed and is listed: articles of a batch, checks, rows of an import."""
    USAGE = 2
    """The command line itself is wrong; nothing was tried."""
    REFUSED = 3
    """It cannot be done as asked; the sentence on standard error says what to do. Nothing was changed."""
    BUSY = 4
    """Another process held the warehouse for too long; the same command may go through later."""
    INTERRUPTED = 130
    """Stopped from the keyboard. What was stored before stays; the same command goes on from there."""
