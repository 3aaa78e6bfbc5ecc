"""English: marks and abbreviations."""

from claims.nlp.lexicon import Language, words

LANGUAGE = Language(
    code="en",
    quote_pairs={"“": "”", "„": "”", "«": "»", "‘": "’"},
    straight_quotes="\"'",
    abbreviations=words(
        "mr mrs ms dr prof gen col lt sgt capt maj brig adm sen rep gov pres rev hon st jr sr vs etc inc ltd co "
        "corp u.s u.k u.n e.g i.e no# jan feb mar apr jun jul aug sept sep oct nov dec fig# art# vol# pp# p#"
    ),
)
