"""Folders: every file in them whose name ends like something that is read, in the order of their names.

Hidden files and folders are passed over, links to folders are not followed. What is left out for its name is said in
one sentence, what cannot be opened in one each.
"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from flows.readers.forms import ENDINGS, ending
from schemas import Failure, FailureStage


def files(folder: Path) -> Iterator[Path | Failure]:
    """The files to read under `folder`, and what was left out and why."""
    left_out: Counter[str] = Counter()
    unreadable: list[OSError] = []
    is_empty = True
    for here, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            if ending(name.removesuffix(".gz")) in ENDINGS:
                is_empty = False
                yield Path(here, name)
            else:
                left_out[ending(name) or "no ending"] += 1
    yield from (_unreadable(error) for error in unreadable)
    if left_out:
        yield _left_out(folder, left_out)
    elif is_empty and not unreadable:
        yield _failure(str(folder), "empty", f"{folder} holds no files; there is nothing to read.")


def _unreadable(error: OSError) -> Failure:
    return _failure(
        str(error.filename),
        "unreadable",
        f"{error.filename} cannot be opened ({error.strerror}); make it readable for this user.",
    )


def _left_out(folder: Path, left_out: Counter[str]) -> Failure:
    endings = ", ".join(sorted(left_out))
    return _failure(
        str(folder),
        "left_out",
        f"{left_out.total()} files in {folder} were left out for their names ({endings}); name a file to have it read.",
    )


def _failure(address: str, reason: str, message: str) -> Failure:
    return Failure(address=address, stage=FailureStage.READ, reason=reason, message=message)
