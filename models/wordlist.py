"""The word-list baseline: what one gets without learning anything. The floor in every comparison.

Every sentence is one assertion; a word that speaks of the future makes it a prediction. Its likelihood comes from the
first hedging word, its negation from the first negating one.
"""

import re
from collections.abc import Sequence

from models.hedges import likelihood_of
from models.tagger.tags import Mark, Proposition, Tagged, Tagging
from schemas import Kind, Likelihood, Sentence

REVISION = "1"
_FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|may|might|could|(?:is|are) (?:due|set|likely|expected|scheduled) to|"
    r"plans? to|intends? to|vow\w*|pledg\w*|forecast\w*|predict\w*|unlikely)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:reportedly|apparently|probably|possibly|perhaps|likely|unlikely|may|might|could|should|expected|appears?|"
    r"seems?|plans?|intends?)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:not|never|no|nobody|nothing|none|failed to|unable to)\b|n['’]t\b", re.IGNORECASE)
_EDGE = " \t\n\"'“”‘’.,;:!?…"


class WordList:
    """A tagger of regular expressions; its scores say nothing, so they are all one."""

    name = "wordlist"
    revision = REVISION
    min_score = 0.0

    def tag(self, text: str, sentences: Sequence[Sentence]) -> Tagging:
        tagged = tuple(_tagged(text, sentence) for sentence in sentences)
        return Tagging(tagged, tokens=sum(text[s.char_start : s.char_end].count(" ") + 1 for s in sentences))


def _tagged(text: str, sentence: Sentence) -> Tagged:
    words = text[sentence.char_start : sentence.char_end]
    start = sentence.char_start + len(words) - len(words.lstrip(_EDGE))
    end = sentence.char_start + len(words.rstrip(_EDGE))
    if start >= end or words.endswith("?"):
        return Tagged(sentence)
    cue = _HEDGE.search(words) or _FUTURE.search(words)
    proposition = Proposition(
        start=start,
        end=end,
        kind=Kind.PREDICTION if _FUTURE.search(words) else Kind.CLAIM,
        score=1.0,
        likelihood=(likelihood_of(cue[0]) if cue else None) or Likelihood.CERTAIN,
        negated=bool(NEGATION.search(words)),
        attributed=False,
    )
    offset = sentence.char_start
    cues = (Mark(offset + cue.start(), offset + cue.end()),) if cue else ()
    return Tagged(sentence, (proposition,), cues=cues)
