"""French pages and sources: marks, titles, heads and pronouns."""

from claims.nlp.languages.fr import JOINTS
from claims.nlp.lexicon import words
from claims.nlp.source_words import CreditMarks, PageMarks, SourceWords

PAGE = PageMarks(
    list_headers=(
        r"(?:a )?(?:lire|voir|ecouter|relire)(?: (?:aussi|egalement|encore|ensuite|plus))+",
        r"(?:a lire|a voir) (?:sur|dans) .{0,30}",
        r"(?:sur le meme (?:sujet|theme)|dans la meme rubrique|articles? (?:lies?|similaires?|associes?|"
        r"recents?))",
        r"(?:les )?(?:plus lus|plus recents|plus partages|plus commentes)",
        r"vous aimerez (?:aussi|peut-etre)",
        r"(?:nos |la )?(?:derniers? articles?|dernieres (?:infos|nouvelles|actualites))",
        r"(?:partager|partagez)(?: (?:cet article|l['’]article|sur .{0,30}|ceci))?",
        r"(?:suivez-nous|retrouvez-nous)(?: sur .{0,30})?",
        r"(?:mots[- ]cles|etiquettes|rubriques)",
        r"(?:laisser|ajouter|ecrire) un commentaire",
        r"\d* ?commentaires?(?: \(\d+\))?",
        r"(?:publicite|contenu sponsorise|annonce)",
    ),
    boilerplate=(
        r"(?:a )?(?:lire|voir|relire|ecouter) (?:aussi|egalement|plus)\s*[:|–—-]",
        r"(?:partager|partagez) (?:cet article|l['’]article|sur\b)",
        r"(?:abonnez-vous|inscrivez-vous|s['’]abonner|suivez-nous|recevez nos|rejoignez-nous)\b",
        r"(?:cliquez|appuyez) (?:ici|sur)\b",
        r"tous droits reserves",
        r"(?:reproduction|droits de reproduction) .{0,30}(?:interdite|reserves)",
        r"(?:photos?|credits? photo|images?|illustration|legende)\s*[:|/]",
        r"(?:mots[- ]cles|etiquettes|rubriques?|classe dans)\s*:",
        r"(?:telechargez|installez) (?:notre|l['’]) ?appli",
        r"(?:votre|adresse) (?:nom|e-?mail|adresse e-?mail|courriel)\b.{0,20}$",
        r"(?:conditions generales|mentions legales|politique de confidentialite)",
    ),
    byline=(
        r"par [^.:]{3,60}$",
        r"(?:publie|mis a jour|mise a jour|modifie|poste|cree) (?:le|a|par)\b.{0,60}$",
        r"(?:redaction|traduction|photographies?|texte|reportage|propos recueillis)\s*(?:[:–—-]|par\b)",
        r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? \d.{0,40}\d{4}.{0,20}$",
        r"(?:de notre|notre) (?:correspondant|correspondante|envoye|envoyee)\b.{0,40}$",
        r"\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|"
        r"decembre) "
        r"\d{4}.{0,20}$",
    ),
    byline_anywhere=(r"(?:a|ont) (?:contribue|participe) a (?:cet article|ce reportage)",),
    credit=(
        r"(?:cet article|ce texte|ce reportage|cet entretien|cette tribune) (?:a ete|est|fut|etait) "
        r"(?:traduite?|publiee?|adaptee?|initialement|d['’]abord|reprise?)\b",
        r"traduit(?:e)?(?: et (?:edite|adapte)e?)? (?:de|du|par)\b",
        r"(?:initialement|d['’]abord) (?:publiee?|parue?)\b",
        r"(?:reproduite?|republiee?|reprise?) avec l['’](?:aimable )?autorisation\b",
        r"source\s*:",
    ),
    disclaimer=(
        r"(?:les (?:opinions|points de vue|propos|avis)) .{0,60}(?:n['’]engagent|ne refletent pas)",
        r".{0,60}n['’]a pas (?:pu )?verifie(?:r)? .{0,30}(?:contenu|exactitude|informations)",
        r".{0,60}decline toute responsabilite",
    ),
)

CREDIT = CreditMarks(
    republished=(
        r"(?:initialement|d['’]abord) (?:publiee?|parue?) (?:par|dans|sur|en ligne sur)\s+",
        r"(?:reproduite?|republiee?|reprise?) avec l['’](?:aimable )?autorisation (?:de|du)\s+",
        r"^source\s*:\s*",
        r"(?:article|texte|reportage|entretien) (?:publie|paru) (?:par|dans|sur) (?=[«\w])",
        r"traduite? (?:d['’]un article (?:de|du)|de l['’]article (?:de|du))\s+",
    ),
    translated=(r"\btraduite?(?: et (?:editee?|adaptee?))? (?:de|du|par)\b", r"\btraduction\s*(?:par|:)"),
    unverified=(
        r"n['’]a pas (?:pu )?verifie(?:r)? .{0,30}(?:contenu|exactitude|informations)",
        r"decline toute responsabilite",
    ),
    lead=(
        r"\bselon (?:le journal|le quotidien|l['’]hebdomadaire|le site|la chaine|l['’]agence) @",
        r",\s*(?:rapporte|ecrit|revele|indique) (?:le journal|le quotidien|le site|la chaine|l['’]agence) @",
    ),
    outlet_heads=(
        "agence de presse",
        "journal",
        "quotidien",
        "hebdomadaire",
        "chaîne",
        "chaîne de télévision",
        "station de radio",
        "site d'information",
        "revue",
    ),
    outlet_words=(
        "infos",
        "actu",
        "actualités",
        "hebdo",
        "quotidien",
        "presse",
        "gazette",
        "dépêche",
        "télé",
        "télévision",
    ),
    agencies=(
        "Agence France-Presse",
        "Belga",
        "ATS",
        "APS",
        "TAP",
        "MAP",
        "agences",
        "avec AFP",
        "avec agences",
    ),
    not_outlets=(
        "ministère",
        "ministre",
        "préfecture",
        "préfet",
        "gendarmerie",
        "armée",
        "communiqué",
        "responsable",
        "porte-parole",
        "conseil",
        "gouvernement",
        "président",
        "procureur",
        "parquet",
        "tribunal",
        "syndicat",
        "rapport",
        "étude",
        "loi",
    ),
    not_agencies=("exclusif", "vidéo", "photos", "analyse", "direct", "entretien", "mise à jour"),
    small_words=("de", "du", "des", "la", "le", "les", "l'", "et", "d'"),
    tongues=("l'arabe", "l'anglais", "anglais", "arabe", "l'hébreu", "l'espagnol", "l'allemand", "l'italien"),
)


def _with_feminine(text: str) -> str:
    """Return the words of a list, "word/feminine" as two."""
    return text.replace("/", " ")


_PEOPLE = (
    "président/présidente ministre secrétaire ambassadeur/ambassadrice émissaire diplomate "
    "sénateur/sénatrice "
    "député/députée gouverneur/gouverneure maire adjoint/adjointe préfet/préfète conseiller/conseillère "
    "commissaire "
    "chancelier/chancelière roi/reine prince/princesse cheikh imam pape évêque archevêque patriarche "
    "rabbin prêtre "
    "général/générale colonel/colonelle commandant/commandante capitaine lieutenant sergent chef/cheffe "
    "leader "
    "dirigeant/dirigeante directeur/directrice porte-parole patron/patronne gérant/gérante propriétaire "
    "fondateur/fondatrice officier/officière fonctionnaire responsable représentant/représentante analyste "
    "expert/experte économiste professeur/professeure docteur/docteure dr pr médecin infirmier/infirmière "
    "chirurgien/chirurgienne avocat/avocate procureur/procureure juge magistrat/magistrate "
    "ingénieur/ingénieure "
    "scientifique chercheur/chercheuse historien/historienne auteur/autrice écrivain/écrivaine journaliste "
    "correspondant/correspondante rédacteur/rédactrice éditorialiste photographe militant/militante "
    "activiste "
    "enseignant/enseignante instituteur/institutrice étudiant/étudiante agriculteur/agricultrice "
    "pêcheur/pêcheuse chauffeur conducteur/conductrice ouvrier/ouvrière employé/employée habitant/habitante "
    "riverain/riveraine voisin/voisine témoin passant/passante survivant/survivante victime mère père "
    "frère sœur "
    "fils fille mari femme épouse époux veuve veuf homme garçon enfant villageois/villageoise "
    "commerçant/commerçante "
    "vendeur/vendeuse boulanger/boulangère négociant/négociante entrepreneur/entrepreneuse "
    "banquier/banquière "
    "entraîneur/entraîneuse joueur/joueuse acteur/actrice chanteur/chanteuse membre "
    "combattant/combattante soldat "
    "rebelle détenu/détenue prisonnier/prisonnière réfugié/réfugiée bénévole secouriste pompier "
    "policier/policière "
    "gendarme source interlocuteur/interlocutrice candidat/candidate rival/rivale délégué/déléguée "
    "coordinateur/coordinatrice coordonnateur/coordonnatrice administrateur/administratrice "
    "inspecteur/inspectrice m mm mme mmes mlle me monsieur madame maître pilote passager/passagère touriste "
    "retraité/retraitée consul consule comptable pharmacien/pharmacienne sociologue géologue politologue "
    "hydrologue syndicaliste élu/élue premier-ministre négociateur/négociatrice médiateur/médiatrice "
    "enquêteur/"
    "enquêtrice manifestant/manifestante gardien/gardienne marin trésorier/trésorière partisan/partisane "
    "opposant/opposante utilisateur/utilisatrice internaute parent proche"
)

SOURCES = SourceWords(
    joints=JOINTS,
    head_first=True,
    articles=words("le la les l' un une"),
    definite=words("le la les l' ce cet cette ces"),
    possessives=words("son sa ses leur leurs notre nos"),
    person_heads=words(_with_feminine(_PEOPLE)),
    group_heads=words(
        "responsables sources habitants riverains témoins voisins militants activistes analystes "
        "observateurs experts "
        "diplomates députés ministres officiers médecins secouristes proches familles parents villageois "
        "gens "
        "travailleurs ouvriers employés manifestants rebelles combattants soldats conseillers critiques "
        "partisans "
        "opposants scientifiques chercheurs journalistes avocats magistrats enquêteurs survivants victimes "
        "agriculteurs pêcheurs chauffeurs commerçants ingénieurs étudiants enseignants membres dirigeants "
        "utilisateurs internautes lecteurs passagers touristes élus sénateurs économistes hommes femmes "
        "collègues "
        "rapports médias rumeurs pages comptes messages policiers gendarmes pompiers fidèles plaignants "
        "salariés "
        "personnes jeunes anciens usagers"
    ),
    body_heads=words(
        "ministère département direction gouvernement cabinet conseil commission comité parlement sénat "
        "congrès "
        "assemblée cour tribunal parquet police gendarmerie armée marine force forces garde milice "
        "brigade agence "
        "autorité autorités office bureau administration présidence préfecture sous-préfecture mairie "
        "municipalité "
        "province région ambassade consulat délégation mission union fédération confédération syndicat "
        "association "
        "ligue société organisation groupe coalition front parti mouvement alliance compagnie entreprise "
        "firme banque "
        "fonds institut institution université hôpital école centre observatoire fondation équipe club "
        "service "
        "services assureur opérateur opposition régime kremlin pentagone elysée élysée matignon ong onu "
        "onu otan oms "
        "faction branche réseau chambre croix-rouge collectif intersyndicale "
        "ville commune nations "
        "état-major"
    ),
    outlet_heads=words(
        "journal quotidien hebdomadaire magazine site chaîne radio télévision station média revue portail "
        "gazette "
        "bihebdomadaire"
    ),
    document_heads=words(
        "communiqué déclaration rapport note mémo lettre courrier message publication tweet post texte "
        "document "
        "article étude enquête jugement arrêt annonce bulletin motion pétition résolution audit données "
        "chiffres "
        "statistiques sondage vidéo enregistrement transcription courriel"
    ),
    anonymous_heads=words(
        "source sources habitant habitante habitants riverain riveraine riverains témoin témoins voisin "
        "voisine voisins "
        "militants activistes observateurs analystes responsables médias rumeurs rapports proches "
        "villageois gens "
        "internautes utilisateurs passants certains interlocuteur"
    ),
    generic_heads=words(
        _with_feminine(
            "responsable officier homme femme personne source ministre porte-parole leader "
            "dirigeant/dirigeante chef/cheffe "
            "colonel général avocat/avocate médecin directeur/directrice élu/élue diplomate "
            "professeur/professeure "
            "expert/experte analyste ingénieur/ingénieure militant/militante maire préfet/préfète gouverneur "
            "président/présidente commissaire garçon fille mère père juge candidat/candidate député/députée "
            "sénateur/sénatrice"
        )
    ),
    office_heads=words(
        _with_feminine(
            "président/présidente ministre secrétaire gouverneur/gouverneure maire préfet/préfète "
            "chancelier/chancelière roi/reine prince/princesse pape chef/cheffe directeur/directrice "
            "commandant "
            "commissaire ambassadeur/ambassadrice procureur/procureure patriarche archevêque général"
        )
    ),
    feminine_heads=words(
        " ".join(pair.split("/")[1] for pair in _PEOPLE.split() if "/" in pair)
        + " reine princesse mère sœur fille femme épouse veuve mme mmes mlle madame"
    ),
    never_first=words(
        "que qu' qui dont où à au aux en dans sur sous par avec et mais si parce lorsque lorsqu' alors ne "
        "n' se s' "
        "ajoutant précisant dit disant selon comme"
    ),
    relatives=words(
        "qui que qu' dont où lequel laquelle lesquels lorsque citant souhaitant demandant refusant "
        "ajoutant précisant "
        "affirmant interrogé interrogée interrogés contacté contactée contactés joint jointe joints cité "
        "citée cités "
        "consulté consultée consultés obtenu obtenue parlant requérant sous parce tandis alors ayant"
    ),
    issuer_links=words("par du de des d'"),
    links=words("de du des d' en à au aux dans sur par pour avec et près contre chez sous"),
    joiners=words("de du des d' en à au aux dans sur par pour et la le les l'"),
    quantifiers=words(
        "un une deux trois quatre cinq six sept huit neuf dix plusieurs des quelques certains certaines "
        "d'autres "
        "nombreux nombreuses dizaines centaines aucun aucune chaque autres divers diverses"
    ),
    same=words("même même-source"),
    pronouns={
        "il": ("m", "s"),
        "elle": ("f", "s"),
        "ils": ("", "p"),
        "elles": ("f", "p"),
        "lui": ("m", "s"),
        "eux": ("", "p"),
        "nous": ("", "p"),
        "je": ("", "s"),
        "j'": ("", "s"),
        "celui-ci": ("m", "s"),
        "celle-ci": ("f", "s"),
    },
    portfolios=words(
        "défense santé justice intérieur économie finances transports éducation environnement agriculture "
        "énergie "
        "culture étrangères travail logement commerce sports tourisme pêche communication numérique budget"
    ),
    naming_words=words("nommé nommée appelé appelée baptisé baptisée dénommé dénommée"),
    particles=words(
        "de du des d' la le les l' van von der den al el ben bin ibn abou abu oum ould mint di da saint "
        "sainte"
    ),
    given_names={
        name: gender
        for gender, names in (
            (
                "f",
                "marie anne anna emma sarah sara laura julie julia maria elena olga fatima aïcha amina "
                "leïla layla "
                "nadia samira salma houda nora rania angela christine jeanne suzanne catherine isabelle "
                "nathalie "
                "sophie camille claire céline élodie chloé manon léa lucie pauline charlotte alice louise "
                "inès valérie "
                "véronique sandrine stéphanie aurélie caroline virginie hélène brigitte monique sylvie "
                "martine "
                "françoise michèle nicole élisabeth ségolène marine rachida agnès élise noémie juliette ève",
            ),
            (
                "m",
                "jean pierre paul jacques michel philippe alain bernard andré gérard daniel robert henri "
                "rené louis "
                "marcel françois nicolas emmanuel laurent olivier christophe stéphane éric patrick pascal "
                "thierry "
                "bruno christian dominique frédéric guillaume julien sébastien vincent thomas antoine "
                "alexandre hugo "
                "lucas gabriel arthur victor georges édouard gérald jean-luc jean-pierre jean-yves "
                "jean-claude marc "
                "mathieu matthieu maxime benoît benjamin denis didier fabien gilles grégoire hervé jérôme "
                "joseph luc "
                "martin raphaël rémi samuel simon sylvain tristan xavier yann yves ahmed mohamed mohammed "
                "ali hassan "
                "omar karim mustapha moustapha ibrahim youssef rachid samir tarek vladimir donald joe boris",
            ),
        )
        for name in names.split()
    },
    tail_adjectives=words(
        "français française local locale régional régionale public publique officiel officielle"
    ),
    told=(
        r"\b(?:a|ont|avait|avaient) (?:\w+ )?(?:dit|declare|affirme|confie|indique|explique|precise|assure|"
        r"confirme|"
        r"raconte) (?:a|au) ",
        r"\b(?:dit|declare|affirme|confie|explique|raconte|declare-t-il|dit-il) (?:a|au) ",
        r"\b(?:interviewe|interroge|cite|citee|invite|contacte)e?s? (?:par|sur|de) ",
        r"\b(?:entretien|interview) (?:accordee?|a|avec|au|publiee? (?:par|dans)) ?(?:a|au)? ?",
        r"\bau micro de ",
        r"\bsur (?=(?:rtl|europe 1|bfm|france|franceinfo|radio|la chaine)\b)",
    ),
    citing=(r"\b(?:citant|qui cite|qui citait) ",),
    openers=words(
        "que qu' si lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui lors après avant"
    ),
    reporter_heads=words("journaliste reporter correspondant correspondante envoyé équipe"),
    media_heads=words("médias journaux"),
    common_modifiers=words("état national local public officiel régional premier première"),
    plural_ending="s",
    company_words=words(
        "énergie pétrole gaz motors airlines aviation assurances holding industries systèmes technologies "
        "télécom "
        "électricité ciments aciers pharma laboratoires sarl sa sas transports ferries rail musée "
        "bibliothèque "
        "registre bourse ports mines textiles frères fils"
    ),
    personal_documents=words("lettre message tweet post courriel courrier"),
    head_classes={
        head: kind
        for kind, heads in (
            (
                "chef",
                "chef cheffe leader dirigeant dirigeante directeur directrice président présidente patron "
                "patronne "
                "commandant général colonel capitaine",
            ),
            ("avocat", "avocat avocate maître me"),
            ("médecin", "médecin docteur docteure dr chirurgien chirurgienne"),
            ("témoin", "témoin riverain riveraine"),
            ("élu", "élu élue député députée sénateur sénatrice parlementaire"),
            ("préfet", "préfet préfète préfecture"),
            ("journal", "journal quotidien hebdomadaire magazine revue gazette bihebdomadaire site portail"),
            ("chaîne", "chaîne radio télévision station"),
            ("police", "police policier policière gendarme gendarmerie"),
            ("entreprise", "entreprise société compagnie firme groupe opérateur"),
            ("association", "association organisation ong collectif observatoire fondation"),
            ("parti", "parti mouvement front coalition alliance opposition"),
            ("syndicat", "syndicat fédération union confédération intersyndicale"),
        )
        for head in heads.split()
    },
)
