"""What is followed: the topics by which claims are grouped. Like the lexicon they are a setting, not a record."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection as Connection

from schemas import TopicPhrase


def follow(con: Connection, phrases: Sequence[TopicPhrase]) -> None:
    """Put these topics in the place of all others. Refuses an empty list, for then nothing could be asked by topic."""
    if not phrases:
        raise ValueError("there is at least one topic")
    con.execute("TRUNCATE ledger.topics")
    rows = dict.fromkeys((phrase.topic, phrase.phrase) for phrase in phrases)
    con.execute(
        "INSERT INTO ledger.topics SELECT unnest($1), unnest($2)",
        [[topic for topic, _ in rows], [phrase for _, phrase in rows]],
    )
