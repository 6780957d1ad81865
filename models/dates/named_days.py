"""The named days that are known: when each falls, and the words for it. Data; `holidays` works out the days."""

from typing import Final, NamedTuple


class Fixed(NamedTuple):
    """The same day every year."""

    month: int
    day: int


class Weekday(NamedTuple):
    """The nth such weekday of a month, counted from `after` days into it; -1 the last."""

    month: int
    weekday: int
    nth: int
    after: int = 0


class Easter(NamedTuple):
    """So many days after Easter."""

    days: int
    orthodox: bool = False


class After(NamedTuple):
    """So many days after another named day."""

    name: str
    days: int


class Lunar(NamedTuple):
    """So many days after a feast of a lunar calendar, which stands in `lunar_feasts.txt`."""

    feast: str
    days: int = 0


Rule = Fixed | Weekday | Easter | After | Lunar

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)

LASTING: Final[dict[str, int | str]] = {
    "lent": 46,
    "great lent": 40,
    "ramadan": "eid al-fitr",
    "hanukkah": 8,
    "passover": 8,
    "sukkot": 7,
    "rosh hashanah": 2,
    "shavuot": 2,
    "navaratri": 9,
}
"""How many days those last that last more than one, or the day on which they are over."""

NAMED_DAYS: Final[dict[str, tuple[Rule, tuple[str, ...]]]] = {
    # Western, civil
    "new year": (Fixed(1, 1), ("new year|years POSSESSIVE? day", "yuandan")),
    "new year's eve": (Fixed(12, 31), ("new year|years POSSESSIVE? eve",)),
    "epiphany": (Fixed(1, 6), ("epiphany", "twelfth night")),
    "groundhog day": (Fixed(2, 2), ("groundhog day",)),
    "valentine's day": (Fixed(2, 14), ("st? valentine|valentines POSSESSIVE? day",)),
    "women's day": (Fixed(3, 8), ("international? women POSSESSIVE day",)),
    "saint patrick's day": (Fixed(3, 17), ("st|saint patrick|patricks|paddy POSSESSIVE? day",)),
    "april fools' day": (Fixed(4, 1), ("april fool|fools POSSESSIVE? day",)),
    "earth day": (Fixed(4, 22), ("earth day",)),
    "anzac day": (Fixed(4, 25), ("anzac day",)),
    "may day": (Fixed(5, 1), ("may day", "international|int'l workers POSSESSIVE? day")),
    "cinco de mayo": (Fixed(5, 5), ("cinco de mayo",)),
    "juneteenth": (Fixed(6, 19), ("juneteenth",)),
    "canada day": (Fixed(7, 1), ("canada day",)),
    "independence day": (Fixed(7, 4), ("independence day",)),
    "bastille day": (Fixed(7, 14), ("bastille day",)),
    "halloween": (Fixed(10, 31), ("halloween", "hallowe'en")),
    "all saints' day": (Fixed(11, 1), ("all saints POSSESSIVE? day",)),
    "world vegan day": (Fixed(11, 1), ("world vegan day",)),
    "guy fawkes night": (Fixed(11, 5), ("guy fawkes night|day", "bonfire night")),
    "veterans day": (Fixed(11, 11), ("veterans POSSESSIVE? day", "armistice|remembrance day")),
    "christmas eve": (Fixed(12, 24), ("christmas|xmas eve",)),
    "christmas": (Fixed(12, 25), ("christmas|xmas day?",)),
    "boxing day": (Fixed(12, 26), ("boxing day",)),
    "king's day": (Fixed(4, 27), ("koningsdag", "king POSSESSIVE day")),
    "rabindra jayanti": (Fixed(5, 9), ("rabindra|rabindranath jayanti",)),
    "martin luther king day": (
        Weekday(1, MON, 3),
        ("mlk jr? day", "martin luther king|kings jr? POSSESSIVE? day", "civil rights day"),
    ),
    "presidents' day": (Weekday(2, MON, 3), ("president|presidents POSSESSIVE? day",)),
    "mother's day": (Weekday(5, SUN, 2), ("mother|mothers POSSESSIVE? day",)),
    "memorial day": (Weekday(5, MON, -1), ("memorial day",)),
    "father's day": (Weekday(6, SUN, 3), ("father|fathers POSSESSIVE? day",)),
    "labor day": (Weekday(9, MON, 1), ("labor day",)),
    "columbus day": (Weekday(10, MON, 2), ("columbus day", "indigenous peoples POSSESSIVE? day")),
    "boss's day": (Fixed(10, 16), ("boss POSSESSIVE? day", "boss POSSESSIVE")),
    "election day": (Weekday(11, TUE, 1, after=1), ("election day",)),
    "thanksgiving": (Weekday(11, THU, 4), ("thanksgiving day?", "thanks giving day?")),
    "black friday": (After("thanksgiving", 1), ("black friday",)),
    "cyber monday": (After("thanksgiving", 4), ("cyber monday",)),
    # Christian, by Easter
    "mardi gras": (Easter(-47), ("mardi gras", "pancake day", "shrove tuesday", "fat tuesday")),
    "ash wednesday": (Easter(-46), ("ash wednesday",)),
    "lent": (Easter(-46), ("lent",)),
    "palm sunday": (Easter(-7), ("palm|branch sunday",)),
    "maundy thursday": (Easter(-3), ("maundy|holy|covenant thursday|thu", "thu|thursday of mysteries")),
    "good friday": (Easter(-2), ("good friday",)),
    "holy saturday": (Easter(-1), ("holy saturday",)),
    "easter": (Easter(0), ("easter sunday|day?",)),
    "easter monday": (Easter(1), ("easter monday|mon",)),
    "ascension day": (Easter(39), ("ascension day|thursday",)),
    "pentecost": (Easter(49), ("pentecost", "whit|white sunday", "whitsun")),
    "whit monday": (Easter(50), ("whit|pentecost monday", "monday of the holy spirit")),
    "trinity sunday": (Easter(56), ("trinity sunday",)),
    "corpus christi": (Easter(60), ("corpus christi",)),
    "clean monday": (Easter(-48, orthodox=True), ("clean monday", "orthodox shrove monday")),
    "great lent": (Easter(-48, orthodox=True), ("great fast|lent",)),
    "lazarus saturday": (Easter(-8, orthodox=True), ("lazarus saturday",)),
    "orthodox good friday": (Easter(-2, orthodox=True), ("orthodox good|great|holy friday",)),
    "orthodox easter": (Easter(0, orthodox=True), ("orthodox easter sunday?",)),
    # Jewish
    "rosh hashanah": (Lunar("rosh_hashanah"), ("rosh hashanah|hashana|hashanna", "jewish new year")),
    "yom kippur": (Lunar("yom_kippur"), ("yom kippur", "day of atonement")),
    "sukkot": (Lunar("sukkot"), ("sukkot|succos|sukkos", "feast of the ingathering|tabernacles|booths")),
    "shemini atzeret": (Lunar("sukkot", 7), ("shemini atzeret",)),
    "simchat torah": (Lunar("sukkot", 8), ("simchat torah",)),
    "hanukkah": (Lunar("hanukkah"), ("hanukkah|chanukah|hanukah|hannukkah|hanukka",)),
    "purim": (Lunar("purim"), ("purim",)),
    "shushan purim": (Lunar("purim", 1), ("shushan purim",)),
    "passover": (Lunar("passover"), ("passover", "pesach")),
    "yom hashoah": (Lunar("passover", 12), ("yom hashoah", "holocaust day")),
    "yom haatzmaut": (Lunar("israel_independence"), ("yom haatzmaut",)),
    "lag baomer": (Lunar("lag_baomer"), ("lag b'omer|baomer",)),
    "shavuot": (Lunar("shavuot"), ("shavuot",)),
    "tisha b'av": (Lunar("tisha_bav"), ("tisha b'av",)),
    # Islamic
    "ramadan": (Lunar("ramadan_beginning"), ("the? holy? month? of? ramadan|ramazan|ramzan|ramadhan",)),
    "laylat al-qadr": (
        Lunar("ramadan_beginning", 26),
        ("laylat al - qadr", "laylat al -? kadr|qadr", "night of power|measures"),
    ),
    "jumuatul-wida": (Lunar("jumuatul_wida"), ("jamat ul - vida", "jumu'atul - wida")),
    "eid al-fitr": (
        Lunar("eid_al_fitr"),
        ("eid al|ul - fitr", "eid al|ul fitr", "eid", "festival of breaking the fast"),
    ),
    "eid al-adha": (
        Lunar("eid_al_adha"),
        (
            "eid|id al|ul - adha|azha",
            "eid al|ul adha|azha",
            "bakr id",
            "sacrifice feast",
            "feast of the? sacrifice",
            "eidul azha",
        ),
    ),
    "islamic new year": (Lunar("hijri_new_year"), ("islamic|hijri|arabic new year", "amun jadid")),
    "ashura": (Lunar("ashura"), ("day? of? ashura",)),
    "mawlid": (Lunar("mawlid"), ("mawlid al - nabawi", "mawlid", "mawlid al nabi")),
    "isra and mi'raj": (
        Lunar("isra_and_miraj"),
        ("isra and mi'raj", "the prophet POSSESSIVE ascension", "the night journey", "ascension to heaven"),
    ),
    # Hindu, Sikh, Jain
    "dhanteras": (Lunar("diwali_india", -2), ("dhanteras", "dhanatrayodashi")),
    "kali chaudas": (Lunar("diwali_india", -1), ("kali chaudas", "choti|chhoti diwali")),
    "diwali": (Lunar("diwali_india"), ("diwali", "deepavali", "lakshmi puja")),
    "bhai dooj": (Lunar("diwali_india", 2), ("bhai dooj",)),
    "chhath": (Lunar("chhath_puja"), ("chhath puja?", "dala puja", "surya shashthi")),
    "navaratri": (Lunar("sharad_navratri"), ("navaratri|navratri", "durga puja")),
    "maha saptami": (Lunar("maha_ashtami", -1), ("maha saptami",)),
    "dussehra": (Lunar("dussehra"), ("dussehra", "vijayadashami")),
    "karva chauth": (Lunar("karwa_chauth"), ("karva|karwa chauth",)),
    "ratha yatra": (Lunar("rath_yatra"), ("ratha|rath -? yatra",)),
    "raksha bandhan": (Lunar("raksha_bandhan"), ("raksha bandhan", "rakhi")),
    "mahavir jayanti": (Lunar("mahavir_jayanti"), ("mahavir jayanti", "mahaveer janma kalyanak")),
    "maha shivaratri": (Lunar("maha_shivaratri"), ("maha shivaratri",)),
    "bogi": (Lunar("pongal", -1), ("bogi pandigai",)),
    "pongal": (Lunar("pongal"), ("pongal", "makara sankranthi")),
    "maattu pongal": (Lunar("pongal", 1), ("maattu pongal",)),
    "kaanum pongal": (Lunar("pongal", 2), ("kaanum|kanni pongal",)),
    "makar sankranti": (Lunar("makar_sankranti"), ("makar sankranti", "maghi")),
    "vaisakhi": (Lunar("vaisakhi"), ("vaisakhi|baisakhi|vasakhi|vaishakhi",)),
    "onam": (Lunar("onam"), ("onam", "thiru onam", "thiruvonam")),
    "vasant panchami": (Lunar("basant_panchami"), ("vasant|basant panchami", "saraswati jayanti")),
    "holika dahan": (Lunar("holi", -1), ("holika dahan", "chhoti holi", "kamudu pyre")),
    "holi": (Lunar("holi"), ("holi", "dhulandi", "phagwah")),
    "janmashtami": (Lunar("janmashtami"), ("krishna? janmashtami", "gokulashtami")),
    "ganesh chaturthi": (Lunar("ganesh_chaturthi"), ("ganesh chaturthi",)),
    "rama navami": (Lunar("ram_navami"), ("rama|ram navami",)),
    "ugadi": (Lunar("gudi_padwa"), ("ugadi|yugadi|samvatsaradi", "chaitra sukladi|sukhladi")),
    "guru gobind singh jayanti": (
        Lunar("guru_gobind_singh_jayanti"),
        ("guru gobind|govind singh jayanti|birthday",),
    ),
    "guru ravidas jayanti": (Lunar("guru_ravidas_jayanti"), ("guru ravidas|ravidass jayanti|birthday",)),
    "valmiki jayanti": (Lunar("maharshi_valmiki_jayanti"), ("maharishi? valmiki jayanti", "pargat diwas")),
    # East Asian, Buddhist
    "lunar new year": (
        Lunar("lunar_new_year"),
        ("chinese|lunar new year|years POSSESSIVE? day?", "chinese lunar new year|years POSSESSIVE? day?"),
    ),
    "mid-autumn festival": (Lunar("mid_autumn"), ("mid - autumn festival",)),
    "dragon boat festival": (Lunar("dragon_boat"), ("dragon boat festival",)),
    "vesak": (Lunar("vesak"), ("vesak", "vaisakha", "buddha day|purnima")),
}
