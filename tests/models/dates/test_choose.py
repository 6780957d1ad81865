"""Which date of a sentence belongs to which of its propositions. «…» marks the proposition."""

import pytest

from models.dates import choose, choose_each


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("«The talks will resume on 23 February».", "on 23 February"),
        ("On Monday, «the court rejected the appeal».", "On Monday"),
        ("On Monday the court met, and «it will rule by June».", "by June"),
        ("«Talks scheduled for February have been delayed».", None),
        ("«A hall full of old friends and rivals remembered the 1968 assassination of the senator».", None),
        ("«The dam, which broke on Monday, will be rebuilt by 2020».", "by 2020"),
        ("«The vote is scheduled for 3 March».", "for 3 March"),
        ("The ministry said on Friday «the bridge is safe».", None),
        ("The next vote is on March 3, when «both parties hold primaries».", "on March 3"),
        ("«Prices rose», and they will fall next year.", None),
        ("«He was ill for three years and died in 1997».", "in 1997"),
        ("«Nobody knows».", None),
        ("«The guards who left in May have won».", None),
        ("«The Authority, which debates the war on Thursday, is split».", None),
        ("«The dam broke after heavy rain, more than in June».", None),
        ("«Output was the lowest since 2008».", None),
        ("It is made under «the Appropriations Act, 2021».", None),
        ("«It was suspended after last week's protests».", None),
        ("«Easter Island has no streams».", None),
        ("«Wednesday's earthquake was the strongest there».", "Wednesday"),
        ("«More than 1,000 people were held since the protests began in June».", "since the protests began in June"),
        ("«It should join before the elections of 14 May».", "before the elections of 14 May"),
        ("«He drew maps before moving to the north in 1939».", "in 1939"),
        ("«Two days later Ankara called off the talks».", "Two days later"),
    ],
)
def test_choose(sentence: str, phrase: str | None) -> None:
    start, end = sentence.index("«"), sentence.index("»") - 1
    chosen = choose(sentence.replace("«", "").replace("»", ""), (start, end))
    assert (chosen and chosen.text) == phrase


def _each(sentence: str, *propositions: str, marked: str = "") -> list[str | None]:
    spans = [(sentence.index(words), sentence.index(words) + len(words)) for words in (*propositions, marked)]
    chosen = choose_each(sentence, spans[:-1], [span for span in spans[-1:] if marked])
    return [each.text if each else None for each in chosen]


@pytest.mark.parametrize(
    ("sentence", "second", "phrase"),
    [
        (
            "Payrolls rose in March, and unemployment fell to 3.6 percent.",
            "unemployment fell to 3.6 percent",
            "in March",
        ),
        ("In April builders cut jobs, factories cut more.", "factories cut more", "In April"),
        ("The vote is on 3 March, when both parties hold primaries.", "both parties hold primaries", "on 3 March"),
        ("Since 12 May four ships were boarded, and one crew has been held.", "one crew has been held", "Since 12 May"),
        ("The vote is on 3 March, and nobody can tell who wins.", "nobody can tell who wins", None),
        ("The battle ended in May, and the army still has no fuel.", "the army still has no fuel", None),
        ("They had until Thursday, but the deadline was not met.", "the deadline was not met", None),
        ("The battle ended in May; the army said that fuel is short.", "fuel is short", None),
    ],
)
def test_a_clause_without_a_date_takes_over_that_of_the_one_it_is_joined_to(
    sentence: str, second: str, phrase: str | None
) -> None:
    first = sentence[: sentence.index(second)].rstrip(" ,;").removesuffix(" and").removesuffix(" but").rstrip(",")
    first = first.removesuffix(", when").removesuffix("; the army said that")
    assert _each(sentence, first, second)[1] == phrase


def test_the_date_of_the_saying_is_not_that_of_what_is_said() -> None:
    sentence = "The ministry said on Friday the bridge is safe."
    assert _each(sentence, "the bridge is safe", marked="on Friday") == [None]


def test_a_long_list_is_read_in_time() -> None:
    clause = "it rose in March 2011, and it fell, which nobody knew in 2012, "
    sentence = clause * 300
    spans = [(n * len(clause), n * len(clause) + 21) for n in range(300)]
    assert [each and each.text for each in choose_each(sentence, spans)] == ["in March 2011"] * 300


def test_what_a_tagger_marks_counts_where_its_place_alone_would_not_do() -> None:
    sentence = "Officials said the force may merely watch for breaches of the May embargo"
    proposition = "the force may merely watch for breaches of the May embargo"
    assert _each(sentence, proposition) == [None]
    assert _each(sentence, proposition, marked="May embargo") == ["May"]


def test_a_mark_that_the_grammar_cannot_read_stays_as_it_is() -> None:
    sentence = "The kwacha has lost 7 per cent since the announcement."
    assert _each(sentence, "The kwacha has lost 7 per cent", marked="since the announcement") == [None]
    assert _each(sentence, sentence[:-1], marked="since the announcement") == ["since the announcement"]
