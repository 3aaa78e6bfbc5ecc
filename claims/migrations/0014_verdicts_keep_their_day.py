"""Let each verdict say of which day it is, so that one that is said again keeps the day of the first."""

import django.utils.timezone
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models.functions import TruncDate


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the day, where the newsroom is, on which each was recorded."""
    verdicts = apps.get_model("claims", "Verdict").objects.using(schema_editor.connection.alias)
    verdicts.update(settled_on=TruncDate("created_at"))


class Migration(migrations.Migration):
    """The day of a verdict."""

    dependencies = [("claims", "0013_reviews_are_by_others")]

    operations = [
        migrations.AddField("verdict", "settled_on", models.DateField(null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            "verdict", "settled_on", models.DateField(default=django.utils.timezone.localdate)
        ),
    ]
