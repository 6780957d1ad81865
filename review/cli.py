"""The command `foresaid`: finds the verb, runs it, and turns a refusal into a sentence and an exit code.

Imports nothing but click until a verb is known, so that help and small queries start at once.
"""

import importlib
import sys
from typing import IO, Any

import click

from review.exits import Exit

VERBS = {
    "demo": ("review.commands.demo:demo", "The sample articles, from reading to a score, in a fresh warehouse."),
    "ingest": ("review.commands.ingest:ingest", "Read articles and extract their claims and predictions."),
    "extract": ("review.commands.ingest:extract", "Read stored articles again that this extractor has not read yet."),
    "claims": ("review.commands.claims:claims", "List claims and predictions."),
    "due": ("review.commands.claims:due", "List the predictions to judge now, and why."),
    "resolve": ("review.commands.verdicts:resolve", "Say what became of a prediction."),
    "undo": ("review.commands.verdicts:undo", "Take back the verdict on a prediction."),
    "scorecard": (
        "review.commands.scorecard:show",
        "The track record of a source, outlet or author, as figures or a plot.",
    ),
    "sql": ("review.commands.query:sql", "Ask the published copy in SQL."),
    "export": ("review.commands.export:export", "Write out claims, predictions, reviews or any view."),
    "import": ("review.commands.imports:import_", "Take over verdicts, or topics to follow, from a CSV file."),
    "publish": ("review.commands.keeping:publish", "Write the read-only copy for analysts."),
    "check": ("review.commands.keeping:check", "Verify the stored rows and the chain of verdicts."),
    "status": ("review.commands.keeping:status", "What is stored, what is due, what failed lately."),
    "backup": ("review.commands.backup:backup", "Make a backup and try that it can be restored."),
    "restore": ("review.commands.backup:restore", "Put a backup back, verified."),
    "serve": ("review.commands.serve:serve", "Run everything by itself, on schedules."),
    "doctor": ("review.commands.doctor:doctor", "What is wrong with this installation, and what to do."),
    "date": ("review.commands.date:date", "Show how a time phrase is understood."),
    "desk": ("review.commands.desk:desk", "Serve the web desk on this machine."),
    "people": ("review.commands.people:people", "Make and change the accounts of the desk."),
    "schema": ("review.commands.schema:schema", "Print the JSON Schema of a public record."),
}


class Verbs(click.Group):
    """A group that imports a verb only when it is asked for, and lists them without importing any."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in VERBS:
            return None
        module, _, name = VERBS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in VERBS.items()])

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except click.exceptions.ClickException:
            raise
        except KeyboardInterrupt:
            click.echo("Stopped. What was stored stays; the same command goes on from there.", err=True)
            ctx.exit(Exit.INTERRUPTED)
        except Exception as error:
            raise _refusal(error) from error


class Refused(click.ClickException):
    """A sentence for standard error, and the exit code that goes with it."""

    exit_code = int(Exit.REFUSED)

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"foresaid: {self.message}", file=file, err=True)


class Busy(Refused):
    """The same for what may go through later."""

    exit_code = int(Exit.BUSY)


def _refusal(error: Exception) -> Exception:
    """What a person is told of an error that foresaid raised on purpose; any other is a fault and passes as it is."""
    from schemas.errors import ForesaidError, WarehouseBusy

    if isinstance(error, WarehouseBusy):
        return Busy(str(error))
    return Refused(str(error)) if isinstance(error, ForesaidError) else error


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="foresaid", prog_name="foresaid")
def main() -> None:
    """Who said what would happen, when, and were they right?

    Settings are read from the environment: FORESAID_WAREHOUSE names the database, the README lists the others.
    """


if __name__ == "__main__":
    sys.exit(main())
