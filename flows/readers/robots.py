"""What a host allows robots to fetch (robots.txt, RFC 9309), for addresses that feeds and sitemaps lead to.

No file allows everything; a file that cannot be had (no answer, a server that is down) allows nothing for this run.
"""

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from flows.readers.web import USER_AGENT, Fetcher
from schemas.errors import ReadError


class Robots:
    """The rules of every host met in a run."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._rules: dict[str, RobotFileParser] = {}

    def allow(self, url: str) -> bool:
        """Whether the host lets this program fetch `url`."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = self._fetched(origin)
        return self._rules[origin].can_fetch(USER_AGENT, url)

    def _fetched(self, origin: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            text = self._fetcher.fetch(f"{origin}/robots.txt").data.decode("utf-8", "replace")
        except ReadError as error:
            text = "" if error.reason in ("gone", "refused") else "User-agent: *\nDisallow: /"
        rules.parse(text.splitlines())
        return rules
