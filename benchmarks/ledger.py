"""A made-up ledger of any size, for measuring: articles of ten sentences, four predictions among them, some judged.

The words are drawn from short lists by a seeded generator, so that two runs build the same rows.
"""

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from schemas import (
    Article,
    Assertion,
    Basis,
    Claim,
    Decision,
    Extraction,
    Granularity,
    Interval,
    Likelihood,
    Outcome,
    Prediction,
    PublishedBasis,
)
from warehouse import Warehouse

SENTENCES = 10
PREDICTIONS = 4
BATCH = 500
FIRST_DAY = date(2016, 1, 1)
DAYS = 1500
NOW = datetime(2020, 6, 1, tzinfo=UTC)

PEOPLE = ["author", *(f"{first} {last}" for first in ("Ana", "Ben", "Cleo", "Dmitri") for last in
                      ("Okafor", "Lindqvist", "Marlow", "Petrov", "Quist", "Sato", "Tembo", "Ulrich"))]  # fmt: skip
PUBLISHERS = [
    f"The {place} {paper}" for place in ("Northern", "Harbour", "Valley") for paper in ("Post", "Review", "Wire")
]
SUBJECTS = "the ministry|the central bank|the rebels|the airline|the court|the union|the city|the party".split("|")
VERBS = "raise rates|sign the accord|close the plant|hold an election|open the border|publish its report".split("|")
CUES = {
    Likelihood.CERTAIN: "will",
    Likelihood.LIKELY: "is likely to",
    Likelihood.POSSIBLE: "might",
    Likelihood.UNLIKELY: "is unlikely to",
}


def build(house: Warehouse, articles: int, judged: int) -> None:
    """Fill an empty warehouse with so many articles, ten assertions each, and verdicts on `judged` predictions."""
    chance = random.Random(7)
    predictions: list[Assertion] = []
    for start in range(0, articles, BATCH):
        readings = _add(house, range(start, min(start + BATCH, articles)), chance)
        predictions += [found for reading in readings for found in reading.assertions if isinstance(found, Prediction)]
    outcomes = [Outcome.CONFIRMED, Outcome.WRONG, Outcome.PARTLY]
    for found in chance.sample(predictions, judged):
        house.decide(Decision(claim_id=found.claim_id, outcome=chance.choice(outcomes), reviewer="Ada"), NOW)


def build_more(house: Warehouse, behind: int, articles: int) -> None:
    """Add so many articles to a warehouse that has `behind`, in one batch."""
    _add(house, range(behind, behind + articles), random.Random(behind))


def made_up_texts(folder: Path, seed: int, articles: int = 2000) -> None:
    """Write articles as dated Markdown files that an ingest reads; another seed, other texts."""
    folder.mkdir()
    chance = random.Random(seed)
    for number in range(articles):
        made = _article(1_000_000 * (seed + 1) + number, chance)
        page = f"---\ntitle: {made.title}\ndate: {made.published}\n---\n\n{made.text}\n"
        (folder / f"{number}.md").write_text(page, "utf-8")


def _add(house: Warehouse, numbers: range, chance: random.Random) -> list[Extraction]:
    """Add a batch of articles and what was read in them."""
    batch = [_article(number, chance) for number in numbers]
    readings = [_reading(article, chance) for article in batch]
    house.add_articles(f"b1_articles_{numbers.start}", batch, "benchmark", NOW)
    house.add_extractions(f"b1_readings_{numbers.start}", readings, "benchmark", NOW)
    return readings


def _article(number: int, chance: random.Random) -> Article:
    return Article(
        address=f"made-up/{number}.txt",
        text=" ".join(_sentence(number, place, chance) for place in range(SENTENCES)),
        title=f"{chance.choice(SUBJECTS).capitalize()} and {chance.choice(SUBJECTS)}, part {number}",
        publisher=chance.choice(PUBLISHERS),
        authors=(chance.choice(PEOPLE[1:]),),
        published=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
        published_basis=PublishedBasis.GIVEN,
        language="en",
    )


def _sentence(number: int, place: int, chance: random.Random) -> str:
    cue = chance.choice(list(CUES.values())) if place < PREDICTIONS else "did"
    return f"{chance.choice(SUBJECTS).capitalize()} {cue} {chance.choice(VERBS)} in case {number}-{place}."


def _reading(article: Article, chance: random.Random) -> Extraction:
    found, start = [], 0
    for place, sentence in enumerate(article.text.split(". ")):
        quote = sentence.removesuffix(".")
        found.append(_assertion(article, place, start, quote, chance))
        start += len(sentence) + 2
    return Extraction(
        article_id=article.article_id,
        model="made up",
        revision="1",
        published=article.published,
        assertions=tuple(found),
        sentences=SENTENCES,
        tokens=100,
    )


def _assertion(article: Article, place: int, start: int, quote: str, chance: random.Random) -> Claim | Prediction:
    source = chance.choice(PEOPLE)
    shared = {
        "article_id": article.article_id,
        "sentence": place,
        "char_start": start,
        "char_end": start + len(quote),
        "quote": quote,
        "headline": " ".join(quote.split()[:10]),
        "source": None if source == "author" else source,
        "stated_on": article.published,
        "model_score": round(chance.uniform(0.4, 1), 3),
    }
    if place >= PREDICTIONS:
        return Claim.model_validate(shared)
    likelihood = next(found for found, cue in CUES.items() if f" {cue} " in quote)
    return Prediction.model_validate(
        shared | {"cue": CUES[likelihood], "likelihood": likelihood} | _window(article, chance)
    )


def _window(article: Article, chance: random.Random) -> dict[str, object]:
    assert article.published is not None
    if chance.random() < 0.4:
        return {"review_by": article.published + timedelta(days=180)}
    end = article.published + timedelta(days=chance.randrange(1, 700))
    interval = Interval(start=article.published, end=end, granularity=Granularity.RANGE, basis=Basis.RELATIVE)
    return {"interval": interval, "resolve_by": end, "time": "by then"}
