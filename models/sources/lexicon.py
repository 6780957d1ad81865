"""Words that the reading of sources leans on. Data only; all in small letters without accents."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STRONG_TITLES = _words("""
    mr mrs ms miss messrs dr prof professor sir dame lord lady rev reverend father sister brother pope cardinal bishop
    archbishop imam ayatollah sheikh rabbi king queen prince princess emperor empress duke duchess sultan emir
    president prime minister premier chancellor secretary undersecretary senator sen representative rep congressman
    congresswoman congressperson councillor councilman councilwoman councilmember assemblyman assemblywoman governor gov
    lt mayor speaker chairman chairwoman chairperson officer commissioner ambassador amb envoy consul prosecutor judge
    magistrate sheriff marshal colonel col major maj captain capt sergeant sgt lieutenant-general brigadier admiral adm
    commander cmdr commodore inspector superintendent detective constable coach analyst economist spokesman spokeswoman
    spokesperson administrator secretary-general director-general founder co-founder ceo cfo reporter journalist
    actor actress singer activist nominee delegate treasurer solicitor counsellor counselor then-president ex-president
    mp mep former-president president-elect hon honorable honourable excellency gen whip
    activist nominee delegate treasurer solicitor counsellor counselor then-president ex-president mp mep
    former-president president-elect hon honorable honourable excellency gen whip
""")
"""Words that lead up to a person's name, with a capital of their own."""

WEAK_TITLES = _words("""
    first second senior foreign under assistant acting former late interior defence defense finance health justice
    environment external affairs economy press campaign majority minority host student co-lead leader chief general
    executive deputy vice lieutenant manager editor author candidate attorney adviser advisor advisors director
    directors crown gentleman counsel chair co-chair national security
""")
"""Titles that also open the names of other things, so that they alone make no person."""

TITLES = STRONG_TITLES | WEAK_TITLES

ABBREVIATED_TITLES = _words("""
    mr mrs ms dr prof sen rep gov gen col lt sgt capt maj adm cmdr brig rev hon pres st jr sr amb supt insp messrs
""")

TITLES_OF_MEN = _words("""
    mr sir lord king prince emperor duke sultan emir pope father brother imam ayatollah sheikh congressman chairman
    spokesman councilman assemblyman gentleman
""")
PERSONAL_TITLES = TITLES_OF_MEN | _words("mrs ms miss dame lady dr prof professor sen rep gov")
"""Titles that only people bear."""

TITLES_OF_WOMEN = _words("""
    mrs ms miss dame lady queen princess empress duchess sister congresswoman chairwoman spokeswoman councilwoman
    assemblywoman
""")

PORTFOLIOS = _words("""
    state defense defence commerce labor labour energy treasury education agriculture transportation interior health
    homeland finance war army navy staff affairs justice housing veterans
""")
"""What a secretary may be secretary of, so that the words after it still lead up to a name."""

RANKS = _words("vice deputy former ex assistant acting then late")
"""Words that make an office another one."""

SAME_ROLE = {
    "lawyer": _words("lawyer attorney counsel solicitor barrister advocate"),
    "attorney": _words("attorney lawyer counsel"),
    "lawmaker": _words("lawmaker legislator rep representative congressman congresswoman sen senator mp deputy member"),
    "senator": _words("senator sen"),
    "congressman": _words("congressman rep representative"),
    "congresswoman": _words("congresswoman rep representative"),
    "minister": _words("minister secretary"),
    "governor": _words("governor gov"),
    "professor": _words("professor prof"),
    "spokesman": _words("spokesman spokesperson"),
    "spokeswoman": _words("spokeswoman spokesperson"),
    "spokesperson": _words("spokesman spokeswoman spokesperson"),
    "chairman": _words("chairman chairperson chair"),
    "chair": _words("chairman chairwoman chairperson chair"),
    "head": _words("head chief director chair chairman chairwoman"),
    "chief": _words("chief head director commissioner"),
    "general": _words("general gen"),
    "scientist": _words("scientist researcher professor"),
    "researcher": _words("researcher scientist professor"),
    "doctor": _words("doctor dr physician"),
}
"""Nouns for a role, and those by which a text may have introduced who holds it."""

PARTICLES = _words("of for the and & on de del di da das do dos du la le van von der den ten ter bin ibn al el ben y")
"""Small words that may stand inside a name."""

INSTITUTIONS = _words("""
    university institute institution department ministry bank board office council committee subcommittee commission
    court house houses senate congress parliament assembly state states republic kingdom center centre agency bureau
    service services administration association organization organisation union federation foundation fund group party
    embassy consulate police force forces army navy academy college school society league authority survey surveys
    journal times post news herald gazette tribune network company corporation corp inc ltd limited plc llc co gmbh
    ag kft sa airlines airways air motors electric industries systems campaign government cabinet treasury reserve
    exchange museum hospital church brigade coalition front movement alliance initiative program programme project
    report observatory laboratory desk market division system press media radio television channel command conference
    club team watch international index register tribunal chamber secretariat mission tribe nation nations district
    county city province region island islands river sea ocean gulf mountain mount street airport station cup games
    championship championships act treaty agreement accord protocol resolution hurricane storm tropical regulations
    rules review partners capital holdings securities bancorp stores unions democrats republicans workers brotherhood
    taliban guard corps avenue road square park lane boulevard bridge mosque temple
    cathedral palace tower
    taliban guard corps avenue road square park lane boulevard bridge
""")
"""Words by which a name is not a person's."""

DOCUMENTS = _words("""
    study report statement paper article book law ruling decree letter release poll survey census website order
    newspaper
""")
"""Nouns for what has been written, which no person is called by."""

OUTLETS = _words("news sport sports television tv radio online")
"""What may follow the short name of a broadcaster."""

PLACES = _words("""
    north south east west northern southern eastern western new old san santa saint st los las hong saudi sri united
    costa puerto sierra ivory cape port fort lake great upper lower central greater
""")
"""Words that open the names of places."""

NO_PEOPLE = _words("""
    afghanistan albania algeria america angola argentina armenia australia austria azerbaijan bahamas bahrain
    bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria
    burma burundi cambodia cameroon canada catalonia chile china colombia congo crimea croatia cuba cyprus czechia
    denmark djibouti dominica ecuador egypt england eritrea estonia ethiopia europe fiji finland gabon gambia gaza
    germany ghana greece greenland grenada guatemala guinea guyana haiti holland honduras hungary iceland india
    indonesia iran iraq ireland israel italy jamaica japan jerusalem kazakhstan kenya kosovo kuwait kyrgyzstan laos
    latvia lebanon lesotho liberia libya lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania
    mauritius mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger
    nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda
    samoa scotland senegal serbia singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria
    taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan
    venezuela vietnam wales yemen zambia zimbabwe africa asia california texas florida brussels washington moscow
    beijing london paris berlin kyiv kiev tehran ankara istanbul baghdad damascus cairo riyadh islamabad delhi tokyo
    seoul pyongyang vienna geneva rome madrid athens warsaw budapest prague amman beirut tripoli doha dubai havana
    caracas jakarta manila bangkok hanoi twitter facebook instagram youtube reddit telegram amazon google apple
    vermont michigan wisconsin ohio minnesota massachusetts connecticut kentucky tennessee louisiana oregon arizona
    nevada illinois iowa missouri nebraska utah hawaii alaska maine maryland colorado oklahoma arkansas alabama
    mississippi delaware idaho montana wyoming kansas pennsylvania
    microsoft boeing airbus tesla uber nike kremlin pentagon vatican
""")
"""Countries, capitals, platforms and firms: they act in the news, but are no people."""

CALENDAR = _words("""
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
""")

NEVER_NAMES = _words("""
    the a an this that these those some many most all both each every any no none such several few one two three four
    five six seven eight nine ten other another i he she it we they you his her its their our my your him them us who
    whom whose what which when where why how in on at by for from to with without of into onto over under between
    among amongst about against after before since until till during through across along around as if because although
    though while whereas unless whether but and or nor so yet however therefore thus hence meanwhile moreover
    furthermore nevertheless nonetheless instead otherwise also still even only just not now then here there today
    yesterday tomorrow tonight later earlier soon shortly once never always often perhaps maybe according despite
    following including regarding concerning given let please thank thanks yes well is are was were be been being has
    have had do does did will would can could may might must shall should ought more less much very too again ever
    additionally similarly specifically unfortunately finally first firstly second secondly third last next recently
    currently previously initially eventually reportedly allegedly asked speaking responding writing citing noting
    adding saying said like unlike upon per via amid amidst i'm i've i'll i'd we're we've we'll it's he's she's they're
    they've that's there's what's who's don't didn't isn't q
""")
"""Words that open sentences and so stand with a capital, but are not parts of names."""

NOT_DESCRIBING = _words("""
    that said says and but with by from in at on to as than when while which who whom told after before against if or
    nor not is was were are has have had will would may might could over under about into like via per according wrote
    added noted also so where because
""")
"""Words before a name that end its description."""

FINITE = _words("""
    is are was were be has have had will would can could may might must shall should do does did isn't aren't wasn't
    weren't won't wouldn't hasn't haven't hadn't don't doesn't didn't
""")
"""Verbs before which a subject ends."""

SAYING = _words("""
    say says said tell tells told add adds added write writes wrote note notes noted state states stated announce
    announces announced claim claims claimed argue argues argued warn warns warned insist insists insisted explain
    explains explained tweet tweets tweeted continue continues continued reply replies replied respond responds
    responded declare declares declared predict predicts predicted reckon reckons reckoned recall recalls recalled
    remark remarks remarked report reports reported maintain maintains maintained believe believes believed think
    thinks thought promise promises promised confirm confirms confirmed acknowledge acknowledges acknowledged admit
    admits admitted allege alleges alleged assert asserts asserted concede concedes conceded contend contends contended
    complain complains complained observe observes observed ask asks asked urge urges urged stress stresses stressed
    conclude concludes concluded whisper whispers whispered joke jokes joked read reads
""")
"""Verbs that stand beside quoted words ("…," X said)."""

SPEECH = SAYING | _words("""
    saying telling adding writing noting stating announcing claiming arguing warning insisting explaining reporting
    declaring confirming deny denies denied denying estimate estimates estimated expect expects expected suggest
    suggests suggested reveal reveals revealed pledge pledges pledged vow vows vowed comment comments commented
    emphasize emphasizes emphasized emphasise emphasised mention mentions mentioned point points pointed reiterate
    reiterates reiterated repeat repeats repeated forecast forecasts foresee foresees hope hopes hoped indicate
    indicates indicated inform informs informed describe describes described call calls called cite cites cited
    characterize characterized criticize criticized criticise criticised express expressed assure assures assured
    testify testifies testified go goes went speak spoke speaks discuss discusses discussed find finds found show shows
    showed put puts see sees saw threaten threatens threatened welcome welcomes welcomed condemn condemns condemned
    propose proposes proposed consider considers considered plan plans planned intend intends intended agree agrees
    agreed accuse accuses accused decide decides decided doubt doubts doubted fear fears feared want wants wanted
    anticipate anticipates anticipated project projects projected accept accepts accepted rule rules ruled record
    records recorded complain swear swears swore sworn request requests requested
""")
"""Verbs by which somebody speaks or takes a position."""

CLEAR_SPEECH = _words("""
    say says said tell tells told add adds added wrote writes noted notes stated states announced announce announces
    claimed claims claim argues argued argue warns warned warn insisted insists insist explains explained tweeted
    replied replies responded responds declared declares predicted predicts predict reckoned reckons reckon recalled
    recalls remarked remarks reported reports maintained maintains maintain promised promises confirmed confirms
    acknowledged acknowledges admitted admits alleged alleges asserted asserts conceded concedes contends contended
    contend complained complains observed pledged pledges vowed vows vow revealed reveals emphasized emphasised
    emphasizes emphasises reiterated reiterates mentioned testified concluded concludes hinted hints stressed stresses
    underscored affirmed affirms speculated joked repeated assured assures informed answered answers whisper swore
    threatened threatens disclosed asserted cautioned cautions forecasts foresees foresaw
    saying telling adding writing noting stating announcing claiming arguing warning insisting explaining reporting
    declaring confirming predicting reckoning promising pledging vowing stressing conceding admitting alleging
    acknowledging complaining cautioning
""")
"""Verbs of saying that mean nothing else before a statement."""

OPINIONS = _words("""
    think thinks thought believe believes believed expect expects expected reckon anticipates anticipate anticipated
    estimate estimates estimated fear fears feared doubt doubts doubted judge judged consider considers considered feel
    feels felt hold holds held agree agrees agreed find finds found decided ruled rules calculate calculates calculated
    project projects projected forecast suspect suspects suspected argue put puts see sees projecting estimating
    expecting believing know knows understand understands understood
""")
"""Verbs for a view, which need "that" or a clause behind them."""

DIRECT = _words("""
    think thinks thought believe believes expect expects anticipate anticipates estimate estimates suspect suspects
    fear fears argue
""")
"""Those of them behind which a clause stands without "that"."""

SHOWING = _words("""
    suggest suggests suggested indicate indicates indicated show shows showed imply implies implied signal signals
    signalled signaled finding suggesting indicating showing states record records recorded assume assumes assumed
    provides
""")
"""Verbs for what people say as well as for what things show."""

STATEMENTS = _words("""
    claim claims assertion assertions warning warnings prediction predictions forecast forecasts statement statements
    argument insistence suggestion suggestions assessment view belief position contention promise promises pledge
    threat announcement denial conclusion finding findings report reports allegation allegations estimate estimates
    admission assurance assurances acknowledgement declaration answer reply ruling verdict expectation charge complaint
    explanation remark remarks comment comments hint hints concession accusation accusations opinion
""")
"""Nouns for what somebody says, before "that"."""

NOUNS = _words("""
    states reports claims plans estimates forecasts hopes fears doubts vows pledges notes points calls reads asks
    promises projects comments mentions report state claim plan estimate forecast hope fear doubt vow pledge note point
    call ask promise project comment mention find put see show read record records rule rules request requests
""")
"""Words for speech that are nouns as often."""

PRONOUNS = _words("""
    i we my our us me you your he she him her his hers it its they them their himself herself itself themselves
    ourselves some many most others one both this that these those
""")
"""Small words that can stand for a source."""

UTTERANCES = _words("""
    account words word count reckoning estimate estimates view opinion judgment judgement telling admission boast
    phrase calculation forecast assessment memoir memoirs figures data poll polls arithmetic modelling projection
    projections reading admission
""")
"""Nouns for what somebody says, so that its owner is the source."""

POSTNOMINALS = _words("qc kc mp mep md phd jr sr ii iii iv obe cbe esq msp")
"""What may follow a person's name without being part of it."""

MEDIA_NOUNS = _words("publication newspaper paper outlet broadcaster network magazine agency daily tabloid weekly")

COMPANY_NOUNS = _words("""
    company firm utility carrier airline maker group manufacturer retailer lender automaker carmaker operator supplier
    drugmaker developer startup insurer
""")
"""Nouns that take up a business mentioned before."""

MEN_NOUNS = _words("man father husband son brother king prince businessman policeman grandfather uncle boy")
WOMEN_NOUNS = _words("""
    woman mother wife daughter sister queen princess actress businesswoman widow grandmother aunt girl
""")
PERSON_NOUNS = (
    MEN_NOUNS
    | WOMEN_NOUNS
    | _words("""
    official diplomat lawyer attorney lawmaker candidate author researcher scientist
    professor doctor activist protester journalist reporter analyst economist expert singer player coach captain
    athlete actor writer politician officer source spokesman spokeswoman spokesperson adviser advisor nominee veteran
    billionaire executive banker farmer teacher student historian engineer republican democrat conservative liberal
    socialist incumbent newcomer founder owner manager broker trader member person deputy protester resident
""")
)
"""Nouns that take up a person mentioned before without naming an office."""

MEN = _words("""
    abdel abdul abdullah abel abraham adam adrian ahmad ahmed akira alan albert alberto alejandro alex alexander alexei
    alexis alfred ali allen amir anders andre andreas andrei andrew andrzej andy angel anthony antonio antony arnold
    arthur ayman barack barry bashar ben benjamin benny bernard bernie bill bjorn bob boris brad brandon brett brian
    bruce bryan carl carlos charles chris christopher chuck clarence claude colin craig dale damian dan daniel darren
    dave david dean denis dennis derek diego dmitri dmitry dominic don donald doug douglas duncan dwight ed eduardo
    edward elijah elon emmanuel enrique eoin eric erik ernest eugene evan felipe felix ferdinand fernando francis
    francisco francois frank franz fred frederick gabriel gareth gary gaspar gavin geoffrey george gerald gerard gerhard
    gilbert giovanni giuseppe glenn gordon graham greg gregory guillermo gunnar gustavo guy hamid hans harold harry
    hassan hatem heinz henrik henry herbert herve hiroshi horst hosni howard hubert hugh hugo hussein ian ibrahim igor
    imran isaac ismail ivan jack jacob jacques jaime jair jake james jamie jan jared jaroslaw jason javier jay
    jean-claude jean-jacques jean-pierre jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim joao joe
    joel johan johann john johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua juan julian julius
    justin karl karsten keith ken kenneth kevin khaled kirk klaus kofi kurt kyle lance larry lars lasse laurence
    lawrence lech lee leo leon leonard leonardo lewis liam lloyd louis luca lucas luis luke magnus mahmoud malcolm
    manuel marc marcel marcelo marco marcos marcus mario mark martin marvin mateusz matt matteo matthew maurice mauri
    max maxime michael michel mick miguel mikael mike mikhail mitch mitt moammar mohamed mohammad mohammed muammar
    muhammad mustafa narendra nathan ned neil nelson nicholas nick nicolas nigel nikol nikolai nils noah norman olaf
    oliver olivier olof omar oscar otto owen pablo pascal patrick paul pawel pedro per peter petr phil philip philippe
    pierre piers piotr rafael ralph ramon randy rasmus raul ray raymond recep rex richard rick robert roberto robin
    rodolphe rodrigo roger roland roman ron ronald roy rudolf rudy russell ryan saad sam samuel scott sean sebastian
    sergei sergey serge sergio seth shinzo simon soren stanley stefan stephan stephen steve steven stewart stuart sven
    tariq taylor ted tedros terrence terry thaddeus theodore thomas tim timothy toby tobias todd tom tomas tony travis
    tyler vaclav victor viktor vincent vitaly vladimir volodymyr walter warren wayne wen werner wesley wilhelm will
    william willy winston wolfgang xavier xi yasir yasuo yoshihide yuri yusuf zachary
""")
WOMEN = _words("""
    agnes aisha alexandra alice alicia alison allison amanda amber amelia amy ana angela angelina anita ann anna anne
    annegret annette annie aparna april ashley aung barbara beatrice becky beth betty beverly bonnie brenda bridget
    camilla carla carmel carmen carol carole caroline carolyn carrie catherine cathy cecilia celine charlotte chelsea
    cheryl chloe christia christina christine cindy claire clara claudia colleen condoleezza courtney cristina crystal
    cynthia daniela dawn deb debbie deborah denise diana diane dilma dolores donna doris dorothy ebony edith eileen
    elaine eleanor eleni elena elisabeth elizabeth ella ellen emily emma erin esther eva eve evelyn faye fiona florence
    frances gabrielle gail georgia gina gisele gladys gloria grace greta gretchen hannah harriet hatice heather heidi
    helen helena helga henna hillary holly huma ida ilhan ilze ines ingrid irene iris isabel isabella ivanka jacinda
    jackie jacqueline jane janet janice jeanine jennifer jessica jill joan joanna jocelyn jodie josephine joyce judith
    judy julia juliana julie june kamala karen kate katherine kathleen kathryn kathy katie katya kayleigh keisha kelly
    kirsten kirstjen kristalina kristen kyrsten laura lauren leila lena leslie letitia lilian lily linda lindsay lisa
    liz loretta lori louise lucia lucy luisa lydia lynn madeleine madeline magdalena malala margaret maria mariam marie
    marina marion marjorie marta martha mary maureen maxine megan meghan melania melanie melinda melissa mercedes
    michelle mia mina monica muriel nadia nancy naomi natalia natalie nicola nicole nikki nina nora norah olga olivia
    pamela pat patricia patty paula pauline peggy penelope petra phyllis priscilla priti rachel rebecca regina retno
    rita roberta robyn rosa rose ruth sally samantha sandra sara sarah shannon sharon sheila shelley sherry shirley
    silvia simone sofia sonia sophia sophie stacey stella stephanie sue susan susana susanna suzanne svetlana sviatlana
    sylvia tamara tammy tanya tara tatiana teresa theresa tina tracy ursula valerie vanessa vera veronica victoria
    violeta virginia wendy whitney yoriko yvette yvonne zainab zara zoe
""")
"""Given names that tell "he" from "she" in English-language news; the many that don't are left out."""
