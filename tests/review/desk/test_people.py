import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from review.desk.people import FAILURES_BY_ADDRESS, FAILURES_WINDOW, AccountRefused, LoginRefused, People, Role
from schemas.errors import NotFound
from tests.review.desk.conftest import NOW, PASSWORD


@pytest.fixture
def few(tmp_path: Path) -> People:
    people = People(tmp_path / "folder" / "accounts.sqlite")
    people.add("Ada", Role.REVIEWER, PASSWORD, NOW)
    return people


def test_what_is_kept_opens_nothing(few: People) -> None:
    token = few.sign_in("Ada", PASSWORD, "here", NOW)
    link = few.link_for("Ada", NOW)
    kept = b"".join(path.read_bytes() for path in few.path.parent.iterdir())
    for secret in (token, link, PASSWORD):
        assert secret.encode() not in kept


def test_the_file_is_its_owners_alone(few: People) -> None:
    assert few.path.stat().st_mode & 0o077 == 0


def test_two_accounts_never_share_a_name(few: People) -> None:
    with pytest.raises(AccountRefused, match="already"):
        few.add("Ada", Role.ANALYST, PASSWORD, NOW)


@pytest.mark.parametrize(("name", "password"), [("", PASSWORD), ("x" * 201, PASSWORD), ("Ben", "short")])
def test_what_makes_no_account(few: People, name: str, password: str) -> None:
    with pytest.raises(AccountRefused):
        few.add(name, Role.ANALYST, password, NOW)


def test_an_account_without_a_password_opens_by_link_alone(few: People) -> None:
    few.add("Ben", Role.ADMIN, None, NOW)
    with pytest.raises(LoginRefused):
        few.sign_in("Ben", "", "here", NOW)
    assert few.follow(few.link_for("Ben", NOW), NOW) is not None


def test_a_new_password_ends_the_sessions(few: People) -> None:
    token = few.sign_in("Ada", PASSWORD, "here", NOW)
    few.set_password("Ada", "another horse")
    assert few.session(token, NOW) is None
    few.sign_in("Ada", "another horse", "here", NOW)


def test_a_new_role_holds_in_the_running_session(few: People) -> None:
    token = few.sign_in("Ada", PASSWORD, "here", NOW)
    few.set_role("Ada", Role.ANALYST)
    session = few.session(token, NOW)
    assert session is not None
    assert not session.person.role.may_judge


def test_a_removed_account_is_gone_with_its_sessions(few: People) -> None:
    token = few.sign_in("Ada", PASSWORD, "here", NOW)
    few.remove("Ada")
    assert few.session(token, NOW) is None
    with pytest.raises(NotFound):
        few.person("Ada")


def test_a_saved_search_replaces_the_one_of_its_title(few: People) -> None:
    few.save_query("Ada", "Geneva", "words=Geneva")
    few.save_query("Ada", "Geneva", "words=round")
    assert few.saved_queries("Ada") == {"Geneva": "words=round"}
    few.forget_query("Ada", "Geneva")
    assert few.saved_queries("Ada") == {}


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "accounts.sqlite"
    path.write_text("no database")
    with pytest.raises((AccountRefused, sqlite3.DatabaseError)):
        People(path).everyone()


def test_guessing_through_many_names_is_stopped_for_the_address(few: People) -> None:
    with few._open() as con:
        rows = [("address:there", NOW.isoformat(timespec="microseconds"))] * FAILURES_BY_ADDRESS
        con.executemany("INSERT INTO failed_logins VALUES (?, ?)", rows)
    with pytest.raises(LoginRefused, match="Too many"):
        few.sign_in("Ada", PASSWORD, "there", NOW)
    assert few.sign_in("Ada", PASSWORD, "elsewhere", NOW)
    assert few.sign_in("Ada", PASSWORD, "there", NOW + FAILURES_WINDOW + timedelta(seconds=1))
