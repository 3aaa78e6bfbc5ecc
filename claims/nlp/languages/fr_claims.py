"""French statements: hedges, signs of worth, joints between clauses."""

from claims.nlp.claim_words import ClaimWords
from claims.nlp.lexicon import words

_NUMBERS = (
    "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent cents mille "
    "millions dizaines centaines milliers moitié tiers quart"
)

CLAIMS = ClaimWords(
    number_words=tuple(_NUMBERS.split()),
    hedges=(
        r"peut-etre|sans doute|probablement|apparemment|vraisemblablement|semble-t-il|pretendument|"
        r"soi-disant|presume\w*",
        r"environ|pres de|quelque (?=\d)|au moins|au plus|plus de|moins de|une (?:vingtaine|dizaine|"
        r"trentaine|"
        r"quarantaine|cinquantaine|centaine)",
        r"(?:aurait|auraient|serait|seraient)(?= (?:ete |etee? |pas |deja |ainsi )*\w+(?:e|es|ee|ees|i|is|"
        r"ie|ies|u|us|"
        r"ue|ues|t|ts|te|tes)\b)",
        r"pourrait|pourraient|il semblerait|semblent?",
    ),
    signs={
        "date": (
            r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui|minuit|midi|"
            r"ce matin|ce soir)\b",
            r"\b\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|"
            r"novembre|decembre)\b",
            r"\b(?:en|depuis|jusqu'en|des|fin|debut) (?:19|20)\d\d",
            r"\b(?:semaine|mois|annee|an) (?:dernier|derniere|prochain|prochaine)\b",
        ),
        "event": (
            r"\b(?:tue\w*|morts?|mortes?|blesse\w*|arrete\w*|interpelle\w*|effondre\w*|detruit\w*|"
            r"explose\w*|frappe\w*|"
            r"attaque\w*|bombarde\w*|saisi\w*|ouvert\w*|ferme\w*|lance\w*|signe\w*|approuve\w*|adopte\w*|"
            r"rejete\w*|"
            r"ordonne\w*|remporte\w*|perdu\w*|elu\w*|nomme\w*|demissionne\w*|suspendu\w*|evacue\w*|"
            r"deplace\w*|sauve\w*|"
            r"depose\w*|ratifie\w*|affronte\w*|bloque\w*|coupe\w*|interrompu\w*|repris\w*|quitte\w*|"
            r"deploye\w*|"
            r"a eu lieu|ont eu lieu|s'est (?:produit|tenu))\b",
        ),
        "record": (
            r"\b(?:premier|premiere|deuxieme|troisieme|plus grand|plus grande|seul|seule|jamais|chaque|"
            r"emploie|produit|"
            r"compte|pour cent|%)",
        ),
        "address": (r"\b(?:vous|votre|vos|notre redaction|chers lecteurs|bonjour)\b",),
        "own_process": (
            r"\b(?:contacte\w*|sollicite\w*|n'a pas (?:souhaite|repondu|donne suite|pu etre joint)|"
            r"n'ont pas (?:souhaite|"
            r"repondu)|refuse(?:e|es|ent)? (?:de commenter|a tout commentaire)|aucun commentaire|"
            r"ci-dessous|dans nos colonnes)\b",
        ),
        "opinion": (
            r"\b(?:bien sur|evidemment|malheureusement|heureusement|ironie du sort|force est de|"
            r"on peut se demander)\b",
        ),
        "vague_subject": (r"^(?:ceci|cela|ca|ce|cette|ces|tel|telle|et|mais|il y a|il)\b",),
        "consequence": (
            r"\b(?:mort|morts|mortes|deces|victimes?|blesses?|disparus?|otages?|noyes?|famine|rescapes?)\b",
            r"\b(?:loi|decret|tribunal|condamne\w*|prison|proces|amende|plainte|traite|treve|"
            r"constitution\w*)\b",
            r"\b(?:euros?|dollars?|francs?|dinars?|budget|impots?|taxes?|dettes?|salaires?|pots-de-vin|"
            r"fraude|faillite)\b",
            r"\b(?:hopital|hopitaux|epidemie|cholera|virus|vaccins?|malades?|contamin\w+)\b",
        ),
        "voiced": (
            r"[\"“”«»]",
            r"\b(?:selon|d'apres|a dit|a declare|a affirme|ont affirme|affirme|assure|estime|denonce|dement|"
            r"explique)\b",
        ),
    },
    clause_joints=(r"\s*;\s+",),
    introductions=(
        r"(?:par ailleurs|en outre|de plus|dans le meme temps|a noter que|rappelons que|pour rappel|"
        r"pendant ce temps),?\s+",
    ),
    empty=words(
        "le la les un une des de du d l au aux en dans sur pour par avec et ou que qui est sont a ont été"
    ),
)
