"""What the template tags say and draw."""

import pytest
from django.template import Context, Template
from django.urls import reverse
from django.utils.translation import override

from tests.factories import make_article, make_claim


def draw(text, **context):
    return Template("{% load workbench %}" + text).render(Context(context))


@pytest.mark.parametrize(("language", "found"), [("ar", "rtl"), ("en", "ltr"), ("und", "auto"), ("", "auto")])
def test_a_text_runs_in_its_own_direction(language, found):
    assert draw("{{ language|direction }}", language=language) == found


@pytest.mark.parametrize(
    ("language", "page", "name"),
    [
        ("fr", "en", "French"),
        ("fa", "ar", "الفارسيّة"),
        ("ar", "en", "Arabic"),
        ("xx", "en", "xx"),
        ("", "en", ""),
    ],
)
def test_a_language_is_called_by_its_name(language, page, name):
    with override(page):
        assert draw("{{ language|language_name }}", language=language) == name


CHANCES = [
    (1.0, "almost certain"),
    (0.8, "very likely"),
    (0.6, "likely"),
    (0.5, "about even"),
    (0.1, "unlikely"),
]


@pytest.mark.parametrize(("share", "word"), CHANCES)
def test_a_chance_is_one_of_five_words(share, word):
    assert draw("{{ share|chance }}", share=share) == word


@pytest.mark.parametrize(
    ("share", "words"), [(1.0, "over 99%"), (0.99, "99%"), (0.5, "50%"), (0.01, "1%"), (0.001, "under 1%")]
)
def test_a_probability_is_never_told_as_certain(share, words):
    assert draw("{{ share|probability }}", share=share) == words


def test_nothing_is_told_of_a_probability_that_is_not_known():
    assert draw("{{ share|probability }}", share=None) == ""


def test_the_width_of_a_bar_is_written_as_svg_wants_it_in_arabic_too():
    with override("ar"):
        assert draw("{{ share|bar_width:72 }}", share=0.87) == "62.6"


def test_what_no_person_decided_is_outlined():
    assert "badge--proposed" in draw('{% badge "relation" "conflicts" proposed=True %}')
    assert "badge--proposed" not in draw('{% badge "relation" "conflicts" %}')


def test_an_unknown_value_still_shows_its_word():
    assert "unheard-of" in draw('{% badge "work" "unheard-of" %}')


def test_a_chain_isolates_each_name_and_says_which_hop_is_anonymous_or_inferred(workspace):
    article = make_article(workspace, "قال مصدر أمني إن الجسر مغلق", outlet="صدى المرافئ", language="ar")
    claim = make_claim(article, "الجسر مغلق", chain=[("مصدر أمني", "anonymous")])
    claim.hops.filter(position=1).update(inferred=True, reason="the sentence before")

    drawn = draw("{% chain hops %}", hops=claim.hops.all())

    assert drawn.index("<bdi>صدى المرافئ</bdi>") < drawn.index("<bdi>مصدر أمني</bdi>")
    assert "chip--anonymous" in drawn
    assert 'title="the sentence before"' in drawn
    assert reverse("sources:source", args=[article.outlet_id]) in drawn


def test_the_navigation_marks_where_one_is_and_hides_what_one_may_not_do(client, editor, workspace):
    client.force_login(editor)

    shown = client.get(reverse("claims:stories")).content.decode()

    assert f'href="{reverse("claims:stories")}" aria-current="page"' in shown
    assert 'data-keys="KeyG KeyS"' in shown


def test_a_person_keeps_their_language_and_colours(client, editor):
    client.force_login(editor)

    back = client.post(reverse("ui:appearance"), {"language": "ar", "theme": "dark", "next": "/stories/"})
    shown = client.get("/stories/").content.decode()

    assert back["Location"] == "/stories/"
    assert 'dir="rtl"' in shown
    assert 'data-theme="dark"' in shown


def test_the_way_back_never_leads_to_another_site(client, db):
    back = client.post(reverse("ui:appearance"), {"language": "ar", "next": "https://evil.example/"})

    assert back["Location"] == "/"


def test_a_page_that_is_not_there_is_told_in_the_readers_language(client, editor):
    editor.language = "ar"
    editor.save()
    client.force_login(editor)

    answer = client.get("/nowhere/")

    assert answer.status_code == 404
    assert "لا شيء هنا" in answer.content.decode()
