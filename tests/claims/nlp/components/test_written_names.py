"""A source in a language without word lists is called what the text calls it."""

from claims.nlp.components.written_names import AS_WRITTEN, SourceNamer
from claims.nlp.types import Document, Hop, Origin, SourceKind, Span
from tests.tagged_texts import reading

TEXT = "Die Fähre liegt fest, sagte die\nHafenmeisterin Lena Borg."
SOURCE = (TEXT.index("die\n"), len(TEXT) - 1)
CUE = (TEXT.index("sagte"), TEXT.index("sagte") + 5)


def origins(*attributions) -> tuple[Origin, ...]:
    return SourceNamer()(Document(text=TEXT, language="und", attributions=attributions)).origins


def test_the_words_of_the_source_are_its_name_on_one_line():
    (origin,) = origins(reading((0, 20), CUE, SOURCE))

    assert origin.speaker == Hop(
        name="die Hafenmeisterin Lena Borg",
        kind=SourceKind.PERSON,
        span=Span(*SOURCE),
        cue="sagte",
        reason=AS_WRITTEN,
    )


def test_nobody_is_named_where_no_source_is_written():
    assert origins(reading((0, 20), CUE)) == (Origin(speaker=None),)


def test_there_is_an_origin_for_each_attribution_in_their_order():
    found = origins(reading((0, 9)), reading((0, 20), CUE, SOURCE))

    assert [origin.speaker is not None for origin in found] == [False, True]
