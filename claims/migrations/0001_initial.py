"""Articles, claims, links, stories and verdicts."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import pgvector.django.halfvec
import pgvector.django.indexes
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models
from pgvector.django import VectorExtension

import workbench.core.identifiers


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("sources", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        VectorExtension(),
        TrigramExtension(),
        migrations.CreateModel(
            name="Article",
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
                ("version", models.PositiveIntegerField(default=1)),
                ("title", models.CharField(blank=True, max_length=500)),
                ("text", models.TextField()),
                ("content_sha256", models.CharField(max_length=64)),
                ("signature", models.BinaryField(default=b"")),
                ("language", models.CharField(max_length=8)),
                ("language_confidence", models.FloatField(default=1.0)),
                ("published_on", models.DateField(blank=True, null=True)),
                ("warnings", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("working", "Working"),
                            ("ready", "Ready"),
                            ("failed", "Failed"),
                        ],
                        default="waiting",
                        max_length=16,
                    ),
                ),
                ("analysed_at", models.DateTimeField(null=True)),
                ("extractor_version", models.CharField(blank=True, max_length=40)),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="sources.source",
                    ),
                ),
                (
                    "republished_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="republications",
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
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Claim",
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
                ("ordinal", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("match_text", models.TextField()),
                ("language", models.CharField(max_length=8)),
                (
                    "quote",
                    models.CharField(
                        choices=[
                            ("direct", "Direct quote"),
                            ("mixed", "Partly quoted"),
                            ("indirect", "Indirect"),
                            ("none", "Own narration"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "modality",
                    models.CharField(
                        choices=[
                            ("asserted", "Asserted"),
                            ("denied", "Denied"),
                            ("demanded", "Demanded"),
                            ("predicted", "Predicted"),
                            ("alleged", "Alleged"),
                        ],
                        max_length=10,
                    ),
                ),
                ("anonymous", models.BooleanField(default=False)),
                ("narrated", models.BooleanField(default=False)),
                ("form", models.CharField(blank=True, max_length=20)),
                ("worth", models.FloatField(default=0.0)),
                ("reasons", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("accepted", "Accepted"),
                            ("rejected", "Rejected"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("embedding", pgvector.django.halfvec.HalfVectorField(dimensions=384, null=True)),
                ("roots", models.FloatField(default=1.0)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="claims",
                        to="claims.article",
                    ),
                ),
                (
                    "originator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="originated_claims",
                        to="sources.source",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="nested",
                        to="claims.claim",
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
                "ordering": ["article", "ordinal"],
            },
        ),
        migrations.CreateModel(
            name="Publication",
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
                ("canonical_url", models.URLField(blank=True, max_length=2000)),
                ("url_key", models.CharField(max_length=64)),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
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
        ),
        migrations.AddField(
            model_name="article",
            name="publication",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="articles", to="claims.publication"
            ),
        ),
        migrations.CreateModel(
            name="Region",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("title", "Title"),
                            ("byline", "Byline"),
                            ("body", "Body"),
                            ("credit", "Credit line"),
                            ("disclaimer", "Disclaimer"),
                            ("boilerplate", "Not article text"),
                        ],
                        max_length=16,
                    ),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="regions",
                        to="claims.article",
                    ),
                ),
            ],
            options={
                "ordering": ["start"],
            },
        ),
        migrations.CreateModel(
            name="Sighting",
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
                    "way",
                    models.CharField(
                        choices=[
                            ("paste", "Pasted"),
                            ("file", "File"),
                            ("url", "Fetched"),
                            ("api", "API"),
                            ("sample", "Sample"),
                        ],
                        max_length=8,
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=2000)),
                ("file_name", models.CharField(blank=True, max_length=300)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sightings",
                        to="claims.article",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
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
                "ordering": ["created_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Slot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
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
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("text", models.CharField(max_length=500)),
                ("value", models.CharField(max_length=500)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="slots", to="claims.claim"
                    ),
                ),
            ],
            options={
                "ordering": ["start", "kind"],
            },
        ),
        migrations.CreateModel(
            name="Story",
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
                ("title", models.CharField(max_length=500)),
                ("language", models.CharField(blank=True, max_length=8)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
            ],
            options={
                "ordering": ["-updated_at", "-id"],
            },
        ),
        migrations.AddField(
            model_name="claim",
            name="story",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="claims",
                to="claims.story",
            ),
        ),
        migrations.CreateModel(
            name="Verdict",
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
                ("reasoning", models.TextField()),
                ("evidence_url", models.URLField(blank=True, max_length=2000)),
                ("superseded_at", models.DateTimeField(null=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdicts",
                        to="claims.claim",
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
            name="ClaimSpan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("content", "Content"),
                            ("cue", "Cue"),
                            ("source", "Source"),
                            ("hedge", "Hedge"),
                        ],
                        max_length=8,
                    ),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="spans", to="claims.claim"
                    ),
                ),
            ],
            options={
                "ordering": ["start", "end"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("claim", "part", "start"), name="spans_of_a_part_do_not_begin_together"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="span_is_not_empty"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Hop",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=300)),
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
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("cue", models.CharField(blank=True, max_length=200)),
                ("inferred", models.BooleanField(default=False)),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hops", to="claims.claim"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hops", to="sources.source"
                    ),
                ),
            ],
            options={
                "ordering": ["claim", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("claim", "position"), name="hops_of_a_claim_are_numbered")
                ],
            },
        ),
        migrations.CreateModel(
            name="Link",
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
                    "relation",
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
                    "slot",
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
                ("a_text", models.CharField(blank=True, max_length=500)),
                ("b_text", models.CharField(blank=True, max_length=500)),
                ("probability", models.FloatField()),
                ("independence", models.FloatField()),
                ("reasons", models.JSONField(default=list)),
                ("model_version", models.CharField(max_length=40)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("confirmed", "Confirmed"),
                            ("rejected", "Rejected"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "a",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links_as_a",
                        to="claims.claim",
                    ),
                ),
                (
                    "b",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links_as_b",
                        to="claims.claim",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
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
                "ordering": ["-probability", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("a", "b"), name="one_link_per_pair"),
                    models.CheckConstraint(
                        condition=models.Q(("a__lt", models.F("b"))), name="link_ends_are_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("relation__in", ["corroborates", "conflicts", "updates", "related"])
                        ),
                        name="link_relation_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("independence__range", (0, 1)), ("probability__range", (0, 1))),
                        name="link_figures_are_shares",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                fields=("workspace", "url_key"), name="one_publication_per_address"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["workspace", "content_sha256"], name="articles_by_text"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["workspace", "-created_at"], name="articles_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                fields=("publication", "version"), name="versions_of_a_publication_are_numbered"
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                fields=("publication", "content_sha256"), name="one_article_per_publication_and_text"
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waiting", "working", "ready", "failed"])),
                name="article_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="region",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))), name="region_is_not_empty"
            ),
        ),
        migrations.AddConstraint(
            model_name="region",
            constraint=models.UniqueConstraint(
                fields=("article", "start"), name="regions_do_not_begin_together"
            ),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))), name="slot_is_not_empty"
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(fields=["workspace", "-updated_at"], name="stories_newest_first"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=pgvector.django.indexes.HnswIndex(
                ef_construction=64,
                fields=["embedding"],
                m=16,
                name="claims_by_embedding",
                opclasses=["halfvec_cosine_ops"],
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["match_text"], name="claims_by_trigrams", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["workspace", "-created_at"], name="claims_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.UniqueConstraint(
                fields=("article", "ordinal"),
                name="claims_of_an_article_are_numbered",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(("quote__in", ["direct", "mixed", "indirect", "none"])),
                name="claim_quote_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("modality__in", ["asserted", "denied", "demanded", "predicted", "alleged"])
                ),
                name="claim_modality_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["proposed", "accepted", "rejected"])),
                name="claim_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("claim",),
                name="one_current_verdict_per_claim",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(("reasoning", ""), _negated=True), name="a_verdict_gives_its_reasons"
            ),
        ),
    ]
