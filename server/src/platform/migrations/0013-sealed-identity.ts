import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Sealed reporters, the release of their identity by two persons, and relations the staff declare. */
export class SealedIdentity0013 implements MigrationInterface {
  readonly name = 'SealedIdentity0013'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE "case" ADD COLUMN reporter_protection text NOT NULL DEFAULT 'open' CHECK (reporter_protection IN ('open','sealed','anonymous'));
      ALTER TABLE "case" ADD CONSTRAINT case_protected_reporter CHECK (reporter_protection = 'open' OR (service = 'NETRALITAS' AND letter_number IS NULL
        AND sender_name = 'Pelapor ' || repeat('0', greatest(4 - length(agenda_number::text), 0)) || agenda_number || '/' || agenda_year));

      CREATE TABLE sealed_identity (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL UNIQUE REFERENCES "case",
        sealed_at timestamptz NOT NULL,
        sealed_by uuid NOT NULL REFERENCES person,
        name_sealed bytea NOT NULL,
        job_title_sealed bytea,
        work_unit_sealed bytea,
        agency_name_sealed bytea,
        representative_sealed bytea,
        nik_sealed bytea,
        nik_index bytea CHECK (octet_length(nik_index) = 32),
        nip_sealed bytea,
        nip_index bytea CHECK (octet_length(nip_index) = 32),
        phone_sealed bytea,
        email_sealed bytea,
        email_index bytea CHECK (octet_length(email_index) = 32),
        address_sealed bytea,
        letter_number_sealed bytea,
        CHECK ((nik_sealed IS NULL) = (nik_index IS NULL) AND (nip_sealed IS NULL) = (nip_index IS NULL) AND (email_sealed IS NULL) = (email_index IS NULL))
      );

      -- A protected reporter's own row says nothing but how they are called.
      CREATE FUNCTION protected_reporter_stays_so() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF NEW.role = 'requester' AND EXISTS (SELECT FROM "case" c WHERE c.id = NEW.case_id AND c.reporter_protection <> 'open' AND (NEW.name <> c.sender_name
          OR num_nonnulls(NEW.job_title, NEW.work_unit, NEW.agency_name, NEW.representative, NEW.nik_sealed, NEW.nip_sealed, NEW.phone_sealed, NEW.email_sealed,
            NEW.address_sealed, NEW.nik_index, NEW.nip_index, NEW.nik_masked, NEW.nip_masked) > 0)) THEN
          RAISE EXCEPTION 'The reporter of case % is protected', NEW.case_id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $body$;
      CREATE TRIGGER party_protected BEFORE INSERT OR UPDATE ON party FOR EACH ROW EXECUTE FUNCTION protected_reporter_stays_so();

      CREATE TABLE identity_release (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        case_id uuid NOT NULL REFERENCES "case",
        status text NOT NULL CHECK (status IN ('requested','granted','refused','withdrawn','revoked')),
        purpose text NOT NULL CHECK (purpose IN ('clarification','examination','delivery','legal_duty','protection')),
        reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 2000),
        hours int NOT NULL CHECK (hours BETWEEN 1 AND 8),
        requested_by uuid NOT NULL REFERENCES person,
        requested_by_name text NOT NULL,
        requested_by_title text NOT NULL,
        requested_at timestamptz NOT NULL,
        decided_by uuid REFERENCES person,
        decided_by_name text,
        decided_by_title text,
        decided_at timestamptz,
        decision_note text CHECK (length(decision_note) BETWEEN 3 AND 2000),
        until timestamptz,
        ended_at timestamptz,
        ended_by uuid REFERENCES person,
        ended_by_name text,
        end_reason text CHECK (length(end_reason) BETWEEN 3 AND 2000),
        reads int NOT NULL DEFAULT 0 CHECK (reads >= 0),
        last_read_at timestamptz,
        case_author_ids uuid[] NOT NULL DEFAULT '{}',
        case_handler_position_ids uuid[] NOT NULL DEFAULT '{}',
        excluded_person_ids uuid[] NOT NULL DEFAULT '{}',
        CHECK (decided_by <> requested_by),
        CHECK (num_nonnulls(decided_by, decided_by_name, decided_by_title, decided_at) IN (0, 4)),
        CHECK ((status IN ('granted','refused','revoked')) = (decided_by IS NOT NULL)),
        CHECK ((status IN ('granted','revoked')) = (until IS NOT NULL)),
        CHECK (until > decided_at AND until <= decided_at + interval '8 hours'),
        CHECK (status <> 'refused' OR decision_note IS NOT NULL),
        CHECK ((status IN ('withdrawn','revoked')) = (ended_at IS NOT NULL) AND num_nonnulls(ended_at, ended_by, ended_by_name) IN (0, 3)),
        CHECK (status <> 'revoked' OR end_reason IS NOT NULL),
        CHECK ((reads > 0) = (last_read_at IS NOT NULL)),
        CHECK (last_read_at IS NULL OR (last_read_at >= decided_at AND last_read_at < until))
      );
      CREATE UNIQUE INDEX identity_release_one_waiting ON identity_release (case_id, requested_by) WHERE status = 'requested';
      CREATE INDEX identity_release_case ON identity_release (case_id);
      CREATE INDEX identity_release_recent ON identity_release (requested_at DESC, id);

      CREATE FUNCTION copy_release_facts() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        SELECT handler_position_ids, excluded_person_ids INTO NEW.case_handler_position_ids, NEW.excluded_person_ids FROM "case" WHERE id = NEW.case_id;
        NEW.case_author_ids := ARRAY(SELECT DISTINCT unnest(author_ids) FROM letter WHERE case_id = NEW.case_id ORDER BY 1);
        RETURN NEW;
      END $body$;
      CREATE TRIGGER identity_release_case_facts BEFORE INSERT OR UPDATE ON identity_release FOR EACH ROW EXECUTE FUNCTION copy_release_facts();
      CREATE FUNCTION spread_release_facts() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF TG_TABLE_NAME = 'case' THEN UPDATE identity_release SET case_id = case_id WHERE case_id = NEW.id;
        ELSE UPDATE identity_release SET case_id = case_id WHERE case_id = NEW.case_id;
        END IF;
        RETURN NULL;
      END $body$;
      CREATE TRIGGER case_release_facts_spread AFTER UPDATE ON "case" FOR EACH ROW
        WHEN (NEW.reporter_protection = 'sealed' AND (OLD.handler_position_ids, OLD.excluded_person_ids) IS DISTINCT FROM (NEW.handler_position_ids, NEW.excluded_person_ids))
        EXECUTE FUNCTION spread_release_facts();
      CREATE TRIGGER letter_author_spread AFTER UPDATE ON letter FOR EACH ROW WHEN (OLD.author_ids IS DISTINCT FROM NEW.author_ids) EXECUTE FUNCTION spread_release_facts();
      CREATE TRIGGER letter_author_new AFTER INSERT ON letter FOR EACH ROW EXECUTE FUNCTION spread_release_facts();

      ALTER TABLE delivery ADD COLUMN email_hidden boolean NOT NULL DEFAULT false;
      ALTER TABLE mail ADD COLUMN to_hidden boolean NOT NULL DEFAULT false;

      CREATE TABLE declared_relation (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        person_id uuid NOT NULL REFERENCES person,
        kind text NOT NULL CHECK (kind IN ('family','superior','interest')),
        nip_sealed bytea,
        nip_index bytea CHECK (octet_length(nip_index) = 32),
        nip_masked text,
        agency_code text REFERENCES agency,
        note_sealed bytea,
        declared_at timestamptz NOT NULL,
        declared_by uuid NOT NULL REFERENCES person,
        ended_at timestamptz,
        ended_by uuid REFERENCES person,
        CHECK ((nip_index IS NULL) <> (agency_code IS NULL)),
        CHECK (num_nonnulls(nip_sealed, nip_index, nip_masked) IN (0, 3)),
        CHECK ((ended_at IS NULL) = (ended_by IS NULL))
      );
      CREATE UNIQUE INDEX declared_relation_once ON declared_relation (person_id, nip_index, agency_code) NULLS NOT DISTINCT WHERE ended_at IS NULL;
      CREATE INDEX declared_relation_nip ON declared_relation (nip_index) WHERE ended_at IS NULL;
      CREATE INDEX declared_relation_agency ON declared_relation (agency_code) WHERE ended_at IS NULL;

      -- Whatever kinds there are by now, and one more.
      DO $$ DECLARE known text; BEGIN
        SELECT pg_get_constraintdef(oid) INTO STRICT known FROM pg_constraint WHERE conname = 'task_kind_check' AND conrelid = 'task'::regclass;
        EXECUTE 'ALTER TABLE task DROP CONSTRAINT task_kind_check, ADD CONSTRAINT task_kind_check ' || replace(known, ']', ', ''reassign''::text]');
      END $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
