import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * From when each running promise is at risk, by its share and by the plan of the desk that has the case; lists are ordered by it, so that what is at risk
 * comes first and what stands still last. What runs already is planned by the first round of the watch.
 */
export class DeskPlan0019 implements MigrationInterface {
  name = 'DeskPlan0019'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE clock ADD COLUMN at_risk_at timestamptz,
        ADD CONSTRAINT clock_at_risk CHECK (at_risk_at IS NULL OR (stopped_at IS NULL AND at_risk_at BETWEEN started_at AND due_at AND coalesce(flag, '') NOT IN ('paused','excused')));
      CREATE INDEX clock_at_risk ON clock (at_risk_at, id) WHERE at_risk_at IS NOT NULL;
      CREATE INDEX clock_unplanned ON clock (case_id)
        WHERE at_risk_at IS NULL AND stopped_at IS NULL AND due_at IS NOT NULL AND coalesce(flag, '') NOT IN ('paused','excused');

      ALTER TABLE task ADD COLUMN at_risk_at timestamptz NOT NULL DEFAULT 'infinity';
      UPDATE task t SET at_risk_at = coalesce(c.next_at_risk_at, 'infinity') FROM "case" c WHERE c.id = t.case_id AND t.closed_at IS NULL;
      DROP INDEX task_position;
      DROP INDEX task_unit;
      CREATE INDEX task_position ON task (position_id, at_risk_at, due_at, id) WHERE closed_at IS NULL;
      CREATE INDEX task_unit ON task (unit_id, at_risk_at, due_at, id) WHERE closed_at IS NULL;

      DROP INDEX case_due;
      DROP INDEX case_due_all;
      DROP INDEX case_unit_due;
      CREATE INDEX case_due ON "case" (coalesce(next_at_risk_at, 'infinity'::timestamptz), coalesce(next_due_at, 'infinity'::timestamptz), id) WHERE closed_at IS NULL;
      CREATE INDEX case_due_all ON "case" (coalesce(next_at_risk_at, 'infinity'::timestamptz), coalesce(next_due_at, 'infinity'::timestamptz), id);
      CREATE INDEX case_unit_due ON "case" (unit_id, coalesce(next_at_risk_at, 'infinity'::timestamptz), coalesce(next_due_at, 'infinity'::timestamptz), id);

      -- The instant a rung was ripe from: a promise that came out of risk and falls into it again is told once more.
      ALTER TABLE escalation ADD COLUMN since timestamptz;
      UPDATE escalation SET since = at;
      ALTER TABLE escalation ALTER COLUMN since SET NOT NULL, DROP CONSTRAINT escalation_once,
        ADD CONSTRAINT escalation_once UNIQUE (clock_id, step, due_at, since), ADD CONSTRAINT escalation_ripe CHECK (at >= since);
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
