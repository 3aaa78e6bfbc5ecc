"""French: marks, abbreviations, cues and the words that bound sources and contents."""

from claims.nlp.lexicon import CueEntry, Language, cue, phrases, words
from claims.nlp.tokens import Joints
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

_SPEECH = "clause quote trail infinitive"
_TELLING = "clause quote trail addressee"
_ATTACKS = (
    "attaque attaques attentat attentats assassinat frappe frappes enlèvement explosion tir tirs sabotage "
    "responsabilité opération"
)
_DOUBTS = (
    "accusation accusations allégation allégations information informations rumeur rumeurs critique "
    "critiques "
    "reproche reproches grief griefs propos affirmation affirmations thèse idée"
)

JOINTS = Joints(
    elisions=(
        *("l'", "d'", "qu'", "n'", "s'", "j'", "c'", "m'", "t'"),
        *("lorsqu'", "puisqu'", "quoiqu'", "jusqu'"),
    ),
    enclitics=(
        *("-t-il", "-t-elle", "-t-on", "-t-ils", "-t-elles"),
        *("-il", "-elle", "-on", "-ils", "-elles", "-je", "-nous"),
    ),
)
"""Elided words, and the pronouns that an inverted verb carries (a-t-il dit)."""


def _regular(stems: str) -> dict[str, str]:
    """Return the forms of a verb in -er from "stem", "stem strong" or "stem strong soft".

    The strong stem stands before a silent ending (rappell-e), the soft one before a and o (annonç-ait).
    """
    stem, *more = stems.split()
    strong = more[0] if more else stem
    soft = more[1] if len(more) > 1 else stem
    return {
        "finite": f"{strong}e, {strong}ent, {soft}ait, {soft}aient, {soft}a, {stem}èrent",
        "perfects": f"{stem}é, {stem}ée, {stem}és, {stem}ées",
        "participles": f"{soft}ant",
    }


def _irregular(finite: str, past: str, participle: str) -> dict[str, str]:
    """Return the forms of a verb from its finite forms (words), past participle and present participle."""
    ends = ("", "e") if past.endswith("s") else ("", "e", "s", "es")
    return {
        "finite": ", ".join(finite.split()),
        "perfects": ", ".join(f"{past}{end}" for end in ends),
        "participles": participle,
    }


def _verb(key: str, kind: tuple[str, Modality], forms: dict[str, str], **more: str) -> CueEntry:
    return cue(key, kind, forms["finite"], forms["participles"], perfects=forms["perfects"], **more)


def _reflexive(key: str, kind: tuple[str, Modality], forms: dict[str, str], **more: str) -> CueEntry:
    """Return the entry of a verb with a reflexive pronoun, which makes its compound tenses with "être"."""
    simple = [form.strip() for form in forms["finite"].split(",")]
    past = [form.strip() for form in forms["perfects"].split(",")]
    finite = [f"{_reflexive_pronoun(form)} {form}" for form in simple]
    compound = [
        f"{pronoun} {auxiliary} {form}"
        for pronoun, auxiliary in (("s'", "est"), ("se", "sont"), ("s'", "était"), ("s'", "étaient"))
        for form in past
    ]
    participle = forms["participles"]
    present = f"{_reflexive_pronoun(participle)} {participle}"
    return cue(key, kind, ", ".join([*finite, *compound]), present, **more)


def _reflexive_pronoun(verb: str) -> str:
    return "s'" if verb[0] in "aeéèêiouh" else "se"


def _group(stems: str, kind: tuple[str, Modality], **more: str) -> list[CueEntry]:
    return [_verb(f"{s.split()[0]}er", kind, _regular(s), **more) for s in stems.split(",")]


_DIRE = _irregular("dit disent disait disaient", "dit", "disant")
_APPELER = _regular("appel appell")
_APPEL_A = "à, au, aux"

_CUES = (
    _verb("dire", _NEUTRAL, _DIRE, takes=_SPEECH),
    *_group(
        "déclar, indiqu, précis, ajout, expliqu, not, relev, rapport, racont, relat, comment, tweet, twitt",
        _NEUTRAL,
        takes=_SPEECH,
    ),
    *_group("signal, observ, remarqu, détaill, résum, témoign", _NEUTRAL, takes="clause quote trail"),
    *_group(
        "lanc lanc lanç, gliss, souffl, réagi, tranch, enchaîn, insist", _NEUTRAL, takes="quote trail clause"
    ),
    *_group(
        "martel martèl, ironis, plaisant, temporis, nuanc nuanc nuanç", _STANCE, takes="clause quote trail"
    ),
    _verb("annoncer", _NEUTRAL, _regular("annonc annonc annonç"), takes=f"{_SPEECH} object"),
    _verb("confirmer", _ASSERTIVE, _regular("confirm"), takes=f"{_SPEECH} object"),
    *_group("affirm, assur, certifi, jur, garanti", _ASSERTIVE, takes=f"{_SPEECH} addressee"),
    *_group(
        "soulign, rappel rappell, répèt, répét répèt, réitér réitèr, proclam, argument, plaid, réaffirm",
        _ASSERTIVE,
        takes="clause quote trail",
    ),
    _verb(
        "soutenir",
        _ASSERTIVE,
        _irregular("soutient soutiennent soutenait", "soutenu", "soutenant"),
        takes=_SPEECH,
    ),
    _verb(
        "maintenir",
        _ASSERTIVE,
        _irregular("maintient maintiennent", "maintenu", "maintenant"),
        takes="clause",
    ),
    *_group("révél révèl, dévoil, avou, confess, concéd concèd", _FACTIVE, takes=_SPEECH),
    _verb(
        "reconnaître",
        _FACTIVE,
        _irregular(
            "reconnaît reconnait reconnaissent reconnaissait reconnaissaient", "reconnu", "reconnaissant"
        ),
        takes=f"{_SPEECH} object",
    ),
    _verb("admettre", _FACTIVE, _irregular("admet admettent admettait", "admis", "admettant"), takes=_SPEECH),
    _verb("établir", _FACTIVE, _irregular("établit établissent", "établi", "établissant"), takes="clause"),
    *_group("montr, démontr, constat, suggér suggèr", _FACTIVE, takes="clause quote trail"),
    _verb(
        "conclure",
        _FACTIVE,
        _irregular("conclut concluent concluait", "conclu", "concluant"),
        takes="clause quote trail",
    ),
    _verb(
        "écrire",
        _NEUTRAL,
        _irregular("écrit écrivent écrivait", "écrit", "écrivant"),
        takes="clause quote trail",
    ),
    _verb(
        "poursuivre",
        _NEUTRAL,
        _irregular("poursuit poursuivait", "poursuivi", "poursuivant"),
        takes="quote trail",
    ),
    _verb(
        "répondre",
        _NEUTRAL,
        _irregular("répond répondent répondait", "répondu", "répondant"),
        takes="clause quote trail",
    ),
    _verb("répliquer", _NEUTRAL, _regular("répliqu"), takes="clause quote trail"),
    _verb(
        "réagir",
        _NEUTRAL,
        _irregular("réagit réagissent réagissait", "réagi", "réagissant"),
        takes="quote trail",
    ),
    *_group("confi, rétorqu, murmur, cri, plaid", _NEUTRAL, takes="clause quote trail"),
    _reflexive("s'exclamer", _STANCE, _regular("exclam"), takes="quote trail"),
    _reflexive("s'indigner", _STANCE, _regular("indign"), takes="quote trail clause"),
    _reflexive("se dire", _NEUTRAL, _DIRE, takes="clause infinitive"),
    cue(
        "faire savoir",
        _NEUTRAL,
        "fait savoir, font savoir, faisait savoir, fait valoir, font valoir, faisait valoir, laisse "
        "entendre, "
        "laissent entendre, laissait entendre",
        "faisant savoir, faisant valoir, laissant entendre",
        perfects="fait savoir, fait valoir, laissé entendre",
        takes="clause trail quote",
    ),
    cue(
        "faire état",
        _NEUTRAL,
        "fait état, font état, faisait état",
        "faisant état",
        perfects="fait état",
        takes="object",
        links="de du des d'",
    ),
    _verb("informer", _NEUTRAL, _regular("inform"), takes=_TELLING),
    _verb(
        "prévenir",
        _ASSERTIVE,
        _irregular("prévient préviennent prévenait", "prévenu", "prévenant"),
        takes=_TELLING,
    ),
    _verb(
        "avertir",
        _ASSERTIVE,
        _irregular("avertit avertissent avertissait", "averti", "avertissant"),
        takes=_TELLING,
    ),
    _verb("alerter", _ASSERTIVE, _regular("alert"), takes=_TELLING),
    _verb(
        "mettre en garde",
        _FORECASTING,
        {
            "finite": "met en garde contre, mettent en garde contre",
            "perfects": "mis en garde contre",
            "participles": "mettant en garde contre",
        },
        takes="object",
    ),
    *_group("estim, pens, jug juge juge, considér considèr", _OPINION, takes=_SPEECH),
    _verb(
        "croire",
        _OPINION,
        _irregular("croit croient croyait croyaient", "cru", "croyant"),
        takes="clause infinitive",
    ),
    *_group("suppos, présum, soupçonn", _OPINION, takes="clause trail"),
    _verb(
        "prétendre",
        _DISTANCING,
        _irregular("prétend prétendent prétendait", "prétendu", "prétendant"),
        takes=_SPEECH,
    ),
    *_group("allégu, allèg", _DISTANCING, takes="clause trail"),
    _verb("accuser", _ACCUSING, _regular("accus"), takes="object", pairs="de d'"),
    *_group("soupçonn, suspect", _ACCUSING, takes="object", pairs="de d'"),
    _verb("reprocher", _ACCUSING, _regular("reproch"), takes="infinitive", links="de d'"),
    _verb(
        "démentir",
        _DENYING,
        _irregular("dément démentent démentait démentaient", "démenti", "démentant"),
        takes="clause object infinitive trail",
    ),
    _verb("nier", _DENYING, _regular("ni"), takes="clause object infinitive"),
    *_group("réfut, contest, récus", _DENYING, takes="clause object"),
    _verb("rejeter", _DENYING, _regular("rejet rejett"), takes="object", pairs=_DOUBTS),
    *_group("balay, écart", _DENYING, takes="object", pairs=_DOUBTS),
    _verb(
        "exclure",
        _DENYING,
        _irregular("exclut excluent excluait", "exclu", "excluant"),
        takes="clause object infinitive",
        links="de d'",
    ),
    *_group(
        "dénonc dénonc dénonç, condamn, salu, critiqu, fustig fustig fustige", _STANCE, takes="object quote"
    ),
    *_group("qualifi, trait", _STANCE, takes="object", pairs="de d'"),
    *_group("regrett, déplor", _STANCE, takes="clause object trail quote"),
    _reflexive(
        "se plaindre",
        _STANCE,
        _irregular("plaint plaignent plaignait", "plaint", "plaignant"),
        takes="clause",
    ),
    _reflexive("se féliciter", _STANCE, _regular("félicit"), takes="object clause", links="de du des d'"),
    _reflexive(
        "s'inquiéter",
        _OPINION,
        _regular("inquiét inquièt"),
        takes="object clause quote trail",
        links="de du des d'",
    ),
    _verb("revendiquer", _ASSERTIVE, _regular("revendiqu"), takes="object", pairs=_ATTACKS),
    _verb("attribuer", _FACTIVE, _regular("attribu"), takes="object", pairs="à au aux"),
    _verb(
        "demander", _DEMANDING, _regular("demand"), takes="clause object infinitive quote", links="de d' à"
    ),
    *_group(
        "réclam, exig exig exige, souhait, préconis, recommand, propos, ordonn, suggér suggèr",
        _DEMANDING,
        takes="clause object infinitive",
        links="de d'",
    ),
    _verb("vouloir", _DEMANDING, _irregular("veut veulent", "voulu", "voulant"), takes="clause"),
    cue(
        "appeler à",
        _DEMANDING,
        ", ".join(
            f"{f.strip()} {a.strip()}" for f in _APPELER["finite"].split(",") for a in _APPEL_A.split(",")
        ),
        ", ".join(f"appelant {a.strip()}" for a in _APPEL_A.split(",")),
        perfects=", ".join(f"appelé {a.strip()}" for a in _APPEL_A.split(",")),
        takes="object",
    ),
    _verb("appeler", _DEMANDING, _APPELER, takes="object", pairs="à"),
    *_group("exhort, invit, press, encourag encourag encourage", _DEMANDING, takes="object", pairs="à"),
    _verb("conseiller", _DEMANDING, _regular("conseill"), takes="infinitive clause", links="de d'"),
    _verb(
        "promettre",
        _FORECASTING,
        _irregular("promet promettent promettait", "promis", "promettant"),
        takes="clause object infinitive quote trail",
        links="de d'",
    ),
    _reflexive("s'engager", _FORECASTING, _regular("engag engag engage"), takes="infinitive", links="à"),
    _verb("menacer", _FORECASTING, _regular("menac menac menaç"), takes="infinitive", links="de d'"),
    _verb("espérer", _FORECASTING, _regular("espér espèr"), takes="clause infinitive object trail"),
    _verb(
        "prévoir",
        _FORECASTING,
        _irregular("prévoit prévoient prévoyait prévoyaient", "prévu", "prévoyant"),
        takes="clause object infinitive trail",
        links="de d'",
    ),
    _verb(
        "prédire",
        _FORECASTING,
        _irregular("prédit prédisent prédisait", "prédit", "prédisant"),
        takes="clause object trail",
    ),
    _verb(
        "craindre",
        _FORECASTING,
        _irregular("craint craignent craignait", "craint", "craignant"),
        takes="clause object trail",
    ),
    *_group("redout, anticip, pronostiqu", _FORECASTING, takes="clause object trail"),
    _reflexive(
        "s'attendre",
        _FORECASTING,
        _irregular("attend attendent attendait", "attendu", "attendant"),
        takes="object",
        links="à au aux",
    ),
)

LANGUAGE = Language(
    code="fr",
    quote_pairs={"“": "”", "„": "”", "«": "»", "‹": "›"},
    abbreviations=words(
        "m mm mme mmes mlle dr pr me st ste art av bd cf etc ex fig hab ibid janv févr avr juil sept oct "
        "nov déc "
        "no# n° p# pp# vol# env min max tél"
    ),
    joints=JOINTS,
    cues=_CUES,
    perfect_auxiliaries=words("a ai as avons avez ont avait avaient avais aurait auraient eut"),
    verb_clitics=words("me m' te t' lui leur nous vous en y"),
    adverb_phrases=phrases(
        "de son côté, de leur côté, pour sa part, pour leur part, par ailleurs, en outre, quant à lui, "
        "quant à elle, "
        "à son tour, une nouvelle fois, à nouveau, de nouveau, en revanche, en effet, d' ailleurs, tout "
        "de même"
    ),
    noun_forms=words(
        "annonce annonces demande note juge alerte alertent menace doute critique avance reproche estime "
        "pense "
        "réplique promet commente conteste confie détaille trait traite est ferme précise rapporte relève "
        "relate "
        "plaide signale salue jure press presse cri crie tranche lance propose souffle résume craint écrit "
        "invite regrette garantie rappel"
    ),
    openers=words("que qu'"),
    relative_opener=True,
    opener_reach=16,
    opener_blocks=words(
        "parce afin alors tandis pendant avant après dès depuis pour sans bien ainsi tant tel telle tels "
        "telles même "
        "autre autres plus moins aussi autant si lors ne pas ce jusqu' jusque rien seul quel quelle "
        "tellement "
        "davantage plutôt excepté sauf lorsque puisque encore soit où mieux pire"
    ),
    breaks=phrases(
        "mais, tandis que, tandis qu', alors que, alors qu', cependant, toutefois, pourtant, en revanche, "
        "et, "
        "néanmoins, bien que"
    ),
    conjunctions=words("et ou mais ni car"),
    subject_stops=words(
        "que qu' mais parce car lorsque lorsqu' quand si dont puisque puisqu' alors tandis comme donc "
        "sinon où"
    ),
    stops=words(
        "qui que qu' dont où quand lorsque lorsqu' à au aux dans sur sous par avec pendant depuis car "
        "parce si "
        "pour contre selon mais aussi lors avant après durant afin dès vers chez entre devant face suite "
        "via alors "
        "ensuite également notamment ajoutant précisant affirmant assurant expliquant estimant indiquant "
        "soulignant "
        "rappelant évoquant dénonçant citant appelant confirmant accusant déplorant promettant regrettant "
        "rejetant "
        "démentant insistant notant disant demandant exhortant consulté consultée obtenu obtenue en ne n' "
        "se s'"
    ),
    inner_links=words("de du des d' et"),
    prepositions=words(
        "à au aux de du d' en dans sur sous par pour contre avec sans entre vers chez depuis pendant "
        "durant avant "
        "après dès lors selon hors parmi malgré outre via jusque jusqu' près devant derrière citant auprès "
        "interrogé interrogée joint jointe contacté contactée"
    ),
    determiners=words(
        "le la les l' un une des ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos "
        "deux trois "
        "quatre cinq six sept huit neuf dix plusieurs quelques certains certaines chaque aucun aucune "
        "tout toute "
        "tous toutes"
    ),
    pronouns={
        "il": ("m", "s"),
        "elle": ("f", "s"),
        "ils": ("", "p"),
        "elles": ("f", "p"),
        "lui": ("m", "s"),
        "eux": ("", "p"),
        "on": ("", ""),
        "qui": ("", ""),
        "nous": ("", "p"),
        "je": ("", "s"),
        "j'": ("", "s"),
        "vous": ("", ""),
        "celui-ci": ("m", "s"),
        "celle-ci": ("f", "s"),
    },
    auxiliaries=words(
        "a ont avait avaient aura auront aurait auraient est sont était étaient sera seront serait "
        "seraient été fut "
        "furent avoir être"
    ),
    finite_verbs=words(
        "est sont était étaient fut furent sera seront serait seraient a ont avait avaient aura auront "
        "aurait "
        "auraient eut ai avons avez suis sommes êtes va vont allait allaient ira iront peut peuvent "
        "pouvait pouvaient "
        "pourra pourront pourrait pourraient doit doivent devait devaient devra devront devrait devraient "
        "fait font "
        "faisait faisaient fera feront ferait feraient veut veulent voulait voulaient voudra faut fallait "
        "faudra "
        "faudrait reste restent vient viennent venait tient tiennent met mettent prend prennent voit "
        "voient sait "
        "savent savait semble semblent permet permettent devient deviennent commence commencent continue "
        "continuent "
        "attend attendent existe existent représente représentent concerne concernent coûte coûtent demeure "
        "demeurent manquent dépend dépendent suffit fonctionne fonctionnent durent ouvre ouvrent ferment "
        "arrive "
        "arrivent circule circulent travaille travaillent vit vivent meurt meurent perd perdent gagne "
        "gagnent monte "
        "montent augmente augmentent diminue diminuent"
    ),
    finite_endings=("aient", "eront", "iront", "erait", "irait", "èrent", "irent", "erions"),
    adverbs=words(
        "également aussi notamment ainsi ensuite toutefois cependant encore déjà récemment clairement "
        "catégoriquement fermement vivement formellement officiellement publiquement longtemps toujours "
        "rapidement "
        "alors enfin puis bientôt hier aujourd'hui finalement vigoureusement simplement longuement "
        "explicitement "
        "régulièrement immédiatement initialement d'abord auparavant plutôt même néanmoins pourtant "
        "seulement "
        "lundi mardi mercredi jeudi vendredi samedi dimanche"
    ),
    relatives=words("qui que qu' dont où lequel laquelle lesquels lesquelles auquel duquel"),
    venues=words(
        "communiqué conférence entretien interview rapport message tweet publication courrier lettre "
        "discours "
        "tribune allocution vidéo déclaration déclarations presse journalistes afp reuters point post "
        "facebook "
        "twitter telegram x antenne ondes micro"
    ),
    close_venues=True,
    incises=True,
    addressees=words("journalistes presse afp reuters agence médias"),
    time_words=words(
        "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet "
        "août "
        "septembre octobre novembre décembre hier aujourd'hui demain matin soir midi après-midi nuit "
        "semaine mois "
        "année jour jours veille lendemain soirée matinée"
    ),
    according_to=phrases(
        "selon, d' après, aux dires de, aux dires du, aux dires des, aux dires d', à en croire, de l' "
        "avis de, "
        "de l' avis du, de l' avis des, de l' avis d', a on appris auprès de, a on appris auprès du, "
        "a on appris auprès d', a on appris de, a on indiqué de, indique on de, apprend on de, apprend on "
        "auprès de, "
        "apprend on auprès du, indique on auprès de, indique on auprès du"
    ),
    report_verbs=words("indique rapporte affirme déclaré indiqué rapporté affirmé"),
    not_sources=words("toute que qu' si comment lequel laquelle lesquels lesquelles quel quelle"),
    impersonal=phrases(
        "il est prévu, il était prévu, il a été annoncé, il a été confirmé, il a été décidé, on apprend, "
        "on a appris, "
        "il semblerait, il semble, il paraît, il parait, on dit, il se dit, il se murmure, il est rapporté, "
        "il est probable, la rumeur veut"
    ),
    impersonal_forecasts=phrases("il est prévu, il était prévu, il est probable"),
    impersonal_doubts=phrases(
        "il paraît, il parait, il semblerait, on dit, il se dit, il se murmure, la rumeur veut"
    ),
    narration=phrases(
        "il convient de noter, il faut noter, il est à noter, à noter, rappelons, notons, force est de "
        "constater, "
        "il faut rappeler, il convient de rappeler, il faut dire"
    ),
    traps=phrases(
        "fait divers, à vrai dire, cela dit, ceci dit, autrement dit, soi dit, c' est dire, il va sans dire, "
        "juge d' instruction, juge des, juge de, note de, il a été, a on appris, a on indiqué, indique on, "
        "apprend on, on dit, il semble, refuse de, refusé de commenter, dit non, dit oui, disons, "
        "demande d' asile, demandes d' asile, dit de, a fait l' objet"
    ),
    agent="par",
    impersonal_adverbs=words("prétendument"),
    alleging_adverbs=words("prétendument"),
    barred_sources=words("que qu' à pas si de ne n' plus y en"),
    subordinators=words("tandis quoique quoiqu'"),
    titles=words(
        "ministre président présidente maire préfet préfète préfecture porte-parole police gendarmerie armée "
        "gouvernement expert experte experts témoin témoins source sources directeur directrice rapport "
        "ministère "
        "ministères syndicat syndicats procureur procureure parquet secrétaire chef cheffe patron "
        "patronne député "
        "députée sénateur sénatrice gouverneur médecin médecins analyste enquêteurs autorités ambassadeur "
        "mairie "
        "opposition étude onu onu ong responsable responsables habitants pompiers"
    ),
    representing=words(
        "délégué déléguée état professeur professeure chercheur chercheuse médecin enseignant candidat "
        "candidate"
    ),
    quoting=phrases("citant"),
    adverb_negators=words("jamais"),
    negators=words("ne n' être été est sont était étaient sera pas jamais ni sans"),
    figures=words(
        "un une deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent cents "
        "mille "
        "environ près quelque plus moins"
    ),
    coming=words("prochain prochaine demain prochainement"),
    announcing_keys=words("annoncer confirmer"),
    zero_subjects=words("personne nul nulle aucun aucune"),
    future=words(
        "va vont ira iront sera seront aura auront fera feront devrait devraient -era -eront -ira -iront "
        "-dra -dront "
        "-rra -rront -vra -vront -ura -uront"
    ),
    future_not=words("sierra caméra opéra guerra pourrait pourraient aurait auraient ferait irait"),
    future_in_past=words(
        "serait seraient irait iraient ferait feraient -erait -eraient -irait -iraient -drait -draient "
        "-vrait -vraient"
    ),
    obligation=words("doit doivent faut faudra faudrait"),
    infinitive_endings=("er", "ir", "re", "oir"),
)
