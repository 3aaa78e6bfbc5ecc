"""Anchors of the log, and what its verifications found."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import workbench.core.identifiers


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("audit", "0003_canonical_text"),
    ]

    operations = [
        migrations.CreateModel(
            name="Verification",
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
                ("verified_at", models.DateTimeField()),
                ("length", models.PositiveBigIntegerField()),
                ("broken_at", models.PositiveBigIntegerField(null=True)),
                ("kind", models.CharField(blank=True, max_length=20)),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
            ],
            options={
                "ordering": ["-verified_at"],
                "get_latest_by": "verified_at",
            },
        ),
        migrations.CreateModel(
            name="Anchor",
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
                ("length", models.PositiveBigIntegerField()),
                ("head", models.CharField(max_length=64)),
                ("since", models.PositiveBigIntegerField()),
                ("marks", models.TextField()),
                ("anchored_at", models.DateTimeField()),
                ("key", models.CharField(max_length=16)),
                ("signature", models.CharField(max_length=64)),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
            ],
            options={
                "ordering": ["length"],
                "get_latest_by": "length",
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "length"), name="one_anchor_per_length")
                ],
            },
        ),
    ]
