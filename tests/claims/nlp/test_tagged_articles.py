"""The attribution engine with a tagger: both read, the vote decides, and other languages are read too."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.nlp.components.tagging import TextTagger
from claims.nlp.components.voting import AGREED, ONLY_RULES, ONLY_TAGGER
from claims.nlp.components.written_names import AS_WRITTEN
from claims.nlp.pipeline import (
    NO_WORDS,
    analyse_article,
    attribution_pipeline,
    read_attributions,
    unlisted_pipeline,
)
from claims.nlp.tagger.decoding import Settings, decode
from claims.nlp.tagger.pieces import read_pieces
from claims.nlp.tagger.reader import TaggerReader
from claims.nlp.types import Claim, Document, SourceKind, Voice, joined_text
from tests.tagged_texts import WordTagger, forced, heads, tagged

SAID = "The harbour master, Nora Field, said the pier would stay closed until Friday."
UNHEARD = "The pier would stay closed until Friday, deadpanned the harbour master."
PIER = "the pier would stay closed until Friday"
GERMAN = (
    "Hafen von Tarfa gesperrt\n\n"
    "Die Fähre liege seit Montag fest, sagte die Hafenmeisterin Lena Borg. Niemand wurde verletzt."
)
LIES_FAST = "Die Fähre liege seit Montag fest"
ARABIC = "قالت مديرة الميناء نورا الحقل يوم الاثنين إن العبارة ستبقى في الميناء حتى يوم الجمعة."


def analyse(text: str, tagger: TextTagger | None = None, language: str = "en") -> Document:
    return analyse_article(Document(text=text, language=language, outlet="Lakeside Echo"), tagger)


def attributed(document: Document) -> list[Claim]:
    return [claim for claim in document.claims if not claim.narrated]


def told(claim: Claim, text: str) -> tuple[str, str]:
    """Return the content and the originator of a claim."""
    return joined_text(claim.content, text), claim.chain[-1].name


def test_what_both_read_is_one_claim_with_a_probability():
    document = analyse(SAID, WordTagger(tagged(SAID, PIER, "said", "Nora Field")))

    (claim,) = attributed(document)
    assert told(claim, SAID) == (PIER, "Nora Field")
    assert AGREED in claim.reasons
    assert [vote.voice for vote in claim.votes] == [Voice.RULES, Voice.TAGGER]
    assert 0 < claim.probability < 1


def test_without_a_tagger_the_rules_stand_and_no_probability_is_given():
    (claim,) = attributed(analyse(SAID))

    assert told(claim, SAID) == (PIER, "Nora Field")
    assert claim.probability is None
    assert [vote.voice for vote in claim.votes] == [Voice.RULES]


def test_agreement_is_likelier_than_the_rules_alone():
    both = analyse(SAID, WordTagger(tagged(SAID, PIER, "said", "Nora Field")))
    alone = analyse(SAID, WordTagger())

    (agreed,) = attributed(both)
    assert all(claim.probability < agreed.probability for claim in attributed(alone))
    assert all(ONLY_RULES in claim.reasons for claim in attributed(alone))


def test_what_the_rules_do_not_know_is_read_by_the_tagger():
    knows = tagged(UNHEARD, "The pier would stay closed until Friday", "deadpanned", "the harbour master")

    assert attributed(analyse(UNHEARD)) == []
    (claim,) = attributed(analyse(UNHEARD, WordTagger(knows)))

    assert told(claim, UNHEARD) == ("The pier would stay closed until Friday", "the harbour master")
    assert ONLY_TAGGER in claim.reasons


def test_a_language_without_words_is_read_by_the_tagger_and_says_so():
    knows = tagged(GERMAN, LIES_FAST, "sagte", "die Hafenmeisterin Lena Borg")

    document = analyse(GERMAN, WordTagger(knows), "de")

    (claim,) = attributed(document)
    assert document.language == "de"
    assert told(claim, GERMAN) == (LIES_FAST, "die Hafenmeisterin Lena Borg")
    assert claim.reasons == (NO_WORDS, ONLY_TAGGER, AS_WRITTEN)
    assert claim.chain[-1].kind is SourceKind.PERSON
    assert claim.probability is None


@pytest.mark.parametrize("build", [attribution_pipeline, unlisted_pipeline])
def test_a_pipeline_is_built_once_a_tagger(build):
    one, other = WordTagger(), WordTagger()

    assert build(one) is build(one)
    assert build(one) is not build(other)
    assert build() is build()


def test_the_tagger_alone_is_read_without_the_rules():
    tagger = WordTagger(tagged(UNHEARD, "The pier would stay closed until Friday", "deadpanned"))

    (found,) = read_attributions(Document(text=UNHEARD, language="en"), tagger)

    assert found.votes[0].voice is Voice.TAGGER


def test_attitudes_are_read_only_where_the_broad_definition_is_asked_for():
    text = "Nora Field hopes to reopen the pier."
    tagger = WordTagger(broadly=[tagged(text, "to reopen the pier", "hopes", "Nora Field")])
    document = Document(text=text, language="en")

    assert read_attributions(document, tagger) == ()
    assert len(read_attributions(document, tagger, broad=True)) == 1


def test_the_tagger_alone_reads_a_language_without_words():
    knows = tagged(GERMAN, LIES_FAST, "sagte", "die Hafenmeisterin Lena Borg")

    (found,) = read_attributions(Document(text=GERMAN, language="de"), WordTagger(knows))

    assert joined_text(found.source, GERMAN) == "die Hafenmeisterin Lena Borg"


@pytest.mark.parametrize(
    ("language", "text", "content", "speaker"),
    [
        pytest.param("en", SAID, PIER, "Nora Field", id="english"),
        pytest.param("ar", ARABIC, "العبارة ستبقى في الميناء حتى يوم الجمعة", "نورا الحقل", id="arabic"),
        pytest.param("de", GERMAN, LIES_FAST, "die Hafenmeisterin Lena Borg", id="german"),
    ],
)
def test_the_committed_tagger_finds_content_and_source(
    language, text, content, speaker, tagger: TaggerReader
):
    (claim,) = attributed(analyse(text, tagger, language))

    assert told(claim, text) == (content, speaker)


@pytest.mark.parametrize(("language", "text"), [("en", SAID), ("ar", ARABIC), ("de", GERMAN)])
def test_an_article_read_twice_gives_the_same_claims(language, text, tagger: TaggerReader):
    assert analyse(text, tagger, language) == analyse(text, tagger, language)


class Babbler:
    """A tagger that labels the real pieces of a text at random, by its seed."""

    version = "babble-1"

    def __init__(self, seed, tokenizer) -> None:
        self.seed, self.tokenizer = seed, tokenizer

    def __call__(self, text: str, *, broad: bool = False):
        pieces = read_pieces(text, self.tokenizer)
        outer, inner = ("".join(self.seed.choice(".CcQqSs") for _ in range(len(pieces))) for _ in range(2))
        return pieces, decode(pieces, forced(outer, inner), heads(), Settings(loose=True))


ANY_WORDS = st.sampled_from(
    [
        "said",
        "that",
        "Nora",
        "the mayor",
        "“",
        "”",
        ".",
        ",",
        "\n\n",
        "قال",
        "إن",
        "وأضاف",
        "بيان",
        "«",
        "»",
        "َ",
        "fell",
    ]
)


@given(
    words=st.lists(ANY_WORDS | st.text(max_size=5), max_size=30),
    language=st.sampled_from(["en", "ar", "de"]),
    seed=st.randoms(use_true_random=False),
)
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_with_anything_tagged_gives_claims_inside_it(words, language, seed, tokenizer):
    text = " ".join(words)

    document = analyse(text, Babbler(seed, tokenizer), language)

    for number, claim in enumerate(document.claims):
        assert claim.content
        assert claim.chain
        assert claim.parent != number
        assert claim.probability is None or 0 <= claim.probability <= 1
        for span in (*claim.content, *claim.cue, *claim.source):
            assert 0 <= span.start < span.end <= len(text)
