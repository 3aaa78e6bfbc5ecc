"""English words as terms of a search."""

from claims.nlp.term_words import TermWords

_PLURALS = (("sses", "ss"), ("ies", "y"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""))
_VERBS = (("eed", "ee"), ("ied", "y"), ("ed", ""), ("ing", ""), ("ly", ""))
_FINAL = (("e", ""), ("y", "i"))
_DOUBLED = tuple((letter * 2, letter) for letter in "bdfglmnprst")

_EMPTY = (
    "a about after all also an and any are as at be been before being but by can could did do does "
    "for from had has have he her him his how i if in into is it its just may me might more most must "
    "my no nor not now of off on one only or other our out over own said say says she should so some "
    "such than that the their them then there these they this those through to too under until up "
    "very was we were what when where which while who whom why will with would you your"
)

TERMS = TermWords(
    endings=(_PLURALS, _VERBS, _FINAL, _DOUBLED),
    # Equal to the ranking by meaning: fused so, English tweets find their checked claims better than by
    # either alone (design, linking 2).
    weight=2.0,
    empty=frozenset(_EMPTY.split()),
)
