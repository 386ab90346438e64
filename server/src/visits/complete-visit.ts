import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { caseFacts, nextVisitState, Refusal, requirementsFor, type Requirement, type RequirementState, type Viewer } from '@domain'
import { recordedRequirements, registryPost, type Case } from '../cases/index.js'
import { startClocks } from '../clocks/index.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { standardById } from '../standards/index.js'
import { openVisit, saveDue, saveVisit, type Target } from './open-visit.js'

/** The front office takes in what a visitor had not brought: the surat tugas that was sent after them, the card that was left at the gate. */
@Injectable()
export class CompleteVisit {
  constructor(private readonly work: Work) {}

  /** Marks these requirements as met. They must be among those the standard asks of this visitor, and not met yet. */
  run(me: Viewer, target: Target, codes: readonly string[], attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'completeVisit', attempt, async (tx) => {
      const open = await openVisit(tx, target)
      const { visit, theCase } = open
      visit.state = nextVisitState(open.before, 'complete', me)
      const missing = await missingNow(tx, theCase)
      if (codes.length === 0 || codes.some((code) => !missing.includes(code))) throw new Refusal('request.invalid', { fields: ['codes'] })
      for (const code of new Set(codes)) {
        await tx.query('DELETE FROM requirement_check WHERE case_id = $1 AND code = $2', [theCase.id, code])
        await tx.query(`INSERT INTO requirement_check (id, case_id, code, state) VALUES ($1, $2, $3, 'met')`, [
          randomUUID(),
          theCase.id,
          code,
        ])
      }
      const post = registryPost(me)
      if (!theCase.completeAt && missing.every((code) => codes.includes(code))) {
        const before = caseFacts(theCase)
        theCase.completeAt = tx.now
        await startClocks(tx, theCase, 'complete', tx.now)
        await saveDue(tx, theCase, before, post)
      }
      const head = theCase.holderPositionId
      await saveVisit(tx, 'visit.completed', open, {
        position: post,
        notify: head ? [{ positionIds: [head], kind: 'visit.completed' }] : [],
      })
      return { id: visit.id }
    })
  }
}

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

interface Line {
  readonly code: string
  readonly state: RequirementState
}

/** What the standard of the case demands of this visitor and is not there, in its order. */
export async function missingOf(db: Asked, theCase: Case, recorded: readonly Line[]): Promise<Requirement[]> {
  const { document } = await standardById(db, theCase.standardVersionId)
  const states = new Map(recorded.map(({ code, state }) => [code, state]))
  return requirementsFor(document, theCase.channel, theCase.senderKind).filter(
    ({ mandatory, code }) => mandatory && states.get(code) !== 'met' && states.get(code) !== 'not_applicable',
  )
}

const missingNow = async (tx: Tx, theCase: Case): Promise<string[]> =>
  (await missingOf(tx, theCase, await recordedRequirements(tx, theCase.id))).map(({ code }) => code)

/** Refuses to receive a visitor whose papers are not complete, and says which are missing. */
export async function demandComplete(tx: Tx, theCase: Case): Promise<void> {
  const missing = await missingNow(tx, theCase)
  if (missing.length > 0) throw new Refusal('visit.incomplete', { requirements: missing })
}
