"""Reading a language without word lists: quotations are somebody's words, and nobody can say whose."""

from dataclasses import replace

from claims.nlp.types import Attribution, AttributionForm, Document, Modality, Quote, QuoteKind

LEAST_WORDS = 4
"""Words from which a quoted run is speech; shorter ones are names, titles and borrowed words."""


class QuotationReader:
    """Writes `read_by_rules`: one for each quotation, without cue and source."""

    name = "quotations"
    reads = frozenset({"text", "quotes"})
    writes = frozenset({"read_by_rules"})

    def __call__(self, document: Document) -> Document:
        """Return `document` with an attribution for each outermost quotation long enough to be speech."""
        quotes = [q for q in document.quotes if len(q.inner.text(document.text).split()) >= LEAST_WORDS]
        outermost = [q for q in quotes if not any(o.inner.contains(q.outer) for o in quotes)]
        return replace(document, read_by_rules=tuple(_attribution(quote) for quote in outermost))


def _attribution(quote: Quote) -> Attribution:
    return Attribution(
        content=(quote.inner,),
        cue=(),
        source=(),
        quote=QuoteKind.DIRECT,
        form=AttributionForm.FLOATING_QUOTE,
        cue_key="",
        cue_class="",
        modality=Modality.ASSERTED,
    )
