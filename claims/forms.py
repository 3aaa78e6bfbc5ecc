"""What people type into the pages of claims, checked as far as a form can check it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from claims.models import Actor, Claim, Correction, Place, Story
from claims.models.names import NAME_LENGTH
from sources.models import Outcome, Source

ADDRESSES_AT_ONCE = 50
"""Addresses that one form takes: a morning's reading list, not a crawl."""


class PasteForm(forms.Form):
    """An article's words, with what is known of it."""

    text = forms.CharField(
        label=_("Text of the article"),
        strip=False,
        error_messages={"required": _("Paste the words of the article here.")},
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto", "autofocus": True}),
    )
    title = forms.CharField(
        label=_("Headline"), required=False, max_length=500, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    outlet = forms.CharField(
        label=_("Outlet"),
        required=False,
        max_length=300,
        help_text=_("Who published it. Without a name the chain begins at an unnamed outlet."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    published_on = forms.DateField(
        label=_("Published on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    url = forms.CharField(
        label=_("Address"),
        required=False,
        max_length=2000,
        widget=forms.URLInput(attrs={"dir": "ltr", "placeholder": "https://"}),
    )


class ManyFilesInput(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several uploaded files as one value."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """Return every file, each checked as one file is."""
        files = data if isinstance(data, list | tuple) else [data]
        return [super(ManyFilesField, self).clean(file, initial) for file in files or [None]]


class FilesForm(forms.Form):
    """Article files, and the outlet that they came from."""

    uploads = ManyFilesField(
        label=_("Files"),
        help_text=_("One or several .txt, .html or .json files."),
        error_messages={"required": _("Choose at least one file.")},
        widget=ManyFilesInput(attrs={"accept": ".txt,.html,.htm,.json", "multiple": True}),
    )
    outlet = forms.CharField(
        label=_("Outlet"),
        required=False,
        max_length=300,
        help_text=_("Used where a file does not name its own."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )


class AddressForm(forms.Form):
    """Addresses of articles to fetch, one on each line."""

    addresses = forms.CharField(
        label=_("Addresses"),
        help_text=_("One on each line. The page is fetched once, and its text is kept."),
        error_messages={"required": _("Give the address of an article.")},
        widget=forms.Textarea(attrs={"rows": 4, "dir": "ltr", "placeholder": "https://"}),
    )

    def clean_addresses(self) -> list[str]:
        """Return the addresses without blanks and doubles, in their order."""
        lines = [line.strip() for line in self.cleaned_data["addresses"].splitlines()]
        addresses = list(dict.fromkeys(line for line in lines if line))
        if len(addresses) > ADDRESSES_AT_ONCE:
            raise forms.ValidationError(
                _("Give at most %(limit)d addresses at once."), params={"limit": ADDRESSES_AT_ONCE}
            )
        return addresses


class VerdictForm(forms.Form):
    """What a person found a claim to be worth, and why."""

    rating = forms.ChoiceField(
        label=_("Verdict"),
        choices=Outcome.Rating.choices,
        error_messages={"required": _("Choose a verdict.")},
        widget=forms.RadioSelect,
    )
    reasoning = forms.CharField(
        label=_("Reasons"),
        help_text=_("What you found, and where. At least one sentence; it is shown with the verdict."),
        error_messages={"required": _("Write at least one sentence that says what you found, and where.")},
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
    evidence_url = forms.URLField(
        label=_("Address of the evidence"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"dir": "ltr", "placeholder": "https://"}),
    )
    selection = forms.ChoiceField(
        label=_("Why this claim was checked"),
        choices=Outcome.Selection.choices,
        required=False,
        help_text=_("Only claims that chance drew count as random audits."),
    )


class WithdrawalForm(forms.Form):
    """Why a verdict, or a report, is withdrawn."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("What became known, and where. At least one sentence; it stays on record."),
        error_messages={"required": _("Write at least one sentence that says what became known.")},
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


class StoryDescriptionForm(forms.Form):
    """What a story is about, and where."""

    topic = forms.ChoiceField(
        label=_("Topic"), required=False, choices=[("", _("Not set")), *Story.Topic.choices]
    )
    region = forms.CharField(
        label=_("Country"),
        required=False,
        max_length=2,
        help_text=_("Two letters (ISO 3166-1), such as SY or LB."),
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )


class PlacesField(forms.CharField):
    """Words of an article, one stretch on each line; the view finds where they stand."""

    def __init__(self, **more: Any) -> None:
        rows = more.pop("rows", 2)
        widget = forms.Textarea(attrs={"rows": rows, "dir": "auto", "spellcheck": "false"})
        super().__init__(required=False, max_length=20_000, widget=widget, **more)


class BoundsForm(forms.Form):
    """Where the parts of a claim stand, told by their words."""

    content = PlacesField(
        label=_("Content"), rows=3, help_text=_("What is claimed. Each stretch on its own line.")
    )
    source = PlacesField(label=_("Source"), help_text=_("The words that name who says it, even “he”."))
    cue = PlacesField(label=_("Cue"), help_text=_("The words that attribute: said, according to."))


class FactsForm(forms.Form):
    """Who makes a claim, and what is done with it."""

    name = forms.CharField(
        label=_("Originator"),
        required=False,
        max_length=300,
        help_text=_("Who says it in the end. Without a name the chain ends at the last outlet."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    kind = forms.ChoiceField(label=_("What it is"), choices=Source.Kind.choices)
    anonymity = forms.ChoiceField(
        label=_("Without a name"),
        required=False,
        choices=[("", _("Named in the text")), *Claim.Anonymity.choices],
    )
    modality = forms.ChoiceField(label=_("Modality"), choices=Claim.Modality.choices)
    note = forms.CharField(
        label=_("Note"), required=False, max_length=2000, widget=forms.TextInput(attrs={"dir": "auto"})
    )


class RejectionForm(forms.Form):
    """Why something is no claim."""

    reason = forms.ChoiceField(
        label=_("Why it is no claim"), choices=Correction.Reason.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Note"), required=False, max_length=2000, widget=forms.TextInput(attrs={"dir": "auto"})
    )


class MissedForm(BoundsForm):
    """A claim that the engine missed: its words, and what they leave open."""

    name = forms.CharField(
        label=_("Originator"),
        required=False,
        max_length=300,
        help_text=_("Who says it in the end, where the source's words do not name it: whom “he” means."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    kind = forms.ChoiceField(
        label=_("What it is"), required=False, choices=[("", _("As the words say")), *Source.Kind.choices]
    )
    modality = forms.ChoiceField(
        label=_("Modality"), required=False, choices=Claim.Modality.choices, initial=Claim.Modality.ASSERTED
    )


class RenameStoryForm(forms.Form):
    """What a story is called."""

    title = forms.CharField(
        label=_("Name of the story"),
        max_length=500,
        error_messages={"required": _("Write what the event is, in a few words.")},
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )


class SplitStoryForm(forms.Form):
    """Where articles go that are taken out of a story; which ones, the page lists."""

    into = forms.ChoiceField(label=_("Move them to"), required=False)
    title = forms.CharField(
        label=_("Name of the new story"),
        required=False,
        max_length=500,
        help_text=_("Without a name it is called like its first article."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def __init__(self, *args: Any, others: Sequence[Story], **more: Any) -> None:
        super().__init__(*args, **more)
        self.stories = {str(story.pk): story for story in others}
        choices = [("", _("A new story")), *((pk, story.title) for pk, story in self.stories.items())]
        self.fields["into"].choices = choices  # type: ignore[attr-defined]

    def clean_into(self) -> Story | None:
        """Return the story that was chosen; None for a new one."""
        return self.stories.get(self.cleaned_data["into"])


def _name_field(label: Any, *, required: bool = True) -> forms.CharField:
    """Return a field for a name in whatever script."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={"required": _("Write the name.")},
    )


class NameForm(forms.Form):
    """One more name."""

    name = _name_field(_("Another name"))


class _NewEntryForm(forms.Form):
    """The names of something that is missing: the usual one, and the one in the other script."""

    name = _name_field(_("Usual name"))
    other = _name_field(_("Name in the other script"), required=False)

    @property
    def names(self) -> list[str]:
        """Return the names that were given."""
        return [name for name in (self.cleaned_data["name"], self.cleaned_data["other"]) if name]


class PlaceForm(_NewEntryForm):
    """A place that is missing."""

    kind = forms.ChoiceField(label=_("What it is"), choices=Place.Kind.choices[1:], initial=Place.Kind.CITY)


class ActorForm(_NewEntryForm):
    """An actor that is missing."""

    kind = forms.ChoiceField(label=_("What it is"), choices=Actor.Kind.choices)
