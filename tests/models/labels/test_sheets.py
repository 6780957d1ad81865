"""Label sheets: what they say, what they refuse, and that a written one reads the same."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from models.labels import sheets
from models.labels.documents import Label, LabelledDocument, Span
from models.labels.sheets import SheetError, read, read_labels, slips, write
from schemas import Kind, Likelihood
from tests.models.labels.documents import documents

ROOT = Path(sheets.__file__).parent
SHEET = """\
title: Talks put off
published: 2017-01-27
publisher: The Seedbed Review
genre: news

The envoy said on Friday that the talks scheduled for February had been delayed.
  C the talks scheduled for February had been delayed | source=Staffan de Mistura~The envoy | dates=..
They will resume by June unless fighting flares up.
  P They will resume by June | time=by June | dates=2017-01-27..2017-06-30 | cue=will | if=unless fighting flares up

A second round may not be needed.
  P A second round may not be needed | cue=may | possible | not | optional | head=Second round may not be needed
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "made-up.sheet"


def label_in(sheet: Path, line: str) -> Label:
    """The label that a line gives to the sentence `By June they will resume by June.`"""
    sheet.write_text(f"published: 2017-01-27\n\nBy June they will resume by June.\n  {line}\n", encoding="utf-8")
    return read(sheet).labels[0]


def test_a_sheet_is_read(sheet: Path) -> None:
    sheet.write_text(SHEET, encoding="utf-8")
    document = read(sheet)
    assert document.doc == "made-up"
    assert document.title == "Talks put off"
    assert document.text.count("\n\n") == 1
    delayed, resume, second = document.labels
    assert document.quote(delayed.span) == "the talks scheduled for February had been delayed"
    assert (delayed.kind, delayed.source) == (Kind.CLAIM, "Staffan de Mistura")
    assert delayed.source_span is not None
    assert document.quote(delayed.source_span) == "The envoy"
    assert delayed.interval is not None
    assert delayed.interval.start is None
    assert resume.condition is not None
    assert document.quote(resume.condition) == "unless fighting flares up"
    assert (second.likelihood, second.negated, second.optional) == (Likelihood.POSSIBLE, True, True)
    assert second.interval is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(documents())
def test_a_written_sheet_reads_the_same(sheet: Path, document: LabelledDocument) -> None:
    sheet.write_text(write(document), encoding="utf-8")
    assert read(sheet) == document


@pytest.mark.parametrize("path", sorted(ROOT.glob("*/*.sheet"))[::10], ids=lambda path: path.stem)
def test_sheets_of_the_project_read_the_same_when_written(path: Path, sheet: Path) -> None:
    document = read(path)
    sheet.write_text(write(document), encoding="utf-8")
    again = read(sheet)
    assert again.model_copy(update={"doc": document.doc}) == document


def test_the_nearest_occurrence_is_taken(sheet: Path) -> None:
    assert label_in(sheet, "P they will resume by June | time=June").time == Span(start=28, end=32)


def test_words_are_preferred_whole(sheet: Path) -> None:
    assert label_in(sheet, "C me").span == Span(start=22, end=24)  # only inside "resume"
    assert label_in(sheet, "C y").span == Span(start=1, end=2)
    assert label_in(sheet, "P By | time=by").time == Span(start=25, end=27)


def test_a_long_span_may_be_cut(sheet: Path) -> None:
    assert label_in(sheet, "P they ... by June").span == Span(start=8, end=32)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("X they will resume", "neither C nor P"),
        ("P they would resume", "does not stand in the sentence"),
        ("P they will resume | cue=might", "does not stand in the sentence"),
        ("P they will resume | perhaps", "is no field"),
        ("P they will resume | dates=June", "dates are START..END"),
    ],
)
def test_a_slip_is_refused_with_its_line(sheet: Path, line: str, said: str) -> None:
    with pytest.raises(SheetError, match=f"line 4: .*{said}"):
        label_in(sheet, line)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: No day\n\nText.\n", "lacks 'published'"),
        ("published: 2017-01-27\nText without a blank line.\n", "is no header line"),
        ("published: 2017-01-27\n\n  C label first\n", "a label before any sentence"),
    ],
)
def test_a_sheet_out_of_form_is_refused(sheet: Path, text: str, said: str) -> None:
    sheet.write_text(text, encoding="utf-8")
    with pytest.raises(SheetError, match=said):
        read(sheet)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("C By June they will resume by June.", "ends in punctuation"),
        ("P they will resume | possible", "without a cue"),
        ("C By June | head=" + "word " * 11, "more than ten words"),
        ("P they will sail", "does not stand in the sentence"),
    ],
)
def test_the_checker_finds(sheet: Path, line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    sheet.write_text(f"published: 2017-01-27\n\nBy June they will resume by June.\n  {line}\n", encoding="utf-8")
    (slip,) = slips(sheet)
    assert said in slip
    assert sheets.main(["check", str(sheet)]) == 1
    assert "1 sheets, 1 slips" in capsys.readouterr().out


def test_the_sheets_of_the_project_have_no_slips(capsys: pytest.CaptureFixture[str]) -> None:
    assert sheets.main(["check", str(ROOT / "own"), str(ROOT / "held_back")]) == 0, capsys.readouterr().out


def test_nothing_held_back_is_trained_on() -> None:
    own, held_back = ({read(path).text for path in (ROOT / name).glob("*.sheet")} for name in ("own", "held_back"))
    assert len(held_back) == len(list((ROOT / "held_back").glob("*.sheet")))
    assert not own & held_back


def test_labels_of_a_public_article_name_their_sentence() -> None:
    text = "Talks were put off. They may resume."
    sentences = [Span(start=0, end=19), Span(start=20, end=36)]
    lines = ["# a remark", "", "1 P They may resume | cue=may | possible", "0 C Talks were put off"]
    may, off = read_labels(lines, text, sentences)
    assert (text[may.span.start : may.span.end], text[off.span.start : off.span.end]) == (
        "They may resume",
        "Talks were put off",
    )
    for wrong in ("2 C Talks", "C Talks", "one C Talks"):
        with pytest.raises(SheetError, match="sentence number below 2"):
            read_labels([wrong], text, sentences)


def test_an_unknown_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert sheets.main(["look"]) == 2
    assert "models.labels.sheets check" in capsys.readouterr().out
