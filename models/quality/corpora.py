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
    """A folder holds no labelled documents, or one that is not in their form; carries the folder."""

    def __init__(self, folder: Path, said: str) -> None:
        super().__init__(f"{folder} holds no labelled documents: {said}.")
        self.folder = folder


@dataclass(frozen=True, slots=True)
class Corpus:
    """Labelled documents under a name, and the hash of the files that they came from."""

    name: str
    documents: tuple[LabelledDocument, ...]
    inputs: str


def read(folder: Path) -> Corpus:
    """The corpus in a folder of sheets or of exchange files. Raises `NoLabels` where it holds neither."""
    folder = folder.resolve()
    try:
        documents = [sheets.read(path) for path in sorted(folder.glob("*.sheet"))] or exchange.read_folder(folder)
    except (KeyError, TypeError, ValueError) as error:
        raise NoLabels(folder, f"a file is not in their form ({type(error).__name__}: {error})") from None
    if not documents:
        raise NoLabels(folder, "there are neither label sheets (*.sheet) nor JSON files in it")
    return Corpus(f"{folder.parent.name}/{folder.name}", tuple(documents), digest(folder))


def digest(folder: Path) -> str:
    """Hash of the labelled inputs in a folder: their names and every byte of them."""
    whole = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in _INPUTS:
            whole.update(hashlib.sha256(path.name.encode()).digest())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:20]
