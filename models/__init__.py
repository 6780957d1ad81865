"""What foresaid infers: sentences, spans, dates, sources, hedges. Pure given the text; imports schemas alone.

`load(settings)` gives the extractor that the settings name.
"""

from pathlib import Path

from models.extractor import Extractor, TaggingExtractor
from schemas.settings import Settings

__all__ = ["SHIPPED", "Extractor", "load"]

SHIPPED = Path(__file__).with_name("minilm")
"""The checkpoint that ships with the project."""


def load(settings: Settings) -> Extractor:
    """The extractor that the settings name. Raises `ModelError` where its files cannot be loaded."""
    if settings.extractor == "wordlist":
        from models.wordlist import WordList

        return TaggingExtractor(WordList(), settings.min_score, settings.review_after_days)
    from models.tagger import onnx

    tagger = onnx.load(settings.model_folder or SHIPPED, "minilm", settings.threads, settings.min_score)
    return TaggingExtractor(tagger, settings.min_score, settings.review_after_days)
