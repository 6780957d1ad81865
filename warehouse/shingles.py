"""Texts as sets of numbers, so that what they share can be counted: every run of five words, hashed.

A sample of the set is enough to find texts that may be alike among a million (`sketch`); how alike two texts are is
counted on the whole sets (`share`). The sample is the smallest numbers, a fixed part of them, so that two samples hold
the same of what both texts have (A. Broder, "On the resemblance and containment of documents", 1997).
Pure, and the same on every machine: letters and digits count, without regard to case; nothing else does.
"""

import re
from zlib import crc32

WORDS = 5
"""Words in a run: shorter ones are phrases that anybody uses, longer ones break at every change of a word."""
_SAMPLED = 2**32 // 16
_AT_LEAST = 16
"""Numbers in the sample of a short text, if it has so many."""
_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[int]:
    """The numbers of a text's runs of words; of a text shorter than a run, the one number of all of it."""
    words = _WORD.findall(text.casefold())
    runs = range(max(1, len(words) - WORDS + 1))
    return frozenset(crc32(" ".join(words[at : at + WORDS]).encode("utf-8", "surrogatepass")) for at in runs)


def sketch(numbers: frozenset[int]) -> list[int]:
    """The sample of a text's numbers, in ascending order: a sixteenth of them, and of a short text some more."""
    ascending = sorted(numbers)
    sampled = sum(number < _SAMPLED for number in ascending)
    return ascending[: max(sampled, _AT_LEAST)]


def share(of: frozenset[int], found_in: frozenset[int]) -> float:
    """The share of one text's runs of words that stand in another, from 0 to 1."""
    return len(of & found_in) / len(of)
