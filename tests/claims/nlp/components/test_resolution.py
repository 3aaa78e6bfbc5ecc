"""Resolving pronouns, dropped subjects and descriptions."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from claims.nlp.components.resolution import SourceResolver
from claims.nlp.types import (
    Attribution,
    AttributionForm,
    Document,
    Hop,
    Modality,
    QuoteKind,
    SourceKind,
    Span,
)

Part = tuple[str, str, str]
"""Source, cue and content of one attribution, as they stand in the text."""


def span_of(text: str, words: str, start: int = 0) -> tuple[Span, ...]:
    at = text.index(words, start)
    return (Span(at, at + len(words)),) if words else ()


def marked(text: str, parts: Sequence[Part]) -> list[Attribution]:
    """Return attributions that stand in text order."""
    attributions, at = [], 0
    for source, cue, content in parts:
        found = span_of(text, content, at)
        attributions.append(
            Attribution(
                content=found,
                cue=span_of(text, cue, at),
                source=span_of(text, source, at) if source else (),
                quote=QuoteKind.INDIRECT,
                form=AttributionForm.CLAUSE,
                cue_key=cue,
                cue_class="neutral",
                modality=Modality.ASSERTED,
            )
        )
        at = found[0].end
    return attributions


def resolve(text: str, parts: Sequence[Part], *, language: str = "en") -> list[Hop | None]:
    """Resolve attributions that are read in text order."""
    attributions = marked(text, parts)
    ends = [i + 1 for i, c in enumerate(text) if c in ".\n"]
    starts = [0, *ends]
    sentences = tuple(Span(s, e) for s, e in zip(starts, ends, strict=False) if text[s:e].strip())
    document = Document(text=text, language=language, sentences=sentences, attributions=tuple(attributions))
    return [origin.speaker for origin in SourceResolver()(document).origins]


def last_name(text: str, parts: Sequence[Part], *, language: str = "en") -> str:
    hop = resolve(text, parts, language=language)[-1]
    assert hop is not None
    return hop.name


@pytest.mark.parametrize(
    ("text", "parts", "name"),
    [
        pytest.param(
            "Mayor Nora Field said the pier was safe. She added that it was new.",
            [("Mayor Nora Field", "said", "the pier was safe"), ("She", "added", "it was new")],
            "Nora Field",
            id="she",
        ),
        pytest.param(
            "The harbour union said the pier was safe. It added that it was new.",
            [("The harbour union", "said", "the pier was safe"), ("It", "added", "it was new")],
            "The harbour union",
            id="it",
        ),
        pytest.param(
            "Nora Field, a lawyer for the union, filed the papers. The pier, the lawyer said, was safe.",
            [("the lawyer", "said", "was safe")],
            "Nora Field",
            id="description-of-somebody-named-before",
        ),
        pytest.param(
            "The harbour commander called for calm. Talks were led by the harbour commander (Samir Haddad).",
            [("The harbour commander", "called for", "calm")],
            "Samir Haddad",
            id="description-of-somebody-named-later",
        ),
        pytest.param(
            "Samir Haddad said the pier was safe. Haddad denied a leak.",
            [("Samir Haddad", "said", "the pier was safe"), ("Haddad", "denied", "a leak")],
            "Samir Haddad",
            id="family-name",
        ),
        pytest.param(
            "The Lake Guard said the pier was safe. The statement added that it was new.",
            [("The Lake Guard", "said", "the pier was safe"), ("The statement", "added", "it was new")],
            "Lake Guard",
            id="statement",
        ),
        pytest.param(
            "A source in the port said the pier was safe. The same source added that it was new.",
            [
                ("A source in the port", "said", "the pier was safe"),
                ("The same source", "added", "it was new"),
            ],
            "A source in the port",
            id="same-source",
        ),
        pytest.param(
            "A monitor said the pier was safe. The Lake Observatory for Ferries said it was old.",
            [("A monitor", "said", "the pier was safe")],
            "Lake Observatory for Ferries",
            id="organisation-named-later",
        ),
        pytest.param(
            "The Lake Guard Council (LGC) met. The LGC said the pier was safe.",
            [("The LGC", "said", "the pier was safe")],
            "Lake Guard Council",
            id="acronym-introduced-in-the-text",
        ),
        pytest.param(
            "The Inland Ferry Board met. IFB said the pier was safe.",
            [("The Inland Ferry Board", "met", "."), ("IFB", "said", "the pier was safe")],
            "Inland Ferry Board",
            id="acronym-of-a-name",
        ),
        pytest.param(
            "Omar Nasser said the pier was safe. His rival, Adam Field, was less sure. He asked for a count.",
            [("Omar Nasser", "said", "the pier was safe"), ("He", "asked for", "a count")],
            "Adam Field",
            id="pronoun-for-whom-the-narration-named",
        ),
        pytest.param(
            "Omar Nasser said Adam Field had left. He asked for a count.",
            [("Omar Nasser", "said", "Adam Field had left"), ("He", "asked for", "a count")],
            "Omar Nasser",
            id="pronoun-not-for-whom-a-speaker-named",
        ),
        pytest.param(
            "Brightwater told customers it was safe. The company said the pier was old.",
            [("Brightwater", "told", "it was safe"), ("The company", "said", "the pier was old")],
            "Brightwater",
            id="organisation-whose-name-does-not-say-so",
        ),
        pytest.param(
            "Nora Field, a lawyer, left. The Lake Alliance said it was safe. It was new, she said.",
            [("The Lake Alliance", "said", "it was safe"), ("she", "said", "It was new")],
            "Nora Field",
            id="she-is-no-organisation",
        ),
        pytest.param(
            "A broker said it was safe. The Lake Guard shut the pier. It threatened a strike.",
            [("A broker", "said", "it was safe"), ("It", "threatened", "a strike")],
            "Lake Guard",
            id="it-is-the-body-named-just-before",
        ),
        pytest.param(
            "A source in the ministry said it was safe. The ministry called this idle.",
            [("A source in the ministry", "said", "it was safe"), ("The ministry", "called", "idle")],
            "The ministry",
            id="a-body-is-not-its-source",
        ),
        pytest.param(
            "Lakeside's water minister threatened a ban. The minister, Adam Field, met the press.",
            [("Lakeside's water minister", "threatened", "a ban")],
            "Adam Field",
            id="office-in-the-lead-named-later",
        ),
        pytest.param(
            "The governor, Adam Field, had left. His office said the pier was safe.",
            [("His office", "said", "the pier was safe")],
            "Adam Field's office",
            id="what-somebody-has-under-the-name-of-the-owner",
        ),
        pytest.param(
            "A spokesman for the guard, who goes by the name of Abu Reed, said it was safe.",
            [("A spokesman for the guard", "said", "it was safe")],
            "Abu Reed",
            id="name-given-behind-the-source",
        ),
        pytest.param(
            "A monitor said it was safe. A monitor said it was old. The Lake Observatory for Ferries agreed.",
            [("A monitor", "said", "it was safe"), ("A monitor", "said", "it was old")],
            "Lake Observatory for Ferries",
            id="organisation-named-after-two-descriptions",
        ),
        pytest.param(
            "An inspection report from 1990 said it was safe. The report added that it was new.",
            [
                ("An inspection report from 1990", "said", "it was safe"),
                ("The report", "added", "it was new"),
            ],
            "An inspection report from 1990",
            id="document-cited-again",
        ),
    ],
)
def test_an_english_mention_is_resolved(text: str, parts: list[Part], name: str):
    assert last_name(text, parts) == name


@pytest.mark.parametrize(
    ("text", "parts", "name"),
    [
        pytest.param(
            "قال مدير الميناء سامر الحلو إن الرصيف آمن. وأضاف أن العبارة جديدة.",
            [("مدير الميناء سامر الحلو", "قال", "الرصيف آمن"), ("", "وأضاف", "العبارة جديدة")],
            "سامر الحلو",
            id="dropped-subject",
        ),
        pytest.param(
            "قالت وزيرة النقل سلمى الخوري إن الرصيف آمن. وأكد المسؤول ذاته. وأضافت أن العبارة جديدة.",
            [("وزيرة النقل سلمى الخوري", "قالت", "الرصيف آمن"), ("", "وأضافت", "العبارة جديدة")],
            "سلمى الخوري",
            id="dropped-feminine-subject",
        ),
        pytest.param(
            "قال موقع «ضفة البحيرة» إن الرصيف آمن. وأكد الموقع أن العبارة جديدة.",
            [("موقع «ضفة البحيرة»", "قال", "الرصيف آمن"), ("الموقع", "وأكد", "العبارة جديدة")],
            "ضفة البحيرة",
            id="outlet",
        ),
        pytest.param(
            "قال نقيب الصيادين سامر الحلو إن الرصيف آمن. وأكد المسؤول النقابي أن العبارة جديدة.",
            [("نقيب الصيادين سامر الحلو", "قال", "الرصيف آمن"), ("المسؤول النقابي", "وأكد", "العبارة جديدة")],
            "سامر الحلو",
            id="general-description",
        ),
        pytest.param(
            "قال مصدر ملاحي إن الرصيف آمن. وأكد المصدر ذاته أن العبارة جديدة.",
            [("مصدر ملاحي", "قال", "الرصيف آمن"), ("المصدر ذاته", "وأكد", "العبارة جديدة")],
            "مصدر ملاحي",
            id="same-source",
        ),
        pytest.param(
            "زار أحمد الحلو الميناء. وقال الحلو إن الرصيف آمن.",
            [("الحلو", "وقال", "الرصيف آمن")],
            "أحمد الحلو",
            id="family-name",
        ),
        pytest.param(
            "زار الميناء النائب كرنيل الحلبي. وقال الحلبي إن الرصيف آمن.",
            [("الحلبي", "وقال", "الرصيف آمن")],
            "كرنيل الحلبي",
            id="family-name-after-an-unknown-first-name",
        ),
        pytest.param(
            "ترأس سامر الحلو رئيس البلدية الجلسة. وأكد رئيس البلدية أن الرصيف آمن.",
            [("رئيس البلدية", "وأكد", "الرصيف آمن")],
            "سامر الحلو",
            id="office-after-a-name",
        ),
        pytest.param(
            "التقى الوزير سامر الحلو المحافظ نزار الشامي. وأكد الأخير أن الرصيف آمن.",
            [("الأخير", "وأكد", "الرصيف آمن")],
            "نزار الشامي",
            id="the-latter",
        ),
        pytest.param(
            "أنشأت شركة «مراسي» الرصيف. وقالت الشركة إن الرصيف آمن.",
            [("الشركة", "وقالت", "الرصيف آمن")],
            "مراسي",
            id="company-introduced-in-quotation-marks",
        ),
    ],
)
def test_an_arabic_mention_is_resolved(text: str, parts: list[Part], name: str):
    assert last_name(text, parts, language="ar") == name


def test_a_pronoun_does_not_cross_a_new_speaker():
    text = "Samir Haddad said it was safe. Omar Nasser said it was not. He asked for a count."
    parts = [
        ("Samir Haddad", "said", "it was safe"),
        ("Omar Nasser", "said", "it was not"),
        ("He", "asked for", "a count"),
    ]

    assert last_name(text, parts) == "Omar Nasser"


def test_a_masculine_verb_has_no_feminine_subject():
    text = "قال سامر الحلو إن الرصيف آمن. قالت سلمى الخوري إنه قديم. وأضاف أن العبارة جديدة."
    attributions = [
        replace(attribution, cue_key=key)
        for attribution, key in zip(
            marked(
                text,
                [
                    ("سامر الحلو", "قال", "الرصيف آمن"),
                    ("سلمى الخوري", "قالت", "قديم"),
                    ("", "وأضاف", "العبارة جديدة"),
                ],
            ),
            ("قال", "قال", "اضاف"),
            strict=True,
        )
    ]
    document = Document(text=text, language="ar", attributions=tuple(attributions))

    speaker = SourceResolver()(document).origins[-1].speaker

    assert speaker is not None
    assert speaker.name == "سامر الحلو"


def test_another_ministry_is_another_speaker():
    text = "The Health Ministry said it was safe. The industry ministry said it was not."
    parts = [("The Health Ministry", "said", "it was safe"), ("The industry ministry", "said", "it was not")]

    assert last_name(text, parts) == "The industry ministry"


def test_a_resolved_hop_says_why():
    text = "Mayor Nora Field said the pier was safe. She added that it was new."
    parts = [("Mayor Nora Field", "said", "the pier was safe"), ("She", "added", "it was new")]

    first, second = resolve(text, parts)

    assert first is not None
    assert second is not None
    assert not first.inferred
    assert second.inferred
    assert second.reason == "“She” is Nora Field"


def test_an_unresolved_official_is_anonymous():
    text = "Nobody came. The official said that the pier was safe."

    (hop,) = resolve(text, [("The official", "said", "the pier was safe")])

    assert hop is not None
    assert hop.kind is SourceKind.ANONYMOUS


def test_an_impersonal_cue_has_no_speaker():
    text = "It was reported that the pier was safe."
    attribution = Attribution(
        content=span_of(text, "the pier was safe"),
        cue=span_of(text, "It was reported"),
        source=(),
        quote=QuoteKind.INDIRECT,
        form=AttributionForm.IMPERSONAL,
        cue_key="impersonal",
        cue_class="impersonal",
        modality=Modality.ASSERTED,
    )
    document = Document(text=text, language="en", attributions=(attribution,))

    (origin,) = SourceResolver()(document).origins

    assert origin.speaker is None


@pytest.mark.parametrize(
    ("text", "source", "cue", "speaks"),
    [
        ("He is rumoured to own the pier.", "He", "is rumoured", False),
        ("They are said to own the pier.", "", "are said", False),
        ("Adam Field has said to own the pier.", "Adam Field", "has said", True),
    ],
)
def test_whoever_is_only_spoken_of_says_nothing(text: str, source: str, cue: str, speaks: bool):
    (hop,) = resolve(text, [(source, cue, "own the pier")])

    assert (hop is not None) is speaks


def test_a_headline_s_description_is_worded_as_in_the_text():
    text = "Municipality denies sale\nThe municipality of Lower Reed denied that the pier was sold."
    attributions = marked(
        text,
        [
            ("Municipality", "denies", "sale"),
            ("The municipality of Lower Reed", "denied", "the pier was sold"),
        ],
    )
    body = Span(text.index("\n") + 1, len(text))
    document = Document(text=text, language="en", sentences=(body,), attributions=tuple(attributions))

    headline, _ = SourceResolver()(document).origins

    assert headline.speaker is not None
    assert headline.speaker.name == "The municipality of Lower Reed"
