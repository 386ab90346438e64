import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Counting a hundred thousand clocks anew writes a hundred thousand cases, tasks and lines of the ledger: what a row does not move is not done for it. Facts
 * are copied and spread only where they are written, a recount looks at the last line of its ledger alone, and one index of the agenda is enough.
 */
export class RecountInBulk0025 implements MigrationInterface {
  name = 'RecountInBulk0025'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER task_case_facts ON task;
      CREATE TRIGGER task_case_facts BEFORE INSERT OR UPDATE OF case_id, secrecy, excluded_person_ids, case_registrar_id ON task
        FOR EACH ROW EXECUTE FUNCTION copy_case_facts();

      DROP TRIGGER case_facts_spread ON "case";
      CREATE TRIGGER case_facts_spread AFTER UPDATE ON "case" FOR EACH ROW
        WHEN ((OLD.unit_id, OLD.secrecy, OLD.handler_position_ids, OLD.excluded_person_ids, OLD.holder_position_id)
          IS DISTINCT FROM (NEW.unit_id, NEW.secrecy, NEW.handler_position_ids, NEW.excluded_person_ids, NEW.holder_position_id))
        EXECUTE FUNCTION spread_case_facts();
      DROP TRIGGER case_selection_spread ON "case";
      CREATE TRIGGER case_selection_spread AFTER UPDATE ON "case" FOR EACH ROW
        WHEN (NEW.service = 'JPT' AND (OLD.stage, OLD.unit_id, OLD.secrecy, OLD.handler_position_ids, OLD.excluded_person_ids)
          IS DISTINCT FROM (NEW.stage, NEW.unit_id, NEW.secrecy, NEW.handler_position_ids, NEW.excluded_person_ids))
        EXECUTE FUNCTION spread_case_to_selection();

      -- The unique key of the agenda is read backwards as well.
      DROP INDEX case_agenda;

      -- A recount moves neither start nor pauses: it follows whatever is no stop, and does not go back in time. Two at once are refused by the key of the line.
      CREATE FUNCTION clock_recount_follows() RETURNS trigger LANGUAGE plpgsql AS $body$
      DECLARE last record;
      BEGIN
        SELECT e.seq, e.at, e.kind INTO last FROM clock_event e WHERE e.clock_id = NEW.clock_id ORDER BY e.seq DESC LIMIT 1;
        NEW.seq := coalesce(last.seq, 0) + 1;
        IF last.kind = 'stop'
          OR (NEW.at < last.at AND EXISTS (SELECT FROM clock_event e WHERE e.clock_id = NEW.clock_id AND e.kind = 'start')) THEN
          RAISE EXCEPTION 'A % does not follow in the ledger of clock %', NEW.kind, NEW.clock_id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $body$;
      DROP TRIGGER clock_event_in_order ON clock_event;
      CREATE TRIGGER clock_event_in_order BEFORE INSERT ON clock_event FOR EACH ROW WHEN (NEW.kind <> 'recount') EXECUTE FUNCTION clock_ledger_in_order();
      CREATE TRIGGER clock_recount_in_order BEFORE INSERT ON clock_event FOR EACH ROW WHEN (NEW.kind = 'recount') EXECUTE FUNCTION clock_recount_follows();
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
