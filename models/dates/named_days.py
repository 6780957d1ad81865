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
    """So many days after a feast of a lunar calendar, as the `holidays` package knows it."""

    calendar: str
    method: str
    days: int = 0


Rule = Fixed | Weekday | Easter | After | Lunar

_ISLAMIC, _HEBREW, _HINDU = "_IslamicLunar", "_HebrewLunisolar", "_HinduLunisolar"
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
    "rosh hashanah": (Lunar(_HEBREW, "rosh_hashanah_date"), ("rosh hashanah|hashana|hashanna", "jewish new year")),
    "yom kippur": (Lunar(_HEBREW, "yom_kippur_date"), ("yom kippur", "day of atonement")),
    "sukkot": (Lunar(_HEBREW, "sukkot_date"), ("sukkot|succos|sukkos", "feast of the ingathering|tabernacles|booths")),
    "shemini atzeret": (Lunar(_HEBREW, "sukkot_date", 7), ("shemini atzeret",)),
    "simchat torah": (Lunar(_HEBREW, "sukkot_date", 8), ("simchat torah",)),
    "hanukkah": (Lunar(_HEBREW, "hanukkah_date"), ("hanukkah|chanukah|hanukah|hannukkah|hanukka",)),
    "purim": (Lunar(_HEBREW, "purim_date"), ("purim",)),
    "shushan purim": (Lunar(_HEBREW, "purim_date", 1), ("shushan purim",)),
    "passover": (Lunar(_HEBREW, "passover_date"), ("passover", "pesach")),
    "yom hashoah": (Lunar(_HEBREW, "passover_date", 12), ("yom hashoah", "holocaust day")),
    "yom haatzmaut": (Lunar(_HEBREW, "israel_independence_date"), ("yom haatzmaut",)),
    "lag baomer": (Lunar(_HEBREW, "lag_baomer_date"), ("lag b'omer|baomer",)),
    "shavuot": (Lunar(_HEBREW, "shavuot_date"), ("shavuot",)),
    "tisha b'av": (Lunar(_HEBREW, "tisha_bav_date"), ("tisha b'av",)),
    # Islamic
    "ramadan": (Lunar(_ISLAMIC, "ramadan_beginning_dates"), ("the? holy? month? of? ramadan|ramazan|ramzan|ramadhan",)),
    "laylat al-qadr": (
        Lunar(_ISLAMIC, "ramadan_beginning_dates", 26),
        ("laylat al - qadr", "laylat al -? kadr|qadr", "night of power|measures"),
    ),
    "jumuatul-wida": (Lunar(_ISLAMIC, "jumuatul_wida_dates"), ("jamat ul - vida", "jumu'atul - wida")),
    "eid al-fitr": (
        Lunar(_ISLAMIC, "eid_al_fitr_dates"),
        ("eid al|ul - fitr", "eid al|ul fitr", "eid", "festival of breaking the fast"),
    ),
    "eid al-adha": (
        Lunar(_ISLAMIC, "eid_al_adha_dates"),
        (
            "eid|id al|ul - adha|azha",
            "eid al|ul adha|azha",
            "bakr id",
            "sacrifice feast",
            "feast of the? sacrifice",
            "eidul azha",
        ),
    ),
    "islamic new year": (Lunar(_ISLAMIC, "hijri_new_year_dates"), ("islamic|hijri|arabic new year", "amun jadid")),
    "ashura": (Lunar(_ISLAMIC, "ashura_dates"), ("day? of? ashura",)),
    "mawlid": (Lunar(_ISLAMIC, "mawlid_dates"), ("mawlid al - nabawi", "mawlid", "mawlid al nabi")),
    "isra and mi'raj": (
        Lunar(_ISLAMIC, "isra_and_miraj_dates"),
        ("isra and mi'raj", "the prophet POSSESSIVE ascension", "the night journey", "ascension to heaven"),
    ),
    # Hindu, Sikh, Jain
    "dhanteras": (Lunar(_HINDU, "diwali_india_date", -2), ("dhanteras", "dhanatrayodashi")),
    "kali chaudas": (Lunar(_HINDU, "diwali_india_date", -1), ("kali chaudas", "choti|chhoti diwali")),
    "diwali": (Lunar(_HINDU, "diwali_india_date"), ("diwali", "deepavali", "lakshmi puja")),
    "bhai dooj": (Lunar(_HINDU, "diwali_india_date", 2), ("bhai dooj",)),
    "chhath": (Lunar(_HINDU, "chhath_puja_date"), ("chhath puja?", "dala puja", "surya shashthi")),
    "navaratri": (Lunar(_HINDU, "sharad_navratri_date"), ("navaratri|navratri", "durga puja")),
    "maha saptami": (Lunar(_HINDU, "maha_ashtami_date", -1), ("maha saptami",)),
    "dussehra": (Lunar(_HINDU, "dussehra_date"), ("dussehra", "vijayadashami")),
    "karva chauth": (Lunar(_HINDU, "karwa_chauth_date"), ("karva|karwa chauth",)),
    "ratha yatra": (Lunar(_HINDU, "rath_yatra_date"), ("ratha|rath -? yatra",)),
    "raksha bandhan": (Lunar(_HINDU, "raksha_bandhan_date"), ("raksha bandhan", "rakhi")),
    "mahavir jayanti": (Lunar(_HINDU, "mahavir_jayanti_date"), ("mahavir jayanti", "mahaveer janma kalyanak")),
    "maha shivaratri": (Lunar(_HINDU, "maha_shivaratri_date"), ("maha shivaratri",)),
    "bogi": (Lunar(_HINDU, "pongal_date", -1), ("bogi pandigai",)),
    "pongal": (Lunar(_HINDU, "pongal_date"), ("pongal", "makara sankranthi")),
    "maattu pongal": (Lunar(_HINDU, "pongal_date", 1), ("maattu pongal",)),
    "kaanum pongal": (Lunar(_HINDU, "pongal_date", 2), ("kaanum|kanni pongal",)),
    "makar sankranti": (Lunar(_HINDU, "makar_sankranti_date"), ("makar sankranti", "maghi")),
    "vaisakhi": (Lunar(_HINDU, "vaisakhi_date"), ("vaisakhi|baisakhi|vasakhi|vaishakhi",)),
    "onam": (Lunar(_HINDU, "onam_date"), ("onam", "thiru onam", "thiruvonam")),
    "vasant panchami": (Lunar(_HINDU, "basant_panchami_date"), ("vasant|basant panchami", "saraswati jayanti")),
    "holika dahan": (Lunar(_HINDU, "holi_date", -1), ("holika dahan", "chhoti holi", "kamudu pyre")),
    "holi": (Lunar(_HINDU, "holi_date"), ("holi", "dhulandi", "phagwah")),
    "janmashtami": (Lunar(_HINDU, "janmashtami_date"), ("krishna? janmashtami", "gokulashtami")),
    "ganesh chaturthi": (Lunar(_HINDU, "ganesh_chaturthi_date"), ("ganesh chaturthi",)),
    "rama navami": (Lunar(_HINDU, "ram_navami_date"), ("rama|ram navami",)),
    "ugadi": (Lunar(_HINDU, "gudi_padwa_date"), ("ugadi|yugadi|samvatsaradi", "chaitra sukladi|sukhladi")),
    "guru gobind singh jayanti": (
        Lunar(_HINDU, "guru_gobind_singh_jayanti_date"),
        ("guru gobind|govind singh jayanti|birthday",),
    ),
    "guru ravidas jayanti": (Lunar(_HINDU, "guru_ravidas_jayanti_date"), ("guru ravidas|ravidass jayanti|birthday",)),
    "valmiki jayanti": (Lunar(_HINDU, "maharshi_valmiki_jayanti_date"), ("maharishi? valmiki jayanti", "pargat diwas")),
    # East Asian, Buddhist
    "lunar new year": (
        Lunar("_ChineseLunisolar", "lunar_new_year_date"),
        ("chinese|lunar new year|years POSSESSIVE? day?", "chinese lunar new year|years POSSESSIVE? day?"),
    ),
    "mid-autumn festival": (Lunar("_ChineseLunisolar", "mid_autumn_date"), ("mid - autumn festival",)),
    "dragon boat festival": (Lunar("_ChineseLunisolar", "dragon_boat_date"), ("dragon boat festival",)),
    "vesak": (Lunar("_BuddhistLunisolar", "vesak_date"), ("vesak", "vaisakha", "buddha day|purnima")),
}
