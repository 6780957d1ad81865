"""Asides: what a sentence can lose without loss. Brackets, appositions, who says it, and adverbials that lead it in."""

import re

REGIONS = frozenset(
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|"
    "Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|"
    "Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|"
    "Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|"
    "West Virginia|Wisconsin|Wyoming|D.C.|Ontario|Quebec|Alberta|British Columbia|Queensland|Victoria|New South Wales|"
    "England|Scotland|Wales|Ireland|France|Germany|Italy|Spain|Poland|Austria|Belgium|Greece|Turkey|Russia|Ukraine|"
    "China|Japan|India|Australia|Canada|Mexico|Brazil|Iran|Iraq|Syria|Israel|Egypt|Qatar|Kenya|Nigeria|South Africa|"
    "Indonesia|Thailand|Pakistan|Afghanistan|Switzerland|Sweden|Norway|Denmark|Finland|Netherlands|Portugal|Hungary|"
    "United Kingdom|United States|U.S.|UK|US".split("|")
)
"""Regions and countries that are named behind a town."""
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[\.{3}\]|\[…\]|\[\d+\])")
_SQUARE = re.compile(r"[\[\]]")
_SAYS = re.compile(
    r",\s(?:(?:he|she|it|they|we|I)\s(?:\w+ly\s)?\w+(?:\s\w+ly)?|(?:says?|said)\s[^,]{2,40}"
    r"|(?:by|in|according to)\s[^,]{2,40}(?:count|words|view|opinion|reckoning|estimates?|boast|account)"
    r"|(?:however|indeed|of course|for example|for instance|in turn|too|therefore|meanwhile|in fact|after all))"
    r",\s"
)
_APPOSITION = re.compile(
    r"(?<=\w|”|\"),\s(?:(?:the|an?|its|his|her|their|which|who|whom|whose|where|including|such as|formerly|also|like|"
    r"except|along with|together with|for|in|on|at|by|after|before|during|despite|under|with|as|\w+ing|aged|\d{1,3}|"
    r"[a-z]+\s(?:of|for|at|from))\b[^,;]{0,120}),\s?(?=\S)"
)
_DASHED = re.compile(r"\s?(?:—|\s–\s|\s--\s)\s?[^—–]{2,100}?\s?(?:—|\s–\s|\s--\s)\s?")
_PLACE = re.compile(
    rf"\b(?P<in>[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|to|of)\s(?P<place>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?),\s"
    rf"(?:{'|'.join(sorted(REGIONS, key=len, reverse=True))})\b(?:,\s(?:U\.S\.|United States))?(?!,?\s(?:and|or)\b)"
)
_LIST = re.compile(r"^(?:[\w’'-]+,?\s){0,3}(?:and|or)\s")
_PHRASE = (
    r"(?:on|in|at|by|since|during|from|after|before|following|(?:last|this|next)\s(?:week|month|year|quarter|spring|summer|autumn|fall|winter|decade|"
    r"[A-Z]\w+day|morning|afternoon|evening|night|time)|later|earlier|over|until|through|as of|"
    r"within|for|according to|due to|because of|as a result|as part of|in addition|under|with|despite|while|when|as|"
    r"although|though|given|shortly|beyond|along with|across|among|amid|once|to)"
    r"(?!\s(?:least|most|all|\d+\s(?:people|per|percent)))"
)
_ADVERB = (
    r"(?:yesterday|today|tomorrow|tonight|currently|recently|meanwhile|however|additionally|furthermore|moreover|also|"
    r"then|now|nevertheless|similarly|instead|finally|first|second|ultimately|overall|again|still|thus|therefore|"
    r"soon|specifically|here|later|earlier)"
)
_LED_IN = re.compile(
    rf"^(?:{_ADVERB}(?:\s[^,]{{1,40}})?,(?:\s[A-Z][\w.]+,)?|{_PHRASE}\b(?!-)(?:[^,;\"“”]|,(?=\d)){{2,110}}(?:,\s(?:19|20)\d\d)?,"
    r"(?:\s(?:which|who|where|when)\b[^,;]{2,100},)?)\s+(?=\S)",
    re.IGNORECASE,
)
_DATE = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)(?:\s\d{1,2})?|\d{1,2}\s[A-Z][a-z]{2,8}|(?:19|20)\d\d)"
)
_DATED = re.compile(rf"^(?:As of|On|By|Since|From|In)\s{_DATE}\s(?=(?:the|an?|two|three|he|she|it|they|[A-Z]\w*)\s)")
_HEDGED = re.compile(r"^(reportedly|allegedly|apparently|perhaps|possibly|probably),\s", re.IGNORECASE)
_CONNECTIVE = re.compile(
    r"^(?:and|but|so|yet|that|then|thus|hence|also|however|therefore|meanwhile)\s+(?=\w)", re.IGNORECASE
)
_TURNS = re.compile(
    r"\b(?:not|never|no(?!\.\s?\d)|nor|neither|unless|if|unlike|without|hardly|only)\b|n[’']t\b", re.IGNORECASE
)
_FEWEST = 3
"""Words that must be left behind an adverbial that is dropped."""


def without_asides(quote: str) -> str:
    """The quote on one line without its asides; whole if hardly anything else is left."""
    text = " ".join(_SQUARE.sub("", _BRACKETS.sub("", quote)).split()).strip(" ,;:–—-.")
    text = _PLACE.sub(_without_region, text)
    shorter = _led_in(text)
    for pattern, between in ((_SAYS, " "), (_DASHED, " ")):
        shorter = pattern.sub(between, shorter)
    shorter = _APPOSITION.sub(_kept, shorter)
    return shorter if len(shorter.split()) >= _FEWEST else text


def _without_region(found: re.Match[str]) -> str:
    """ "in Kenosha, Wisconsin" is "in Kenosha"; "in France, Germany" is a list."""
    return found[0] if found["place"] in REGIONS else f"{found['in']} {found['place']}"


def _led_in(text: str) -> str:
    """The text without adverbials before its subject, except those that negate or set a condition."""
    while True:
        text = _DATED.sub("", _CONNECTIVE.sub("", _HEDGED.sub(r"\1 ", text)))
        found = _LED_IN.match(text)
        if not found or _TURNS.search(found[0]) or len(text[found.end() :].split()) < _FEWEST:
            return text
        if _LIST.match(text[found.end() :]):
            return text
        text = text[found.end() :]


def _kept(found: re.Match[str]) -> str:
    """A space for an apposition; a list or a clause that negates stays as it is."""
    rest = found.string[found.end() :]
    return found[0] if _LIST.match(rest) or _TURNS.search(found[0]) else " "
