"""What falls due, each morning, as a sheet to read and a calendar to subscribe to.

`sheet` and `calendar` are pure; `write` puts both into a folder, each complete or not at all. The sheet holds what is
overdue, due today and due within the week; the calendar a month before and after.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

AHEAD_DAYS = 7
"""How far the sheet looks ahead."""
CALENDAR_DAYS = 31
LISTED = 200
"""Predictions that a sheet lists; the newest matter most, and nobody reads on."""

Row = dict[str, Any]
"""A row of the warehouse's `due`."""


def sheet(rows: Sequence[Row], today: date) -> str:
    """The morning's sheet in Markdown: what fell due, latest first, and how to settle it."""
    parts = [
        _part("Due today", [row for row in rows if row["due_on"] == today]),
        _part("Overdue", [row for row in rows if row["due_on"] < today]),
        _part(f"Within {AHEAD_DAYS} days", [row for row in rows if row["due_on"] > today]),
    ]
    body = "\n".join(filter(None, parts)) or "Nothing is due.\n"
    return f"# Predictions due on {today:%-d %B %Y}\n\n{body}\nSettle one with `foresaid resolve CLAIM OUTCOME`.\n"


def calendar(rows: Iterable[Row], now: datetime, link: Callable[[Row], str] | None = None) -> bytes:
    """The calendar (iCalendar, RFC 5545) of what falls due about now, a whole-day event a prediction.

    `link` says where a prediction can be judged; without it the events lead nowhere.
    """
    from icalendar import Calendar

    found = Calendar()
    found.add("prodid", "-//foresaid//due predictions//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", "Predictions that fall due")
    reach = timedelta(days=CALENDAR_DAYS)
    for row in rows:
        if abs(row["due_on"] - now.date()) <= reach:
            event = _event(row, now)
            if link:
                event.add("url", link(row))
            found.add_component(event)
    return bytes(found.to_ical())


def write(rows: Sequence[Row], folder: Path, now: datetime) -> Path:
    """Write `due-<day>.md` and `due.ics`; the path of the sheet. Raises OSError where the folder cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    week = [row for row in rows if row["due_on"] <= now.date() + timedelta(days=AHEAD_DAYS)]
    path = folder / f"due-{now:%Y-%m-%d}.md"
    _replace(path, sheet(week, now.date()).encode())
    _replace(folder / "due.ics", calendar(rows, now))
    return path


def _part(name: str, rows: list[Row]) -> str:
    if not rows:
        return ""
    latest = sorted(rows, key=lambda row: row["due_on"], reverse=True)
    lines = [_line(row) for row in latest[:LISTED]]
    rest = [f"- … and {len(rows) - LISTED} more: `foresaid due`"] if len(rows) > LISTED else []
    return f"## {name} ({len(rows)})\n\n" + "\n".join([*lines, *rest]) + "\n"


def _line(row: Row) -> str:
    why = "by its own date" if row["reason"] != "review" else "for a look, since its text gives no date"
    return (
        f"- **{row['headline']}**: {_who(row)} on {row['stated_on'] or 'an unknown day'}; due {row['due_on']} {why}\n"
        f"  “{' '.join(row['quote'].split())}” ({row['doc']}) `{row['claim_id']}`"
    )


def _who(row: Row) -> str:
    said_by = row["source"] if row["source"] != "author" else None
    return " in ".join(filter(None, (said_by, row["publisher"]))) or "its author"


def _event(row: Row, now: datetime) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{row['claim_id']}@foresaid")
    event.add("dtstamp", now)
    event.add("dtstart", row["due_on"])
    event.add("dtend", row["due_on"] + timedelta(days=1))
    event.add("summary", row["headline"])
    event.add("description", f"“{row['quote']}”\n{_who(row)}, {row['stated_on']} ({row['likelihood']})")
    return event


def _replace(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_bytes(content)
    fresh.replace(path)
