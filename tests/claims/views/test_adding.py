"""Adding an article by each of three ways, and what is said when it cannot be read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Article
from tests.factories import make_member
from workbench.accounts.models import Role
from workbench.jobs.models import Job

TEXT = "The mayor said the bridge is open. Divers had found no damage, she told the Harbour Post."


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


def add(page, way, **fields):
    return page.post(reverse("claims:add"), {"way": way, **fields})


def test_pasted_words_become_an_article_whose_progress_is_shown(page, workspace, editor):
    answer = add(
        page, "paste", text=TEXT, title="Bridge open", outlet="Harbour Post", published_on="2026-05-04"
    )

    article = Article.objects.get(workspace=workspace)
    assert answer["Location"] == reverse("claims:progress", args=[article.pk])
    assert (article.text, article.title, article.outlet.name) == (TEXT, "Bridge open", "Harbour Post")
    assert article.sightings.get().seen_by == editor
    assert Job.objects.get(subject_id=article.pk).kind == "claims.extract"


def test_the_same_words_again_lead_to_the_article_that_is_there(page, workspace):
    add(page, "paste", text=TEXT, outlet="Harbour Post")

    answer = add(page, "paste", text=TEXT, outlet="Harbour Post")

    article = Article.objects.get(workspace=workspace)
    assert answer["Location"] == reverse("claims:article", args=[article.pk])
    assert article.sightings.count() == 2


def test_nothing_but_blanks_is_refused_and_the_rest_of_the_form_is_kept(page):
    answer = add(page, "paste", text="   ", title="Bridge open")

    assert answer.status_code == 422
    assert 'value="Bridge open"' in answer.content.decode()
    assert answer.context["form"].errors["text"]
    assert not Article.objects.exists()


def test_several_files_are_added_together(page, workspace):
    files = [SimpleUploadedFile(f"{n}.txt", f"{TEXT} Part {n}.".encode()) for n in (1, 2)]

    answer = add(page, "files", uploads=files, outlet="Harbour Post")

    assert Article.objects.filter(workspace=workspace).count() == 2
    assert page.get(answer["Location"]).status_code == 200


def test_a_file_that_cannot_be_read_is_named_and_nothing_is_kept(page):
    files = [SimpleUploadedFile("fine.txt", TEXT.encode()), SimpleUploadedFile("scan.pdf", b"%PDF-1.7 ...")]

    answer = add(page, "files", uploads=files)

    assert answer.status_code == 422
    assert "scan.pdf" in str(answer.context["form"].errors["uploads"])
    assert not Article.objects.exists()


def test_an_address_becomes_a_job_whose_progress_is_shown(page, workspace):
    answer = add(page, "address", addresses="https://harbour-post.example/bridge")

    job = Job.objects.get(workspace=workspace, kind="claims.fetch")
    assert answer["Location"] == reverse("claims:fetch", args=[job.pk])


def test_one_bad_address_among_several_stops_them_all(page):
    answer = add(page, "address", addresses="https://harbour-post.example/a\nnot an address")

    assert answer.status_code == 422
    assert "not an address" in answer.content.decode()
    assert not Job.objects.exists()


def test_several_addresses_are_followed_on_one_page(page):
    answer = add(page, "address", addresses="https://a.example/x\n\nhttps://b.example/y\nhttps://a.example/x")

    assert Job.objects.filter(kind="claims.fetch").count() == 2
    followed = page.get(answer["Location"]).content.decode()
    assert "https://a.example/x" in followed
    assert "https://b.example/y" in followed


def test_a_viewer_may_not_add(client, workspace):
    client.force_login(make_member(workspace, Role.VIEWER))

    assert client.get(reverse("claims:add")).status_code == 403


def test_a_stranger_is_sent_to_log_in(client, db):
    answer = client.get(reverse("claims:add"))

    assert answer.status_code == 302
    assert reverse("ui:login") in answer["Location"]
