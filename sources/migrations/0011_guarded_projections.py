"""Let the database keep merges as they were recorded, and refuse to empty what repeats the log."""

import django.db.models.deletion
from django.db import migrations, models

KEPT = {
    "sources_outcome": "outcomes_are_never_truncated",
    "sources_estimate": "estimates_are_never_truncated",
    "sources_sourcemerge": "merges_are_never_truncated",
    "sources_practice": "practices_are_never_truncated",
    "sources_reply": "replies_are_never_truncated",
    "sources_erratum": "errata_are_never_truncated",
}
GUARD = """
CREATE FUNCTION sources_keep_merge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ended sources_sourcemerge%ROWTYPE;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.split_at IS NULL AND NEW.split_at IS NOT NULL THEN
        ended := OLD;
        ended.split_at := NEW.split_at;
        ended.split_by := NEW.split_by;
        IF ended IS NOT DISTINCT FROM NEW THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'a merge is ended by a split, never edited: % refused', TG_OP
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER merges_are_split_never_edited BEFORE UPDATE OR DELETE ON sources_sourcemerge
    FOR EACH ROW EXECUTE FUNCTION sources_keep_merge();
""" + "".join(
    f"CREATE TRIGGER {trigger} BEFORE TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION sources_keep_row();\n"
    for table, trigger in KEPT.items()
)
UNGUARD = (
    "".join(f"DROP TRIGGER {trigger} ON {table};\n" for table, trigger in KEPT.items())
    + """
DROP TRIGGER merges_are_split_never_edited ON sources_sourcemerge;
DROP FUNCTION sources_keep_merge();
"""
)


def protected(name):  # noqa: ANN001, ANN201
    """Return the key to a source that cannot be deleted while it is named in a merge."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=name, to="sources.source"
    )


class Migration(migrations.Migration):
    """Merges that are ended, never edited; tables beside the log that are never emptied."""

    dependencies = [("sources", "0010_anonymous_outlets_and_topic_priors")]

    operations = [
        migrations.AlterField("sourcemerge", "source", protected("merges")),
        migrations.AlterField("sourcemerge", "into", protected("merges_into")),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
