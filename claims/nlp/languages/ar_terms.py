"""Arabic words as terms of a search."""

from claims.nlp.term_words import TermWords

_SUFFIXES = ("ها", "هم", "ان", "ات", "ون", "ين", "يه", "ه", "ي")

_EMPTY = (
    "في من الي علي عن مع ان انه انها انهم هذا هذه ذلك تلك التي الذي الذين ما لا لم لن قد كان كانت "
    "يكون تكون هو هي هم او ثم بعد قبل كل بين حتي اذا منذ خلال عند لدي حيث كما اي ايضا غير فيه فيها "
    "منه منها عليه عليها به بها له لها لهم وهو وهي وان وفي ومن وقد وقال قال قالت اكد اضاف اليوم كذلك "
    "بل لكن ولا وكان"
)

TERMS = TermWords(
    # After "light10" (Larkey, Ballesteros and Connell 2007, "Light Stemming for Arabic Information
    # Retrieval"), with the prepositions that news writes onto names.
    prefixes=("وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "وب", "ول", "و", "ب", "ل"),
    endings=tuple(((suffix, ""),) for suffix in _SUFFIXES),
    # Half of the ranking by meaning: at equal weight, words made the ranking of Arabic titles worse
    # (design, linking 2).
    weight=1.0,
    empty=frozenset(_EMPTY.split()),
)
