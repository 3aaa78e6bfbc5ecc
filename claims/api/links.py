"""HTTP face of what people decide on links: parse, call one service, render."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.serializers import LinkOut
from claims.models import Link, LinkDecision, Slot
from claims.selectors.exchange import readable_links
from claims.services.links import LinkKind, Terms, decide_link
from workbench.accounts.authentication import (
    HasScope,
    MayDecide,
    request_key,
    request_person,
    request_workspace,
)

STATES: Mapping[str, str] = {
    "confirm": Link.State.CONFIRMED,
    "retype": Link.State.CONFIRMED,
    "reject": Link.State.REJECTED,
    "undo": Link.State.PROPOSED,
}


class LinkDecisionOut(serializers.ModelSerializer[LinkDecision]):
    """A decision on a link: from what, to what, why, and whether it was taken back."""

    by = serializers.SerializerMethodField()

    class Meta:
        model = LinkDecision
        fields = [
            "id",
            "created_at",
            "from_state",
            "from_relation",
            "from_slot",
            "to_state",
            "to_relation",
            "to_slot",
            "reason",
            "by",
            "undone_at",
        ]

    def get_by(self, row: LinkDecision) -> str | None:
        """Return the person's name; null for a newsroom system."""
        return row.by.get_username() if row.by else None


class LinkDecisionIn(serializers.Serializer[Any]):
    """What to decide on a link; `relation` and `slot` are for `retype`, and one of them is needed then.

    `seen` is the state that the decision rests on: 409 where the link stands otherwise by now.
    """

    decision = serializers.ChoiceField(choices=list(STATES))
    relation = serializers.ChoiceField(choices=Link.Relation.choices, required=False)
    slot = serializers.ChoiceField(choices=Slot.Kind.choices, required=False, allow_blank=True)
    reason = serializers.CharField(required=False, allow_blank=True, max_length=2000, default="")
    seen = serializers.ChoiceField(choices=Link.State.choices, required=False, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse a type where none is changed, a change without a type, and unknown fields."""
        unknown = sorted(set(self.initial_data) - set(self.fields))
        if unknown:
            raise serializers.ValidationError(
                dict.fromkeys(unknown, "This field is not known. Leave it out.")
            )
        given = [name for name in ("relation", "slot") if name in attrs]
        if attrs["decision"] == "retype" and not given:
            raise serializers.ValidationError({"relation": "Send the relation or the slot to change to."})
        if attrs["decision"] != "retype" and given:
            raise serializers.ValidationError(dict.fromkeys(given, "Only a retype changes this."))
        return attrs


class ReadOrDecide(BasePermission):
    """Reading needs `read`, deciding needs `decide`."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Tell whether the key's scopes or the person's role allow the method."""
        rule = HasScope() if request.method in SAFE_METHODS else MayDecide()
        return rule.has_permission(request, view)


class LinkDecisions(APIView):
    """`/api/v1/links/{id}/decisions`."""

    permission_classes = (ReadOrDecide,)

    @extend_schema(responses=LinkDecisionOut(many=True))
    def get(self, request: Request, pk: UUID) -> Response:
        """Return what people decided on the link and on other readings of its pair, the newest first."""
        link = get_object_or_404(readable_links(request_workspace(request)), pk=pk)
        return Response(LinkDecisionOut(_decisions_on(link), many=True).data)

    @extend_schema(request=LinkDecisionIn, responses=LinkOut)
    def post(self, request: Request, pk: UUID) -> Response:
        """Confirm, reject or retype a link, or undo the latest decision; answers the link as it is now.

        409 with the code `decided_meanwhile` where the link is not in the state `seen` any
        more; 422 for a slot where the relation lies in none.
        """
        link = get_object_or_404(readable_links(request_workspace(request)), pk=pk)
        body = LinkDecisionIn(data=request.data)
        body.is_valid(raise_exception=True)
        given = body.validated_data
        retyped = given["decision"] == "retype"
        decided = decide_link(
            link=link,
            user=request_person(request),
            state=STATES[given["decision"]],
            kind=LinkKind(given.get("relation", ""), given.get("slot")) if retyped else None,
            terms=Terms(reason=given["reason"], key=request_key(request), seen=given["seen"]),
        )
        return Response(LinkOut(decided).data)


def _decisions_on(link: Link) -> QuerySet[LinkDecision]:
    rows = LinkDecision.objects.filter(workspace=link.workspace_id, pair=link.pair).exclude(pair="")
    return rows.select_related("by")
