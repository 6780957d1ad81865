"""What an article, a source or a form may hold that is meant to run in a browser, and does not."""

from datetime import date

from schemas import Article, Extraction, Prediction, PublishedBasis
from tests import story
from tests.review.desk.conftest import NOW, SignIn
from warehouse import Warehouse

SCRIPT = "<script>alert(1)</script>"


def test_no_text_of_an_article_is_ever_markup(sign_in: SignIn, told: Warehouse) -> None:
    text = f"{SCRIPT} The talks will open on 1 May 2017, said {SCRIPT}."
    article = Article(
        address=f"{SCRIPT}.txt", text=text, title=SCRIPT, publisher=SCRIPT, authors=(SCRIPT,),
        published=date(2017, 2, 1), published_basis=PublishedBasis.GIVEN,
    )  # fmt: skip
    found = Prediction(
        article_id=article.article_id, sentence=0, char_start=0, char_end=len(text), quote=text, headline=SCRIPT,
        source=SCRIPT, stated_on=date(2017, 2, 1), time=SCRIPT, cue=SCRIPT, condition=SCRIPT, model_score=0.9,
        review_by=date(2017, 2, 20),
    )  # fmt: skip
    reading = Extraction(
        article_id=article.article_id, model="m", revision="1", published=article.published, assertions=(found,),
        sentences=1, tokens=1,
    )  # fmt: skip
    told.add_articles("b1_attack", [article], "attack", NOW)
    told.add_extractions("b1_attack_reading", [reading], "attack", NOW)
    ada = sign_in("Ada")
    ada.submit(
        f"/claims/{found.claim_id}/verdict", outcome="confirmed", note=SCRIPT, url=f"https://example.org/{SCRIPT}"
    )
    pages = [
        "/", "/?part=overdue", "/claims", f"/claims/{found.claim_id}", f"/claims/{story.OPENS.claim_id}?asked=talks",
        f"/articles/{article.article_id}", "/timeline?words=script", "/scores", "/scores?dimension=publisher",
        "/scores?dimension=author",
    ]  # fmt: skip
    for path in pages:
        assert "<script>alert" not in ada.get(path).text
    card = ada.get("/scorecard", params={"dimension": "source", "name": SCRIPT})
    assert card.status_code == 200
    assert "<script>alert" not in card.text
    for field in ("source", "words"):
        assert "<script>alert" not in ada.get("/", params={field: SCRIPT}).text
        assert "<script>alert" not in ada.get("/claims", params={field: SCRIPT}).text


def test_a_link_of_evidence_that_is_no_web_address_is_not_one_on_the_page(sign_in: SignIn) -> None:
    ada = sign_in("Ada")
    ada.submit(f"/claims/{story.OPENS.claim_id}/verdict", outcome="confirmed", url="javascript:alert(1)")
    assert 'href="javascript' not in ada.get(f"/claims/{story.OPENS.claim_id}").text
