"""Progress of long work, for a person who waits: a line on standard error that grows. Nothing where nobody looks."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from flows.report import Progress, Report, silent


@contextmanager
def shown(stage: str, wanted: bool | None) -> Iterator[Progress]:
    """Show how far a stage has come; null shows it when standard error is a terminal."""
    if not (sys.stderr.isatty() if wanted is None else wanted):
        yield silent
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.fields[said]}"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(stage, total=None, said="")
        yield lambda report: bar.update(task, said=_said(report))
        bar.update(task, total=1, completed=1)


def _said(report: Report) -> str:
    parts = {
        "articles": report.read or report.extracted,
        "assertions": report.assertions,
        "failed": report.failed,
    }
    return ", ".join(f"{count:,} {name}" for name, count in parts.items() if count)
