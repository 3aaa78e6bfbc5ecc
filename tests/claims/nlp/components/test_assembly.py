"""Assembling claims from attributions and narration."""

from claims.nlp.components.assembly import ClaimAssembler
from claims.nlp.types import (
    Attribution,
    AttributionForm,
    Document,
    Hop,
    Modality,
    Origin,
    QuoteKind,
    SourceKind,
    Span,
)

TEXT = "The Post says Nora Field told it that the pier is safe. It adds that ferries run again."


def attribution(
    start: int, end: int, *, cue: tuple[int, int], source: tuple[int, int], parent: int | None = None
) -> Attribution:
    return Attribution(
        content=(Span(start, end),),
        cue=(Span(*cue),),
        source=(Span(*source),),
        quote=QuoteKind.INDIRECT,
        form=AttributionForm.CLAUSE,
        cue_key="say",
        cue_class="neutral",
        modality=Modality.ASSERTED,
        parent=parent,
    )


def speaker(name: str, kind: SourceKind = SourceKind.PERSON) -> Origin:
    return Origin(speaker=Hop(name=name, kind=kind))


def assemble(attributions: list[Attribution], origins: list[Origin]) -> Document:
    sentences = (Span(0, 55), Span(56, len(TEXT)))
    return ClaimAssembler()(
        Document(
            text=TEXT,
            language="en",
            outlet="Lakeside Echo",
            sentences=sentences,
            attributions=tuple(attributions),
            origins=tuple(origins),
        )
    )


POST = attribution(14, 54, cue=(9, 13), source=(0, 8))
FIELD = attribution(38, 54, cue=(25, 29), source=(14, 24), parent=0)
AGAIN = attribution(69, 86, cue=(59, 63), source=(56, 58))


def test_an_outlet_that_only_relays_stands_in_the_chain_alone():
    document = assemble([POST, FIELD], [speaker("The Post", SourceKind.OUTLET), speaker("Nora Field")])

    (claim,) = document.claims
    assert claim.content[0].text(TEXT) == "the pier is safe"
    assert [hop.name for hop in claim.chain] == ["Lakeside Echo", "The Post", "Nora Field"]


def test_the_same_content_read_twice_is_one_claim():
    document = assemble([AGAIN, AGAIN], [speaker("The Post"), speaker("The Post")])

    assert len([claim for claim in document.claims if not claim.narrated]) == 1


def test_a_parent_is_an_index_among_the_claims():
    outer = attribution(14, 86, cue=(9, 13), source=(0, 8))
    inner = attribution(69, 86, cue=(59, 63), source=(56, 58), parent=0)

    document = assemble([outer, inner], [speaker("The Post"), speaker("Nora Field")])

    assert [claim.parent for claim in document.claims] == [None, 0]


def test_an_originator_without_identity_makes_the_claim_anonymous():
    document = assemble([AGAIN], [speaker("a source", SourceKind.ANONYMOUS)])

    assert [claim.anonymous for claim in document.claims if not claim.narrated] == [True]


def test_an_attribution_without_content_is_no_claim():
    assert assemble([attribution(5, 5, cue=(9, 13), source=(0, 8))], [speaker("The Post")]).claims == ()
