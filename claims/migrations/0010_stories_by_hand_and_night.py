"""Why articles are in stories, what people and nights changed, and stories that went into others."""

from typing import Any

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import workbench.core.identifiers


def keep_places(apps: Any, schema_editor: Any) -> None:
    """Note for each article the stories that its claims are in."""
    claims = apps.get_model("claims", "Claim").objects.filter(story__isnull=False)
    place = apps.get_model("claims", "StoryPlace")
    rows = claims.order_by().values_list("workspace_id", "story_id", "article_id").distinct()
    place.objects.bulk_create(
        [place(workspace_id=w, story_id=story, article_id=article) for w, story, article in rows]
    )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("claims", "0009_what_the_machine_proposed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="story",
            name="may_split",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="story",
            name="merged_into",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="absorbed",
                to="claims.story",
            ),
        ),
        migrations.AddField(
            model_name="story",
            name="titled_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="StoryChange",
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
                            ("merged", "Merged"),
                            ("split", "Split"),
                            ("renamed", "Renamed"),
                            ("regrouped", "Grouped anew"),
                        ],
                        max_length=10,
                    ),
                ),
                ("moves", models.JSONField(default=list)),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="claims.story",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="claims.story"
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="StoryBond",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("moved", "moved"),
                            ("joined", "joined by what moved"),
                            ("left", "left by what moved"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bonds",
                        to="claims.publication",
                    ),
                ),
                (
                    "change",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bonds",
                        to="claims.storychange",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StoryPlace",
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
                ("evidence", models.JSONField(default=dict)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="claims.article",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="places", to="claims.story"
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="storychange",
            index=models.Index(fields=["workspace", "-created_at"], name="story_changes_newest"),
        ),
        migrations.AddConstraint(
            model_name="storychange",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["merged", "split", "renamed", "regrouped"])),
                name="story_change_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="storybond",
            constraint=models.UniqueConstraint(
                fields=("change", "publication", "side"), name="a_publication_once_a_side"
            ),
        ),
        migrations.AddConstraint(
            model_name="storybond",
            constraint=models.CheckConstraint(
                condition=models.Q(("side__in", ["moved", "joined", "left"])), name="story_bond_side_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="storyplace",
            constraint=models.UniqueConstraint(
                fields=("story", "article"), name="one_place_per_story_and_article"
            ),
        ),
        migrations.RunPython(keep_places, migrations.RunPython.noop),
    ]
