"""The machine: what is installed, the model's files, memory, disks."""

import hashlib
import json
import os
import platform
import shutil
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

import models
from flows.health.finding import Finding, note, well, wrong
from schemas import Settings
from schemas.errors import ModelError

MEMORY_MIB = 700
"""What an ingest with the trained model takes at its peak, and a little."""
ROOM_MIB = 1024
COPIES = 3
"""The disk has to hold the warehouse so many times more: the analysts' copy is written anew beside the old one, and a
backup is restored on trial."""
_MIB = 2**20
_MEMORY = Path("/proc/meminfo")


def packages() -> Finding:
    """Whether Python and the packages are those that foresaid asks for."""
    asked = SpecifierSet(metadata("foresaid")["Requires-Python"])
    missing = [said for line in requires("foresaid") or () if (said := _lacking(Requirement(line)))]
    if platform.python_version() not in asked:
        missing.insert(0, f"Python {platform.python_version()} ({asked} is asked for)")
    if missing:
        return wrong(
            "packages", f"Not as asked for: {', '.join(missing)}.", "Install foresaid again as it was installed."
        )
    return well(
        "packages", f"foresaid {version('foresaid')} on Python {platform.python_version()}, with all it asks for."
    )


def model(settings: Settings) -> Finding:
    """Whether the extractor loads, and whether the files of the trained one are what they were."""
    try:
        extractor = models.load(settings)
    except ModelError as error:
        return wrong("model", str(error), "Install foresaid again, or mend FORESAID_MODEL_FOLDER.")
    folder = settings.model_folder or models.SHIPPED
    if settings.extractor == "minilm" and not _is_as_stamped(folder):
        return wrong(
            "model",
            f"The weights in {folder} are not those that its config.json names: they are damaged or of another model.",
            "Install foresaid again, or restore the folder.",
        )
    return well("model", f"{extractor.model}, revision {extractor.revision}.")


def memory() -> Finding:
    """Whether there is memory for a run."""
    if not _MEMORY.exists():
        return note("memory", "This system does not say how much memory is free.", "See that it is 1 GB or more.")
    fields = dict(line.split(":") for line in _MEMORY.read_text().splitlines())
    free = int(fields["MemAvailable"].split()[0]) // 1024
    said = f"{free:,} MiB are free."
    if free < MEMORY_MIB:
        return wrong("memory", said, f"A run takes up to {MEMORY_MIB} MiB: end what else runs, or add some.")
    return well("memory", said)


def disks(settings: Settings) -> Iterator[Finding]:
    """Whether the folders that are written to can be, and have room; a finding for each."""
    places = {
        "disk of the warehouse": Path(settings.warehouse),
        "disk of the published copy": settings.published_copy,
        "disk of the backups": settings.backups / "backup",
    }
    needed = ROOM_MIB + COPIES * _mib(places["disk of the warehouse"])
    for what, path in places.items():
        if not str(path).startswith("ducklake:"):
            yield _disk(what, path.absolute().parent, needed)


def _disk(what: str, folder: Path, needed: int) -> Finding:
    there = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(there).free // _MIB
    if not os.access(there, os.W_OK):
        return wrong(what, f"{there} cannot be written.", "Make it writable for this user, or set another path.")
    if free < needed:
        return wrong(what, f"{free:,} MiB are free in {there}.", f"Free some: {needed:,} MiB are wanted.")
    return well(what, f"{free:,} MiB are free in {there}.")


def _lacking(asked: Requirement) -> str | None:
    """What is wrong with a package, in a few words; null if nothing is, or if only an extra asks for it."""
    if asked.marker and not asked.marker.evaluate({"extra": ""}):
        return None
    try:
        found = version(asked.name)
    except PackageNotFoundError:
        return f"{asked.name} is missing"
    return None if asked.specifier.contains(found, prereleases=True) else f"{asked.name} {found} ({asked.specifier})"


def _is_as_stamped(folder: Path) -> bool:
    """Whether the weights hash to the revision that was written into the configuration when they were exported."""
    with (folder / "model.onnx").open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return digest.startswith(json.loads((folder / "config.json").read_text("utf-8"))["revision"])


def _mib(path: Path) -> int:
    return path.stat().st_size // _MIB if path.exists() else 0
