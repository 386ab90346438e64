import { randomUUID } from 'node:crypto'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import {
  caseFacts,
  dueSteps,
  type DueSteps,
  type ClockLimit,
  type ClockRule,
  type EscalationStep,
  type EventKind,
  type LimitUnit,
  type RipeStep,
  type ToldStep,
} from '@domain'
import { Case } from '../cases/case.entity.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { Jobs } from '../platform/jobs.js'
import { Moment } from '../platform/moment.js'
import { PastFailures } from '../platform/past-failures.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Work, type Tx } from '../platform/work.js'
import { calendarById } from '../standards/index.js'
import { audienceOf } from './escalation-audience.js'
import { Escalation } from './escalation.entity.js'
import { planCases } from './plan-risk.js'

const BATCH = 500

/** How each rung is announced. */
const KIND = { at_risk: 'clock.at_risk', due: 'clock.late', after: 'clock.escalated' } as const satisfies Record<EscalationStep, EventKind>

interface Row {
  readonly id: string
  readonly caseId: string
  readonly code: string
  readonly rule: ClockRule
  readonly calendarVersionId: string
  readonly startedAt: Date
  readonly stoppedAt: Date | null
  readonly dueAt: Date
  readonly atRiskAt: Date | null
  readonly flag: string | null
  readonly ownLimitAmount: number | null
  readonly ownLimitUnit: LimitUnit | null
  readonly told: readonly { readonly step: EscalationStep; readonly dueAt: string; readonly at: string }[]
}

const COLUMNS = `k.id, k.case_id AS "caseId", k.code, k.rule, k.calendar_version_id AS "calendarVersionId", k.started_at AS "startedAt", k.stopped_at AS "stoppedAt",
  k.due_at AS "dueAt", k.at_risk_at AS "atRiskAt", k.flag, k.own_limit_amount AS "ownLimitAmount", k.own_limit_unit AS "ownLimitUnit",
  coalesce((SELECT jsonb_agg(jsonb_build_object('step', e.step, 'dueAt', e.due_at, 'at', e.at)) FROM escalation e WHERE e.clock_id = k.id), '[]'::jsonb) AS told`

/**
 * Climbs the ladder of every running clock: whoever has the case in hand, the head, leadership, each rung once and in office hours only. Runs every
 * minute on one node; what a crash leaves undone is done at the next round, and what was done is never done again, because the rung is a row of the same
 * transaction as its notices and its mail.
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

  /** One round; gives how many rungs were told. Goes on past a clock that fails; throws at the end, naming those that did. */
  async run(): Promise<number> {
    const now = await Moment.now(this.db)
    const failures = new PastFailures()
    await failures.row('planRisk', () => this.planUnplanned())
    let count = 0
    for (let last: Row | null = null; ;) {
      const rows: Row[] = await this.candidates(now, last)
      for (const row of rows) {
        const told = await failures.row(row.id, async () => ((await this.ripe(row, now)).length > 0 ? this.climb(row) : 0))
        count += told ?? 0
      }
      last = rows.at(-1) ?? null
      if (rows.length < BATCH) break
    }
    failures.demandNone()
    return count
  }

  /** What ran before there was a plan is planned now; afterwards there is never any. */
  private async planUnplanned(): Promise<void> {
    for (;;) {
      const found = await this.db.query<{ id: string }[]>(
        `SELECT DISTINCT case_id AS id FROM clock WHERE at_risk_at IS NULL AND stopped_at IS NULL AND due_at IS NOT NULL
           AND coalesce(flag, '') NOT IN ('paused','excused') LIMIT ${BATCH}`,
      )
      if (found.length === 0) return
      const caseIds = found.map(({ id }) => id)
      await this.work.run(SYSTEM, 'planRisk', { key: randomUUID(), input: {} }, async (tx) => {
        await tx.query('SELECT 1 FROM "case" WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [caseIds])
        await planCases(tx, caseIds)
        return { cases: caseIds.length }
      })
      if (found.length < BATCH) return
    }
  }

  /** Running clocks that are at risk and have not told everything. */
  private candidates(now: Date, last: Row | null): Promise<Row[]> {
    return this.db.query<Row[]>(
      `SELECT ${COLUMNS} FROM clock k
       WHERE k.at_risk_at <= $1 AND NOT EXISTS (SELECT 1 FROM escalation e WHERE e.clock_id = k.id AND e.step = 'after' AND e.due_at >= k.due_at)
         AND ($2::timestamptz IS NULL OR (k.at_risk_at, k.id) > ($2, $3::uuid))
       ORDER BY k.at_risk_at, k.id LIMIT ${BATCH}`,
      [now, last?.atRiskAt ?? null, last?.id ?? null],
    )
  }

  private async ripe(row: Row, now: Date): Promise<DueSteps['ripe']> {
    const { calendar } = await calendarById(this.db, row.calendarVersionId)
    const told: ToldStep[] = row.told.map(({ step, dueAt, at }) => ({ step, dueAt: new Date(dueAt), at: new Date(at) }))
    return dueSteps({ ...row, limit: limitOf(row), hours: row.rule.hours }, told, now, calendar).ripe
  }

  /** Tells the rungs that are ripe now that the case and its clock are locked; gives how many. */
  private async climb({ id, caseId }: Row): Promise<number> {
    const { told } = await this.work.run(SYSTEM, 'watchClocks', { key: randomUUID(), input: { id } }, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      const [row] = await tx.query<Row>(`SELECT ${COLUMNS} FROM clock k WHERE k.id = $1 FOR UPDATE OF k`, [id])
      const steps = row ? await this.ripe(row, tx.now) : []
      if (row) for (const step of steps) await this.tell(tx, theCase, row, step)
      return { told: steps.length }
    })
    return told
  }

  private async tell(tx: Tx, theCase: Case, { id, code, dueAt }: Row, { step, at: since }: RipeStep): Promise<void> {
    const escalationId = randomUUID()
    const positionIds = await audienceOf(tx, theCase, step)
    await tx.manager.insert(Escalation, { id: escalationId, clockId: id, caseId: theCase.id, step, dueAt, since, at: tx.now, positionIds })
    const facts = caseFacts(theCase)
    await tx.announce({
      kind: KIND[step],
      subject: { __typename: 'Case', id: theCase.id },
      caseId: theCase.id,
      version: theCase.version,
      before: facts,
      after: facts,
      detail: { code, dueAt: dueAt.toISOString(), since: since.toISOString(), clockId: id },
      notify: [{ positionIds, kind: KIND[step] }],
    })
    await tx.job('mail.escalation', { escalationId })
  }
}

const limitOf = ({ rule, ownLimitAmount, ownLimitUnit }: Row): ClockLimit | null =>
  rule.limit ?? (ownLimitAmount !== null && ownLimitUnit !== null ? { amount: ownLimitAmount, unit: ownLimitUnit } : null)
