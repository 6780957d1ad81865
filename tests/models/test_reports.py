"""Reports of a sentence: who says something, and which stretches of the sentence that attributes."""

import time

import pytest

from models.sources.reports import reports

Found = list[tuple[str, list[str]]]

CASES: dict[str, tuple[str, Found]] = {
    "that behind a verb and a date": (
        "The agency Ansel replied at the end of May that the dose was high.",
        [("The agency Ansel", ["the dose was high."])],
    ),
    "two appositions between the name and the verb": (
        "Ray Denk, the old leader of the south, who also campaigned for a No, said on Sunday that he would stay.",
        [("Ray Denk", ["he would stay."])],
    ),
    "a name apposed to an office": (
        "The mayor, Dee Margot, told reporters that the store had closed.",
        [("The mayor, Dee Margot", ["the store had closed."])],
    ),
    "a relative clause": (
        "He met Ron Jansen, who told a newspaper that she had lied.",
        [("Ron Jansen", ["she had lied."])],
    ),
    "a date that leads in": ("On Monday the council ruled that it was void.", [("the council", ["it was void."])]),
    "a participle goes on with the subject": (
        "The bank warned that rates may rise, adding that they would fall later.",
        [
            ("The bank", ["rates may rise, adding that they would fall later."]),
            ("The bank", ["they would fall later."]),
        ],
    ),
    "a participle of its own subject": (
        "Germany banned the line, with officials saying it was unsafe.",
        [("officials", ["it was unsafe."])],
    ),
    "beside, before and behind": (
        "The number, he said on Monday, was too low.",
        [("he", ["The number,", ", was too low."])],
    ),
    "beside, where another clause begins behind it": (
        "The store had closed, Dee Margot said, but nobody was hurt.",
        [("Dee Margot", ["The store had closed,"])],
    ),
    "the verb before its subject": (
        "“Nobody is drawing one,” said Hel Prado, their spokeswoman.",
        [("Hel Prado", ["“Nobody is drawing one,", ", their spokeswoman."])],
    ),
    "according to": (
        "Five more will close, according to a ministry.",
        [("a ministry", ["Five more will close,"])],
    ),
    "according to, behind and": (
        "They will talk, and according to two diplomats they are ready.",
        [("two diplomats", ["they are ready."])],
    ),
    "by somebody's count": ("By the ministry’s own count 200 died.", [("the ministry", ["200 died."])]),
    "in somebody's view": ("It is, in his view, a mistake.", [("his", ["It is,", ", a mistake."])]),
    "expected by": (
        "Unemployment is expected by the council to pass 10 per cent.",
        [("the council", ["Unemployment is", "to pass 10 per cent."])],
    ),
    "a noun with that": ("Beijing’s claim that it was hacked is old.", [("Beijing", ["it was hacked is old."])]),
    "a noun and whose it is": (
        "A report by two doctors that masks work is out.",
        [("two doctors", ["masks work is out."])],
    ),
    "a name and a colon": (
        "Governor Phil Scrotty: “We built homes.”",
        [("Governor Phil Scrotty", ["“We built homes.”"])],
    ),
    "a view without that": (
        "Traders in Bangkok think she will break it.",
        [("Traders in Bangkok", ["she will break it."])],
    ),
    "up to a semicolon": (
        "The minister said that it would pass; the vote is on Monday.",
        [("The minister", ["it would pass"])],
    ),
    "a thing that suggests": ("The data suggested that many banks had failed.", []),
    "a month that is no subject": ("Gains in October and November indicated that growth went on.", []),
    "a passive": ("It was said that many banks had failed.", []),
    "first person": ("We think that many banks have failed.", []),
    "the author's own count": ("Banks could, by our arithmetic, fail.", []),
    "an object and no clause": ("Riyadh holds reserves of $740 billion.", []),
    "done by somebody": ("The tariffs announced by the president were lifted.", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_reports(text: str, expected: Found) -> None:
    found = [
        (
            text[one.source.start : one.source.end],
            [words for first, last in one.reach if (words := text[first:last].strip())],
        )
        for one in reports(text, 0, len(text))
    ]
    assert found == expected


def test_without_that_only_what_begins_close_behind_the_verb_is_reported() -> None:
    text = "The minister promised a man in space by 2022, and the cabinet approved the money."
    (found,) = reports(text, 0, len(text))
    assert not found.covers(text.index("the cabinet"), len(text))
    assert found.covers(text.index("a man"), text.index(", and"))


def test_what_opens_with_the_report_itself_is_no_report_of_another() -> None:
    text = "The minister said that it would pass."
    (found,) = reports(text, 0, len(text))
    assert not found.covers(0, len(text))


def test_a_ragged_edge_does_not_matter() -> None:
    text = "The store had closed for good, Dee Margot said."
    (found,) = reports(text, 0, len(text))
    assert found.covers(4, text.index("Margot"))


def test_a_long_sentence_takes_time_in_proportion() -> None:
    def seconds(clauses: int) -> float:
        text = "the minister, the former head of the party, said that it was late, and " * clauses
        begin = time.process_time()
        reports(text, 0, len(text))
        return time.process_time() - begin

    seconds(5)
    assert seconds(80) < 4 * (4 * seconds(20)) + 0.05
