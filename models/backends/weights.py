"""Checkpoints by name: a folder, or a name on the hub, with `@revision` to pin it; and a revision of their own."""

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

from schemas import Settings
from schemas.errors import ModelError

_WEIGHTS = {".safetensors", ".bin", ".json"}
_BLOCK = 1 << 20


class Named(NamedTuple):
    """Where a checkpoint is, as `from_pretrained` takes it."""

    path: str
    revision: str | None


def named(settings: Settings) -> Named:
    """What FORESAID_MODEL_NAME says. Raises `ModelError` where it is not set."""
    if not settings.model_name:
        raise ModelError(
            f"FORESAID_EXTRACTOR={settings.extractor} needs FORESAID_MODEL_NAME: "
            "a folder with a checkpoint, or its name on the hub (name@revision pins it)."
        )
    path, at, revision = settings.model_name.rpartition("@")
    return Named(path, revision) if at and not Path(settings.model_name).exists() else Named(settings.model_name, None)


def revision_of(checkpoint: Named, config: Any) -> str:
    """The commit that the hub gave, or a hash of the folder's files: other weights are another revision."""
    commit = getattr(config, "_commit_hash", None)
    if commit:
        return str(commit)[:12]
    whole = hashlib.sha256()
    for path in sorted(Path(checkpoint.path).iterdir()):
        if path.suffix in _WEIGHTS:
            with path.open("rb") as file:
                while block := file.read(_BLOCK):
                    whole.update(block)
    return whole.hexdigest()[:12]


def unusable(checkpoint: Named, error: Exception) -> ModelError:
    """The refusal of a checkpoint that `transformers` cannot load."""
    said = " ".join(str(error).split())[:300]
    return ModelError(f"The checkpoint {checkpoint.path} cannot be loaded ({type(error).__name__}: {said}).")
