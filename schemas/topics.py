"""What is followed: topics, and the words by which they are recognised."""

from pydantic import field_validator

from schemas.record import Name, Record


class TopicPhrase(Record):
    """A word or phrase by which a topic is recognised; with `*` at its end also where its last word goes on.

    Refuses a phrase without a letter or digit, which would stand everywhere.
    """

    topic: Name
    phrase: Name

    @field_validator("phrase")
    @classmethod
    def _has_words(cls, phrase: str) -> str:
        if not any(character.isalnum() for character in phrase):
            raise ValueError("a phrase has at least one letter or digit")
        return phrase
