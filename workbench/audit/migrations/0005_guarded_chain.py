"""Let the database itself take only what follows in a chain, and move the chain on."""

from django.db import migrations

GUARD = """
CREATE OR REPLACE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE FUNCTION audit_check_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    chain audit_eventchain%ROWTYPE;
    said jsonb;
BEGIN
    SELECT * INTO chain FROM audit_eventchain WHERE workspace_id = NEW.workspace_id FOR UPDATE;
    IF NOT FOUND OR NEW.number <> chain.length + 1 THEN
        RAISE EXCEPTION 'event % does not follow: the chain holds %', NEW.number, chain.length
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.previous_hash <> chain.head THEN
        RAISE EXCEPTION 'event % does not follow: its previous hash is not the head', NEW.number
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.hash <> encode(sha256(convert_to(NEW.previous_hash || NEW.canonical, 'UTF8')), 'hex') THEN
        RAISE EXCEPTION 'event % is not what its hash was made of', NEW.number
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    said := NEW.canonical::jsonb;
    IF (said ->> 'at')::timestamptz IS DISTINCT FROM NEW.recorded_at OR said <> jsonb_build_object(
        'n', NEW.number, 'workspace', NEW.workspace_id, 'at', said -> 'at', 'actor', NEW.actor,
        'action', NEW.action, 'kind', NEW.object_kind, 'id', NEW.object_id, 'payload', NEW.payload
    ) THEN
        RAISE EXCEPTION 'event % has a column that differs from its canonical text', NEW.number
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION audit_advance_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE audit_eventchain SET length = NEW.number, head = NEW.hash WHERE workspace_id = NEW.workspace_id;
    RETURN NULL;
END
$$;

CREATE FUNCTION audit_guard_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.length <> 0 OR NEW.head <> repeat('0', 64) THEN
            RAISE EXCEPTION 'a chain begins empty' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    ELSIF NEW.workspace_id <> OLD.workspace_id OR NEW.length <> OLD.length + 1 OR NOT EXISTS (
        SELECT FROM audit_event
        WHERE workspace_id = NEW.workspace_id AND number = NEW.length AND hash = NEW.head
    ) THEN
        RAISE EXCEPTION 'a chain moves on by one event alone' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION audit_check_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM audit_event
        WHERE workspace_id = NEW.workspace_id AND number = NEW.length AND hash = NEW.head
    ) THEN
        RAISE EXCEPTION 'no event % has this hash: it cannot be anchored', NEW.length
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER events_are_never_truncated BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER events_follow_each_other BEFORE INSERT ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_check_event();
CREATE TRIGGER events_move_their_chain AFTER INSERT ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_advance_chain();
CREATE TRIGGER chains_only_move_on BEFORE INSERT OR UPDATE ON audit_eventchain
    FOR EACH ROW EXECUTE FUNCTION audit_guard_chain();
CREATE TRIGGER chains_are_kept BEFORE DELETE ON audit_eventchain
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER chains_are_never_truncated BEFORE TRUNCATE ON audit_eventchain
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER anchors_are_append_only BEFORE UPDATE OR DELETE ON audit_anchor
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER anchors_are_never_truncated BEFORE TRUNCATE ON audit_anchor
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER anchors_hold_to_an_event BEFORE INSERT ON audit_anchor
    FOR EACH ROW EXECUTE FUNCTION audit_check_anchor();
"""
UNGUARD = """
DROP TRIGGER anchors_hold_to_an_event ON audit_anchor;
DROP TRIGGER anchors_are_never_truncated ON audit_anchor;
DROP TRIGGER anchors_are_append_only ON audit_anchor;
DROP TRIGGER chains_are_never_truncated ON audit_eventchain;
DROP TRIGGER chains_are_kept ON audit_eventchain;
DROP TRIGGER chains_only_move_on ON audit_eventchain;
DROP TRIGGER events_move_their_chain ON audit_event;
DROP TRIGGER events_follow_each_other ON audit_event;
DROP TRIGGER events_are_never_truncated ON audit_event;
DROP FUNCTION audit_check_anchor();
DROP FUNCTION audit_guard_chain();
DROP FUNCTION audit_advance_chain();
DROP FUNCTION audit_check_event();
"""


class Migration(migrations.Migration):
    """Chains that only grow, one event after the other."""

    dependencies = [("audit", "0004_anchors")]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
