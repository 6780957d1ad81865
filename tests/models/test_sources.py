"""Who is committed to a proposition: one short text per phenomenon, with its marks and propositions in brackets.

`[…]` is what the tagger marks as naming a source, `{…}` an attributed proposition, `{=…}` one it takes for the
author's own.
"""

import re
import time
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.sentences import split
from models.sources import Cast, who
from models.tagger.tags import Mark, Proposition, Tagged
from schemas import Kind, Likelihood, Sentence

_BRACKET = re.compile(r"[\[\]}]|\{=?")


@dataclass(frozen=True)
class Marked:
    text: str
    propositions: list[Proposition]
    sources: list[Mark]


def marked(written: str) -> Marked:
    """The text without its brackets, and what they enclose."""
    text, at = "", 0
    opened: list[tuple[str, int]] = []
    propositions: list[Proposition] = []
    named: list[Mark] = []
    for match in _BRACKET.finditer(written):
        text += written[at : match.start()]
        at = match.end()
        if match[0] in "]}":
            kind, start = opened.pop()
            if kind == "[":
                named.append(Mark(start, len(text)))
            else:
                propositions.append(proposition(start, len(text), attributed=kind == "{"))
        else:
            opened.append((match[0], len(text)))
    return Marked(text + written[at:], sorted(propositions, key=lambda one: one.start), named)


def proposition(start: int, end: int, attributed: bool = True) -> Proposition:
    return Proposition(start, end, Kind.CLAIM, 1.0, Likelihood.CERTAIN, negated=False, attributed=attributed)


def tagged(found: Marked, sentences: list[Sentence]) -> list[Tagged]:
    def inside(sentence: Sentence, place: int) -> bool:
        return sentence.char_start <= place < sentence.char_end

    return [
        Tagged(
            sentence,
            tuple(one for one in found.propositions if inside(sentence, one.start)),
            tuple(one for one in found.sources if inside(sentence, one.start)),
        )
        for sentence in sentences
    ]


def sources(written: str, title: str = "") -> list[str | None]:
    """The name found for each proposition, in order."""
    found = marked(written)
    sentences = split(found.text)
    cast = Cast(found.text, title, sentences)
    named = [who(one, proposition, cast) for one in tagged(found, sentences) for proposition in one.propositions]
    return [one.name if one else None for one in named]


NAMES = {
    "surname of a person named in full before": (
        "Ingrid Halvorsen resigned. [Halvorsen] said {the fund lost money}.",
        ["Ingrid Halvorsen"],
    ),
    "surname of a person whom the text names in full later": (
        "[Halvorsen] said {the fund lost money}. Ingrid Halvorsen resigned.",
        ["Ingrid Halvorsen"],
    ),
    "fullest of several forms": (
        "John Bell spoke first. John R. Bell left. [Ambassador Bell] said {the talks failed}.",
        ["John R. Bell"],
    ),
    "accents that the text leaves out elsewhere": (
        "Recep Tayyip Erdoğan arrived. [President Erdogan] said {the museum would open}.",
        ["Recep Tayyip Erdoğan"],
    ),
    "a name ends with its sentence": (
        "They flew to Kidapawan City. [Miller] said {the bridge held}. Tom Miller left.",
        ["Tom Miller"],
    ),
    "a name ends with its line": (
        "By Reuters in London\n[Miller] said {the bridge held}. Tom Miller left.",
        ["Tom Miller"],
    ),
    "initials and abbreviations do not end a name": (
        "The aide of [Sen. Mary J. Quill] was told; [Sen. Mary J. Quill] said {the bill had died}.",
        ["Mary J. Quill"],
    ),
    "the office leads up to the name": (
        "[UK foreign secretary Boris Karlsen] said {the ship had sailed}.",
        ["Boris Karlsen"],
    ),
    "the name comes after the office and a comma": (
        "[The head of the city's port police, Neil Bascombe], said {the pier was closed}.",
        ["Neil Bascombe"],
    ),
    "the office comes after the name": (
        "[Nora Pell, the speaker of the lower house], said {the vote was lost}.",
        ["Nora Pell"],
    ),
    "the employer of a spokesman is not the source": (
        "[Chancellor Angela Moser's spokesperson, Steffen Rau], said {the ban followed talks}.",
        ["Steffen Rau"],
    ),
    "an organisation in front of the office": (
        "[Florida Department of Transportation official Troy Rusk] said {the road was straight}.",
        ["Troy Rusk"],
    ),
    "bare surname of a couple means the one introduced first": (
        "Donald Crane ran again. His wife, Melania Crane, stayed home. [Crane] said {he had won}.",
        ["Donald Crane"],
    ),
    "two names joined are both the source": (
        "[Sam Wilder and Nick Haw] said {the sea had warmed}.",
        ["Sam Wilder and Nick Haw"],
    ),
}

BODIES = {
    "acronym explained in brackets": (
        "The National Hurricane Center (NHC) issued an advisory. [The NHC] said {Delta had formed}.",
        ["National Hurricane Center (NHC)"],
    ),
    "acronym with an ampersand": (
        "Pacific Gas and Electric Company (PG&E) cut power. [PG&E] said {it would last a day}.",
        ["Pacific Gas and Electric Company (PG&E)"],
    ),
    "acronym that only the initials explain": (
        "The World Health Organization met. [WHO] said {cases fell}.",
        ["World Health Organization"],
    ),
    "a country's acronym stands for itself": (
        "The United States objected. [The U.S.] said {the test had failed}.",
        ["U.S."],
    ),
    "short name of a broadcaster": (
        "NBC News called Ohio. By [NBC]'s count {he has 279 votes}.",
        ["NBC News"],
    ),
    "the ministry": (
        "The Foreign Ministry of Iraq summoned him. [The ministry] said {the raid broke the law}.",
        ["Foreign Ministry of Iraq"],
    ),
    "the Committee with a capital": (
        "The Federal Open Market Committee met. [The Committee] said {growth had slowed}.",
        ["Federal Open Market Committee"],
    ),
    "common noun with its complement stays as it is": (
        "[Officials in Vienna] said {the file was closed}.",
        ["Officials in Vienna"],
    ),
    "adjective of a country stays with its noun": (
        "[German officials] said {the permit was suspended}.",
        ["German officials"],
    ),
    "capital from opening the sentence": (
        "The critics had gone, said the critics. [Critics] said {the plan had failed}.",
        ["critics"],
    ),
}

ROLES = {
    "title used alone": (
        "Vice President Kamala Harlow met him. [The Vice President] said {the aid would flow}.",
        ["Kamala Harlow"],
    ),
    "a vice president is not the president": (
        "President Ann Moore and Vice President Paul Hill met. [The president] said {the aid would flow}.",
        ["Ann Moore"],
    ),
    "role in an apposition": (
        "The paper interviewed Gaspar Marot, the commissioner for defence. [The commissioner] said {it was paid}.",
        ["Gaspar Marot"],
    ),
    "role before the name": (
        "University coach Brad Tronk was content. [The coach] said {they had improved}.",
        ["Brad Tronk"],
    ),
    "another word for the role": (
        "Rep. Mike McCall spoke on Wednesday. [The lawmaker] said {the inquiry would go on}.",
        ["Mike McCall"],
    ),
    "lawyer of a person": (
        "An attorney for Pagel, Mark MacDowell, objected. Bryan Pagel was absent. "
        "[Pagel's lawyer] said {he would not answer}.",
        ["Mark MacDowell"],
    ),
    "noun that tells man from woman": (
        "Ivana Trask gave an interview. [The mother of three] said {fathers were left out}.",
        ["Ivana Trask"],
    ),
    "role of somebody not named": ("[The fire chief] said {the fire was out}.", ["the fire chief"]),
    "a report is nobody's role": (
        "Carl Lipp, the report author, left. [The report] says {platforms stood near water}.",
        ["the report"],
    ),
}

PRONOUNS = {
    "he is who spoke last": (
        "[Omar Fayed] said {the camp was full}. [He] added {that tents were on the way}.",
        ["Omar Fayed", "Omar Fayed"],
    ),
    "he and she are told apart": (
        "Omar Fayed met Clara Lund. [She] said {the camp was full}.",
        ["Clara Lund"],
    ),
    "subject before object": (
        "Omar Fayed met Peter Lund. [He] said {the camp was full}.",
        ["Omar Fayed"],
    ),
    "a pronoun subject hands the person on": (
        "Omar Fayed arrived on Monday. He met Peter Lund. [He] said {the camp was full}.",
        ["Omar Fayed"],
    ),
    "who is quoted about is not who speaks": (
        'Omar Fayed praised him: "Peter Lund is a friend." [He] said {the camp was full}.',
        ["Omar Fayed"],
    ),
    "given name that tells nothing": (
        "Nguyen Xuan Bach arrived on Monday. [She] said {the camp was full}.",
        ["Nguyen Xuan Bach"],
    ),
    "person known by office alone": (
        "A senior diplomat, who asked not to be named, was blunt. [He] said {the file was closed}.",
        ["a senior diplomat"],
    ),
    "it is the body that spoke": (
        "[The Bank of Thailand] said {growth would slow}. [It] expects {a point less next year}.",
        ["Bank of Thailand", "Bank of Thailand"],
    ),
    "they are the group that spoke": (
        "[Participants] noted {that lending fell}. However, [they] said {rates could rise}.",
        ["Participants", "Participants"],
    ),
    "they are the plural subject": (
        "Several northern states are suing the agency. [They] argue {that it broke the law}.",
        ["several northern states"],
    ),
    "his lawyers": (
        "Kyle Ritter appeared in court. [His lawyers] said {he acted in self-defence}.",
        ["Kyle Ritter's lawyers"],
    ),
    "its foreign minister": (
        "Jordan refused. [Its foreign minister] said {Amman would not host inspectors}.",
        ["Jordan's foreign minister"],
    ),
    "her own account is she": (
        "Stephanie Willard came back. By [her own account] {she met 180 people}.",
        ["Stephanie Willard"],
    ),
    "one of them": (
        "[Two unions of clerks] said {talks had failed}. [One of them] said {it would strike}.",
        ["two unions of clerks", "one of two unions of clerks"],
    ),
    "nobody on stage": ("{the camp was full}, it was said.", [None]),
}

QUOTATIONS = {
    "I in a quotation is who says it": (
        '"{[I] disagreed with him}," wrote [Anton Crane].',
        ["Anton Crane"],
    ),
    "the next sentence of a quotation": (
        '"{It failed}," [Michael Tanner] said. "{There is no other way}."',
        ["Michael Tanner", "Michael Tanner"],
    ),
    "a quotation whose first part holds no assertion": (
        '"What a mess," coach Brad Tronk said. "{They pushed us}."',
        ["Brad Tronk"],
    ),
    "a quotation that the next sentence attributes": (
        'The summit opened.\n"{The forest is on fire}." Emile Maron told the world on Thursday.',
        ["Emile Maron"],
    ),
    "a network on which it was written is not who wrote it": (
        '"What a mess," wrote student protester Joshua Wang on Twitter. "{They conceded nothing}."',
        ["Joshua Wang"],
    ),
    "reported position opened by a possessive": (
        "Abdel Nur stayed in Paris.\nHis position is {that he will talk only when the attacks cease}.",
        ["Abdel Nur"],
    ),
}

TRANSCRIPTS = {
    "labels in capitals": (
        "PRESIDENT NAUSEN: Welcome. {The situation worsens}.\nSECRETARY BLANKEN: Thank you. {[We] will act}.",
        "Secretary Anton J. Blanken And President Gitanas Nausen Before Their Meeting",
        ["Gitanas Nausen", "Anton J. Blanken"],
    ),
    "nothing in a dialogue is the author's own": (
        "PRESIDENT NAUSEN: Welcome. {=The situation worsens}.\nSECRETARY BLANKEN: Thank you.",
        "Secretary Anton J. Blanken And President Gitanas Nausen Before Their Meeting",
        ["Gitanas Nausen"],
    ),
    "a question in an interview with somebody": (
        "QUESTION: Mr. Secretary, {the sanctions have failed}.\nSECRETARY BLANKEN: No. {They bite}.",
        "Secretary Anton J. Blanken With Nora O'Dell of Evening News",
        ["Nora O'Dell", "Anton J. Blanken"],
    ),
    "a question by nobody in particular": (
        "QUESTION: {The sanctions have failed}.\nMR PRINCE: No.\nQUESTION: Why?",
        "Department Press Briefing",
        ["the interviewer"],
    ),
    "an office as the label": (
        "THE VICE PRESIDENT: {The funds are spent}.\nMS. SCUDDER: {We agree}.\nTHE VICE PRESIDENT: Thanks.",
        "Remarks by Vice President Harlow",
        ["Vice President Harlow", "Ms Scudder"],
    ),
    "interview in running text": (
        "Piotr Wolny spoke to Eleni Markou. Wolny: Will it fall? Markou: {It will}. Wolny: When? "
        "Markou: {It falls in May}.",
        "",
        ["Eleni Markou", "Eleni Markou"],
    ),
    "a colon in running text is no label": (
        "Note: the vote is on Monday. {The vote was close}, [Piotr Wolny] said.",
        "",
        ["Piotr Wolny"],
    ),
}

CHOICE = {
    "a semicolon divides": (
        "[Crane] said {he needed help}; [a report] found {that it was not needed}.",
        ["Crane", "a report"],
    ),
    "who introduces, not who stands nearest": (
        'When [Paul Rynn] said {he\'d not defend it}, [Donald Crane] responded: "{Rynn will go}."',
        ["Paul Rynn", "Donald Crane"],
    ),
    "the clause that follows has its own source": (
        "[The houses] expect {growth of 0.6 per cent}, and [three economists] think {that output will shrink}.",
        ["the houses", "three economists"],
    ),
    "an aside inside the proposition": (
        "{His mandate, [the speaker of parliament] maintains, has expired}; [the Prime Minister] says {he will stay}.",
        ["the speaker of parliament", "the Prime Minister"],
    ),
    "a count by somebody inside the proposition": (
        "{They number 12,000 by [the UN]'s count}, says [Charles Tyrell].",
        ["UN"],
    ),
    "the subject of the proposition speaks": (
        "{[Saudi Arabia] denied all claims}, but [a panel] said {that evidence was found}.",
        ["Saudi Arabia", "a panel"],
    ),
}

MARKS = {
    "who was told": ("[Ron Jansen] told a [local newspaper] {that she had lied}.", ["Ron Jansen"]),
    "a name in pieces": (
        "[Rick Reves, director of the] Institute [for] Policy [at York University], said {it was unfair}.",
        ["Rick Reves"],
    ),
    "an article alone": ("Ron Jansen said {[the] plan had failed}.", ["Ron Jansen"]),
    "a bracket cut in two": ("[Rep. Ron Jansen (R-Utah]) said {she had lied}.", ["Ron Jansen"]),
    "verb in the mark": ("[Halvorsen said] {the fund lost money}. Ingrid Halvorsen left.", ["Ingrid Halvorsen"]),
    "verb before the name": ("{The fund lost money}, [said Ingrid Halvorsen].", ["Ingrid Halvorsen"]),
    "half of a name": ("{The fund lost money}, Ingrid [Halvorsen] said.", ["Ingrid Halvorsen"]),
    "punctuation alone": ("Ingrid Halvorsen left. She said[,] {the fund lost money}.", ["Ingrid Halvorsen"]),
}

UNMARKED = {
    "said before it": ("The mayor, Dee Margot, said {=the store had closed}.", ["Dee Margot"]),
    "said behind it": ("{=The store had closed}, Dee Margot said on Monday.", ["Dee Margot"]),
    "said in front of who said it": ("{=The store had closed}, said police chief Dee Margot.", ["Dee Margot"]),
    "according to": ("{=The store had closed}, according to Dee Margot.", ["Dee Margot"]),
    "with officials saying": ("Germany banned the airline, with officials saying {=it was unsafe}.", ["officials"]),
    "who told somebody": (
        "He met Ron Jansen, who told a local newspaper Tuesday that {=she had lied}.",
        ["Ron Jansen"],
    ),
    "the assessment was that": ("The staff's assessment, in part a guess, was that {=banks were calm}.", ["the staff"]),
    "in quotation marks": ('"{=The store was empty at noon}," was all that Dee Margot said.', ["Dee Margot"]),
    "joined by and": ("[Dee Margot] said {the store had closed}, and that {=nobody was hurt}.", ["Dee Margot"] * 2),
    "nobody in particular": ("It was noted that {=many banks had failed}.", [None]),
    "a thing that suggests": ("The data suggested that {=many banks had failed}.", [None]),
    "a clause of its own behind it": (
        "{=The store had closed}, and Dee Margot said {it would stay so}.",
        [None, "Dee Margot"],
    ),
    "attributed without a word for whom": ("Dee Margot left. {The store had closed}.", [None]),
    "item of a list under a heading": (
        "[The agency] said {the plan was dropped}, with these rules:\n- {Funds will be returned}.",
        ["the agency", "the agency"],
    ),
}

CASES = [
    pytest.param(written, expected, id=phenomenon)
    for group in (NAMES, BODIES, ROLES, PRONOUNS, QUOTATIONS, CHOICE, MARKS, UNMARKED)
    for phenomenon, (written, expected) in group.items()
]


@pytest.mark.parametrize(("written", "expected"), CASES)
def test_source(written: str, expected: list[str | None]) -> None:
    assert sources(written) == expected


@pytest.mark.parametrize(("written", "title", "expected"), TRANSCRIPTS.values(), ids=TRANSCRIPTS.keys())
def test_source_in_transcript(written: str, title: str, expected: list[str | None]) -> None:
    assert sources(written, title) == expected


def test_the_words_that_name_the_source_are_given_without_the_verb() -> None:
    found = marked("Yesterday [Halvorsen said] {the fund lost money}.")
    sentences = split(found.text)
    named = who(tagged(found, sentences)[0], found.propositions[0], Cast(found.text, "", sentences))
    assert named is not None
    assert named.mark is not None
    assert found.text[named.mark.start : named.mark.end] == "Halvorsen"


WORDS = st.sampled_from(
    "He she it they I we said Ingrid Halvorsen the The of and , . ; : \" “ ” ' ’s \n Q: MR X: (NHC) U.S. Sen. his one "
    "of them of, Ministry Kamala 5 — é ﷽ 🙂".split(" ")
)


@given(
    words=st.lists(WORDS, min_size=1, max_size=60),
    places=st.lists(st.tuples(st.integers(0, 300), st.integers(1, 40)), min_size=1, max_size=8),
    attributed=st.booleans(),
)
def test_any_marks_in_any_text_give_a_name_or_nothing(
    words: list[str], places: list[tuple[int, int]], attributed: bool
) -> None:
    text = " ".join(words)
    sentences = split(text)
    spans = [(min(a, len(text) - 1), min(a + n, len(text))) for a, n in places]
    found = Marked(text, [proposition(a, b, attributed) for a, b in spans[::2]], [Mark(a, b) for a, b in spans[1::2]])
    cast = Cast(text, text[:20], sentences)
    for one in tagged(found, sentences):
        for each in one.propositions:
            named = who(one, each, cast)
            assert named is None or named.name.strip()
            assert named is None or named.mark is None or 0 <= named.mark.start < named.mark.end <= len(text)


def test_a_long_document_takes_time_in_proportion() -> None:
    paragraph = (
        "The commissioner met Omar Fayed. [He] said {the camp was full}. [The commissioner] said {it was late}.\n"
    )

    def seconds(paragraphs: int) -> float:
        found = marked(paragraph * paragraphs)
        sentences = split(found.text)
        ready = tagged(found, sentences)
        begin = time.process_time()
        cast = Cast(found.text, "", sentences)
        for one in ready:
            for each in one.propositions:
                who(one, each, cast)
        return time.process_time() - begin

    seconds(20)
    assert seconds(200) < 4 * (4 * seconds(50))
