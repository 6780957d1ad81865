"""The words by which boilerplate is known, one rule a line; in a rule a space stands for any white space.

Rules are tried without regard to case. `regions` decides where each list applies.
"""

import re

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
_WEEKDAY = r"(?:[a-z]+day,? )?"
_CLOCK = r"(?:\d{1,2}[:.]\d{2} ?(?:[ap]\.? ?m\.?)?(?: ?[a-z]{2,4})?)"
_NAME = r"(?-i:[A-Z][\w.'’-]*)"
_ROLE = (
    r"(?:fellow|professor|lecturer|editor|columnist|correspondent|reporter|journalist|researcher|analyst|scholar|"
    r"contributor|author of|director|adviser|advisor|economist|writer)\b"
)


def _any_of(rules: str) -> str:
    lines = (line.strip() for line in rules.strip().splitlines())
    return "(?:" + "|".join(lines).replace(" ?", r"\s*").replace(" ", r"\s+") + ")"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


BYLINE = _compiled(
    _any_of(
        rf"""
        by {_NAME}(?:[\s,&|•·]+(?:{_NAME}|and|of|the|van|de|von|al|bin|for|at|in)){{0,9}}(?<!\.)(?:[\s,|•·–—-]+{_DATE}.{{0,20}})?
        by (?:our|a) [\w\s]{{2,40}}(?:correspondents?|editors?|staff|team|reporters?)
        (?:first |originally )?(?:published|posted|released|issued|filed|updated)(?: on| at)?:? ?{_WEEKDAY}\(?{_DATE}.{{0,30}}
        last (?:updated|modified|amended)(?: on| at)?:? ?{_WEEKDAY}{_DATE}.{{0,30}}
        {_WEEKDAY}\(?{_DATE}\)?[,\s|•·–—-]*{_CLOCK}?
        {_CLOCK} ?(?:[–-] ?{_CLOCK})?
        {_NAME}[\w.'’ -]* ?[|•·] ?{_WEEKDAY}{_DATE}
        (?:reporting|writing|editing|compiled|additional reporting) by .{{3,120}}
        for immediate release:?.{{0,40}}
        office of the (?:spokesperson|press secretary)
        """  # noqa: E501
    )
)
"""A whole line that says who wrote, where and when."""

NOTICE = _compiled(
    r"^\W*"
    + _any_of(
        r"""
        (?:follow|join|like|find) (?:us|me|him|her|them) on\b
        share (?:this|on|via)\b
        (?:this is an? )?advertise?ment\W*$
        sponsored(?: content)?\W*$
        (?:read|see|learn|find out) more(?:\W|$).{0,120}$
        (?:media|press) (?:contacts?|enquir|inquir)\w*\b
        (?:contact|e-?mail|tel|phone|fax) ?: ?\S
        for (?:more|further) information,? (?:please )?(?:contact|visit|see|call|email|go to)\b
        (?:leave|post) a comment\b
        enable javascript\b
        (?:support|donate to) (?:us|our (?:work|journalism))\b
        \# ?\# ?\#\W*$
        """
    )
    + "|"
    + _any_of(
        r"""
        \b(?:subscrib(?:e|ing)|sign(?:ing)? up)\b.{0,60}\b(?:newsletters?|mailing|e-?mails?|alerts?|bulletin|briefing|podcast|inbox)\b
        \bunsubscribe\b
        \b(?:our|the|this|weekly|daily|free) newsletter\b
        \bprivacy (?:policy|notice|statement)\b
        \b(?:uses?|accept|these|our|about|of) cookies\b
        \bcookie (?:policy|settings|notice)\b
        \bterms (?:of (?:use|service)|and conditions)\b
        \ball rights reserved\b
        (?:^|\s)(?:©|\(c\)|copyright) ?(?:© ?)?(?:19|20)\d\d
        \bfollow .{2,40} on (?:twitter|x|facebook|linkedin|instagram|bluesky|mastodon)\b
        \b(?:views?|opinions?) expressed\b.{0,160}\b(?:authors?|own|not necessarily|do(?:es)? not|alone)\b
        \b(?:does|do) not (?:take collective positions|necessarily (?:represent|reflect))\b
        \brepresents? (?:only )?the views of (?:its|their|the)\b
        \b(?:this|the) (?:article|piece|story|post|essay|column) (?:was|is|has been|first|originally) (?:\w+ ){0,3}(?:published|appeared|republished|syndicated|translated)\b
        \b(?:click|tap) here\b
        \b(?:store|use) your e-?mail address\b
        \bnot subject to copyright\b
        \bis for information(?:al)? purposes only\b
        \bnot (?:constitute |intended as )?(?:investment|financial|legal) advice\b
        """  # noqa: E501
    )
)
"""A paragraph that speaks to the reader as a customer: newsletters, cookies, rights, contacts, disclaimers."""

DISCLAIMER = _compiled(
    r"\W*"
    + _any_of(
        r"""
        (?:disclaimer|disclosures?|legal notice|correction policy|about the authors?)\b\W*(?:$|[:–—-])
        (?:these|this) (?:documents?|reports?|publications?) (?:was|were|is|are) (?:prepared|provided|published) (?:by|for)\b
        """  # noqa: E501
    )
)
"""How a longer paragraph begins that is a notice as a whole."""

BIOGRAPHY = _compiled(
    _any_of(
        rf"""
        (?:the author|{_NAME}(?: (?:{_NAME}|de|van|von|al|bin)){{1,4}}) (?:is|are|was|serves as|writes|covers|reports) (?:[\w’'-]+,? ){{0,7}}?{_ROLE}
        (?:senior |visiting |deputy |associate |managing |policy )*(?:director|fellow|editor|professor|analyst|researcher|correspondent|head)\b,?(?: (?:of|for|at|in)\b)?[^.!?]{{2,90}}$
        """  # noqa: E501
    )
)
"""How a paragraph near the end begins that says who the author is."""

NAVIGATION = _compiled(
    r"^\W*"
    + _any_of(
        r"""
        (?:photo(?:graph)?s?|image|picture|illustration|graphic|credit|video|caption|figure \d+|chart \d+|table \d+|map) ?(?:credits?|by|courtesy(?: of)?)? ?[:.|©]
        (?:photo|image|picture|illustration) (?:credit|by|courtesy)\b
        (?:related|see also|read (?:also|next|this)|more (?:from|on|in)|also in|recommended|most (?:read|popular)|tags?|topics?|filed under|categories|sources?|references|sister links|external links) ?(?::.{0,200})?$
        skip to\b.{0,40}\W*$
        (?:back to top|home|menu|search|print|share|e-?mail|comments?|listen|download(?: pdf.*)?|next|previous|page \d+(?: of \d+)?|\d{1,4}|(?:table of )?contents)\W*$
        (?:\[\d+\] ?)?(?:https?://|www\.)\S+\W*$
        """  # noqa: E501
    )
    + "|"
    + _any_of(
        r"""
        (?:/|\bvia ) ?(?:getty(?: images)?|reuters|ap(?: photo)?|afp|epa|shutterstock|flickr|wikimedia(?: commons)?)\W*$
        \bgetty images\W*$
        ^(?:[\w&'’ -]{2,40} ?[>»›] ?)+[^.!?]{1,80}$
        ^\S.{0,100}? ?(?:\. ?){5,} ?\d+$
        """
    )
)
"""A line that leads elsewhere or labels a picture: captions, credits, menus, contents, bare addresses."""
