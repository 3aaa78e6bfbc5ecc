"""What people decided leaves the workbench as marked articles that the engine can learn from."""

import json

import pytest
from django.core.management import CommandError, call_command

from claims.services.claims import decide_claim
from claims.services.correcting import Corrector
from claims.services.corrections import correct_bounds, mark_missed_claim, reject_claim
from claims.services.undoing import undo_correction
from tests.factories import make_article, make_claim, make_workspace

pytestmark = pytest.mark.django_db

TEXT = "The mayor said that the old bridge is open. “It is safe,” a clerk told the Coast Agency. It rained."


@pytest.fixture
def article(workspace):
    made = make_article(workspace, TEXT)
    first = make_claim(made, "that the old bridge is open", chain=[("The mayor", "person")], cue="said")
    first.spans.create(part="source", start=0, end=9)
    make_claim(made, "It is safe", chain=[("a clerk", "anonymous")], quote="direct")
    make_claim(made, "It rained", quote="none")
    return made


@pytest.fixture
def by(editor):
    return Corrector(editor)


def exported(tmp_path, **options):
    path = tmp_path / "marked.jsonl"
    call_command("export_corrections", path, **options)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def claim_of(article, number):
    return article.claims.get(ordinal=number)


def words(record, places):
    return [record["text"][start:end] for start, end in places]


def go_through(article, by):
    start = TEXT.index("the old bridge")
    correct_bounds(claim=claim_of(article, 1), by=by, places={"content": [(start, start + 22)]})
    decide_claim(claim=claim_of(article, 2), user=by.user, state="accepted")


def test_an_article_that_was_gone_through_has_the_form_of_marked_files(article, by, tmp_path):
    go_through(article, by)

    [record] = exported(tmp_path)

    assert set(record) == {"id", "lang", "text", "attributions"}
    assert (record["id"], record["lang"], record["text"]) == (str(article.pk), "en", TEXT)
    first, second = record["attributions"]
    assert words(record, first["content"]) == ["the old bridge is open"]
    assert (words(record, first["source"]), words(record, first["cue"])) == (["The mayor"], ["said"])
    assert second == {
        "source": [],
        "cue": [],
        "content": [[TEXT.index("It is safe"), TEXT.index("It is safe") + 10]],
        "resolved": "a clerk",
        "anonymous": True,
        "modality": "asserted",
        "quote": "direct",
    }


def test_an_article_with_an_open_claim_is_left_out_unless_asked_for(article, by, tmp_path):
    decide_claim(claim=claim_of(article, 2), user=by.user, state="accepted")

    assert exported(tmp_path) == []
    [record] = exported(tmp_path, all=True)

    assert record["partial"] is True
    assert [words(record, a["content"]) for a in record["attributions"]] == [["It is safe"]]


def test_what_is_no_claim_is_not_an_example_of_one(article, by, tmp_path):
    go_through(article, by)
    reject_claim(claim=claim_of(article, 2), by=by, reason="not_attributed")

    [record] = exported(tmp_path)

    assert len(record["attributions"]) == 1


def test_a_missed_claim_is_exported_in_its_place(article, by, tmp_path):
    go_through(article, by)
    start = TEXT.index("bridge")
    mark_missed_claim(
        article=article,
        by=by,
        places={"content": [(start, start + 6)], "source": [(0, 9)], "cue": [(10, 14)]},
    )

    [record] = exported(tmp_path)

    assert [words(record, a["content"]) for a in record["attributions"]][1] == ["bridge"]


def test_a_correction_that_was_taken_back_is_no_example(article, by, tmp_path):
    start = TEXT.index("the old bridge")
    row = correct_bounds(
        claim=claim_of(article, 1), by=by, places={"content": [(start, start + 22)]}
    ).correction
    undo_correction(correction=row, by=by)

    assert exported(tmp_path, all=True) == []


def test_one_workspace_can_be_asked_for(article, by, tmp_path):
    go_through(article, by)
    other = make_workspace("Elsewhere")

    assert len(exported(tmp_path, workspace=article.workspace.slug)) == 1
    assert exported(tmp_path, workspace=other.slug) == []


def test_errors_say_what_to_do(workspace, tmp_path):
    with pytest.raises(CommandError, match=f"Known are: {workspace.slug}"):
        call_command("export_corrections", tmp_path / "x.jsonl", workspace="nobody")
    with pytest.raises(CommandError, match="Name a file in a folder that exists"):
        call_command("export_corrections", tmp_path / "missing" / "x.jsonl")
