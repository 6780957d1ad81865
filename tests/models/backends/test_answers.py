"""Answers: only what stands in the text is kept, whatever a model says."""

import json
import re
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.assembly import Draft
from models.backends.answers import Answer, Placed, find, placed, plain_schema, schema
from models.backends.passages import Passage
from models.sentences import split
from models.tagger.tags import Mark
from schemas import DropReason, Kind, Likelihood, Sentence
from tests.models.backends.talking import FOUND, answer
from tests.models.marking import article, mark

TEXT = "Ana Okafor spoke on Friday. “The talks may resume\nin March,” she said.\n\nThe talks may fail, it is said."
WHOLE = Sentence(number=0, char_start=0, char_end=len(TEXT))


def given_answer(text: str) -> Placed:
    sentences = tuple(split(TEXT))
    return placed(article(TEXT), Passage(sentences, ()), text)


def one(**changes: Any) -> Draft:
    (draft,) = given_answer(answer(changes)).drafts
    return draft


def words(place: Mark | None) -> str | None:
    return TEXT[place.start : place.end] if place else None


def dropped(*changes: dict[str, Any]) -> list[DropReason]:
    return [found.reason for found in given_answer(answer(*changes)).dropped]


def test_a_quote_is_found_where_the_text_has_it() -> None:
    draft = one(quote="The talks may fail", sentence=3, time="", cue="may", source="author", source_words="")
    place = draft.proposition
    assert TEXT[place.start : place.end] == "The talks may fail"
    assert (place.kind, place.likelihood, place.attributed) == (Kind.PREDICTION, Likelihood.POSSIBLE, False)
    assert (words(draft.cue), draft.time, draft.source) == ("may", None, None)


def test_a_wrong_number_costs_nothing() -> None:
    assert words(Mark(one(quote="The talks may fail", sentence=77).proposition.start, len(TEXT)))


@pytest.mark.parametrize("quote", ["THE TALKS MAY FAIL.", '"The  talks may\nfail"', "… The talks may fail,"])
def test_white_space_case_and_quotes_may_differ(quote: str) -> None:
    place = one(quote=quote).proposition
    assert TEXT[place.start : place.end] == "The talks may fail"


@pytest.mark.parametrize(
    "quote",
    [
        "The talks will fail",
        "",
        " … ",
        "Ana Okafor spoke on Friday. The talks may resume",
        "talks may  fai l",
        "x" * 600,
    ],
)
def test_a_quote_that_is_not_in_a_sentence_is_dropped_and_counted(quote: str) -> None:
    assert dropped({"quote": quote}) == [DropReason.QUOTE_NOT_IN_TEXT]


def test_the_dropped_words_are_kept_for_the_record() -> None:
    (drop,) = given_answer(answer({"quote": "Peace will come"})).dropped
    assert drop.detail == "Peace will come"
    assert (drop.char_start, drop.char_end) == (0, len(TEXT))


def test_a_part_that_is_not_in_the_sentence_is_left_out() -> None:
    draft = one(quote="The talks may fail", time="in March", cue="might", condition="if it rains", source_words="he")
    assert (draft.time, draft.cue, draft.condition, draft.source_mark) == (None, None, None, None)


@pytest.mark.parametrize(
    ("name", "source_words", "source"),
    [
        ("Ana Okafor", "", "Ana Okafor"),
        ("ana  okafor", "", "ana okafor"),
        ("author", "", None),
        ("The author", "she", None),
        ("", "she", None),
        ("Sergei Lavrov", "it", "it"),  # knowledge of the world is not the text's
        ("Sergei Lavrov", "", None),
    ],
)
def test_a_source_is_one_that_the_article_names(name: str, source_words: str, source: str | None) -> None:
    draft = one(quote="The talks may fail", source=name, source_words=source_words)
    assert draft.source == source
    assert draft.proposition.attributed == (source is not None)


def test_the_same_assertion_twice_is_one() -> None:
    fail = {"quote": "The talks may fail"}
    result = given_answer(answer(fail, fail, fail | {"kind": "claim"}))
    assert [draft.proposition.kind for draft in result.drafts] == [Kind.PREDICTION, Kind.CLAIM]
    assert [found.reason for found in result.dropped] == [DropReason.REPEATED]


def test_drafts_come_in_the_order_of_the_text() -> None:
    starts = [
        draft.proposition.start
        for draft in given_answer(answer({"quote": "The talks may fail"}, {"quote": "Ana Okafor spoke"})).drafts
    ]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "opinion"},
        {"likelihood": 0.7},
        {"sentence": -1},
        {"quote": "x" * 601},
        {"negated": "perhaps"},
        {"explanation": "because"},
    ],
)
def test_an_assertion_out_of_schema_is_dropped_and_the_others_kept(changes: dict[str, Any]) -> None:
    result = given_answer(answer(changes, {"quote": "The talks may fail"}))
    assert len(result.drafts) == 1
    assert [found.reason for found in result.dropped] == [DropReason.INVALID]


@pytest.mark.parametrize(
    "text", ["", "Here is the JSON:", "[]", '{"assertions": 3}', "{" * 5000, '{"assertions": [', "null"]
)
def test_what_is_no_answer_is_dropped(text: str) -> None:
    result = given_answer(text)
    assert result.drafts == ()
    assert [found.reason for found in result.dropped] == [DropReason.INVALID]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*FOUND, "assertions"]), inner, max_size=6)
    ),
    max_leaves=20,
)


@given(
    st.text(max_size=60)
    | JSON.map(json.dumps)
    | st.lists(JSON, max_size=3).map(lambda a: json.dumps({"assertions": a}))
)
def test_no_answer_is_refused(text: str) -> None:
    result = given_answer(text)
    assert result.drafts or result.dropped or json.loads(text)["assertions"] == []


PLACES = [match.span() for match in re.finditer(r"\w+", TEXT)]


@given(st.lists(st.sampled_from(PLACES), min_size=1, max_size=2), st.text(max_size=40))
def test_what_is_found_stands_there(ends: list[tuple[int, int]], noise: str) -> None:
    start, end = min(start for start, _ in ends), max(end for _, end in ends)
    place = find(TEXT, TEXT[start:end], WHOLE)
    assert place is not None
    assert TEXT[place.start : place.end].casefold() == TEXT[start:end].casefold()
    anything = find(TEXT, noise, WHOLE)
    assert anything is None or anything.start < anything.end <= len(TEXT)


def test_parts_of_words_are_not_found() -> None:
    assert find(TEXT, "he", WHOLE) is None
    assert find(TEXT, "talks ma", WHOLE) is None


def test_the_nearest_occurrence_is_taken() -> None:
    near = mark(TEXT, "fail")
    assert find(TEXT, "talks", WHOLE, near) == Mark(TEXT.rindex("talks"), TEXT.rindex("talks") + 5)
    assert find(TEXT, "talks", WHOLE) == Mark(TEXT.index("talks"), TEXT.index("talks") + 5)


def test_the_schemas_are_closed_and_ask_for_every_field() -> None:
    for made in (schema(), plain_schema()):
        jsonschema.Draft202012Validator.check_schema(made)
        jsonschema.validate(json.loads(answer({})), made)
        for wrong in ({"extra": 1}, {"kind": "opinion"}):
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(json.loads(answer(wrong)), made)
        found = made["$defs"]["Found"]
        assert set(found["required"]) == set(found["properties"]) == set(FOUND)


def test_the_plain_schema_has_no_bounds() -> None:
    assert "maxLength" in json.dumps(schema())
    assert not {"maxLength", "maxItems", "minimum", "maximum"} & set(json.dumps(plain_schema()).split('"'))


def test_the_schema_is_that_of_the_record() -> None:
    assert Answer.model_validate_json(answer({})).assertions[0].quote == FOUND["quote"]
