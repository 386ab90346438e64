import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { caseFacts } from '@domain'
import { Case } from '../cases/case.entity.js'
import { Jobs } from '../platform/jobs.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Work } from '../platform/work.js'

const BATCH = 200

interface Ripe {
  id: string
  clock_code: string
  step: 'clock.at_risk' | 'clock.late'
  due: Date
}

/**
 * Tells those who have a case in hand that its promise is at risk, and that it is broken: once each per clock and due date, because the
 * idempotency key of the act names them. Runs every minute on one node.
 */
@Injectable()
export class WatchClocks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.periodically('clocks.watch', '* * * * *', async () => {
      await this.run()
    })
  }

  /** One round; gives how many steps were told. */
  async run(): Promise<number> {
    const ripe = await this.db.query<Ripe[]>(
      `SELECT c.id, c.next_clock_code AS clock_code, c.next_due_at AS due, s.step FROM "case" c
       CROSS JOIN LATERAL (SELECT CASE WHEN c.next_due_at < now() THEN 'clock.late' ELSE 'clock.at_risk' END AS step) s
       WHERE c.closed_at IS NULL AND c.next_due_at IS NOT NULL AND c.next_at_risk_at <= now()
         AND NOT EXISTS (SELECT 1 FROM request r WHERE r.person_id = $1 AND r.key = left(s.step || ' ' || c.id || ' ' || extract(epoch FROM c.next_due_at)::bigint, 64))
       ORDER BY c.next_due_at LIMIT ${BATCH}`,
      [SYSTEM.id],
    )
    for (const { id, clock_code, step, due } of ripe) await this.tell(id, clock_code, step, due)
    return ripe.length
  }

  private tell(caseId: string, code: string, step: Ripe['step'], due: Date): Promise<object> {
    const key = `${step} ${caseId} ${Math.floor(due.getTime() / 1000)}`.slice(0, 64)
    return this.work.run(SYSTEM, 'watchClocks', { key, input: { caseId, step } }, async (tx) => {
      const theCase = await tx.manager.findOneByOrFail(Case, { id: caseId })
      const facts = caseFacts(theCase)
      const positionIds = theCase.holderPositionId ? [theCase.holderPositionId] : []
      await tx.announce({
        kind: step,
        subject: { __typename: 'Case', id: caseId },
        caseId,
        version: theCase.version,
        before: facts,
        after: facts,
        detail: { code, dueAt: due.toISOString() },
        notify: [{ positionIds, kind: step }],
      })
      return { caseId }
    })
  }
}
