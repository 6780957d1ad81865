"""The benchmark of extraction: that its tables say what was measured."""

import sys
from pathlib import Path

import pytest

from benchmarks import extraction
from models.extractor import RULES
from tests.models.quality.labelled import compared, found, label
from tests.models.quality.test_corpora import SHEET


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["extraction", *arguments])
    extraction.main()


def test_the_report_of_a_corpus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "made_up"
    folder.mkdir()
    (folder / "a.sheet").write_text("genre: news\n" + SHEET, encoding="utf-8")
    (folder / "b.sheet").write_text(SHEET.replace("P Talks", "C Talks"), encoding="utf-8")
    run(monkeypatch, "--gold", str(folder), "--extractor", "wordlist", "--errors", "1")
    shown = capsys.readouterr().out
    assert f"# wordlist 1.{RULES} on {tmp_path.name}/made_up (inputs " in shown
    assert "| all | 2 | 2 | 0.500 (0.00–1.00) | 0.500 (0.00–1.00) | 0.500 (0.00–1.00) |" in shown
    assert "| claim | 2 | 1 | – | 0.000 (0.00–0.00) |" in shown
    assert "| news | 1 | 1 | 1.000 (1.00–1.00) |" in shown
    assert "| without genre | 1 | 1 | 0.000 (0.00–0.00) |" in shown
    assert "wrong kind 1," in shown
    assert "wanted  claim: Talks will resume" in shown
    assert "Thresholds" not in shown  # the word list's scores are all one


def test_curves_of_an_extractor_with_scores() -> None:
    comparison = compared([label("It rained")], [found("It rained", model_score=0.6), found("on Friday")])
    shown = extraction.reliability_curve([comparison])
    assert "expected calibration error 0.650" in shown
    assert "0.6–0.7  n     1  score 0.600  right 1.000  ========================|===============" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--extractor", "wordlist", "--gold", "nowhere"], "nowhere holds no labelled documents"),
        (["--model", "nowhere"], "There is no model in nowhere"),
        (["--extractor", "oracle"], "Input should be 'minilm', 'wordlist'"),
    ],
)
def test_what_cannot_be_measured_is_said(monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str) -> None:
    with pytest.raises(SystemExit, match=said):
        run(monkeypatch, *arguments)
