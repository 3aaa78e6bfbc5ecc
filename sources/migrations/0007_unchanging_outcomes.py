"""Let the database keep outcomes and estimates as they were recorded."""

import django.db.models.deletion
from django.db import migrations, models

KEEP = """
CREATE FUNCTION sources_keep_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ended sources_outcome%ROWTYPE;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL THEN
        ended := OLD;
        ended.superseded_at := NEW.superseded_at;
        IF ended IS NOT DISTINCT FROM NEW THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'an outcome is superseded, never edited: % refused', TG_OP
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE FUNCTION sources_keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a row of % is kept as it was recorded: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER outcomes_are_superseded_never_edited BEFORE UPDATE OR DELETE ON sources_outcome
    FOR EACH ROW EXECUTE FUNCTION sources_keep_outcome();
CREATE TRIGGER estimates_are_kept BEFORE UPDATE OR DELETE ON sources_estimate
    FOR EACH ROW EXECUTE FUNCTION sources_keep_row();
"""
LET = """
DROP TRIGGER estimates_are_kept ON sources_estimate;
DROP TRIGGER outcomes_are_superseded_never_edited ON sources_outcome;
DROP FUNCTION sources_keep_row();
DROP FUNCTION sources_keep_outcome();
"""


def protected(name):  # noqa: ANN001, ANN201
    """Return the key to a source that cannot be deleted while rows of `name` stand for it."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=name, to="sources.source"
    )


class Migration(migrations.Migration):
    """Outcomes that are superseded, never edited; estimates that stay; sources that keep both."""

    dependencies = [("sources", "0005_names_and_pairs")]

    operations = [
        migrations.AlterField("outcome", "source", protected("outcomes")),
        migrations.AlterField("estimate", "source", protected("estimates")),
        migrations.RunSQL(KEEP, LET),
    ]
