"""What the plain installation lacks, imported when it is needed."""

from importlib import import_module
from types import ModuleType

from schemas.errors import ModelError


def needed(module: str, extra: str) -> ModuleType:
    """The module. Raises `ModelError` naming the extra that brings it."""
    try:
        return import_module(module)
    except ImportError as missing:
        raise ModelError(
            f"This extractor needs {missing.name or module}, which is not installed: pip install -e '.[{extra}]'."
        ) from None
