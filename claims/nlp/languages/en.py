"""English: marks, abbreviations, cues and the words that bound sources and contents."""

from claims.nlp.lexicon import CueEntry, Language, cue, phrases, words
from claims.nlp.types import Modality

_NEUTRAL = ("neutral", Modality.ASSERTED)
_ASSERTIVE = ("assertive", Modality.ASSERTED)
_FACTIVE = ("factive", Modality.ASSERTED)
_OPINION = ("opinion", Modality.ASSERTED)
_STANCE = ("stance", Modality.ASSERTED)
_DISTANCING = ("distancing", Modality.ALLEGED)
_ACCUSING = ("accusing", Modality.ALLEGED)
_DENYING = ("denying", Modality.DENIED)
_DEMANDING = ("demanding", Modality.DEMANDED)
_FORECASTING = ("forecasting", Modality.PREDICTED)

_SPEECH = "clause bare quote trail"
_TELLING = "clause bare quote trail addressee"
_CLAUSE = "clause quote trail"
_DOUBTS = (
    "claim claims allegation allegations accusation accusations suggestion suggestions report reports "
    "charge charges rumour rumours rumor rumors idea notion"
)


_DOUBLING = words("beg quip snap rebut dub blog grin shrug nod sob")


def _regular(verb: str) -> tuple[str, str]:
    """Return the finite forms and the participle of a regular verb (or verb with particle)."""
    head, _, tail = verb.partition(" ")
    tail = f" {tail}" if tail else ""
    stem = head[:-1] if head.endswith("e") else head + head[-1] if head in _DOUBLING else head
    third, past = f"{head}s", f"{stem}ed"
    if head.endswith(("s", "sh", "ch", "x")):
        third = f"{head}es"
    elif head.endswith("y") and head[-2] not in "aeiou":
        third, past = f"{head[:-1]}ies", f"{head[:-1]}ied"
    return ", ".join(f"{form}{tail}" for form in (head, third, past)), f"{stem}ing{tail}"


def _group(verbs: str, kind: tuple[str, Modality], **more: str) -> list[CueEntry]:
    return [cue(verb.strip(), kind, *_regular(verb.strip()), **more) for verb in verbs.split(",")]


_CUES = (
    cue("say", _NEUTRAL, "say, says, said", "saying", takes=_SPEECH),
    cue("tell", _NEUTRAL, "tell, tells, told", "telling", takes=_TELLING),
    cue("write", _NEUTRAL, "writes, wrote", "writing", takes=_SPEECH),
    cue("go on", _NEUTRAL, "go on, goes on, went on", takes="quote trail"),
    cue("let slip", _FACTIVE, "let slip, lets slip", takes=_CLAUSE),
    cue("reply", _NEUTRAL, "reply, replies, replied", "replying", takes=_SPEECH),
    cue("find", _FACTIVE, "finds, found", "", takes="clause trail"),
    cue("show", _FACTIVE, "show, shows, showed", "showing", takes="clause trail"),
    cue("hold", _OPINION, "holds, held", "", takes="clause"),
    cue("make clear", _ASSERTIVE, "make clear, makes clear, made clear, made it clear", takes=_CLAUSE),
    cue("think", _OPINION, "think, thinks, thought", "thinking", takes="clause bare"),
    cue("swear", _ASSERTIVE, "swears, swore", "swearing", takes=_SPEECH),
    cue("put it", _NEUTRAL, "put it, puts it", takes="quote trail"),
    cue("read", _NEUTRAL, "reads, read", "reading", takes="quote"),
    cue("state", _NEUTRAL, "states, stated", "stating", takes=_SPEECH),
    cue("report", _NEUTRAL, "report, reports, reported", "reporting", takes=_SPEECH),
    cue("post", _NEUTRAL, "posted, posts", "posting", takes=_CLAUSE),
    cue("note", _NEUTRAL, "notes, noted", "noting", takes=_SPEECH),
    cue("count", _NEUTRAL, "has counted, have counted, counted", takes="trail"),
    cue("comment", _NEUTRAL, "comments, commented", "commenting", takes=_CLAUSE),
    cue("respond", _NEUTRAL, "responds, responded", "responding", takes=_CLAUSE),
    cue("answer", _NEUTRAL, "answers, answered", "answering", takes=_CLAUSE),
    cue("claim", _DISTANCING, "claim, claims, claimed", "claiming", takes=_SPEECH),
    cue("allege", _DISTANCING, "allege, alleges, alleged", "alleging", takes=_SPEECH),
    cue("purport", _DISTANCING, "purports, purported", "purporting", takes="clause"),
    cue("deny", _DENYING, "deny, denies, denied", "denying", takes="clause object trail"),
    cue(
        "brush aside",
        _DENYING,
        "brush aside, brushes aside, brushed aside",
        "brushing aside",
        takes="object",
        pairs=_DOUBTS,
    ),
    cue("accuse", _ACCUSING, "accuse, accuses, accused", "accusing", takes="object", pairs="of"),
    cue("blame", _ACCUSING, "blame, blames, blamed", "blaming", takes="object", pairs="on for"),
    cue("call for", _DEMANDING, "call for, calls for, called for", "calling for", takes="object"),
    cue(
        "call on",
        _DEMANDING,
        "call on, calls on, called on, call upon, called upon",
        "calling on, calling upon",
        takes="object",
        pairs="to",
    ),
    cue("appeal for", _DEMANDING, "appeal for, appeals for, appealed for", "appealing for", takes="object"),
    cue("ask", _DEMANDING, "ask, asks, asked", "asking", takes="object quote", pairs="to"),
    cue("want", _DEMANDING, "want, wants, wanted", "", takes="object result", pairs="to"),
    cue("see at", _FORECASTING, "sees", takes="object", pairs="at"),
    cue(
        "claim responsibility",
        _ASSERTIVE,
        "claim responsibility for, claims responsibility for, claimed responsibility for",
        "claiming responsibility for",
        takes="object",
    ),
    *_group(
        "hail, praise, denounce, condemn, brand, characterise, characterize, portray, label, decry, dub",
        _STANCE,
        takes="object",
        pairs="as",
    ),
    cue("demand", _DEMANDING, "demand, demands, demanded", "demanding", takes="clause object trail quote"),
    cue("put", _NEUTRAL, "put, puts", "putting", takes="object", pairs="at"),
    cue("describe", _STANCE, "describe, describes, described", "describing", takes="object", pairs="as"),
    cue("call", _STANCE, "calls, called", "calling", takes="object", pairs='“ " ‘'),
    cue(
        "threaten",
        _FORECASTING,
        *_regular("threaten"),
        takes="object",
        pairs="to strike action lawsuit boycott retaliation",
    ),
    cue("swear to", _FORECASTING, "swore to, sworn to", takes="object"),
    cue("forecast", _FORECASTING, "forecast, forecasts", "forecasting", takes="clause object trail"),
    cue("continue", _NEUTRAL, "continued, continues", takes="quote trail"),
    cue("announce", _NEUTRAL, *_regular("announce"), takes="clause bare quote trail object"),
    cue("confirm", _ASSERTIVE, *_regular("confirm"), takes="clause bare quote trail object"),
    *_group("add, mention, tweet, recount, quip, joke", _NEUTRAL, takes=_SPEECH),
    *_group("explain, observe, remark, recall, testify, point out, clarify, relate", _NEUTRAL, takes=_CLAUSE),
    *_group("insist, argue, contend, maintain, assert", _ASSERTIVE, takes=_SPEECH),
    *_group(
        "declare, affirm, reiterate, stress, emphasize, emphasise, underline, underscore",
        _ASSERTIVE,
        takes=_CLAUSE,
    ),
    *_group("warn", _ASSERTIVE, takes=_TELLING),
    *_group("assure, reassure, inform, remind, notify", _ASSERTIVE, takes="clause quote trail addressee"),
    *_group("reveal, disclose, concede, conclude, indicate, suggest, certify", _FACTIVE, takes=_CLAUSE),
    cue("acknowledge", _FACTIVE, *_regular("acknowledge"), takes="clause quote trail object"),
    cue("admit", _FACTIVE, "admit, admits, admitted", "admitting", takes=_SPEECH),
    *_group("estimate, believe", _OPINION, takes="clause bare trail"),
    *_group("fear, expect", _FORECASTING, takes="clause bare object trail"),
    *_group("predict, anticipate", _FORECASTING, takes="clause bare object trail"),
    *_group("hope", _FORECASTING, takes="clause bare"),
    *_group("vow, pledge, promise", _FORECASTING, takes="clause object quote trail", pairs="to that"),
    *_group(
        "caution, charge, boast, repeat, specify, hint, signal, imply, certify, record, document",
        _FACTIVE,
        takes=_CLAUSE,
    ),
    *_group(
        "establish, determine, calculate, learn, discover, realise, realize, decide, rule",
        _FACTIVE,
        takes="clause",
    ),
    *_group(
        "agree, concur, guess, reckon, suspect, assume, conclude, wonder", _OPINION, takes="clause bare trail"
    ),
    *_group(
        "shout, yell, exclaim, whisper, mutter, retort, scoff, shoot back, snap, grumble, muse",
        _STANCE,
        takes="quote trail",
    ),
    *_group(
        "counter, protest, confide, elaborate, volunteer, venture, chide, gloat, plead, beg",
        _STANCE,
        takes="clause quote trail",
    ),
    cue("shoot back", _STANCE, "shot back, hit back", takes="quote trail"),
    cue("tell to", _DEMANDING, "told, tells", takes="object", pairs="to"),
    *_group(
        "order, instruct, command, direct, beg, implore, press, encourage",
        _DEMANDING,
        takes="object",
        pairs="to",
    ),
    *_group("propose", _DEMANDING, takes="clause object trail"),
    *_group("insist on, press for, push for, plead for, lobby for", _DEMANDING, takes="object"),
    cue("seek", _DEMANDING, "sought, is seeking, are seeking", takes="object"),
    *_group("warn of", _FORECASTING, takes="object"),
    *_group("warn against", _DEMANDING, takes="object"),
    *_group("offer", _FORECASTING, takes="object", pairs="to"),
    cue("undertake", _FORECASTING, "undertook, undertakes", takes="object", pairs="to"),
    cue("rule out", _DENYING, "ruled out, rules out, rule out", "ruling out", takes="object"),
    cue("play down", _DENYING, "played down, plays down", "playing down", takes="object", pairs=_DOUBTS),
    *_group("contradict, rebut, debunk", _DENYING, takes="object", pairs=_DOUBTS),
    *_group("attribute, ascribe", _FACTIVE, takes="object", pairs="to"),
    cue("trace", _FACTIVE, "traced, traces", takes="object", pairs="to"),
    cue("estimate at", _OPINION, "estimated, estimates", "estimating", takes="object", pairs="at"),
    cue(
        "express hope",
        _FORECASTING,
        "expressed hope, expressed hopes, expressed optimism, voiced hope",
        takes="clause",
    ),
    cue(
        "express concern",
        _OPINION,
        "expressed concern, expressed fear, expressed fears, voiced fears, voiced concern, "
        "expressed confidence, expressed regret, expressed doubt, expressed alarm",
        takes="clause",
    ),
    cue(
        "give assurances",
        _ASSERTIVE,
        "gave assurances, gave an assurance, gave a warning, issued a warning, gave notice",
        takes="clause",
    ),
    *_group("complain, lament", _STANCE, takes=_SPEECH),
    cue("regret", _STANCE, "regret, regrets, regretted", "regretting", takes="clause trail"),
    *_group("refute, dispute", _DENYING, takes="clause object"),
    *_group("dismiss, reject", _DENYING, takes="object", pairs=_DOUBTS),
    *_group("urge, advise", _DEMANDING, takes="clause object quote trail gerund", pairs="to"),
    *_group("recommend", _DEMANDING, takes="clause object trail"),
    *_group("request", _DEMANDING, takes="clause"),
)

LANGUAGE = Language(
    code="en",
    quote_pairs={"“": "”", "„": "”", "«": "»", "‘": "’"},
    straight_quotes="\"'",
    abbreviations=words(
        """mr mrs ms dr prof gen col lt sgt capt maj brig adm sen rep gov pres rev hon st jr sr vs etc
        inc ltd co corp u.s u.k u.n e.g i.e no# jan feb mar apr jun jul aug sept sep oct nov dec
        fig# art# vol# pp# p#"""
    ),
    cues=_CUES,
    openers=words("that"),
    opener_blocks=words("so such now like all everything something anything nothing those than of in"),
    breaks=phrases("but, while, whereas, although, though, and, yet, however"),
    conjunctions=words("and or but nor yet"),
    subject_stops=words(
        """that but while because although though when if whether as since until before after where
        which whereas then so unless however"""
    ),
    stops=words(
        """who which that whose where when while after before as on in at by from with during through
        because if and to for via about over against but also"""
    ),
    inner_links=words("of for in at to with from and"),
    prepositions=words(
        """in on at by for from to with of after before during since under over against about into
        through between amid despite without within near outside inside across as following
        according citing quoting asked along like unlike besides except until"""
    ),
    determiners=words(
        """the a an his her its their our my this that these those one two three four five some many
        several another other both no any each every"""
    ),
    pronouns={
        "he": ("m", "s"),
        "she": ("f", "s"),
        "it": ("n", "s"),
        "they": ("", "p"),
        "who": ("", ""),
        "we": ("", "p"),
        "i": ("", "s"),
        "you": ("", ""),
    },
    auxiliaries=words(
        "is are was were be been has have had does do did will would can could may might must shall should"
    ),
    finite_verbs=words(
        """is are was were has have had does do did will would can could may might must shall should
        costs adds takes makes needs means helps keeps runs goes comes gets gives works stays starts begins
        brings leaves owes pays faces lies stands sits looks feels seems carries covers includes
        left hit broke went came took gave got made kept held began fell rose lost won sent put ran
        knew saw met led stood paid brought caught fought struck became remain remains"""
    ),
    adverbs=words(
        """nonetheless instead thus likewise far simply openly bluntly plainly quietly explicitly vehemently
        formally officially separately initially eventually subsequently consistently angrily calmly
        nonetheless instead thus likewise far simply openly bluntly plainly quietly explicitly vehemently
        formally officially separately initially eventually subsequently consistently angrily calmly
        also then later earlier first finally repeatedly categorically flatly again still now once
        already just only firmly reportedly has have had is are was were been not never further too
        meanwhile even publicly privately recently today yesterday strongly allegedly however though
        meanwhile therefore nevertheless too"""
    ),
    relatives=words("who which whose whom that where"),
    venues=words(
        """statement interview briefing conference report email e-mail tweet post letter memo speech
        message press broadcast testimony interviews remarks comments reports facebook twitter
        telegram condition article page"""
    ),
    addressees=words(
        """reporters journalists media agency newspaper afp reuters ap sana mourners supporters us me
        site daily lawmakers parliament council television channel"""
    ),
    time_words=words(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december today yesterday tomorrow earlier later
        week month year night morning evening afternoon noon midday midnight day days hours weeks
        months years last next late early"""
    ),
    according_to=phrases("according to, in the words of, in the view of"),
    not_sources=words("plan law rules schedule procedure protocol which how whether them need needs"),
    own_words=phrases("he said, she said"),
    impersonal=phrases(
        """it is expected, it was expected, it is said, it was said, it is believed, it was reported,
        it is reported, it has been reported, it has been suggested, it is alleged, it was alleged,
        it is understood, it is thought, it is rumoured, it is rumored, it was announced,
        it has been claimed, it is claimed, it was claimed, rumour has it, rumor has it,
        it emerged, it has emerged, it was confirmed, it was suggested, it has been alleged"""
    ),
    impersonal_forecasts=phrases("it is expected, it was expected"),
    impersonal_doubts=phrases(
        """it is alleged, it was alleged, it is claimed, it was claimed, it has been claimed,
        it has been alleged"""
    ),
    narration=phrases("it is worth, it should be noted, it is noteworthy, it should be mentioned, notably"),
    traps=phrases(
        """told to, is told, be told, not say, said to, say goodbye, so to say, that is to say,
        needless to say, report to, report on, reports of, reported to, reports from, reports that,
        claim to, claims to, claimed the lives, demand for, demands for,
        deny access, added to, claims of, claim of, called off, called it, state of, states of,
        notes of, the report, a report, a state, the state, a claim, the claim, the claims,
        post office, media reports, news reports, reports said, fears of, fears that,
        ordered to be, rule of, rules of, the order, an order, order of, orders of, in order,
        offer of, recorded in, recorded at, recorded by, decided to, determined to, learned of,
        agreed to, agreed on, established in, charged with, charged by, direct talks,
        press conference, press office, press release, press freedom, hopes of, hopes that,
        puts on, put on, put out, put up, put down, put an end, put in, held in, held at, held on,
        found in, found at, show up, shows up, read also, read more, estimates of, expected to,
        the fear, claims that, said nothing, says little, said little, says nothing,
        agree on, agrees on, asked about, asked whether, asked if, asked why, asked how,
        writing in, writing for,
        declined to say, the demand, the demands, the claim, call it, been accused, was accused,
        were accused, is accused, are accused, called upon to"""
    ),
    gerund="ing",
    past="ed",
    agent="by",
    contracted_not="n't",
    infinitive="to",
    saying_link="as",
    alleging_adverbs=words("allegedly supposedly purportedly"),
    barred_sources=words("that to not so"),
    plural_forms=words(
        """say report claim demand state call fear hope promise pledge request estimate comment note
        answer reply ask accuse blame argue warn believe expect insist want describe predict deny
        post plan show add caution charge boast repeat signal hint record document offer propose
        praise label brand complain"""
    ),
    plural_subjects=words(
        """they we i you who people police media some many others both prosecutors critics and men
        women family families not don't never would will also now still even"""
    ),
    subordinators=words("while although though whereas as"),
    titles=words(
        """minister president spokesman spokeswoman spokesperson governor mayor official officials
        source sources report police army chief head director expert analyst witness witnesses"""
    ),
    impersonal_adverbs=words("reportedly allegedly supposedly purportedly"),
    quoting=phrases("citing, quoting"),
    quoted=words("quote quotes quoted cite cites cited"),
    saying=words(
        """saying telling warning vowing stating claiming insisting confirming announcing promising adding
        urging pledging denying arguing"""
    ),
    indefinites=words("nobody everybody everyone somebody someone everything none there"),
    participles=words(
        """done made shut built paid held sent put brought kept taken given sold cut rebuilt withdrawn begun
        written torn broken frozen driven thrown shown told left lost found met set freed"""
    ),
    announcing_keys=words("announce confirm"),
    causing=words("see have get"),
    believed=("to", "be", "believed"),
    condition="if",
    infinite_links=words("at in by on with from"),
    post_modifiers=words("close familiar near loyal opposed privy linked"),
    adverb_negators=words("never"),
    figure_link="at",
    figures=words(
        """one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty
        hundred hundreds thousand thousands half a no about around more less least most nearly roughly
        between just up under over some below above close almost well zero fewer"""
    ),
    expected=words("expected likely set due scheduled poised bound unlikely slated forecast"),
    coming=words("next tomorrow coming upcoming forthcoming"),
    zero_subjects=words("no nobody none neither"),
    aside_breaks=phrases(
        """up from, down from, compared with, compared to, the first such, the second such, the third such,
        the latest such"""
    ),
    negators=words("be been being was were is are not never to cannot didn't don't doesn't won't nor if"),
    future=words("will would 'll shall going"),
    obligation=words("must should"),
)
