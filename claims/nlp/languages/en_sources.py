"""English pages and sources: marks, titles, heads and pronouns."""

from claims.nlp.languages.en_names import GIVEN_NAMES
from claims.nlp.lexicon import words
from claims.nlp.source_words import CreditMarks, PageMarks, SourceWords

PAGE = PageMarks(
    list_headers=(
        r"(?:read|see|watch|also read|read this)(?: also| more| next| too)?",
        r"related(?: (?:stories|story|articles?|posts?|news|topics|content|coverage|reading|links|"
        r"items))?",
        r"recommend(?:ed)?(?: (?:articles?|stories|reading|this article|posts))?(?: for you)?",
        r"more (?:from|on|stories|news|in|like|about)\b.{0,40}",
        r"(?:most|also|popular) (?:read|popular|viewed|shared|posts|in this issue)",
        r"(?:trending|latest|top)(?: (?:now|news|stories|articles|headlines))?",
        r"you (?:may|might) (?:also )?(?:like|be interested in).{0,20}",
        r"don['’]?t miss",
        r"editor['’]?s['’]? picks?",
        r"tags?|topics?|categories|keywords",
        r"(?:leave|post|add) a (?:comment|reply)",
        r"comments?(?: \(?\d+\)?)?",
        r"share(?: (?:this|it))?(?: (?:story|article|post|page|news))?(?: (?:on|via|with).{0,30})?",
        r"follow us(?: on.{0,30})?",
        r"about the authors?",
        r"advertisement|sponsored(?: content)?",
    ),
    boilerplate=(
        r"(?:read|see|watch) (?:also|more|next|too)\s*[:–—-]",
        r"(?:read more|see also|also read|related(?: (?:story|article|stories))?|also in this "
        r"issue|more)\s*[:|]",
        r"share (?:this|on|via)\b",
        r"sign up (?:for|to|here|now)\b",
        r"subscribe(?: (?:to|here|now|today)\b|\.|$)",
        r"by (?:submitting|subscribing|signing up|clicking|registering|entering)\b",
        r"follow (?:us|@|our)\b",
        r"(?:click|tap) (?:here|to)\b",
        r"forwarded this (?:e-?mail|message|newsletter)\b",
        r"(?:©|\(c\)|copyright)\b",
        r"© ?",
        r"all rights reserved",
        r"(?:photos?|photographs?|images?|pictures?|video|file photo|photo credit)\s*(?:by|credit|"
        r"courtesy of)?\s*[:|/]",
        r"(?:download|get|install) (?:our|the) .{0,30}(?:app|newsletter)\b",
        r"(?:have your say|write to us|contact us|letters)\b",
        r"readers may (?:reproduce|reprint|republish)\b",
        r"(?:enter )?your (?:full )?(?:name|e-?mail)(?: address)?\b.{0,20}$",
        r"(?:tags?|topics?|filed under|keywords|categories)\s*:",
        r"advertisement\b",
        r"(?:e-?mail|print|facebook|twitter|whatsapp|telegram)\s*[|/·•-]\s*",
        r"[\d.,]+[km]? (?:reposts?|likes?|comments?|shares?|views?|retweets?)\b",
        r"embedded (?:post|tweet|video)\b",
        r"(?:join|support|donate to) (?:us|our|the conversation)\b",
        r"(?:terms of (?:use|service)|privacy policy|cookie)",
        r"(?:it['’]s over 9000|loading)",
        r"(?:sender|receiver|recipient)['’]?s (?:name|e-?mail)",
        r"recommend article",
    ),
    byline=(
        r"by [^.]{3,80}$",
        r"(?:additional |some )?(?:reporting|writing|editing|translation|compiled|written|edited|"
        r"photographs?) (?:by|from)\b",
        r"(?:last )?(?:updated|published|posted|modified)\b",
        r"(?:from|special to) (?:our|the)\b.{0,40}$",
        r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),? .{0,40}\d{4}.{0,20}$",
        r"\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}.{0,20}$",
    ),
    byline_anywhere=(
        r"contributed (?:to|reporting)(?: to)?(?: this (?:report|story|article))?\.?$",
        r"additional reporting by\b",
    ),
    credit=(
        r"(?:this|the) (?:article|story|report|piece|interview|text|item|post|commentary|essay)"
        r" (?:was|is|has been|first|originally|appeared)\b.{0,80}"
        r"\b(?:translated|published|appeared|republished|reproduced|adapted|edited|syndicated|"
        r"reprinted)\b",
        r"(?:this|the (?:above|following|preceding)|what follows|it) (?:is|was) (?:an? |the )?"
        r"(?:[a-z]+,? (?:and )?){0,3}(?:translation|version|summary|excerpt|extract)\b",
        r"(?:an? )?(?:[a-z]+ ){0,2}(?:translation|version|excerpt|extract) of (?:this|the|an?) "
        r"(?:article|story|report|piece|item|post|interview)\b",
        r"translat(?:ed|ion)(?: and edited)?\s*(?:by|from|:)",
        r"(?:first|originally) (?:published|appeared|posted)\b",
        r"(?:re-?published|reprinted|reproduced|syndicated|adapted) (?:from|with|by|courtesy)\b",
        r"(?:source|via)\s*:",
        r"courtesy of\b",
        r".{2,40} (?:carries|is carrying|publishes|is publishing|republishes|runs|reproduces) "
        r"(?:this|the following|the above) (?:article|dispatch|report|story|piece|text)\b",
    ),
    disclaimer=(
        r"(?:.{0,60} )?has not (?:independently )?verified the (?:content|accuracy|information|report)\b",
        r"responsibility for the (?:information|views|content)\b",
        r"(?:the )?(?:views|opinions) (?:expressed|set out|in this)\b",
        r".{0,80}\bdo(?:es)? not necessarily (?:reflect|represent)\b",
        r".{0,80}\bis not responsible for (?:its|the|their)\b",
        r"disclaimer\b",
    ),
)

CREDIT = CreditMarks(
    republished=(
        r"(?:first|originally) (?:published|appeared|posted)(?: (?:in|on|by|at))?(?: [a-z]+)? "
        r"(?:by|in|on|at)\s+",
        r"(?:first|originally) (?:published|appeared|posted) (?:by|in|on|at)\s+",
        r"(?:published|appeared) (?:first|originally) (?:by|in|on|at)\s+",
        r"(?:re-?published|reprinted|reproduced|syndicated|adapted|translated)"
        r" (?:with (?:the )?(?:kind )?permission )?(?:from|of|courtesy of)\s+",
        r"^(?:source|via)\s*:\s*",
        r"courtesy of\s+",
        r"(?:carries|is carrying|publishes|is publishing|republishes|runs|reproduces) "
        r"(?:this|the following|the above) (?:[a-z]+ )?(?:article|dispatch|report|story|piece|text) "
        r"(?:from|by|of)\s+",
        r"\boriginal(?:ly)? (?:reporting |text )?by\s+",
        r"translated by [^.\n]{3,40} from\s+",
        r"(?:translation|version|summary|excerpt|extract) of (?:an? |the )?(?:[a-z]+ ){0,2}"
        r"(?:article|story|report|piece|item|post|interview|dispatch)s? "
        r"(?:(?:that |which )?(?:was |were )?(?:first |originally )?"
        r"(?:published|released|carried|posted|run) )?(?:by|from|in|on)\s+",
        r"(?:the )?original (?:article|story|report|piece|text|version|post)? ?"
        r"(?:was |has been )?(?:first )?(?:published |appeared )?(?:by|in|on|at)\s+",
        r"(?:translated|adapted|edited) from (?:the )?"
        r"(?:arabic|english|french|hebrew|turkish|persian|kurdish)(?: (?:original|text|version))?,? "
        r"(?:(?:first |originally )?(?:published|which appeared) )?(?:by|of|in|on)\s+",
    ),
    translated=(r"\btranslat(?:ed|ion)(?: and edited)?\s*(?:by|from|of|:)",),
    small_words=("the", "of", "and", "for", "in", "a", "an", "al", "el"),
    tongues=(
        "Arabic",
        "English",
        "French",
        "Hebrew",
        "Turkish",
        "Persian",
        "Farsi",
        "Kurdish",
        "Spanish",
        "German",
        "Russian",
        "Italian",
        "the original",
        "original",
        "the Arabic",
        "the original Arabic",
    ),
    unverified=(
        r"has not (?:independently )?verified the (?:content|accuracy|information|report)",
        r"responsibility for the (?:information|views|content)\b.{0,60}\blies?\b",
        r"not responsible for (?:its|the|their) (?:accuracy|content)",
    ),
    lead=(
        r"\baccording to @",
        r",\s*(?:writes|wrote|reports?|reported|says|said) @\s*[.,]",
        r",\s*@ (?:writes|wrote|reports?|reported|says|said)\s*\.",
        r"^@ (?:has )?(?:reports?|reported|writes|wrote|learnt|learned|published|"
        r"revealed)\b",
        r"\b(?:quoted|cited|reported|published) by @",
    ),
    translated_by=(
        r"\btranslat(?:ed|ion|or)(?: and edited)?(?: by)?\s*:\s*",
        r"\btranslated (?:and edited )?by\s+",
    ),
    wires=("agencies", "wires", "wire services"),
    section=(
        r"^(?:the following|what follows|this section|the section below|the text below)(?: [a-z]+){0,3}? "
        r"(?:is|was|are|comes|come|appeared)(?: [a-z]+){0,3}? (?:from|by|in|of) @",
        r"^(?:the following(?: [a-z]+){0,2}?|reported|reprinted|as published|excerpt(?:s|ed)?) "
        r"(?:from|by|in) @",
        r"^(?:from|by|via|quoted from|taken from) @(?=\s*:\s*$)",
        r"^@ (?:reports?|reported|writes|wrote)(?=\s*:\s*$)",
    ),
    outlet_heads=(
        "news agency",
        "newspaper",
        "daily",
        "weekly",
        "magazine",
        "website",
        "news site",
        "site",
        "channel",
        "network",
        "broadcaster",
        "outlet",
        "news outlet",
        "newsletter",
        "paper",
        "radio station",
        "television",
        "wire",
        "portal",
        "agency",
    ),
    outlet_words=(
        "news",
        "press",
        "agency",
        "times",
        "post",
        "herald",
        "tribune",
        "observer",
        "daily",
        "radio",
        "tv",
        "television",
        "channel",
        "net",
        "network",
        "today",
        "gazette",
        "journal",
        "chronicle",
        "courier",
        "wire",
        "monitor",
        "bulletin",
        "media",
        "online",
        "magazine",
        "weekly",
        "standard",
        "mail",
        "star",
        "sun",
        "echo",
        "mirror",
        "guardian",
        "telegraph",
        "review",
        "broadcasting",
        "newspaper",
        "com",
    ),
    agencies=(
        "Reuters",
        "AP",
        "Associated Press",
        "AFP",
        "Agence France-Presse",
        "Agence France Presse",
        "DPA",
        "UPI",
        "Xinhua",
        "TASS",
        "RIA Novosti",
        "Interfax",
        "Anadolu",
        "Anadolu Agency",
        "AA",
        "EFE",
        "ANSA",
        "Kyodo",
        "Bloomberg",
        "BBC",
        "CNN",
        "Al Jazeera",
        "Al-Jazeera",
        "Sky News",
        "Al Arabiya",
        "Al-Arabiya",
        "SANA",
        "IRNA",
        "Tasnim",
        "Fars",
        "SPA",
        "WAM",
        "KUNA",
        "QNA",
        "MENA",
        "Petra",
        "NNA",
        "INA",
        "MAP",
        "TAP",
        "APS",
        "PTI",
        "ANI",
        "IANS",
        "PA",
        "PA Media",
        "Press Association",
        "The Guardian",
        "The New York Times",
        "agencies",
        "Agencies",
        "wires",
    ),
    not_outlets=(
        "ministry",
        "minister",
        "ministers",
        "police",
        "army",
        "statement",
        "official",
        "officials",
        "source",
        "sources",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "office",
        "council",
        "government",
        "president",
        "commander",
        "general",
        "force",
        "forces",
        "court",
        "directorate",
        "governor",
        "report",
        "study",
        "data",
        "figures",
        "law",
        "plan",
    ),
    not_agencies=(
        "exclusive",
        "video",
        "photos",
        "updated",
        "opinion",
        "analysis",
        "live",
        "pictured",
        "file",
    ),
)

SOURCES = SourceWords(
    articles=words("the a an"),
    definite=words("the this that these those"),
    possessives=words("its his her their our my"),
    person_heads=words(
        "president premier minister secretary ambassador envoy diplomat senator congressman "
        "congresswoman councilman councilwoman alderman alderwoman assemblyman assemblywoman "
        "representative lawmaker deputy mp governor mayor councillor commissioner chancellor king "
        "queen prince princess "
        "sheikh imam pope bishop archbishop archimandrite patriarch rabbi priest cleric general "
        "colonel major captain "
        "lieutenant lt gen col adm rear admiral brigadier brig cmdr cpl "
        "pvt maj capt sgt sergeant commander leader chief head director "
        "chairman chairwoman chair "
        "chairperson spokesman spokeswoman spokesperson boss manager owner founder "
        "president-elect officer official "
        "adviser advisor aide analyst expert economist professor dr prof doctor physician nurse "
        "surgeon lawyer attorney "
        "prosecutor judge magistrate justice engineer scientist researcher historian author "
        "writer journalist reporter "
        "correspondent editor columnist photographer activist campaigner teacher schoolteacher "
        "student farmer fisherman "
        "driver worker employee resident neighbour neighbor witness eyewitness bystander survivor "
        "victim mother father "
        "brother sister son daughter wife husband widow man woman boy girl child villager "
        "shopkeeper seller plumber baker "
        "trader merchant businessman businesswoman investor banker coach player captain actor "
        "actress singer member "
        "fighter militant soldier rebel defector detainee prisoner refugee volunteer medic "
        "rescuer firefighter policeman "
        "source insider person candidate rival delegate coordinator administrator superintendent "
        "inspector mr mrs ms miss "
        "sir lord lady dame hajj haji hajji hon reverend rev father clerk contractor pilot "
        "passenger tourist pensioner "
        "attache attaché accountant auditor consul barber cook chef tailor carpenter electrician mechanic "
        "gravedigger undertaker referee goalkeeper midwife pharmacist dentist banker broker dealer importer "
        "exporter grocer butcher vendor porter docker miner shepherd herder veterinarian translator "
        "interpreter planner surveyor architect consultant strategist biologist geologist epidemiologist "
        "virologist meteorologist seismologist hydrologist ecologist sociologist psychologist archaeologist "
        "librarian cashier waiter cleaner firefighter paramedic gardener beekeeper brewer fan organiser "
        "organizer negotiator mediator auctioneer jeweller blacksmith clergyman monk friend colleague cousin "
        "uncle aunt nephew niece grandmother grandfather partner supplier customer shopper commuter motorist "
        "cyclist pedestrian smuggler looter gunman sniper whistleblower informant interpreter investigator "
        "retiree user blogger protester demonstrator politician veteran hotelier guard "
        "sailor skipper trustee "
        "secretary-general treasurer vice-president ceo cfo "
        "headman elder plumber deckhand sheriff solicitor barrister constable detective inspector-general "
        "whip backbencher bystander onlooker caller viewer listener reader subscriber tenant landlord "
        "shopper refugee migrant prisoner detainee inmate hostage captive orphan widower trader-turned "
        "fixer broker banker dealer merchant vendor miller weaver welder mason electrician technician "
        "mechanic programmer developer designer curator librarian statistician virologist epidemiologist "
        "biologist chemist physicist geologist meteorologist seismologist climatologist ecologist "
        "sociologist anthropologist psychologist psychiatrist paediatrician pediatrician anaesthetist "
        "midwife paramedic firefighter fireman rescuer lifeguard pilot co-pilot captain steward "
        "stewardess crewman oarsman rower striker goalkeeper defender midfielder referee umpire athlete "
        "sprinter runner swimmer boxer champion spectator coordinator organiser convener "
        "convenor moderator rapporteur registrar bursar warden provost "
        "chaplain deacon vicar nun caliph ayatollah "
        "hajj haji sayyid mufti emir warlord insurgent defector deserter conscript recruit reservist"
    ),
    group_heads=words(
        "officials sources residents witnesses eyewitnesses neighbours neighbors activists "
        "analysts observers experts "
        "diplomats lawmakers ministers officers doctors medics rescuers relatives families "
        "parents villagers locals people "
        "workers employees staff protesters demonstrators rebels fighters militants soldiers "
        "insiders aides advisers critics "
        "supporters opponents scientists researchers journalists reporters lawyers "
        "investigators inspectors "
        "survivors victims farmers fishermen drivers traders engineers students teachers members "
        "leaders commanders users "
        "readers passengers tourists monitors politicians senators economists others some many "
        "men women colleagues friends "
        "reports media outlets newspapers websites pages accounts rumours rumors posts agencies "
        "allies mourners guards "
        "campaigners clerics judges magistrates "
        "powers townspeople groups circles shopkeepers onlookers bystanders pages posters quarters voices "
        "medics paramedics firefighters nurses counsellors councillors "
        "elders herders changers vendors brokers "
        "players fans athletes refugees migrants prisoners detainees inmates hostages captives cousins "
        "brothers sisters friends footage clips images photographs"
    ),
    body_heads=words(
        "ministry department directorate government cabinet council commission committee "
        "parliament senate congress assembly "
        "house court tribunal prosecution prosecutors police army military navy force forces "
        "guard guards militia brigade "
        "agency authority office bureau administration presidency governorate municipality "
        "province embassy consulate "
        "delegation mission union federation confederation syndicate association league society "
        "charity organisation "
        "organization group coalition front party movement alliance company firm corporation bank "
        "fund institute institution "
        "university hospital school centre center observatory foundation trust board team club "
        "inspectorate gendarmerie "
        "service services insurer operator utility airline manufacturer contractor campaign "
        "opposition regime kremlin "
        "monitor coastguard pentagon authorities ngo watchdog "
        "faction branch body network consortium cooperative chamber"
    ),
    outlet_heads=words(
        "newspaper paper daily weekly site website channel broadcaster television radio magazine "
        "outlet agency newswire "
        "wire network station portal newsletter tabloid gazette blog"
    ),
    document_heads=words(
        "statement report memo memorandum letter post tweet communique communiqué press release "
        "text document note message "
        "article study survey filing ruling verdict announcement declaration bulletin pledge "
        "petition resolution audit data "
        "figures statistics poll email e-mail transcript video recording thread paper documents assessment "
        "summary indictment schedule manifest complaint lawsuit dossier circular decree notice advisory "
        "briefing census affidavit minutes memoir diary testimony"
    ),
    anonymous_heads=words(
        "source sources insider insiders resident residents witness witnesses eyewitness "
        "eyewitnesses neighbour neighbours "
        "neighbor neighbors activists observers analysts officials reports media rumours rumors "
        "locals people aides critics "
        "villagers users monitors relatives others some many circles shopkeepers onlookers bystanders pages "
        "townspeople quarters footage clips images photographs"
    ),
    generic_heads=words(
        "official officer man woman person source sources minister spokesman spokeswoman "
        "spokesperson leader commander "
        "colonel general lawyer doctor chief head director politician diplomat professor expert "
        "analyst engineer activist "
        "mayor governor president commissioner official's boy girl mother father judge candidate "
        "mp lawmaker senator"
    ),
    office_heads=words(
        "president premier minister secretary governor mayor chancellor king queen prince "
        "princess pope chief head director "
        "chairman chairwoman chair commander commissioner ambassador prosecutor secretary-general "
        "superintendent sultan emir "
        "patriarch archbishop general attorney leader speaker"
    ),
    feminine_heads=words(
        "spokeswoman chairwoman congresswoman councilwoman alderwoman assemblywoman "
        "businesswoman policewoman queen princess mrs ms "
        "miss lady dame mother sister "
        "daughter wife widow woman girl actress nun"
    ),
    never_first=words(
        "that which who whom whose to of for in on at by with and but as if because not so then when while "
        "said saying"
    ),
    relatives=words(
        "who whom whose which that where when speaking citing quoting requesting asking wishing "
        "declining insisting adding "
        "identified obtained seen reviewed viewed leaked shared reached not told "
        "authorised authorized because while as under on"
    ),
    issuer_links=words("by from of"),
    links=words("of for in at from on to and with by near close inside the"),
    joiners=words("of for in at from to and with by the"),
    quantifiers=words(
        "one two three four five six seven eight nine ten some several many other another most "
        "few dozens hundreds a an "
        "various multiple number none any every no both more less fewer dozen scores thousands a few half "
        "nearly about around roughly at least"
    ),
    same=words("same said"),
    pronouns={
        "he": ("m", "s"),
        "she": ("f", "s"),
        "it": ("n", "s"),
        "they": ("", "p"),
        "we": ("", "p"),
        "i": ("", "s"),
        "him": ("m", "s"),
        "her": ("f", "s"),
        "them": ("", "p"),
        "himself": ("m", "s"),
        "herself": ("f", "s"),
    },
    adjective_endings=(
        "ian",
        "ish",
        "ese",
        "ean",
        "can",
        "qi",
        "ni",
        "li",
        "based",
        "backed",
        "language",
        "run",
        "owned",
        "affiliated",
    ),
    name_fillers=words("news monitoring"),
    naming_words=words("named called dubbed"),
    compound_endings=words(
        "based backed led language run owned affiliated held controlled allied linked aligned appointed "
        "wide born era"
    ),
    name_tails=words("kc qc mp mep msp jr sr phd md obe cbe esq"),
    kept_titles=words(
        "haji hajj hajja sheikh lord lady sir dame father sister brother imam king queen pope prince "
        "princess abu umm mullah ayatollah rabbi emir mufti"
    ),
    naming_phrases=(
        r"(?:,? (?:and )?who )?(?:better |locally |only )?known (?:only )?(?:as|by the name(?: of)?)",
        r"(?:,? who )?(?:calls|called|calling) (?:itself|himself|herself|themselves)",
        r"(?:,? who )?(?:goes|went|going) by the (?:name|nickname|alias)(?: of)?",
        r"(?:,? who )?(?:gave|gives|giving) (?:his|her|their) name (?:only )?as",
        r"(?:,? who )?(?:gave|gives|giving) (?:only )?(?:his|her|their) (?:first|last|family) name"
        r"(?: only)?,?",
        r"(?:,? who (?:was|is|were) )?(?<!be )(?:identified|named|nicknamed|dubbed)(?: only)?(?: as)?",
        r"called",
    ),
    latter=words("latter"),
    named_heads=words(
        "company firm corporation group movement party charity organisation organization watchdog monitor "
        "network lab laboratory platform club team coalition front alliance militia startup retailer carrier "
        "giant insurer operator utility brand ngo newspaper paper site website channel agency broadcaster "
        "magazine outlet daily station portal"
    ),
    exclusive_heads=words(
        "judge minister president premier governor mayor king queen prince princess pope prosecutor referee "
        "ambassador chancellor sheriff magistrate justice"
    ),
    particles=words(
        "al el bin ibn ben ould mint bint abu abou umm van von der den de del della da di dos la "
        "le du ter st of for"
    ),
    given_names=GIVEN_NAMES | {"slim": "m"},
    tail_adjectives=words(
        "agency group monitor organisation organization watchdog newspaper channel television website"
    ),
    told=(
        r"\b(?:told|tells|telling) (?=\w)",
        r"\b(?:spoke|speaking|talking|talked|confirmed|said|wrote|writing|remarks|comments?|"
        r"statements?|a message|an e-?mail)"
        r" (?:exclusively )?(?:to|with) ",
        r"\bwriting (?:in|for) (?:the )?",
        r"\binterview(?:ed)? (?:with|to|by|on|for|published (?:in|by)) ",
        r"\basked by ",
        r"\b(?:quoted|cited|carried|reported|published|as reported|interviewed) by ",
        r"\bin remarks carried by ",
    ),
    citing=(r"\b(?:citing|quoting|quotes|quoted|cites|cited|referring to|on the authority of) ",),
    openers=words(
        "that whether if on after before during in at late early yesterday today monday tuesday "
        "wednesday "
        "thursday friday saturday sunday when"
    ),
    passives=(
        words("is are was were be been being"),
        words(
            "reported rumoured rumored said believed thought alleged understood claimed expected feared "
            "estimated presumed assumed supposed suspected"
        ),
    ),
    owners={"his": "m", "her": "f", "its": "n"},
    voice_heads=words("spokesman spokeswoman spokesperson reporter correspondent journalist"),
    reporter_heads=words("reporter correspondent journalist reporters team"),
    media_heads=words("media outlets newspapers websites agencies"),
    outlet_groups=words("media outlets newspapers papers websites sites agencies channels stations"),
    document_groups=words("reports rumours rumors posts documents figures data records"),
    official_words=words(
        "official officials officer officers minister ministers ministry government governmental state "
        "security military army navy police intelligence defence defense diplomat diplomats diplomatic "
        "judicial presidential presidency palace interior foreign administration spokesman spokeswoman "
        "spokesperson spokespeople commander commanders general generals colonel captain governor mayor "
        "lawmaker lawmakers senator judge judges prosecutor prosecutors magistrate envoy ambassador "
        "municipal council cabinet parliamentary customs treasury authorities authority"
    ),
    plural_ending="s",
    company_words=words(
        "power energy oil gas petroleum motors airlines airways shipping lines holding holdings industries "
        "systems technologies technology telecom telecoms electric electricity cement steel insurance "
        "pharma pharmaceuticals foods logistics capital partners investments investment ventures solutions "
        "labs laboratories enterprises enterprise ltd limited inc plc llc corp co gmbh sa sons brothers "
        "contractors properties construction mills farms dairies trading transport ferries railways rail "
        "laboratory lab clinic academy museum library registry observatory securities exchange secretariat "
        "ports docks minerals mining textiles exports imports studios records"
    ),
    personal_documents=words("letter post tweet message email e-mail note resignation"),
    common_modifiers=words(
        "state local national public official private government regional foreign western "
        "domestic social international "
        "opposition army military police security medical federal provincial "
        "new recent latest leaked confidential internal preliminary early final unconfirmed conflicting "
        "unverified draft earlier previous another several some two three initial"
    ),
    head_classes={
        head: kind
        for kind, heads in (
            (
                "leader",
                "leader commander chief head director chairman chairwoman chair boss president "
                "secretary-general captain "
                "general colonel",
            ),
            ("speaker", "spokesman spokeswoman spokesperson"),
            ("lawyer", "lawyer attorney"),
            ("commissioner", "commissioner member"),
            ("medic", "doctor physician surgeon medic"),
            ("witness", "witness eyewitness"),
            ("lawmaker", "lawmaker mp deputy representative senator congressman congresswoman"),
            (
                "outlet",
                "newspaper paper daily weekly site website magazine outlet portal newsletter tabloid gazette",
            ),
            ("agency", "agency newswire wire"),
            ("broadcaster", "channel broadcaster television radio station network"),
            ("police", "police officer policeman"),
            ("company", "company firm corporation manufacturer operator insurer contractor"),
            ("charity", "charity organisation organization group ngo watchdog observatory monitor"),
            ("party", "party movement front coalition alliance opposition"),
            ("union", "union syndicate federation branch"),
        )
        for head in heads.split()
    },
)
