"""A desk over the story, on a day of the story, and people who are signed in at it."""

import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from review.desk.app import create_app
from review.desk.people import People, Role
from schemas import Settings
from warehouse import Warehouse

NOW = datetime(2017, 3, 1, 9, 0, tzinfo=UTC)
PASSWORD = "correct horse"
ROLES = {"Ada": Role.REVIEWER, "Ben": Role.REVIEWER, "Cleo": Role.ADMIN, "Dan": Role.ANALYST, "Eva": Role.REVIEWER}


class Visitor(TestClient):
    """A browser without scripts: keeps cookies, and sends forms with the token of a page it has seen."""

    def form_token(self, path: str = "/claims") -> str:
        found = re.search(r'name="form_token" value="([^"]+)"', self.get(path).text)
        assert found, "the page has no form"
        return found[1]

    def submit(self, path: str, **fields: object) -> Any:
        """Send a form and follow where it leads."""
        return self.post(path, data={"form_token": self.form_token(), **fields})


SignIn = Callable[[str], Visitor]


@pytest.fixture(scope="session")
def accounts_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One account a person; hashing passwords is slow on purpose, so they are made once."""
    path = tmp_path_factory.mktemp("accounts") / "accounts.sqlite"
    for name, role in ROLES.items():
        People(path).add(name, role, PASSWORD, NOW)
    return path


def ticking() -> Callable[[], datetime]:
    """A clock that moves on by a second whenever it is looked at."""
    seconds = count()
    return lambda: NOW + timedelta(seconds=next(seconds))


@pytest.fixture
def desk_settings(settings: Settings, told: Warehouse, accounts_file: Path, tmp_path: Path) -> Settings:
    """The story's warehouse, and accounts of the test's own."""
    accounts = tmp_path / "accounts.sqlite"
    shutil.copyfile(accounts_file, accounts)
    return settings.model_copy(update={"accounts": accounts})


@pytest.fixture(scope="session")
def shared_app(prepared: Path, accounts_file: Path, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """One desk for all the tests that leave the ledger as it is."""
    folder = tmp_path_factory.mktemp("shared")
    shutil.copyfile(prepared, folder / "foresaid.duckdb")
    shutil.copyfile(accounts_file, folder / "accounts.sqlite")
    settings = Settings(
        warehouse=str(folder / "foresaid.duckdb"),
        published_copy=folder / "analyst.duckdb",
        accounts=folder / "accounts.sqlite",
    )
    return create_app(settings, clock=ticking())


@pytest.fixture
def app(desk_settings: Settings) -> FastAPI:
    """A desk of the test's own; a module whose tests only look around puts `shared_app` in its place."""
    return create_app(desk_settings, clock=ticking())


@pytest.fixture
def people(app: FastAPI) -> People:
    people: People = app.state.desk.people
    return people


@pytest.fixture
def stranger(app: FastAPI) -> Visitor:
    """Somebody who is not signed in."""
    return Visitor(app, base_url="http://127.0.0.1")


@pytest.fixture
def sign_in(app: FastAPI, people: People) -> SignIn:
    """Let a person in at a browser of their own."""

    def sign_in(name: str) -> Visitor:
        visitor = Visitor(app, base_url="http://127.0.0.1")
        visitor.get(f"/enter/{people.link_for(name, NOW)}", follow_redirects=False)
        return visitor

    return sign_in
