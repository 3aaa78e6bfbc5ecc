"""English words for quantities, times, places, roles and negation, by what they mean."""

NUMBERS = {
    0: "zero",
    1: "one",
    2: "two | twin | couple",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    11: "eleven",
    12: "twelve | dozen=",
    13: "thirteen",
    14: "fourteen",
    15: "fifteen",
    16: "sixteen",
    17: "seventeen",
    18: "eighteen",
    19: "nineteen",
    20: "twenty",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
}
MULTIPLIERS = {
    100: "hundred=",
    1_000: "thousand=",
    1_000_000: "million= | mn=",
    1_000_000_000: "billion= | bn=",
}
VAGUE_NUMBERS = {
    "24~99": "dozens of | dozens | scores of | scores",
    "200~999": "hundreds of | hundreds=",
    "2000~99000": "thousands of | thousands=",
    "20000~99000": "tens of thousands of | tens of thousands",
    "200000~999000": "hundreds of thousands of | hundreds of thousands",
    "2000000~99000000": "millions of | millions=",
    "2000000000~99000000000": "billions of | billions=",
}
RANGES = {"between": "between= | from=", "to": "to= | or=", "and": "and="}
RISES = "rose | risen | climbed | gone | went | jumped | increased | rise | climb | rises | goes"
BOUNDS = {
    "at_least": "at least | no fewer than | no less than | not less than | minimum of",
    "more_than": "more than | over | upwards of | above | exceeding | in excess of",
    "at_most": "at most | up to | no more than | not more than | as many as | did not exceed | "
    "not exceed | maximum of",
    "less_than": "less than | fewer than | under= | below | just under",
    "about": "about | around | some= | roughly | approximately | an estimated | estimated | "
    "circa | nearly | almost | close to",
}
PERCENT = "percent | per cent | % | percentage points"
CURRENCIES = {
    "dollar": "dollar | $ | usd",
    "euro": "euro | € | eur",
    "pound": "pound | lira | £",
    "dinar": "dinar",
    "dirham": "dirham",
    "crown": "crown | krone | krona | kroner | kronor",
    "rupee": "rupee",
    "yuan": "yuan",
    "riyal": "riyal | rial",
    "ouguiya": "ouguiya",
    "shekel": "shekel",
    "toman": "toman",
}
ITEMS = {
    "person": "people | person | man= | men= | resident | worker | civilian | labourer"
    " | laborer | employee | inhabitant"
    " | individual | passenger | crew | villager | local | citizen | tenant | prisoner | hostage"
    " | refugee | migrant | patient"
    " | protester | demonstrator | pupil | student | teacher | doctor | journalist | policeman"
    " | policemen | fisherman | fishermen"
    " | soldier | fighter | militant | militiamen | troop | gunmen | officer"
    " | youth | teenager"
    " | nurse | medic | paramedic | lawyer | judge | mp= | mps= | lawmaker | deputy | defendant | "
    "accused= | convict"
    " | inmate | minister | ambassador | delegate | sailor | pilot | technician | clerk | trader | "
    "fan= | fans="
    " | supporter | recruit | volunteer | expert | observer | reservist | settler | pilgrim | "
    "shopper | commuter"
    " | miner | farmer | tourist | guard | engineer | firefighter | driver | brother | sister | member",
    "child": "child | children | girl | boy | minor | toddler | infant",
    "woman": "woman= | women=",
    "dead": "dead | death | fatality | body | bodies | corpse | martyr | killed=",
    "coffin": "coffin",
    "casualty": "casualty | victim",
    "injured": "injured | wounded | injury | wound | hurt",
    "missing": "missing | unaccounted | disappeared",
    "trapped": "trapped | buried",
    "detainee": "detainee | arrest | suspect | detained= | arrested=",
    "displaced": "displaced | evacuee | evacuated=",
    "infected": "infection | infected | patient | case",
    "family": "family | household",
    "house": "house | home | dwelling | apartment | flat",
    "building": "building | block | tower | structure",
    "floor": "floor | storey | story | stories | level",
    "vehicle": "vehicle | car | truck | lorry | bus | engine | tanker | ambulance | van",
    "aircraft": "aircraft | plane | helicopter | jet",
    "drone": "drone | uav",
    "ship": "ship | boat | vessel | trawler | ferry",
    "missile": "missile | rocket | shell | projectile | mortar",
    "strike": "strike | raid | attack | airstrike | bombardment",
    "weapon": "weapon | gun | rifle",
    "vote": "vote | ballot",
    "voter": "voter | elector",
    "seat": "seat",
    "polling_station": "polling station | station | polling centre | polling center",
    "document": "document | file | record | tally sheet | page",
    "school": "school | classroom",
    "hospital": "hospital | clinic | health centre",
    "village": "village | town | city | district | neighbourhood | neighborhood | province",
    "country": "country | nation | state",
    "company": "company | firm | factory | plant | workshop",
    "shop": "shop | store | bakery",
    "animal": "animal | sheep | cow | camel | goat | livestock",
    "tree": "tree | palm",
    "flight": "flight",
    "train": "train",
    "bridge": "bridge",
    "camp": "camp | tent | shelter",
    "bank": "bank= | banks= | branch | branches",
    "warehouse": "warehouse | depot | silo | hangar",
    "container": "container | crate | bag | sack | parcel | package",
    "meal": "meal | ration",
    "bed": "bed | incubator | ventilator",
    "station": "filling station | petrol station | gas station | police station",
    "tank": "tank=  | tanks= | armoured vehicle",
    "mine": "landmine | mine= | mines=",
    "contract": "contract",
    "law": "law | article | amendment | clause",
    "session": "session | round | hearing",
    "goal": "goal | point",
    "team": "team | club",
    "player": "player | athlete",
    "account": "account | password | message",
    "artefact": "artefact | artifact | statue | painting | coin | tablet | manuscript",
    "batch": "batch | consignment | shipment",
    "animal_head": "head of cattle",
    "convoy": "convoy",
    "well": "wells=",
    "charge": "charge= | charges= | count= | counts=",
    "second": "second",
    "minute": "minute",
    "hour": "hour | hours",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year | year-old",
    "kilometre": "kilometre | kilometer | km",
    "metre": "metre | meter",
    "mile": "mile",
    "hectare": "hectare",
    "acre": "acre",
    "square_metre": "square metre | square meter",
    "cubic_metre": "cubic metre | cubic meter",
    "tonne": "tonne | ton",
    "kilogram": "kilogram | kilo | kg",
    "litre": "litre | liter",
    "barrel": "barrel",
    "megawatt": "megawatt | mw",
    "degree": "degree | degrees",
    "dose": "dose",
    "witness": "witness",
    "candidate": "candidate",
    "job": "job | post",
    "complaint": "complaint | appeal | objection",
}
PERSON_STATES = {
    "dead": "dead | die | died | dying | killed | kill | kills | killing | death | deaths | toll"
    " | lost their lives | perished"
    " | perish | succumbed | bodies | fatalities | drowned | mortuary | morgue | lives",
    "injured": "injured | wounded | hurt | injuring | wounding | injure | wound | injuries | "
    "wounds | treated | burns | burnt"
    " | inhalation | fractures | hospitalised | hospitalized | being treated | "
    "critical condition | taken to hospital",
    "missing": "missing | unaccounted | disappeared | lost contact",
    "trapped": "trapped | underground | under the rubble | under the debris | beneath the rubble | buried",
    "detainee": "arrested | detained | arrest | arrests | detention | custody | rounded up | seized",
    "displaced": "displaced | evacuated | fled | flee | moved | evacuation | homeless | "
    "relocated | sheltered | left their homes",
    "rescued": "rescued | pulled out alive | saved | survivors | survived | rescue | pulled alive",
    "employed": "employ | employs | employed | payroll | jobs | workforce",
}
CARRIES = "carrying | carried | carries | transporting | on board | aboard"
FRACTIONS = {
    "50": "half | in half",
    "25": "a quarter | quarter of | one quarter",
    "75": "three quarters",
    "33.3": "a third of | by a third | one third",
    "66.7": "two thirds",
}
DEADLINE_CUES = "within | in the next | in the coming | over the next"
PERCENT_ITEMS = {
    "turnout": "turnout | participation",
    "vote": "vote | votes | won | ballots",
    "inflation": "inflation",
    "unemployment": "unemployment",
    "rate": "interest rate | main rate | benchmark rate | interest",
    "growth": "growth | gdp",
    "tax": "tax",
    "exports": "exports | imports",
    "price": "price | prices",
    "capacity": "capacity | full",
}
HIJRI_CUES = "in | during | month of | since | before | of | early | mid | late | until"
HIJRI_ERA = "ah= | a.h | hijri"
AGO_AFTER = "ago="
CLOCK_HOURS = {
    1: "one=",
    2: "two=",
    3: "three=",
    4: "four=",
    5: "five=",
    6: "six=",
    7: "seven=",
    8: "eight=",
    9: "nine=",
    10: "ten=",
    11: "eleven=",
    12: "twelve= | noon= | midday= | midnight=",
}
CLOCK_FRACTIONS = {
    30: "half past",
    15: "quarter past | a quarter past",
    -15: "quarter to | a quarter to",
    20: "twenty past",
    -20: "twenty to",
    10: "ten past",
    -10: "ten to",
}
SINCE = "since="
YEAR_CUES = (
    "in | since | year | by | until | from | of | to | and | late | early | mid | summer | winter | "
    "spring | autumn"
)
AM = "a.m | am= | in the morning | o'clock in the morning | morning"
PM = "p.m | pm= | in the afternoon | in the evening | at night | evening | afternoon | night"
CLOCK_CUES = (
    "at | by | around | about | before | after | until | since | shortly before | shortly after | o'clock"
)
DAYPARTS = {
    "00:00/01:00": "midnight",
    "03:30/06:30": "dawn | daybreak | first light | before sunrise | the dawn prayer | sunrise",
    "06:00/12:00": "morning",
    "11:30/13:00": "noon | midday | the noon prayer",
    "12:00/18:00": "afternoon",
    "17:00/19:30": "sunset | dusk | the sunset prayer",
    "17:30/23:59": "evening",
    "19:00/30:00": "night | overnight",
}
BEFORE = "before | shortly before | just before | ahead of | minutes before | short of"
AFTER = "after | shortly after | just after | past | minutes after"
PLACE_PREPOSITIONS = (
    "in | at | near | from | to | of | outside | inside | around | towards | toward | into | "
    "across | over | through | via"
    " | north of | south of | east of | west of | off | between | on"
)
# Verbs and nouns whose object may be a place, so that a small place's name needs no preposition behind them.
PLACE_VERBS = (
    "seized | seize | captured | capture | took | retook | retake | entered | enter | left | "
    "leave | reached | reach | "
    "shook | hit | struck | attacked | attack | bombed | shelled | stormed | storm | besieged | "
    "visited | overran | "
    "swept | rocked | targeted | raided | liberated | recaptured | fled | controls | control | "
    "leaving | entering | "
    "reaching | hitting | striking | attacking"
)
PLACE_HEADS = {
    "country": "country | republic | kingdom",
    "region": "province | governorate | region | state | countryside | wilaya | oblast",
    "city": "city | town | port | camp",
    "village": "village | hamlet",
    "district": "district | neighbourhood | neighborhood | quarter | suburb",
    "street": "street | avenue | boulevard | road | square | roundabout | bridge | market",
    "site": "hospital | airport | crossing | dam | river | mosque | church | university | school"
    " | plant | factory | mine | valley"
    " | lake | island | base | station | tunnel | hotel | prison | mountain | border",
}
DIRECTIONS = (
    "northern | southern | eastern | western | central | north | south | east | west | rural | "
    "greater | old | downtown | upper | lower"
)
FORWARD_CUES = (
    "would= | will= | won't= | wouldn't= | shall= | is to= | are to= | plans to | due to= | "
    "scheduled | slated | set to="
)
NEGATORS = (
    "not= | never | no= | nobody | none | neither | nor | cannot | nothing | n't | "
    "didn't | doesn't | don't | isn't"
    " | wasn't | weren't | aren't | haven't | hasn't | hadn't | won't | wouldn't | couldn't | "
    "can't | shouldn't | no one"
    " | denied that | denies that | deny that | denied any | denied having | refuted | "
    "without any | not a single"
    " | has yet to | have yet to | had yet to | yet to | no longer"
)
FAILURES = (
    "fail | failed | fails | failure | refuse | refused | reject | rejected | deny | denied | "
    "denies | collapse in talks"
    " | rule out | ruled out | unable | halted | false | untrue | baseless | unfounded | "
    "stalled | inconclusive"
)
NEGATIVE_ASIDE = (
    "not only | no doubt | no less than | no fewer than | no more than | no later than | "
    "not more than | not less than | not exceed | won't exceed | never exceed | never exceeded | "
    "almost nothing | next to nothing | close to nothing | little or no | nothing but | no later | "
    "nothing less than | not least | whether or not | or not | no longer than | no matter"
)
SUBORDINATORS = "unless | until | if | provided | as long as | before | lest"
LACKS = "without | lack | lack of | absence | absence of | free of | devoid of"
NOT_BUT = "not= | not in= | not at= | not on= | not near= | not to= | rather than | instead of | and not"
RESTRICTIONS = "except | other than"
CLAUSE_BREAKS = "but | although | though | while | whereas | because | who | which | despite"
CAUSES = (
    "source of | reason for | because of | because | due to | caused by | caused | result of | "
    "resulted from | "
    "triggered by | set off by | set off | blamed on"
    " | attributed to | owing to | sparked by | led to | cause of | responsible for | behind the"
    " | on account of | ignited | brought down"
    " | stemmed from | linked to | down to"
)
CONTRASTS = {
    "former/current": ("former | previous | ex | outgoing", "current | present | new | incumbent | sitting"),
    "own/outside": ("company | employee | own", "contractor | subcontractor | outsider | foreign"),
    "public/private": ("public | state", "private"),
}
ROLES = {
    "president": "president | head of state",
    "prime_minister": "prime minister | premier",
    "minister": "minister",
    "governor": "governor | wali",
    "mayor": "mayor",
    "director": "director | manager | chief executive | ceo | head",
    "owner": "owner | landlord | proprietor",
    "engineer": "engineer",
    "contractor": "contractor | subcontractor",
    "driver": "driver",
    "commander": "commander | general | colonel",
    "candidate": "candidate",
    "police": "police | policeman | policemen | officer",
    "army": "army | military | soldiers | troops",
    "guard": "guard | guards",
    "prosecutor": "prosecutor | prosecution | prosecutors",
    "judge": "judge | magistrate",
    "lawyer": "lawyer | attorney",
    "minister_deputy": "deputy minister",
    "protester": "protester | protesters | demonstrators | demonstrator",
    "worker": "worker | workers | employee | staff",
    "company": "company | firm | contractor",
    "union": "union | syndicate",
    "contractor_staff": "subcontractor",
    "militia": "militia | gunmen | militants | fighters | rebels",
    "student": "student | students",
    "captain": "captain | skipper",
    "developer": "developer",
}
TITLES = (
    "mr | mrs | ms | dr | sheikh | president | minister | governor | general | colonel | major"
    " | captain | professor | judge | king"
    " | prince | sir | mayor | director | commander | spokesman | spokeswoman | spokesperson | "
    "lawyer | engineer | hajj | umm | abu"
)
LAPSES = "after= | later= | ago= | earlier= | before= | last= | past= | previous= | recent= | since="
TOLLS = "toll | death toll | number of drowned | number of dead | number of deaths"
DEADLINES = "by | until | till | as of | so far | no later than"
FIRST_HOURS = "first night | first hours | first day | opening hours"
SPOKESPEOPLE = (
    "spokesperson | spokesman | spokeswoman | statement | press office | media office | communique"
    " | memo | head of | director of"
)
PARTICLES = (
    "al | el | bin | ben | ibn | ould | mint | abu | abou | bou | umm | um | abd | abdel | abdul | "
    "ul | ud | ad | as | ar | az | ash | an | at | van | von | de | of"
)
NOT_NAMES = (
    "the | a | an | in | on | at | it | he | she | they | we | i | this | that | these | those"
    " | there | his | her | their | our | its"
    " | but | and | or | if | when | while | after | before | as | by | for | from | of | to | "
    "no | nobody | some | any | all | every"
    " | each | one | two | three | four | five | six | seven | eight | nine | ten | twelve | "
    "twenty | hundreds | thousands | dozens"
    " | monday | tuesday | wednesday | thursday | friday | saturday | sunday | january | "
    "february | march | april | may | june | july"
    " | august | september | october | november | december | today | yesterday | tomorrow | most"
    " | many | several | about | around"
    " | under | over | between | with | without | not | only | how | what | who | why | where | "
    "which | anyone | everyone | production"
)
EMPTY_IN_NAMES = "the of for and in at a an to on by al el de"
PLACE_PARTICLES = "al el ez ed as ar az es an at ad bou abu ould de la sidi"
MEASURES = (
    "second minute hour day week month year kilometre metre mile hectare acre square_metre "
    "cubic_metre tonne kilogram litre barrel megawatt degree floor "
)
SINGLE_UNITS = "minute hour day week month year"
ORDINALS = "first second third fourth last"
