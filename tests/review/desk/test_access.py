from datetime import timedelta

import pytest
from fastapi import FastAPI

from review.desk.access import local
from review.desk.people import FAILURES_BY_NAME, People
from tests import story
from tests.review.desk.conftest import NOW, PASSWORD, SignIn, Visitor

PAGES = ["/", "/claims", "/scores", "/timeline", "/agreement", "/sql", "/runs", f"/articles/{story.DELAY.article_id}"]


@pytest.fixture
def app(shared_app: FastAPI) -> FastAPI:
    """These tests leave the ledger as it is."""
    return shared_app


def log_in(visitor: Visitor, name: str, password: str) -> int:
    token = visitor.form_token("/login")
    answer = visitor.post(
        "/login", data={"form_token": token, "name": name, "password": password}, follow_redirects=False
    )
    return answer.status_code


@pytest.mark.parametrize("path", PAGES)
def test_every_page_asks_who_it_is_first(stranger: Visitor, path: str) -> None:
    answer = stranger.get(path, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login?onward=")


def test_name_and_password_open_a_session_and_signing_out_ends_it(stranger: Visitor) -> None:
    assert log_in(stranger, "Ada", PASSWORD) == 303
    assert stranger.get("/").status_code == 200
    stranger.post("/logout", data={"form_token": stranger.form_token()})
    assert stranger.get("/", follow_redirects=False).status_code == 303


def test_signing_out_ends_the_session_for_whoever_kept_the_cookie(sign_in: SignIn, stranger: Visitor) -> None:
    ada = sign_in("Ada")
    kept = ada.cookies["foresaid_session"]
    ada.post("/logout", data={"form_token": ada.form_token()})
    stranger.cookies.set("foresaid_session", kept)
    assert stranger.get("/", follow_redirects=False).status_code == 303


def test_a_refused_login_does_not_say_what_was_wrong(stranger: Visitor) -> None:
    said = []
    for name in ("Ada", "Nobody"):
        token = stranger.form_token("/login")
        answer = stranger.post("/login", data={"form_token": token, "name": name, "password": "wrong password"})
        assert answer.status_code == 401
        said.append(answer.text.replace(name, ""))
    assert said[0] == said[1]


def test_guessing_is_stopped_for_the_name_even_with_the_right_password(stranger: Visitor) -> None:
    for _ in range(FAILURES_BY_NAME):
        assert log_in(stranger, "Eva", "wrong password") == 401
    assert log_in(stranger, "Eva", PASSWORD) == 401
    assert log_in(stranger, "Ben", PASSWORD) == 303


def test_a_session_gets_a_cookie_of_its_own_whatever_came_with_the_request(stranger: Visitor) -> None:
    stranger.cookies.set("foresaid_session", "chosen-by-an-attacker")
    log_in(stranger, "Ada", PASSWORD)
    assert {cookie.value for cookie in stranger.cookies.jar if cookie.name == "foresaid_session"} != {
        "chosen-by-an-attacker"
    }
    fixed = Visitor(stranger.app, base_url="http://127.0.0.1", cookies={"foresaid_session": "chosen-by-an-attacker"})
    assert fixed.get("/", follow_redirects=False).status_code == 303


def test_the_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites(people: People, stranger: Visitor) -> None:
    answer = stranger.get(f"/enter/{people.link_for('Ada', NOW)}", follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_a_sign_in_link_works_once_and_not_for_long(people: People, stranger: Visitor) -> None:
    link = people.link_for("Ada", NOW)
    assert stranger.get(f"/enter/{link}", follow_redirects=False).status_code == 303
    assert stranger.get(f"/enter/{link}").status_code == 401
    old = people.link_for("Ada", NOW - timedelta(hours=1))
    assert stranger.get(f"/enter/{old}").status_code == 401


def test_a_session_expires(people: People) -> None:
    token = people.follow(people.link_for("Ada", NOW), NOW)
    assert token is not None
    assert people.session(token, NOW + timedelta(hours=11)) is not None
    assert people.session(token, NOW + timedelta(hours=13)) is None


def test_a_form_without_the_token_is_refused(sign_in: SignIn) -> None:
    ada = sign_in("Ada")
    answer = ada.post(f"/claims/{story.OPENS.claim_id}/verdict", data={"outcome": "wrong"})
    assert answer.status_code == 403
    assert ada.get(f"/claims/{story.OPENS.claim_id}").text.count("What was decided") == 0


def test_a_form_with_the_token_of_somebody_else_is_refused(sign_in: SignIn) -> None:
    token = sign_in("Ben").form_token()
    path = f"/claims/{story.OPENS.claim_id}/verdict"
    assert sign_in("Ada").post(path, data={"outcome": "wrong", "form_token": token}).status_code == 403


def test_a_form_from_another_site_is_refused_even_with_the_token(sign_in: SignIn) -> None:
    ada = sign_in("Ada")
    data = {"outcome": "wrong", "form_token": ada.form_token()}
    for origin in ("https://elsewhere.example", "null"):
        answer = ada.post(f"/claims/{story.OPENS.claim_id}/verdict", data=data, headers={"origin": origin})
        assert answer.status_code == 403


def test_a_login_form_from_elsewhere_is_refused(stranger: Visitor) -> None:
    data = {"name": "Ada", "password": PASSWORD, "form_token": "made-up"}
    assert stranger.post("/login", data=data).status_code == 403


def test_another_name_for_this_machine_gets_no_answer(sign_in: SignIn) -> None:
    assert sign_in("Ada").get("/", headers={"host": "rebound.example"}).status_code == 400


@pytest.mark.parametrize(
    ("name", "path", "status"),
    [("Dan", "/runs", 403), ("Ada", "/runs", 403), ("Cleo", "/runs", 200), ("Dan", "/claims", 200)],
)
def test_roles_open_pages(sign_in: SignIn, name: str, path: str, status: int) -> None:
    assert sign_in(name).get(path).status_code == status


def test_an_analyst_may_not_judge(sign_in: SignIn) -> None:
    dan = sign_in("Dan")
    assert dan.submit(f"/claims/{story.OPENS.claim_id}/verdict", outcome="wrong").status_code == 403
    assert "What became of it" not in dan.get(f"/claims/{story.OPENS.claim_id}").text


@pytest.mark.parametrize(
    ("asked", "followed"),
    [
        ("/claims?words=x", "/claims?words=x"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/\\elsewhere.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nset-cookie: x=y", "/"),
        ("", "/"),
    ],
)
def test_the_way_onward_stays_on_the_desk(asked: str, followed: str) -> None:
    assert local(asked) == followed


def test_every_answer_has_the_safe_headers(stranger: Visitor) -> None:
    for path in ("/login", "/static/desk.css", "/nowhere"):
        headers = stranger.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/people.sql", "/static//etc/passwd"]
)
def test_static_files_are_those_of_the_folder_alone(stranger: Visitor, path: str) -> None:
    assert stranger.get(path).status_code == 404
