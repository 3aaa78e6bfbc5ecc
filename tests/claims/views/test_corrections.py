"""Setting a claim right from the pages, each possible without any script."""

import pytest
from django.urls import reverse

from claims.models import Claim, Correction
from tests.factories import make_article, make_claim, make_member, make_workspace
from workbench.accounts.models import Role
from workbench.jobs.models import Job

TEXT = "The mayor said on Friday that the old bridge is open. “It is safe,” a clerk said."


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def claim(workspace):
    made = make_claim(
        make_article(workspace, TEXT),
        "on Friday that the old bridge is open",
        chain=[("The mayor", "person")],
    )
    made.spans.create(part="source", start=0, end=9)
    return made


def address(claim):
    return reverse("claims:correct_claim", args=[claim.pk])


def now(claim):
    return Claim.objects.get(pk=claim.pk)


def test_the_page_shows_the_words_as_they_stand_and_takes_others(page, claim):
    shown = page.get(address(claim)).content.decode()
    assert "@15 on Friday that the old bridge is open" in shown

    answer = page.post(
        address(claim), {"act": "bounds", "content": "the old bridge\nopen", "source": "The mayor"}
    )

    assert answer["Location"] == reverse("claims:claim", args=[claim.pk])
    assert now(claim).text == "the old bridge … open"
    assert Job.objects.get().kind == "claims.embed"


def test_a_part_that_is_not_sent_stays(page, claim):
    page.post(address(claim), {"act": "bounds", "cue": "@10 said"})

    spans = {span.part: TEXT[span.start : span.end] for span in now(claim).spans.all()}
    assert spans == {
        "content": "on Friday that the old bridge is open",
        "source": "The mayor",
        "cue": "said",
    }


def test_more_words_can_be_added_to_what_is_marked(page, claim):
    page.post(address(claim), {"act": "bounds", "content": "It is safe", "more": "1"})

    assert now(claim).text == "on Friday that the old bridge is open … It is safe"


def test_words_that_are_not_in_the_article_are_refused_and_kept_in_the_form(page, claim):
    answer = page.post(address(claim), {"act": "bounds", "content": "the new bridge"})

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "“the new bridge” does not stand in the article" in shown
    assert ">\nthe new bridge</textarea>" in shown
    assert not Correction.objects.exists()


def test_who_and_how_are_set_in_one_go_and_kept_apart(page, claim):
    facts = {
        "act": "facts",
        "name": "The council",
        "kind": "organisation",
        "anonymity": "",
        "modality": "denied",
    }

    page.post(address(claim), facts | {"note": "See the second sentence."})

    row = now(claim)
    assert (row.originator.name, row.modality) == ("The council", "denied")
    assert set(Correction.objects.values_list("kind", "note")) == {
        ("originator", "See the second sentence."),
        ("modality", "See the second sentence."),
    }


def test_changing_nothing_is_told(page, claim):
    answer = page.post(address(claim), {"act": "facts"})

    assert answer.status_code == 422
    assert "This is how the claim stands already." in answer.content.decode()


def test_no_claim_needs_a_reason(page, claim):
    assert page.post(address(claim), {"act": "rejection"}).status_code == 422

    page.post(address(claim), {"act": "rejection", "reason": "duplicate"})

    assert now(claim).state == "rejected"


def test_a_rejected_card_asks_why_and_shows_the_answer(page, claim):
    decide = reverse("claims:decide_claim", args=[claim.pk])
    asked = page.post(decide, {"state": "rejected"}, headers={"HX-Request": "true"}).content.decode()
    assert 'value="wrong_bounds"' in asked

    answered = page.post(decide, {"reason": "wrong_bounds"}, headers={"HX-Request": "true"}).content.decode()

    assert "Wrong bounds" in answered
    assert 'value="duplicate"' not in answered
    assert "Wrong bounds" in page.get(reverse("claims:article", args=[claim.article_id])).content.decode()


def test_a_missed_claim_is_marked_by_its_words(page, claim):
    missed = reverse("claims:mark_missed", args=[claim.article_id])
    assert page.get(missed).status_code == 200

    answer = page.post(missed, {"content": "It is safe", "source": "a clerk", "cue": "said"})

    made = Claim.objects.get(text="It is safe")
    assert answer["Location"].endswith(f"#c{made.ordinal}")
    cue = made.spans.get(part="cue")
    assert cue.start == TEXT.rindex("said")


def test_a_missed_claim_without_a_content_is_refused(page, claim):
    answer = page.post(reverse("claims:mark_missed", args=[claim.article_id]), {"source": "a clerk"})

    assert answer.status_code == 422
    assert "A claim needs the words that it claims." in answer.content.decode()


def test_a_correction_is_in_the_history_and_can_be_taken_back(page, claim):
    page.post(address(claim), {"act": "facts", "modality": "denied"})
    shown = page.get(reverse("claims:claim", args=[claim.pk])).content.decode()
    undo = reverse("claims:undo_correction", args=[Correction.objects.get().pk])
    assert undo in shown

    answer = page.post(
        undo, {"next": reverse("claims:article", args=[claim.article_id]) + "?show=unverified"}
    )

    assert answer["Location"].endswith("?show=unverified#c1")
    assert now(claim).modality == "asserted"
    shown = page.get(reverse("claims:claim", args=[claim.pk])).content.decode()
    assert "taken back" in shown
    assert undo not in shown


def test_what_cannot_be_taken_back_says_why(page, claim):
    page.post(address(claim), {"act": "facts", "modality": "denied"})
    first = Correction.objects.get()
    page.post(address(claim), {"act": "facts", "modality": "alleged"})

    shown = page.post(reverse("claims:undo_correction", args=[first.pk]), follow=True).content.decode()

    assert "Something later rests on this correction." in shown


def test_a_way_back_to_another_site_is_not_taken(page, claim):
    answer = page.post(
        address(claim), {"act": "facts", "modality": "denied", "next": "https://evil.example/"}
    )

    assert answer["Location"] == reverse("claims:claim", args=[claim.pk])


@pytest.mark.parametrize("role", [Role.VIEWER, Role.CONTRIBUTOR, Role.ADMIN])
def test_who_may_not_decide_may_not_correct(client, workspace, claim, role):
    client.force_login(make_member(workspace, role))

    assert client.get(address(claim)).status_code == 403
    assert client.post(address(claim), {"act": "facts", "modality": "denied"}).status_code == 403
    assert client.get(reverse("claims:mark_missed", args=[claim.article_id])).status_code == 403
    shown = client.get(reverse("claims:article", args=[claim.article_id])).content.decode()
    assert address(claim) not in shown
    assert "data-marking" not in shown


def test_another_newsrooms_claims_and_corrections_are_not_here(page, claim):
    foreign = make_claim(make_article(make_workspace("Elsewhere"), TEXT), "It is safe")
    theirs = Correction.objects.create(
        workspace=foreign.workspace, article=foreign.article, claim=foreign, kind="modality"
    )

    assert page.get(address(foreign)).status_code == 404
    assert page.get(reverse("claims:mark_missed", args=[foreign.article_id])).status_code == 404
    assert page.post(reverse("claims:undo_correction", args=[theirs.pk])).status_code == 404


def test_the_page_costs_the_same_however_many_corrections(page, claim, django_assert_max_num_queries):
    for modality in ("denied", "alleged", "predicted"):
        page.post(address(claim), {"act": "facts", "modality": modality})

    with django_assert_max_num_queries(13):
        page.get(address(claim))
