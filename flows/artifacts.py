"""What Prefect's pages show of a run: what came in, what failed and why, in one look."""

from html import escape

from prefect.artifacts import acreate_markdown_artifact, acreate_table_artifact

from flows.report import SHOWN, Report


def counts(report: Report) -> list[dict[str, object]]:
    """The rows of the table of what a run did; counts that are zero are left out."""
    rows = {
        "new texts": report.articles,
        "new appearances": report.appearances,
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


async def show_sheet(sheet: str) -> None:
    """Leave the morning's sheet of what falls due, under the key `due`."""
    await acreate_markdown_artifact(markdown=escape(sheet, quote=False), key="due", description="What falls due")


def _plain(message: str) -> str:
    """The message without what Markdown would make a picture, a link or markup of it."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>!|" else character for character in message)
