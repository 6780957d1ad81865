"""docs/model.md: what it tells people to type is there."""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

import pytest

from models.backends.roles import KINDS, LAYERS
from schemas import DropReason, Settings

PAGE = Path(__file__).parents[2].joinpath("docs", "model.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("extractor", get_args(Settings.model_fields["extractor"].annotation))
def test_every_extractor_has_its_row(extractor: str) -> None:
    assert f"| `{extractor}` |" in PAGE


@pytest.mark.parametrize("module", sorted(set(re.findall(r"python -m ([\w.]+)", PAGE))))
def test_every_command_is_a_module(module: str) -> None:
    assert find_spec(module)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"FORESAID_([A-Z_]+)", PAGE))))
def test_every_variable_is_a_setting(name: str) -> None:
    assert name.lower() in Settings.model_fields


@pytest.mark.parametrize("reason", [DropReason.QUOTE_NOT_IN_TEXT, DropReason.INVALID, DropReason.TOO_LONG])
def test_reasons_for_dropping_are_called_as_stored(reason: DropReason) -> None:
    assert f"`{reason}`" in PAGE


@pytest.mark.parametrize("role", [*KINDS, *LAYERS])
def test_every_role_is_named(role: str) -> None:
    assert f"`{role}`" in PAGE


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`(models/[\w./]+)`", PAGE))))
def test_every_file_is_there(path: str) -> None:
    root = Path(__file__).parents[2]
    assert (root / path).exists()
