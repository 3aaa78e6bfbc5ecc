"""English statements: hedges, signs of worth, joints between clauses."""

from claims.nlp.claim_words import ClaimWords
from claims.nlp.lexicon import words

_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"

_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens? "
    "hundreds? thousands? millions? billions? half third quarter scores"
)

CLAIMS = ClaimWords(
    number_words=(*_NUMBERS.split(), r"a (?:dozen|hundred|thousand|million|billion|third|quarter|score)"),
    hedges=(
        r"may|might|could|perhaps|possibly|probably|likely|unlikely|apparently|seemingly|allegedly|alleged|"
        r"reportedly|supposedly|purportedly|presumably|arguably|conceivably",
        r"(?:about|around|some|roughly|nearly|almost|close to|up to|at least|at most|more than|fewer than|"
        r"less than|"
        r"over|upwards of|as many as|as few as)(?= (?:(?:the|these|those) )?{number}| an? (?:second|minute|"
        r"hour|day|week|"
        r"fortnight|month|year|decade|century|mile|kilomet\w+|met(?:re|er)|ton(?:ne)?)\b)",
        r"roughly|nearly|almost|approximately|an estimated|estimated at|or so|or thereabouts",
        r"appears? to|appeared to|seems? to|seemed to|seems? that|it (?:appears|seems)|"
        r"(?:is|are|was|were) (?:widely )?(?:believed|thought|understood|said|reported|rumoured|rumored|"
        r"suspected|"
        r"alleged|expected) to",
        r"so-called|what (?:it|he|she|they) (?:called|described as)|in effect|to some extent|more or less",
        r"on condition (?:of anonymity|that .{1,40}? not be named)|if confirmed|unconfirmed|unverified|"
        r"(?:has|have) not been (?:independently )?(?:verified|confirmed)",
    ),
    not_hedges=(
        r"(?:in|of|since|until|by|late|early|mid|last|next|this|from|to|and|before|after|during) may"
        r"(?! (?:be|have|not|also|well|yet)\b)",
        r"may (?:\d|day\b)|(?:\d{1,2}|1st|2nd|3rd|\d{1,2}th)(?: of)? may",
        r"(?:the|their|its|his|her|our|military|naval|economic|with all (?:his|her|its)) might",
        r"could(?:n't| not| no longer| never)|could (?:hardly|barely) ",
        r"(?:talk|speak|know|hear|think|care|ask|complain|worry|learn|lie|read|write|tell|said|all|what|how|"
        r"concerns?|questions?|information|something|anything|nothing)(?:s|ed|ing)? about",
        r"more than (?:once|ever|enough|anything|welcome)|at least not",
        r"the likely (?:winner|successor|candidate)",
    ),
    capital_hedges=frozenset({"may"}),
    signs={
        "date": (
            rf"\b(?:{_DAY}|yesterday|today|tonight|midnight|noon|dawn)\b",
            rf"\b{_MONTH} \d|\d (?:of )?{_MONTH}\b|\b(?:in|since|until|by|late|early|mid) {_MONTH}\b",
            r"\b(?:in|since|until|by|from|early|late|spring|summer|autumn|winter) (?:the )?(?:early |late )?"
            r"(?:19|20)\d\d",
            r"\b(?:last|this|next) (?:week|month|year|night|spring|summer|autumn|winter)\b",
            r"\b(?:days?|weeks?|months?|years?|hours?) (?:ago|earlier|later|before|after)\b",
        ),
        "event": (
            r"\b(?:killed|killing|died|dead|wounded|injured|hurt|arrested|detained|collapsed|destroyed|"
            r"exploded|hit|"
            r"struck|attacked|fired|shelled|bombed|seized|captured|opened|closed|shut|launched|held|signed|"
            r"approved|"
            r"rejected|ordered|won|lost|elected|appointed|resigned|suspended|moved|evacuated|displaced|"
            r"rescued|"
            r"brought|broke|broken|threw out|lodged|filed|ratified|overflowed|clash(?:ed|es)?|"
            r"stayed|put up|built|cut|blocked|halted|stopped|resumed|left|fled|returned|deployed|occurred|"
            r"attended|"
            r"coincides|began|started|ended|fell|rose|dropped|doubled|reached|arrived|sank|burned|burnt|"
            r"flooded|"
            r"voted|passed|adopted|postponed|cancelled|canceled|repaired|sold|bought|paid|fined|charged|"
            r"convicted|"
            r"sentenced|acquitted|released|freed|kidnapped|abducted|met|visited|crossed|landed|crashed|"
            r"derailed|"
            r"took (?:over|place|part|office)|came (?:down|after|into)|went (?:out|on)|walked out|stood|"
            r"retired|"
            r"treated|discovered|found|recorded|registered|published|withdrew|handed|imposed|lifted|"
            r"announced|"
            r"used to|overturned|ran aground|fell|gathered|marched|protested|queued|raided|searched|split|"
            r"delivered|lasted|burst|defeated|beat|drew|scored)\b",
            r"\b(?:was|were|been|has|have|had|got) (?:\w+ly )?\w{3,}(?:ed|en)\b",
        ),
        "consequence": (
            r"\b(?:killed|killing|deaths?|died|dead|dies|bod(?:y|ies)|casualt(?:y|ies)|wounded|injur(?:ed|"
            r"ies)|"
            r"missing|drowned|victims?|hostages?|executed|tortured|starv\w+|famine|rescue\w*|survivors?|"
            r"trapped|alive|evacuated|displaced|"
            r"homeless)\b",
            r"\b(?:law|bill|decree|ruling|court|verdict|sentenced?|jail(?:ed)?|prison|arrest(?:ed|s)?|"
            r"detained|"
            r"charged|convicted|fined?|trial|banned|ban|licen[cs]e|treaty|ceasefire|constitution\w*)\b",
            r"\b(?:dollars?|euros?|pounds|dinars?|riyals?|dirhams?|lira|crowns?|budget|prices?|taxe?s?|"
            r"debts?|loans?|"
            r"salar(?:y|ies)|wages|bribes?|fraud|bankrupt\w*|jobs|inflation|exports?|deposits?)\b|[$€£]\s?\d",
            r"\b(?:hospitals?|disease|outbreak|cholera|infect(?:ed|ions?)|virus|vaccines?|poison\w*|cancer|"
            r"patients?|"
            r"contaminat\w+|measles|epidemic|medicines?)\b",
        ),
        "accusation": (
            r"\b(?:accus\w+|blam(?:ed|es|ing)|alleg\w+|guilty|corrupt\w*|brib\w+|fraud\w*|stole|stolen|"
            r"embezzl\w+|"
            r"loot\w+|smuggl\w+|launder\w*|tortur\w+|massacre\w*|murder\w*|cover(?:ed)? up|lied|lying|"
            r"falsif\w+|forg(?:ed|ery)|negligen\w+|spy(?:ing)?|treason|abus\w+|misus\w+|responsible for|"
            r"violat\w+|rigged|plott\w+)\b",
        ),
        "record": (
            r"\b(?:first|largest|biggest|highest|lowest|worst|best|longest|fastest|deadliest|oldest|"
            r"youngest|smallest|"
            r"only|most|fewest|never|record|unprecedented|every|all|per cent|percent|average|times)\b|%",
            r"\b(?:more|less|fewer|higher|lower|better|worse|larger|bigger|smaller|faster|greater) than\b|"
            r"\bcompared (?:with|to)\b|\b(?:employs?|produces?|houses?|serves|supplies|holds|"
            r"accounts? for)\b",
        ),
        "background": (
            r"\bhad (?:\w+ly |already |been |not |never )*\w{3,}(?:ed|en|t|ne|ld)\b",
            r"\b(?:in|since|until|from) (?:19|20)\d\d\b|\byears? (?:ago|earlier|before)\b|"
            r"\b(?:last|previous) (?:year|month|week)\b|\b(?:formerly|previously|earlier|used to)\b",
            r"^it is (?:worth (?:noting|mentioning|recalling)|noteworthy|mentioned|recalled|known)",
        ),
        "voiced": (
            r"[\"“”«»]|[’'‘](?=\w+ \w+ \w+.*[’'‘])",
            r"\b(?:said|says|say|told|tells|insist\w*|claim(?:s|ed)|argue[sd]?|warn(?:s|ed)|add(?:s|ed)|"
            r"deni(?:es|ed)|"
            r"conced\w+|appealed|pleaded|accus\w+|dismiss\w+|call(?:s|ed) (?:it|that|the|for)|refused to|"
            r"brushed aside|rule out|remembers?|describ\w+|believes?|thinks?|wants?|hopes?|fears?|"
            r"estimates?|promis\w+|vow\w*|urg\w+|according to)\b",
            r"[,.] per (?:the |an? )?\w|\bin (?:his|her|their|its) (?:view|words|opinion)\b|\b(?:i|my|me|we|"
            r"our|us)\b",
        ),
        "address": (r"\b(?:you|your|here is|here are|good morning|dear readers?|tell us|write to)\b",),
        "own_process": (
            r"\b(?:asked (?:for|whether|about|how)|contacted|reached out|declined to|refused to (?:say|"
            r"comment)|"
            r"would not be drawn|could not (?:be reached|independently|immediately|verify|confirm)|"
            r"did(?: not|n['’]t) "
            r"(?:respond|comment|say|name|reply|answer|immediately)|no comment|requests? for comment|"
            r"(?:has|have) (?:not|no) (?:verified|commented|seen)|found nothing to|nothing to support|"
            r"made no mention|"
            r"see the|below|embedded|interview with us|shook his head|shook her head|this (?:article|"
            r"dispatch|report|"
            r"story)|is reproduced|originally published|broke the story|offered no (?:evidence|proof|"
            r"details)|"
            r"carries this|neither confirm nor deny|did not elaborate|no (?:group|one) has claimed)\b",
        ),
        "opinion": (
            r"\b(?:says it all|not amused|tells its own|the truth is|of course|sadly|ironically|"
            r"unfortunately|"
            r"fortunately|it is clear|clearly|obviously|seems?|smell|feels?|angers|differently|contested|"
            r"less sure|"
            r"unhappy|patience|went further|less contrite|not impressed|would rather|should|must|deserves?|"
            r"ought|"
            r"shame\w*|absurd|laughable|brave\w*|agrees?|disagrees?|tune|surprising\w*|shocking|beautiful|"
            r"strange)\b",
        ),
        "vague_subject": (
            r"^(?:this|that|these|those|what|such|and|but|there|it|he|she|they|his|her|its|their|another|"
            r"others|some|"
            r"on that|to which|up|so|nor|yet|then|both|neither|nobody|no one|everyone)\b",
        ),
    },
    clause_joints=(
        r";\s+",
        r"\.\s+(?=[a-z])",
        r", (?:and|but|while)(?: that)? (?=(?:the|an?|its|his|her|their|more|some|at least|about|{number}|"
        r"\d[\d,.]*) "
        r"(?:\w+ ){1,5}?(?:was|were|is|are|has|have|had|will|would|\w+ed) )",
        r", and that ",
    ),
    introductions=(
        r"(?:meanwhile|in addition|moreover|at the same time|notably|separately|also|however|still|"
        r"earlier),?\s+",
        r"it is (?:worth (?:noting|mentioning|recalling)|noteworthy|to be noted|mentioned|recalled|"
        r"known) that\s+",
        r"(?:and|but|so|yet) (?=[a-z])",
    ),
    empty=words(
        "the a an of in on at to for from by with and or but that which who as is are was were be been has "
        "have had "
        "it its his her their he she they this these those not no"
    ),
)
