"""Which language a text is in, by py3langid. Refuses to tell for a text too short to be sure of."""

import re
from functools import cache
from typing import Any

_ENOUGH = 60  # letters; below, a headline in English passes for Latin or Dutch
_SAMPLE = 1500  # characters of the middle; more changes no answer
_SURE = 0.9
_BEYOND_LATIN = re.compile(r"[\u0250-\U0010ffff]+")

EXTRACTED = "en"
"""The language that the extractor reads."""


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the text's language, null where it is too short or too mixed to tell."""
    middle = max(0, (len(text) - _SAMPLE) // 2)
    sample = _of_main_script(re.sub(r"https?://\S+", " ", text[middle : middle + _SAMPLE]))
    if sum(map(str.isalpha, sample)) < _ENOUGH:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _SURE else None


def _of_main_script(sample: str) -> str:
    """The sample without other scripts, where most letters are Latin: a name quoted in Hindi is no Hindi article."""
    latin = _BEYOND_LATIN.sub(" ", sample)
    return latin if sum(map(str.isalpha, latin)) > sum(map(str.isalpha, sample)) / 2 else sample


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 0.2 s, once

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
