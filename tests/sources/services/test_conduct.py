"""What stands beside a record: practices, replies and a source's corrections, each an entry that stays."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from sources.models import Erratum, Outcome, Practice, Reply, Scorecard
from sources.reliability.practices import WEIGHTS, Band, Standing, count_points
from sources.selectors.conduct import conduct_of
from sources.selectors.disclosure import seen_letter
from sources.selectors.replies import (
    may_show_adverse,
    open_appeals,
    right_of_reply,
    sources_showing_adverse,
)
from sources.services import merge_sources, refresh_scorecard, split_source
from sources.services.conduct_errors import (
    DayToCome,
    EvidenceMissing,
    NoOpenAppeal,
    NothingSaid,
    TakenBackAlready,
    WayMissing,
)
from sources.services.errata import NewErratum, record_erratum, take_back_erratum
from sources.services.outcomes import NewOutcome, record_outcome
from sources.services.practices import Assessment, assess_practice, take_back_practice
from sources.services.projections import differences
from sources.services.replies import NewReply, note_reply, take_back_reply
from tests.factories import make_asked, make_record, make_source
from workbench.audit.models import Event


@pytest.fixture
def outlet(workspace):
    return make_source(workspace, "Harbour Post")


def assess(source, criterion, standing, **more):
    assessment = Assessment(criterion=criterion, standing=standing, **more)
    return assess_practice(source=source, assessment=assessment, actor="user:1")


def note(source, step, *, days_ago=0, **more):
    day = timezone.localdate() - timedelta(days=days_ago)
    if step == "asked":
        more = {"way": "email"} | more
    if step in {"answered", "appealed"}:
        more = {"text": "The report was right when it appeared."} | more
    return note_reply(source=source, reply=NewReply(step=step, happened_on=day, **more), actor="user:1")


def judged(source, criterion):
    panel = conduct_of(source).panel
    return next(
        row for row in [*panel.weighed, *panel.identity, *panel.profession] if row.criterion == criterion
    )


def test_the_weights_of_the_nine_make_a_hundred():
    assert sum(WEIGHTS.values()) == 100
    assert len(WEIGHTS) == 9


@pytest.mark.parametrize(
    ("failed", "points", "band"),
    [
        ((), 100, Band.ALL),
        (("names_authors",), 95, Band.MOST),
        (("no_false_content", "names_authors"), 73, Band.MANY),
        (("no_false_content", "responsible_gathering"), 60, Band.MANY),
        (("no_false_content", "responsible_gathering", "names_authors"), 55, Band.SOME),
        (tuple(WEIGHTS)[:4], 35, Band.FEW),
    ],
    ids=str,
)
def test_points_and_bands(failed, points, band):
    standings = {code: Standing.NOT_MET if code in failed else Standing.MET for code in WEIGHTS}

    found = count_points(standings)
    assert (found.reached, found.possible, found.band) == (points, 100, band)


def test_what_does_not_apply_counts_in_full_and_clauses_count_nothing():
    found = count_points({"labels_advertising": Standing.NOT_APPLICABLE, "jti_01": Standing.MET})

    assert (found.reached, found.possible, found.assessed, found.band) == (7.5, 7.5, 1, None)


def test_the_latest_assessment_counts_and_the_earlier_stay(outlet):
    first = assess(outlet, "corrects_errors", "met", evidence="https://harbour.example/corrections")
    second = assess(outlet, "corrects_errors", "not_met", note="The page is gone.")

    row = judged(outlet, "corrects_errors")
    assert (row.latest, list(row.earlier), row.weight) == (second, [first], 12.5)
    assert conduct_of(outlet).panel.points.reached == 0


def test_an_assessment_that_is_taken_back_gives_way_to_the_one_before(outlet):
    first = assess(outlet, "corrects_errors", "met")
    second = assess(outlet, "corrects_errors", "not_met", note="The page is gone.")

    take_back_practice(practice=second, actor="user:2")

    assert judged(outlet, "corrects_errors").latest == first
    with pytest.raises(TakenBackAlready):
        take_back_practice(practice=second, actor="user:2")


def test_the_panel_of_an_earlier_day_knows_nothing_of_later_entries(outlet):
    first = assess(outlet, "corrects_errors", "met")
    between = timezone.now()
    take_back_practice(practice=first, actor="user:2")

    assert conduct_of(outlet, as_of=between).panel.points.assessed == 1
    assert conduct_of(outlet).panel.points.assessed == 0


def test_a_failed_criterion_needs_something_that_shows_it(outlet):
    with pytest.raises(EvidenceMissing):
        assess(outlet, "corrects_errors", "not_met", note="  ")

    assert not Practice.objects.exists()


def test_practices_leave_the_record_alone(outlet):
    make_record(outlet, *["true"] * 12)
    before = list(Outcome.objects.values())

    for code in WEIGHTS:
        assess(outlet, code, "not_met", note="Seen on 4 May.")

    assert list(Outcome.objects.values()) == before
    assert conduct_of(outlet).panel.points.band == Band.FEW


@pytest.mark.parametrize("model", [Practice, Reply, Erratum])
def test_the_database_keeps_each_entry_as_it_is(outlet, model):
    assess(outlet, "corrects_errors", "met")
    note(outlet, "asked")
    record_erratum(source=outlet, erratum=make_erratum(uuid4()), user=None)

    for change in (
        lambda rows: rows.update(recorded_by="nobody"),
        lambda rows: rows.filter(pk=rows.get().pk).delete(),
    ):
        with pytest.raises(IntegrityError, match="is kept as it was recorded"), transaction.atomic():
            change(model.objects.all())


def test_an_adverse_letter_waits_until_the_source_was_asked_a_week_ago(outlet):
    def seen(letter):
        now = timezone.now()
        return seen_letter(letter, adverse_shown=may_show_adverse(outlet, now))

    assert (seen("E"), seen("D"), seen("B")) == ("", "", "B")

    make_asked(outlet, days_ago=6)
    assert seen("D") == ""

    make_asked(outlet, days_ago=7)
    assert (seen("D"), seen("B")) == ("D", "B")


def test_an_answer_ends_the_waiting_at_once(outlet):
    note(outlet, "asked")
    assert not may_show_adverse(outlet, timezone.now())

    note(outlet, "answered")

    assert may_show_adverse(outlet, timezone.now())


def test_what_was_noted_later_was_not_known_before(outlet):
    before = timezone.now()
    note(outlet, "answered", days_ago=30)

    assert not may_show_adverse(outlet, before)
    assert may_show_adverse(outlet, timezone.now())


def test_a_question_that_is_dated_back_counts_from_the_day_it_was_recorded(outlet):
    note(outlet, "asked", days_ago=300)

    right = right_of_reply(outlet, timezone.now())
    assert (right.may_show, right.waits_until) == (False, timezone.localdate() + timedelta(days=7))


def test_a_question_of_long_before_the_adverse_letter_is_of_no_account(outlet):
    make_asked(outlet, days_ago=400)
    now = timezone.now()
    assert not may_show_adverse(outlet, now)

    make_asked(outlet, days_ago=200)
    assert may_show_adverse(outlet, now)


def test_an_adverse_letter_that_was_shown_stays_shown_while_it_lasts(outlet):
    now = timezone.now()
    make_record(outlet, *["false"] * 60)
    make_asked(outlet, days_ago=400)
    for days in (500, 380, 200, 1):
        refresh_scorecard(source=outlet, as_of=now - timedelta(days=days))
    letters = list(Scorecard.objects.order_by("as_of").values_list("letter", flat=True))
    assert letters[0] == "F"
    assert set(letters[1:]) == {"E"}

    assert may_show_adverse(outlet, now)
    assert sources_showing_adverse([outlet], now) == {outlet.pk}


def test_another_letter_in_between_begins_a_new_right_of_reply(outlet):
    now = timezone.now()
    make_asked(outlet, days_ago=500)
    make_record(outlet, *["true"] * 12)
    refresh_scorecard(source=outlet, as_of=now - timedelta(days=60))

    assert not may_show_adverse(outlet, now)
    assert sources_showing_adverse([outlet], now) == set()


def test_an_answer_to_what_was_asked_years_ago_is_of_no_account(outlet):
    note(outlet, "answered", days_ago=800)

    assert not may_show_adverse(outlet, timezone.now())


def test_a_question_that_is_taken_back_was_never_asked(outlet):
    asked = make_asked(outlet, days_ago=30)
    assert may_show_adverse(outlet, timezone.now())

    take_back_reply(reply=asked, actor="user:2")

    assert not may_show_adverse(outlet, timezone.now())


def test_many_sources_are_answered_for_at_once(outlet, workspace, django_assert_max_num_queries):
    other = make_source(workspace, "Coast Daily")
    make_asked(outlet, days_ago=30)

    with django_assert_max_num_queries(3):
        assert sources_showing_adverse([outlet, other], timezone.now()) == {outlet.pk}
    assert sources_showing_adverse([], timezone.now()) == set()


def test_a_source_under_its_second_name_had_its_say(outlet, workspace):
    other = make_source(workspace, "Harbour Post Online")
    make_asked(other, days_ago=30)
    assert not may_show_adverse(outlet, timezone.now())

    merge_sources(source=other, into=outlet, actor="user:1")

    assert may_show_adverse(outlet, timezone.now())
    assert sources_showing_adverse([outlet], timezone.now()) == {outlet.pk}


@pytest.mark.parametrize(
    ("step", "fields", "error"),
    [
        ("asked", {"way": ""}, WayMissing),
        ("asked", {"days_ago": -1}, DayToCome),
        ("answered", {"text": " "}, NothingSaid),
        ("appealed", {"text": ""}, NothingSaid),
        ("decided", {"ruling": "upheld"}, NoOpenAppeal),
    ],
    ids=str,
)
def test_a_step_that_lacks_what_it_needs_is_refused(outlet, step, fields, error):
    with pytest.raises(error):
        note(outlet, step, **fields)

    assert not Reply.objects.exists()


def test_an_appeal_is_decided_once(outlet):
    appeal = note(outlet, "appealed", text="Two of the five verdicts are about another outlet.")
    assert open_appeals(outlet) == [appeal]

    decision = note(outlet, "decided", about=appeal, ruling="partly")

    assert open_appeals(outlet) == []
    with pytest.raises(NoOpenAppeal):
        note(outlet, "decided", about=appeal, ruling="rejected")
    event = Event.objects.get(action="reply.decided")
    assert (event.payload["ruling"], event.payload["about"]) == ("partly", str(appeal.pk))
    take_back_reply(reply=decision, actor="user:2")
    assert open_appeals(outlet) == [appeal]


def test_the_log_proves_a_replys_text_without_holding_it(outlet):
    note(outlet, "answered", text="Call our lawyer, she has the tapes.")

    event = Event.objects.get(action="reply.answered")
    assert "lawyer" not in event.canonical
    assert len(event.payload["text_sha256"]) == 64


def make_erratum(claim_id, day=date(2026, 5, 6)):
    return NewErratum(
        claim_id=claim_id,
        claim_text="The quay is closed.",
        corrected_on=day,
        address="https://harbour.example/corrections/7",
    )


def make_outcome(source, claim_id, rating="false"):
    new = NewOutcome(
        verdict_id=uuid4(),
        claim_id=claim_id,
        claim_text="The quay is closed.",
        rating=rating,
        role="originated",
        settled_on=date(2026, 5, 10),
        claimed_on=date(2026, 5, 4),
    )
    return record_outcome(source=source, outcome=new, actor="user:1")


def current(source):
    return list(Outcome.objects.filter(source=source, superseded_at=None).order_by("claim_id"))


def test_an_erratum_lets_the_outcomes_of_that_claim_and_source_say_so(outlet, workspace):
    claim, other_claim = uuid4(), uuid4()
    other = make_source(workspace, "Coast Daily")
    for source, about in ((outlet, claim), (outlet, other_claim), (other, claim)):
        make_outcome(source, about)

    _row, jobs = record_erratum(source=outlet, erratum=make_erratum(claim), user=None)

    assert {row.claim_id: row.corrected_on for row in current(outlet)} == {
        claim: date(2026, 5, 6),
        other_claim: None,
    }
    assert [row.corrected_on for row in current(other)] == [None]
    assert [(job.kind, job.subject_id) for job in jobs] == [("sources.refresh", outlet.pk)]
    assert Event.objects.get(action="outcome.superseded").payload["cause"] == "erratum"
    assert differences(workspace) == []


def test_a_verdict_after_the_erratum_finds_it(outlet):
    claim = uuid4()
    _row, jobs = record_erratum(source=outlet, erratum=make_erratum(claim), user=None)
    assert jobs == []

    assert make_outcome(outlet, claim).corrected_on == date(2026, 5, 6)


def test_a_correction_under_one_name_counts_for_the_other_as_long_as_they_are_one(outlet, workspace):
    other, claim = make_source(workspace, "Harbour Post Online"), uuid4()
    make_outcome(other, claim)
    record_erratum(source=outlet, erratum=make_erratum(claim), user=None)

    merge_sources(source=other, into=outlet, actor="user:1")
    assert [row.corrected_on for row in current(other)] == [date(2026, 5, 6)]

    split_source(source=other, actor="user:1")
    assert [row.corrected_on for row in current(other)] == [None]
    assert differences(workspace) == []


def test_the_first_correction_that_stands_counts(outlet):
    claim = uuid4()
    make_outcome(outlet, claim)
    early, _ = record_erratum(source=outlet, erratum=make_erratum(claim, date(2026, 5, 5)), user=None)
    record_erratum(source=outlet, erratum=make_erratum(claim, date(2026, 5, 9)), user=None)
    assert [row.corrected_on for row in current(outlet)] == [date(2026, 5, 5)]

    _row, jobs = take_back_erratum(erratum=early, user=None)

    assert [row.corrected_on for row in current(outlet)] == [date(2026, 5, 9)]
    assert len(jobs) == 1


def test_without_any_erratum_left_the_outcome_is_uncorrected_again(outlet):
    claim = uuid4()
    make_outcome(outlet, claim)
    only, _ = record_erratum(source=outlet, erratum=make_erratum(claim), user=None)

    take_back_erratum(erratum=only, user=None)

    assert [row.corrected_on for row in current(outlet)] == [None]
    assert conduct_of(outlet).errata == []


def test_a_correction_to_come_is_refused(outlet):
    with pytest.raises(DayToCome):
        record_erratum(
            source=outlet,
            erratum=make_erratum(uuid4(), timezone.localdate() + timedelta(days=1)),
            user=None,
        )


def test_all_that_stands_beside_a_record_costs_the_same_however_much_it_is(
    outlet, django_assert_max_num_queries
):
    for code in WEIGHTS:
        assess(outlet, code, "met")
        note(outlet, "asked")

    with django_assert_max_num_queries(6):
        conduct_of(outlet)
