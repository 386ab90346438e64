import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How neutrality complaints are handled: oral statements, method, allegations, evidence, steps, findings and recommendation points. The checks repeat the domain's law. */
export class Handling0012 implements MigrationInterface {
  name = 'Handling0012'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE oral_statement (
        case_id uuid PRIMARY KEY REFERENCES "case",
        office text NOT NULL CHECK (office IN ('head_office','smesco')),
        text text NOT NULL CHECK (length(text) BETWEEN 20 AND 10000),
        read_back_at timestamptz NOT NULL,
        taken_by uuid NOT NULL REFERENCES person,
        taken_by_name text NOT NULL,
        taken_by_title text NOT NULL
      );
      CREATE TRIGGER oral_statement_immutable BEFORE UPDATE OR DELETE ON oral_statement FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE handling_plan (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        case_id uuid NOT NULL UNIQUE REFERENCES "case",
        method text NOT NULL CHECK (method IN ('online','face_to_face')),
        at timestamptz,
        place text NOT NULL CHECK (length(place) BETWEEN 3 AND 500),
        officer text NOT NULL CHECK (length(officer) BETWEEN 3 AND 200),
        officer_phone text CHECK (length(officer_phone) BETWEEN 1 AND 50),
        decided_at timestamptz NOT NULL,
        decided_by_name text NOT NULL,
        CHECK (method = 'face_to_face' OR (at IS NOT NULL AND place ~ 'https://[^[:space:]]+'))
      );

      CREATE TABLE allegation (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        case_id uuid NOT NULL REFERENCES "case",
        party_id uuid NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        violation text NOT NULL CHECK (violation IN ('banner','campaign_on_social_media','attending_declaration','liking_or_sharing',
          'photo_with_candidate','party_member','campaign_team','other')),
        description text NOT NULL CHECK (length(description) BETWEEN 3 AND 4000),
        election text NOT NULL CHECK (election IN ('related','unrelated')),
        happened_on date,
        recorded_at timestamptz NOT NULL,
        recorded_by_name text NOT NULL,
        UNIQUE (case_id, id)
      );
      CREATE INDEX allegation_party ON allegation (party_id);

      CREATE TABLE evidence (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        case_id uuid NOT NULL REFERENCES "case",
        allegation_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('photo','video','audio','media_report','witness','document')),
        description text NOT NULL CHECK (length(description) BETWEEN 3 AND 4000),
        source text CHECK (length(source) BETWEEN 1 AND 300),
        file_id uuid REFERENCES file,
        checks_met text[] NOT NULL DEFAULT '{}',
        result text NOT NULL CHECK (result IN ('unchecked','sufficient','insufficient')),
        check_note text CHECK (length(check_note) BETWEEN 3 AND 4000),
        checked_at timestamptz,
        checked_by_name text,
        recorded_at timestamptz NOT NULL,
        recorded_by_name text NOT NULL,
        FOREIGN KEY (case_id, allegation_id) REFERENCES allegation (case_id, id),
        CHECK ((result = 'unchecked') = (checked_at IS NULL) AND (checked_at IS NULL) = (checked_by_name IS NULL)),
        CHECK (kind <> 'witness' OR source IS NOT NULL),
        CHECK (result <> 'insufficient' OR check_note IS NOT NULL),
        CONSTRAINT evidence_sufficient CHECK (result <> 'sufficient' OR checks_met @> CASE kind
          WHEN 'photo' THEN ARRAY['date_known','place_known','source_known','person_recognisable']
          WHEN 'video' THEN ARRAY['duration_noted','source_known','unaltered','person_recognisable']
          WHEN 'audio' THEN ARRAY['duration_noted','source_known','unaltered','voice_attributed']
          WHEN 'media_report' THEN ARRAY['publisher_known','published_on_known','address_works']
          WHEN 'witness' THEN ARRAY['identity_known','first_hand','statement_read_back','statement_signed']
          ELSE ARRAY['origin_known','copy_matches','bears_on_case'] END)
      );
      CREATE INDEX evidence_allegation ON evidence (allegation_id);

      CREATE TABLE handling_step (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        case_id uuid NOT NULL REFERENCES "case",
        kind text NOT NULL CHECK (kind IN ('clarification','examination','coordination')),
        state text NOT NULL CHECK (state IN ('planned','held','minuted','cancelled')),
        method text NOT NULL CHECK (method IN ('online','face_to_face')),
        place text NOT NULL CHECK (length(place) BETWEEN 3 AND 500),
        scheduled_at timestamptz NOT NULL,
        held_at timestamptz,
        minutes text CHECK (length(minutes) BETWEEN 20 AND 20000),
        read_back boolean NOT NULL DEFAULT false,
        minuted_at timestamptz,
        minuted_by_name text,
        minuted_by_title text,
        cancel_reason text CHECK (length(cancel_reason) BETWEEN 3 AND 1000),
        planned_at timestamptz NOT NULL,
        planned_by_name text NOT NULL,
        CHECK ((state IN ('held','minuted')) = (held_at IS NOT NULL)),
        CHECK ((state = 'minuted') = (minutes IS NOT NULL) AND (state = 'minuted') = (minuted_at IS NOT NULL) AND (minutes IS NULL OR read_back)),
        CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
      );
      CREATE INDEX handling_step_case ON handling_step (case_id, scheduled_at);
      CREATE TABLE step_participant (
        step_id uuid NOT NULL REFERENCES handling_step,
        place int NOT NULL CHECK (place > 0),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        role text NOT NULL CHECK (role IN ('officer','reporter','reported','witness','agency')),
        signed boolean NOT NULL,
        PRIMARY KEY (step_id, place)
      );

      CREATE TABLE finding (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        case_id uuid NOT NULL REFERENCES "case",
        allegation_id uuid NOT NULL UNIQUE,
        outcome text NOT NULL CHECK (outcome IN ('proven','not_proven')),
        sanction text NOT NULL CHECK (sanction IN ('not_proven','moral_closed','moral_open','light','medium','heavy')),
        reasons text NOT NULL CHECK (length(reasons) BETWEEN 10 AND 4000),
        found_at timestamptz NOT NULL,
        found_by_name text NOT NULL,
        FOREIGN KEY (case_id, allegation_id) REFERENCES allegation (case_id, id),
        CHECK ((outcome = 'proven') = (sanction <> 'not_proven'))
      );

      CREATE TABLE recommendation_point (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        case_id uuid NOT NULL REFERENCES "case",
        number int NOT NULL CHECK (number > 0),
        text text NOT NULL CHECK (length(text) BETWEEN 10 AND 4000),
        ppk text NOT NULL CHECK (length(ppk) BETWEEN 3 AND 300),
        agency text NOT NULL CHECK (length(agency) BETWEEN 3 AND 300),
        days int NOT NULL CHECK (days BETWEEN 1 AND 90),
        state text NOT NULL CHECK (state IN ('draft','open','replied','done','not_followed')),
        letter_id uuid REFERENCES letter,
        calendar_version_id uuid REFERENCES calendar_version,
        opened_at timestamptz,
        due_at timestamptz,
        reminded text CHECK (reminded IN ('point.nears','point.due','point.late')),
        next_reminder_at timestamptz,
        judged_at timestamptz,
        judged_by_name text,
        judgement text CHECK (length(judgement) BETWEEN 3 AND 4000),
        ended_at timestamptz,
        case_unit_id uuid REFERENCES unit,
        secrecy text NOT NULL,
        case_handler_position_ids uuid[] NOT NULL DEFAULT '{}',
        case_holder_position_id uuid REFERENCES "position",
        case_registrar_id uuid NOT NULL REFERENCES person,
        excluded_person_ids uuid[] NOT NULL DEFAULT '{}',
        UNIQUE (case_id, number) DEFERRABLE INITIALLY DEFERRED,
        CHECK ((state = 'draft') = (letter_id IS NULL) AND (state = 'draft') = (opened_at IS NULL) AND (state = 'draft') = (due_at IS NULL)
          AND (state = 'draft') = (calendar_version_id IS NULL)),
        CHECK ((state IN ('done','not_followed')) = (ended_at IS NOT NULL)),
        CHECK (ended_at IS NULL OR (judged_by_name IS NOT NULL AND judgement IS NOT NULL)),
        CHECK (next_reminder_at IS NULL OR state = 'open')
      );
      CREATE INDEX point_follow_up ON recommendation_point (case_unit_id, due_at) WHERE state IN ('open','replied');
      CREATE INDEX point_handlers ON recommendation_point USING gin (case_handler_position_ids);
      CREATE INDEX point_reminder ON recommendation_point (next_reminder_at) WHERE next_reminder_at IS NOT NULL;

      CREATE TABLE point_reply (
        id uuid PRIMARY KEY,
        point_id uuid NOT NULL REFERENCES recommendation_point,
        letter_number text NOT NULL CHECK (length(letter_number) BETWEEN 1 AND 150),
        letter_date date NOT NULL,
        received_on date NOT NULL CHECK (received_on >= letter_date),
        text text NOT NULL CHECK (length(text) BETWEEN 3 AND 4000),
        file_id uuid REFERENCES file,
        recorded_at timestamptz NOT NULL,
        recorded_by_name text NOT NULL
      );
      CREATE INDEX point_reply_point ON point_reply (point_id, recorded_at);
      CREATE TRIGGER point_reply_immutable BEFORE UPDATE OR DELETE ON point_reply FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TABLE point_extension (
        id uuid PRIMARY KEY,
        point_id uuid NOT NULL REFERENCES recommendation_point,
        days int NOT NULL CHECK (days BETWEEN 1 AND 30),
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 1000),
        at timestamptz NOT NULL,
        by_name text NOT NULL
      );
      CREATE INDEX point_extension_point ON point_extension (point_id, at);
      CREATE TRIGGER point_extension_immutable BEFORE UPDATE OR DELETE ON point_extension FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION copy_point_facts() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        SELECT unit_id, secrecy, handler_position_ids, excluded_person_ids, holder_position_id, registrar_id
          INTO NEW.case_unit_id, NEW.secrecy, NEW.case_handler_position_ids, NEW.excluded_person_ids, NEW.case_holder_position_id, NEW.case_registrar_id
          FROM "case" WHERE id = NEW.case_id;
        RETURN NEW;
      END $body$;
      CREATE TRIGGER point_case_facts BEFORE INSERT OR UPDATE ON recommendation_point FOR EACH ROW EXECUTE FUNCTION copy_point_facts();
      CREATE FUNCTION spread_point_facts() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        UPDATE recommendation_point SET case_id = case_id WHERE case_id = NEW.id;
        RETURN NULL;
      END $body$;
      CREATE TRIGGER case_point_facts_spread AFTER UPDATE ON "case" FOR EACH ROW
        WHEN ((OLD.unit_id, OLD.secrecy, OLD.handler_position_ids, OLD.excluded_person_ids, OLD.holder_position_id)
          IS DISTINCT FROM (NEW.unit_id, NEW.secrecy, NEW.handler_position_ids, NEW.excluded_person_ids, NEW.holder_position_id))
        EXECUTE FUNCTION spread_point_facts();
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
