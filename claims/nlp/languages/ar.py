"""Arabic: marks and abbreviations."""

from claims.nlp.lexicon import Language, words

LANGUAGE = Language(
    code="ar",
    quote_pairs={"“": "”", "„": "“", "«": "»", "‘": "’"},
    nested_straight_quotes=True,
    sentence_marks=".!?…؟۔",
    straight_quotes="\"'",
    noun_proclitics=("و", "ب", "ل", "ك", "ف", "لل", "بال", "وال", "ال"),
    abbreviations=words("د أ م"),
)
