"""What a report changes in one that it passes on is found; what it keeps is not."""

from dataclasses import replace
from datetime import date

import pytest

from claims.linking.drift import drift_reason, find_drift, read_drift
from claims.linking.particulars import Particulars
from claims.linking.types import ClaimRecord, Drift, DriftKind, HopKey
from claims.nlp.types import Modality, SourceKind

OUT, G, N = SourceKind.OUTLET, SourceKind.ORGANISATION, SourceKind.ANONYMOUS
POST = ("Nile Post", OUT)


def told(text, *chain, language="en", **facts):
    return ClaimRecord(
        **{"id": text, "article_id": text, "modality": Modality.ASSERTED} | facts,
        language=language,
        text=text,
        attributed=True,
        chain=tuple(HopKey(key=name, name=name, kind=kind) for name, kind in chain),
    )


def drift(before, after):
    found = find_drift(Particulars(before), Particulars(after))
    return [(d.kind, d.before, d.after) for d in found]


CHANGES = [
    pytest.param("The dam may have burst", "The dam burst", (DriftKind.HEDGE, "may", ""), id="hedge"),
    pytest.param(
        "at least 40 people were killed",
        "40 people were killed",
        (DriftKind.BOUND, "at least 40 people", "40 people"),
        id="bound",
    ),
    pytest.param(
        "4 people were killed",
        "14 people were killed",
        (DriftKind.NUMBER, "4 people", "14 people"),
        id="number",
    ),
    pytest.param(
        "A convoy was hit near Atarib",
        "A convoy was hit in Syria",
        (DriftKind.COARSER, "Atarib", "Syria"),
        id="place",
    ),
]


@pytest.mark.parametrize(("first", "second", "change"), CHANGES)
def test_what_a_relay_changes_is_found_with_both_wordings(first, second, change):
    before, after = told(first, POST, ("a nurse", N)), told(second, ("صدى", OUT), POST, ("a nurse", N))

    assert drift(before, after) == [change]
    assert drift(after, before) == [change]


def test_a_hedge_lost_in_translation_is_found():
    before = told("ربما انهار السد", ("صدى", OUT), language="ar")
    after = told("The dam burst", POST, ("صدى", OUT))

    assert drift(before, after) == [(DriftKind.HEDGE, "ربما", "")]


def test_an_unnamed_source_who_becomes_official_or_named_is_found():
    before = told("The dam burst", POST, ("a resident", N))

    assert drift(before, told("The dam burst", ("صدى", OUT), POST, ("officials", N))) == [
        (DriftKind.OFFICIAL, "a resident", "officials")
    ]
    assert drift(before, told("The dam burst", ("صدى", OUT), POST, ("Water Ministry", G))) == [
        (DriftKind.NAMED, "a resident", "Water Ministry")
    ]


def test_an_allegation_told_as_fact_is_found_by_its_cues():
    before = told("the guards beat them", POST, modality=Modality.ALLEGED, cue="alleged")
    after = told("the guards beat them", ("صدى", OUT), POST)

    assert drift(before, after) == [(DriftKind.HARDENED, "alleged", "asserted")]


def test_claims_that_no_relay_joins_have_no_drift():
    before = told("The dam may have burst", POST, ("a nurse", N))
    after = told("The dam burst", ("صدى", OUT), ("a nurse", N))

    assert drift(before, after) == []


def test_a_faithful_relay_has_no_drift():
    before = told("at least 40 people may have died in Atarib", POST, ("a nurse", N))
    after = replace(before, chain=(HopKey(key="صدى", name="صدى", kind=OUT), *before.chain))

    assert drift(before, after) == []


def test_of_two_reports_through_one_agency_the_later_one_changed_it():
    wire = ("Red Wire", OUT)
    first = told("4 people were killed", POST, wire, published_on=date(2026, 3, 1))
    later = told("9 people were killed", ("صدى", OUT), wire, published_on=date(2026, 3, 2))

    assert drift(later, first) == [(DriftKind.NUMBER, "4 people", "9 people")]
    undated = [replace(claim, published_on=None) for claim in (first, later)]
    assert drift(*undated) == []


@pytest.mark.parametrize("kind", DriftKind)
@pytest.mark.parametrize("after", ["", "forty, at 3: 15"])
def test_a_stored_drift_is_read_back(kind, after):
    found = Drift(kind=kind, by="Echo, the daily", before="نحو 40", after=after)

    assert read_drift(drift_reason(found)) == found
