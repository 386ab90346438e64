import type { MigrationInterface, QueryRunner } from 'typeorm'

/** An approved letter goes back to its author: a step of its review like the others. */
export class ReturnApproved0026 implements MigrationInterface {
  name = 'ReturnApproved0026'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE review_step DROP CONSTRAINT review_step_action_check,
        ADD CONSTRAINT review_step_action_check CHECK (action IN ('submit','pass','approve','return','recall','return_approved'));
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
