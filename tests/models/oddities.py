"""Texts that no newspaper prints and every reader of files meets, by name."""

TABLE = "Year\tGrowth\tRate\n" + "\n".join(f"{year}\t{year % 7}.{year % 10}%\t—" for year in range(1950, 2020))
CODE = """def will(talks: list[str]) -> None:
    if talks[0] != "by June":  # may fail
        raise ValueError(f"{talks!r}\\n")
"""

ODD: dict[str, str] = {
    "nothing": " ",
    "white space": "\n\t \u2003\u00a0\n",
    "punctuation": "… — “ ” ' ' !!! ??? ... ((([[[",
    "a sentence of ten thousand words": "the talks that may or may not resume by June " * 1000,
    "ten thousand words without an end": "rebels " * 10_000,
    "one word without an end": "x" * 20_000,
    "a table": TABLE,
    "code": CODE,
    "JSON": '{"talks": ["will", {"by": "2017-06-30"}], "n": -1.5e10}' * 20,
    "markup": "<p>Talks <b>will</b> resume&nbsp;by <a href='x'>June</a>.</p>" * 20,
    "Russian": "Переговоры возобновятся в феврале, заявил Лавров. Он не исключил переноса. " * 10,
    "German": "Die Gespräche sollen im Februar fortgesetzt werden, sagte der Außenminister. " * 10,
    "Chinese": "会谈将于二月恢复。外交部长表示，可能会推迟。" * 30,
    "Arabic": "ستستأنف المحادثات في فبراير، كما قال الوزير. \u200fوقد تتأخر\u200f. " * 10,
    "right to left inside left to right": "The talks (\u202eشباط\u202c) will resume by \u2067يونيو\u2069 2017. " * 5,
    "emoji": "Talks 🕊️ will resume 👨‍👩‍👧‍👦 by June 🇸🇾! 😀😀😀 It may fail 🤷🏽‍♀️. " * 5,
    "null bytes": "Talks\x00 will\x00\x00 resume by June.\x00 They\x00may fail. \x00",
    "control characters": "Talks\x07 will\x1b[31m resume\x08 by June.\x7f\x85 They\u2028may\u2029fail.",
    "zero-width characters": "Ta\u200blks wi\u200dll res\ufeffume by\u00ad June. \u200b\u200b\u200b",
    "combining marks": "T̷a̸l̴k̵s̶ will resume by June. e\u0301\u0301\u0301\u0301 " * 5,
    "private use and unassigned": "\ue000 will \U000f0000 resume by \U0001fbff June \u0378.",
    "ligatures": "The ofﬁcial said the ﬂight will depart by ① June ½.",
    "digits of other scripts": "Growth will reach ٣.٤٪ by २०१७, or ² in 3. "
    "9999999999999999999999 rebels may leave by 0 June 99999.",
    "mathematics": "∑ₙ 1/n² = π²/6 ≈ 1.6449… ∀ε>0 ∃δ: |x−a|<δ ⇒ |f(x)−f(a)|<ε.",
    "addresses": "See https://seedbed.example/2017/01/27/talks?will=resume#by-june or mail ines@seedbed.example. " * 5,
    "quotes that never close": "“Talks will resume, “he said, ‘by “June. " * 50,
    "brackets that never close": "(talks (will [resume (by {June " * 100,
    "capitals": "THE TALKS WILL RESUME BY JUNE, SAID THE FOREIGN MINISTER OF RUSSIA, SERGEI LAVROV. " * 5,
    "no capitals and no periods": "talks will resume by june said lavrov they may fail " * 20,
    "many short lines": "a\n" * 3000,
    "many dates": "by 1 June 2017 or on 2 July 2018 or before the end of March " * 60,
    "carriage returns": "Talks will resume by June.\r\nThey may fail.\rIt is unclear.\r\n\r\n",
}
