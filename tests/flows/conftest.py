"""A loopback site, and reading with the settings that allow it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows.readers import Overrides, Visits, read
from schemas import Article, Failure, Settings
from tests.flows.site import Site, served

Read = Callable[..., list[Article | Failure]]


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as running:
        yield running


@pytest.fixture
def local(settings: Settings) -> Settings:
    """Settings that let this machine be asked, without waiting and with small limits."""
    return settings.model_copy(
        update={"allow_private_addresses": True, "host_pause": 0.0, "fetch_timeout": 2.0, "max_bytes": 1_000_000}
    )


@pytest.fixture
def readings(local: Settings) -> Read:
    """What a source gives."""

    def run(
        source: str | Path, overrides: Overrides | None = None, visits: Visits | None = None
    ) -> list[Article | Failure]:
        return list(read(str(source), overrides or Overrides(), local, visits))

    return run
