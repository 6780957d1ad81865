"""What the processes of the slow tests do: each opens the warehouse by its path, as any process of foresaid would."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from schemas import Outcome
from tests.warehouse.samples import NOW, article, decision, prediction, reading
from warehouse import Published, Warehouse

ARTICLES = 20


def batch(writer: int, number: int) -> list[int]:
    """Numbers of the articles of a writer's batch."""
    first = (writer * 1000 + number) * ARTICLES
    return list(range(first, first + ARTICLES))


def write(place: Path | str, writer: int, number: int) -> None:
    """Store one batch of articles with a reading of each."""
    house = Warehouse(place, lock_timeout=120)
    stories = [article(name) for name in batch(writer, number)]
    house.add_articles(f"b1_articles_{writer}_{number}", stories, f"run-{writer}", NOW)
    readings = [reading(story, prediction(story, 0), prediction(story, 1)) for story in stories]
    house.add_extractions(f"b1_readings_{writer}_{number}", readings, f"run-{writer}", NOW)


def write_all(place: Path | str, writer: int, batches: int) -> None:
    """Store batch after batch, without a pause."""
    for number in range(batches):
        write(place, writer, number)


def settle_all(place: Path | str, count: int) -> list[float]:
    """Decide about so many predictions; the seconds that each verdict took."""
    house = Warehouse(place, lock_timeout=120)
    took = []
    for number in range(count):
        began = time.monotonic()
        house.decide(decision(prediction(article(number), 0), Outcome.CONFIRMED, f"reviewer-{number}"), _now())
        took.append(time.monotonic() - began)
        time.sleep(0.05)
    return took


def read_copy(copy: Path, count: int) -> list[int]:
    """Ask the published copy so many times; the number of articles that it had each time."""
    had = []
    for _ in range(count):
        had.append(Published(copy).query("SELECT count(*) FROM articles").rows[0][0])
        time.sleep(0.05)
    return had


def publish_all(path: Path, copy: Path, count: int) -> None:
    """Publish again and again."""
    for _ in range(count):
        Warehouse(path, lock_timeout=120).publish(copy, _now())
        time.sleep(0.5)


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":  # a writer that says after each batch that it is in, until it is killed
    for number in range(int(sys.argv[2])):
        write(Path(sys.argv[1]), 1, number)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
