"""Corpora: folders of labelled documents, and the hash by which a gate knows that they are still the same."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from models.labels import exchange, sheets
from models.labels.documents import LabelledDocument
from schemas.errors import ForesaidError

HELD_BACK = Path(sheets.__file__).with_name("held_back")
"""Text of our own that training never sees."""
_INPUTS = {".sheet", ".json", ".txt"}


class NoLabels(ForesaidError):
    """A folder holds no labelled documents; carries the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} holds neither label sheets (*.sheet) nor labelled documents (*.json).")
        self.folder = folder


@dataclass(frozen=True, slots=True)
class Corpus:
    """Labelled documents under a name, and the hash of the files that they came from."""

    name: str
    documents: tuple[LabelledDocument, ...]
    inputs: str


def read(folder: Path) -> Corpus:
    """The corpus in a folder of sheets or of exchange files. Raises `NoLabels` where there is neither."""
    folder = folder.resolve()
    documents = [sheets.read(path) for path in sorted(folder.glob("*.sheet"))] or exchange.read_folder(folder)
    if not documents:
        raise NoLabels(folder)
    return Corpus(f"{folder.parent.name}/{folder.name}", tuple(documents), digest(folder))


def digest(folder: Path) -> str:
    """Hash of the labelled inputs in a folder: their names and every byte of them."""
    whole = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in _INPUTS:
            whole.update(hashlib.sha256(path.name.encode()).digest())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:20]
