import pytest

from tests import story
from tests.review.desk.conftest import SignIn


@pytest.mark.parametrize("dimension", ["source", "publisher", "author", "topic", "horizon", "cue", "all"])
def test_everybodys_record(sign_in: SignIn, dimension: str) -> None:
    assert sign_in("Dan").get(f"/scores?dimension={dimension}").status_code == 200


def test_a_record_changes_with_a_verdict_and_says_that_it_is_small(sign_in: SignIn) -> None:
    ada = sign_in("Ada")
    card = "/scorecard?dimension=source&name=Sergei+Lavrov"
    assert "Only 0 judged" in ada.get(card).text
    ada.submit(f"/claims/{story.OPENS.claim_id}/verdict", outcome="confirmed")
    after = ada.get(card).text
    assert "Only 1 judged" in after
    assert "1 confirmed" in after
    assert "100%" in after
    assert after.count("<svg") == 3


def test_an_unknown_name_is_not_found(sign_in: SignIn) -> None:
    assert sign_in("Dan").get("/scorecard?dimension=source&name=Nobody").status_code == 404
