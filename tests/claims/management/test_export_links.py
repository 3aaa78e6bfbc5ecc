"""Links that people decided on leave as training pairs, which the training reads back."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.linking.types import Relation, SlotKind
from claims.services.links import LinkKind, Terms, decide_link
from claims.training.decided_links import read_decided_links
from tests.factories import make_article, make_claim, make_link, make_member, make_workspace

IN_ENGLISH = "Nine trucks crossed the pass, the customs office said."
IN_ARABIC = "قالت إدارة الجمارك إن سبع شاحنات عبرت الممر."


def make_pair(workspace, **fields):
    one = make_claim(
        make_article(workspace, IN_ENGLISH, title="At the pass"),
        "Nine trucks crossed the pass",
        chain=["The customs office"],
        slots=[("number", "Nine trucks")],
        cue="said",
    )
    other = make_claim(
        make_article(workspace, IN_ARABIC, outlet="الممر", language="ar", published_on=None),
        "سبع شاحنات عبرت الممر",
        modality="alleged",
    )
    return make_link(one, other, "conflicts", slot="number", features={"cosine": 0.75}, **fields)


@pytest.fixture
def target(tmp_path):
    return tmp_path / "links.jsonl"


def export(target, **options):
    said = StringIO()
    call_command("export_links", target, stdout=said, **options)
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()], said.getvalue()


def test_a_retyped_pair_is_read_back_with_what_the_machine_had_said(workspace, editor, target):
    link = make_pair(workspace)
    decide_link(link=link, user=editor, state="confirmed", kind=LinkKind("updates", "number"))

    export(target)
    [read] = read_decided_links(target)

    english = read.a if read.a.language == "en" else read.b
    assert (read.relation, read.slot, read.is_retyped, read.deciders) == ("updates", "number", True, 1)
    assert (read.proposal.relation, read.proposal.slot) == (Relation.CONFLICTS, SlotKind.NUMBER)
    assert (read.proposal.features, read.proposal.version) == ({"cosine": 0.75}, "test")
    assert (english.text, english.published_on, english.title) == (
        "Nine trucks crossed the pass",
        date(2026, 5, 4),
        "At the pass",
    )
    assert [hop.name for hop in english.chain] == ["Harbour Post", "The customs office"]
    assert [(slot.kind, slot.text) for slot in english.slots] == [("number", "Nine trucks")]
    assert english.cue == "said"
    assert read.articles == {str(link.a.article_id), str(link.b.article_id)}


def test_a_rejected_pair_is_an_example_of_no_relation(workspace, editor, target):
    decide_link(link=make_pair(workspace), user=editor, state="rejected")

    [record], said = export(target)
    [read] = read_decided_links(target)

    assert (record["state"], record["relation"], record["slot"]) == ("rejected", "conflicts", "number")
    assert (read.relation, read.slot, read.is_retyped) == (None, None, False)
    assert "0 confirmed, 1 rejected" in said


def test_nothing_tells_who_decided_or_what_they_wrote(workspace, editor, target):
    link, second = make_pair(workspace), make_member(workspace)
    decide_link(link=link, user=editor, state="rejected", terms=Terms(reason="Ask Rima of the desk."))
    decide_link(link=link, user=second, state="confirmed")

    [record], _ = export(target)
    text = target.read_text(encoding="utf-8")

    assert (record["deciders"], record["decisions"]) == (2, 2)
    for secret in ("Rima", editor.username, second.username, str(workspace.pk)):
        assert secret not in text


def test_what_nobody_decided_or_somebody_took_back_stays(workspace, editor, target):
    link = make_pair(workspace)
    decide_link(link=link, user=editor, state="confirmed")
    decide_link(link=link, user=editor, state="proposed")

    records, said = export(target)

    assert records == []
    assert "Nobody decided" in said


def test_a_pair_in_two_versions_is_one_example(workspace, editor, target):
    link = make_pair(workspace)
    english, other = (link.a, link.b) if link.a.language == "en" else (link.b, link.a)
    version = make_article(
        workspace, "Now: " + IN_ENGLISH, publication=english.article.publication, version=2
    )
    make_link(make_claim(version, "Nine trucks crossed the pass"), other, "conflicts", slot="number")
    decide_link(link=link, user=editor, state="confirmed")

    records, _ = export(target)

    assert len(records) == 1


def test_one_workspace_can_be_asked_for(workspace, editor, target):
    elsewhere = make_workspace("Other")
    decide_link(link=make_pair(workspace), user=editor, state="confirmed")
    decide_link(link=make_pair(elsewhere), user=make_member(elsewhere), state="rejected")

    records, _ = export(target, workspace=elsewhere.slug)

    assert [record["state"] for record in records] == ["rejected"]
    with pytest.raises(CommandError, match="no workspace 'nowhere'"):
        export(target, workspace="nowhere")


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"state": "proposed", "machine": {}}', '{"state": "confirmed"}']
)
def test_a_line_that_is_no_decided_link_is_named(target, line):
    target.write_text("\n" + line + "\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"links\.jsonl:2 is no decided link"):
        list(read_decided_links(target))
