import subprocess
import sys
from pathlib import Path

import click
import pytest
from filelock import FileLock

from review.cli import VERBS, main
from review.exits import Exit
from schemas import Settings
from tests.review.conftest import Run
from warehouse import Warehouse

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def loaded_after(*arguments: str) -> set[str]:
    """Modules that a fresh interpreter has loaded after running the command with these arguments."""
    program = (
        "import sys\nfrom review.cli import main\n"
        f"try: main({list(arguments)!r})\nexcept SystemExit: pass\n"
        "print('\\n' + ' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_help_and_stands_in_the_readme(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help
    assert f"foresaid {name}" in README


def test_the_list_of_verbs_is_the_help(run: Run) -> None:
    shown = run("--help").output
    assert all(f"  {name}" in shown for name in VERBS)


def test_help_imports_no_more_than_it_needs() -> None:
    heavy = {"duckdb", "pydantic", "pyarrow", "rich", "prefect", "transformers", "onnxruntime", "fastapi", "matplotlib"}
    assert not loaded_after("--help") & heavy


@pytest.mark.parametrize("arguments", [("claims", "--help"), ("due", "--help"), ("sql", "--help")])
def test_small_queries_load_neither_models_nor_orchestration(arguments: tuple[str, ...]) -> None:
    heavy = {"prefect", "transformers", "onnxruntime", "trafilatura", "fastapi", "matplotlib", "torch"}
    assert not loaded_after(*arguments) & heavy


def test_an_unknown_verb_is_a_usage_error(run: Run) -> None:
    assert run("predict").exit_code == Exit.USAGE


def test_a_refusal_is_one_sentence_on_standard_error_without_a_traceback(run: Run) -> None:
    done = run("sql", "SELECT 1")
    assert done.exit_code == Exit.REFUSED
    assert done.stdout == ""
    assert done.stderr.startswith("foresaid: There is no published copy")
    assert done.stderr.count("\n") == 1


def test_a_warehouse_held_by_another_process_is_busy(
    run: Run, settings: Settings, told: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORESAID_LOCK_TIMEOUT", "0.05")
    with FileLock(settings.warehouse + ".lock"):
        done = run("status")
    assert done.exit_code == Exit.BUSY
    assert "busy" in done.stderr


def test_an_unusable_setting_is_refused_by_its_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORESAID_LOCK_TIMEOUT", "soon")
    done = run("status")
    assert done.exit_code == Exit.REFUSED
    assert "FORESAID_LOCK_TIMEOUT" in done.stderr


def test_an_interrupt_says_that_nothing_stored_is_lost(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Warehouse, "status", interrupt)
    done = run("status")
    assert done.exit_code == Exit.INTERRUPTED
    assert "What was stored stays" in done.stderr


def test_a_fault_is_no_refusal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Warehouse, "status", fail)
    assert isinstance(run("status").exception, ZeroDivisionError)


@pytest.mark.parametrize("code", Exit)
def test_every_exit_code_is_documented(code: Exit) -> None:
    assert f"| {code.value} |" in README


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_every_setting_is_documented(setting: str) -> None:
    assert f"`FORESAID_{setting.upper()}`" in README
