"""What people fill in on the pages that belong to no domain."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from claims import engine
from claims.selectors.weights import ShownWeight
from workbench.accounts.attempts import forget_failures, is_paused, note_failure
from workbench.accounts.models import Membership, Role, Scope, User
from workbench.audit.doors import note_failed_login


class LoginForm(AuthenticationForm):
    """Name and password; after too many failures it asks for a pause."""

    error_messages = {
        "invalid_login": _(
            "This name and password do not go together. Check both; capital letters matter in the password."
        ),
        "inactive": _("This login is closed. Ask an administrator of your workspace to open it again."),
        "paused": _("Too many wrong passwords. Wait a quarter of an hour, then try again."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Login name")
        self.fields["password"].label = _("Password")

    def clean(self) -> dict[str, Any]:
        """Let the person in, or say why not."""
        tried = {"username": str(self.cleaned_data.get("username", "")), "address": self._address}
        if is_paused(**tried):
            raise ValidationError(self.error_messages["paused"], code="paused")
        try:
            cleaned = super().clean()
        except ValidationError:
            note_failure(**tried)
            note_failed_login(**tried)
            raise
        forget_failures(**tried)
        return cleaned

    def confirm_login_allowed(self, user: Any) -> None:
        """Keep out whoever has no place in any workspace any more."""
        super().confirm_login_allowed(user)
        if not Membership.objects.filter(user=user.pk, ended_at=None).exists():
            raise ValidationError(self.error_messages["inactive"], code="inactive")

    @property
    def _address(self) -> str:
        return self.request.META.get("REMOTE_ADDR", "") if self.request else ""


class AppearanceForm(forms.Form):
    """How a person likes the pages."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("en", "English"), ("ar", "العربية")],
        help_text=_("Pages follow its direction. What was written in another language stays as it was."),
    )
    theme = forms.ChoiceField(label=_("Colours"), choices=User.Theme.choices, widget=forms.RadioSelect)
    shortcuts = forms.BooleanField(label=_("Keyboard shortcuts"), required=False)

    def clean_language(self) -> str:
        """Return a language that the pages are written in."""
        language: str = self.cleaned_data["language"]
        if language not in dict(settings.LANGUAGES):
            raise ValidationError(_("The pages are not written in this language."))
        return language


class PasswordForm(forms.Form):
    """A person's own new password."""

    present = forms.CharField(
        label=_("Present password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "dir": "ltr"}),
    )
    password = forms.CharField(
        label=_("New password"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "dir": "ltr"}),
        help_text=_("At least 12 characters. Longer is better than stranger."),
    )


class MemberForm(forms.Form):
    """A new person: login name and role; the password is made by chance."""

    username = forms.CharField(
        label=_("Login name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "dir": "auto"}),
        help_text=_("Letters and digits without spaces. Everybody in the workspace sees it."),
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=Role.choices,
        initial=Role.FACT_CHECKER,
        help_text=_(
            "Fact-checkers and editors record and confirm verdicts. "
            "Editors and administrators manage people and keys."
        ),
    )


class WorthForm(forms.Form):
    """What each factor of worth counts, from -1 (speaks against a check) to 1 (speaks for one)."""

    error_messages = {"range": _("Give a number from -1 to 1.")}

    def __init__(self, *args: Any, weights: Sequence[ShownWeight], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        base, slope = engine.worth_curve()
        self.curve = {"base": base, "slope": slope}
        for weight in weights:
            self.fields[weight.name] = forms.FloatField(
                label=weight.word,
                help_text=weight.meaning,
                min_value=-1.0,
                max_value=1.0,
                initial=weight.points,
                widget=forms.NumberInput(
                    attrs={
                        "step": "0.05",
                        "dir": "ltr",
                        "data-weight": weight.name,
                        "data-default": weight.default,
                    }
                ),
                error_messages=dict.fromkeys(
                    ("required", "invalid", "min_value", "max_value"), self.error_messages["range"]
                ),
            )


class ApiKeyForm(forms.Form):
    """A new key for a newsroom system."""

    name = forms.CharField(
        label=_("What the key is for"),
        max_length=120,
        help_text=_("For example the name of the system that will use it."),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it opens"),
        choices=Scope.choices,
        initial=[Scope.READ],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing that the key opens.")},
    )
    expires_on = forms.DateField(
        label=_("Expires on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Without a date the key works until it is revoked."),
    )
