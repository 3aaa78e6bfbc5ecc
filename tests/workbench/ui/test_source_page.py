"""A source's page: whatever a record is made of, in words and figures that add up."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from sources.models import Outcome, Scorecard
from sources.selectors.records import PARAMETERS
from sources.services import NewOutcome, record_outcome, refresh_scorecard
from sources.services.replies import NewReply, note_reply
from tests.factories import make_asked, make_record, make_source
from workbench.ui.networks import LEAST, MOST, ROW, draw_network
from workbench.ui.selectors.partners import Partner, Partners
from workbench.ui.selectors.unnamed import ledger_of


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def outlet(workspace):
    return make_source(workspace, "Harbour Post")


def show(page, source, **asked):
    return page.get(reverse("sources:source", args=[source.pk]), asked).content.decode()


def words_of(shown):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", shown))


def judge(source, rating="true", days_ago=1, **facts):
    """Record one verdict that two people gave."""
    moment = timezone.now() - timedelta(days=days_ago)
    known = {
        "verdict_id": uuid4(),
        "claim_id": uuid4(),
        "claim_text": "The quay was closed.",
        "rating": rating,
        "role": "originated",
        "settled_on": moment.date(),
        "recorded_at": moment,
        "author": "user:1",
        "reviewer": "user:2",
    }
    return record_outcome(source=source, outcome=NewOutcome(**known | facts), actor="test")


def test_the_running_total_begins_at_the_expectation_and_ends_at_the_mean(page, outlet):
    make_record(outlet, "true", "false", "true")

    words = words_of(show(page, outlet))

    totals = [float(found) for found in re.findall(r"Leads to: ([\d.]+)%", words)]
    points = [float(found.replace("−", "-")) for found in re.findall(r"Points: ([+−]?[\d.]+)", words)]
    assert totals[-1] == PARAMETERS.prior_mean * 100
    assert totals[0] == pytest.approx(totals[-1] + sum(points), abs=0.2)


def test_many_verdicts_are_turned_over_in_pages_and_each_says_where_it_led(page, outlet):
    make_record(outlet, *["true"] * 30)

    first, last = show(page, outlet), show(page, outlet, moved=3)

    assert first.count('class="weight"') == 12
    assert "1–12 of 30" in words_of(first)
    assert last.count('class="weight"') == 6
    assert "Where a source like this one starts" not in words_of(first)
    assert "Where a source like this one starts" in words_of(last)


def test_verdicts_bear_the_names_of_members_and_only_of_members(page, editor, outlet):
    judge(outlet, author=f"user:{editor.pk}", reviewer="user:999999")

    assert f"by {editor.username} , confirmed by user:999999" in words_of(show(page, outlet))


def test_what_is_left_out_says_why_and_what_counts_instead(page, outlet):
    claim = uuid4()
    judge(outlet, claim_id=claim, days_ago=5)
    judge(outlet, claim_id=claim, role="quoted", rating="false")

    words = words_of(show(page, outlet))

    assert "1 verdict does not count" in words
    assert "The same claim counts once" in words
    assert "Counted instead: Originated, True" in words


def test_why_claims_were_checked_is_counted_apart(page, outlet):
    for selection in ("suspicion", "suspicion", "random", "complaint"):
        judge(outlet, selection=selection)

    words = words_of(show(page, outlet))

    assert re.search(r"On suspicion 2 2 0", words)
    assert re.search(r"Random audit 1 1 0", words)
    assert "Checked claims are no random sample" in words


def test_a_topic_with_few_verdicts_moves_only_what_is_expected(page, outlet):
    for number in range(24):
        judge(outlet, topic="economy" if number % 6 else "health", region="sy", days_ago=number + 1)

    words = words_of(show(page, outlet))

    assert re.search(r"Health 4 moves only what is expected: [\d.]+ of 15", words)
    assert re.search(r"Economy, business and finance 20 \d+% \d+–\d+%", words)


def test_a_record_of_one_topic_and_role_is_not_repeated_as_a_narrower_one(page, outlet):
    make_record(outlet, *["true"] * 12)

    assert "Narrowed to" not in show(page, outlet)


def test_a_letter_that_waits_for_its_nights_is_announced(page, outlet):
    for number in range(20):
        judge(outlet, days_ago=0, author=f"user:{number % 5}", reviewer=f"user:{number % 5 + 1}")

    words = words_of(show(page, outlet))

    assert "Reliability cannot be judged" in words
    assert re.search(r"B from .* on \( ?Usually reliable ?\), if nothing else is recorded", words)


def test_an_adverse_letter_is_withheld_until_the_source_could_answer(page, outlet, editor):
    make_record(outlet, *["false"] * 30)

    before = words_of(show(page, outlet))
    make_asked(outlet, days_ago=9)
    after = words_of(show(page, outlet))

    assert "Grade withheld" in before
    assert "would make it" not in before
    assert "Unreliable" in after


def test_the_history_withholds_an_adverse_letter_of_the_past_as_the_record_does(page, outlet):
    make_record(outlet, *["true"] * 12)
    refresh_scorecard(source=outlet, as_of=timezone.now() - timedelta(days=1))
    Scorecard.objects.filter(pk=Scorecard.objects.earliest().pk).update(letter="E")

    history = show(page, outlet).split('id="history-title"')[1].split("</table>")[0]

    assert "withheld" in history
    assert "Unreliable" not in history


def test_the_people_of_the_samples_are_named_in_words(page, outlet):
    judge(outlet, author="sample:3", reviewer="sample:4")

    shown = show(page, outlet)

    assert "sample desk, person 3" in shown
    assert "sample:3" not in shown


def test_the_page_says_who_sees_it(page, outlet):
    assert "Only members of Desk see this record" in words_of(show(page, outlet))


def test_the_history_tells_each_change_with_the_parameters_behind_it(page, outlet):
    make_record(outlet, *["true"] * 12)
    now = timezone.now()
    for days in (200, 150, 2):
        refresh_scorecard(source=outlet, as_of=now - timedelta(days=days))
    Scorecard.objects.filter(as_of__lt=now - timedelta(days=1)).update(event_number=41)

    words = words_of(show(page, outlet))

    assert "History of the grade" in words
    assert re.search(r"F Reliability cannot be judged .* 41 ", words)
    assert PARAMETERS.hash[:8] in words
    assert "F before" in words


def test_the_word_of_the_unnamed_is_told_from_outcomes_by_what_the_outlet_calls_them(page, outlet):
    for rating in ("true", "true", "false", "unverified"):
        judge(outlet, rating=rating, unnamed=True, descriptor="a security source")
    judge(outlet, rating="false", unnamed=True, descriptor="a port official")

    found = ledger_of({outlet.pk}, as_of=timezone.now())

    assert [(row.name, row.checked, row.upheld) for row in found.rows] == [
        ("a security source", 3, 2),
        ("a port official", 1, 0),
    ]
    assert "Their word, checked: 2 of 4 borne out." in words_of(show(page, outlet))


def test_by_grade_the_judged_come_first_and_the_unjudged_stand_apart(page, workspace):
    good, bad, unknown = (make_source(workspace, name) for name in ("Zenith", "Midway", "Aurora"))
    make_record(good, *["true"] * 30)
    make_record(bad, *["false"] * 30)
    note_reply(
        source=bad,
        reply=NewReply(step="answered", text="We stand by it.", happened_on=timezone.localdate()),
        actor="test",
    )
    make_record(unknown, "true")

    shown = words_of(page.get(reverse("sources:list"), {"order": "grade"}).content.decode())

    assert shown.index("Zenith") < shown.index("Midway") < shown.index("Not judged:") < shown.index("Aurora")


def test_a_withheld_letter_gives_no_place_in_the_order_by_grade(page, workspace):
    waiting, good = make_source(workspace, "Midway"), make_source(workspace, "Zenith")
    make_record(waiting, *["false"] * 30)
    make_record(good, *["true"] * 30)

    shown = words_of(page.get(reverse("sources:list"), {"order": "grade"}).content.decode())

    assert shown.index("Zenith") < shown.index("Not judged:") < shown.index("Midway")
    assert "Grade withheld until the source could answer" in shown


def test_three_hundred_verdicts_are_shown_a_page_at_a_time_in_as_many_queries(
    page, outlet, django_assert_max_num_queries
):
    now = timezone.now()
    rows = []
    for number in range(300):
        moment = now - timedelta(days=3.5 * number, minutes=1)
        facts = {"verdict_id": uuid4(), "claim_id": uuid4(), "story_id": uuid4(), "recorded_at": moment}
        said = {
            "claim_text": "The quay was closed.",
            "settled_on": moment.date(),
            "author": f"user:{number % 5}",
        }
        told = {"rating": ["true", "mixed", "false"][number % 3], "topic": ["health", "sport"][number % 2]}
        rows.append(
            Outcome(workspace=outlet.workspace, source=outlet, role="originated", **facts, **said, **told)
        )
    Outcome.objects.bulk_create(rows)

    with django_assert_max_num_queries(48):
        shown = show(page, outlet)

    assert "1–12 of 300" in words_of(shown)


def test_calibration_is_a_page_and_a_part_of_others(page, outlet):
    make_record(outlet, *["true"] * 10, "false")
    address = reverse("sources:calibration")

    whole = page.get(address).content.decode()
    part = page.get(address, headers={"HX-Request": "true"}).content.decode()

    assert "Over 11 verdicts, records missed by" in words_of(whole)
    assert whole.count("calibration__dot") >= 2
    assert "There was no random audit yet." in whole
    assert "<html" not in part
    assert "Over 11 verdicts" in words_of(part)


def test_calibration_without_verdicts_says_what_will_be_here(page):
    assert (
        "Nothing to hold against each other yet" in page.get(reverse("sources:calibration")).content.decode()
    )


def partners(workspace, *claims, kind="outlet"):
    sources = [make_source(workspace, f"{kind} {number}") for number in range(len(claims))]
    rows = [
        Partner(source, count, count / sum(claims)) for source, count in zip(sources, claims, strict=True)
    ]
    return Partners(rows, sum(claims))


def test_bands_are_as_wide_as_there_are_claims_and_stay_in_their_box(workspace):
    network = draw_network(
        quoting=partners(workspace, 10, 5, 1), quoted=partners(workspace, 2, kind="person")
    )

    sides = (network.quoting, network.quoted)
    assert [side.height for side in sides] == [3 * ROW, ROW]
    for side in sides:
        for ribbon in side.ribbons:
            figures = [float(found) for found in re.findall(r"-?\d+\.?\d*", ribbon.shape)]
            assert all(0 <= figure <= max(side.height, side.width) for figure in figures)
    sizes = [_thickness(ribbon) for side in sides for ribbon in side.ribbons]
    assert sizes == pytest.approx([MOST, MOST / 2, MOST / 10, max(LEAST, MOST / 5)], abs=0.1)


def _thickness(ribbon):
    points = re.findall(r"([\d.]+),([\d.]+)", ribbon.shape)
    return float(points[-1][1]) - float(points[0][1])


def test_a_source_that_stands_alone_has_no_drawing(page, outlet):
    assert draw_network(quoting=Partners([], 0), quoted=Partners([], 0)) is None
    assert "it quotes nobody and nobody quotes it" in show(page, outlet)
