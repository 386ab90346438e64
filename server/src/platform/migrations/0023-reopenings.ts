import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A selection may be taken back to an earlier stage, and what was recorded may be corrected: what stood there before is kept with its reason. */
export class Reopenings0023 implements MigrationInterface {
  name = 'Reopenings0023'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE selection_reopening (
        id uuid PRIMARY KEY,
        selection_id uuid NOT NULL REFERENCES selection,
        from_stage text NOT NULL CHECK (from_stage IN ('planning','announcement','application','selection','results','appointment')),
        from_state text NOT NULL CHECK (from_state IN ('running','finished')),
        to_stage text NOT NULL CHECK (to_stage IN ('planning','announcement','application','selection','results','appointment')),
        cause text NOT NULL CHECK (cause IN ('entry_error','agency_correction')),
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
        at timestamptz NOT NULL,
        by_name text NOT NULL,
        by_title text,
        CHECK (from_state <> 'finished' OR from_stage = 'appointment'),
        CHECK (array_position(ARRAY['planning','announcement','application','selection','results','appointment'], to_stage) < array_position(ARRAY['planning','announcement','application','selection','results','appointment'], from_stage)
          OR (from_state = 'finished' AND to_stage = 'appointment'))
      );
      CREATE INDEX selection_reopening_of ON selection_reopening (selection_id, at);

      CREATE TABLE set_aside_check (
        reopening_id uuid NOT NULL REFERENCES selection_reopening,
        stage text NOT NULL CHECK (stage IN ('planning','announcement','application','selection','results','appointment')),
        code text NOT NULL,
        met boolean NOT NULL,
        note text CHECK (length(note) BETWEEN 1 AND 2000),
        checked_at timestamptz NOT NULL,
        checked_by_name text NOT NULL,
        PRIMARY KEY (reopening_id, stage, code)
      );

      CREATE TABLE set_aside_choice (
        id uuid PRIMARY KEY,
        selection_id uuid NOT NULL REFERENCES selection,
        post_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('shortlisted','appointed')),
        candidate_id uuid NOT NULL,
        place int CHECK (place BETWEEN 1 AND 3),
        decree_number text CHECK (length(decree_number) BETWEEN 1 AND 150),
        decree_on date,
        recorded_at timestamptz NOT NULL,
        recorded_by_name text,
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
        at timestamptz NOT NULL,
        by_name text NOT NULL,
        FOREIGN KEY (candidate_id, post_id) REFERENCES candidate (id, post_id),
        CHECK ((kind = 'shortlisted') = (place IS NOT NULL)),
        CHECK ((kind = 'appointed') = (decree_number IS NOT NULL) AND (decree_number IS NULL) = (decree_on IS NULL)),
        CHECK (at >= recorded_at)
      );
      CREATE INDEX set_aside_choice_of ON set_aside_choice (selection_id, at);

      CREATE TABLE result_correction (
        id uuid PRIMARY KEY,
        selection_id uuid NOT NULL REFERENCES selection,
        post_id uuid NOT NULL,
        component text NOT NULL CHECK (component IN ('track_record','assessment','paper','interview','final')),
        outcome text NOT NULL CHECK (outcome IN ('corrected','set_aside')),
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
        at timestamptz NOT NULL,
        by_name text NOT NULL,
        old_recorded_at timestamptz NOT NULL,
        old_recorded_by_name text NOT NULL,
        old_source text NOT NULL CHECK (old_source IN ('typed','table')),
        old_table_sha256 text,
        old_tie_reason text,
        FOREIGN KEY (post_id, selection_id) REFERENCES vacant_post (id, selection_id),
        CHECK (at >= old_recorded_at)
      );
      CREATE INDEX result_correction_of ON result_correction (selection_id, at);

      CREATE TABLE score_correction (
        correction_id uuid NOT NULL REFERENCES result_correction,
        candidate_id uuid NOT NULL REFERENCES candidate,
        old_score numeric(5,2) CHECK (old_score BETWEEN 0 AND 100),
        old_rank int CHECK (old_rank > 0),
        old_proceeds boolean,
        new_score numeric(5,2) CHECK (new_score BETWEEN 0 AND 100),
        new_rank int CHECK (new_rank > 0),
        new_proceeds boolean,
        PRIMARY KEY (correction_id, candidate_id),
        CHECK ((old_score IS NULL) = (old_rank IS NULL) AND (old_score IS NULL) = (old_proceeds IS NULL)),
        CHECK ((new_score IS NULL) = (new_rank IS NULL) AND (new_score IS NULL) = (new_proceeds IS NULL)),
        CHECK ((old_score, old_rank, old_proceeds) IS DISTINCT FROM (new_score, new_rank, new_proceeds))
      );
      CREATE INDEX score_correction_candidate ON score_correction (candidate_id);

      -- A request whose letter answered what the agency has corrected since no longer counts.
      ALTER TABLE selection_request ADD COLUMN superseded_at timestamptz,
        ADD CONSTRAINT superseded_when_ended CHECK (superseded_at IS NULL OR state IN ('answered','withdrawn'));

      CREATE OR REPLACE FUNCTION copy_selection_facts() RETURNS trigger LANGUAGE plpgsql AS $body$
      DECLARE f record;
      BEGIN
        SELECT (array_agg(c.unit_id ORDER BY c.received_at DESC, c.id) FILTER (WHERE c.unit_id IS NOT NULL))[1] AS unit_id,
               (ARRAY['biasa','terbatas','rahasia','sangat_rahasia'])[max(array_position(ARRAY['biasa','terbatas','rahasia','sangat_rahasia'], c.secrecy))] AS secrecy,
               ARRAY(SELECT DISTINCT h FROM "case" k, unnest(k.handler_position_ids) h
                     WHERE k.id = NEW.opened_by_case_id OR k.id IN (SELECT case_id FROM selection_request WHERE selection_id = NEW.id) ORDER BY h) AS handlers,
               ARRAY(SELECT DISTINCT e FROM "case" k, unnest(k.excluded_person_ids) e
                     WHERE k.id = NEW.opened_by_case_id OR k.id IN (SELECT case_id FROM selection_request WHERE selection_id = NEW.id) ORDER BY e) AS excluded
          INTO f FROM "case" c WHERE c.id = NEW.opened_by_case_id OR c.id IN (SELECT case_id FROM selection_request WHERE selection_id = NEW.id);
        NEW.unit_id := f.unit_id;
        NEW.secrecy := f.secrecy;
        NEW.handler_position_ids := f.handlers;
        NEW.excluded_person_ids := f.excluded;
        NEW.results_released := EXISTS (
          SELECT FROM selection_request r JOIN letter l ON l.case_id = r.case_id
          WHERE r.selection_id = NEW.id AND r.superseded_at IS NULL AND r.stage = 'results' AND l.kind = 'recommendation' AND l.status IN ('issued', 'delivered'));
        RETURN NEW;
      END $body$;
    `)

    await db.query(`
      -- What was corrected stays on record: nobody writes over it.
      CREATE TRIGGER selection_reopening_immutable BEFORE UPDATE OR DELETE ON selection_reopening FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER set_aside_check_immutable BEFORE UPDATE OR DELETE ON set_aside_check FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER set_aside_choice_immutable BEFORE UPDATE OR DELETE ON set_aside_choice FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER result_correction_immutable BEFORE UPDATE OR DELETE ON result_correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER score_correction_immutable BEFORE UPDATE OR DELETE ON score_correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
