"""Suites of single expressions with the dates that they denote."""

from pathlib import Path


def run(folder: Path, *, brief: bool) -> None:
    raise SystemExit(f"no suites in {folder}")
