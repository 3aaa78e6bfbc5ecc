"""Links that were there before keep what the machine proposed: nobody could change it until now."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, Func, JSONField


def keep_proposals(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    texts = Func(F("a_text"), F("b_text"), function="jsonb_build_array", output_field=JSONField())
    apps.get_model("claims", "Link").objects.update(
        proposed_relation=F("relation"), proposed_slot=F("slot"), proposed_texts=texts
    )


class Migration(migrations.Migration):
    dependencies = [("claims", "0008_link_decisions")]

    operations = [migrations.RunPython(keep_proposals, migrations.RunPython.noop)]
