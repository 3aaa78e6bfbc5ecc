"""Outcomes hold every fact that the log has of them; nightly estimates; scorecards by facet."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import workbench.core.identifiers

KEEP_CONFIRMED = """
UPDATE sources_outcome SET reviewer = 'unknown' WHERE second_reviewed;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("sources", "0002_source_owner"),
    ]

    operations = [
        migrations.CreateModel(
            name="Estimate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=workbench.core.identifiers.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("prior_mean", models.FloatField()),
                ("upheld", models.FloatField(default=0.0)),
                ("mass", models.FloatField(default=0.0)),
                ("skill", models.FloatField(default=0.0)),
            ],
            options={
                "ordering": ["recorded_at", "id"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="outcome",
            name="one_outcome_per_source_verdict_and_role",
        ),
        migrations.RemoveConstraint(
            model_name="scorecard",
            name="one_scorecard_per_moment",
        ),
        migrations.AddField(
            model_name="outcome",
            name="author",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name="outcome",
            name="claimed_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="outcome",
            name="corrected_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="outcome",
            name="descriptor",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="outcome",
            name="held",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="outcome",
            name="region",
            field=models.CharField(blank=True, max_length=8),
        ),
        migrations.AddField(
            model_name="outcome",
            name="reviewer",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name="outcome",
            name="selection",
            field=models.CharField(
                choices=[
                    ("suspicion", "On suspicion"),
                    ("random", "Random audit"),
                    ("complaint", "On a complaint"),
                ],
                default="suspicion",
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="topic",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="outcome",
            name="unnamed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="scorecard",
            name="automatic_mass",
            field=models.FloatField(default=0.0),
        ),
        migrations.AddField(
            model_name="scorecard",
            name="automatic_upheld",
            field=models.FloatField(default=0.0),
        ),
        migrations.AddField(
            model_name="scorecard",
            name="event_number",
            field=models.PositiveBigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="scorecard",
            name="facet",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "All"),
                    ("topic", "Topic"),
                    ("region", "Region"),
                    ("role", "Role"),
                    ("unnamed", "Resting on unnamed sources"),
                ],
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="scorecard",
            name="facet_value",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="scorecard",
            name="nightly",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="scorecard",
            name="prior_mean",
            field=models.FloatField(default=0.6),
        ),
        migrations.AddField(
            model_name="scorecard",
            name="skill",
            field=models.FloatField(default=0.0),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("source", "verdict_id", "role"),
                name="one_current_outcome_per_source_verdict_and_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reviewer", ""),
                    models.Q(("reviewer", models.F("author")), _negated=True),
                    _connector="OR",
                ),
                name="nobody_confirms_their_own_verdict",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(("selection__in", ["suspicion", "random", "complaint"])),
                name="outcome_selection_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="scorecard",
            constraint=models.UniqueConstraint(
                fields=("source", "facet", "facet_value", "as_of", "parameters_hash"),
                name="one_scorecard_per_facet_and_moment",
            ),
        ),
        migrations.AddField(
            model_name="estimate",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="estimates", to="sources.source"
            ),
        ),
        migrations.AddField(
            model_name="estimate",
            name="workspace",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
            ),
        ),
        migrations.AddConstraint(
            model_name="estimate",
            constraint=models.UniqueConstraint(
                fields=("source", "recorded_at"), name="one_estimate_per_moment"
            ),
        ),
        migrations.AddConstraint(
            model_name="estimate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("prior_mean__gt", 0),
                    ("prior_mean__lt", 1),
                    ("upheld__gte", 0),
                    ("upheld__lte", models.F("mass")),
                    ("skill__gte", 0),
                    ("skill__lte", 1),
                ),
                name="estimate_is_within_its_ranges",
            ),
        ),
        migrations.RunSQL(KEEP_CONFIRMED, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name="outcome",
            name="second_reviewed",
        ),
    ]
