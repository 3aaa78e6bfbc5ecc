"""Who speaks: outlets, organisations, persons, documents, accounts, anonymous descriptors at an outlet."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from workbench.accounts.models import WorkspaceScoped


class Source(WorkspaceScoped):
    """Somebody or something that claims go back to. An anonymous one always stands at an outlet.

    `owner` names the company, body or newsroom that an outlet belongs to, as people entered it: outlets of
    one owner are not taken for independent. `merged_into` is the source whose record this one counts for,
    because people found it to be that source under a second name; that one is merged into no other.
    """

    class Kind(models.TextChoices):
        """What the source is; the engine's `SourceKind` in the database."""

        OUTLET = "outlet", _("Outlet")
        ORGANISATION = "organisation", _("Organisation")
        PERSON = "person", _("Person")
        DOCUMENT = "document", _("Document")
        ACCOUNT = "account", _("Account")
        ANONYMOUS = "anonymous", _("Anonymous")

    kind = models.CharField(max_length=16, choices=Kind.choices)
    name = models.CharField(max_length=300)
    language = models.CharField(max_length=8, blank=True)
    country = models.CharField(max_length=2, blank=True)
    website = models.URLField(max_length=500, blank=True)
    owner = models.CharField(max_length=300, blank=True)
    outlet = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="anonymous_sources"
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_sources"
    )

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=["outlet", "organisation", "person", "document", "account", "anonymous"]
                ),
                name="source_kind_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="anonymous") | models.Q(outlet__isnull=True),
                name="only_anonymous_sources_stand_at_an_outlet",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="anonymous") | models.Q(outlet__isnull=False),
                name="an_anonymous_source_stands_at_an_outlet",
            ),
        ]
        indexes = [models.Index(fields=["workspace", "kind", "name"], name="sources_by_name")]

    def __str__(self) -> str:
        return self.name


class SourceAlias(WorkspaceScoped):
    """A spelling of a source's name, in any script, with the keys it is found by (`sources.naming.keys`).

    `key` is the folded one, by which articles find the source. `scope` is the outlet's identifier for
    anonymous descriptors and empty for all others, so that "a security source" at two outlets is two
    sources. `hidden` are the invisible characters it was met with, and `added_by` who added it, as the log
    names people; empty for names that articles brought.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)
    romanised = models.CharField(max_length=300, blank=True)
    skeleton = models.CharField(max_length=300, blank=True)
    look = models.CharField(max_length=300, blank=True)
    scope = models.CharField(max_length=36, blank=True)
    hidden = models.CharField(max_length=80, blank=True)
    added_by = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "scope", "key"], name="one_source_per_folded_name_and_scope"
            ),
        ]
        indexes = [
            models.Index(fields=["workspace", "look"], name="aliases_by_look"),
            models.Index(fields=["workspace", "romanised"], name="aliases_by_sound"),
        ]

    def __str__(self) -> str:
        return self.name
