"""Telling what an article says of an originator whom it does not name."""

import pytest

from claims.nlp.pipeline import analyse_article
from claims.nlp.types import Anonymity, Claim, Document, Stance


def claim_of(text: str, language: str = "en") -> Claim:
    document = analyse_article(Document(text=text, language=language, outlet="Lakeside Echo"))
    return next(claim for claim in document.claims if claim.cue)


@pytest.mark.parametrize(
    ("text", "anonymity"),
    [
        ("A resident said that the pier was closed.", Anonymity.PERSON),
        ("Two security officials said that the pier was closed.", Anonymity.OFFICIAL),
        ("A military source said that the pier was closed.", Anonymity.OFFICIAL),
        ("Residents said that the pier was closed.", Anonymity.COLLECTIVE),
        ("Local media said that the pier was closed.", Anonymity.INSTITUTION),
        ("New figures showed that the pier was closed.", Anonymity.DOCUMENT),
        ("It was reported that the pier was closed.", Anonymity.UNKNOWN),
        ("Nora Field said that the pier was closed.", None),
        ("The harbour union said that the pier was closed.", None),
    ],
)
def test_an_english_originator_has_a_class(text: str, anonymity: Anonymity | None):
    claim = claim_of(text)
    assert claim.anonymity is anonymity
    assert claim.anonymous is (anonymity is not None)


@pytest.mark.parametrize(
    ("text", "anonymity"),
    [
        ("قال مواطن إن الرصيف مغلق.", Anonymity.PERSON),
        ("قال مصدر أمني إن الرصيف مغلق.", Anonymity.OFFICIAL),
        ("قال مسؤولون إن الرصيف مغلق.", Anonymity.OFFICIAL),
        ("قال سكان إن الرصيف مغلق.", Anonymity.COLLECTIVE),
        ("ذكرت تقارير أن الرصيف مغلق.", Anonymity.DOCUMENT),
        ("ذكرت وسائل إعلام محلية أن الرصيف مغلق.", Anonymity.INSTITUTION),
        ("قيل إن الرصيف مغلق.", Anonymity.UNKNOWN),
        ("قال سامر الحلو إن الرصيف مغلق.", None),
    ],
)
def test_an_arabic_originator_has_a_class(text: str, anonymity: Anonymity | None):
    claim = claim_of(text, "ar")
    assert claim.anonymity is anonymity
    assert claim.anonymous is (anonymity is not None)


@pytest.mark.parametrize(
    ("text", "language", "stance"),
    [
        ("Nora Field said that the pier was closed.", "en", Stance.REPORTS),
        ("Nora Field claimed that the pier was closed.", "en", Stance.DOUBTS),
        ("Nora Field confirmed that the pier was closed.", "en", Stance.ENDORSES),
        ("زعم سامر الحلو أن الرصيف مغلق.", "ar", Stance.DOUBTS),
        ("أكد سامر الحلو أن الرصيف مغلق.", "ar", Stance.ENDORSES),
        ("ذكر سامر الحلو أن الرصيف مغلق.", "ar", Stance.REPORTS),
    ],
)
def test_a_hop_takes_the_stance_of_its_cue(text: str, language: str, stance: Stance):
    assert claim_of(text, language).chain[-1].stance is stance


def test_a_relay_takes_the_stance_of_the_cue_that_is_its_own():
    claim = claim_of("Valley Radio confirmed, citing a witness, that the pier was closed.")
    assert [hop.stance for hop in claim.chain] == [Stance.REPORTS, Stance.ENDORSES, Stance.REPORTS]


def test_an_outlet_that_was_told_only_reports():
    claim = claim_of("Nora Field claimed to Valley Radio that the pier was closed.")
    assert claim.chain[-1].stance is Stance.DOUBTS
    assert all(hop.stance is Stance.REPORTS for hop in claim.chain[:-1])


def test_an_outlet_that_has_not_verified_a_text_doubts_it():
    text = (
        "LAKESIDE (Valley News) - Nora Field said that the pier had been closed on Monday after a fire.\n\n"
        "The Lakeside Echo has not verified the content of this story."
    )
    chain = claim_of(text).chain
    assert [(hop.name, hop.stance) for hop in chain] == [
        ("Lakeside Echo", Stance.DOUBTS),
        ("Valley News", Stance.REPORTS),
        ("Nora Field", Stance.REPORTS),
    ]
