"""Keep the text that each event's hash was made of."""

import json

from django.db import migrations, models

LET = "ALTER TABLE audit_event DISABLE TRIGGER events_are_append_only"
REFUSE = "ALTER TABLE audit_event ENABLE TRIGGER events_are_append_only"
BATCH = 1000


def fill(apps, schema_editor):  # noqa: ANN001, ANN201
    """Write the text as `record_event` made it when it made the hash. What was altered since will not verify."""
    events = apps.get_model("audit", "Event").objects
    batch = []
    for event in events.order_by("workspace_id", "number").iterator(chunk_size=BATCH):
        facts = {
            "n": event.number,
            "workspace": str(event.workspace_id),
            "at": event.recorded_at.isoformat(),
            "actor": event.actor,
            "action": event.action,
            "kind": event.object_kind,
            "id": str(event.object_id) if event.object_id else None,
            "payload": event.payload,
        }
        event.canonical = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        batch.append(event)
        if len(batch) == BATCH:
            events.bulk_update(batch, ["canonical"])
            batch = []
    events.bulk_update(batch, ["canonical"])


class Migration(migrations.Migration):
    """The hashed text beside its columns."""

    dependencies = [("audit", "0002_append_only")]

    operations = [
        migrations.AddField("event", "canonical", models.TextField(default=""), preserve_default=False),
        migrations.RunSQL(LET, REFUSE),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunSQL(REFUSE, LET),
        migrations.AddIndex(
            "event", models.Index(fields=["workspace", "action", "-number"], name="events_by_action")
        ),
    ]
