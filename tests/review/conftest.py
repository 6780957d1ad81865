"""The command as a person runs it, in an installation of its own."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from review.cli import main
from schemas import Settings

Run = Callable[..., Result]


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `foresaid` with these arguments against the test's own installation."""
    monkeypatch.setenv("FORESAID_WAREHOUSE", settings.warehouse)
    monkeypatch.setenv("FORESAID_PUBLISHED_COPY", str(settings.published_copy))
    monkeypatch.setenv("FORESAID_BACKUPS", str(settings.backups))

    def run(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, [*map(str, arguments)], input=stdin)

    return run
