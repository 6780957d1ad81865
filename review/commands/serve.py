"""`foresaid serve`: the schedules, and the server that keeps them, until it is stopped."""

from zoneinfo import available_timezones

import click

import models
import seeds
from review.parameters import today
from schemas import load_settings
from warehouse import Warehouse


@click.command()
@click.argument("sources", metavar="[SOURCE]…", nargs=-1)
@click.option("--timezone", default="UTC", show_default=True, help="In which the hours of the schedules are meant.")
def serve(sources: tuple[str, ...], timezone: str) -> None:
    """Run everything by itself: read the sources each hour, extract, tell what falls due, publish, check, back up.

    SOURCE is a list of sources (a CSV file with a column url), a feed or a page; without one, the list that comes with
    foresaid. Prefect keeps the schedules: the server that PREFECT_API_URL names, or one on this machine, which is
    started if none runs. docs/operating.md says what runs when, and how to make a service of it.
    """
    if timezone not in available_timezones():
        raise click.BadParameter(f"{timezone!r} is no time zone; write it like Europe/Vienna.", param_hint="--timezone")
    settings = load_settings()
    models.load(settings)  # what is missing is said now, and not each hour
    Warehouse.at(settings).status(today())

    from flows.deployments import serve as keep_schedules

    keep_schedules(sources or [str(seeds.FEEDS)], timezone)
