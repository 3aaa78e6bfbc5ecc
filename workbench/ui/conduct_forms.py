"""What people fill in beside a source's record."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from sources.models import Practice, Reply
from sources.models.criteria import IDENTITY, PROFESSION, Criterion
from sources.reliability.practices import WEIGHTS

LONGEST = 4000
STEPS = (Reply.Step.ASKED, Reply.Step.ANSWERED, Reply.Step.APPEALED)


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class EntryForm(forms.Form):
    """A form that stands on a page with others: its fields' identifiers begin with its name."""

    name = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{self.name}-%s")
        super().__init__(*args, **kwargs)


def _grouped_criteria() -> list[tuple[Any, list[tuple[str, Any]]]]:
    words = dict(Criterion.choices)
    groups = (
        (_("Nine criteria with weights"), WEIGHTS),
        (_("Identity and transparency (JTI)"), IDENTITY),
        (_("Professionalism and accountability (JTI)"), PROFESSION),
    )
    return [(title, [(code, words[code]) for code in codes]) for title, codes in groups]


class PracticeForm(EntryForm):
    """Whether a criterion is met, and where that can be seen."""

    name = "practice"

    criterion = forms.ChoiceField(label=_("Criterion"), choices=_grouped_criteria)
    standing = forms.ChoiceField(
        label=_("Judged"),
        choices=Practice.Standing.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether it is met.")},
    )
    evidence = forms.URLField(
        label=_("Where it can be seen"), required=False, max_length=500, assume_scheme="https"
    )
    note = forms.CharField(
        label=_("Note"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2})
    )


class ReplyForm(EntryForm):
    """A step of the right of reply."""

    name = "reply"

    step = forms.ChoiceField(
        label=_("What happened"),
        choices=[(step.value, step.label) for step in STEPS],
        initial=Reply.Step.ASKED,
    )
    happened_on = _day(_("On which day"))
    way = forms.ChoiceField(
        label=_("How it was asked"), required=False, choices=[("", "—"), *Reply.Way.choices]
    )
    text = forms.CharField(
        label=_("What was written or said"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=_("Without addresses or telephone numbers of people."),
    )


class DecisionForm(EntryForm):
    """What became of an appeal."""

    name = "decision"

    about = forms.UUIDField(widget=forms.HiddenInput)
    ruling = forms.ChoiceField(label=_("Decision"), choices=Reply.Ruling.choices)
    happened_on = _day(_("Decided on"))
    text = forms.CharField(
        label=_("Reasons"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )


class ErratumForm(EntryForm):
    """A correction that the source published itself."""

    name = "erratum"

    error_messages = {"claim": _("Choose one of the source's claims.")}

    def __init__(self, *args: Any, claims: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = {str(pk): text for pk, text in claims}
        choices = [("", "—"), *((pk, Truncator(text).chars(100)) for pk, text in self.texts.items())]
        refused = dict.fromkeys(("required", "invalid_choice"), self.error_messages["claim"])
        self.fields["claim"] = forms.ChoiceField(
            label=_("Which claim it corrected"), choices=choices, error_messages=refused
        )
        self.fields["corrected_on"] = _day(_("Corrected on"))
        self.fields["address"] = forms.URLField(
            label=_("Where the correction can be read"), max_length=500, assume_scheme="https"
        )
        self.fields["note"] = forms.CharField(label=_("Note"), required=False, max_length=LONGEST)
