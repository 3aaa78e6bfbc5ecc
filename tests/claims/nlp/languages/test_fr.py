"""French: contents, sources, originators and what is done with the content, in invented sentences."""

import pytest

from claims.nlp.pipeline import analyse_article
from claims.nlp.types import AttributionForm, Document, Modality, QuoteKind
from tests.claims.nlp.languages.conftest import Told

ALLEGED, DENIED, DEMANDED = Modality.ALLEGED, Modality.DENIED, Modality.DEMANDED
PREDICTED = Modality.PREDICTED

LEADING = [
    pytest.param(
        "Le maire de Tarfa a déclaré lundi que le pont était fermé.",
        [Told("le pont était fermé", "Le maire de Tarfa", "Le maire de Tarfa")],
        id="leading-behind-a-day",
    ),
    pytest.param(
        "Le préfet affirme qu’aucune maison n’a été touchée.",
        [Told("aucune maison n’a été touchée", "Le préfet", "Le préfet")],
        id="leading-elided-opener",
    ),
    pytest.param(
        "La directrice du port, Lucie Amel, a également précisé que le bac était à quai.",
        [Told("le bac était à quai", "La directrice du port, Lucie Amel", "Lucie Amel")],
        id="leading-apposition-and-adverb",
    ),
    pytest.param(
        "La ministre de la Santé Claire Bonval a indiqué que les vaccins étaient arrivés.",
        [Told("les vaccins étaient arrivés", "La ministre de la Santé Claire Bonval", "Claire Bonval")],
        id="leading-title-with-its-portfolio",
    ),
    pytest.param(
        "L'Organisation mondiale des lacs déclarait mardi que l'eau baissait.",
        [Told("l'eau baissait", "L'Organisation mondiale des lacs", "Organisation mondiale des lacs")],
        id="leading-imperfect",
    ),
    pytest.param(
        "M. Noiret a jugé que la décision était injuste et a réclamé la démission du préfet.",
        [
            Told("la décision était injuste", "M. Noiret", "Noiret"),
            Told("la démission du préfet", "M. Noiret", "Noiret", DEMANDED),
        ],
        id="leading-two-verbs-of-one-subject",
    ),
    pytest.param(
        "L'ingénieure a expliqué que les poutres avaient rouillé et que la mairie le savait.",
        [
            Told("les poutres avaient rouillé", "L'ingénieure", "L'ingénieure", anonymous=True),
            Told("la mairie le savait", "L'ingénieure", "L'ingénieure", anonymous=True),
        ],
        id="leading-two-contents",
    ),
    pytest.param(
        "Le directeur de l'hôpital affirme avoir reçu les résultats mardi.",
        [Told("avoir reçu les résultats mardi", "Le directeur de l'hôpital", "Le directeur de l'hôpital")],
        id="leading-infinitive",
    ),
]

TRAILING = [
    pytest.param(
        "Le pont est fermé depuis lundi, a indiqué la préfecture de Tarfa.",
        [Told("Le pont est fermé depuis lundi", "la préfecture de Tarfa", "la préfecture de Tarfa")],
        id="trailing-inverted",
    ),
    pytest.param(
        "« Nous attendons la pièce », a déclaré le maire de Tarfa, Paul Noiret.",
        [Told("Nous attendons la pièce", "le maire de Tarfa, Paul Noiret", "Paul Noiret")],
        id="direct-inverted",
    ),
    pytest.param(
        "«\u202fPersonne ne nous a prévenus\u202f», déplore Mme Bonval.",
        [Told("Personne ne nous a prévenus", "Mme Bonval", "Bonval")],
        id="direct-narrow-spaces",
    ),
    pytest.param(
        "“La digue a cédé”, témoigne Jean Morel, pêcheur à Tarfa.",
        [Told("La digue a cédé", "Jean Morel, pêcheur à Tarfa", "Jean Morel")],
        id="direct-english-marks",
    ),
    pytest.param(
        "« Le bac, a expliqué Luc Amel, reste à quai faute de pièce. »",
        [Told("Le bac … reste à quai faute de pièce", "Luc Amel", "Luc Amel")],
        id="split-inside-the-marks",
    ),
    pytest.param(
        "« Le bac est à quai, explique le directeur du port, Luc Amel. Il manque une pièce. »",
        [Told("Le bac est à quai … Il manque une pièce", "le directeur du port, Luc Amel", "Luc Amel")],
        id="split-at-a-full-stop",
    ),
    pytest.param(
        "Le pont, a précisé la police, a été fermé par erreur.",
        [Told("Le pont … a été fermé par erreur", "la police", "la police")],
        id="split-without-marks",
    ),
    pytest.param(
        "Le maire a expliqué : « La digue est neuve et elle tient. »",
        [Told("La digue est neuve et elle tient", "Le maire", "Le maire")],
        id="direct-behind-a-colon",
    ),
]

ACCORDING = [
    pytest.param(
        "Selon le ministère des Transports, trois bacs auraient été endommagés.",
        [
            Told(
                "trois bacs auraient été endommagés",
                "le ministère des Transports",
                "le ministère des Transports",
            )
        ],
        id="according-to-before",
    ),
    pytest.param(
        "Trois bacs ont été endommagés, selon une source policière.",
        [
            Told(
                "Trois bacs ont été endommagés",
                "une source policière",
                "une source policière",
                anonymous=True,
            )
        ],
        id="according-to-behind-anonymous",
    ),
    pytest.param(
        "D’après un rapport de la Cour des comptes, le pont a coûté deux fois le prix prévu.",
        [
            Told(
                "le pont a coûté deux fois le prix prévu",
                "un rapport de la Cour des comptes",
                "Cour des comptes",
            )
        ],
        id="according-to-issuer",
    ),
    pytest.param(
        "Deux hommes ont été arrêtés, a-t-on appris auprès de la gendarmerie.",
        [Told("Deux hommes ont été arrêtés", "la gendarmerie", "la gendarmerie")],
        id="according-to-learnt-from",
    ),
    pytest.param(
        "Le quotidien La Dépêche du Lac, citant une source militaire, rapporte que deux navires ont coulé.",
        [
            Told(
                "deux navires ont coulé",
                "une source militaire",
                "une source militaire",
                anonymous=True,
            )
        ],
        id="relay-cites-its-source",
    ),
]

STANCES = [
    pytest.param(
        "Le ministère a démenti que des vaccins aient été perdus.",
        [Told("des vaccins aient été perdus", "Le ministère", "Le ministère", DENIED)],
        id="denial-clause",
    ),
    pytest.param(
        "La société Orsan Énergie nie toute fuite dans le lac.",
        [Told("toute fuite dans le lac", "La société Orsan Énergie", "Orsan Énergie", DENIED)],
        id="denial-nominal",
    ),
    pytest.param(
        "Le préfet a appelé les habitants à rester chez eux.",
        [Told("les habitants à rester chez eux", "Le préfet", "Le préfet", DEMANDED)],
        id="demand-with-addressee",
    ),
    pytest.param(
        "Le syndicat appelle à une grève générale.",
        [Told("une grève générale", "Le syndicat", "Le syndicat", DEMANDED)],
        id="demand-nominal",
    ),
    pytest.param(
        "Le maire a demandé aux habitants de ne pas boire l'eau du robinet.",
        [Told("ne pas boire l'eau du robinet", "Le maire", "Le maire", DEMANDED)],
        id="demand-infinitive",
    ),
    pytest.param(
        "L'opposition accuse le gouvernement de cacher les chiffres.",
        [Told("le gouvernement de cacher les chiffres", "L'opposition", "L'opposition", ALLEGED)],
        id="accusation",
    ),
    pytest.param(
        "L'avocat prétend que le contrat est faux.",
        [Told("le contrat est faux", "L'avocat", "L'avocat", ALLEGED, anonymous=True)],
        id="claim-kept-at-a-distance",
    ),
    pytest.param(
        "Le gouvernement a promis de rouvrir la route avant l'hiver.",
        [Told("rouvrir la route avant l'hiver", "Le gouvernement", "Le gouvernement", PREDICTED)],
        id="forecast-promise",
    ),
    pytest.param(
        "La météo nationale prévoit que la neige tombera dimanche.",
        [Told("la neige tombera dimanche", "La météo nationale", "La météo nationale", PREDICTED)],
        id="forecast-future",
    ),
    pytest.param(
        "Le maire a annoncé que l'école rouvrirait en mai.",
        [Told("l'école rouvrirait en mai", "Le maire", "Le maire", PREDICTED)],
        id="forecast-in-the-past",
    ),
    pytest.param(
        "Le maire estime qu'il faut fermer l'école.",
        [Told("il faut fermer l'école", "Le maire", "Le maire", DEMANDED)],
        id="obligation",
    ),
]

OTHERS = [
    pytest.param(
        "L'exploitant du barrage, la société Orsan Énergie, a de son côté nié toute négligence.",
        [
            Told(
                "toute négligence",
                "L'exploitant du barrage, la société Orsan Énergie",
                "L'exploitant du barrage",
                DENIED,
            )
        ],
        id="adverbial-phrase-inside-the-verb",
    ),
    pytest.param(
        "« C'est un scandale, a lancé le député Marc Vasseur. Nous demanderons des comptes. »",
        [
            Told(
                "C'est un scandale … Nous demanderons des comptes",
                "le député Marc Vasseur",
                "Marc Vasseur",
            )
        ],
        id="verb-and-title-inside-the-marks",
    ),
    pytest.param(
        "« Le bac est à quai », a-t-elle ajouté, précisant que la pièce manquait.",
        [Told("Le bac est à quai", "elle", "elle"), Told("la pièce manquait", "elle", "elle")],
        id="participle-shares-the-source",
    ),
    pytest.param(
        "Paul Noiret a dit que la digue tenait. Il a ajouté que la pompe marchait.",
        [
            Told("la digue tenait", "Paul Noiret", "Paul Noiret"),
            Told("la pompe marchait", "Il", "Paul Noiret"),
        ],
        id="pronoun",
    ),
    pytest.param(
        "Claire Bonval a dit que la digue tenait. « La pompe marche », a-t-elle assuré.",
        [
            Told("la digue tenait", "Claire Bonval", "Claire Bonval"),
            Told("La pompe marche", "elle", "Claire Bonval"),
        ],
        id="inverted-pronoun",
    ),
    pytest.param(
        "Un responsable qui a requis l'anonymat a expliqué que la valve avait lâché.",
        [Told("la valve avait lâché", "Un responsable", "Un responsable", anonymous=True)],
        id="anonymous-official",
    ),
    pytest.param(
        "Des habitants ont affirmé que l'eau était trouble.",
        [Told("l'eau était trouble", "Des habitants", "Des habitants", anonymous=True)],
        id="anonymous-group",
    ),
    pytest.param(
        "Il est prévu que le pont rouvre en mai.",
        [Told("le pont rouvre en mai", "", "", PREDICTED, anonymous=True)],
        id="impersonal-forecast",
    ),
    pytest.param(
        "Il paraît que le directeur est parti.",
        [Told("le directeur est parti", "", "", ALLEGED, anonymous=True)],
        id="impersonal-doubt",
    ),
    pytest.param("Le pont, fermé depuis lundi, a été repeint.", [], id="no-cue"),
    pytest.param("L'annonce de la mairie et la demande du juge ont surpris.", [], id="nouns-are-no-cues"),
    pytest.param("Le plan annoncé lundi coûte cher.", [], id="a-participle-alone-is-no-cue"),
    pytest.param("Le maire n'a pas dit que le pont était sûr.", [], id="negated-cue"),
]


@pytest.mark.parametrize(("text", "expected"), [*LEADING, *TRAILING, *ACCORDING, *STANCES, *OTHERS])
def test_french_claims(told, text, expected):
    assert told(text, "fr") == expected


def test_a_headline_before_a_colon_names_its_source(told):
    assert told("Le bac est à quai.", "fr", title="Ministre des Transports : le pont rouvrira lundi") == [
        Told("le pont rouvrira lundi", "Ministre des Transports", "Ministre des Transports", PREDICTED)
    ]


def read(text):
    return analyse_article(Document(text=text, language="fr", outlet="Lakeside Echo"))


def test_the_conditional_of_the_press_is_a_hedge():
    text = "Selon la police, trois hommes auraient été arrêtés."
    (claim,) = read(text).claims

    assert [span.text(text) for span in claim.hedges] == ["auraient"]


def test_the_cue_of_an_inverted_verb_leaves_its_pronoun_to_the_source():
    text = "« Le bac est à quai », a-t-il ajouté."
    (claim,) = read(text).claims

    assert [span.text(text) for span in claim.cue] == ["a", "ajouté"]
    assert claim.form is AttributionForm.DIRECT_QUOTE
    assert claim.quote is QuoteKind.DIRECT


def test_page_furniture_is_no_text():
    lines = ["Par Luc Amel", "Le pont est fermé, a indiqué la mairie.", "Lire aussi : le bac repart"]
    text = "\n".join([*lines, "Tous droits réservés"])
    document = read(text)

    assert [region.kind.value for region in document.regions] == ["byline", "body", "boilerplate"]


def test_a_note_names_the_first_publisher():
    text = "Le pont est fermé, a indiqué la mairie.\n\nCet article a été initialement publié par Tarfa Hebdo."

    assert read(text).credit.republished_from == "Tarfa Hebdo"
