"""`foresaid demo`: the sample articles on their whole way, in a fresh warehouse, with the extractor that is set.

It plays the reviewer once. It knows the day on which the Geneva round of 2017 opened, takes a prediction of it that the
extractor found, and judges by the day. Nothing that it shows is prepared.
"""

import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

import seeds
from flows.readers import Overrides
from review.commands.ingest import run_direct, summary
from review.output import Format, write
from review.parameters import now
from review.queries import query
from schemas import Decision, Evidence, Outcome, Settings, load_settings
from warehouse import Published, Warehouse

FOLDER = Path("runs/demo")
VIEWED_FROM = date(2017, 3, 1)  # a day on which the story has things due
OPENED = date(2017, 2, 23)
OPENED_QUOTE = "The fourth round of intra-Syrian talks opened in Geneva on Thursday."
SHOWN = 12


@click.command()
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=FOLDER,
    show_default=True,
    help="Where the demo's database goes; an earlier demo there is replaced.",
)
def demo(folder: Path) -> None:
    """Take the sample articles from reading to a score, in a fresh warehouse.

    Twenty articles on public events come in; what they claim and foretell comes out with its dates, what was due on a
    day of the story, one verdict and the score it gives, and one answer in SQL.
    """
    settings = _fresh(folder)
    house = Warehouse.at(settings)
    _say(f"Reading the articles in {seeds.ARTICLES}")
    click.echo(summary(run_direct((str(seeds.ARTICLES),), Overrides(), settings, None)))
    _show("What was claimed and foretold, with its dates", house, query("demo_dated"), SHOWN)
    _show(f"What was due on {VIEWED_FROM:%-d %B %Y}", house, query("demo_due"), SHOWN, VIEWED_FROM)
    _judge(house)
    house.publish(settings.published_copy, now())
    _say("A question in SQL: who says by when?")
    click.echo(query("demo_asked"))
    _table(Published(settings.published_copy), query("demo_asked"), SHOWN)
    _say("The database")
    click.echo(f"live         {house.path}\nto look into {settings.published_copy}\n")
    click.echo(f'Ask it: FORESAID_PUBLISHED_COPY={settings.published_copy} foresaid sql "FROM sources"')


def _fresh(folder: Path) -> Settings:
    """An installation in this folder, emptied of what an earlier demo left."""
    settings = load_settings().model_copy(
        update={"warehouse": str(folder / "foresaid.duckdb"), "published_copy": folder / "analyst.duckdb"}
    )
    for leftover in folder.glob("*.duckdb*"):
        leftover.unlink()
    return settings


def _judge(house: Warehouse) -> None:
    """Settle one prediction of the Geneva round by the day on which it opened, and show its score."""
    found = house.query(query("demo_foretold"), [OPENED]).dicts()
    _say("One verdict, and its score")
    if not found:
        click.echo("The extractor found no dated prediction of the Geneva round, so there is nothing to judge.")
        return
    decision = _decision(found[0], _article_of(house, OPENED_QUOTE))
    house.decide(decision, now())
    click.echo(f"“{found[0]['quote']}”\n{_said(found[0])}")
    click.echo(f"Evidence: “{OPENED_QUOTE}” Verdict: {_verdict(decision)}.")
    _table(house, query("demo_scored"), 1)


def _decision(foretold: dict[str, Any], article_id: str) -> Decision:
    late = (OPENED - foretold["resolve_by"]) // timedelta(days=1)
    return Decision(
        claim_id=foretold["claim_id"],
        outcome=Outcome.LATE if late > 0 else Outcome.CONFIRMED,
        days_late=late if late > 0 else None,
        reviewer="demo",
        evidence=Evidence(article_id=article_id, quote=OPENED_QUOTE),
    )


def _article_of(house: Warehouse, quote: str) -> str:
    ((article_id,),) = house.query("SELECT article_id FROM articles WHERE contains(text, $1)", [quote]).rows
    return str(article_id)


def _said(foretold: dict[str, Any]) -> str:
    who = foretold["publisher"] if foretold["source"] == "author" else foretold["source"]
    return f"Said by {who} on {foretold['stated_on']}, to be judged by {foretold['resolve_by']}."


def _verdict(decision: Decision) -> str:
    days = f", {decision.days_late} days" if decision.days_late else ""
    return f"{decision.outcome.value}{days}"


def _show(title: str, place: Warehouse | Published, sql: str, limit: int, *parameters: object) -> None:
    _say(title)
    _table(place, sql, limit, *parameters)


def _table(place: Warehouse | Published, sql: str, limit: int, *parameters: object) -> None:
    answer = place.query(sql, parameters, max_rows=limit)
    write(answer.columns, answer.rows, Format.TABLE)
    if answer.is_cut:
        click.echo(f"The first {limit}; there are more.\n")


def _say(title: str) -> None:
    click.secho(f"\n{title}", bold=sys.stdout.isatty())
