"""How fast articles are read: `python -m benchmarks.speed`.

Each way is measured in a process of its own, one after the other, over the same articles:

    tagger      the shipped network in onnxruntime (8-bit weights): tokens in, tags out
    pytorch     the same weights in PyTorch, float32, on the same processor (where torch is installed)
    everything  the whole way: files read, assertions extracted, articles and assertions stored in a fresh warehouse

Printed are the best of several rounds, peak memory, and the seconds from the start of the process to the assertions of
the first article; of the whole way also where the time goes. On a machine that others use too, ratios say more than
figures.

Without `--articles` (JSON lines with a `text`, also .gz) articles of sixty sentences are made up from the labelled text
of the project.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import models
from models.extractor import TaggingExtractor
from models.labels.public import read_articles
from models.labels.sheets import read as read_sheet
from models.quality.corpora import HELD_BACK
from models.tagger import onnx
from models.tagger.tags import Tagger, Tagging
from schemas import Article, PublishedBasis, Sentence, Settings

OWN = HELD_BACK.with_name("own")
SENTENCES = 60
PUBLISHED = "2017-01-27"
NOW = datetime(2017, 2, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Measured:
    """What one way of reading took. Seconds are those of the best round."""

    tokens: int
    articles: int
    seconds: float
    peak: float
    """Megabytes."""
    first: float | None = None
    """Seconds from the start of the process to the assertions of the first article."""
    stages: dict[str, float] = field(default_factory=dict)
    """Seconds by stage, where the way has several."""


class Timed:
    """A tagger that adds up the time it takes."""

    def __init__(self, tagger: Tagger) -> None:
        self.name, self.revision, self.min_score = tagger.name, tagger.revision, tagger.min_score
        self.seconds = 0.0
        self._tagger = tagger

    def tag(self, text: str, sentences: Sequence[Sentence]) -> Tagging:
        began = time.perf_counter()
        tagging = self._tagger.tag(text, sentences)
        self.seconds += time.perf_counter() - began
        return tagging


def made_up(count: int) -> list[dict[str, str]]:
    """Articles of sixty sentences of the project's own text, drawn by a fixed seed: all different."""
    documents = [read_sheet(path) for path in sorted(OWN.glob("*.sheet"))]
    sentences = [document.quote(sentence) for document in documents for sentence in document.sentences]
    chance, texts = random.Random(0), []
    for _ in range(count):
        drawn = chance.sample(sentences, SENTENCES)
        texts.append("\n\n".join(" ".join(drawn[at : at + 4]) for at in range(0, SENTENCES, 4)))
    return [{"id": f"made-up-{n}", "text": text, "published": PUBLISHED} for n, text in enumerate(texts)]


def as_articles(file: Path) -> list[Article]:
    """The articles of a JSONL file, as the extractor takes them."""
    return [
        Article(
            address=entry["id"],
            text=entry["text"],
            published=entry["published"],
            published_basis=PublishedBasis.GIVEN,
            language="en",
        )
        for entry in read_articles(file)
    ]


def of_tagger(file: Path, tagger: Callable[[], Tagger], began: float, rounds: int) -> Measured:
    """The tagger alone: sentences are split beforehand."""
    from models.sentences import split

    loaded, articles = tagger(), as_articles(file)
    next(TaggingExtractor(loaded).extract(articles[:1]))
    first = time.time() - began
    given = [(article.text, split(article.text)) for article in articles]
    took, tokens = [], 0
    for _ in range(rounds):
        start = time.perf_counter()
        tokens = sum(loaded.tag(text, sentences).tokens for text, sentences in given)
        took.append(time.perf_counter() - start)
    return Measured(tokens, len(articles), min(took), _peak(), first)


def of_everything(file: Path, settings: Settings, rounds: int) -> Measured:
    """The whole way, into a warehouse of its own in every round."""
    return min((_one_round(file, settings) for _ in range(rounds)), key=lambda one: one.seconds)


def _one_round(file: Path, settings: Settings) -> Measured:
    from flows import pipeline
    from flows.readers import Overrides
    from warehouse import Warehouse

    with tempfile.TemporaryDirectory() as folder:
        here = settings.model_copy(
            update={"warehouse": f"{folder}/speed.duckdb", "published_copy": Path(folder, "analyst.duckdb")}
        )
        house = Warehouse.at(here)
        timed = Timed(_onnx(settings))
        extractor = TaggingExtractor(timed)
        start = time.perf_counter()
        pipeline.ingest([str(file)], house, here, Overrides(), NOW)
        ingested = time.perf_counter()
        articles = [one for batch in pipeline.pending(house, extractor, here) for one in batch]
        fetched = time.perf_counter()
        readings = list(extractor.extract(articles))
        extracted = time.perf_counter()
        house.add_extractions("b1_speed", readings, "speed", NOW)
        stored = time.perf_counter()
    stages = {
        "read and store articles": ingested - start,
        "fetch articles": fetched - ingested,
        "tag (the model)": timed.seconds,
        "sentences, assembly, dates, records": extracted - fetched - timed.seconds,
        "store assertions": stored - extracted,
    }
    tokens = sum(reading.tokens for reading in readings)
    return Measured(tokens, len(articles), stored - start, _peak(), stages=stages)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _onnx(settings: Settings) -> Tagger:
    return onnx.load(settings.model_folder or models.SHIPPED, "minilm", settings.threads)


def _pytorch(settings: Settings) -> Tagger:
    import torch

    from models.tagger import pytorch

    torch.set_num_threads(settings.threads or len(os.sched_getaffinity(0)))
    return pytorch.load(settings.model_folder or models.SHIPPED, "minilm")


def measure(way: str, file: Path, settings: Settings, began: float, rounds: int) -> Measured:
    """Measure one way in this process."""
    if way == "everything":
        return of_everything(file, settings, rounds)
    load = _pytorch if way == "pytorch" else _onnx
    return of_tagger(file, lambda: load(settings), began, rounds)


def measured_apart(way: str, arguments: Sequence[str]) -> Measured:
    """Measure one way in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.speed", *arguments, "--way", way, "--began", str(time.time())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"Measuring {way} failed:\n{done.stderr}")
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def table(results: dict[str, Measured]) -> str:
    """The figures of all ways, as Markdown."""
    lines = [
        "| way | k tokens/s | articles/s | ms an article | peak MB | first result s |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {way} | {one.tokens / one.seconds / 1000:.1f} | {one.articles / one.seconds:.1f} "
        f"| {1000 * one.seconds / one.articles:.0f} | {one.peak:.0f} | {f'{one.first:.2f}' if one.first else '–'} |"
        for way, one in results.items()
    ]
    return "\n".join(lines)


def shares(result: Measured) -> str:
    """Where the time of the whole way goes."""
    lines = [f"  {stage:36s} {100 * took / result.seconds:5.1f} %" for stage, took in result.stages.items()]
    return "\n".join(["Where the whole way's time goes:", *lines])


def main() -> None:
    """The command line; with `--way` the measuring of one way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, metavar="FILE")
    parser.add_argument("--count", type=int, default=40, help="how many articles to make up")
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="another checkpoint than the shipped one")
    parser.add_argument("--threads", type=int, default=0, help="0: as many as there are processors")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--way", choices=("tagger", "pytorch", "everything"), help=argparse.SUPPRESS)
    parser.add_argument("--began", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        settings = Settings(model_folder=options.model, threads=options.threads)
        result = measure(options.way, options.articles, settings, options.began, options.rounds)
        print(json.dumps(asdict(result)))
        return
    with tempfile.TemporaryDirectory() as folder:
        _report(options, Path(folder, "articles.jsonl"))


def _report(options: argparse.Namespace, file: Path) -> None:
    entries = list(read_articles(options.articles)) if options.articles else made_up(options.count)
    file.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    arguments = ["--articles", str(file), "--threads", str(options.threads), "--rounds", str(options.rounds)]
    arguments += ["--model", str(options.model)] if options.model else []
    ways = ["tagger", *(["pytorch"] if find_spec("torch") else []), "everything"]
    results = {way: measured_apart(way, arguments) for way in ways}
    print(f"{len(entries)} articles, {results['tagger'].tokens:,} tokens, {len(os.sched_getaffinity(0))} processors, "
          f"load {os.getloadavg()[0]:.1f}; best of {options.rounds} rounds\n")  # fmt: skip
    print(table(results), shares(results["everything"]), sep="\n\n")


if __name__ == "__main__":
    main()
