"""What an originator does with a content is read from cue and content together."""

import pytest

from claims.nlp.types import Modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param(
            "The ferry is expected to dock on Friday, the pilot said.", Modality.PREDICTED, id="expected-to"
        ),
        pytest.param(
            "The head of the port is likely to resign, two clerks said.", Modality.PREDICTED, id="likely-to"
        ),
        pytest.param(
            "The bank announced a pay rise from next month.",
            Modality.PREDICTED,
            id="announced-for-a-time-to-come",
        ),
        pytest.param(
            "“I said we would repair it and the pump runs,” she said.",
            Modality.ASSERTED,
            id="future-of-the-past",
        ),
        pytest.param("Inspectors said the valve had failed.", Modality.ASSERTED, id="past"),
        pytest.param(
            "حذر مدير المستشفى من نفاد الأدوية خلال يومين.", Modality.PREDICTED, id="arabic-warning-of"
        ),
        pytest.param("حذر مدير المستشفى من أن الأدوية نفدت.", Modality.ASSERTED, id="arabic-warning-that"),
        pytest.param(
            "ورجح الخبير أن تتجاوز الإصابات المئة.", Modality.PREDICTED, id="arabic-thinks-likely-to"
        ),
        pytest.param(
            "ورجح الخبير أن يكون الحريق متعمدا.", Modality.ASSERTED, id="arabic-thinks-likely-to-be"
        ),
        pytest.param(
            "أعلنت البلدية إغلاق الجسر اعتبارا من الأحد المقبل.",
            Modality.PREDICTED,
            id="arabic-announced-for-a-time",
        ),
        pytest.param(
            "من المقرر أن يزور الوزير الميناء غدا، وفقا لمصدر حكومي.",
            Modality.PREDICTED,
            id="arabic-planned-source-trails",
        ),
        pytest.param(
            "قال الحارس إن العاصفة بدأت بعد ساعتين.", Modality.ASSERTED, id="arabic-hours-are-no-future"
        ),
    ],
)
def test_forecasts_are_told_from_statements(read, text, modality):
    (attribution,) = read(text)

    assert attribution.modality is modality
