"""Suites of single expressions with the days that they denote: `python -m benchmarks.timex --cases DIR`.

DIR holds the specifications of Microsoft Recognizers-Text (`*Parser.json`, MIT) or the corpus of Duckling
(`*.jsonl`, BSD). An expression is right if both ends are the suite's. Suites differ from this project's contract in
ways that can be named (a fortnight from now is a day there and a week here); a difference that is exactly one of
`CONVENTIONS` counts as understood and is reported under its name. Everything else is a miss, and is listed.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from models.dates import Context, explain, resolve
from schemas import NO_DATE, Basis, Granularity, Interval, Tense

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
NONE = timedelta()
MONTH_FIRST = Context(day_first=False)
"""Both suites write 12/1 as Americans do."""
RECOGNIZERS = ("DateParser", "DatePeriodParser", "HolidayParser", "DurationParser")


@dataclass(frozen=True, slots=True)
class Case:
    """An expression, the day and side from which it is seen, and what it denotes: days, or a length."""

    text: str
    reference: date
    tense: Tense
    start: date | None
    end: date | None
    length: str | None = None


def run(folder: Path, *, brief: bool) -> None:
    """Print how many cases of each suite in a folder are right, and each that is not."""
    suites = [(path, list(_recognizers(path))) for path in sorted(folder.glob("*.json")) if path.stem in RECOGNIZERS]
    suites += [(path, list(_duckling(path))) for path in sorted(folder.glob("*.jsonl"))]
    if not suites:
        raise SystemExit(f"No suite was found in {folder}: it has neither Recognizers' *Parser.json nor a .jsonl file.")
    total: Counter[str] = Counter()
    for path, cases in suites:
        counts: Counter[str] = Counter()
        for case in cases:
            verdict = judge(case)
            counts[verdict] += 1
            if not brief and verdict == "wrong":
                print(path.stem, _told(case), sep="\t")
        total += counts
        _summary(path.stem, counts)
    _summary("all", total)


def _summary(name: str, counts: Counter[str]) -> None:
    number = sum(counts.values())
    print(f"{name}: {number - counts['wrong']}/{number} = {1 - counts['wrong'] / number:.3f} understood,"
          f" {counts['right']} to the day; {dict(counts.most_common())}")  # fmt: skip


def judge(case: Case) -> str:
    """`right`, the name of the convention in which the suite differs, or `wrong`."""
    if case.length is not None:
        found = explain(case.text, case.reference, case.tense)
        return "right" if _amount(found.timex_value or "") == _amount(case.length) else "wrong"
    got = resolve(case.text, case.reference, case.tense, MONTH_FIRST)
    if (got.start, got.end) == (case.start, case.end):
        return "right"
    return next((name for name, holds in CONVENTIONS.items() if holds(case, got)), "wrong")


_LENGTHS = {"Y": ("months", 12), "M": ("months", 1), "W": ("days", 7), "D": ("days", 1)}
_CLOCK = {"H": 3600, "M": 60, "S": 1}


def _amount(length: str) -> dict[str, float]:
    """A duration in months, days and seconds: P0.5Y is P6M, PT1.5H is PT1H30M, PT24H is P1D."""
    days, _, clock = length.partition("T")
    found: defaultdict[str, float] = defaultdict(float)
    for number, unit in re.findall(r"([\d.]+)([A-Z]+)", days):
        name, factor = _LENGTHS.get(unit, (unit, 1))
        found[name] += float(number) * factor
    seconds = sum(float(number) * _CLOCK[unit] for number, unit in re.findall(r"([\d.]+)([HMS])", clock))
    found["days"] += seconds // DAY.total_seconds()
    found["seconds"] = seconds % DAY.total_seconds()
    return dict(found)


def _told(case: Case) -> str:
    if case.length is not None:
        return f"{case.text!r} wanted {case.length} got {explain(case.text, case.reference, case.tense).timex_value}"
    got = resolve(case.text, case.reference, case.tense, MONTH_FIRST)
    seen = f"{case.text!r} seen on {case.reference} {case.tense}"
    return f"{seen}: wanted {case.start} … {case.end} got {got.start} … {got.end}"


# --- in what the suites differ from the contract --------------------------------------------------------------------


def _whole_unit(case: Case, got: Interval) -> bool:
    """Three weeks ago: a day there, the calendar unit in which it falls here."""
    counted = any(word.startswith(("week", "month", "year", "fortnight")) for word in case.text.lower().split())
    return counted and _holds(got, case)


def _end_excluded(case: Case, got: Interval) -> bool:
    """From 2 to 22 October, from 2014 to 2018: the last day or year is left out there and belongs to it here."""
    if got.start != case.start or got.end is None or case.end is None or got.end <= case.end:
        return False
    first_left_out = case.end + DAY
    return (
        got.end == first_left_out
        or (first_left_out.day == 1 and (got.end + DAY).day == 1)
        or _is_week(first_left_out, got.end)
    )


def _today_excluded(case: Case, got: Interval) -> bool:
    """The next three days begin tomorrow there and today here; the last three end yesterday there."""
    return _differs_by(case, got, {(DAY, DAY), (DAY, NONE), (-DAY, -DAY), (NONE, -DAY)})


def _evening_before(case: Case, got: Interval) -> bool:
    """A feast begins on the evening before there; of a long one only the first day is told."""
    if case.start is None or got.start is None or got.start - case.start not in (NONE, DAY):
        return False
    length = (case.end or case.start) - case.start
    return length == NONE or abs(((got.end or got.start) - case.start) - length) <= DAY


def _open_side(case: Case, got: Interval) -> bool:
    """Until and since: the side of the day of speaking is open in one and closed in the other."""
    now = case.reference
    same_start = got.start == case.start or {got.start, case.start} == {None, now}
    same_end = got.end == case.end or {got.end, case.end} == {None, now}
    return same_start and same_end


def _length_of_part(case: Case, got: Interval) -> bool:
    """The end of April, early next year: how much of the period that is."""
    words = set(case.text.lower().split())
    if not words & {"end", "beginning", "start", "early", "late", "mid", "eom", "eoy"}:
        return False
    return got.start == case.start or got.end == case.end or _overlap(case, got) >= 3 * DAY


def _weeks_from_monday(case: Case, got: Interval) -> bool:
    """The first week of October: from its first Monday there, its first seven days here."""
    return "week" in case.text and _long(case) == _long(got) == WEEK and _overlap(case, got) >= DAY


def _calendar_units(case: Case, got: Interval) -> bool:
    """The last two months: whole months there, counted from the day here. Also of "two upcoming months" the second."""
    words = case.text.lower().split()
    counted = any(word in ("next", "last", "past", "upcoming", "within") for word in words)
    return counted and (_overlap(case, got) >= _long(case) * 0.4 or _covers(case, got.end))


def _seasons(case: Case, got: Interval) -> bool:
    """By the sun there, by whole months here."""
    about_a_season = 85 * DAY <= _long(case) <= 97 * DAY
    return about_a_season and got.granularity == "season" and _overlap(case, got) >= 60 * DAY


def _today_itself(case: Case, got: Interval) -> bool:
    """The weekday of the day of speaking: a week on there, that day here."""
    return got.start == got.end == case.reference and case.start == case.reference + WEEK


def _another_century(case: Case, got: Interval) -> bool:
    """The '70s yet to come; the 15th century from 1400."""
    if not (case.start and case.end and got.start and got.end):
        return False
    years = (case.start.year - got.start.year, case.end.year - got.end.year)
    return years in ((100, 100), (-1, -1)) and got.granularity in ("decade", "century")


def _last_of_last_year(case: Case, got: Interval) -> bool:
    """Last September, said in November: that of last year there, the last that was here."""
    if not (case.text.startswith("last") and case.start and got.start):
        return False
    return got.start.year - case.start.year == 1


def _earlier_until_yesterday(case: Case, got: Interval) -> bool:
    """Earlier this month: until yesterday there, the whole month here."""
    return case.text.startswith("earlier") and got.start == case.start


def _few_is_no_number(case: Case, got: Interval) -> bool:
    """A few days: three there, no number here."""
    return "few" in case.text.split() and got == NO_DATE


def _from_the_narrative(case: Case, got: Interval) -> bool:
    """The next day, that weekend: from the day of speaking there, from the date that the narrative has reached here."""
    if got != NO_DATE:
        return False
    reached = Interval(start=case.reference, end=case.reference, granularity=Granularity.DAY, basis=Basis.EXPLICIT)
    told = resolve(case.text, case.reference, case.tense, MONTH_FIRST.model_copy(update={"anchor": reached}))
    return (told.start, told.end) == (case.start, case.end) or _holds(told, case)


def _one_side_only(case: Case, got: Interval) -> bool:
    """This weekend, within five days: resolved alike for the past and the future there, by the tense here."""
    other = Tense.FUTURE if case.tense is Tense.PAST else Tense.PAST
    told = resolve(case.text, case.reference, other, MONTH_FIRST)
    alike = (_end_excluded, _today_excluded, _whole_unit)
    return got != told and ((told.start, told.end) == (case.start, case.end) or any(each(case, told) for each in alike))


CONVENTIONS: dict[str, Callable[[Case, Interval], bool]] = {
    "end excluded": _end_excluded,
    "today excluded": _today_excluded,
    "whole unit": _whole_unit,
    "open side": _open_side,
    "evening before": _evening_before,
    "length of a part": _length_of_part,
    "weeks from Monday": _weeks_from_monday,
    "calendar units": _calendar_units,
    "seasons": _seasons,
    "today itself": _today_itself,
    "another century": _another_century,
    "last of last year": _last_of_last_year,
    "earlier until yesterday": _earlier_until_yesterday,
    "few is no number": _few_is_no_number,
    "from the narrative": _from_the_narrative,
    "one side only": _one_side_only,
}


def _holds(got: Interval, case: Case) -> bool:
    """Whether what was got holds the whole of what was wanted."""
    return bool(got.start and got.end and case.start and case.end and got.start <= case.start and case.end <= got.end)


def _covers(case: Case, day: date | None) -> bool:
    return bool(day and case.start and case.end and case.start <= day <= case.end)


def _differs_by(case: Case, got: Interval, differences: set[tuple[timedelta, timedelta]]) -> bool:
    if not (case.start and case.end and got.start and got.end):
        return False
    return (case.start - got.start, case.end - got.end) in differences


def _long(days: Case | Interval) -> timedelta:
    return days.end - days.start + DAY if days.start and days.end else NONE


def _overlap(case: Case, got: Interval) -> timedelta:
    if not (case.start and case.end and got.start and got.end):
        return NONE
    return max(NONE, min(case.end, got.end) - max(case.start, got.start) + DAY)


def _is_week(first: date, last: date) -> bool:
    return last - first == WEEK - DAY


# --- the suites -----------------------------------------------------------------------------------------------------


def _recognizers(path: Path) -> Iterator[Case]:
    for spec in json.loads(path.read_text(encoding="utf-8-sig")):
        moment = spec.get("Context", {}).get("ReferenceDateTime")
        for result in spec["Results"]:
            yield from _sides(result, _day(moment) if moment else date(2016, 11, 7))


def _sides(result: dict[str, Any], reference: date) -> Iterator[Case]:
    value, text = result["Value"], result["Text"]
    if result["Type"] == "duration":
        yield Case(text, reference, Tense.PAST, None, None, length=value["Timex"])
        return
    for tense, key in ((Tense.PAST, "PastResolution"), (Tense.FUTURE, "FutureResolution")):
        sides = value.get(key) or {}
        if not sides or "0001-01-01" in sides.values():
            continue
        if "date" in sides:
            day = _day(sides["date"])
            yield Case(text, reference, tense, day, day)
        else:
            yield Case(text, reference, tense, _start(sides.get("startDate")), _before(sides.get("endDate")))


def _duckling(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        spec = json.loads(line)
        if spec["grain"] in ("second", "minute", "hour") or spec["start"].startswith("-"):
            continue
        reference, start = _day(spec["reference"]), _day(spec["start"])
        if spec["kind"] == "value":
            yield Case(spec["text"], reference, Tense.FUTURE, start, _unit_end(start, spec["grain"]))
        elif spec["kind"] == "interval":
            yield Case(spec["text"], reference, Tense.FUTURE, start, _day(spec["end"]) - DAY)
        elif spec["kind"] == "open_after":
            yield Case(spec["text"], reference, Tense.FUTURE, start, None)
        else:
            yield Case(spec["text"], reference, Tense.FUTURE, None, start)


def _unit_end(start: date, grain: str) -> date:
    months = {"month": 1, "quarter": 3, "year": 12}.get(grain)
    if months is None:
        return start + (WEEK if grain == "week" else DAY) - DAY
    index = start.year * 12 + start.month - 1 + months
    return date(index // 12, index % 12 + 1, 1) - DAY


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment[:10]).date()


def _start(value: str | None) -> date | None:
    return _day(value) if value else None


def _before(value: str | None) -> date | None:
    return _day(value) - DAY if value else None
