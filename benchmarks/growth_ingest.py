"""Many articles through the whole way: `python -m benchmarks.growth_ingest ARTICLES.jsonl[.gz] [--articles 100000]`.

Makes articles out of the sentences of real ones (`text` a line), with every eighth word exchanged, and sends them
through the stages of a run, with the word list in the model's place. Printed are the seconds of processors of each
stage and the peak of memory in each tenth of the articles. The trained model then reads a sample, so that the cost of
everything else can be held against it.
"""

import argparse
import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import models
from benchmarks.growth import forget_peak, peak
from flows import pipeline
from flows.readers import Overrides, Visits
from flows.report import Report
from models.extractor import Extractor
from models.labels.public import read_articles
from schemas import Article, Extraction, Settings
from warehouse import Warehouse

NOW = datetime(2021, 1, 1, tzinfo=UTC)
SENTENCES = 25
"""Sentences of an article: some 500 words."""
OUTLETS = 40


@dataclass
class Timed:
    """An extractor that adds up the processors' seconds that it takes."""

    inner: Extractor
    seconds: float = 0.0
    model: str = field(init=False)
    revision: str = field(init=False)

    def __post_init__(self) -> None:
        self.model, self.revision = self.inner.model, self.inner.revision

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        readings = self.inner.extract(articles)
        while True:
            began = time.process_time()
            reading = next(readings, None)
            self.seconds += time.process_time() - began
            if reading is None:
                return
            yield reading


@dataclass
class Progress:
    """Prints the peak of memory since the last tenth whenever another tenth is done."""

    name: str
    articles: int
    done: int = 0

    def __call__(self, report: Report) -> None:
        tenth = 10 * (report.read or report.extracted) // self.articles
        if tenth > self.done:
            sys.stdout.write(f"{self.name}, {10 * tenth:3d} %: {peak():6.0f} MB at most since the line before\n")
            sys.stdout.flush()
            self.done = tenth
            forget_peak()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=100, help="articles that the trained model reads")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.jsonl"
        write_made(made, asked.file, asked.articles)
        seconds = stages(made, asked.articles, Path(folder))
        seconds["the model, on a sample"] = of_model(made, asked.sample) / asked.sample * asked.articles
    rest = sum(seconds[name] for name in ("read and store articles", "fetch and store readings", "check, publish"))
    for name, taken in seconds.items():
        sys.stdout.write(f"{name:28}{taken:10.1f} s{1000 * taken / asked.articles:10.2f} ms an article\n")
    share = rest / seconds["the model, on a sample"]
    sys.stdout.write(f"Everything but the reading for assertions takes {share:.1%} of what the model takes.\n")


def write_made(path: Path, source: Path, articles: int) -> None:
    """Write made-up articles out of the sentences of real ones, a line each; the same each time."""
    chance = random.Random(1)
    texts = [entry["text"] for entry in read_articles(source)]
    sentences = [said for text in texts for said in re.split(r"(?<=[.!?])\s+", text) if 30 < len(said) < 400]
    words = sorted({word for said in sentences for word in said.split() if word.isalpha()})
    with path.open("w") as file:
        for number in range(articles):
            drawn = [_exchanged(said, words, chance) for said in chance.sample(sentences, SENTENCES)]
            text = "\n\n".join(" ".join(drawn[at : at + 3]) for at in range(0, SENTENCES, 3))
            day = f"20{chance.randrange(10, 21)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            record = {"id": f"made-{number}", "title": f"Made {number}", "published": day, "text": text}
            file.write(json.dumps(record | {"publisher": f"Outlet {chance.randrange(OUTLETS)}"}) + "\n")


def _exchanged(said: str, words: list[str], chance: random.Random) -> str:
    return " ".join(chance.choice(words) if chance.random() < 1 / 8 else word for word in said.split())


def stages(made: Path, articles: int, folder: Path) -> dict[str, float]:
    """Seconds of processors of each stage of a run over the articles."""
    settings = Settings(warehouse=str(folder / "foresaid.duckdb"), published_copy=folder / "analyst.duckdb")
    house, extractor = Warehouse.at(settings), Timed(models.load(settings.model_copy(update={"extractor": "wordlist"})))
    ingesting = _seconds(
        lambda: pipeline.ingest([str(made)], house, settings, Overrides(), NOW, Progress("ingest", articles))
    )
    extracting = _seconds(lambda: pipeline.extract(house, extractor, settings, NOW, Progress("extract", articles)))
    closing = _seconds(house.check) + _seconds(lambda: pipeline.publish(house, settings, NOW))
    sys.stdout.write(f"check, publish: {peak():6.0f} MB at most\n")
    return {
        "read and store articles": ingesting,
        "the word list": extractor.seconds,
        "fetch and store readings": extracting - extractor.seconds,
        "check, publish": closing,
    }


def of_model(made: Path, sample: int) -> float:
    """Seconds of processors that the trained model takes for the first articles."""
    found = (item for batch in pipeline.batches([str(made)], Overrides(), Settings(), Visits(None)) for item in batch)
    articles = [item for item in islice(found, sample) if isinstance(item, Article)]
    extractor = models.load(Settings())
    list(extractor.extract(articles[:2]))
    return _seconds(lambda: list(extractor.extract(articles)))


def _seconds(action: Callable[[], object]) -> float:
    forget_peak()
    began = time.process_time()
    action()
    return time.process_time() - began


if __name__ == "__main__":
    main()
