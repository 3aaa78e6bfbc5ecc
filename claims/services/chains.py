"""Turning the hops of a chain, as an article names them, into sources of the registry."""

from collections.abc import Sequence

from claims.models import Article
from claims.nlp.types import Hop, SourceKind
from sources.models import Source
from sources.services import NameAs, find_or_create_source


def chain_sources(article: Article, hops: Sequence[Hop]) -> tuple[Source, ...]:
    """Return a source for each hop, the publishing outlet's own first.

    An anonymous hop stands at the nearest outlet before it: that one vouches for it.
    """
    sources: list[Source] = []
    vouching = article.outlet
    for position, hop in enumerate(hops):
        source = article.outlet if position == 0 else _source(article, hop, vouching)
        if source.kind == Source.Kind.OUTLET:
            vouching = source
        sources.append(source)
    return tuple(sources) or (article.outlet,)


def _source(article: Article, hop: Hop, vouching: Source) -> Source:
    outlet = vouching if hop.kind is SourceKind.ANONYMOUS else None
    named = NameAs(name=hop.name, kind=hop.kind.value, language=article.language, outlet=outlet)
    return find_or_create_source(workspace=article.workspace, named=named)
