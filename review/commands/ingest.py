"""`foresaid ingest` and `foresaid extract`: start a run, show how far it is, say what came of it."""

import asyncio
from datetime import date

import click

import models
from flows import pipeline
from flows.readers import Overrides
from flows.report import Report
from review import output, progress
from review.exits import Exit
from review.output import Format
from review.parameters import DAY, format_option, now
from schemas import Settings, load_settings
from warehouse import Warehouse

COUNTS = ("articles", "appearances", "known", "copies", "versions", "extracted", "assertions", "failed")

progress_option = click.option(
    "--progress/--no-progress", "wanted", default=None, help="Show progress; by default only on a terminal."
)
flow_option = click.option("--flow", "as_flows", is_flag=True, help="Run as Prefect flows, seen on Prefect's pages.")


@click.command()
@click.argument("sources", metavar="SOURCE…", nargs=-1, required=True)
@click.option("--published", type=DAY, help="The day of publication, whatever the documents say.")
@click.option("--publisher", metavar="NAME", help="The outlet, whatever the documents say.")
@click.option("--title", metavar="TEXT", help="The title, whatever the document says.")
@flow_option
@progress_option
@format_option
@click.pass_context
def ingest(
    ctx: click.Context,
    /,
    sources: tuple[str, ...],
    as_flows: bool,
    wanted: bool | None,
    fmt: Format,
    **said: date | str | None,
) -> None:
    """Read articles, extract their claims and predictions, and publish the copy for analysts.

    A SOURCE is a file, a folder, a web page, a feed, or - for standard input. What cannot be read is recorded with the
    reason and costs nothing else. The same content again adds nothing.
    """
    settings, overrides = load_settings(), Overrides.model_validate(said)
    if as_flows:
        report = asyncio.run(_run_as_flows(sources, overrides))
    else:
        report = run_direct(sources, overrides, settings, wanted)
    conclude(ctx, report, fmt)


@click.command()
@flow_option
@progress_option
@format_option
@click.pass_context
def extract(ctx: click.Context, /, as_flows: bool, wanted: bool | None, fmt: Format) -> None:
    """Read stored articles that this revision of the extractor has not read, and publish the copy for analysts.

    A better model adds readings beside the old ones; nothing is overwritten.
    """
    settings = load_settings()
    if as_flows:
        report = asyncio.run(_extract_as_flows())
    else:
        report = _extract(Warehouse.at(settings), models.load(settings), settings, wanted)
    conclude(ctx, report, fmt)


def run_direct(sources: tuple[str, ...], said: Overrides, settings: Settings, wanted: bool | None) -> Report:
    """The whole way of the sources in this process: read and store, extract and store, publish."""
    house, extractor = Warehouse.at(settings), models.load(settings)  # a missing model is said before any reading
    with progress.shown("Reading", wanted) as tell:
        report = pipeline.ingest(sources, house, settings, said, now(), tell)
    return report + _extract(house, extractor, settings, wanted)


def conclude(ctx: click.Context, report: Report, fmt: Format) -> None:
    """Say what came of a run; exit with 1 if any of it failed."""
    if fmt is Format.TABLE:
        click.echo(summary(report))
    else:
        output.write(COUNTS, [tuple(getattr(report, name) for name in COUNTS)], fmt)
    for failure in report.failures:
        click.echo(f"  {failure.message}", err=True)
    if report.failed > len(report.failures):
        click.echo(f"  … and {report.failed - len(report.failures)} more; `foresaid sql 'FROM failures'`.", err=True)
    if report.failed:
        ctx.exit(Exit.SOME_FAILED)


def summary(report: Report) -> str:
    """A run in a sentence."""
    earlier = {"known": report.known, "copies": report.copies, "newer versions": report.versions}
    shown = [f"{count:,} {name}" for name, count in earlier.items() if count or name == "known"]
    parts = [
        f"{report.articles:,} new articles ({', '.join(shown)})",
        f"{report.extracted:,} read, {report.assertions:,} assertions found",
        f"{report.failed:,} failed" if report.failed else "nothing failed",
    ]
    return "; ".join(parts) + "."


def _extract(house: Warehouse, extractor: models.Extractor, settings: Settings, wanted: bool | None) -> Report:
    with progress.shown("Extracting", wanted) as tell:
        report = pipeline.extract(house, extractor, settings, now(), tell)
    pipeline.publish(house, settings, now())
    return report


async def _run_as_flows(sources: tuple[str, ...], said: Overrides) -> Report:
    from flows import runs

    return await runs.ingest(list(sources), said) + await _extract_as_flows()


async def _extract_as_flows() -> Report:
    from flows import runs

    report = await runs.reread()
    await runs.publish()
    return report
