"""The inside of the console's process: binds its own hands, then answers one question from standard input.

Run as `python -m review.desk.console_process`. It reads a JSON object {path, sql, max_rows, seconds} and writes one:
{columns, rows, is_cut} or {refused}. Whatever it was asked, it cannot raise the limits that it has set. Beside the copy
a question can learn where it lies and how DuckDB is set: these are no secrets, and no list of words could keep them.
"""

import json
import resource
import sys
from pathlib import Path

MEMORY = 3 << 30
FILE_BYTES = 0  # it writes no file at all


def bind_hands(seconds: int) -> None:
    """Give up, for good, the means to hurt the machine."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (2 * seconds, 2 * seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(path: Path, sql: str, max_rows: int, seconds: float) -> dict[str, object]:
    """The answer of the published copy, or why there is none."""
    from review.output import plain
    from schemas.errors import ForesaidError
    from warehouse import Published

    try:
        found = Published(path).query(sql, max_rows=max_rows, seconds=seconds)
    except (ForesaidError, MemoryError) as error:
        return {"refused": str(error) or "The query needs more memory than it may have."}
    return {"columns": found.columns, "rows": [plain(row) for row in found.rows], "is_cut": found.is_cut}


def main() -> None:
    """Answer one question."""
    asked = json.load(sys.stdin)
    bind_hands(int(asked["seconds"]) + 1)
    json.dump(answer(Path(asked["path"]), asked["sql"], asked["max_rows"], asked["seconds"]), sys.stdout)


if __name__ == "__main__":
    main()
