"""What Prefect's pages show of a run: what came in, what failed and why, in one look."""

from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Any

from prefect.artifacts import acreate_markdown_artifact, acreate_table_artifact

from flows.report import SHOWN, Report
from warehouse import Backup

Row = dict[str, Any]
"""A row of the warehouse's `source_health`."""


def counts(report: Report) -> list[dict[str, object]]:
    """The rows of the table of what a run did; counts that are zero are left out."""
    rows = {
        "new texts": report.articles,
        "new appearances": report.appearances,
        "copies of other outlets' texts": report.copies,
        "newer versions": report.versions,
        "known already": report.known,
        "read for assertions": report.extracted,
        "assertions found": report.assertions,
        "failed": report.failed,
    }
    return [{"what": what, "how many": count} for what, count in rows.items() if count] or [
        {"what": "nothing new", "how many": 0}
    ]


def reasons(report: Report) -> str:
    """The failures by reason, and the first of them in full, as Markdown."""
    if not report.failed:
        return "Nothing failed."
    totals = "\n".join(f"| `{reason}` | {count} |" for reason, count in sorted(report.reasons.items()))
    lines = "\n".join(f"- {_plain(failure.message)}" for failure in report.failures)
    rest = f"\n\nThe first {SHOWN}; the table `failures` has all." if report.failed > SHOWN else ""
    return f"| reason | failed |\n|---|---|\n{totals}\n\n{lines}{rest}"


async def show(stage: str, report: Report) -> None:
    """Leave the run's report on Prefect's pages, under the keys `<stage>` and `<stage>-failures`."""
    await acreate_table_artifact(table=counts(report), key=stage, description=f"What `{stage}` did")
    await acreate_markdown_artifact(
        markdown=reasons(report), key=f"{stage}-failures", description="What failed and why"
    )


def fared(sources: Iterable[Row]) -> list[dict[str, object]]:
    """The rows of the table of sources, those that fail first."""
    shown = ("url", "failures_in_a_row", "last_failure", "articles_per_week", "last_success_at", "next_visit_at")
    return [{name.replace("_", " "): _short(row[name]) for name in shown} for row in sources]


def night(copy: str, made: Backup) -> str:
    """What a night did, as Markdown: where copy and backup lie and what is in them."""
    found = made.manifest.contents
    return (
        f"The ledger is sound. The analysts' copy is `{copy}`.\n\n"
        f"The backup `{made.path}` ({made.bytes / 2**20:.1f} MiB) was restored on trial: "
        f"{found.rows['articles']:,} articles, {found.rows['assertions']:,} assertions, {found.verdicts:,} verdicts. "
        f"The chain of verdicts ends in `{found.last_hash or '-'}`."
    )


async def show_sources(sources: Iterable[Row]) -> None:
    """Leave how the sources of articles fare, under the key `sources`."""
    await acreate_table_artifact(table=fared(sources), key="sources", description="How the sources fare")


async def show_night(copy: str, made: Backup) -> None:
    """Leave what the night did, under the key `nightly`."""
    await acreate_markdown_artifact(markdown=night(copy, made), key="nightly", description="Copy and backup")


async def show_sheet(sheet: str) -> None:
    """Leave the morning's sheet of what falls due, under the key `due`."""
    await acreate_markdown_artifact(markdown=escape(sheet, quote=False), key="due", description="What falls due")


def _short(value: object) -> object:
    """A cell of a table: moments to the minute, figures to a tenth."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return round(value, 1) if isinstance(value, float) else value


def _plain(message: str) -> str:
    """The message without what Markdown would make a picture, a link or markup of it."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>!|" else character for character in message)
