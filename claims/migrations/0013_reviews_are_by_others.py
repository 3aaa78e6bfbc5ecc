"""Let the database itself refuse that people review their own verdicts, and that a review is edited."""

from django.db import migrations

FORBID = """
CREATE FUNCTION claims_check_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'reviews are never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND (
        to_jsonb(NEW) - 'superseded_at' <> to_jsonb(OLD) - 'superseded_at' OR OLD.superseded_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'a review is taken back, never edited' USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (SELECT FROM claims_verdict WHERE id = NEW.verdict_id AND author_id = NEW.reviewer_id) THEN
        RAISE EXCEPTION 'nobody reviews a verdict of their own' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER reviews_are_by_others_and_stay BEFORE INSERT OR UPDATE OR DELETE ON claims_review
    FOR EACH ROW EXECUTE FUNCTION claims_check_review();

CREATE FUNCTION claims_keep_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a verdict stays its author''s' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER verdicts_keep_their_author BEFORE UPDATE OF author_id ON claims_verdict
    FOR EACH ROW WHEN (OLD.author_id IS DISTINCT FROM NEW.author_id) EXECUTE FUNCTION claims_keep_author();
"""
ALLOW = """
DROP TRIGGER verdicts_keep_their_author ON claims_verdict;
DROP FUNCTION claims_keep_author();
DROP TRIGGER reviews_are_by_others_and_stay ON claims_review;
DROP FUNCTION claims_check_review();
"""


class Migration(migrations.Migration):
    """Reviews by others, which stay."""

    dependencies = [("claims", "0012_reviews_topics_and_withdrawals")]

    operations = [migrations.RunSQL(FORBID, ALLOW)]
