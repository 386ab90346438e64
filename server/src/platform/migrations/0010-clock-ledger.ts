import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The ledger of a clock in full: pauses, extensions, reclassifications, limits set for one case, recorded excuses; and what is asked of a second person.
 * The trigger repeats the order a ledger must keep (`ledgerFault` in the domain).
 */
export class ClockLedger0010 implements MigrationInterface {
  name = 'ClockLedger0010'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE clock ADD COLUMN version int NOT NULL DEFAULT 1 CHECK (version > 0),
        ADD COLUMN first_due_at timestamptz, ADD COLUMN granted int NOT NULL DEFAULT 0, ADD COLUMN extensions int NOT NULL DEFAULT 0,
        ADD COLUMN own_limit_amount int, ADD COLUMN own_limit_unit text,
        ADD COLUMN paused_since timestamptz, ADD COLUMN pause_reason text, ADD COLUMN excused_at timestamptz;
      UPDATE clock SET first_due_at = due_at;
      ALTER TABLE clock
        ADD CONSTRAINT clock_first_due CHECK ((first_due_at IS NULL) = (due_at IS NULL) AND first_due_at <= due_at),
        ADD CONSTRAINT clock_granted CHECK (granted >= 0 AND extensions >= 0 AND (granted > 0) = (extensions > 0)),
        ADD CONSTRAINT clock_own_limit CHECK ((own_limit_amount IS NULL) = (own_limit_unit IS NULL) AND own_limit_amount BETWEEN 1 AND 365
          AND own_limit_unit IN ('minute','hour','day','working_day','week')),
        ADD CONSTRAINT clock_paused CHECK ((paused_since IS NULL) = (pause_reason IS NULL) AND (paused_since IS NULL OR (stopped_at IS NULL AND paused_since >= started_at))),
        ADD CONSTRAINT clock_excused CHECK (excused_at >= started_at);

      CREATE TABLE clock_request (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        case_id uuid NOT NULL REFERENCES "case",
        clock_id uuid REFERENCES clock,
        kind text NOT NULL CHECK (kind IN ('pause','extend','reclassify')),
        status text NOT NULL CHECK (status IN ('asked','approved','declined','withdrawn')),
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
        pause_reason text,
        amount int CHECK (amount > 0),
        classification text,
        asked_by uuid NOT NULL REFERENCES person,
        asked_by_name text NOT NULL,
        asked_by_title text NOT NULL,
        asked_at timestamptz NOT NULL,
        approver_position_id uuid NOT NULL REFERENCES "position",
        answered_by uuid REFERENCES person,
        answered_by_name text,
        answered_by_title text,
        answered_at timestamptz,
        note text CHECK (length(note) BETWEEN 1 AND 2000),
        CHECK ((kind = 'reclassify') = (clock_id IS NULL) AND (kind = 'reclassify') = (classification IS NOT NULL)),
        CHECK ((kind = 'pause') = (pause_reason IS NOT NULL) AND (kind = 'extend') = (amount IS NOT NULL)),
        CHECK (status NOT IN ('approved','declined') OR answered_by <> asked_by),
        CHECK ((status = 'asked') = (answered_at IS NULL)),
        CHECK (answered_at >= asked_at),
        CHECK (num_nonnulls(answered_by, answered_by_name, answered_by_title) IN (0, 3) AND (answered_by IS NULL OR answered_at IS NOT NULL)),
        CHECK (status NOT IN ('approved','declined') OR answered_by IS NOT NULL),
        CHECK (status <> 'declined' OR note IS NOT NULL)
      );
      CREATE INDEX clock_request_case ON clock_request (case_id, asked_at);
      CREATE UNIQUE INDEX clock_request_one_open ON clock_request (coalesce(clock_id, case_id), kind) WHERE status = 'asked';

      ALTER TABLE clock_event DROP CONSTRAINT clock_event_kind_check;
      ALTER TABLE clock_event ADD COLUMN seq int, ADD COLUMN pause_reason text, ADD COLUMN amount int, ADD COLUMN unit text,
        ADD COLUMN from_code text, ADD COLUMN to_code text, ADD COLUMN approver_id uuid REFERENCES person, ADD COLUMN position_id uuid REFERENCES "position",
        ADD COLUMN request_id uuid REFERENCES clock_request, ADD COLUMN calendar_version_id uuid REFERENCES calendar_version;
      ALTER TABLE clock_event DISABLE TRIGGER clock_event_immutable;
      UPDATE clock_event e SET seq = o.seq, to_code = CASE WHEN e.kind = 'reclassify' THEN e.reason END
        FROM (SELECT id, row_number() OVER (PARTITION BY clock_id
          ORDER BY at, array_position(ARRAY['reclassify','start','stop'], kind)) AS seq FROM clock_event) o WHERE o.id = e.id;
      ALTER TABLE clock_event ENABLE TRIGGER clock_event_immutable;
      ALTER TABLE clock_event ALTER COLUMN seq SET NOT NULL,
        ADD CONSTRAINT clock_event_kind_check CHECK (kind IN ('start','pause','resume','extend','reclassify','set_limit','excuse','recount','stop')),
        ADD CONSTRAINT clock_event_pause CHECK ((kind = 'pause') = (pause_reason IS NOT NULL)),
        ADD CONSTRAINT clock_event_amount CHECK ((kind IN ('extend','set_limit')) = (amount IS NOT NULL) AND (amount IS NULL) = (unit IS NULL) AND amount > 0
          AND unit IN ('minute','hour','day','working_day','week')),
        ADD CONSTRAINT clock_event_codes CHECK ((kind = 'reclassify') = (to_code IS NOT NULL) AND (from_code IS NULL OR kind = 'reclassify') AND from_code <> to_code),
        ADD CONSTRAINT clock_event_recount CHECK ((kind = 'recount') = (calendar_version_id IS NOT NULL)),
        ADD CONSTRAINT clock_event_reason CHECK (kind NOT IN ('set_limit','excuse') OR length(reason) BETWEEN 3 AND 2000),
        ADD CONSTRAINT clock_event_two_persons CHECK (approver_id <> actor_id AND (approver_id IS NULL) = (request_id IS NULL)),
        ADD CONSTRAINT clock_event_extended_by_two CHECK (kind <> 'extend' OR approver_id IS NOT NULL);
      CREATE UNIQUE INDEX clock_event_seq ON clock_event (clock_id, seq);
      DROP INDEX clock_event_clock;

      CREATE FUNCTION clock_ledger_in_order() RETURNS trigger LANGUAGE plpgsql AS $body$
      DECLARE l record;
      BEGIN
        PERFORM 1 FROM clock WHERE id = NEW.clock_id FOR UPDATE;
        SELECT coalesce(max(e.seq), 0) AS seq, max(e.at) FILTER (WHERE e.kind = 'start') AS started, coalesce(bool_or(e.kind = 'stop'), false) AS stopped,
          coalesce(max(e.seq) FILTER (WHERE e.kind = 'pause'), 0) > coalesce(max(e.seq) FILTER (WHERE e.kind = 'resume'), 0) AS paused,
          max(e.at) FILTER (WHERE e.seq >= started.seq) AS latest INTO l
        FROM clock_event e CROSS JOIN (SELECT min(s.seq) AS seq FROM clock_event s WHERE s.clock_id = NEW.clock_id AND s.kind = 'start') started
        WHERE e.clock_id = NEW.clock_id;
        NEW.seq := l.seq + 1;
        IF l.stopped
          OR (NEW.kind IN ('pause','extend','excuse') AND l.started IS NULL)
          OR (NEW.kind = 'pause' AND l.paused) OR (NEW.kind = 'resume' AND NOT l.paused) OR (NEW.kind = 'stop' AND l.paused)
          OR NEW.at < l.latest THEN
          RAISE EXCEPTION 'A % does not follow in the ledger of clock %', NEW.kind, NEW.clock_id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $body$;
      CREATE TRIGGER clock_event_in_order BEFORE INSERT ON clock_event FOR EACH ROW EXECUTE FUNCTION clock_ledger_in_order();

      ALTER TABLE task DROP CONSTRAINT task_kind_check;
      ALTER TABLE task ADD CONSTRAINT task_kind_check
        CHECK (kind IN ('complete_registration','dispose','decide','draft','revise','review','issue','deliver','consent_void','approve_clock'));
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
