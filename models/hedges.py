"""Hedges: from the words that carry (un)certainty to a class of likelihood.

The classes and where each word belongs are the rulings of docs/annotation.md; numbers for single words are another
matter and live in `seeds/lexicon.csv`.
"""

import re

from schemas import Likelihood

_NUMBER_WORDS = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent)")
_ODDS = re.compile(r"\b(\w+)\s+(?:chance\s+)?in\s+(\w+)\b")

_UNLIKELY = re.compile(
    r"\b(?:unlikely|improbable|doubt\w*|hardly|scarcely|little (?:reason|chance|prospect|likelihood|sign)|slim|remote|"
    r"no (?:real )?chance|inconceivable|all but impossible|astonish\w*|amazed|surprised if|"
    r"(?:not|n[o’']t|nor|never)\b.{0,25}\b(?:likely|probable|expect\w*|believe|think|anticipate\w*)|against the odds)\b"
)
_STRENGTHENED = re.compile(
    r"\b(?:certain(?:ly)?|inevitabl\w*|unavoidabl\w*|undoubtedly|bound to|"
    r"without (?:a )?doubt|no doubt|sure to|vow\w*|pledg\w*|promis\w*|commit(?:s|ted|ment|ting)?|swor\w*|set to|due to|"
    r"guarantee\w*|foregone conclusion|matter of (?:when|time)|out of the question|ruled? out)\b"
)
_POSSIBLE = re.compile(
    r"\b(?:may or may not|could|may(?! well)|might(?! well)|maybe|perhaps|possib\w*|potential\w*|risk\w*|threat\w*|"
    r"speculat\w*|considering|whether|uncertain\w*|unclear|even chance|in doubt|feasible|conceivabl\w*|"
    r"not (?:necessarily|impossible|excluded|inevitable)|not rule\w* out|cannot be (?:ruled out|excluded)|"
    r"questionable|too close to call|can)\b"
)
_LIKELY = re.compile(
    r"\b(?:likel\w*|probabl\w*|expect\w*|reported(?:ly)?|reports? of|appear\w*|seem\w*|should|plan\w*|intend\w*|"
    r"intention\w*|"
    r"suggest\w*|suspect\w*|believ\w*|may well|might well|forecast\w*|foresee\w*|foresaw|project(?:s|ed|ions?)|"
    r"predict\w*|anticipat\w*|estimat\w*|apparent\w*|presum\w*|suppos\w*|said to|thought to|looks? like|"
    r"looks? (?:set|to)|look for|allegedly|rumou?red|"
    r"guess\w*|see(?:s|n)?|assum\w*|aim\w*|hop\w*|target\w*|tentative\w*|reputedly|base case|odds|thinks?|i would say|"
    r"considered|pencilled|counted on)\b"
)

_FIRM = re.compile(
    r"\b(?:will|won't|would|wouldn't|cannot|could not|shall|gonna|to|going|due|scheduled|must|threaten\w*|agreed|"
    r"announced|declared|decided)\b|'ll\b"
)
_NOT_RULED_OUT = re.compile(r"n(?:o|')t\b.*\brul\w* (?:\w+ )?out|cannot be ruled out")
_BY_WORDS = (
    (_UNLIKELY, Likelihood.UNLIKELY),
    (_POSSIBLE, Likelihood.POSSIBLE),
    (_LIKELY, Likelihood.LIKELY),
)


def likelihood_of(cue: str | None) -> Likelihood | None:
    """The class that a cue's words stand for; `certain` where there is no cue, null where its words say nothing."""
    if cue is None:
        return Likelihood.CERTAIN
    words = " ".join(cue.casefold().replace("’", "'").split())
    chance = stated_chance(words)
    if chance is not None:
        return _of_chance(chance)
    if re.search(r"\bmay well|might well|more (?:likely|probable) than not\b", words):
        return Likelihood.LIKELY
    if _STRENGTHENED.search(words) and not _NOT_RULED_OUT.search(words):
        return Likelihood.CERTAIN
    for pattern, likelihood in _BY_WORDS:
        if pattern.search(words):
            return likelihood
    if _FIRM.search(words):
        return Likelihood.CERTAIN
    return None


def stated_chance(words: str) -> float | None:
    """The chance in per cent that the words state ("65%", "one in three"), else null."""
    percent = _PERCENT.search(words)
    if percent:
        return float(percent[1]) if float(percent[1]) <= 100 else None
    odds = _ODDS.search(words)
    if odds:
        part, whole = (_NUMBER_WORDS.get(word) or (int(word) if word.isdecimal() else None) for word in odds.groups())
        if part and whole and part <= whole:
            return 100 * part / whole
    return None


def _of_chance(chance: float) -> Likelihood:
    if chance >= 95:
        return Likelihood.CERTAIN
    if chance >= 60:
        return Likelihood.LIKELY
    return Likelihood.UNLIKELY if chance < 20 else Likelihood.POSSIBLE
