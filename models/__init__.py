"""What foresaid infers: sentences, spans, dates, sources, hedges. Pure given the text; imports schemas alone.

`load(settings)` gives the extractor that the settings name.
"""

from pathlib import Path

from models.extractor import Extractor, TaggingExtractor
from models.tagger.tags import Tagger
from schemas.settings import Settings

__all__ = ["SHIPPED", "Extractor", "load"]

SHIPPED = Path(__file__).with_name("minilm")
"""The checkpoint that ships with the project."""


def load(settings: Settings) -> Extractor:
    """The extractor that the settings name. Raises `ModelError` where its files cannot be loaded."""
    if settings.extractor in ("causal", "endpoint"):
        from models.backends import generative

        return generative.load(settings)
    return TaggingExtractor(_tagger(settings), settings.min_score, settings.review_after_days)


def _tagger(settings: Settings) -> Tagger:
    """Each is imported only when it is chosen: what one needs, the others may lack."""
    if settings.extractor == "wordlist":
        from models.wordlist import WordList

        return WordList()
    if settings.extractor == "checkpoint":
        from models.backends import checkpoint

        return checkpoint.load(settings)
    folder = settings.model_folder or SHIPPED
    if settings.extractor == "pytorch":
        from models.backends.extras import needed

        needed("torch", "train")
        from models.tagger import pytorch

        return pytorch.load(folder, "minilm-pytorch", settings.min_score)
    from models.tagger import onnx

    return onnx.load(folder, "minilm", settings.threads, settings.min_score)
