"""`manage.py explain` tells what is found in a file and why, without a database."""

import json
import re

import pytest
from django.core.management import CommandError, call_command

from claims.nlp.types import (
    Claim,
    Document,
    Factor,
    Fill,
    Hop,
    Modality,
    QuoteKind,
    Region,
    RegionKind,
    SourceKind,
    Span,
    Voice,
    Vote,
    Wording,
)
from claims.selectors.explanation import explanation_of
from claims.selectors.explanation_text import explanation_lines

TEXT = "Gate report\n\nThe gate is shut, the keeper said on Monday. He will open it soon, he added."


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "gate.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def explain(file, capsys, **options):
    call_command("explain", file, **options)
    return capsys.readouterr().out


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def weighed_claim():
    content, cue, source = (span("The gate is shut"),), (span("said"),), (span("the keeper"),)
    return Claim(
        content=content,
        cue=cue,
        source=source,
        chain=(
            Hop(name="بريد الوادي", kind=SourceKind.OUTLET),
            Hop(name="the keeper", kind=SourceKind.PERSON),
        ),
        quote=QuoteKind.INDIRECT,
        modality=Modality.ASSERTED,
        anonymous=True,
        worth=0.6,
        factors=(Factor(name="attributed", points=0.5), Factor(name="number", points=0.1)),
        probability=0.87,
        votes=(
            Vote(voice=Voice.RULES, content=content, cue=cue, source=source),
            Vote(voice=Voice.TAGGER, content=(span("gate is shut"),), cue=cue, score=0.93),
        ),
        wording=Wording(
            text="The gate of the dam is shut",
            fills=(Fill(span=span("The gate"), shown="The gate of the dam", reason="named here"),),
        ),
    )


def lines_of(claim):
    document = Document(
        text=TEXT, language="en", claims=(claim,), regions=(Region(span("Gate report"), RegionKind.TITLE),)
    )
    return list(explanation_lines(explanation_of(document, engine_version="engine-2")))


def test_regions_and_claims_are_told_with_their_words_and_reasons(file, capsys):
    told = explain(file, capsys)

    assert "“The gate is shut”" in told
    assert "Chain, from the publishing outlet to the originator:" in told
    assert re.search(r"Probability: \S*\d", told), told
    assert "Regions" in told


def test_one_claim_can_be_asked_for(file, capsys):
    told = explain(file, capsys, claim=2)

    assert "Claim 2" in told
    assert "Claim 1\n" not in told


def test_json_holds_the_same_with_places(file, capsys):
    told = json.loads(explain(file, capsys, json=True, outlet="Valley Courier"))

    [first, *_] = told["claims"]
    assert first["chain"][0]["name"] == "Valley Courier"
    for place in first["content"]:
        assert TEXT[place["start"] : place["end"]] == place["text"]


def test_a_json_article_brings_its_own_title_and_outlet(tmp_path, capsys):
    path = tmp_path / "gate.json"
    path.write_text(
        json.dumps({"id": "1", "title": "Gates", "outlet": "Hill Post", "text": TEXT}), encoding="utf-8"
    )

    told = json.loads(explain(path, capsys, json=True))

    assert (told["title"], told["outlet"]) == ("Gates", "Hill Post")


def test_the_language_can_be_stated(file, capsys):
    assert json.loads(explain(file, capsys, json=True, language="fi"))["language"] == "fi"


@pytest.mark.parametrize(
    ("name", "options", "advice"),
    [
        ("missing.txt", {}, "Name a file"),
        ("gate.txt", {"claim": 99}, "Give a number from 1 to"),
        ("empty.txt", {}, "Paste the words"),
        (".", {}, "analyze"),
    ],
)
def test_an_error_says_what_to_do(file, name, options, advice):
    (file.parent / "empty.txt").touch()

    with pytest.raises(CommandError, match=advice):
        call_command("explain", file.parent / name, **options)


def test_votes_figures_signs_and_wording_are_told():
    told = "\n".join(lines_of(weighed_claim()))

    assert "Vote of Rules" in told
    assert "    Content: as above" in told
    assert "very sure (0.93, not calibrated)" in told
    assert "Probability: 0.87. Of ten claims" in told
    assert "+0.60  sum" in told
    assert "Readable alone (proposed)" in told


def test_a_name_in_another_direction_is_isolated():
    assert any("1. \u2068بريد الوادي\u2069 (outlet" in line for line in lines_of(weighed_claim()))
