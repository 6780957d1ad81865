"""The SQL of this package: it lives in `.sql` files, and this is how Python gets at it."""

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def query(name: str) -> str:
    """The text of `queries/<name>.sql`."""
    return (HERE / "queries" / f"{name}.sql").read_text("utf-8")


def scripts(folder: str) -> tuple[tuple[str, str], ...]:
    """Name and text of every script of a folder, in the order of their names."""
    return tuple((path.stem, path.read_text("utf-8")) for path in sorted((HERE / folder).glob("*.sql")))
