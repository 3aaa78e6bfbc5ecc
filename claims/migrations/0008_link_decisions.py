"""What people decide about links, and what each proposal rests on."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import workbench.core.identifiers


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("claims", "0007_search_entry_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LinkDecision",
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
                ("pair", models.CharField(max_length=64)),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("confirmed", "Confirmed"),
                            ("rejected", "Rejected"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "from_relation",
                    models.CharField(
                        choices=[
                            ("corroborates", "Says the same"),
                            ("conflicts", "Says otherwise"),
                            ("updates", "Updates"),
                            ("related", "Related"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "from_slot",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("actor", "Who"),
                            ("action", "What"),
                            ("place", "Where"),
                            ("time", "When"),
                            ("number", "How many"),
                            ("polarity", "Whether"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("confirmed", "Confirmed"),
                            ("rejected", "Rejected"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "to_relation",
                    models.CharField(
                        choices=[
                            ("corroborates", "Says the same"),
                            ("conflicts", "Says otherwise"),
                            ("updates", "Updates"),
                            ("related", "Related"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "to_slot",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("actor", "Who"),
                            ("action", "What"),
                            ("place", "Where"),
                            ("time", "When"),
                            ("number", "How many"),
                            ("polarity", "Whether"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("batch", models.UUIDField(null=True)),
                ("undone_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.AddField(
            model_name="link",
            name="aligned",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="link",
            name="features",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="link",
            name="pair",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="link",
            name="proposed_relation",
            field=models.CharField(
                blank=True,
                choices=[
                    ("corroborates", "Says the same"),
                    ("conflicts", "Says otherwise"),
                    ("updates", "Updates"),
                    ("related", "Related"),
                ],
                max_length=14,
            ),
        ),
        migrations.AddField(
            model_name="link",
            name="proposed_slot",
            field=models.CharField(
                blank=True,
                choices=[
                    ("actor", "Who"),
                    ("action", "What"),
                    ("place", "Where"),
                    ("time", "When"),
                    ("number", "How many"),
                    ("polarity", "Whether"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="link",
            name="proposed_texts",
            field=models.JSONField(default=list),
        ),
        migrations.AddIndex(
            model_name="link",
            index=models.Index(fields=["workspace", "pair"], name="links_by_pair"),
        ),
        migrations.AddIndex(
            model_name="link",
            index=models.Index(
                condition=models.Q(("state", "proposed")),
                fields=["workspace", "-probability"],
                name="links_waiting",
            ),
        ),
        migrations.AddField(
            model_name="linkdecision",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="linkdecision",
            name="link",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="decisions",
                to="claims.link",
            ),
        ),
        migrations.AddField(
            model_name="linkdecision",
            name="undone_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="linkdecision",
            name="workspace",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
            ),
        ),
        migrations.AddIndex(
            model_name="linkdecision",
            index=models.Index(fields=["workspace", "pair"], name="link_decisions_by_pair"),
        ),
        migrations.AddIndex(
            model_name="linkdecision",
            index=models.Index(fields=["workspace", "by", "-created_at"], name="link_decisions_by_person"),
        ),
        migrations.AddConstraint(
            model_name="linkdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("to_state__in", ["confirmed", "rejected"])), name="link_decision_decides"
            ),
        ),
    ]
