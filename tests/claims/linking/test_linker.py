"""Claims of different outlets are linked, and each link says why."""

from datetime import date
from pathlib import Path

import pytest

from claims.linking.encoder import OnnxEncoder
from claims.linking.linker import Linker, read_slots
from claims.linking.relating.network import RelationNetwork
from claims.linking.types import ClaimRecord, HopKey, Relation, SlotKind
from claims.nlp.types import Modality, SourceKind

ARTEFACTS = Path(__file__).parents[3] / "claims" / "artefacts"


@pytest.fixture(scope="module")
def linker():
    return Linker(RelationNetwork(ARTEFACTS / "relations", ARTEFACTS / "encoder"))


@pytest.fixture(scope="module")
def claim():
    """Build a claim with its sentence vector from an outlet, a text and what else matters."""
    encoder = OnnxEncoder(ARTEFACTS / "encoder")

    def build(outlet, language, text, **facts):
        source = facts.pop("source", None)
        hops = (HopKey(key=outlet, name=outlet, kind=SourceKind.OUTLET),)
        if source:
            hops += (HopKey(key=source, name=source, kind=facts.pop("kind", SourceKind.PERSON)),)
        return ClaimRecord(
            id=f"{outlet}: {text}",
            article_id=outlet,
            language=language,
            text=text,
            modality=facts.pop("modality", Modality.ASSERTED),
            attributed=bool(source),
            chain=hops,
            published_on=facts.pop("published_on", date(2024, 2, 6)),
            vector=tuple(encoder.encode([text])[0].tolist()),
        )

    return build


@pytest.fixture
def bus_crash(claim):
    """Two reports of one accident, in English and Arabic, and what else they say."""
    return [
        claim("Delta Post", "en", "A bus overturned near the village of Kafr Nour on Monday"),
        claim("Delta Post", "en", "Eleven passengers were killed", source="Mona Rashid"),
        claim(
            "Delta Post",
            "en",
            "The ministry will repair the road within a month",
            modality=Modality.PREDICTED,
        ),
        claim("Delta Post", "en", "Wheat prices rose in the weekly market"),
        claim("صدى الدلتا", "ar", "انقلبت حافلة قرب قرية ميت سلام يوم الاثنين"),
        claim("صدى الدلتا", "ar", "مقتل أربعة عشر راكبا", source="هاني فؤاد"),
        claim("صدى الدلتا", "ar", "السائق كان يستخدم هاتفه", source="شاهد", kind=SourceKind.ANONYMOUS),
        claim("صدى الدلتا", "ar", "افتتح الوزير معرض الكتاب السنوي"),
    ]


def test_a_differing_toll_conflicts_across_languages(bus_crash, linker):
    links = linker.propose_links(bus_crash)

    [link] = [link for link in links if link.slot is SlotKind.NUMBER]
    assert link.relation is Relation.CONFLICTS
    assert link.slot_texts == ("Eleven passengers", "أربعة عشر راكبا")
    assert "number: Eleven passengers / أربعة عشر راكبا" in link.reasons


def test_a_differing_village_conflicts_across_languages(bus_crash, linker):
    links = linker.propose_links(bus_crash)

    [link] = [link for link in links if link.slot is SlotKind.PLACE]
    assert link.relation is Relation.CONFLICTS
    assert link.independence >= 0.5


def test_claims_of_one_article_are_never_linked(bus_crash, linker):
    outlets = {claim.id: claim.article_id for claim in bus_crash}

    assert all(outlets[link.a] != outlets[link.b] for link in linker.propose_links(bus_crash))


def test_an_article_is_linked_as_in_the_corpus(bus_crash, linker):
    assert linker.link_article(bus_crash[:4], bus_crash[4:]) == linker.propose_links(bus_crash)


def test_claims_without_a_vector_are_left_out(bus_crash, linker):
    bare = ClaimRecord(
        id="x",
        article_id="x",
        language="en",
        text="Eleven passengers were killed",
        modality=Modality.ASSERTED,
        attributed=False,
        chain=(HopKey(key="x", name="x", kind=SourceKind.OUTLET),),
    )

    assert not [link for link in linker.propose_links([*bus_crash, bare]) if "x" in {link.a, link.b}]


def test_slots_refer_to_the_article():
    text = "Two workers died on Monday"

    slots = read_slots(text, "en", published_on=date(2024, 2, 6), offset=100)

    assert [slot.span.start - 100 for slot in slots] == sorted(text.index(slot.text) for slot in slots)
