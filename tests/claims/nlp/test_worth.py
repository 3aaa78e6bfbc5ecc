"""How factors make a worth, and how a workspace's weights change it."""

import pytest

from claims.nlp.components.worth import signs_of_attributed, signs_of_narrated
from claims.nlp.languages.statements import claim_words
from claims.nlp.types import Document, Modality, Span
from claims.nlp.worth import DEFAULT_POINTS, Weights, worth_of


def narrated_signs(text: str, language: str = "en", title: str = "") -> frozenset[str]:
    whole = Span(0, len(text))
    return signs_of_narrated(
        Document(text=text, language=language, title=title), whole, whole, claim_words(language)
    )


@pytest.mark.parametrize(
    ("text", "language", "sign"),
    [
        pytest.param("The yard employs 640 people.", "en", "figure", id="figure"),
        pytest.param("The yard employs forty people.", "en", "figure", id="figure-in-words"),
        pytest.param("The pier was closed on Monday.", "en", "date", id="date"),
        pytest.param("The pier was closed by Huda Berri.", "en", "named", id="name"),
        pytest.param("The pier collapsed.", "en", "event", id="event"),
        pytest.param("The court fined the owner.", "en", "consequence", id="law"),
        pytest.param("Two divers drowned.", "en", "consequence", id="deaths"),
        pytest.param("He stole the harbour's funds.", "en", "accusation", id="accusation"),
        pytest.param("It is the largest yard on the coast.", "en", "record", id="record"),
        pytest.param("Why was the pier closed?", "en", "question", id="question"),
        pytest.param("This is a day of shame.", "en", "vague_subject", id="vague-subject"),
        pytest.param("The harbour office did not comment.", "en", "own_process", id="own-process"),
        pytest.param("You can write to the harbour office.", "en", "address", id="address"),
        pytest.param("The pier was closed", "en", "fragment", id="fragment"),
        pytest.param("The pier had been closed in 2019.", "en", "background", id="background"),
        pytest.param("“Nobody asked the fishermen about it.”", "en", "voiced", id="somebody-else's-words"),
        pytest.param("يوظف الحوض أربعين عاملا.", "ar", "figure", id="arabic-figure"),
        pytest.param("أغلق الرصيف يوم الاثنين.", "ar", "date", id="arabic-date"),
        pytest.param("أغلق الرصيف كريم داود.", "ar", "named", id="arabic-name"),
        pytest.param("انهار الرصيف القديم.", "ar", "event", id="arabic-event"),
        pytest.param("وبلغ عدد الضحايا تسعة.", "ar", "consequence", id="arabic-deaths"),
        pytest.param("تورط المدير في التهريب.", "ar", "accusation", id="arabic-accusation"),
        pytest.param("هو أكبر حوض على الساحل.", "ar", "record", id="arabic-record"),
        pytest.param("يذكر أن الرصيف بني قبل الحرب.", "ar", "background", id="arabic-background"),
        pytest.param("لم يتسن الحصول على تعليق.", "ar", "own_process", id="arabic-own-process"),
    ],
)
def test_a_sign_of_worth_is_read(text: str, language: str, sign: str):
    assert sign in narrated_signs(text, language)


def test_what_repeats_the_headline_is_about_the_main_thing():
    assert "headline" in narrated_signs("The old pier collapsed at dawn.", title="Old pier collapses")
    assert "headline" not in narrated_signs("Ropes are made for export.", title="Old pier collapses")


@pytest.mark.parametrize(
    ("modality", "sign"),
    [
        (Modality.DENIED, "denial"),
        (Modality.DEMANDED, "demand"),
        (Modality.PREDICTED, "forecast"),
        (Modality.ALLEGED, "accusation"),
    ],
)
def test_what_the_speaker_does_with_a_content_counts(modality: Modality, sign: str):
    text = "the pier closed"
    signs = signs_of_attributed(
        Document(text=text, language="en"), (Span(0, 15),), modality, claim_words("en")
    )

    assert {"attributed", sign} <= signs


def test_worth_grows_with_points_and_stays_a_share():
    everything = Weights().factors(DEFAULT_POINTS)
    good = [factor for factor in everything if factor.points > 0]

    assert 0.0 <= worth_of([f for f in everything if f.points < 0]) < worth_of([]) < worth_of(good) <= 1.0


def test_a_weight_of_the_workspace_replaces_the_default():
    (factor,) = Weights({"date": -0.9}).factors({"date"})

    assert factor.points == -0.9
    assert worth_of([factor]) < worth_of(Weights().factors({"date"}))


def test_what_counts_nothing_is_no_factor():
    assert Weights({"date": 0.0}).factors({"date"}) == ()


@pytest.mark.parametrize("points", [{"glamour": 0.1}, {"date": 1.5}], ids=["unknown-factor", "out-of-range"])
def test_weights_that_mean_nothing_are_refused(points: dict[str, float]):
    with pytest.raises(ValueError, match="factor"):
        Weights(points)
