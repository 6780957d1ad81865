"""What holds for every phrase, day and tense."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from models.dates import NO_CONTEXT, Context, annotate, choose, choose_each, explain, find, resolve
from models.dates.grammar import grammar
from models.dates.lexicon import senses_of_word
from schemas import NO_DATE, Basis, Interval, Tense

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
TENSES = st.sampled_from(list(Tense))
FIGURES = "1 5 12 13 29 31 60 98 1999 2017 9999 0 20170123 3.5 1,200 12/1 9:30 '98 1990s 21st".split()
WORDS = st.sampled_from(sorted(form for form in grammar.forms if form.isprintable()) + FIGURES)
PHRASES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
RELATIVE = st.sampled_from(
    "yesterday|today|tomorrow|this week|last week|next week|on Monday|last Friday|next Tuesday|two weeks ago"
    "|in ten days|three days ago|a week from tomorrow|this coming Sunday|since Tuesday|by Friday|over the weekend"
    "|last weekend|within two weeks|in the past ten days|early next week|the day after tomorrow"
    "|from Monday to Wednesday".split("|")
)


@given(st.text(max_size=300), DAYS | st.none(), TENSES)
def test_never_raises_whatever_the_string(text: str, published: date | None, tense: Tense) -> None:
    resolve(text, published, tense)
    explain(text, published, tense)
    found = find(text)
    annotate(text, published)
    choose(text, (0, len(text)))
    choose_each(text, [(0, len(text) // 2), (len(text) // 2 + 1, len(text))], [(1, 5)])
    assert [text[each.char_start : each.char_end] for each in found] == [each.text for each in found]


@settings(max_examples=200)
@given(
    PHRASES,
    DAYS | st.none() | st.sampled_from([date.min, date.max]),
    TENSES,
    DAYS | st.none(),
    st.none() | st.booleans(),
)
def test_words_of_time_in_any_order(
    phrase: str, published: date | None, tense: Tense, anchor: date | None, day_first: bool | None
) -> None:
    reached = Interval(start=anchor, end=anchor, basis=Basis.EXPLICIT) if anchor else NO_DATE
    got = explain(phrase, published, tense, Context(anchor=reached, day_first=day_first)).interval
    assert got.start is None or got.end is None or got.start <= got.end
    assert (got.basis is Basis.NONE) == (got.start is None and got.end is None)


@given(DAYS, DAYS | st.none(), TENSES)
def test_an_iso_date_is_a_fixed_point(day: date, published: date | None, tense: Tense) -> None:
    got = resolve(day.isoformat(), published, tense)
    assert (got.start, got.end, got.basis) == (day, day, Basis.EXPLICIT)


@given(RELATIVE, DAYS, TENSES, st.integers(-500, 500))
def test_publication_weeks_later_means_everything_weeks_later(phrase: str, day: date, tense: Tense, weeks: int) -> None:
    by = timedelta(weeks=weeks)
    one, other = resolve(phrase, day, tense), resolve(phrase, day + by, tense)
    assert (other.start, other.end) == tuple(each and each + by for each in (one.start, one.end))


@given(RELATIVE, TENSES)
def test_unknown_publication_leaves_relative_phrases_unresolved(phrase: str, tense: Tense) -> None:
    assert resolve(phrase, None, tense) == NO_DATE


@given(st.integers(0, 6), DAYS)
def test_a_weekday_is_the_nearest_on_the_side_of_the_tense(number: int, day: date) -> None:
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[number]
    past, future = resolve(f"on {name}", day, Tense.PAST).start, resolve(f"on {name}", day, Tense.FUTURE).start
    assert past is not None
    assert future is not None
    assert past.weekday() == future.weekday() == number
    assert day - timedelta(days=7) < past <= day <= future < day + timedelta(days=7)


@given(DAYS, st.integers(1, 400))
def test_days_ago_and_in_days_are_counted_exactly(day: date, number: int) -> None:
    assert resolve(f"{number} days ago", day, Tense.PAST).start == day - timedelta(days=number)
    assert resolve(f"in {number} days", day, Tense.FUTURE).start == day + timedelta(days=number)


@given(DAYS, DAYS)
def test_a_range_of_full_dates_runs_from_the_first_to_the_last(one: date, other: date) -> None:
    assume(one <= other)
    got = resolve(f"from {one:%d %B %Y} to {other:%d %B %Y}", None)
    assert (got.start, got.end) == (one, other)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=60), DAYS)
def test_words_without_time_have_no_date(text: str, published: date) -> None:
    assume(not any(senses_of_word(word)[0] or word in grammar.forms for word in text.split()))
    assert resolve(text, published, Tense.PAST, NO_CONTEXT) == NO_DATE
    assert find(text) == ()
