"""Links to review: which pair comes, what its card says, and what a decision leads to."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from claims.models import Claim, Link
from claims.selectors.sides import sides_of
from claims.selectors.triage import Pair, Question, queue_of, waiting_count
from claims.services.links import decide_link
from tests.factories import make_article, make_claim, make_link, make_member
from tests.review_pairs import make_review_pairs
from workbench.accounts.models import Role

HTMX = {"HX-Request": "true"}


@pytest.fixture
def pairs(workspace):
    return make_review_pairs(workspace)


@pytest.fixture
def desk(editor):
    client = Client()
    client.force_login(editor)
    return client


def page(desk, **query):
    return desk.get(reverse("claims:review_links"), query).content.decode()


def decide(desk, link, headers=HTMX, **given):
    return desk.post(
        reverse("claims:decide_pair", args=[link.pk]), {"seen": "proposed"} | given, headers=headers
    )


def undo(desk):
    return desk.post(reverse("claims:undo_pair"), headers=HTMX)


def shown(answer):
    """Return which pair an answer shows, none for the empty page."""
    _, found, rest = answer.content.decode().partition('data-pair="')
    return rest[:36] if found else None


@pytest.mark.parametrize(
    ("question", "order"),
    [
        (Question(), ["place", "update", "same"]),
        (Question(order="uncertain"), ["same", "update", "place"]),
        (Question(relation="updates"), ["update"]),
        (Question(languages="ar-en"), ["place"]),
        (Question(languages="ar-ar"), ["update"]),
    ],
)
def test_pairs_come_as_they_are_asked_for(pairs, workspace, question, order):
    names = {getattr(pairs, name).pk: name for name in pairs._fields}

    assert [names[pk] for pk in queue_of(workspace, question)] == order


def test_a_story_is_asked_about_alone(pairs, workspace):
    story = Claim.objects.exclude(story=None).first().story

    assert queue_of(workspace, Question(story=story.pk)) == [pairs.place.pk]


def test_what_is_merely_related_or_decided_or_rests_on_no_claim_is_not_asked(pairs, workspace, editor):
    Link.objects.filter(pk=pairs.same.pk).update(relation="related", proposed_relation="related")
    Claim.objects.filter(pk=pairs.update.a_id).update(state="rejected")
    decide_link(link=pairs.place, user=editor, state="confirmed")

    assert waiting_count(workspace) == 0
    assert queue_of(workspace, Question(relation="related")) == [pairs.same.pk]


def test_the_words_at_issue_are_marked_most_and_other_differences_less(pairs):
    place = {piece.text: piece.mark for side in sides_of(pairs.place) for piece in side.pieces}
    same = {piece.text: piece.mark for side in sides_of(pairs.same) for piece in side.pieces}

    assert (place["Wadi Sahl"], place["وادي الرمل"]) == ("slot", "slot")
    assert same["At least"] == "differs"
    assert (
        "".join(piece.text for piece in sides_of(pairs.place)[0].pieces)
        == "the dam at Wadi Sahl will be closed for three days"
    )


def test_words_of_a_split_content_are_marked_at_their_place(workspace):
    one = make_article(workspace, "Two ships, he said, left in May for the north.")
    split = make_claim(one, "Two ships")
    split.spans.create(part="content", start=20, end=45)
    split.text = "Two ships … left in May for the north"
    split.save()
    other = make_claim(
        make_article(workspace, "Two ships left in June.", outlet="Coast"), "Two ships left in June"
    )
    link = make_link(split, other, "conflicts", slot="time", texts=("May", "June"))
    start = one.text.index("May")
    aligned = {"kind": "time", "agreement": "different"}
    aligned |= {"a" if link.a == split else "b": {"start": start, "end": start + 3, "text": "May"}}
    aligned |= {"b" if link.a == split else "a": {"start": 18, "end": 22, "text": "June"}}
    link.aligned = [aligned]

    [side] = [side for side in sides_of(link) if side.claim == split]

    assert [piece.text for piece in side.pieces if piece.mark == "slot"] == ["May"]


def test_a_card_says_what_both_say_and_why(pairs, desk):
    text = page(desk)

    assert "1 of 3" in text
    for words in (
        "Says otherwise",
        "very likely",
        "91%",
        "They differ in",
        "Both say",
        "three days",
        "ثلاثة أيام",
    ):
        assert words in text
    for words in ("The same event", "likely", "62%", "The chains share no source"):
        assert words in text


def test_reasons_of_roots_and_of_drift_stand_apart():
    reasons = ["same event", "Both go back to Tides. (dependence 0.80)", "drift at Echo, hedge: may have / –"]

    pair = Pair(Link(reasons=reasons))

    assert (pair.reasons, len(pair.root_reasons), len(pair.drift)) == (["The same event"], 1, 1)


def test_after_a_decision_the_next_pair_comes_with_its_address(pairs, desk):
    answer = decide(desk, pairs.place, state="confirmed")

    assert shown(answer) == str(pairs.update.pk)
    assert f"at={pairs.update.pk}" in answer["HX-Replace-Url"]
    assert "2 of 3" in answer.content.decode()
    assert "Confirmed." in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_the_last_decision_leads_to_the_empty_page(pairs, desk):
    answers = [decide(desk, link, state="rejected") for link in pairs]

    assert shown(answers[-1]) is None
    assert "No pair waits for a decision" in answers[-1].content.decode()
    assert 'data-act="undo"' in answers[-1].content.decode()


def test_a_type_or_a_slot_confirms_as_that(pairs, desk):
    decide(desk, pairs.same, slot="number")
    decide(desk, pairs.update, relation="corroborates")

    rows = {row.pk: (row.state, row.relation, row.slot) for row in Link.objects.all()}
    assert rows[pairs.same.pk] == ("confirmed", "conflicts", "number")
    assert rows[pairs.update.pk] == ("confirmed", "corroborates", "")


def test_undo_returns_to_the_very_pair(pairs, desk):
    decide(desk, pairs.place, state="rejected")
    decide(desk, pairs.update, state="confirmed")

    answers = [undo(desk), undo(desk), undo(desk)]

    assert [shown(answer) for answer in answers[:2]] == [str(pairs.update.pk), str(pairs.place.pk)]
    assert "There is no decision of yours to take back." in answers[2].content.decode()


def test_a_pair_that_somebody_decided_meanwhile_is_shown_with_their_decision(pairs, workspace, desk):
    other = make_member(workspace)
    decide_link(link=pairs.place, user=other, state="rejected")

    answer = decide(desk, pairs.place, state="confirmed")

    text = answer.content.decode()
    assert (answer.status_code, shown(answer)) == (409, str(pairs.place.pk))
    assert "Somebody decided on this pair while you looked at it" in text
    assert other.username in text
    assert 'name="seen" value="rejected"' in text
    assert Link.objects.get(pk=pairs.place.pk).state == "rejected"


def test_a_pair_that_is_gone_leads_on(pairs, desk):
    Link.objects.filter(pk=pairs.place.pk).delete()

    answer = decide(desk, pairs.place, state="confirmed")

    assert shown(answer) == str(pairs.update.pk)
    assert "This pair was compared again and is gone." in answer.content.decode()


@pytest.mark.parametrize(("step", "name"), [("next", "update"), ("back", "same")])
def test_one_skips_and_goes_back(pairs, desk, step, name):
    answer = desk.get(reverse("claims:review_links"), {"at": pairs.place.pk, "step": step}, headers=HTMX)

    assert shown(answer) == str(getattr(pairs, name).pk)


def test_without_script_the_buttons_lead_on_too(pairs, desk):
    answer = decide(desk, pairs.place, headers={}, state="confirmed")

    assert answer.url == f"{reverse('claims:review_links')}?at={pairs.update.pk}"


@pytest.mark.parametrize("given", [{}, {"state": "proposed"}, {"state": "burnt"}])
def test_an_act_that_there_is_not_is_refused(pairs, desk, given):
    assert decide(desk, pairs.place, **given).status_code == 400


def test_nonsense_in_the_address_asks_for_everything(pairs, desk):
    assert "1 of 3" in page(desk, relation="x", story="y", order="z", at="w")


def test_a_reader_looks_and_decides_nothing(pairs, workspace):
    client = Client()
    client.force_login(make_member(workspace, Role.VIEWER))

    assert 'data-act="confirm"' not in page(client)
    assert decide(client, pairs.place, state="confirmed").status_code == 403
    assert undo(client).status_code == 403


def test_the_navigation_counts_what_waits(pairs, desk):
    text = desk.get(reverse("claims:stories")).content.decode()

    assert ">Links<" in text
    assert "<bdi>3</bdi>" in text


def test_the_page_takes_few_queries(pairs, desk, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        page(desk)


def test_in_arabic_every_word_is_arabic(pairs, workspace):
    client = Client()
    client.force_login(make_member(workspace, language="ar"))
    with translation.override("ar"):
        text = page(client)

    for words in ("روابط للمراجعة", "يختلفان في", "يتفقان في", "1 من 3"):
        assert words in text
