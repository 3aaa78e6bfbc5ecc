"""How one mention names a source: the value that reading its words gives."""

from dataclasses import dataclass

from claims.nlp.types import SourceKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How one mention names a source.

    `name` is clean: no title tail, apposition or relative clause. `proper` tells a
    name from a description ("the mayor"); `head` is the description's head noun,
    `further_heads` those of appositions, and `modifiers` its other words, bare and folded.
    `definite` phrases may point back, `determined` ones by an article or prefix, and
    `points_back` is true where the words only make sense after an earlier mention (he,
    the same source, its chief);
    `identified` tells that a name says whose it is, and `given` that a personal name
    begins with a known given name.
    """

    name: str
    span: Span
    kind: SourceKind
    proper: bool = False
    head: str = ""
    further_heads: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    definite: bool = False
    determined: bool = False
    identified: bool = False
    given: bool = False
    points_back: bool = False
    anonymous: bool = False
    gender: str = ""
    number: str = ""
    pronoun: bool = False
    issuer: Span | None = None


def tidy_name(name: str) -> str:
    """Return a name without surrounding marks, doubled spaces and a possessive ending."""
    name = " ".join(name.split()).strip("\"“”«»„ '‘.,،:ـ")
    for opening, closing in ("«»", "“”", '""'):
        if name.count(opening) != name.count(closing) or (opening == closing and name.count(opening) % 2):
            name = name.replace(opening, "").replace(closing, "")
    return name[:-2] if name.endswith(("’s", "'s")) else name
