"""Indexes of the search entries, built after the rows: one by one, rows cost the vector index five times as much."""

import django.contrib.postgres.indexes
import pgvector.django.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0006_fill_search_entries")]

    operations = [
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(fields=["workspace", "language", "published_on"], name="entries_by_time"),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["keys"], name="entries_by_key"
            ),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=pgvector.django.indexes.HnswIndex(
                ef_construction=64,
                fields=["vector"],
                m=16,
                name="entries_by_vector",
                opclasses=["halfvec_ip_ops"],
            ),
        ),
    ]
