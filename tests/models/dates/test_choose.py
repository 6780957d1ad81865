"""Which date of a sentence belongs to which of its propositions. «…» marks the proposition."""

import pytest

from models.dates import choose


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("«The talks will resume on 23 February».", "on 23 February"),
        ("On Monday, «the court rejected the appeal».", "On Monday"),
        ("On Monday the court met, and «it will rule by June».", "by June"),
        ("«Talks scheduled for February have been delayed».", None),
        ("«The 1968 assassination of the senator was remembered in a hall full of his old friends and rivals».", None),
        ("«The dam, which broke on Monday, will be rebuilt by 2020».", "by 2020"),
        ("«The vote is scheduled for 3 March».", "for 3 March"),
        ("The ministry said on Friday «the bridge is safe».", None),
        ("The next vote is on March 3, when «both parties hold primaries».", "on March 3"),
        ("«Prices rose», and they will fall next year.", None),
        ("«He was ill for three years and died in 1997».", "in 1997"),
        ("«Nobody knows».", None),
    ],
)
def test_choose(sentence: str, phrase: str | None) -> None:
    start, end = sentence.index("«"), sentence.index("»") - 1
    chosen = choose(sentence.replace("«", "").replace("»", ""), (start, end))
    assert (chosen and chosen.text) == phrase
