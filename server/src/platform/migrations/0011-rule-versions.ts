import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Standards and calendars that administrators draft, rehearse and put into force with a second person's consent. A version that is in force is never changed;
 * of one standard no two versions begin on the same day.
 */
export class RuleVersions0011 implements MigrationInterface {
  name = 'RuleVersions0011'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE rule_draft (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        kind text NOT NULL CHECK (kind IN ('standard','calendar')),
        service text CHECK (service IN ('MEDLIN','MERIT','NETRALITAS','KODE_ETIK','JPT')),
        state text NOT NULL CHECK (state IN ('draft','proposed','active','discarded')),
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
        document jsonb NOT NULL,
        effective_from date,
        based_on uuid NOT NULL,
        author_id uuid NOT NULL REFERENCES person,
        author_name text NOT NULL,
        saved_at timestamptz NOT NULL,
        rehearsal jsonb,
        proposer_id uuid REFERENCES person,
        proposer_name text,
        proposed_at timestamptz,
        consenter_id uuid REFERENCES person,
        consenter_name text,
        consented_at timestamptz,
        return_note text CHECK (length(return_note) BETWEEN 1 AND 2000),
        outcome jsonb,
        CHECK ((kind = 'standard') = (service IS NOT NULL)),
        CHECK (kind = 'calendar' OR effective_from IS NOT NULL),
        CHECK (num_nonnulls(proposer_id, proposer_name, proposed_at) IN (0, 3)),
        CHECK (num_nonnulls(consenter_id, consenter_name, consented_at) IN (0, 3)),
        CHECK ((state IN ('proposed','active')) <= (proposer_id IS NOT NULL AND rehearsal IS NOT NULL)),
        CHECK (state <> 'draft' OR proposer_id IS NULL),
        CHECK ((state = 'active') = (consenter_id IS NOT NULL)),
        CHECK (consenter_id <> proposer_id),
        CHECK (consented_at >= proposed_at),
        CHECK (outcome IS NULL OR (kind = 'calendar' AND state = 'active'))
      );
      CREATE UNIQUE INDEX rule_draft_one_open ON rule_draft (kind, coalesce(service, '')) WHERE state IN ('draft','proposed');

      ALTER TABLE standard_version ADD COLUMN draft_id uuid UNIQUE REFERENCES rule_draft;
      CREATE UNIQUE INDEX standard_version_one_a_day ON standard_version (service, effective_from);

      ALTER TABLE calendar_version ADD COLUMN draft_id uuid UNIQUE REFERENCES rule_draft, ADD COLUMN number int;
      UPDATE calendar_version v SET number = o.number
        FROM (SELECT id, row_number() OVER (ORDER BY effective_from, code) AS number FROM calendar_version) o WHERE o.id = v.id;
      ALTER TABLE calendar_version ALTER COLUMN number SET NOT NULL, ADD CONSTRAINT calendar_version_number UNIQUE (number);

      CREATE TRIGGER standard_version_immutable BEFORE UPDATE OR DELETE ON standard_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER calendar_version_immutable BEFORE UPDATE OR DELETE ON calendar_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE INDEX clock_open_calendar ON clock (case_id) INCLUDE (calendar_version_id) WHERE stopped_at IS NULL;
      CREATE INDEX clock_stopped ON clock (stopped_at) WHERE stopped_at IS NOT NULL;
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
