"""Queues for the records of sources, which somebody waits for, and for the night, which nobody does."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="job",
            name="queue",
            field=models.CharField(
                choices=[
                    ("interactive", "Interactive"),
                    ("bulk", "Bulk"),
                    ("sources", "Records of sources"),
                    ("nightly", "Nightly"),
                ],
                default="interactive",
                max_length=16,
            ),
        ),
    ]
