"""Finding outlets between a source and the article."""

import pytest

from claims.nlp.components.relays import RelayFinder
from claims.nlp.types import Attribution, AttributionForm, Document, Modality, QuoteKind, Span


def relays(
    text: str, *, content: str, cue: str, source: str, language: str = "en"
) -> tuple[list[str], list[str]]:
    def spans(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    said = Attribution(
        content=spans(content),
        cue=spans(cue),
        source=spans(source),
        quote=QuoteKind.INDIRECT,
        form=AttributionForm.CLAUSE,
        cue_key=cue,
        cue_class="neutral",
        modality=Modality.ASSERTED,
    )
    document = Document(
        text=text,
        language=language,
        outlet="Lakeside Echo",
        sentences=(Span(0, len(text)),),
        attributions=(said,),
    )
    (found,) = RelayFinder()(document).attributions
    return [s.text(text) for s in found.source], [s.text(text) for s in found.relays]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param("the Lakewire news agency", ["the Lakewire news agency"], id="agency"),
        pytest.param("Radio 24", ["Radio 24"], id="radio"),
        pytest.param("Lakeside Echo", [], id="this-outlet"),
        pytest.param("reporters", [], id="reporters"),
        pytest.param("the council", [], id="body"),
    ],
)
def test_only_another_outlet_that_is_told_relays(told: str, expected: list[str]):
    text = f"The pier is safe, Nora Field told {told}."

    assert relays(text, content="The pier is safe", cue="told", source="Nora Field") == (
        ["Nora Field"],
        expected,
    )


def test_whom_an_outlet_cites_is_the_source():
    text = "Citing a harbour pilot, Lakewire reported that the pier had been closed."

    found = relays(text, content="the pier had been closed", cue="reported", source="Lakewire")

    assert found == (["a harbour pilot"], ["Lakewire"])


def test_an_arabic_addressee_relays():
    text = "قال سامر الحلو لوكالة الضفة إن الرصيف آمن."

    _, found = relays(text, content="الرصيف آمن", cue="قال", source="سامر الحلو", language="ar")

    assert found == ["لوكالة الضفة"]
