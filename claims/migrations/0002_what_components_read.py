"""What the components read at a claim, how likely it is right, and its wording for readers without the article."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("claims", "0001_initial"),
        ("sources", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="anonymity",
            field=models.CharField(
                blank=True,
                choices=[
                    ("person", "Person"),
                    ("official", "Official"),
                    ("institution", "Institution"),
                    ("document", "Document"),
                    ("collective", "Group"),
                    ("unknown", "Unknown"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="factors",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="claim",
            name="fills",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="claim",
            name="probability",
            field=models.FloatField(null=True),
        ),
        migrations.AddField(
            model_name="claim",
            name="votes",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="claim",
            name="wording",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="hop",
            name="stance",
            field=models.CharField(
                blank=True,
                choices=[("reports", "Reports"), ("endorses", "Endorses"), ("doubts", "Keeps a distance")],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("probability__isnull", True),
                    models.Q(("probability__gte", 0.0), ("probability__lte", 1.0)),
                    _connector="OR",
                ),
                name="claim_probability_is_one",
            ),
        ),
    ]
