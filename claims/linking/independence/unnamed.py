"""Chains that end in sources nobody names: they are not assumed to be different ones."""

from collections.abc import Iterator

from claims.linking.independence.signs import Sign, SignKind
from claims.linking.independence.texts import days_between
from claims.linking.organisations import same_source
from claims.linking.types import ClaimRecord
from claims.linking.words import split_words
from claims.nlp.types import SourceKind

SAME_DESCRIPTION = 0.9
"""Same descriptor, day and event (design, reliability 4.5)."""
LIKE_DESCRIPTION = 0.7
"""The same descriptor on other days: between that and two that differ."""
BOTH_UNNAMED = 0.5
"""Unnamed sources of two outlets (reliability 4.5)."""
ONE_UNNAMED = 0.25
"""One unnamed: it may be whom the other names. A reasoned default, not measured."""
TELLING_WORDS = 2
"""Words from which a descriptor describes somebody: "a source" and "residents" fit anybody."""


def unnamed_signs(a: ClaimRecord, b: ClaimRecord) -> Iterator[Sign]:
    """Yield what follows from one or both originators being unnamed."""
    if not (a.chain and b.chain):
        return
    unnamed = [claim.chain[-1].kind is SourceKind.ANONYMOUS for claim in (a, b)]
    if all(unnamed):
        yield _both(a, b)
    elif any(unnamed):
        yield Sign(SignKind.ONE_UNNAMED, ONE_UNNAMED)


def _both(a: ClaimRecord, b: ClaimRecord) -> Sign:
    one, two = a.chain[-1].name, b.chain[-1].name
    alike = same_source(one, two) or one.casefold() == two.casefold()
    if not alike or min(_words(one), _words(two)) < TELLING_WORDS:
        return Sign(SignKind.UNNAMED, BOTH_UNNAMED)
    if days_between(a, b) <= 1:
        return Sign(SignKind.DESCRIPTOR, SAME_DESCRIPTION, (one,))
    return Sign(SignKind.LIKE_DESCRIPTOR, LIKE_DESCRIPTION, (one,))


def _words(descriptor: str) -> int:
    """Count the words that describe: articles and prepositions do not."""
    return sum(len(word.folded) > 2 and word.folded != "the" for word in split_words(descriptor))
