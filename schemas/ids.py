"""Identifiers: a prefix that names the kind and the version of the recipe, and a hash of identity alone.

The same thing always gets the same id, on any machine and in any order, which is what makes every write repeatable.
"""

import hashlib
from datetime import date

_DIGEST_BYTES = 10  # 80 bits: at a million ids the chance of any collision is below 1e-12


def _hashed(prefix: str, *parts: object) -> str:
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        data = str(part).encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))  # lengths keep ("ab","c") and ("a","bc") apart
        digest.update(data)
    return f"{prefix}_{digest.hexdigest()}"


def article_id(text: str) -> str:
    """Id of an article: its exact text, wherever it was published."""
    return _hashed("a1", text)


def claim_id(article: str, char_start: int, char_end: int, kind: str) -> str:
    """Id of an assertion: place and kind. It survives re-extraction as long as both still match."""
    return _hashed("c1", article, char_start, char_end, kind)


def extraction_id(article: str, model: str, revision: str, published: date | None) -> str:
    """Id of one reading of one article by one model, on the assumption of one publication date."""
    return _hashed("x1", article, model, revision, published or "unknown")


def batch_id(*parts: object) -> str:
    """Id of a unit of writing, from what it holds: writing the same batch twice is writing it once."""
    return _hashed("b1", *parts)


def appearance_id(article: str, *metadata: object) -> str:
    """Id of a text at an address, with everything the page said of it: another date or title is another appearance."""
    return _hashed("p1", article, *metadata)


def failure_id(run: str, *what: object) -> str:
    """Id of a failure: the same document that fails in two runs has failed twice."""
    return _hashed("f1", run, *what)


def visit_id(run: str, url: str) -> str:
    """Id of a visit to a source: a run asks each once."""
    return _hashed("s1", run, url)


def verdict_id(claim: str, reviewer: str, previous_hash: str) -> str:
    """Id of a verdict: whose it is, on what, and its place in the chain."""
    return _hashed("v1", claim, reviewer, previous_hash)


def remark_id(what: str, claim: str, reviewer: str, moment: object) -> str:
    """Id of what a reviewer notes about a claim beside a verdict: feedback, a criterion, a link to a later claim."""
    return _hashed("r1", what, claim, reviewer, moment)
