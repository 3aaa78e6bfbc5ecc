"""Reading from a cue how it takes what it passes on."""

from claims.nlp.types import Attribution, AttributionForm, Modality, Stance

_STANCES = {
    "assertive": Stance.ENDORSES,
    "factive": Stance.ENDORSES,
    "distancing": Stance.DOUBTS,
}
"""Classes of cues, as the languages' lexicons give them; any other class only reports."""


def stance_of(attribution: Attribution) -> Stance:
    """Return the stance of an attribution's cue: confirmed endorses, said reports, claimed doubts."""
    impersonal = attribution.form is AttributionForm.IMPERSONAL
    if impersonal and attribution.modality is Modality.ALLEGED:
        return Stance.DOUBTS
    return _STANCES.get(attribution.cue_class, Stance.REPORTS)
