import pytest

from review.exchange.topics_csv import read
from schemas.errors import ForesaidError


def test_a_row_is_a_phrase_whatever_the_order_of_the_columns() -> None:
    found = read("phrase;topic\nsanction*;Trade\n\n tariff ;Trade\n".encode("utf-8-sig"))
    assert [(phrase.topic, phrase.phrase) for phrase in found] == [("Trade", "sanction*"), ("Trade", "tariff")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("topic,words\nTrade,tariff\n", "other columns"),
        ("topic,phrase\n", "names no topic"),
        ("topic,phrase\nTrade,tariff\nTrade,\n", "Row 3"),
        ("topic,phrase\nTrade,*\n", "at least one letter"),
        ("topic,phrase\nTrade\n", "Row 2"),
        ("", "other columns"),
    ],
)
def test_a_file_with_a_fault_is_refused_whole(text: str, says: str) -> None:
    with pytest.raises(ForesaidError, match=says):
        read(text.encode())
