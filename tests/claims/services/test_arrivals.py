"""A text that comes in is kept once, whoever brings it and however often."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from claims.models import Article, Publication, Sighting
from claims.services.arrivals import ArrivalKind
from claims.services.ingestion import add_address, add_files, add_pasted
from tests import factories
from workbench.audit.models import Event
from workbench.jobs.models import Job

TEXT = "قالت بلدية تل مرسى إن الجسر سيفتح أمام المشاة صباح الاثنين، وفقا لبيان صدر عنها."


def test_a_new_text_comes_with_its_event_and_its_first_job(workspace, editor):
    arrival = add_pasted(workspace=workspace, user=editor, text=TEXT, outlet="بريد المرفأ")

    assert (arrival.kind, arrival.article.language) == (ArrivalKind.NEW, "ar")
    assert [job.kind for job in arrival.jobs] == ["claims.extract"]
    assert Event.objects.get().object_id == arrival.article.pk


def test_offsets_refer_to_the_text_as_it_was_given(workspace, editor):
    text = "  A title\r\n\r\nThe mayor said the bridge is open.\t\n"

    assert add_pasted(workspace=workspace, user=editor, text=text).article.text == text


def test_the_same_text_without_an_outlet_is_the_one_that_is_there(workspace, editor):
    first = add_pasted(workspace=workspace, user=editor, text=TEXT, outlet="بريد المرفأ")

    again = add_pasted(workspace=workspace, user=editor, text=TEXT)

    assert again.kind == ArrivalKind.SAME_TEXT
    assert again.article == first.article
    assert not again.jobs


def test_a_text_that_went_back_to_an_earlier_wording_is_a_sighting_of_that_version(workspace, editor):
    given = {
        "workspace": workspace,
        "user": editor,
        "url": "https://marfa.example/bridge",
        "outlet": "بريد المرفأ",
    }
    first = add_pasted(text=TEXT, **given)
    add_pasted(text=TEXT.replace("الاثنين", "الثلاثاء"), **given)

    back = add_pasted(text=TEXT, **given)

    assert back.article == first.article
    assert list(Article.objects.order_by("version").values_list("version", flat=True)) == [1, 2]


def test_a_headline_corrected_within_a_day_is_a_new_version_without_any_address(workspace, editor):
    given = {"outlet": "Harbour Post", "title": "Bridge opens", "published_on": "2026-05-04"}
    add_pasted(workspace=workspace, user=editor, text="The mayor said the bridge is open.", **given)

    arrival = add_pasted(
        workspace=workspace, user=editor, text="The mayor said the bridge is half open.", **given
    )

    assert arrival.kind == ArrivalKind.NEW_VERSION


def test_several_files_are_several_articles(workspace, editor):
    files = [
        ("one.txt", b"The mayor said the bridge is open."),
        ("two.json", b'{"text": "The mayor said the bridge is shut.", "outlet": "Coast Daily"}'),
    ]

    arrivals = add_files(workspace=workspace, user=editor, files=files)

    assert [arrival.kind for arrival in arrivals] == ["new", "new"]
    assert set(Sighting.objects.values_list("file_name", flat=True)) == {"one.txt", "two.json"}


def test_one_bad_file_keeps_the_others_out_so_that_nothing_is_half_done(workspace, editor):
    files = [("good.txt", b"The mayor said the bridge is open."), ("empty.txt", b"")]

    with pytest.raises(Exception, match="empty"):
        add_files(workspace=workspace, user=editor, files=files)

    assert Article.objects.count() == 0


def test_an_address_given_twice_is_fetched_once(workspace, editor):
    first = add_address(workspace=workspace, user=editor, url="https://harbour.example/a?utm_source=x")
    second = add_address(workspace=workspace, user=editor, url="https://harbour.example/a")

    assert first == second


@pytest.mark.django_db(transaction=True)
def test_many_identical_requests_at_once_are_one_article():
    workspace = factories.make_workspace()

    def send(_: int) -> ArrivalKind:
        try:
            return add_pasted(workspace=workspace, user=None, text=TEXT, outlet="بريد المرفأ").kind
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=8) as pool:
        kinds = list(pool.map(send, range(16)))

    assert sorted(kinds) == ["new"] + ["same_text"] * 15
    assert (Publication.objects.count(), Article.objects.count(), Job.objects.count()) == (1, 1, 1)
    assert Sighting.objects.count() == 16
