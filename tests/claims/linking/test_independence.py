"""Two claims are independent when nothing ties their chains."""

import pytest

from claims.linking.independence import estimate_independence
from claims.linking.types import ClaimRecord, HopKey
from claims.nlp.types import Modality, SourceKind

OUT, G, N = SourceKind.OUTLET, SourceKind.ORGANISATION, SourceKind.ANONYMOUS

TIED = [
    pytest.param([("Nile Post", OUT), ("Mona Rashid", G)], [("صدى", OUT), ("منى راشد", G)], id="same-person"),
    pytest.param(
        [("Nile Post", OUT), ("Health Ministry", G)], [("صدى", OUT), ("وزارة الصحة", G)], id="same-body"
    ),
    pytest.param(
        [("Nile Post", OUT)], [("صدى", OUT), ("Nile Post", OUT), ("Mona Rashid", G)], id="relays-the-other"
    ),
    pytest.param([("Nile Post", OUT), ("Red Wire", OUT)], [("صدى", OUT), ("Red Wire", OUT)], id="same-wire"),
]

APART = [
    pytest.param([("Nile Post", OUT), ("Mona Rashid", G)], [("صدى", OUT), ("هاني فؤاد", G)], id="two-people"),
    pytest.param([("Nile Post", OUT)], [("صدى", OUT)], id="two-outlets"),
    pytest.param([("Nile Post", OUT), ("a diver", N)], [("صدى", OUT), ("ممرضة", N)], id="two-unnamed"),
    pytest.param(
        [("Post", OUT), ("Interior Ministry", G)], [("صدى", OUT), ("وزارة الصحة", G)], id="two-ministries"
    ),
]


def record(chain, **facts):
    return ClaimRecord(
        id="x",
        article_id="x",
        language="en",
        text="",
        modality=Modality.ASSERTED,
        attributed=True,
        chain=tuple(HopKey(key=name, name=name, kind=kind) for name, kind in chain),
        **facts,
    )


@pytest.mark.parametrize(("a", "b"), TIED)
def test_chains_that_share_a_source_are_dependent(a, b):
    assert estimate_independence(record(a), record(b)).score < 0.5


@pytest.mark.parametrize(("a", "b"), APART)
def test_chains_without_a_shared_source_are_independent(a, b):
    assert estimate_independence(record(a), record(b)).score >= 0.5


def test_a_spokesperson_and_the_body_are_one_source():
    spoken = record([("صدى", OUT), ("ليلى منصور", G)], source="المتحدثة باسم وزارة الصحة ليلى منصور")
    body = record([("Nile Post", OUT), ("Health Ministry", G)])

    assert estimate_independence(spoken, body).score < 0.5


def test_copies_of_one_text_are_dependent():
    a = record([("Nile Post", OUT)], article_text_key="t")
    b = record([("Delta Post", OUT)], article_text_key="t")

    assert estimate_independence(a, b).score < 0.5


def test_the_reason_names_what_is_shared():
    shared = estimate_independence(
        record([("Nile Post", OUT), ("Red Wire", OUT)]), record([("صدى", OUT), ("Red Wire", OUT)])
    )

    assert any("Red Wire" in reason for reason in shared.reasons)
