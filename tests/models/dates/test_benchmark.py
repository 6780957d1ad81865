"""The scorer of TimeML files: definitions held against counts by hand, and files that it writes and reads again."""

from pathlib import Path

import pytest

from benchmarks.timeml import Document, Tag, documents, is_held_back, read, write
from benchmarks.timex import f1, foresaid, score

TEXT = (
    '<?xml version="1.0" ?><TimeML><DOCID>x</DOCID>'
    '<DCT><TIMEX3 tid="t0" type="DATE" value="1998-02-27">19980227</TIMEX3></DCT>'
    '<TEXT>AT&amp;T <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="1998-02-26">Thursday</TIMEX3>, '
    'for <TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3>.</TEXT></TimeML>'
)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "one.tml"
    path.write_text(TEXT)
    return read(path)


def test_text_and_tags_are_read_with_their_places(document: Document) -> None:
    assert document.text == "AT&T met on Thursday, for three days."
    assert [document.text[tag.start : tag.end] for tag in document.tags] == ["Thursday", "three days"]
    assert str(document.published) == "1998-02-27"


def test_scores_by_hand(document: Document) -> None:
    """One exact with another value, one overlapping only, one too many: 2, 1, 2, 1 of 2 in gold and 3 found."""
    found = [Tag(9, 20, "DATE", "1998-02-26"), Tag(26, 36, "DURATION", "P2D"), Tag(0, 4, "DATE", "1998")]
    counts, misses = score([document], lambda _: found)
    assert {name: f1(counts, name) for name in ("relaxed", "strict", "type", "value")} == {
        "relaxed": 4 / 5,
        "strict": 2 / 5,
        "type": 4 / 5,
        "value": 2 / 5,
    }
    assert sorted(miss.cause for miss in misses) == ["not in gold", "span", "value"]


def test_a_crash_loses_what_is_tagged(document: Document) -> None:
    def broken(_: Document) -> list[Tag]:
        raise RuntimeError("no")

    counts, misses = score([document], broken)
    assert (counts["gold"], counts["found"], f1(counts, "relaxed")) == (2, 0, 0.0)
    assert [miss.cause for miss in misses] == ["crash", "not found", "not found"]


def test_what_is_written_can_be_read_again(document: Document, tmp_path: Path) -> None:
    found = foresaid(document)
    write(document, found, tmp_path / "below" / "two.tml")
    again = read(tmp_path / "below" / "two.tml")
    assert (again.text, list(again.tags), again.published) == (document.text, found, document.published)


DCT = '<DCT><TIMEX3 tid="t0" type="DATE" value="1998-02-27" functionInDocument="CREATION_TIME">now</TIMEX3></DCT>'
BODY = '<TEXT>Caf\u00e9s met on <TIMEX3 tid="t1" type="DATE" value="1998-02-26">Thursday</TIMEX3>.</TEXT>'


@pytest.mark.parametrize(
    "content",
    [
        f"<TimeML>{DCT}{BODY}</TimeML>".encode(),
        f'<?xml version="1.0"?>\n<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n<TimeML>{DCT}{BODY}</TimeML>'.encode(),
        f'<!DOCTYPE TimeML [ <!ENTITY nbsp "&#160;"> ]>\n<TimeML>{DCT}{BODY}</TimeML>'.encode(),
        f'\ufeff<?xml version="1.0"?><TimeML>{DCT}{BODY}</TimeML>'.encode(),
        f'<?xml version="1.0" encoding="UTF-16"?><TimeML>{DCT}{BODY}</TimeML>'.encode("utf-16"),
        f'<?xml version="1.0" encoding="ISO-8859-1"?><TimeML>{DCT}{BODY}</TimeML>'.encode("latin-1"),
        f"<TimeML>{DCT}{BODY}</TimeML>".encode("latin-1"),
        f"<TimeML>{DCT}{BODY}</TimeML>".replace("\u00e9", "&eacute;").encode(),
        f"<TimeML>{DCT}{BODY}</TimeML>".replace("Caf", "\x01Caf").encode(),
        f'<TimeML xmlns="http://timeml.org">{DCT}{BODY}</TimeML>'.encode(),
        f"<TimeML>{DCT}{BODY}</TimeML>".replace("TEXT>", "s>").encode(),
        f"<TimeML>{DCT}{BODY}</TimeML>".replace("1998-02-27", "19980227T10:00").encode(),
        f"<TimeML>{DCT}{BODY}</TimeML>".replace(" met", '<TIMEX3 tid="t2" type="DURATION" value="P1D"/> met').encode(),
    ],
)
def test_files_of_many_kinds_are_read_alike(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "one.tml").write_bytes(content)
    (document,) = documents(tmp_path)
    assert document.text == "Caf\u00e9s met on Thursday."
    assert str(document.published) == "1998-02-27"
    assert list(document.tags) == [Tag(13, 21, "DATE", "1998-02-26")]
    assert foresaid(document) == list(document.tags)


def test_ampersands_that_stand_for_themselves_are_mended(tmp_path: Path) -> None:
    (tmp_path / "one.tml").write_text("<TimeML><TEXT>AT&T &mdash; &amp; B&O met.</TEXT></TimeML>")
    assert read(tmp_path / "one.tml").text == "AT&T \u2014 & B&O met."


def test_without_a_creation_time_none_is_made_up(tmp_path: Path) -> None:
    (tmp_path / "one.tml").write_text(f"<TimeML>{BODY}</TimeML>")
    document = read(tmp_path / "one.tml")
    assert document.published is None
    write(document, foresaid(document), tmp_path / "two.tml")
    assert "CREATION_TIME" not in (tmp_path / "two.tml").read_text()
    assert read(tmp_path / "two.tml").tags == (Tag(13, 21, "DATE", "XXXX-WXX-4"),)


@pytest.mark.parametrize(
    "content", ["", "<TimeML>", "<TimeML></TimeML>", "no XML at all", "<TimeML><TEXT> </TEXT></TimeML>"]
)
def test_what_cannot_be_read_is_left_out_with_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    (tmp_path / "bad.tml").write_text(content)
    (tmp_path / "folder.tml").mkdir()
    assert list(documents(tmp_path)) == []
    assert "bad.tml" in capsys.readouterr().out


def test_a_text_that_lies_there_twice_counts_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one.tml", "below/one.tml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert len(list(documents(tmp_path))) == 1
    assert "left out" in capsys.readouterr().out


def test_the_name_alone_decides_what_is_held_back(document: Document, tmp_path: Path) -> None:
    held = [is_held_back(Document(tmp_path / f"{number}.tml", "", None, "", ())) for number in range(300)]
    assert 70 < sum(held) < 130
    assert is_held_back(document) == is_held_back(Document(Path("elsewhere/one.tml"), "", None, "", ()))
