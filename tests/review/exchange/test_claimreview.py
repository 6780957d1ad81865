import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import review.exchange
from review.exchange import FileFormat, reviews
from review.exchange.claimreview import claim_review
from schemas import Article, Decision, Evidence, Outcome, PublishedBasis, Settings
from tests import story
from warehouse import Warehouse

SHAPE = json.loads((Path(review.exchange.__file__).parent / "claimreview.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SHAPE, format_checker=Draft202012Validator.FORMAT_CHECKER)
ROW: dict[str, Any] = {
    "claim_id": "c1_0123456789abcdef0123",
    "headline": "Truce will probably hold",
    "quote": "The truce will probably hold until 20 February",
    "source": "author",
    "authors": ["Ines Carrow"],
    "publisher": "The Review",
    "title": "Geneva talks put off",
    "doc": "https://review.example/delay",
    "stated_on": date(2017, 1, 27),
    "outcome": "wrong",
    "days_late": None,
    "decided_on": date(2017, 3, 1),
    "notes": None,
    "evidence": None,
}


def document(reviews_by: str | None = None, reviews_url: str | None = None, **changes: Any) -> dict[str, Any]:
    made = claim_review(ROW | changes, reviews_by, reviews_url)
    VALIDATOR.validate(made)
    return made


def test_the_shape_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(SHAPE)


def test_a_whole_document() -> None:
    assert document("The Desk", "https://desk.example/claims/", notes=["Shelling on the 12th."]) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": "c1_0123456789abcdef0123",
        "url": "https://desk.example/claims/c1_0123456789abcdef0123",
        "datePublished": "2017-03-01",
        "author": {"@type": "Organization", "name": "The Desk"},
        "claimReviewed": "Truce will probably hold",
        "itemReviewed": {
            "@type": "Claim",
            "text": "The truce will probably hold until 20 February",
            "author": [{"@type": "Person", "name": "Ines Carrow"}],
            "datePublished": "2017-01-27",
            "appearance": {
                "@type": "Article",
                "url": "https://review.example/delay",
                "headline": "Geneva talks put off",
                "author": [{"@type": "Person", "name": "Ines Carrow"}],
                "publisher": {"@type": "Organization", "name": "The Review"},
                "datePublished": "2017-01-27",
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Wrong",
            "ratingExplanation": "Shelling on the 12th.",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
        },
    }


@pytest.mark.parametrize(
    ("outcome", "days", "value", "wording"),
    [
        ("confirmed", None, 5, "Confirmed"),
        ("partly", None, 3, "Partly confirmed"),
        ("late", 1, 1, "Late by 1 day"),
        ("late", 12, 1, "Late by 12 days"),
        ("wrong", None, 1, "Wrong"),
    ],
)
def test_ratings(outcome: str, days: int | None, value: int, wording: str) -> None:
    rating = document(outcome=outcome, days_late=days)["reviewRating"]
    assert (rating["ratingValue"], rating["alternateName"]) == (value, wording)


def test_what_cannot_be_judged_has_a_reason_and_no_figure() -> None:
    rating = document(outcome="void", notes=["The talks were called off."])["reviewRating"]
    assert rating == {"@type": "Rating", "alternateName": "Void", "ratingExplanation": "The talks were called off."}


def test_a_quoted_source_is_called_neither_person_nor_organisation() -> None:
    assert document(source="the Kremlin")["itemReviewed"]["author"] == [{"name": "the Kremlin"}]


def test_an_unsigned_article_speaks_for_its_publisher() -> None:
    author = document(authors=[])["itemReviewed"]["author"]
    assert author == [{"@type": "Organization", "name": "The Review"}]


def test_nothing_is_said_of_what_is_not_known() -> None:
    bare = document(authors=None, publisher=None, title=None, stated_on=None, doc="/home/ines/private/delay.txt")
    assert bare["itemReviewed"] == {
        "@type": "Claim", "text": ROW["quote"], "appearance": {"@type": "Article"},
    }  # fmt: skip
    assert "private" not in json.dumps(bare)
    assert "null" not in json.dumps(bare)


def test_evidence_is_cited_as_far_as_it_can_be_seen() -> None:
    nothing = {"url": None, "doc": None, "title": None, "quote": None, "dated": None}
    evidence = [
        nothing | {"url": "https://wire.example/opening", "quote": "The talks opened.", "dated": date(2017, 2, 24)},
        nothing | {"doc": "opening.txt", "title": "Geneva talks open"},
        nothing | {"doc": "opening.txt"},
        nothing | {"url": "javascript:alert(1)"},
    ]
    assert document(evidence=evidence)["citation"] == [
        {
            "@type": "CreativeWork", "url": "https://wire.example/opening", "text": "The talks opened.",
            "datePublished": "2017-02-24",
        },
        {"@type": "CreativeWork", "name": "Geneva talks open"},
    ]  # fmt: skip


words = st.text(min_size=1)
days = st.none() | st.dates()


@settings(max_examples=50)
@given(
    row=st.fixed_dictionaries(
        {
            "headline": words, "quote": words, "source": words, "authors": st.none() | st.lists(words),
            "publisher": st.none() | words, "title": st.none() | st.text(), "doc": words, "stated_on": days,
            "outcome": st.sampled_from([outcome.value for outcome in Outcome if outcome is not Outcome.WITHDRAWN]),
            "notes": st.lists(words, min_size=1),
            "evidence": st.none() | st.lists(
                st.fixed_dictionaries(
                    {"url": st.none() | words, "doc": st.none() | words, "title": st.none() | words,
                     "quote": st.none() | st.text(), "dated": days}
                )
            ),
        }
    ),
    reviews_by=st.none() | words,
)  # fmt: skip
def test_any_settled_prediction_makes_a_valid_document(row: dict[str, Any], reviews_by: str | None) -> None:
    document(reviews_by, **row, days_late=3 if row["outcome"] == "late" else None)


@pytest.fixture
def judged(told: Warehouse) -> Warehouse:
    """The story, judged: one confirmed by two reviewers and doubted by a third, one void, one taken back."""
    opening = Evidence(article_id=story.OPENING.article_id, quote="opened on 23 February")
    opens: dict[str, Any] = {"claim_id": story.OPENS.claim_id, "evidence": opening}
    told.decide(Decision(outcome=Outcome.CONFIRMED, reviewer="ann", note="Opened in time.", **opens), story.NOW)
    told.decide(Decision(outcome=Outcome.WRONG, reviewer="bob", note="Not really.", **opens), story.NOW)
    told.decide(Decision(outcome=Outcome.CONFIRMED, reviewer="cy", **opens), story.NOW)
    void = Decision(claim_id=story.BOYCOTT.claim_id, outcome=Outcome.VOID, reviewer="ann", note="Nobody can tell.")
    told.decide(void, story.NOW)
    told.decide(Decision(claim_id=story.TRUCE.claim_id, outcome=Outcome.WRONG, reviewer="ann"), story.NOW)
    told.undo(story.TRUCE.claim_id, "ann", story.NOW)
    return told


def test_reviews_of_a_ledger_are_its_resolutions(judged: Warehouse) -> None:
    found = {made["identifier"]: made for made in reviews(judged, Settings(reviews_by="The Desk")).documents}
    for made in found.values():
        VALIDATOR.validate(made)
    assert set(found) == {story.OPENS.claim_id, story.BOYCOTT.claim_id}
    opens = found[story.OPENS.claim_id]
    assert opens["reviewRating"]["ratingExplanation"] == "Opened in time."
    assert opens["author"]["name"] == "The Desk"
    assert [work["name"] for work in opens["citation"]] == ["Geneva talks open"] * 2
    assert opens["citation"][0]["datePublished"] == "2017-02-24"


def test_documents_stand_one_a_line_or_in_a_list(judged: Warehouse, tmp_path: Path) -> None:
    found = reviews(judged, Settings())
    for fmt in found.formats:
        found.write(fmt, tmp_path / fmt.value)
    lines = [json.loads(line) for line in (tmp_path / FileFormat.JSONL.value).read_text("utf-8").splitlines()]
    assert lines == json.loads((tmp_path / FileFormat.JSON.value).read_text("utf-8")) == list(found.documents)


def test_an_address_is_kept(told: Warehouse) -> None:
    told.add_articles(
        "b1_elsewhere",
        [
            Article(
                address="https://wire.example/delay", text=story.DELAY.text, publisher="Wire",
                published=story.DELAY.published, published_basis=PublishedBasis.GIVEN,
            )
        ],
        "elsewhere",
        story.NOW.replace(hour=1),
    )  # fmt: skip
    told.decide(Decision(claim_id=story.TRUCE.claim_id, outcome=Outcome.WRONG, reviewer="ann"), story.NOW)
    (made,) = reviews(told, Settings()).documents
    assert made["itemReviewed"]["appearance"]["url"] == "https://wire.example/delay"
