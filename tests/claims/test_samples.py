"""The sample stories and verdicts are complete, invented and fit to be shown on the first start."""

import json
from collections import defaultdict
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from sources.reliability.model import score_source
from sources.reliability.parameters import Parameters
from sources.reliability.types import Letter, Outcome, Rating, Role

SAMPLES = Path(__file__).parents[2] / "claims" / "samples"
STORIES = sorted(folder for folder in (SAMPLES / "stories").iterdir() if folder.is_dir())
ARTICLES = sorted(SAMPLES.glob("stories/*/*.json"))
FIELDS = ["id", "outlet", "url", "published_at", "language", "title", "text"]
OUTLETS = {
    "The Coast Ledger",
    "Northshore Dispatch",
    "Upland Monitor",
    "الصاري",
    "منبر التلال",
    "نبض المرسى",
    "وكالة مدار الساحل",
}
REAL_OUTLETS = [
    "Reuters", "AFP", "Associated Press", "BBC", "CNN", "Al Jazeera", "al-Jazeera", "The Guardian",
    "New York Times", "رويترز", "فرانس برس", "أسوشيتد برس", "بي بي سي", "الجزيرة نت", "سكاي نيوز",
    "الأهرام", "الشرق الأوسط",
]  # fmt: skip
FIRST_DAY, LAST_DAY = date(2026, 9, 1), date(2026, 11, 30)


def articles_of(story):
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(story.glob("*.json"))]


def verdicts():
    return json.loads((SAMPLES / "verdicts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_has_the_fields_that_an_upload_needs(path):
    article = json.loads(path.read_text(encoding="utf-8"))

    assert list(article) == FIELDS
    assert article["id"] == path.stem
    assert all(article.values())
    assert article["url"].startswith("https://")
    assert article["url"].split("/")[2].endswith(".example")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_as_long_as_a_news_report(path):
    article = json.loads(path.read_text(encoding="utf-8"))

    assert 250 <= len(article["text"].split()) <= 450


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_story_is_told_in_both_languages_by_different_outlets(story):
    articles = articles_of(story)

    assert 4 <= len(articles) <= 5
    assert {article["language"] for article in articles} == {"ar", "en"}
    assert len({article["outlet"] for article in articles}) == len(articles)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_story_unfolds_within_a_few_days(story):
    days = [date.fromisoformat(article["published_at"]) for article in articles_of(story)]

    assert FIRST_DAY <= min(days) <= max(days) <= LAST_DAY
    assert (max(days) - min(days)).days <= 4


def test_there_are_three_stories_and_all_outlets_are_the_invented_ones():
    assert len(STORIES) == 3
    assert {article["outlet"] for story in STORIES for article in articles_of(story)} == OUTLETS


@pytest.mark.parametrize("path", [*ARTICLES, SAMPLES / "verdicts.json"], ids=lambda path: path.stem)
def test_no_real_outlet_is_named(path):
    text = path.read_text(encoding="utf-8")

    assert [name for name in REAL_OUTLETS if name in text] == []


def test_verdicts_are_about_sources_that_appear_in_the_stories():
    texts = " ".join(path.read_text(encoding="utf-8") for path in ARTICLES)

    for verdict in verdicts():
        for outcome in verdict["outcomes"]:
            assert outcome["source"] in texts, outcome["source"]


def test_verdicts_lie_in_the_two_years_before_the_last_story():
    days = [date.fromisoformat(verdict["settled_on"]) for verdict in verdicts()]

    assert days == sorted(days)
    assert date(2024, 11, 1) <= days[0]
    assert days[-1] <= LAST_DAY
    assert len({verdict["id"] for verdict in verdicts()}) == len(days)


def test_the_verdicts_give_some_sources_a_letter_and_leave_others_without():
    cards = {
        source: score_source(outcomes, parameters=Parameters(), as_of=datetime(2026, 12, 1, tzinfo=UTC))
        for source, outcomes in outcomes_by_source().items()
    }

    letters = {source: card.letter for source, card in cards.items()}
    assert letters["الصاري"] == Letter.B
    assert letters["وكالة مدار الساحل"] == Letter.C
    assert letters["نبض المرسى"] == Letter.D
    assert letters["The Coast Ledger"] == letters["Upland Monitor"] == Letter.F
    assert cards["الصاري"].mass >= 15


def outcomes_by_source():
    by_source = defaultdict(list)
    for verdict in verdicts():
        day = date.fromisoformat(verdict["settled_on"])
        for outcome in verdict["outcomes"]:
            by_source[outcome["source"]].append(
                Outcome(
                    id=verdict["id"],
                    claim_id=verdict["id"],
                    story_id=verdict["story"],
                    rating=Rating(verdict["rating"]),
                    role=Role(outcome["role"]),
                    author=checker(verdict["id"], 0),
                    reviewer=checker(verdict["id"], 1) if verdict["second_reviewed"] else "",
                    recorded_at=datetime.combine(day, time(9), UTC),
                    settled_on=day,
                )
            )
    return by_source


def checker(verdict, place):
    """Return one of the desk of eight who gave or confirmed a sample verdict, as the first start has them."""
    return f"sample:{(int(verdict.rpartition('-')[2]) + place) % 8 + 1}"
