"""The gate itself, and the gate on what ships."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import models
from models.quality import corpora, gate
from models.quality.corpora import Corpus
from models.quality.gate import FloorRefused, Floors, Pin, load_floors, measured, problems, save_floors, updated
from schemas import Settings
from tests.models.quality.test_corpora import SHEET

CORPUS = Corpus("labels/made_up", (), "inputs-1")
PIN = Pin(inputs="inputs-1", floors={"assertion f1": 0.7, "strict f1": 0.5})
GOLD = Path(__file__).parents[4] / "shared" / "gold" / "dev"
FIGURES = st.dictionaries(st.sampled_from(["assertion f1", "strict f1", "source"]), st.floats(0, 1), max_size=3)


def said(pin: Pin | None, figures: dict[str, float], corpus: Corpus = CORPUS) -> list[str]:
    return list(problems(pin, corpus, figures))


def test_figures_at_their_floors_pass() -> None:
    assert said(PIN, {"assertion f1": 0.7, "strict f1": 0.8, "source": 0.1}) == []


def test_a_figure_below_its_floor_is_named() -> None:
    assert said(PIN, {"assertion f1": 0.699, "strict f1": 0.5}) == [
        "The assertion f1 on labels/made_up is 0.699, below its floor of 0.700."
    ]


def test_a_figure_that_is_gone_has_dropped() -> None:
    assert said(PIN, {"assertion f1": 0.9}) == ["The strict f1 on labels/made_up is 0.000, below its floor of 0.500."]


def test_other_inputs_fail_until_they_are_measured() -> None:
    (sentence,) = said(PIN, {"assertion f1": 0.9, "strict f1": 0.9}, Corpus("labels/made_up", (), "inputs-2"))
    assert "are not those that its floors were measured on" in sentence
    assert "--update" in sentence


def test_a_corpus_that_nothing_is_pinned_for_fails() -> None:
    (sentence,) = said(None, {"assertion f1": 0.9})
    assert sentence.startswith("Nothing is pinned for labels/made_up")


def test_an_update_raises_floors_to_the_figure_less_the_slack() -> None:
    pin = updated(PIN, CORPUS, {"assertion f1": 0.8, "strict f1": 0.505}, slack=0.01)
    assert pin.floors == {"assertion f1": 0.79, "strict f1": 0.5}  # 0.495 would be lower than it was
    assert pin.lowered == ()


def test_an_update_takes_the_new_inputs() -> None:
    assert updated(
        PIN, Corpus("labels/made_up", (), "inputs-2"), {"assertion f1": 0.8, "strict f1": 0.6}, 0.01
    ).inputs == ("inputs-2")


def test_an_update_refuses_to_lower() -> None:
    with pytest.raises(FloorRefused, match=r"these floors would fall: strict f1 0\.500 \(now 0\.450\).*--lower"):
        updated(PIN, CORPUS, {"assertion f1": 0.9, "strict f1": 0.45}, slack=0.01)


def test_a_reason_lowers_and_is_kept() -> None:
    pin = updated(PIN, CORPUS, {"assertion f1": 0.9, "strict f1": 0.45}, 0.01, reason="labels mended")
    assert pin.floors == {"assertion f1": 0.89, "strict f1": 0.44}
    assert pin.lowered == ("strict f1 from 0.500 to 0.440: labels mended",)
    again = updated(pin, CORPUS, {"assertion f1": 0.5, "strict f1": 0.45}, 0.01, reason="a smaller model")
    assert again.lowered == (*pin.lowered, "assertion f1 from 0.890 to 0.490: a smaller model")


@given(FIGURES, FIGURES)
def test_what_was_just_pinned_passes(before: dict[str, float], now: dict[str, float]) -> None:
    pin = updated(Pin(inputs="old", floors=before), CORPUS, now, 0.01, reason="whatever")
    assert said(pin, now) == []


@given(FIGURES, FIGURES)
def test_without_a_reason_no_floor_falls(before: dict[str, float], now: dict[str, float]) -> None:
    try:
        pin = updated(Pin(inputs="old", floors=before), CORPUS, now, 0.01)
    except FloorRefused:
        assert any(now.get(name, 0.0) < floor for name, floor in before.items())
    else:
        assert all(pin.floors.get(name, 0.0) >= floor for name, floor in before.items())


def test_floors_are_kept_in_one_order(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors = Floors(slack=0.01).with_pin("b", "y", PIN).with_pin("b", "x", PIN).with_pin("a", "x", PIN)
    save_floors(floors, path)
    assert load_floors(path) == floors
    assert [(name, list(pins)) for name, pins in load_floors(path).pins.items()] == [("a", ["x"]), ("b", ["x", "y"])]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of labels, and floors beside it, with the word list as the extractor."""
    monkeypatch.setenv("FORESAID_EXTRACTOR", "wordlist")
    (tmp_path / "made_up.sheet").write_text(SHEET, encoding="utf-8")
    (tmp_path / "floors").mkdir()
    save_floors(Floors(slack=0.01), tmp_path / "floors" / "floors.json")
    return tmp_path


def run(installed: Path, *arguments: str) -> int:
    return gate.main([str(installed), *arguments], installed / "floors" / "floors.json")


def test_the_command_pins_checks_and_refuses(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(installed) == 1
    assert "Nothing is pinned" in capsys.readouterr().out
    assert run(installed, "--update") == 0
    assert "assertion f1             1.000  floor 0.990" in capsys.readouterr().out
    assert run(installed) == 0
    (installed / "made_up.sheet").write_text(
        SHEET.replace("P Talks will resume", "C Talks will resume"), encoding="utf-8"
    )
    assert run(installed) == 1
    shown = capsys.readouterr().out
    assert "are not those that its floors were measured on" in shown
    assert "The assertion f1 on" in shown
    assert run(installed, "--update") == 1
    assert "these floors would fall" in capsys.readouterr().err
    assert run(installed, "--update", "--lower", "it is a claim") == 0
    assert "it is a claim" in (installed / "floors" / "floors.json").read_text(encoding="utf-8")


def test_a_reason_without_an_update_is_refused(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(installed, "--lower", "because")
    assert "--lower goes with --update" in capsys.readouterr().err


def test_a_folder_without_labels_is_said(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(installed, str(installed / "floors")) == 1
    assert "holds no labelled documents: a file is not in their form" in capsys.readouterr().err


@pytest.mark.parametrize(
    "folder",
    [
        corpora.HELD_BACK,
        pytest.param(GOLD, marks=pytest.mark.skipif(not GOLD.exists(), reason="these labelled documents are not here")),
    ],
    ids=["text of our own", "public text"],
)
def test_what_ships_holds_its_floors(folder: Path) -> None:
    corpus = corpora.read(folder)
    figures = measured(models.load(Settings()), corpus)
    assert said(load_floors().pin("minilm", corpus.name), figures, corpus) == []


def test_what_ships_is_far_from_the_baseline() -> None:
    corpus = corpora.read(corpora.HELD_BACK)
    pin = load_floors().pin("minilm", corpus.name)
    baseline = measured(models.load(Settings(extractor="wordlist")), corpus)
    assert pin
    assert all(pin.floors[name] > 2 * baseline[name] for name in ("assertion f1", "strict f1"))
