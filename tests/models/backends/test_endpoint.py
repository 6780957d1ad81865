"""The client of an OpenAI-compatible server, against one on the loopback that says what it is told to."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

import models
from models.backends import endpoint
from models.backends.endpoint import LONGEST_PAUSE, Endpoint
from models.backends.generative import Reply
from schemas import Settings
from schemas.errors import ModelError
from tests.models.backends.talking import Said, Server, answer, completion, serving
from tests.models.marking import article


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


@dataclass
class Asking:
    """An endpoint that does not really pause, and the pauses that it would have made."""

    endpoint: Endpoint
    pauses: list[float]

    def reply(self) -> Reply:
        return self.endpoint.reply("Do as you are told.", "What is said?")


@contextmanager
def asking(server: Server | str, chance: float = 1.0, **choices: Any) -> Iterator[Asking]:
    address = server if isinstance(server, str) else server.address
    settings = Settings(extractor="endpoint", endpoint=address, model_name="some-model", **choices)
    pauses: list[float] = []
    loaded = endpoint.load(settings)
    with loaded._client as client:
        yield Asking(Endpoint(settings, client, pauses.append, lambda: chance), pauses)


def refusal(said: Said, **choices: Any) -> str:
    with serving(said) as server, asking(server, **choices) as asked:
        with pytest.raises(ModelError) as refused:
            asked.reply()
        assert len(server.requests) == 1
        return str(refused.value)


def given_up(address: str, **choices: Any) -> str:
    with asking(address, **choices) as asked, pytest.raises(ModelError) as refused:
        asked.reply()
    return str(refused.value)


def test_one_post_asks_for_json_of_the_schema() -> None:
    with serving(completion(answer())) as server, asking(server, answer_tokens=77) as asked:
        assert asked.reply() == Reply(answer(), 42)
    (request,) = server.requests
    assert server.paths == ["/v1/chat/completions"]
    assert server.keys == [None]
    assert (request["model"], request["max_tokens"], request["temperature"]) == ("some-model", 77, 0)
    assert [message["content"] for message in request["messages"]] == ["Do as you are told.", "What is said?"]
    form = request["response_format"]
    assert form["type"] == "json_schema"
    assert form["json_schema"]["strict"] is True
    assert form["json_schema"]["schema"]["required"] == ["assertions"]


def test_the_whole_way_from_an_article_to_assertions() -> None:
    text = "Ana Okafor spoke. The talks may resume in March, she said."
    with serving(completion(answer({"quote": "The talks may resume in March", "sentence": 1}))) as server:
        settings = Settings(extractor="endpoint", endpoint=server.address, model_name="some-model")
        extractor = models.load(settings)
        (extraction,) = extractor.extract([article(text)])
        extractor._generator._client.close()  # type: ignore[attr-defined]
    (found,) = extraction.assertions
    assert (found.quote, found.source, extraction.tokens) == ("The talks may resume in March", "Ana Okafor", 42)
    assert "[1] The talks may resume in March, she said." in server.requests[0]["messages"][1]["content"]


def test_a_key_goes_along() -> None:
    with serving(completion(answer())) as server, asking(server, endpoint_key="sesame") as asked:
        asked.reply()
    assert server.keys == ["Bearer sesame"]


def test_an_answer_that_the_limit_cut_off_says_so() -> None:
    with serving(completion('{"asser', finish="length")) as server, asking(server) as asked:
        assert asked.reply().is_cut_off


def test_tokens_that_are_not_counted_are_estimated() -> None:
    with serving(completion("x" * 400, tokens=None)) as server, asking(server) as asked:
        assert 100 < asked.reply().tokens < 120


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_what_may_pass_is_asked_again_after_longer_pauses(status: int) -> None:
    busy = Said({"error": "busy"}, status)
    with serving(busy, busy, busy, completion(answer())) as server, asking(server) as asked:
        assert asked.reply().text == answer()
        assert asked.pauses == [1, 2, 4]


def test_pauses_are_drawn_by_chance_and_have_an_end() -> None:
    busy = Said({}, 503)
    with serving(busy) as server, asking(server, chance=0.5, answer_retries=9) as asked:
        with pytest.raises(ModelError, match="did not answer in 10 tries: the server says 503"):
            asked.reply()
        assert asked.pauses == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
        assert len(server.requests) == 10


@pytest.mark.parametrize(
    ("asked_for", "pause"), [("7", 7), ("100000", LONGEST_PAUSE), ("Fri, 27 Jan 2017", 1), ("", 1)]
)
def test_a_server_may_say_how_long_to_wait(asked_for: str, pause: float) -> None:
    with serving(Said({}, 429, {"Retry-After": asked_for}), completion(answer())) as server, asking(server) as asked:
        asked.reply()
        assert asked.pauses == [pause]


def test_without_retries_the_first_failure_is_the_last() -> None:
    said = refusal(Said({}, 503), answer_retries=0)
    assert "did not answer in 1 tries" in said


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_is_said_without_the_key(status: int) -> None:
    said = refusal(Said({}, status), endpoint_key="sesame")
    assert "FORESAID_ENDPOINT_KEY" in said
    assert "sesame" not in said


def test_a_refused_request_is_not_repeated() -> None:
    said = refusal(Said({"error": "The model `some-model` does not exist."}, 404))
    assert said.startswith("The server refuses the request (404)")
    assert "does not exist" in said


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"[1, 2]", b"\xff\xfe", b""])
def test_a_server_of_another_kind_is_refused(body: bytes) -> None:
    assert "is not an OpenAI-compatible server" in refusal(Said(body))


@pytest.mark.parametrize("body", [{}, {"choices": []}, {"choices": [{}]}, {"choices": "none"}, {"choices": [None]}])
def test_an_answer_of_another_form_is_refused(body: object) -> None:
    assert "is no chat completion" in refusal(Said(body))


def test_a_refusal_by_the_model_is_an_empty_answer() -> None:
    said = Said({"choices": [{"message": {"content": None, "refusal": "no"}, "finish_reason": "stop"}]})
    with serving(said) as server, asking(server) as asked:
        assert asked.reply().text == ""


def test_redirects_are_not_followed() -> None:
    assert "(302)" in refusal(Said(b"", 302, {"Location": "http://127.0.0.1:9/v1/chat/completions"}))


def test_an_answer_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "MAX_BYTES", 1000)
    assert "is larger than 1,000 bytes" in refusal(completion("x" * 2000))


def test_a_server_that_trickles_is_too_slow() -> None:
    trickle = Said(b" " * 400, pause=0.02)
    with serving(trickle) as server:
        assert "in 2 tries: no whole answer within 0.3 seconds" in given_up(
            server.address, answer_timeout=0.3, answer_retries=1
        )


def test_a_server_that_is_silent_is_too_slow() -> None:
    silence = Said(b"x", pause=1.5)
    with serving(silence) as server:
        assert "no answer within 0.2 seconds" in given_up(server.address, answer_timeout=0.2, answer_retries=0)


def test_nobody_at_the_address_is_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "did not answer in 2 tries: no connection" in given_up(f"http://127.0.0.1:{port}/v1", answer_retries=1)


@pytest.mark.parametrize("address", ["ftp://127.0.0.1/v1", "nowhere", "http://[::1/v1"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    assert "FORESAID_ENDPOINT is no address of a server" in given_up(address)


def test_the_client_keeps_the_time_limit() -> None:
    loaded = endpoint.load(Settings(extractor="endpoint", model_name="m", answer_timeout=9))
    assert loaded._client.timeout == httpx.Timeout(9)
