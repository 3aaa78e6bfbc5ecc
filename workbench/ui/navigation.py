"""The places of the workbench, and the keys that go there: one table for the links and the shortcut sheet."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.selectors.triage import COUNTED_TO, waiting_count
from workbench.accounts.middleware import current_membership
from workbench.core.as_of import page_as_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry of the navigation.

    `second` entries move into "More" on a narrow screen; `dated` ones show grades, and keep the day that
    the reader looks from.
    """

    name: str
    word: str | Promise
    icon: str
    key: str = ""
    second: bool = False
    dated: bool = False

    @property
    def letter(self) -> str:
        """Return the letter printed on the key that follows G."""
        return self.key.removeprefix("Key")


PLACES = (
    Place(name="ui:inbox", word=_("Inbox"), icon="inbox", key="KeyI"),
    Place(name="claims:stories", word=_("Stories"), icon="layers", key="KeyS", dated=True),
    Place(
        name="claims:review_links",
        word=pgettext_lazy("navigation", "Links"),
        icon="git-compare",
        key="KeyL",
        second=True,
    ),
    Place(name="claims:articles", word=_("Articles"), icon="newspaper", key="KeyA", second=True),
    Place(name="sources:list", word=_("Sources"), icon="users", key="KeyO", second=True, dated=True),
    Place(name="sources:alarms", word=_("Alarms"), icon="bell", second=True),
    Place(name="ui:search", word=_("Search"), icon="search", key="KeyF", dated=True),
    Place(
        name="ui:jobs",
        word=pgettext_lazy("background work", "Jobs"),
        icon="list-checks",
        key="KeyJ",
        second=True,
    ),
    Place(name="claims:add", word=_("Add article"), icon="plus", key="KeyN"),
    Place(name="ui:settings", word=_("Settings"), icon="settings", key="KeyT", second=True),
)


@dataclass(frozen=True, slots=True)
class Destination:
    """A place with its address, and whether the reader is there."""

    place: Place
    url: str
    current: bool
    count: int = 0

    @property
    def shown_count(self) -> str:
        """Return how many things wait there, as far as they are counted; nothing for none."""
        return f"{COUNTED_TO - 1}+" if self.count >= COUNTED_TO else str(self.count or "")


def destinations(request: HttpRequest, *, may_add_articles: bool) -> list[Destination]:
    """Return the places that exist and that the reader may use, in their order."""
    match = request.resolver_match
    kept = page_as_of(request).query
    found = []
    for place in PLACES:
        if place.name == "claims:add" and not may_add_articles:
            continue
        try:
            url = reverse(place.name) + (kept if place.dated else "")
        except NoReverseMatch:
            continue
        current = match is not None and match.view_name == place.name
        found.append(Destination(place, url, current, _waiting(request, place)))
    return found


def _waiting(request: HttpRequest, place: Place) -> int:
    """Return how many pairs of claims wait for a decision, for the place where they are decided on."""
    if place.name != "claims:review_links":
        return 0
    membership = current_membership(request)
    return waiting_count(membership.workspace) if membership else 0
