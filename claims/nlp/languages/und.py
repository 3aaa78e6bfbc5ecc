"""Any language without a file of its own: marks only, no words."""

from claims.nlp.lexicon import Language

LANGUAGE = Language(
    code="und",
    quote_pairs={"“": "”", "„": "“", "«": "»", "‹": "›", "「": "」", "『": "』"},
    sentence_marks=".!?…؟۔。！？",
)
