"""Practices, replies and errata: entries beside the record that the database keeps as they are."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import workbench.core.identifiers

KEEP = """
CREATE TRIGGER practices_are_kept BEFORE UPDATE OR DELETE ON sources_practice
    FOR EACH ROW EXECUTE FUNCTION sources_keep_row();
CREATE TRIGGER replies_are_kept BEFORE UPDATE OR DELETE ON sources_reply
    FOR EACH ROW EXECUTE FUNCTION sources_keep_row();
CREATE TRIGGER errata_are_kept BEFORE UPDATE OR DELETE ON sources_erratum
    FOR EACH ROW EXECUTE FUNCTION sources_keep_row();
"""
LET = """
DROP TRIGGER errata_are_kept ON sources_erratum;
DROP TRIGGER replies_are_kept ON sources_reply;
DROP TRIGGER practices_are_kept ON sources_practice;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("sources", "0007_unchanging_outcomes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Erratum",
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
                ("recorded_by", models.CharField(max_length=80)),
                ("claim_id", models.UUIDField()),
                ("claim_text", models.TextField()),
                ("corrected_on", models.DateField()),
                ("address", models.URLField(max_length=500)),
                ("note", models.TextField(blank=True)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sources.source"
                    ),
                ),
                (
                    "takes_back",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_back_by",
                        to="sources.erratum",
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
                "ordering": ["recorded_at", "id"],
                "abstract": False,
                "indexes": [models.Index(fields=["source", "claim_id"], name="errata_by_claim")],
            },
        ),
        migrations.CreateModel(
            name="Practice",
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
                ("recorded_by", models.CharField(max_length=80)),
                (
                    "criterion",
                    models.CharField(
                        choices=[
                            ("no_false_content", "Does not keep publishing what is plainly false"),
                            ("responsible_gathering", "Gathers and presents what it reports with care"),
                            ("corrects_errors", "Corrects its errors openly and in good time"),
                            ("news_and_opinion", "Keeps reports and opinions apart"),
                            ("honest_headlines", "Headlines promise no more than the text holds"),
                            ("discloses_owner", "Says who owns and pays for it"),
                            ("labels_advertising", "Marks advertising as such"),
                            ("names_those_in_charge", "Says who is in charge, and what interests they have"),
                            ("names_authors", "Names its authors, with a way to reach them or who they are"),
                            ("jti_01", "Says who it is: name, founding, where it publishes"),
                            ("jti_02", "States what it is for"),
                            (
                                "jti_03",
                                "As a public broadcaster: says what keeps it independent of the state",
                            ),
                            ("jti_04", "Says what kind of ownership it has"),
                            ("jti_05", "Names its owners"),
                            ("jti_06", "Names its managers and where they sit"),
                            ("jti_07", "Can be reached: the newsroom gives its contacts"),
                            ("jti_08", "Says where its money comes from and what it collects about readers"),
                            ("jti_09", "Has editorial principles, published and followed"),
                            ("jti_10", "Has a process for accuracy, before and after publication"),
                            ("jti_11", "Answers for what the public contributes"),
                            ("jti_12", "Has rules for sources: naming, checking, protecting them"),
                            ("jti_13", "Declares ties and conflicts of interest"),
                            (
                                "jti_14",
                                "Holds itself to account inside: somebody watches over the principles",
                            ),
                            ("jti_15", "Takes complaints, and belongs to a body that hears them"),
                            ("jti_16", "Works by professional standards, and says where machines decide"),
                            ("jti_17", "Trains those who work for it"),
                            ("jti_18", "Publishes how it judges itself by these clauses"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("met", "Met"),
                            ("not_met", "Not met"),
                            ("not_applicable", "Does not apply"),
                        ],
                        max_length=16,
                    ),
                ),
                ("evidence", models.URLField(blank=True, max_length=500)),
                ("note", models.TextField(blank=True)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sources.source"
                    ),
                ),
                (
                    "takes_back",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_back_by",
                        to="sources.practice",
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
                "ordering": ["recorded_at", "id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["source", "criterion", "recorded_at"], name="practices_in_time")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("standing__in", ["met", "not_met", "not_applicable"])),
                        name="practice_standing_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reply",
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
                ("recorded_by", models.CharField(max_length=80)),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("asked", "Asked"),
                            ("answered", "Answered"),
                            ("appealed", "Appealed"),
                            ("decided", "Appeal decided"),
                        ],
                        max_length=16,
                    ),
                ),
                ("happened_on", models.DateField()),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("email", "By e-mail"),
                            ("letter", "By letter"),
                            ("phone", "By telephone"),
                            ("form", "By a form on its site"),
                            ("meeting", "In person"),
                        ],
                        max_length=16,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "ruling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("upheld", "Upheld: the grade was wrong"),
                            ("partly", "Upheld in part"),
                            ("rejected", "Rejected: the grade stands"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "about",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="sources.reply",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sources.source"
                    ),
                ),
                (
                    "takes_back",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_back_by",
                        to="sources.reply",
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
                "ordering": ["recorded_at", "id"],
                "abstract": False,
                "indexes": [models.Index(fields=["source", "recorded_at"], name="replies_in_time")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("step__in", ["asked", "answered", "appealed", "decided"])),
                        name="reply_step_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("about__isnull", False),
                                ("step", "decided"),
                                ("ruling__in", ["upheld", "partly", "rejected"]),
                            ),
                            models.Q(
                                models.Q(("step", "decided"), _negated=True),
                                ("about__isnull", True),
                                ("ruling", ""),
                            ),
                            _connector="OR",
                        ),
                        name="a_decision_is_about_an_appeal",
                    ),
                ],
            },
        ),
        migrations.RunSQL(KEEP, LET),
    ]
