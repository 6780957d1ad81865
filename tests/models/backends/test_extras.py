"""Without its extra a backend says which one to install; the others don't notice."""

import sys

import pytest

import models
from models.backends.extras import needed
from schemas import Settings
from schemas.errors import ModelError


def test_what_is_there_is_imported() -> None:
    assert needed("json", "train") is sys.modules["json"]


@pytest.mark.parametrize(
    ("extractor", "extra"), [("pytorch", "train"), ("checkpoint", "train"), ("causal", "generative")]
)
def test_without_torch_the_extra_is_named(extractor: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(ModelError, match=rf"needs torch, which is not installed: pip install -e '\.\[{extra}\]'"):
        models.load(Settings(extractor=extractor, model_name="anything"))
