"""Headlines: an assertion in at most ten words that stand alone in a list, as a newspaper would set them.

quote -> without asides -> opened by whom it is about -> in the words of headlines -> short enough

Rules on words, no parser. Every word is the quote's, the subject's or the source's, except "to" for "will"; what
could turn the meaning (negation, hedges, numbers, "if") is kept. Refuses nothing: any quote has a headline.
"""

from models.headlines.asides import without_asides
from models.headlines.openings import is_first_person, opened
from models.headlines.shortening import LONGEST, fitted, is_long, with_short_subject
from models.headlines.telegraphese import telegraphic, without_articles

__all__ = ["LONGEST", "headline"]


def headline(quote: str, subject: str | None = None, source: str | None = None) -> str:
    """The quote as a headline. `subject` is whom a pronoun that opens it means, `source` who says "we" in it."""
    text = without_asides(quote)
    if is_first_person(text):
        text = fitted(without_articles(f"{source}: {text}" if source else text))
    else:
        text = fitted(_told(opened(text, subject)))
    return text[:1].upper() + text[1:] if text else _first_words(quote)


def _told(text: str) -> str:
    """The text in the words of headlines, its subject shortened where it would be too long."""
    line = telegraphic(text)
    return telegraphic(with_short_subject(text)) if is_long(line) else line


def _first_words(quote: str) -> str:
    """What is left of a quote that has no words to work on."""
    return " ".join(quote.split()[:LONGEST]) or "—"
