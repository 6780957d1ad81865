"""The machine: packages, the model's files, memory and disks."""

import os
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

import models
from flows.health import State, machine
from schemas import Settings

Usage = namedtuple("Usage", "total used free")


def test_what_is_installed_is_what_is_asked_for() -> None:
    assert machine.packages().state is State.WELL


def test_what_is_not_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ["duckdb==0.1", "no-such-package>=1", "torch; extra == 'train'", "winsound; sys_platform == 'nowhere'"]
    monkeypatch.setattr(machine, "requires", lambda _: asked)
    monkeypatch.setattr(machine.platform, "python_version", lambda: "3.9.1")
    found = machine.packages()
    assert found.state is State.WRONG
    assert "Python 3.9.1 (>=3.11 is asked for), duckdb 1.5.5 (==0.1), no-such-package is missing." in found.said
    assert "torch" not in found.said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped model that may be harmed."""
    kept = ("config.json", "tokenizer.json", "lengths.npy", "model.onnx")
    (tmp_path / "model").mkdir()
    for name in kept:
        shutil.copyfile(models.SHIPPED / name, tmp_path / "model" / name)
    return tmp_path / "model"


def of(settings: Settings, folder: Path) -> Settings:
    return settings.model_copy(update={"model_folder": folder})


def test_a_whole_model(settings: Settings, folder: Path) -> None:
    assert machine.model(of(settings, folder)).state is State.WELL


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "lengths.npy", "model.onnx"])
@pytest.mark.parametrize("is_missing", [True, False])
def test_a_model_with_a_file_missing_or_truncated(
    settings: Settings, folder: Path, name: str, is_missing: bool
) -> None:
    content = (folder / name).read_bytes()
    (folder / name).unlink()
    if not is_missing:
        (folder / name).write_bytes(content[: len(content) // 2])
    found = machine.model(of(settings, folder))
    assert (found.state, str(folder) in found.said) == (State.WRONG, True)


def test_weights_that_load_and_are_not_what_they_were(settings: Settings, folder: Path) -> None:
    content = bytearray((folder / "model.onnx").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "model.onnx").write_bytes(content)
    found = machine.model(of(settings, folder))
    assert (found.state, "damaged" in found.said) == (State.WRONG, True)


def test_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_MEMORY", tmp_path / "meminfo")
    assert machine.memory().state is State.NOTE
    for free, state in ((200, State.WRONG), (2000, State.WELL)):
        (tmp_path / "meminfo").write_text(f"MemTotal: 9999999 kB\nMemAvailable: {free * 1024} kB\n")
        assert machine.memory().state is state


def test_a_full_disk_and_one_that_cannot_be_written(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {found.state for found in machine.disks(settings)} == {State.WELL}
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10, 10, 500 * 2**20))
    assert {found.said.partition(" are free")[0] for found in machine.disks(settings)} == {"500 MiB"}
    assert {found.state for found in machine.disks(settings)} == {State.WRONG}
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert all("cannot be written" in found.said for found in machine.disks(settings))
