"""A small ledger for tests, by hand: three articles, four predictions and two claims."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from schemas import (
    Article,
    Assertion,
    Basis,
    Claim,
    Extraction,
    Granularity,
    Interval,
    Likelihood,
    Prediction,
    PublishedBasis,
)
from warehouse import Warehouse

NOW = datetime(2017, 3, 1, 9, 0, tzinfo=UTC)
DELAY = Article(
    address="delay.txt",
    text=(
        "The Geneva talks have been put off, Sergei Lavrov said on Friday. He said that the round would open by the "
        "end of February. The truce will probably hold until 20 February. Rebels might boycott the talks."
    ),
    title="Geneva talks put off",
    publisher="The Review",
    authors=("Ines Carrow",),
    published=date(2017, 1, 27),
    published_basis=PublishedBasis.GIVEN,
)
OPENING = Article(
    address="opening.txt",
    text="The fourth round of Geneva talks opened on 23 February. Rebels took their seats late in the evening.",
    title="Geneva talks open",
    publisher="Furrow Wire",
    published=date(2017, 2, 24),
    published_basis=PublishedBasis.GIVEN,
)
BANK = Article(
    address="bank.txt",
    text="The bank expects inflation to fall below 3% by June.",
    title="Inflation to fall, bank says",
    publisher="Furrow Wire",
    published=date(2017, 1, 10),
    published_basis=PublishedBasis.GIVEN,
)


def fill(house: Warehouse) -> None:
    """Store the story."""
    articles = [DELAY, OPENING, BANK]
    house.add_articles("b1_story_articles", articles, "story", NOW)
    house.add_extractions("b1_story_readings", [_reading(article) for article in articles], "story", NOW)


def _reading(article: Article) -> Extraction:
    return Extraction(
        article_id=article.article_id,
        model="by hand",
        revision="1",
        published=article.published,
        assertions=FOUND[article.address],
        sentences=article.text.count("."),
        tokens=len(article.text.split()),
    )


def _place(article: Article, quote: str) -> dict[str, object]:
    start = article.text.index(quote)
    return {
        "article_id": article.article_id,
        "sentence": article.text.count(".", 0, start),
        "char_start": start,
        "char_end": start + len(quote),
        "quote": quote,
        "stated_on": article.published,
        "model_score": 0.9,
    }


def _by(day: date, stated: date | None) -> dict[str, object]:
    interval = Interval(start=stated, end=day, granularity=Granularity.RANGE, basis=Basis.RELATIVE)
    return {"interval": interval, "resolve_by": day}


PUT_OFF = Claim.model_validate(
    _place(DELAY, "The Geneva talks have been put off")
    | {"headline": "Geneva talks put off", "source": "Sergei Lavrov", "source_quote": "Sergei Lavrov"}
)
OPENS = Prediction.model_validate(
    _place(DELAY, "the round would open by the end of February")
    | _by(date(2017, 2, 28), DELAY.published)
    | {
        "headline": "Geneva round to open by end of February",
        "source": "Sergei Lavrov",
        "source_quote": "He",
        "time": "by the end of February",
        "cue": "would",
    }
)
TRUCE = Prediction.model_validate(
    _place(DELAY, "The truce will probably hold until 20 February")
    | _by(date(2017, 2, 20), DELAY.published)
    | {
        "headline": "Truce will probably hold until 20 February",
        "time": "until 20 February",
        "cue": "will probably",
        "likelihood": Likelihood.LIKELY,
    }
)
BOYCOTT = Prediction.model_validate(
    _place(DELAY, "Rebels might boycott the talks")
    | {
        "headline": "Rebels might boycott the Geneva talks",
        "cue": "might",
        "likelihood": Likelihood.POSSIBLE,
        "review_by": date(2017, 7, 26),
    }
)
INFLATION = Prediction.model_validate(
    _place(BANK, "inflation to fall below 3% by June")
    | _by(date(2017, 6, 30), BANK.published)
    | {
        "headline": "Inflation to fall below 3% by June",
        "source": "the bank",
        "source_quote": "The bank",
        "time": "by June",
        "cue": "expects",
        "likelihood": Likelihood.LIKELY,
    }
)
OPENED = Claim.model_validate(
    _place(OPENING, "The fourth round of Geneva talks opened on 23 February")
    | {
        "headline": "Fourth Geneva round opened on 23 February",
        "time": "on 23 February",
        "interval": Interval(
            start=date(2017, 2, 23), end=date(2017, 2, 23), granularity=Granularity.DAY, basis=Basis.RELATIVE
        ),
    }
)

FOUND: dict[str, Sequence[Assertion]] = {
    DELAY.address: (PUT_OFF, OPENS, TRUCE, BOYCOTT),
    OPENING.address: (OPENED,),
    BANK.address: (INFLATION,),
}
