"""A model behind an OpenAI-compatible server (vLLM, llama.cpp, Ollama, a provider): one POST a passage.

The answer's schema goes along as `response_format`, so that a server that can holds decoding to it. What may pass by
itself (no connection, too slow, 429, 5xx) is asked again after ever longer pauses, drawn at random so that many clients
don't come back together, or as long as the server says. Everything else is refused at once. Size and time of an answer
are limited; redirects are not followed; the key is never part of a message.
"""

import json
import random
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from models.backends.answers import plain_schema
from models.backends.generative import Reply
from schemas import Settings
from schemas.errors import ModelError

if TYPE_CHECKING:
    import httpx

MAX_BYTES = 4_000_000
PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds: the first pause is drawn below the one, every other below twice the one before, up to the other."""
_PASSING = {408, 409, 425, 429, 500, 502, 503, 504}
_LETTERS_A_TOKEN = 4


class Passing(Exception):
    """A failure that may be gone at the next try; `after` are the seconds that the server asks for."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


class Endpoint:
    """A generator over a server. `sleep` and `chance` are the clock and the die of its pauses."""

    def __init__(
        self,
        settings: Settings,
        client: "httpx.Client",
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.name = f"endpoint:{settings.model_name}"
        self.revision = "served"
        self._settings = settings
        self._client = client
        self._sleep = sleep
        self._chance = chance

    def reply(self, instructions: str, question: str) -> Reply:
        body, asked = self._body(instructions, question), instructions + question
        for attempt in range(self._settings.answer_retries):
            try:
                return _reply(self._asked(body), asked)
            except Passing as failure:
                self._sleep(self._pause(attempt, failure))
        try:
            return _reply(self._asked(body), asked)
        except Passing as failure:
            tries = self._settings.answer_retries + 1
            raise ModelError(
                f"The model at {self._settings.endpoint} did not answer in {tries} tries: {failure}."
            ) from None

    def _body(self, instructions: str, question: str) -> dict[str, Any]:
        return {
            "model": self._settings.model_name,
            "messages": [{"role": "system", "content": instructions}, {"role": "user", "content": question}],
            "temperature": 0,
            "seed": 0,
            "max_tokens": self._settings.answer_tokens,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "assertions", "strict": True, "schema": plain_schema()},
            },
        }

    def _pause(self, attempt: int, failure: Passing) -> float:
        """Full jitter (Brooker 2015), unless the server says how long to wait."""
        if failure.after is not None:
            return min(failure.after, LONGEST_PAUSE)
        return float(self._chance() * min(PAUSE * 2**attempt, LONGEST_PAUSE))

    def _asked(self, body: dict[str, Any]) -> dict[str, Any]:
        """The server's answer to one request. Raises `Passing` or `ModelError`."""
        import httpx

        url = f"{self._settings.endpoint.rstrip('/')}/chat/completions"
        try:
            with self._client.stream("POST", url, json=body) as response:
                return _parsed(response.status_code, self._read(response), response.headers.get("retry-after"))
        except (httpx.InvalidURL, httpx.UnsupportedProtocol):
            raise ModelError(f"FORESAID_ENDPOINT is no address of a server: {self._settings.endpoint!r}.") from None
        except httpx.TimeoutException:
            raise Passing(f"no answer within {self._settings.answer_timeout:g} seconds") from None
        except httpx.TransportError as error:
            raise Passing(f"no connection ({error})") from None

    def _read(self, response: "httpx.Response") -> bytes:
        """The body, as long as it keeps to its limits: a server that trickles is too slow as well."""
        until, data = time.monotonic() + self._settings.answer_timeout, b""
        for piece in response.iter_bytes():
            data += piece
            if len(data) > MAX_BYTES:
                raise ModelError(f"The answer from {self._settings.endpoint} is larger than {MAX_BYTES:,} bytes.")
            if time.monotonic() > until:
                raise Passing(f"no whole answer within {self._settings.answer_timeout:g} seconds")
        return data


def load(settings: Settings) -> Endpoint:
    """The endpoint that the settings name; nothing is asked yet. Raises `ModelError` where no model is named."""
    import httpx

    if not settings.model_name:
        raise ModelError("FORESAID_EXTRACTOR=endpoint needs FORESAID_MODEL_NAME: the model that the server is to run.")
    key = settings.endpoint_key
    headers = {"Authorization": f"Bearer {key.get_secret_value()}"} if key else {}
    return Endpoint(settings, httpx.Client(headers=headers, timeout=settings.answer_timeout))


def _parsed(status: int, data: bytes, retry_after: str | None) -> dict[str, Any]:
    said = data[:300].decode("utf-8", "replace")
    if status in _PASSING:
        raise Passing(f"the server says {status}", _seconds(retry_after))
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise ModelError("The server refuses the key; set FORESAID_ENDPOINT_KEY to one that it takes.")
    if status != HTTPStatus.OK:
        raise ModelError(f"The server refuses the request ({status}): {said}")
    try:
        parsed = json.loads(data)
    except ValueError:
        parsed = None
    if not isinstance(parsed, dict):
        raise ModelError(f"FORESAID_ENDPOINT is not an OpenAI-compatible server; it answers: {said}")
    return parsed


def _seconds(retry_after: str | None) -> float | None:
    """What the header asks for in seconds; dates are not worth the trouble here."""
    return float(retry_after) if retry_after and retry_after.isdecimal() else None


def _reply(answer: dict[str, Any], asked: str) -> Reply:
    """The reply in a chat completion; one without the count of its tokens is estimated. Raises `ModelError`."""
    try:
        choice = answer["choices"][0]
        text = choice["message"]["content"] or ""
        counted = (answer.get("usage") or {}).get("total_tokens")
        tokens = int(counted) if counted else (len(asked) + len(text)) // _LETTERS_A_TOKEN
        return Reply(str(text), tokens, is_cut_off=choice.get("finish_reason") == "length")
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        raise ModelError(f"The server's answer is no chat completion: {str(answer)[:200]}") from None
