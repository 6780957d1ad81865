"""Telegraphese: the words of headlines. No articles, "to" for "will", no auxiliaries where their absence says the same.

An auxiliary stays where leaving it out would make an active clause of a passive one ("police were told") or give a
form that is no tense ("has begun"). What stands in quotation marks is left alone.
"""

import re

_QUOTED = re.compile(r"(\"[^\"]*\"|“[^”]*”)")
_ARTICLE = re.compile(
    r"\b(?:the|an?)\s+(?!(?:few|lot|third|quarter|half|fifth|tenth|dozen|hundred|thousand|million|billion|number|"
    r"majority|minority|little|bit|couple|same)\b)(?=[\w$£€‘'“\"]|$)",
    re.IGNORECASE,
)
_CAPITAL_THE = re.compile(r"(?<=\w\s)The\s+(?=[A-Z])")
_FILLER = re.compile(
    r"\s*\b(?:also|however|therefore|indeed|moreover|meanwhile|currently|now|then|furthermore|additionally|"
    r"subsequently|as well)\b(?!\s(?:than|that|as|known|called))(?=\s|$)",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"(?<=\w\s)(?<![Tt]here\s)(?<![hH]e\s)(?<![wW]e\s)(?<![iI]t\s)(?<!hey\s)(?<!I\s)(?<!ou\s)(?<!own\s)(?<!his\s)(?<!her\s)(?<!free\s)(?<!good\s)(?:will|shall|(?:is|are)\sgoing\sto|"
    r"(?:is|are)\sto)\s(?!(?:not|never|no|have|likely|probably|certainly|and|of|to|he|she|it|they|we|you)\b)(?=[a-z])"
)
_WH = re.compile(r"(?:what|who|whoever|whether|how|why|where|when)\b", re.IGNORECASE)
_PARTICIPLES = (
    r"\w+[^aeiou\W]ed|\w+[aeiou]ed|known|shown|seen|given|taken|written|driven|chosen|stolen|frozen|broken|spoken|thrown|"
    r"drawn|withdrawn|grown|born|worn|torn|sworn|begun|done|gone|held|built|sent|left|lost|found|made|paid|sold|told|"
    r"said|kept|met|led|fed|hit|cut|set|put|shut|split|hurt|brought|bought|caught|taught|thought|fought|sought|struck|"
    r"stuck|won|spent|shot|laid|heard|read|understood|overthrown|beaten|eaten|forgiven|hidden|proven|woven|banned"
)
_READ_AS_ACTIVE = (
    r"asked|told|offered|promised|ordered|urged|warned|shown|given|paid|called|invited|taught|left|allowed|believed|"
    r"said|thought|known|considered|informed|assured|granted|awarded|fed|read|heard|understood|found|expected|seen"
)
_BEHIND_PASSIVE = r"(?:in|at|on|by|near|from|of|after|before|during|under|with|dead|guilty|safe)"
_WITHIN = r"(?:(?:already|just|recently|finally|still|not|being|been|largely|partly|\w+ly)\s)*"
_NOT_MODAL = r"(?<!to\s)(?<!may\s)(?<!must\s)(?<!might\s)(?<!could\s)(?<!would\s)(?<!should\s)"
_PASSIVE = re.compile(
    rf"(?<=\w\s)(?:(?:that|which|who)\s)?"
    rf"(?:(?:is|are|was|were)(?!\sbeing\b)|{_NOT_MODAL}(?:has|had|have)\s(?P<not>not\syet\s|not\s)?been)\s"
    rf"(?={_WITHIN}(?!(?:{_READ_AS_ACTIVE})\s(?!{_BEHIND_PASSIVE}\b))(?:{_PARTICIPLES})\b)"
)
_STATE = re.compile(
    r"(?<=\w\s)(?:is|are|was|were|has\sbeen|have\sbeen)\s"
    r"(?=(?:still\s|not\s|now\s|already\s|un|very\s|highly\s|\w+ly\s)*"
    r"(?:unable|able|likely|unlikely|expected|due|set|ready|available|responsible|scheduled|safe|dead|missing|open|closed)\b)"
)
_PROGRESSIVE = re.compile(rf"(?<=\w\s)(?:is|are|was|were|has\sbeen|have\sbeen)\s(?={_WITHIN}[a-z]{{2,}}ing\b)")
_SAME_AS_PAST = (
    r"[a-z]+ed|lost|made|said|held|won|sent|led|built|found|left|kept|brought|bought|cut|set|put|hit|told|paid|sold|"
    r"met|spent|shot|struck|caught|fought|sought|heard|read|understood|spread|split|shut|lent|dealt|laid|fed|fled"
)
_PERFECT = re.compile(rf"(?<=\w\s){_NOT_MODAL}(?:has|have|had)\s(?!not\b)(?={_WITHIN}(?:{_SAME_AS_PAST})\b)")


def telegraphic(text: str) -> str:
    """The text in the words of headlines."""
    parts = _QUOTED.split(text)
    return " ".join("".join(part if at % 2 else _plain(part) for at, part in enumerate(parts)).split())


def _plain(part: str) -> str:
    part = _FILLER.sub("", part)
    part = part if _WH.match(part) else _WILL.sub("to ", part, count=1)
    part = _PASSIVE.sub(lambda found: found["not"] or "", part, count=1)
    for pattern in (_STATE, _PROGRESSIVE, _PERFECT):
        part = pattern.sub("", part, count=1)
    return without_articles(part)


def without_articles(text: str) -> str:
    """The text without "the" and "a", where they don't belong to a number or a name."""
    return _ARTICLE.sub("", _CAPITAL_THE.sub("", text))
