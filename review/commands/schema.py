"""`foresaid schema`: the shape of the public records, for programs that read or write them."""

import json
import sys

import click

import schemas
from schemas.record import Record

RECORDS: dict[str, type[Record]] = {
    record.__name__: record
    for record in (
        schemas.Article, schemas.Sentence, schemas.Failure, schemas.Claim, schemas.Prediction, schemas.Extraction,
        schemas.Interval, schemas.Evidence, schemas.Decision, schemas.Verdict,
    )
}  # fmt: skip


@click.command()
@click.argument("record", type=click.Choice(sorted(RECORDS), case_sensitive=False), required=False)
def schema(record: str | None) -> None:
    """Print the JSON Schema of a public record, or of all of them under their names."""
    shapes = {name: found.model_json_schema() for name, found in RECORDS.items()}
    json.dump(shapes[record] if record else shapes, sys.stdout, indent=2)
    click.echo()
