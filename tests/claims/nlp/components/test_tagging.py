"""What the network reads becomes attributions over the characters of the article."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.nlp.components.tagging import Tagging, characters, cue_entry, trimmed
from claims.nlp.lexicon import load_language
from claims.nlp.pipeline import read_page
from claims.nlp.tagger.decoding import Settings, Tagged, decode
from claims.nlp.tagger.pieces import read_pieces
from claims.nlp.types import (
    Attribution,
    AttributionForm,
    Document,
    Modality,
    QuoteKind,
    Span,
    Voice,
    joined_text,
)
from tests.tagged_texts import WordTagger, forced, heads, tagged, word_pieces

LETTERS = ".CcQqSs"
PLAIN, QUOTED = "the bridge is shut", "“The bridge is shut”"


def read(text: str, *known: Tagged, language: str = "en", title: str = "") -> tuple[Attribution, ...]:
    page = read_page(Document(text=text, language=language, title=title))
    return Tagging(WordTagger(*known))(page).read_by_tagger


def told(text: str, *known: Tagged, language: str = "en") -> list[tuple[str, str, str]]:
    return [
        (joined_text(a.content, text), joined_text(a.cue, text), joined_text(a.source, text))
        for a in read(text, *known, language=language)
    ]


def test_runs_of_pieces_are_the_characters_of_the_text():
    text = "The mayor of Tarfa said on Monday that the bridge would stay shut."

    found = told(text, tagged(text, "the bridge would stay shut", "said", "The mayor of Tarfa"))

    assert found == [("the bridge would stay shut", "said", "The mayor of Tarfa")]


def test_a_split_content_stays_split():
    text = "The bridge, the mayor said, would stay shut."

    (found,) = read(text, tagged(text, ["The bridge", "would stay shut"], "said", "the mayor"))

    assert [span.text(text) for span in found.content] == ["The bridge", "would stay shut"]


@pytest.mark.parametrize(
    ("language", "text", "part", "expected"),
    [
        pytest.param("en", "They said unbelievable things", "believ", "unbelievable", id="english-both-ways"),
        pytest.param("en", "Nora said", "ora", "Nora", id="english-backwards"),
        pytest.param("ar", "وقالت نورا", "قال", "قالت", id="arabic-keeps-a-beginning-inside-a-word"),
        pytest.param("ar", "ولِلمُديرِ رأي", "لِلمُ", "لِلمُديرِ", id="arabic-with-vowel-marks"),
        pytest.param("en", "the café’s owner", "caf", "café", id="an-accented-letter"),
        pytest.param("en", "the cafe\u0301 owner", "cafe", "cafe\u0301", id="an-accent-of-its-own"),
        pytest.param("en", "the cafe\u0301s owner", "s", "cafe\u0301s", id="back-over-an-accent"),
        pytest.param("und", "die Hafenmeisterin", "meister", "Hafenmeisterin", id="no-word-lists"),
    ],
)
def test_a_run_grows_to_whole_words(language, text, part, expected):
    pieces = word_pieces(text)
    start = text.index(part)
    pieces.starts[0], pieces.ends[0] = start, start + len(part)

    span = characters(text, load_language(language), pieces, ("content", 0, 1))

    assert span.text(text) == expected


@pytest.mark.parametrize("part", ["cue", "source"])
def test_a_part_that_is_only_a_paragraph_break_is_none(part):
    text = "The mayor said\n\nthe bridge is shut"
    broken = word_pieces(text).breaks.tolist().index(True)
    known = replace(tagged(text, PLAIN, "said", "The mayor"), **{part: (part, broken, broken + 1)})

    (found,) = read(text, known)

    assert getattr(found, part) == ()


def test_a_source_does_not_take_the_paragraph_break_behind_it():
    text = "said the mayor\n\nThe bridge is shut"
    known = replace(tagged(text, "The bridge is shut", "said"), source=("source", 1, 4))

    (found,) = read(text, known)

    assert joined_text(found.source, text) == "the mayor"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We stay.”", "We stay", id="enclosing-marks"),
        pytest.param('"We stay,"', "We stay", id="straight-marks"),
        pytest.param("«سنبقى»،", "سنبقى", id="guillemets"),
        pytest.param("“We stay", "We stay", id="a-mark-that-lost-its-half"),
        pytest.param("we “stay” here", "we “stay” here", id="marks-inside"),
        pytest.param("“stay” here", "“stay” here", id="a-pair-at-the-start"),
        pytest.param("“stay” and “go”", "“stay” and “go”", id="two-pairs"),
        pytest.param(" – we stay –.\n", "we stay", id="loose-punctuation"),
        pytest.param("we stay\u00a0.", "we stay", id="a-space-that-does-not-break"),
        pytest.param("is it shut?", "is it shut?", id="a-question"),
        pytest.param("“…”", "", id="nothing-left"),
    ],
)
def test_a_content_has_no_loose_ends(text, expected):
    assert trimmed(text, Span(0, len(text))).text(text) == expected


@given(st.text(alphabet='ab “”"«».,\n', max_size=20))
def test_trimming_twice_trims_no_more(text):
    once = trimmed(text, Span(0, len(text)))

    assert 0 <= once.start <= once.end <= len(text)
    assert trimmed(text, once) == once


@pytest.mark.parametrize(
    ("language", "text", "content", "expected"),
    [
        pytest.param("en", "He said that it fell", "that it fell", "it fell", id="that"),
        pytest.param("en", "He said that", "that", "that", id="that-alone"),
        pytest.param("ar", "قال إن الجسر مغلق", "إن الجسر مغلق", "الجسر مغلق", id="inna"),
        pytest.param("ar", "قال إنّ الجسر مغلق", "إنّ الجسر مغلق", "الجسر مغلق", id="inna-with-its-mark"),
        pytest.param("ar", "طالب بإغلاق الجسر", "بإغلاق الجسر", "إغلاق الجسر", id="preposition"),
        pytest.param("ar", "طالب بِإغلاق الجسر", "بِإغلاق الجسر", "إغلاق الجسر", id="with-its-vowel"),
        pytest.param("ar", "قال بيان البلدية", "بيان البلدية", "بيان البلدية", id="no-preposition"),
    ],
)
def test_a_content_begins_behind_its_opener(language, text, content, expected):
    ((found, _, _),) = told(text, tagged(text, content, text.split()[0]), language=language)

    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "cue", "key"),
    [
        pytest.param("en", "Nora said it fell", "said", "say", id="said"),
        pytest.param("en", "Nora also said it fell", "also said", "say", id="behind-another-word"),
        pytest.param("ar", "قال سامر", "قال", "قال", id="arabic"),
        pytest.param("ar", "وقالت نورا", "وقالت", "قال", id="with-a-conjunction"),
        pytest.param("ar", "فقال سامر", "فقال", "قال", id="with-another-conjunction"),
        pytest.param("ar", "قَالَ سامر", "قَالَ", "قال", id="with-vowel-marks"),
        pytest.param("en", "Nora deadpanned", "deadpanned", "", id="unknown"),
        pytest.param("en", "Nora", "", "", id="no-cue"),
    ],
)
def test_a_cue_is_found_in_the_lexicon(language, text, cue, key):
    spans = (Span(text.index(cue), text.index(cue) + len(cue)),) if cue else ()

    assert cue_entry(text, load_language(language), spans).key == key


FORMS = [
    pytest.param("en", f"Nora said {PLAIN}.", PLAIN, "said", "Nora", AttributionForm.CLAUSE, id="clause"),
    pytest.param(
        "en", f"{QUOTED}, Nora said.", QUOTED, "said", "Nora", AttributionForm.DIRECT_QUOTE, id="direct-quote"
    ),
    pytest.param(
        "en", f"According to Nora, {PLAIN}.", PLAIN, "According to", "Nora", AttributionForm.ACCORDING_TO,
        id="according-to",
    ),
    pytest.param("en", f"{QUOTED}.", QUOTED, "", "", AttributionForm.FLOATING_QUOTE, id="floating"),
    pytest.param(
        "en", f"Reportedly, {PLAIN}.", PLAIN, "Reportedly", "", AttributionForm.IMPERSONAL, id="impersonal"
    ),
    pytest.param(
        "ar", "قالت نورا إن الجسر مغلق.", "الجسر مغلق", "قالت", "نورا", AttributionForm.CLAUSE,
        id="arabic-clause",
    ),
    pytest.param(
        "ar", "نفت نورا إغلاق الجسر.", "إغلاق الجسر", "نفت", "نورا", AttributionForm.NOMINAL,
        id="arabic-nominal",
    ),
    pytest.param(
        "ar", "بحسب نورا، الجسر مغلق.", "الجسر مغلق", "بحسب", "نورا", AttributionForm.ACCORDING_TO,
        id="arabic-according-to",
    ),
    pytest.param(
        "ar", "وتابعت نورا مضيفة أن الجسر مغلق.", "الجسر مغلق", "مضيفة", "نورا", AttributionForm.PARTICIPLE,
        id="arabic-participle",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "content", "cue", "source", "form"), FORMS)
def test_the_construction_is_told_by_the_parts(language, text, content, cue, source, form):
    (found,) = read(text, tagged(text, content, cue, source), language=language)

    assert found.form is form


def test_what_stands_in_the_title_is_a_headline():
    text = "Mayor: bridge shut\n\nNobody was hurt, and the ferry sails."

    (found,) = read(text, tagged(text, "bridge shut", ":", "Mayor"), title="Mayor: bridge shut")

    assert found.form is AttributionForm.HEADLINE


def test_what_stands_outside_title_and_body_is_left_out():
    text = (
        "Bridge shut\n\nBy Nora Field\n\nThe mayor said the bridge is shut.\n\nRead also: The ferry is late"
    )
    boilerplate, body = (
        tagged(text, "The ferry is late"),
        tagged(text, "the bridge is shut", "said", "The mayor"),
    )

    assert len(read(text, boilerplate, body, title="Bridge shut")) == 1


def test_quotation_and_modality_are_told():
    text = "“The bridge is shut”, denied Nora."
    known = tagged(
        text, "The bridge is shut", "denied", "Nora", modality={Modality.DENIED: 0.7, Modality.ASSERTED: 0.3}
    )

    (found,) = read(text, known)

    assert (found.quote, found.modality) == (QuoteKind.DIRECT, Modality.DENIED)


def test_without_a_modality_it_is_the_lexicons():
    text = "Nora denied the bridge is shut"

    (found,) = read(text, tagged(text, "the bridge is shut", "denied", "Nora", modality={}))

    assert found.modality is Modality.DENIED


def test_each_reading_carries_its_vote():
    text = "Nora said the bridge is shut."

    (found,) = read(text, tagged(text, PLAIN, "said", "Nora", content_chance=0.8, link_chance=0.5, level=1))

    (vote,) = found.votes
    assert (vote.voice, vote.content, vote.cue, vote.source) == (
        Voice.TAGGER,
        found.content,
        found.cue,
        found.source,
    )
    assert vote.score == 0.4
    assert vote.chances == {
        "content": 0.8,
        "cue": 0.9,
        "link": 0.5,
        "source": 0.9,
        "modality": 1.0,
        "level": 1,
    }


def test_a_content_that_is_nothing_but_marks_is_left_out():
    text = "Nora said “…” and left"

    assert read(text, tagged(text, "“…”", "said", "Nora")) == ()


@given(
    text=st.text(
        st.one_of(st.sampled_from('ab \n.,“”"قال وإنبَ\u0301'), st.characters(codec="utf-8")), max_size=60
    ),
    language=st.sampled_from(["en", "ar", "und"]),
    seed=st.randoms(use_true_random=False),
)
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_tagged_lies_inside_the_text(text, language, seed, tokenizer):
    pieces = read_pieces(text, tokenizer)
    outer = "".join(seed.choice(LETTERS) for _ in range(len(pieces)))
    known = decode(pieces, forced(outer), heads(), Settings(loose=True))

    for found in read_with(text, language, known, tokenizer):
        assert found.content
        for span in (*found.content, *found.cue, *found.source):
            assert 0 <= span.start < span.end <= len(text)
            assert span.text(text) == span.text(text).strip()


def read_with(text: str, language: str, known: list[Tagged], tokenizer) -> tuple[Attribution, ...]:
    """Return what a tagger that reads these over the real pieces gives."""

    class PieceTagger(WordTagger):
        def __call__(self, text: str, *, broad: bool = False):
            return read_pieces(text, tokenizer), self.known

    return Tagging(PieceTagger(*known))(read_page(Document(text=text, language=language))).read_by_tagger
