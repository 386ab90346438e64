import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Attachments that show who a sealed reporter is, and a release that waits on the desk of a custodian. */
export class SealedFiles0021 implements MigrationInterface {
  readonly name = 'SealedFiles0021'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE file ADD COLUMN sealed_at timestamptz, ADD COLUMN name_sealed bytea, ADD COLUMN bytes_sealed boolean NOT NULL DEFAULT false;
      ALTER TABLE file ADD CONSTRAINT file_sealed CHECK ((sealed_at IS NULL) = (name_sealed IS NULL) AND (sealed_at IS NOT NULL OR NOT bytes_sealed)
        AND (sealed_at IS NULL OR (purpose = 'attachment' AND case_id IS NOT NULL AND name = 'Dokumen identitas (disegel)'
          AND media_type = 'application/octet-stream')));

      CREATE FUNCTION sealed_file_stays_so() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF NEW.sealed_at IS DISTINCT FROM OLD.sealed_at OR NEW.case_id IS DISTINCT FROM OLD.case_id OR OLD.bytes_sealed AND NOT NEW.bytes_sealed THEN
          RAISE EXCEPTION 'File % is sealed', NEW.id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $body$;
      CREATE TRIGGER file_sealed_for_good BEFORE UPDATE ON file FOR EACH ROW WHEN (OLD.sealed_at IS NOT NULL) EXECUTE FUNCTION sealed_file_stays_so();

      CREATE INDEX event_guarded ON event (actor_id, at) WHERE kind = 'identity.guarded';

      -- Whatever kinds there are by now, and one more.
      DO $$ DECLARE known text; BEGIN
        SELECT pg_get_constraintdef(oid) INTO STRICT known FROM pg_constraint WHERE conname = 'task_kind_check' AND conrelid = 'task'::regclass;
        EXECUTE 'ALTER TABLE task DROP CONSTRAINT task_kind_check, ADD CONSTRAINT task_kind_check ' || replace(known, ']', ', ''release''::text]');
      END $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
