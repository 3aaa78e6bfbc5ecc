"""Anchors: signed notes of where a log stood, in the database and in a file, so that a cut tail is found."""

import json
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from workbench.accounts.models import Workspace
from workbench.audit import verifier
from workbench.audit.keys import anchor_key
from workbench.audit.models import Anchor, Event, EventChain


def anchors_file(workspace: Workspace) -> Path:
    """Return the file in the state folder to which the workspace's anchors are added, one a line."""
    return Path(settings.STATE_DIR) / "anchors" / f"{workspace.pk}.jsonl"


def anchor_log(workspace: Workspace) -> Anchor | None:
    """Sign where the log stands and keep that; None where nothing happened since the last anchor.

    The row is kept before the line: where the file cannot be written, its `OSError` says so and the database
    is anchored all the same. Whoever wants to find a log that was written anew keeps copies of the file.
    """
    with transaction.atomic():
        chain = EventChain.objects.select_for_update().filter(workspace=workspace).first()
        last = Anchor.objects.filter(workspace=workspace).order_by("length").last()
        since = last.length if last else 0
        if chain is None or chain.length <= since:
            return None
        row = _signed(workspace, chain, since)
        row.save(force_insert=True)
    _add_line(row)
    return row


def as_noted(row: Anchor) -> verifier.Anchor:
    """Return a stored anchor as the verifier knows it."""
    return verifier.Anchor(
        workspace=str(row.workspace_id),
        length=row.length,
        head=row.head,
        since=row.since,
        marks=row.marks,
        at=row.anchored_at.isoformat(),
        key=row.key,
        signature=row.signature,
    )


def _signed(workspace: Workspace, chain: EventChain, since: int) -> Anchor:
    key = anchor_key()
    fresh = Event.objects.filter(workspace=workspace, number__gt=since, number__lte=chain.length)
    hashes = fresh.order_by("number").values_list("hash", flat=True)
    row = Anchor(
        workspace=workspace,
        length=chain.length,
        head=chain.head,
        since=since,
        marks="".join(digest[: verifier.MARK] for digest in hashes),
        anchored_at=timezone.now(),
        key=verifier.key_name(key),
    )
    row.signature = verifier.signature_of(as_noted(row).signed, key)
    return row


def _add_line(row: Anchor) -> None:
    path = anchors_file(row.workspace)
    path.parent.mkdir(parents=True, exist_ok=True)
    note = as_noted(row)
    line = {name: getattr(note, name) for name in note.__slots__}
    with path.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(line, sort_keys=True) + "\n")
