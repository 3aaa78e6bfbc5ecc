"""An article's claims find the stored ones that may be about the same thing."""

from datetime import date
from importlib import import_module
from types import SimpleNamespace

import numpy as np
import pytest
from django.db import connection

from claims.linking.background import load_background
from claims.linking.fusion import Way
from claims.models import Claim, SearchEntry, Slot
from claims.selectors import similar_sql as sql
from claims.selectors.similar_postgres import MOST_CLAIMS, PostgresSimilarClaims
from claims.services.correcting import Corrector
from claims.services.corrections import correct_bounds
from claims.services.searching import store_search_entries
from tests.factories import make_article, make_claim, make_workspace

pytestmark = pytest.mark.django_db

DAY = date(2026, 5, 4)
LATER = date(2026, 9, 1)


def vector(*directions, language="en"):
    """Return an embedding that points along some axes once its language's mean is taken away."""
    centred = np.zeros(384)
    centred[list(directions)] = 1 / np.sqrt(len(directions))
    return (centred + load_background()[language]).tolist()


def store(workspace, text, *directions, language="en", published_on=DAY, slots=(), article=None, **fields):
    """Return a stored claim, alone in its article, that can be found."""
    more = article or {}
    kept = make_article(workspace, text, language=language, published_on=published_on, **more)
    embedding = vector(*(directions or (383,)), language=language)
    claim = make_claim(kept, text, embedding=embedding, **fields)
    for kind, value in slots:
        Slot.objects.create(claim=claim, kind=kind, text=value, value=value, start=0, end=3)
    store_search_entries(articles=[kept.pk])
    return claim


def candidates(claim, **search):
    """Return the candidates of a claim by their claims' identifiers."""
    found = PostgresSimilarClaims(**search).candidates(claim.article, [claim])
    return {candidate.claim_id: candidate for candidate in found.of_claims[claim.pk]}


def test_nearness_in_one_language_does_not_crowd_out_the_other(workspace):
    asked = store(workspace, "Dredging of the channel was put off.", 1)
    for _ in range(30):
        store(workspace, "Nothing in common with it.", 1, 2)
    arabic = store(workspace, "تأجل تجريف القناة.", 1, 2, 3, 4, language="ar")

    assert candidates(asked)[arabic.pk].ways == {Way.MEANING: 0}


def test_rare_words_find_what_the_vectors_do_not(workspace):
    asked = store(workspace, "The dredgers of Tal Marsa were impounded.", 1)
    worded = store(workspace, "Impounding a dredger is unheard of.", 2)
    for _ in range(30):
        store(workspace, "The ministers met again.", 1)

    assert candidates(asked)[worded.pk].ways == {Way.WORDING: 0}


def test_inflected_arabic_words_are_one_word(workspace):
    asked = store(workspace, "احتجزت السلطات الجرافات", 1, language="ar")
    worded = store(workspace, "وقال إن جرافة غرقت", 2, language="ar")
    for _ in range(30):
        store(workspace, "اجتمع الوزراء مجددا", 1, language="ar")

    assert Way.WORDING in candidates(asked)[worded.pk].ways


def test_a_shared_place_is_found_across_languages(workspace):
    place = ("place", "geo:170063")
    asked = store(workspace, "Shells fell on it.", 1, slots=[place])
    arabic = store(workspace, "سقطت القذائف هناك", 2, language="ar", slots=[place])
    for _ in range(30):
        store(workspace, "اجتمع الوزراء مجددا", 1, language="ar")

    assert candidates(asked)[arabic.pk].ways == {Way.BLOCK: 0}


def test_what_is_of_no_use_never_comes_up(workspace):
    asked = store(workspace, "The quay is closed.", 1)
    newer = {"publication": asked.article.publication, "version": 2}
    store(workspace, "The quay is closed still.", 1, article=newer)
    store(workspace, "The quay is closed, it said.", 1, state=Claim.State.REJECTED)
    store(make_workspace("Other"), "The quay is closed.", 1)
    store(workspace, "The quay is closed for long.", 1, published_on=LATER)
    right = store(workspace, "The quay is closed now.", 1)

    assert set(candidates(asked)) == {right.pk}


def test_a_report_without_a_date_is_in_every_window(workspace):
    asked = store(workspace, "The quay is closed.", 1)
    undated = store(workspace, "The quay is closed now.", 1, published_on=None)

    assert set(candidates(asked)[undated.pk].ways) == {Way.MEANING, Way.WORDING}
    assert set(candidates(undated)) == {asked.pk}


def test_words_quoted_are_found_at_any_distance_in_time(workspace):
    words = "We shall never sell the harbour cranes to strangers"
    asked = store(workspace, words, 1, quote="direct")
    old = store(workspace, f"{words}, I promise", 2, quote="direct", published_on=LATER)
    store(workspace, words, 1, quote="indirect", published_on=LATER)

    assert set(candidates(asked)) == {old.pk}


@pytest.mark.parametrize("denial_comes_first", [True, False])
def test_a_denial_and_what_it_denies_are_found_at_any_distance_in_time(workspace, denial_comes_first):
    slots = [("actor", "org:dock_union"), ("action", "strike")]
    claim = store(workspace, "The union strikes.", 1, slots=slots)
    denial = store(workspace, "It is not on strike.", 2, slots=slots, modality="denied", published_on=LATER)
    asked, other = (claim, denial) if denial_comes_first else (denial, claim)

    assert set(candidates(asked)) == {other.pk}


def test_the_index_finds_what_the_exact_search_finds(workspace):
    asked = store(workspace, "The quay is closed.", 1, 2, 3)
    for n in range(40):
        store(workspace, f"Nothing alike {n}.", 1 + n, 2 + n, 3 + n)

    exact = candidates(asked)
    assert exact
    assert candidates(asked, exact_below=0) == exact


def test_a_large_window_is_searched_by_the_index(workspace):
    for n in range(40):
        store(workspace, f"Nothing alike {n}.", 1 + n, 2 + n, 3 + n)
    days = {"first": DAY, "last": LATER, "language": "en", "versions": [], "workspace": workspace.pk}
    asked = {"places": [0], "vectors": [str(vector(1))], "most": 24, "sampled": 96}

    with connection.cursor() as cursor:
        cursor.execute(sql.SETTINGS)
        cursor.execute(f"EXPLAIN {sql.INDEXED}", days | asked)
        plan = "\n".join(line for (line,) in cursor.fetchall())

    assert "entries_by_vector" in plan


def test_a_claim_with_new_bounds_is_not_found_by_its_old_words(workspace, editor):
    claim = store(workspace, "The quay is closed for long.", 1)

    correct_bounds(claim=claim, by=Corrector(editor), places={"content": [(0, 18)]})

    assert not SearchEntry.objects.exists()


def test_no_more_come_up_than_can_be_compared_and_their_articles_are_ranked(workspace):
    asked = store(workspace, "The quay is closed.", 1)
    near = store(workspace, "The quay is closed.", 1)
    for _ in range(MOST_CLAIMS + 5):
        store(workspace, "A meeting was held.", 1, 2)

    found = PostgresSimilarClaims().candidates(asked.article, [asked])

    assert len(found.of_claims[asked.pk]) == MOST_CLAIMS
    assert found.of_claims[asked.pk][0].claim_id == near.pk
    assert next(iter(found.articles)) == near.article_id


def test_the_statements_do_not_grow_with_the_claims(workspace, django_assert_num_queries):
    asked = store(workspace, "The quay is closed.", 1)
    others = [store(workspace, f"Ship {n} sails.", n + 2) for n in range(5)]
    claims = list(Claim.objects.prefetch_related("slots", "hops").select_related("article"))
    savepoint = 2

    assert others
    with django_assert_num_queries(6 + savepoint):
        PostgresSimilarClaims().candidates(asked.article, claims)


def test_claims_from_before_get_the_entries_that_new_ones_get(workspace):
    slots = [("place", "geo:170063"), ("time", "2026-05-03"), ("number", "at_least:count:dead=3")]
    claim = store(workspace, "Words that are quoted, five of them.", 1, quote="direct", slots=slots)
    new = SearchEntry.objects.values().get(pk=claim.pk)
    SearchEntry.objects.all().delete()

    migration = import_module("claims.migrations.0006_fill_search_entries")
    registry = SimpleNamespace(get_model=lambda _, __: Claim)
    migration.fill(registry, SimpleNamespace(connection=connection))

    assert SearchEntry.objects.values().get(pk=claim.pk) == new
