import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What every feature stands on: the event log, idempotency, notices. No table here refers to a business table. */
export class Platform0001 implements MigrationInterface {
  name = 'Platform0001'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS pgcrypto;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      CREATE TABLE event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL CHECK (kind ~ '^[a-z]+\\.[a-z_]+$'),
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        case_id uuid,
        version int CHECK (version > 0),
        actor_id uuid NOT NULL,
        actor_name text NOT NULL,
        position_id uuid,
        position_title text,
        on_behalf_of text,
        at timestamptz NOT NULL,
        before jsonb,
        after jsonb,
        detail jsonb,
        note text CHECK (length(note) BETWEEN 1 AND 4000),
        notify jsonb,
        CHECK ((position_id IS NULL) = (position_title IS NULL))
      );
      CREATE INDEX event_case ON event (case_id, id) WHERE case_id IS NOT NULL;
      CREATE INDEX event_subject ON event (subject_id, id);

      -- Committed events that have no offset yet. Filled by the database itself, so that no writer can forget it.
      CREATE TABLE event_waiting (event_id bigint PRIMARY KEY REFERENCES event);
      CREATE FUNCTION event_waits() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO event_waiting (event_id) SELECT id FROM inserted;
        RETURN NULL;
      END $$;
      CREATE TRIGGER event_waits AFTER INSERT ON event REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION event_waits();

      CREATE TABLE log (
        "offset" bigint PRIMARY KEY CHECK ("offset" > 0),
        event_id bigint NOT NULL UNIQUE REFERENCES event,
        prev bytea NOT NULL CHECK (octet_length(prev) = 32),
        hash bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
        at timestamptz NOT NULL
      );

      CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'TRUNCATE' AND current_setting('tanggap.test', true) = 'on' THEN RETURN NULL; END IF;
        IF TG_OP <> 'TRUNCATE' AND current_setting('tanggap.retention', true) = 'on' THEN
          RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        END IF;
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION append_only();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON log FOR EACH ROW EXECUTE FUNCTION append_only();
      CREATE TRIGGER no_truncate BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION append_only();
      CREATE TRIGGER no_truncate BEFORE TRUNCATE ON log FOR EACH STATEMENT EXECUTE FUNCTION append_only();

      CREATE TABLE request (
        person_id uuid NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 8 AND 64),
        action text NOT NULL,
        hash bytea NOT NULL CHECK (octet_length(hash) = 32),
        result jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, key)
      );
      CREATE INDEX request_created ON request (created_at);

      CREATE TABLE notice (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        kind text NOT NULL,
        case_id uuid,
        letter_id uuid,
        disposition_id uuid,
        event_id bigint NOT NULL REFERENCES event,
        at timestamptz NOT NULL,
        read_at timestamptz,
        UNIQUE (event_id, person_id, kind),
        CHECK (read_at >= at)
      );
      CREATE INDEX notice_of_person ON notice (person_id, at DESC, id);
      CREATE INDEX notice_unread ON notice (person_id) WHERE read_at IS NULL;
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
