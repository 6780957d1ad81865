import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.exchange.verdicts_csv import COLUMNS, Submitted, Unusable, read
from schemas import Decision, Evidence, Outcome
from schemas.errors import ForesaidError

HEADER = ",".join(COLUMNS)


def entries(*lines: str, reviewer: str | None = None, header: str = HEADER) -> list[Submitted | Unusable]:
    return read("\n".join([header, *lines, ""]).encode(), reviewer, {"headline"})


def only(entry: list[Submitted | Unusable]) -> Submitted | Unusable:
    (found,) = entry
    return found


def test_a_row_with_everything() -> None:
    found = only(entries("c1_1,late,ann,12,Held until March.,https://x.example/a,,it held,2017-03-04"))
    assert found == Submitted(
        2,
        Decision(
            claim_id="c1_1", outcome=Outcome.LATE, reviewer="ann", days_late=12, note="Held until March.",
            evidence=Evidence(url="https://x.example/a", quote="it held", dated=date(2017, 3, 4)),
        ),
    )  # fmt: skip


def test_a_row_with_the_least() -> None:
    found = only(entries("c1_1, Confirmed ", header="claim_id,outcome", reviewer="bob"))
    assert found == Submitted(2, Decision(claim_id="c1_1", outcome=Outcome.CONFIRMED, reviewer="bob"))


def test_the_row_names_the_reviewer_before_the_command_does() -> None:
    found = [
        entry.decision.reviewer
        for entry in entries("c1_1,wrong,ann", "c1_2,wrong,", header="claim_id,outcome,reviewer", reviewer="bob")
        if isinstance(entry, Submitted)
    ]
    assert found == ["ann", "bob"]


def test_rows_that_are_not_judged_are_passed_over_and_counted() -> None:
    found = entries("c1_1,,,", "", "c1_3,wrong,ann,Late snow", header="claim_id,outcome,reviewer,headline")
    assert [entry.row for entry in found] == [4]


def test_stored_articles_are_evidence_too() -> None:
    found = only(entries("c1_1,wrong,ann,,,,a1_2,,"))
    assert isinstance(found, Submitted)
    assert found.decision.evidence == Evidence(article_id="a1_2")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("c1_1,true,ann,,,,,,", "the outcome is confirmed, wrong, late, partly, void"),
        (",wrong,ann,,,,,,", "say which claim it is about in the column claim_id"),
        ("c1_1,wrong,,,,,,,", "say who decides, in the column reviewer or with --reviewer"),
        ("c1_1,late,ann,soon,,,,,", "days_late is a number of days, from 1"),
        ("c1_1,late,ann,0,,,,,", "days_late is a number of days, from 1"),
        ("c1_1,wrong,ann,3,,,,,", "days late go with the outcome 'late' only"),
        ("c1_1,void,ann,,,,,,", "a void verdict needs its reason in the note"),
        ("c1_1,wrong,ann,,,,,they left,", "evidence names a URL or a stored article"),
        ("c1_1,wrong,ann,,,https://x.example/a,,,4.3.2017", "evidence_dated is a day, written as 2017-02-23"),
    ],
)
def test_a_row_that_makes_no_verdict_is_a_sentence(line: str, reason: str) -> None:
    assert only(entries(line)) == Unusable(2, line.partition(",")[0], f"This makes no verdict: {reason}.")


@pytest.mark.parametrize(
    "line", ["c1_1,wrong,ann,,No, not at all,,,,", "c1_1,wrong,ann,,No", "c1_1,,ann,,,,,,,spilled"]
)
def test_a_row_of_another_length_than_the_header_is_not_guessed_at(line: str) -> None:
    found = only(entries(line))
    assert isinstance(found, Unusable)
    assert found.reason == f"The row has {line.count(',') + 1} cells, the first 9; quote its text."


def test_columns_without_a_name_are_passed_over() -> None:
    found = only(entries("c1_1,wrong,ann,x,", header="claim_id,outcome,reviewer,,"))
    assert isinstance(found, Submitted)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no column claim_id"),
        (b"claim_id,headline\n", "no column outcome"),
        (b"claim_id,outcome,evidence_ulr\n", "No verdict has a column 'evidence_ulr'"),
        (b"claim_id,outcome,note,note\n", "two columns note"),
        (b'claim_id,outcome,note\nc1_1,wrong,"breaks off\n', "Line 2 of the file is no CSV: unexpected end of data"),
        ("claim_id,outcome,note\nc1_1,wrong,Genève\n".encode("latin-1"), "not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_whole(data: bytes, reason: str) -> None:
    with pytest.raises(ForesaidError, match=reason):
        read(data, "ann", {"headline"})


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_files_as_spreadsheets_write_them(delimiter: str, encoding: str, ends: str) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=ends)
    writer.writerows([["claim_id", "outcome", "note"], ["c1_1", "wrong", f"No, “never”;{ends}not\tat all"]])
    found = only(read(stream.getvalue().encode(encoding), "ann", ()))
    assert isinstance(found, Submitted)
    assert found.decision.note == f"No, “never”;{ends}not\tat all"


text = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(
    lambda word: word.strip() == word
)
decisions = st.builds(
    Decision,
    claim_id=text,
    outcome=st.sampled_from([Outcome.CONFIRMED, Outcome.WRONG, Outcome.PARTLY, Outcome.VOID]),
    reviewer=text.filter(lambda name: len(name) <= 200),
    note=text,
    evidence=st.none()
    | st.builds(Evidence, url=text, article_id=st.none() | text, quote=st.none() | text, dated=st.none() | st.dates()),
)


@settings(max_examples=50)
@given(st.lists(decisions))
def test_any_decisions_come_back_from_their_rows(given_decisions: list[Decision]) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for one in given_decisions:
        evidence = one.evidence or Evidence.model_construct()
        writer.writerow([
            one.claim_id, one.outcome.value, one.reviewer, one.days_late, one.note,
            evidence.url, evidence.article_id, evidence.quote, evidence.dated,
        ])  # fmt: skip
    found = read(stream.getvalue().encode(), None, ())
    assert found == [Submitted(row, one) for row, one in enumerate(given_decisions, 2)]
