import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Whoever registered a case reads its dispositions as they read the case: the registrar is copied onto the branch, as onto letters and tasks. */
export class RegistrarReads0005 implements MigrationInterface {
  name = 'RegistrarReads0005'

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE disposition ADD COLUMN case_registrar_id uuid REFERENCES person')
    await db.query(`
      CREATE OR REPLACE FUNCTION copy_case_facts() RETURNS trigger LANGUAGE plpgsql AS $body$
      DECLARE c record;
      BEGIN
        SELECT unit_id, secrecy, handler_position_ids, excluded_person_ids, holder_position_id, registrar_id INTO c FROM "case" WHERE id = NEW.case_id;
        NEW.secrecy := c.secrecy;
        NEW.excluded_person_ids := c.excluded_person_ids;
        NEW.case_registrar_id := c.registrar_id;
        IF TG_TABLE_NAME IN ('letter', 'disposition') THEN
          NEW.case_unit_id := c.unit_id;
          NEW.case_handler_position_ids := c.handler_position_ids;
        END IF;
        IF TG_TABLE_NAME = 'letter' THEN NEW.case_holder_position_id := c.holder_position_id; END IF;
        RETURN NEW;
      END $body$;
    `)
    await this.backfill(db)
    await db.query('ALTER TABLE disposition ALTER COLUMN case_registrar_id SET NOT NULL')
  }

  private async backfill(db: QueryRunner): Promise<void> {
    let left = true
    while (left) {
      const [rows] = (await db.query(
        `UPDATE disposition d SET case_registrar_id = c.registrar_id FROM "case" c
         WHERE c.id = d.case_id AND d.id IN (SELECT id FROM disposition WHERE case_registrar_id IS NULL LIMIT 5000) RETURNING d.id`,
      )) as [{ id: string }[], number]
      left = rows.length > 0
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
