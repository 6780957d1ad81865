"""The stages of a run, without Prefect: ingest, extract, publish, the day's run of these, and the morning's sweep.

    ingest:  sources | read | batches | store            extract:  pending | read for assertions | store

Every batch is stored in one transaction under an id made from what it holds, so a run that is killed at any point and
started again leaves the same rows as one that was not. The moment of the run is an argument. One article's fault is
recorded and costs no other. Only the warehouse's own errors end a run.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from flows.readers import Overrides, Visits, read
from flows.readers.faults import failure
from flows.report import Progress, Report, of_failures, silent
from flows.sweep import CALENDAR_DAYS, Row, write
from models import Extractor
from schemas import Article, Extraction, Failure, FailureStage, Settings, ids
from schemas.errors import ForesaidError, ReadError, WarehouseError
from warehouse import Problem, Warehouse

ENGLISH = "en"

Found = list[Article | Failure]


@dataclass(frozen=True)
class Swept:
    """A morning's sheet, and the predictions that fell due on its day."""

    sheet: Path
    fell_due: tuple[Row, ...]


def ingest(
    sources: Iterable[str],
    warehouse: Warehouse,
    settings: Settings,
    overrides: Overrides,
    now: datetime,
    progress: Progress = silent,
) -> Report:
    """Read the sources and store what is new. Raises `WarehouseError` only; faults of sources are in the report."""
    run, moment = run_name("ingest", now), warehouse.moment(now)
    visits = visits_of(settings, now)
    report = Report()
    for batch in batches(sources, overrides, settings, visits):
        report += store(batch, warehouse, run, moment)
        progress(report)
    return report + remember(visits, warehouse, run, moment)


def extract(
    warehouse: Warehouse, extractor: Extractor, settings: Settings, now: datetime, progress: Progress = silent
) -> Report:
    """Read the articles that this revision of the extractor has not read, and store what it finds."""
    run, moment = run_name("extract", now), warehouse.moment(now)
    report = Report()
    for articles in pending(warehouse, extractor, settings):
        report += read_for_assertions(articles, extractor, warehouse, run, moment)
        progress(report)
    return report


def publish(warehouse: Warehouse, settings: Settings, now: datetime) -> Path:
    """Replace the analysts' copy by what the warehouse holds now; the path of the copy."""
    warehouse.publish(settings.published_copy, now)
    return settings.published_copy


def sweep(warehouse: Warehouse, settings: Settings, now: datetime) -> Swept:
    """Write the morning's sheet and calendar of what falls due. Raises `ForesaidError` if it cannot."""
    rows = warehouse.due(now.date(), CALENDAR_DAYS).dicts()
    try:
        path = write(rows, settings.due_folder, now)
    except OSError as error:
        raise ForesaidError(
            f"The folder {settings.due_folder} cannot be written ({error.strerror}); "
            "set FORESAID_DUE_FOLDER to one where files may be made."
        ) from None
    return Swept(path, tuple(row for row in rows if row["due_on"] == now.date()))


def daily(
    sources: Iterable[str],
    warehouse: Warehouse,
    extractor: Extractor,
    settings: Settings,
    now: datetime,
    progress: Progress = silent,
) -> Report:
    """Ingest, extract, check and publish. Raises `WarehouseError`, before publishing, if the ledger is not sound."""
    report = ingest(sources, warehouse, settings, Overrides(), now, progress)
    report += extract(warehouse, extractor, settings, now, progress)
    sound(warehouse.check())
    publish(warehouse, settings, now)
    return report


def run_name(stage: str, now: datetime) -> str:
    """The name under which a run's rows are stored: what it did, when, and in which process."""
    return f"{stage}-{now:%Y%m%dT%H%M%S}-{os.getpid()}"


def visits_of(settings: Settings, now: datetime) -> Visits:
    """What is remembered of the sources, from the file beside the published copy."""
    return Visits(visits_file(settings), now)


def visits_file(settings: Settings) -> Path:
    """Where it is kept what is remembered of the sources."""
    return settings.published_copy.with_name("visits.json")


def batches(sources: Iterable[str], overrides: Overrides, settings: Settings, visits: Visits) -> Iterator[Found]:
    """What the sources hold, in batches of the size that the settings say; the last one is smaller."""
    found = (item for source in sources for item in read(source, overrides, settings, visits))
    while batch := list(islice(found, settings.batch_size)):
        yield batch


def store(batch: Found, warehouse: Warehouse, run: str, now: datetime) -> Report:
    """Store a batch of what was read. Known articles add nothing; failures are kept once a run."""
    articles = [found for found in batch if isinstance(found, Article)]
    failures = [found for found in batch if isinstance(found, Failure)]
    added = Report()
    if articles:
        batch_id = ids.batch_id("articles", *(article.model_dump_json() for article in articles))
        stored = warehouse.add_articles(batch_id, articles, run, now)
        added = Report(
            articles=stored.articles,
            appearances=stored.appearances,
            known=stored.known,
            copies=stored.copies,
            versions=stored.versions,
        )
    return added + _store_failures(failures, warehouse, run, now)


def remember(visits: Visits, warehouse: Warehouse, run: str, now: datetime) -> Report:
    """Make what was noted of the sources last, now that their articles are safe; that it cannot be is a failure."""
    if noted := visits.noted():
        batch_id = ids.batch_id("visits", run, *(visit.model_dump_json() for visit in noted))
        warehouse.add_visits(batch_id, noted, run, now)
    try:
        visits.save()
    except ReadError as error:
        return _store_failures([failure(error)], warehouse, run, now)
    return Report()


def pending(warehouse: Warehouse, extractor: Extractor, settings: Settings) -> Iterator[list[Article]]:
    """The articles that this revision of the extractor has not read, in batches."""
    after = ""
    while articles := warehouse.pending(extractor.model, extractor.revision, settings.batch_size, after):
        yield articles
        after = articles[-1].article_id


def unread(warehouse: Warehouse, settings: Settings) -> Iterator[list[Article]]:
    """The articles that nobody has read, in batches: after a change of model the others can wait."""
    after = ""
    while articles := warehouse.unread(settings.batch_size, after):
        yield articles
        after = articles[-1].article_id


def read_for_assertions(
    articles: Sequence[Article], extractor: Extractor, warehouse: Warehouse, run: str, now: datetime
) -> Report:
    """Extract a batch and store its readings; that of another language is empty, and a failure says so."""
    found = list(extracted(articles, extractor))
    readings = [reading for reading in found if isinstance(reading, Extraction)]
    crashed = [failure for failure in found if isinstance(failure, Failure)]
    failures = [*crashed, *(_not_english(article) for article in articles if article.language not in (ENGLISH, None))]
    added = Report()
    if readings:
        batch_id = ids.batch_id("extractions", *(reading.extraction_id for reading in readings))
        stored = warehouse.add_extractions(batch_id, readings, run, now)
        tokens = sum(reading.tokens for reading in readings)
        added = Report(extracted=stored.extractions, assertions=stored.assertions, tokens=tokens)
    return added + _store_failures(failures, warehouse, run, now)


def extracted(articles: Sequence[Article], extractor: Extractor) -> Iterator[Extraction | Failure]:
    """The readings of the articles, and a failure for each on which the extractor crashed."""
    done = 0
    try:
        for reading in extractor.extract(articles):
            yield reading
            done += 1
    except Exception:  # whichever article it was, the others are read one by one
        for article in articles[done:]:
            yield _extracted_alone(article, extractor)


def sound(problems: Sequence[Problem]) -> None:
    """Raises `WarehouseError` naming the rules that the ledger breaks."""
    if problems:
        said = "; ".join(f"{problem.message} ({problem.count})" for problem in problems)
        raise WarehouseError(f"The ledger is not sound: {said}. See `foresaid check`; nothing was published.")


def _extracted_alone(article: Article, extractor: Extractor) -> Extraction | Failure:
    try:
        return next(iter(extractor.extract([article])))
    except ForesaidError as error:
        return _unread(article, "refused", f"{article.address} was not read: {error} The next run tries again.")
    except Exception as error:
        said = " ".join(str(error).split())[:200]
        told = f"The extractor failed on {article.address} ({type(error).__name__}: {said}); report it, "
        return _unread(article, "crashed", f"{told}the next run tries again.")


def _unread(article: Article, reason: str, message: str) -> Failure:
    return Failure(address=article.address, stage=FailureStage.EXTRACT, reason=reason, message=message)


def _not_english(article: Article) -> Failure:
    return Failure(
        address=article.address,
        stage=FailureStage.EXTRACT,
        reason="not_english",
        message=f"{article.address} is stored, not extracted: it is in {article.language!r}; only English is.",
    )


def _store_failures(failures: Sequence[Failure], warehouse: Warehouse, run: str, now: datetime) -> Report:
    if failures:
        batch_id = ids.batch_id("failures", run, *(failure.model_dump_json() for failure in failures))
        warehouse.add_failures(batch_id, failures, run, now)
    return of_failures(failures)
