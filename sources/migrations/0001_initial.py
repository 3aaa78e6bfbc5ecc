"""Sources, their aliases, outcomes and scorecards."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import workbench.core.identifiers


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Source",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("outlet", "Outlet"),
                            ("organisation", "Organisation"),
                            ("person", "Person"),
                            ("document", "Document"),
                            ("account", "Account"),
                            ("anonymous", "Anonymous"),
                        ],
                        max_length=16,
                    ),
                ),
                ("name", models.CharField(max_length=300)),
                ("language", models.CharField(blank=True, max_length=8)),
                ("country", models.CharField(blank=True, max_length=2)),
                ("website", models.URLField(blank=True, max_length=500)),
                (
                    "outlet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anonymous_sources",
                        to="sources.source",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="Scorecard",
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
                ("as_of", models.DateTimeField()),
                ("alpha", models.FloatField()),
                ("beta", models.FloatField()),
                ("mean", models.FloatField()),
                ("q05", models.FloatField()),
                ("q25", models.FloatField()),
                ("q75", models.FloatField()),
                ("q95", models.FloatField()),
                ("mass", models.FloatField()),
                ("outcome_count", models.PositiveIntegerField()),
                ("letter", models.CharField(max_length=1)),
                ("parameters_hash", models.CharField(max_length=64)),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scorecards",
                        to="sources.source",
                    ),
                ),
            ],
            options={
                "ordering": ["-as_of"],
                "get_latest_by": "as_of",
            },
        ),
        migrations.CreateModel(
            name="Outcome",
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
                ("verdict_id", models.UUIDField()),
                ("claim_id", models.UUIDField()),
                ("story_id", models.UUIDField(null=True)),
                ("claim_text", models.TextField()),
                ("claim_language", models.CharField(blank=True, max_length=8)),
                (
                    "rating",
                    models.CharField(
                        choices=[
                            ("true", "True"),
                            ("mostly_true", "Mostly true"),
                            ("mixed", "Half true"),
                            ("misleading", "Misleading"),
                            ("false", "False"),
                            ("unverified", "Cannot be established"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("originated", "Originated"),
                            ("endorsed", "Endorsed"),
                            ("republished", "Republished"),
                            ("quoted", "Quoted"),
                        ],
                        max_length=16,
                    ),
                ),
                ("second_reviewed", models.BooleanField(default=False)),
                ("settled_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("superseded_at", models.DateTimeField(null=True)),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outcomes",
                        to="sources.source",
                    ),
                ),
            ],
            options={
                "ordering": ["recorded_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="SourceAlias",
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
                ("name", models.CharField(max_length=300)),
                ("key", models.CharField(max_length=300)),
                ("scope", models.CharField(blank=True, max_length=36)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="sources.source",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(fields=["workspace", "kind", "name"], name="sources_by_name"),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["outlet", "organisation", "person", "document", "account", "anonymous"])
                ),
                name="source_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "anonymous"), ("outlet__isnull", True), _connector="OR"),
                name="only_anonymous_sources_stand_at_an_outlet",
            ),
        ),
        migrations.AddConstraint(
            model_name="scorecard",
            constraint=models.UniqueConstraint(
                fields=("source", "as_of", "parameters_hash"), name="one_scorecard_per_moment"
            ),
        ),
        migrations.AddConstraint(
            model_name="scorecard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("q05__gte", 0),
                    ("q95__lte", 1),
                    ("q05__lte", models.F("mean")),
                    ("mean__lte", models.F("q95")),
                ),
                name="scorecard_interval_holds_its_mean",
            ),
        ),
        migrations.AddIndex(
            model_name="outcome",
            index=models.Index(fields=["source", "recorded_at"], name="outcomes_in_time"),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.UniqueConstraint(
                fields=("source", "verdict_id", "role"), name="one_outcome_per_source_verdict_and_role"
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("rating__in", ["true", "mostly_true", "mixed", "misleading", "false", "unverified"])
                ),
                name="outcome_rating_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["originated", "endorsed", "republished", "quoted"])),
                name="outcome_role_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="sourcealias",
            constraint=models.UniqueConstraint(
                fields=("workspace", "scope", "key"), name="one_source_per_folded_name_and_scope"
            ),
        ),
    ]
