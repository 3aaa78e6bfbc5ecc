"""Names of places and actors: the tables that come with the project, and what newsrooms add to them."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from workbench.accounts.models import User, Workspace, WorkspaceScoped
from workbench.core.identifiers import new_id

NAME_LENGTH = 200
"""Letters of the longest name; no name in the project's tables has half as many."""


class Listed(models.Model):
    """A row of a table that all workspaces share, or of one workspace's own.

    `names` are as written, the usual English one first and the usual Arabic one
    second; `keys` and `skeletons` are what they are found by. A workspace's own row
    is shown by the names that it began with, and found by what was added to it.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, null=True, related_name="+")
    names = ArrayField(models.CharField(max_length=NAME_LENGTH))
    keys = ArrayField(models.CharField(max_length=NAME_LENGTH), default=list)
    skeletons = ArrayField(models.CharField(max_length=NAME_LENGTH), default=list)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.names[0]


class Place(Listed):
    """A country, region, town, quarter or site. `region_id` and `country` say what contains it."""

    class Kind(models.TextChoices):
        """What a place is, from the widest to the narrowest."""

        COUNTRY = "country", _("Country")
        REGION = "region", _("Region")
        CITY = "city", _("Town or village")
        DISTRICT = "district", _("Quarter")
        SITE = "site", _("Site")

    identifier = models.CharField(max_length=60, primary_key=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    country = models.CharField(max_length=2, blank=True)
    region_id = models.CharField(max_length=60, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    population = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["country", "region", "city", "district", "site"]),
                name="place_kind_is_known",
            ),
        ]
        indexes = [GinIndex(fields=["keys"], name="places_by_name")]


class Actor(Listed):
    """An organisation, an office, an outlet, or a person whom newsrooms know under several names."""

    class Kind(models.TextChoices):
        """What an actor is."""

        ORGANISATION = "organisation", _("Organisation")
        OFFICE = "office", _("Office")
        OUTLET = "outlet", _("Outlet")
        PERSON = "person", _("Person")

    key = models.CharField(max_length=60, primary_key=True)
    kind = models.CharField(max_length=14, choices=Kind.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["organisation", "office", "outlet", "person"]),
                name="actor_kind_is_known",
            ),
        ]
        indexes = [GinIndex(fields=["keys"], name="actors_by_name")]


class AddedName(WorkspaceScoped):
    """A name that a person added. It is never changed: a change withdraws it and adds another."""

    name = models.CharField(max_length=NAME_LENGTH)
    key = models.CharField(max_length=NAME_LENGTH)
    skeleton = models.CharField(max_length=NAME_LENGTH, blank=True)
    added_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class PlaceName(AddedName):
    """One more name of a place, in one workspace."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="added")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "key"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="an_added_name_means_one_place",
            ),
        ]

    @property
    def subject(self) -> Place:
        """Return what is called so."""
        return self.place


class ActorAlias(AddedName):
    """One more name of an actor, in one workspace."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="added")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "key"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="an_added_alias_means_one_actor",
            ),
        ]

    @property
    def subject(self) -> Actor:
        """Return who is called so."""
        return self.actor


class NamesVersion(models.Model):
    """Tells when names changed: those of all (no workspace) or those that a workspace added.

    `version` is new after each change, so that every process notices; `table` says
    which of the project's tables was loaded last.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, null=True, related_name="+")
    version = models.UUIDField(default=new_id)
    table = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace"], nulls_distinct=False, name="one_version_of_names_a_workspace"
            ),
        ]

    def __str__(self) -> str:
        return str(self.version)
