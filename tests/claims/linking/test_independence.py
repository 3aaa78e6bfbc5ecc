"""Two claims are independent when nothing ties their chains."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.linking.independence import estimate_independence
from claims.linking.independence.signs import FORMS, Sign, SignKind, read_sign
from claims.linking.types import ClaimRecord, HopKey
from claims.nlp.types import Modality, SourceKind
from claims.reading.fingerprints import minhash_signature

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
    pytest.param([("Channel 2", OUT)], [("Channel 4", OUT)], id="two-channels"),
    pytest.param([("Nile Post", OUT), ("Mona Rashid", G)], [("صدى", OUT), ("هاني فؤاد", G)], id="two-people"),
    pytest.param([("Nile Post", OUT)], [("صدى", OUT)], id="two-outlets"),
    pytest.param([("Nile Post", OUT), ("a diver", N)], [("صدى", OUT), ("ممرضة", N)], id="two-unnamed"),
    pytest.param(
        [("Post", OUT), ("Interior Ministry", G)], [("صدى", OUT), ("وزارة الصحة", G)], id="two-ministries"
    ),
]


def record(chain, content="", **facts):
    return ClaimRecord(
        id="x",
        article_id="x",
        language="en",
        text=content,
        modality=Modality.ASSERTED,
        attributed=True,
        chain=tuple(HopKey(key=name, name=name, kind=kind) for name, kind in chain),
        **facts,
    )


def replace_owner(claim, owner):
    return replace(claim, chain=tuple(replace(hop, owner=owner) for hop in claim.chain))


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


def test_what_a_person_confirmed_ties_more_than_what_the_machine_reads():
    chains = [("Nile Post", OUT), ("Mona Rashid", G)], [("صدى", OUT), ("منى راشد", G)]

    read = estimate_independence(*(record(chain) for chain in chains))
    confirmed = estimate_independence(*(record(chain, confirmed=True) for chain in chains))

    assert (read.score, confirmed.score) == (pytest.approx(0.2), pytest.approx(0.02))


def test_outlets_of_one_owner_count_half():
    a = replace_owner(record([("Nile Post", OUT)]), "River Media")
    b = replace_owner(record([("صدى", OUT)]), "river media")

    found = estimate_independence(a, b)

    assert found.score == 0.5
    assert "belong to one owner: River Media" in found.reasons[0]


def test_an_outlet_belongs_to_the_group_that_bears_its_owners_name():
    group, paper = record([("River Media", OUT)]), replace_owner(record([("صدى", OUT)]), "River Media")

    assert estimate_independence(group, paper).score == 0.5


def test_articles_that_both_name_an_agency_beside_their_own_writer_share_it():
    a = record([("Nile Post", OUT)], credits=("Reuters", "وكالات"))
    b = record([("صدى", OUT)], credits=("رويترز",))

    found = estimate_independence(a, b)

    assert found.score < 0.5
    assert {sign.kind for sign in found.signs} >= {SignKind.SHARED_CREDIT, SignKind.AGENCIES}


LONG = " ".join(f"word{number}" for number in range(120))
BANDS = [
    pytest.param(LONG, "2026-03-02", 0.02, id="copy"),
    pytest.param(LONG, "2026-04-02", 0.02, id="a-copy-is-one-however-late"),
    pytest.param(LONG.replace("word20 ", "x ").replace("word70 ", "y "), "2026-03-02", 0.05, id="near-copy"),
    pytest.param(LONG.rpartition(" word80 ")[0] + " another end", "2026-03-03", 0.3, id="long-stretch"),
    pytest.param(LONG.rpartition(" word55 ")[0] + " another end", "2026-03-03", 0.7, id="shorter-stretch"),
    pytest.param(LONG.rpartition(" word80 ")[0] + " another end", "2026-04-03", 0.95, id="long-ago"),
]


@pytest.mark.parametrize(("text", "day", "score"), BANDS)
def test_the_more_words_two_articles_share_the_less_independent_they_are(text, day, score):
    named = [("Nile Post", OUT), ("Mona Rashid", G)], [("Delta Post", OUT), ("Hani Fuad", G)]
    first = record(named[0], signature=minhash_signature(LONG), published_on=date(2026, 3, 1))
    later = record(named[1], signature=minhash_signature(text), published_on=date.fromisoformat(day))

    assert estimate_independence(first, later).score == pytest.approx(score, abs=0.001)


SENTENCE = "divers raised the bell of the sunken ferry from forty metres"


def test_a_report_without_a_source_in_the_words_of_an_earlier_one_followed_it():
    morning, noon = (datetime(2026, 3, 1, hour, tzinfo=UTC) for hour in (8, 12))
    first = record([("Nile Post", OUT)], content=SENTENCE, published_at=morning)
    later = record([("Delta Post", OUT)], content=f"At last {SENTENCE}", published_at=noon)
    sourced = replace(later, chain=record([("Delta Post", OUT), ("Mona Rashid", G)]).chain)

    assert estimate_independence(first, later).score < 0.5
    assert estimate_independence(first, sourced).score >= 0.5


def test_whoever_was_first_is_told_without_weight():
    first = record([("Nile Post", OUT)], published_on=date(2026, 3, 1))
    later = record([("صدى", OUT)], published_on=date(2026, 3, 3))

    told = [sign for sign in estimate_independence(later, first).signs if sign.kind is SignKind.FIRST]

    assert told == [Sign(SignKind.FIRST, 0.0, ("Nile Post", "2026-03-01", "صدى", "2026-03-03"))]


DESCRIBED = [
    pytest.param("a senior palace source", "a senior palace source", "2026-03-01", 0.1, id="same-day"),
    pytest.param("a senior palace source", "a senior palace source", "2026-03-09", 0.3, id="other-day"),
    pytest.param("a source", "a source", "2026-03-01", 0.5, id="fits-anybody"),
    pytest.param("a diver", "ممرضة", "2026-03-01", 0.5, id="different"),
]


@pytest.mark.parametrize(("one", "two", "day", "score"), DESCRIBED)
def test_unnamed_sources_of_two_outlets_are_not_assumed_to_be_two(one, two, day, score):
    a = record([("Nile Post", OUT), (one, N)], published_on=date(2026, 3, 1))
    b = record([("Delta Post", OUT), (two, N)], published_on=date.fromisoformat(day))

    assert estimate_independence(a, b).score == pytest.approx(score)


def test_another_language_does_not_make_two_reports_independent():
    a, b = record([("Nile Post", OUT)]), record([("صدى", OUT)])

    within = estimate_independence(a, b)
    across = estimate_independence(a, replace(b, language="ar"))

    assert across.score < within.score < 1


def test_an_outlet_without_a_name_is_not_the_same_as_another():
    assert estimate_independence(record([("?", OUT)]), record([("?", OUT)])).score > 0.5


FACTS = st.fixed_dictionaries(
    {},
    optional={
        "owner": st.just("River Media"),
        "credits": st.sampled_from([("Reuters",), ("وكالات",), ("Delta Post",)]),
        "signature": st.sampled_from([minhash_signature(LONG), minhash_signature(LONG + " and more")]),
        "confirmed": st.just(True),
    },
)


def grown(claim, facts):
    """Return the claim with further facts, none of which can make it more independent."""
    more = replace(claim, **{name: value for name, value in facts.items() if name != "owner"})
    return replace_owner(more, facts["owner"]) if "owner" in facts else more


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=FACTS, second=FACTS, more=FACTS, shared=st.booleans())
def test_a_further_sign_of_dependence_never_raises_the_estimate(first, second, more, shared):
    root = [("Mona Rashid", G)] if shared else []
    a = grown(record([("Nile Post", OUT), *root]), first)
    b = grown(record([("Delta Post", OUT), *root]), second)
    added = {name: value for name, value in more.items() if name not in first}

    before, after = estimate_independence(a, b).score, estimate_independence(grown(a, added), b).score

    assert 0.0 <= after <= before <= 1.0


@pytest.mark.parametrize("kind", SignKind)
def test_a_stored_sign_is_read_back(kind):
    count = sum(f"{{{letter}}}" in FORMS[kind][1] for letter in "abcd")
    sign = Sign(kind, 0.6, ("صدى", "The Post, daily", "Wire", "2026-03-01")[:count])

    assert read_sign(sign.reason) == sign
