import re

import pytest

from schemas import Decision, Outcome
from tests import story
from tests.review.desk.conftest import NOW, SignIn
from warehouse import Warehouse

CARD = "/scorecard?dimension=source&name=Sergei+Lavrov"
OPENS, TRUCE = story.OPENS.claim_id, story.TRUCE.claim_id


def state(told: Warehouse, claim: str) -> tuple[object, ...]:
    rows = told.query("SELECT state, outcome, days_late, verdicts FROM claims WHERE claim_id = $1", [claim]).rows
    return tuple(rows[0])


def test_a_verdict_is_stored_under_the_name_of_who_is_signed_in(sign_in: SignIn, told: Warehouse) -> None:
    answer = sign_in("Ada").submit(
        f"/claims/{OPENS}/verdict", outcome="confirmed", reviewer="Ben", onward="/?part=later"
    )
    assert answer.status_code == 200
    assert answer.url.query == b"part=later"
    assert state(told, OPENS) == ("resolved", "confirmed", None, 1)
    assert told.query("SELECT reviewer FROM verdicts").rows == (("Ada",),)


def test_a_sentence_of_a_stored_article_is_evidence(sign_in: SignIn, told: Warehouse) -> None:
    quote = "The fourth round of Geneva talks opened on 23 February."
    sign_in("Ada").submit(
        f"/claims/{OPENS}/verdict",
        outcome="confirmed",
        article=story.OPENING.article_id,
        quote=quote,
        note="As planned.",
    )
    (row,) = told.query("FROM verdicts").dicts()
    assert (row["evidence_article_id"], row["evidence_quote"]) == (story.OPENING.article_id, quote)
    assert row["evidence_dated"] == story.OPENING.published
    assert row["note"] == "As planned."


def test_the_page_offers_such_sentences_and_takes_one(sign_in: SignIn) -> None:
    ada = sign_in("Ada")
    shown = ada.get(f"/claims/{OPENS}").text
    assert "The fourth round of Geneva talks opened on 23 February." in shown
    link = re.search(r'class="take" href="([^"]+)"', shown)
    assert link
    taken = ada.get(link[1].replace("&amp;", "&")).text
    assert f'name="article" value="{story.OPENING.article_id}"' in taken


def test_evidence_is_never_older_than_the_prediction_nor_its_own_article(sign_in: SignIn) -> None:
    found = sign_in("Ada").get(f"/claims/{OPENS}").text.split('id="found"')[1].split("</section>")[0]
    assert story.BANK.article_id not in found
    assert story.DELAY.article_id not in found


def test_a_refused_verdict_says_why_and_keeps_what_was_filled_in(sign_in: SignIn, told: Warehouse) -> None:
    answer = sign_in("Ada").submit(
        f"/claims/{OPENS}/verdict", outcome="late", note="Too late, I think.", url="https://example.org/x"
    )
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "Too late, I think." in answer.text
    assert state(told, OPENS)[0] == "open"


@pytest.mark.parametrize("fields", [{"outcome": "void"}, {"outcome": "withdrawn"}, {"outcome": "perhaps"}, {}])
def test_what_is_no_verdict_is_refused(sign_in: SignIn, told: Warehouse, fields: dict[str, str]) -> None:
    assert sign_in("Ada").submit(f"/claims/{OPENS}/verdict", **fields).status_code == 422
    assert state(told, OPENS)[0] == "open"


def test_days_late_are_counted_from_dated_evidence(sign_in: SignIn, told: Warehouse) -> None:
    sign_in("Ada").submit(f"/claims/{OPENS}/verdict", outcome="late", url="https://example.org/x", dated="2017-03-05")
    assert state(told, OPENS)[1:3] == ("late", 5)


def test_undo_takes_back_ones_own_verdict_only(sign_in: SignIn, told: Warehouse) -> None:
    sign_in("Ada").submit(f"/claims/{OPENS}/verdict", outcome="confirmed")
    assert sign_in("Ben").submit(f"/claims/{OPENS}/undo").status_code == 422
    assert state(told, OPENS)[0] == "resolved"
    sign_in("Ada").submit(f"/claims/{OPENS}/undo")
    assert state(told, OPENS)[0] == "open"


def test_the_queue_remembers_what_was_done_last_and_offers_to_undo_it(sign_in: SignIn) -> None:
    ada = sign_in("Ada")
    ada.submit(f"/claims/{OPENS}/verdict", outcome="confirmed")
    shown = ada.get("/").text
    assert "Last: <strong>confirmed</strong>" in shown
    assert f'action="/claims/{OPENS}/undo"' in shown


def test_a_second_reviewer_is_blind_until_they_have_judged(sign_in: SignIn, told: Warehouse) -> None:
    sign_in("Ada").submit(f"/claims/{OPENS}/verdict", outcome="confirmed", note="I saw it myself.")
    ben = sign_in("Ben")
    queue = ben.get("/?part=second").text
    before = ben.get(f"/claims/{OPENS}").text
    for shown in (queue, before):
        assert story.OPENS.headline in shown
        assert "I saw it myself." not in shown
        assert 'class="outcome confirmed"' not in shown
    around = ["/claims", f"/articles/{story.DELAY.article_id}", "/timeline?words=geneva", CARD]
    for path in around:
        assert 'class="outcome confirmed"' not in ben.get(path).text
        assert 'class="outcome confirmed"' in sign_in("Dan").get(path).text
    ben.submit(f"/claims/{OPENS}/verdict", outcome="wrong")
    assert "I saw it myself." in ben.get(f"/claims/{OPENS}").text
    assert state(told, OPENS)[0] == "disputed"


def test_a_dispute_waits_for_a_third_person_and_not_for_the_two(sign_in: SignIn, told: Warehouse) -> None:
    for name, outcome in (("Ada", "confirmed"), ("Ben", "wrong")):
        sign_in(name).submit(f"/claims/{OPENS}/verdict", outcome=outcome)
    assert story.OPENS.headline not in sign_in("Ada").get("/?part=disputed").text.split("lines")[1]
    eva = sign_in("Eva")
    assert story.OPENS.headline in eva.get("/?part=disputed").text
    eva.submit(f"/claims/{OPENS}/verdict", outcome="confirmed")
    assert state(told, OPENS)[:2] == ("resolved", "confirmed")


def test_agreement_is_shown(sign_in: SignIn) -> None:
    for name in ("Ada", "Ben"):
        sign_in(name).submit(f"/claims/{OPENS}/verdict", outcome="confirmed")
    shown = sign_in("Dan").get("/agreement").text
    assert "Ada and Ben" in shown
    assert "100%" in shown


def test_a_rejected_extraction_leaves_and_comes_back(sign_in: SignIn, told: Warehouse) -> None:
    ada = sign_in("Ada")
    ada.submit(f"/claims/{TRUCE}/reject", reason="not_an_assertion")
    assert told.query("SELECT count(*) FROM claims WHERE claim_id = $1", [TRUCE]).rows == ((0,),)
    assert f'action="/claims/{TRUCE}/restore"' in ada.get("/").text
    ada.submit(f"/claims/{TRUCE}/restore")
    assert state(told, TRUCE)[0] == "open"


def test_a_corrected_date_is_a_revision_beside_the_old_one(sign_in: SignIn, told: Warehouse) -> None:
    answer = sign_in("Ada").submit(
        f"/claims/{TRUCE}/correct", kind="prediction", quote=story.TRUCE.quote, source="author",
        time="until 20 February", start="2017-01-27", end="2017-02-21", likelihood="likely",
    )  # fmt: skip
    assert answer.status_code == 200
    (row,) = told.query("SELECT resolve_by, is_corrected FROM claims WHERE claim_id = $1", [TRUCE]).dicts()
    assert (row["resolve_by"].isoformat(), row["is_corrected"]) == ("2017-02-21", True)
    assert len(told.query("FROM ledger.assertions WHERE claim_id = $1", [TRUCE]).rows) == 2


def test_words_that_are_not_in_the_article_correct_nothing(sign_in: SignIn) -> None:
    answer = sign_in("Ada").submit(
        f"/claims/{TRUCE}/correct", kind="claim", quote="The truce broke", likelihood="certain"
    )
    assert answer.status_code == 422
    assert "not in the article" in answer.text


def test_what_settles_it_is_kept_and_frozen_by_the_first_verdict(sign_in: SignIn, told: Warehouse) -> None:
    ada = sign_in("Ada")
    ada.submit(f"/claims/{OPENS}/criterion", criterion="Delegations meet in Geneva.", review_by="2017-03-02")
    assert "Delegations meet in Geneva." in ada.get(f"/claims/{OPENS}").text
    told.decide(Decision(claim_id=OPENS, outcome=Outcome.CONFIRMED, reviewer="Ben"), NOW)
    assert ada.submit(f"/claims/{OPENS}/criterion", criterion="Anything at all.").status_code == 422
    assert len(told.query("FROM criteria").rows) == 1


def test_a_slip_links_to_what_took_its_place_and_back(sign_in: SignIn, told: Warehouse) -> None:
    ada = sign_in("Ada")
    inflation = story.INFLATION.claim_id
    assert ada.submit(f"/claims/{OPENS}/slip", replaced_by=inflation).status_code == 422  # stated before it
    ada.submit(f"/claims/{OPENS}/slip", replaced_by=TRUCE)
    assert len(told.query("FROM slips").rows) == 1
    ada.submit(f"/claims/{OPENS}/unlink")
    assert told.query("FROM slips").rows == ()


def test_later_predictions_are_proposed(sign_in: SignIn) -> None:
    shown = sign_in("Ada").get(f"/claims/{story.INFLATION.claim_id}/later").text
    assert shown.strip() == ""  # no later one shares its words
    assert TRUCE in sign_in("Ada").get(f"/claims/{OPENS}/later").text


def test_an_unknown_claim_is_not_found(sign_in: SignIn) -> None:
    assert sign_in("Ada").get("/claims/c1_none").status_code == 404
    assert sign_in("Ada").submit("/claims/c1_none/verdict", outcome="wrong").status_code == 404


def test_a_claim_has_no_verdict_form(sign_in: SignIn) -> None:
    assert "What became of it" not in sign_in("Ada").get(f"/claims/{story.PUT_OFF.claim_id}").text


def test_what_one_has_judged_oneself_is_gone_for_oneself_alone(sign_in: SignIn, told: Warehouse) -> None:
    told.decide(Decision(claim_id=OPENS, outcome=Outcome.CONFIRMED, reviewer="Ada"), NOW)
    assert 'Second look <span class="count">0' in sign_in("Ada").get("/").text
    assert 'Second look <span class="count">1' in sign_in("Ben").get("/").text
