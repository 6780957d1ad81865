"""Passages: what a generative model reads at once, and the words in which it is asked.

A passage is a run of neighbouring sentences, numbered as in the article, so that an answer can say which one it means.
The sentences before it go along without numbers, since sources and pronouns point backwards.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas import Article, Sentence

BEFORE = 3
"""Sentences before the passage that are shown for context."""

INSTRUCTIONS = """\
You extract dated claims and predictions from news and analysis. Answer with JSON alone.

An assertion is a proposition that the text commits somebody to (its author, or a source that it names) and that a
reader could check against the world. `claim`: what has happened, is happening or is the case on the day of publication,
decisions and announcements included. `prediction`: what will, may or will not be the case afterwards: forecasts,
scheduled events, plans, pledges, threats.

Leave out questions, commands, advice, wishes, hypotheticals, bare opinion, bare states of mind, definitions, headlines
that the text repeats, bylines and notices.

For each assertion in the numbered sentences give:
- sentence: the number of the sentence that it stands in
- quote: the shortest contiguous part of that sentence that states it, copied letter by letter; without "X said that",
  leading connectives and the final period, but with its time, its hedge, its negation and its numbers
- kind: claim or prediction
- source: who is committed to it, by the full name that the article gives; "author" for the article's own voice
- source_words: the words of the sentence that name the source, copied; "" if there are none
- time: the words that date it, copied; "" if there are none
- cue: the words that express how certain it is or that it lies in the future, copied; "" if there are none
- likelihood: certain (plain statements, will, is set to, vowed), likely (likely, expected, probably, plans to, should),
  possible (may, might, could), unlikely (unlikely, doubtful)
- negated: whether it is denied
- condition: the words that it is made to depend on ("if ...", "unless ..."), copied; "" if there are none

Clauses with subjects of their own are separate assertions. A sentence without an assertion gives none.
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences to be read, and those before them."""

    sentences: tuple[Sentence, ...]
    before: tuple[Sentence, ...]

    def halves(self) -> "tuple[Passage, Passage]":
        """The passage in two. Refuses one of a single sentence."""
        middle = len(self.sentences) // 2
        if not middle:
            raise ValueError("a single sentence has no halves")
        first, second = self.sentences[:middle], self.sentences[middle:]
        return Passage(first, self.before), Passage(second, (*self.before, *first)[-BEFORE:])


def passages(sentences: Sequence[Sentence], characters: int) -> Iterator[Passage]:
    """Passages of at most so many characters, or of one longer sentence."""
    begin = 0
    for at, sentence in enumerate(sentences):
        if at > begin and sentence.char_end - sentences[begin].char_start > characters:
            yield _passage(sentences, begin, at)
            begin = at
    if sentences:
        yield _passage(sentences, begin, len(sentences))


def _passage(sentences: Sequence[Sentence], begin: int, end: int) -> Passage:
    return Passage(tuple(sentences[begin:end]), tuple(sentences[max(0, begin - BEFORE) : begin]))


def question(article: Article, passage: Passage) -> str:
    """What a model is shown: what is known of the article, the context, and the numbered sentences."""
    known = {
        "Title": article.title,
        "Publisher": article.publisher,
        "Author": ", ".join(article.authors),
        "Published": article.published and f"{article.published:%A} {article.published.isoformat()}",
    }
    head = [f"{name}: {value}" for name, value in known.items() if value]
    context = [_words(article.text, sentence) for sentence in passage.before]
    numbered = [f"[{sentence.number}] {_words(article.text, sentence)}" for sentence in passage.sentences]
    blocks = [*head, *(["", "Before:", *context] if context else []), "", "Sentences:", *numbered]
    return "\n".join(blocks)


def _words(text: str, sentence: Sentence) -> str:
    return text[sentence.char_start : sentence.char_end].replace("\n", " ")
