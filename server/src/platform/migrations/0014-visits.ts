import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Visits with their queue, rooms, bookings that exclude each other, and mails that carry a calendar. The checks repeat the domain's law. */
export class Visits0014 implements MigrationInterface {
  name = 'Visits0014'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE room (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        seats int NOT NULL CHECK (seats > 0),
        closed_at timestamptz
      );
      INSERT INTO room (id, code, name, seats) VALUES
        (gen_random_uuid(), 'KONSULTASI_1', 'Ruang Konsultasi 1, Lantai 1', 6),
        (gen_random_uuid(), 'KONSULTASI_2', 'Ruang Konsultasi 2, Lantai 1', 10);

      CREATE TABLE queue_counter (day date PRIMARY KEY, last int NOT NULL CHECK (last >= 0));

      CREATE TABLE booking (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        case_id uuid NOT NULL REFERENCES "case",
        state text NOT NULL CHECK (state IN ('booked','held','cancelled','no_show')),
        officer_position_id uuid NOT NULL REFERENCES "position",
        officer_person_id uuid NOT NULL REFERENCES person,
        officer_name text NOT NULL,
        officer_title text NOT NULL,
        room_id uuid REFERENCES room,
        link text CHECK (link ~ '^https://[^[:space:]]+$' AND length(link) <= 500),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        -- counts the mails about this appointment: SEQUENCE of its calendar file
        sequence int NOT NULL CHECK (sequence >= 0),
        reason text CHECK (length(reason) BETWEEN 3 AND 1000),
        made_by uuid NOT NULL REFERENCES person,
        made_by_name text NOT NULL,
        made_at timestamptz NOT NULL,
        ended_at timestamptz,
        case_unit_id uuid REFERENCES unit,
        secrecy text NOT NULL,
        case_handler_position_ids uuid[] NOT NULL DEFAULT '{}',
        case_holder_position_id uuid REFERENCES "position",
        case_registrar_id uuid NOT NULL REFERENCES person,
        excluded_person_ids uuid[] NOT NULL DEFAULT '{}',
        CHECK ((room_id IS NULL) <> (link IS NULL)),
        CHECK (ends_at - starts_at BETWEEN interval '15 minutes' AND interval '3 hours'),
        CHECK ((ended_at IS NOT NULL) = (state <> 'booked')),
        CHECK (state <> 'cancelled' OR reason IS NOT NULL),
        CONSTRAINT booking_officer_once EXCLUDE USING gist (officer_person_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state = 'booked'),
        CONSTRAINT booking_room_once EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state = 'booked')
      );
      CREATE INDEX booking_starts ON booking (starts_at);
      CREATE UNIQUE INDEX booking_one_of_a_case ON booking (case_id) WHERE state = 'booked';

      CREATE TABLE visit (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        case_id uuid NOT NULL REFERENCES "case",
        service text NOT NULL,
        channel text NOT NULL CHECK (channel IN ('walk_in','virtual')),
        state text NOT NULL CHECK (state IN ('arrived','disposed','joined','time_proposed','confirmed','waiting','in_meeting','done','declined','no_show','left')),
        category text CHECK (category IN ('mediation','protection','outside')),
        queue_day date NOT NULL,
        queue_number int CHECK (queue_number > 0),
        visitor_name text NOT NULL CHECK (length(visitor_name) BETWEEN 1 AND 300),
        identity_card text CHECK (identity_card IN ('ktp','passport','employee_card','driving_licence','other')),
        identity_masked text,
        identity_sealed bytea,
        identity_checked_by uuid REFERENCES person,
        identity_checked_by_name text,
        note text CHECK (length(note) BETWEEN 1 AND 500),
        proposed_position_id uuid REFERENCES "position",
        booking_id uuid REFERENCES booking,
        arrived_at timestamptz NOT NULL,
        routed_at timestamptz,
        answered_at timestamptz,
        answered_by_name text,
        answered_by_title text,
        answer_reason text CHECK (length(answer_reason) BETWEEN 3 AND 2000),
        confirmed_at timestamptz,
        waiting_at timestamptz,
        begun_at timestamptz,
        activity_reason text CHECK (length(activity_reason) BETWEEN 3 AND 1000),
        officer_name text,
        officer_title text,
        outcome text CHECK (outcome IN ('answered_orally','written_answer_follows')),
        minutes text CHECK (length(minutes) BETWEEN 3 AND 20000),
        ended_at timestamptz,
        end_reason text CHECK (length(end_reason) BETWEEN 3 AND 1000),
        case_unit_id uuid REFERENCES unit,
        secrecy text NOT NULL,
        case_handler_position_ids uuid[] NOT NULL DEFAULT '{}',
        case_holder_position_id uuid REFERENCES "position",
        case_registrar_id uuid NOT NULL REFERENCES person,
        excluded_person_ids uuid[] NOT NULL DEFAULT '{}',
        UNIQUE (queue_day, queue_number),
        CHECK ((channel = 'walk_in') = (queue_number IS NOT NULL)),
        CHECK (channel = 'walk_in' OR state NOT IN ('arrived','disposed','confirmed','waiting')),
        CHECK (channel = 'virtual' OR state <> 'joined'),
        CHECK (channel = 'virtual' OR (identity_card IS NOT NULL AND identity_checked_by IS NOT NULL AND identity_checked_by_name IS NOT NULL)),
        CHECK ((identity_sealed IS NULL) = (identity_masked IS NULL)),
        CHECK (service = 'MEDLIN' OR category IS NULL),
        CHECK (category IS DISTINCT FROM 'outside' OR state NOT IN ('confirmed','waiting','in_meeting','done')),
        CHECK (state <> 'declined' OR (answer_reason IS NOT NULL AND (service <> 'MEDLIN' OR category = 'outside'))),
        CHECK (state NOT IN ('in_meeting','done') OR (begun_at IS NOT NULL AND officer_name IS NOT NULL)),
        CHECK ((state = 'done') = (outcome IS NOT NULL) AND (state = 'done') = (minutes IS NOT NULL)),
        CHECK ((ended_at IS NOT NULL) = (state IN ('done','declined','no_show','left'))),
        CHECK (begun_at IS NULL OR begun_at >= arrived_at)
      );
      CREATE INDEX visit_day ON visit (queue_day DESC, arrived_at);
      CREATE INDEX visit_case ON visit (case_id);
      CREATE UNIQUE INDEX visit_one_under_way ON visit (case_id) WHERE ended_at IS NULL;

      CREATE FUNCTION copy_visit_facts() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        SELECT unit_id, secrecy, handler_position_ids, excluded_person_ids, holder_position_id, registrar_id
          INTO NEW.case_unit_id, NEW.secrecy, NEW.case_handler_position_ids, NEW.excluded_person_ids, NEW.case_holder_position_id, NEW.case_registrar_id
          FROM "case" WHERE id = NEW.case_id;
        RETURN NEW;
      END $body$;
      CREATE TRIGGER visit_case_facts BEFORE INSERT OR UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION copy_visit_facts();
      CREATE TRIGGER booking_case_facts BEFORE INSERT OR UPDATE ON booking FOR EACH ROW EXECUTE FUNCTION copy_visit_facts();
      CREATE FUNCTION spread_visit_facts() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        UPDATE visit SET case_id = case_id WHERE case_id = NEW.id;
        UPDATE booking SET case_id = case_id WHERE case_id = NEW.id;
        RETURN NULL;
      END $body$;
      CREATE TRIGGER case_visit_facts_spread AFTER UPDATE ON "case" FOR EACH ROW
        WHEN ((OLD.unit_id, OLD.secrecy, OLD.handler_position_ids, OLD.excluded_person_ids, OLD.holder_position_id)
          IS DISTINCT FROM (NEW.unit_id, NEW.secrecy, NEW.handler_position_ids, NEW.excluded_person_ids, NEW.holder_position_id))
        EXECUTE FUNCTION spread_visit_facts();

      ALTER TABLE mail ADD COLUMN calendar jsonb;
      -- Whatever purposes there are by now, and one more.
      DO $$ DECLARE known text; BEGIN
        SELECT pg_get_constraintdef(oid) INTO STRICT known FROM pg_constraint WHERE conname = 'mail_purpose_check' AND conrelid = 'mail'::regclass;
        EXECUTE 'ALTER TABLE mail DROP CONSTRAINT mail_purpose_check, ADD CONSTRAINT mail_purpose_check ' || replace(known, ']', ', ''appointment''::text]');
      END $$;
      ALTER TABLE mail ADD CONSTRAINT mail_calendar_of_appointment CHECK ((calendar IS NOT NULL) = (purpose = 'appointment'));
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
