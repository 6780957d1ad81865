"""Copies of what another outlet published, and newer versions of an article: found, kept, and counted once."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from schemas import Article, Basis, Claim, Extraction, Granularity, Interval, Outcome, Prediction
from tests.warehouse.samples import DAY, NOW, RUN, decision
from warehouse import Warehouse
from warehouse.lineage import COPY, VERSION, Candidate, Kin, decide

LEAD = "The fourth round of the talks will begin on 8 February, the envoy's office said on Friday."
STORY = (
    LEAD,
    "The opposition might stay away, two of its delegates told reporters in the lobby of their hotel.",
    "Flights to the coast have been suspended since Tuesday because of fog.",
    "The ceasefire that three governments brokered in December has held in most of the country.",
    "In the valley north of the capital, engineers repaired the water main that had been cut before Christmas.",
    "A spokesman for the ministry declined to say who would lead its delegation.",
    "Diplomats expect the first week to be spent on the order of the agenda.",
    "The truce will probably be extended until the end of March, one of them said.",
    "Aid convoys reached four besieged towns this month, against eleven in the autumn.",
    "The office of the envoy publishes the list of those invited three days before the opening.",
    "None of the parties has asked for another place or another chairman.",
    "Hotels along the lake are full, and the tram to the palace runs every four minutes.",
)
FORM = (
    "The mission number {} of the harbour programme leaves on {} with {} crates of powder for the northern clinics. "
    "The programme is part of the efforts of the ministry to bring food to families who cannot wait for the ships. "
    "Every mission is announced on this page as soon as the carrier has confirmed the day of its departure. "
    "The powder is handed to the clinics within two days of landing, and any family may ask for it there."
)


def told(*sentences: str, **changes: Any) -> Article:
    """An article of the Quay, or by whom the changes say."""
    fields: dict[str, Any] = {
        "address": "https://quay.example/talks",
        "text": " ".join(sentences),
        "title": "Talks to begin in February",
        "publisher": "The Quay",
        "published": DAY,
        "published_basis": "field",
        "language": "en",
    }
    return Article.model_validate(fields | changes)


def elsewhere(*sentences: str, **changes: Any) -> Article:
    """The same by another outlet, on its own page and under its own title."""
    other = {"address": "https://harbour.example/1", "title": "A date for the talks", "publisher": "Harbour Post"}
    return told(*sentences, **(other | changes))


def with_changed(*places: int) -> list[str]:
    """The story with a word exchanged in each of these sentences."""
    return [said.replace(" the ", " that ", 1) if at in places else said for at, said in enumerate(STORY)]


def lineage(house: Warehouse) -> list[tuple[str, str]]:
    """Relation and earlier article, in the order in which the texts came."""
    rows = house.query("SELECT relation, earlier_id FROM ledger.lineage ORDER BY ingested_at, article_id").rows
    return [(str(relation), str(earlier)) for relation, earlier in rows]


def stored(house: Warehouse, *articles: Article) -> list[tuple[str, str]]:
    for number, article in enumerate(articles):
        house.add_articles(f"b{number}", [article], RUN, NOW + timedelta(minutes=number))
    return lineage(house)


ORIGINAL = told(*STORY)


@pytest.mark.parametrize(
    "copy",
    [
        elsewhere(*STORY, "Reporting by the Quay."),
        elsewhere("HARBOUR (Quay) —", *with_changed(3, 8)),
        elsewhere(*STORY[:5]),
        elsewhere(*STORY, "x", published=DAY + timedelta(days=20)),
        elsewhere(*STORY, "x", published=None, published_basis="unknown"),
    ],
    ids=["with a line added", "with words changed", "cut short", "weeks later", "without a day"],
)
def test_what_another_outlet_took_over_is_a_copy(house: Warehouse, copy: Article) -> None:
    assert stored(house, ORIGINAL, copy) == [(COPY, ORIGINAL.article_id)]


@pytest.mark.parametrize(
    "own",
    [
        elsewhere(*STORY[:4], *(f"Our correspondent saw thing {n} and spoke with person {n} there." for n in range(8))),
        elsewhere(*STORY, "x", publisher=None),
        elsewhere(*STORY, "x", published=DAY + timedelta(days=300)),
        told(*STORY, "x", address="https://quay.example/other", title="Another title"),
    ],
    ids=["most of it its own", "nobody says by whom", "a year later", "of the same outlet"],
)
def test_what_is_its_own_text_comes_from_nowhere(house: Warehouse, own: Article) -> None:
    assert stored(house, ORIGINAL, own) == []


@pytest.mark.parametrize(
    "newer",
    [
        told(*STORY, "The list was published on Sunday."),
        told(*with_changed(*range(12))),
        told(*STORY[:1], *(f"By noon hall {n} had been booked for delegation {n}." for n in range(5))),
        told(*STORY, "x", address="https://quay.example/talks-2"),
        told(*STORY, "x", title="Other title", publisher="Quay Online", published=DAY + timedelta(days=400)),
    ],
    ids=["longer", "reworded", "written anew around its lead", "at a new address", "at its address a year later"],
)
def test_a_changed_text_of_the_same_piece_is_a_version(house: Warehouse, newer: Article) -> None:
    assert stored(house, ORIGINAL, newer) == [(VERSION, ORIGINAL.article_id)]


def test_an_address_that_was_given_anew_makes_no_version(house: Warehouse) -> None:
    assert stored(house, ORIGINAL, told(FORM.format(1, "Monday", 40), title="Mission")) == []


def test_forms_that_an_outlet_fills_in_are_articles_of_their_own(house: Warehouse) -> None:
    missions = [
        told(FORM.format(number, day, 40 + number), address=f"/{number}", title=f"Mission {number}")
        for number, day in enumerate(("Monday", "Tuesday", "Friday"))
    ]
    assert stored(house, *missions) == []


def test_a_copy_of_one_form_does_not_make_the_next_form_a_copy(house: Warehouse) -> None:
    first, second = (told(FORM.format(n, "Monday", n), address=f"/{n}", title=f"Mission {n}") for n in (1, 2))
    copy = elsewhere(first.text, "Copied from the Quay.")
    assert stored(house, first, copy, second) == [(COPY, first.article_id)]


def test_a_copy_of_a_copy_is_one_of_the_first(house: Warehouse) -> None:
    copy = elsewhere(*with_changed(3))
    again = elsewhere(*with_changed(3, 8), publisher="Valley Wire", address="https://valley.example/1")
    assert stored(house, ORIGINAL, copy, again) == [(COPY, ORIGINAL.article_id)] * 2


def test_a_version_follows_the_latest_one(house: Warehouse) -> None:
    second, third = told(*STORY, "x"), told(*STORY, "x", "y")
    assert stored(house, ORIGINAL, second, third) == [
        (VERSION, ORIGINAL.article_id),
        (VERSION, second.article_id),
    ]


def test_what_a_copying_outlet_changes_is_a_version_of_what_it_copied(house: Warehouse) -> None:
    own = [f"Our correspondent saw thing {n} and spoke with person {n} there." for n in range(8)]
    copy, newer = elsewhere(*STORY, "x"), elsewhere(*STORY[:4], *own)
    assert stored(house, ORIGINAL, copy, newer) == [(COPY, ORIGINAL.article_id), (VERSION, ORIGINAL.article_id)]


def test_what_was_never_changed_stays_without_lineage_when_it_comes_again(house: Warehouse) -> None:
    assert stored(house, ORIGINAL, ORIGINAL, ORIGINAL.model_copy(update={"address": "b"})) == []


def family() -> list[Article]:
    """Two pieces with versions and copies, and a form filled thrice."""
    versions = [told(*STORY, *("x" * (n + 1) for n in range(count))) for count in range(4)]
    copies = [
        elsewhere(*STORY, f"Copy {n}.", publisher=f"Outlet {n}", address=f"https://{n}.example") for n in range(5)
    ]
    forms = [told(FORM.format(n, "Monday", n), address=f"/{n}", title=f"Mission {n}") for n in range(3)]
    return [versions[0], copies[0], versions[1], forms[0], copies[1], forms[1], *versions[2:], *copies[2:], forms[2]]


@pytest.mark.parametrize("size", [1, 2, 5, 50])
def test_how_texts_are_cut_into_batches_makes_no_difference(house: Warehouse, size: int) -> None:
    found = family()
    for start in range(0, len(found), size):
        house.add_articles(f"b{start}", found[start : start + size], RUN, NOW)
    kin = house.query("SELECT article_id, relation, earlier_id FROM ledger.lineage").rows
    first, *later = (one for one in found if one.publisher == "The Quay" and "round" in one.text)
    versions = {one.article_id: (VERSION, before.article_id) for before, one in pairwise([first, *later])}
    copies = {one.article_id: COPY for one in found if one.publisher != "The Quay"}
    assert {row[0]: row[1:] for row in kin if row[1] == VERSION} == versions
    assert {row[0]: row[1] for row in kin if row[1] == COPY} == copies
    assert house.check() == []


def test_a_story_is_recognised_however_many_outlets_print_it(house: Warehouse) -> None:
    copies = [elsewhere(*STORY, f"Printed by {n}.", publisher=f"Outlet {n}", address=f"/{n}") for n in range(150)]
    house.add_articles("b", [ORIGINAL, *copies[:120]], RUN, NOW)
    house.add_articles("c", copies[120:], RUN, NOW)
    assert lineage(house) == [(COPY, ORIGINAL.article_id)] * 150


def test_the_same_batch_again_adds_no_lineage(house: Warehouse) -> None:
    found = [ORIGINAL, elsewhere(*STORY, "x")]
    assert house.add_articles("b", found, RUN, NOW).copies == 1
    assert house.add_articles("b", found, RUN, NOW).copies == 0
    assert len(lineage(house)) == 1


def test_whichever_text_comes_first_a_pair_is_a_pair(house: Warehouse) -> None:
    found = family()
    random.Random(4).shuffle(found)
    stored(house, *found)
    pairs = house.query("SELECT count(*) FROM ledger.lineage").rows
    assert pairs == ((len(found) - 4,),)  # a first text of the story, and three forms
    assert house.check() == []


def reading(of: Article, *said: Claim | Prediction) -> Extraction:
    return Extraction(
        article_id=of.article_id, model="by hand", revision="1", published=of.published, assertions=said, sentences=1,
        tokens=1,
    )  # fmt: skip


def prediction(of: Article, quote: str, by: date | None = None, **changes: Any) -> Prediction:
    start = of.text.index(quote)
    dated: dict[str, Any] = {"review_by": DAY + timedelta(days=90)}
    if by:
        day = Interval(start=by, end=by, granularity=Granularity.DAY, basis=Basis.EXPLICIT)
        dated = {"interval": day, "resolve_by": by}
    fields: dict[str, Any] = {
        "article_id": of.article_id, "sentence": 0, "char_start": start, "char_end": start + len(quote), "quote": quote,
        "headline": "It will happen", "stated_on": of.published, "model_score": 0.9,
    }  # fmt: skip
    return Prediction.model_validate(fields | dated | changes)


OPENING = "The fourth round of the talks will begin on 8 February"
LATER = "The fourth round of the talks will begin on 20 February"
BOYCOTT = "The opposition might stay away"
SOFTER = "The opposition might still stay away from it"
TRUCE = "The truce will probably be extended until the end of March"
LIST = "The list will be published on Sunday"
FIRST = told(OPENING, BOYCOTT, TRUCE)
NEWER = told(LATER, SOFTER, LIST, OPENING, published=DAY + timedelta(days=1))


def published(house: Warehouse, *kept: tuple[Article, Sequence[Prediction]]) -> None:
    for number, (article, said) in enumerate(kept):
        moment = NOW + timedelta(days=number)
        house.add_articles(f"b{number}", [article], RUN, moment)
        house.add_extractions(f"x{number}", [reading(article, *said)], RUN, moment)


EIGHTH, TWENTIETH = date(2017, 2, 8), date(2017, 2, 20)
SAID_FIRST = [prediction(FIRST, OPENING, EIGHTH), prediction(FIRST, BOYCOTT), prediction(FIRST, TRUCE)]
SAID_LATER = [prediction(NEWER, LATER, TWENTIETH), prediction(NEWER, SOFTER), prediction(NEWER, LIST)]


def test_what_became_of_each_assertion(house: Warehouse) -> None:
    published(house, (FIRST, SAID_FIRST), (NEWER, [*SAID_LATER, prediction(NEWER, OPENING, EIGHTH)]))
    changes = house.query("SELECT change, earlier_quote, quote FROM version_changes").rows
    assert set(changes) == {
        ("kept", OPENING, OPENING),
        ("reworded", BOYCOTT, SOFTER),
        ("dropped", TRUCE, None),
        ("new", None, LIST),
        ("new", None, LATER),
    }
    counts = house.query("SELECT earlier_id, kept, reworded, changed, dropped, new FROM versions").rows
    assert counts == ((FIRST.article_id, 1, 1, 0, 1, 2),)


@pytest.mark.parametrize(
    ("later", "change"),
    [
        (prediction(NEWER, LATER, TWENTIETH), "changed"),
        (prediction(NEWER, LATER, EIGHTH), "changed"),
        (prediction(NEWER, OPENING, EIGHTH, negated=True), "kept"),
        (prediction(NEWER, OPENING, TWENTIETH), "kept"),
        (prediction(NEWER, "round of the talks will begin on 8 February", EIGHTH, negated=True), "changed"),
        (prediction(NEWER, "round of the talks will begin on 8 February", EIGHTH), "reworded"),
    ],
    ids=["another day", "another figure", "same words", "same words on another day", "denied", "a word less"],
)
def test_the_same_in_other_words_and_something_else_are_told_apart(
    house: Warehouse, later: Prediction, change: str
) -> None:
    published(house, (FIRST, SAID_FIRST[:1]), (NEWER, [later]))
    assert house.query("SELECT change FROM version_changes").rows == ((change,),)


def test_what_is_said_again_counts_once_and_a_new_date_counts_too(house: Warehouse) -> None:
    published(house, (FIRST, SAID_FIRST), (NEWER, SAID_LATER))
    first, softer = SAID_FIRST[1], SAID_LATER[1]
    assert house.query("SELECT claim_id, repeats FROM claims WHERE repeats IS NOT NULL").rows == (
        (softer.claim_id, first.claim_id),
    )
    asked = {row[0] for row in house.query("SELECT claim_id FROM queue_for('ann', DATE '2017-03-01')").rows}
    assert asked == {one.claim_id for one in [*SAID_FIRST, *SAID_LATER]} - {softer.claim_id}
    for judged in (first, softer):
        house.decide(decision(judged, Outcome.WRONG), NOW + timedelta(days=2))
    assert house.query("SELECT n FROM scores WHERE dimension = 'all'").rows == ((1,),)


def test_a_verdict_on_the_first_version_stands(house: Warehouse) -> None:
    published(house, (FIRST, SAID_FIRST))
    house.decide(decision(SAID_FIRST[0]), NOW)
    house.add_articles("newer", [NEWER], RUN, NOW + timedelta(days=1))
    again = prediction(NEWER, OPENING, EIGHTH)
    house.add_extractions("read", [reading(NEWER, again)], RUN, NOW + timedelta(days=1))
    assert house.query("SELECT claim_id, n FROM scored JOIN scores ON dimension = 'all'").rows == (
        (SAID_FIRST[0].claim_id, 1),
    )
    assert house.query("FROM loose_ends").rows == ()


def test_the_ledger_as_it_stood_knows_nothing_of_later_versions(house: Warehouse) -> None:
    published(house, (FIRST, SAID_FIRST), (NEWER, SAID_LATER))
    ((then,),) = house.query("SELECT count(*) FROM as_of($1)", [NOW.date()]).rows
    ((repeated,),) = house.query("SELECT count(repeats) FROM as_of($1)", [NOW.date() + timedelta(days=1)]).rows
    assert (then, repeated) == (3, 1)


def test_a_version_that_nobody_has_read_yet_drops_nothing(house: Warehouse) -> None:
    published(house, (FIRST, SAID_FIRST))
    house.add_articles("newer", [NEWER], RUN, NOW)
    assert house.query("FROM version_changes").rows == ()
    assert house.query("SELECT kept, dropped FROM versions").rows == ((0, 0),)


def test_a_copy_is_kept_with_its_own_imprint_and_not_read(house: Warehouse) -> None:
    copy = elsewhere(*STORY, "Reporting by the Quay.")
    stored(house, ORIGINAL, copy)
    assert house.pending("by hand", "1", 10) == [ORIGINAL]
    seen = house.query("SELECT doc, publisher, original_doc, original_publisher, similarity > 0.9 FROM copies").rows
    assert seen == ((copy.address, "Harbour Post", ORIGINAL.address, "The Quay", True),)


def test_sketches_stay_out_of_the_published_copy(house: Warehouse, tmp_path: Any) -> None:
    import duckdb

    stored(house, ORIGINAL, elsewhere(*STORY, "x"))
    house.publish(tmp_path / "analyst.duckdb", NOW)
    with duckdb.connect(str(tmp_path / "analyst.duckdb"), read_only=True) as con:
        assert con.execute("SELECT count(*) FROM ledger.sketches").fetchall() == [(0,)]
        assert con.execute("SELECT count(*) FROM copies").fetchall() == [(1,)]


def candidate(earlier: str, **changes: Any) -> Candidate:
    fields: dict[str, Any] = {
        "article_id": "new", "earlier_id": earlier, "has_address": False, "has_title": False, "is_elsewhere": False,
        "copied": 0.9, "kept": 0.9,
    }  # fmt: skip
    return Candidate(**fields | changes)


def test_its_own_piece_goes_before_what_others_copied() -> None:
    earlier = [candidate("own", has_address=True, copied=0.3), candidate("other", is_elsewhere=True, copied=1.0)]
    assert list(decide(earlier, [])) == [Kin("new", VERSION, "own", 0.3)]


def test_of_several_originals_the_one_with_most_of_the_text_is_copied() -> None:
    earlier = [candidate(name, is_elsewhere=True, copied=copied) for name, copied in (("a", 0.85), ("b", 0.95))]
    assert list(decide(earlier, [])) == [Kin("new", COPY, "b", 0.95)]
