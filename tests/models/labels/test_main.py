"""What there is of labelled text."""

import pytest

from models.labels.__main__ import main


def test_every_part_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    public, own, held_back = (line.split() for line in capsys.readouterr().out.splitlines())
    assert (public[0], own[0], held_back[0]) == ("public", "own", "held_back")
    assert int(own[1]) > int(held_back[1]) >= 10
    assert all(int(count) > 0 for row in (public, own, held_back) for count in row[1::2])
