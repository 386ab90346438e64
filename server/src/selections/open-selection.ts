import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { actingPost, caseFacts, requestRefusal, Refusal, selectionFacts, type Viewer } from '@domain'
import { Case } from '../cases/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { keepChange, openForChange, type Target } from './open-for-change.js'
import { STAGE_PAPERS } from './request.js'
import { Selection } from './selection.entity.js'
import { demanded } from './typed.js'

export interface Opening {
  readonly title: string
  readonly agencyCode: string
}

/** A request about senior posts becomes the first of a selection, or the next of a running one. Its clocks, letters and parties stay the case's. */
@Injectable()
export class OpenSelection {
  constructor(private readonly work: Work) {}

  /** Opens a selection at its planning, with the case as the request of that stage. */
  open(me: Viewer, theCaseTarget: Target, { title, agencyCode }: Opening, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'openSelection', attempt, async (tx) => {
      const theCase = await lockRequest(tx, theCaseTarget.id, theCaseTarget.version)
      const known = await tx.query('SELECT FROM agency WHERE code = $1', [agencyCode])
      if (known.length === 0 || (theCase.agencyCode && theCase.agencyCode !== agencyCode)) {
        throw new Refusal('request.invalid', { fields: ['agencyCode'] })
      }
      const id = randomUUID()
      await tx.manager.insert(Selection, {
        id,
        version: 1,
        title: demanded(title, 'title', 300, 3),
        agencyCode,
        openedByCaseId: theCase.id,
        state: 'running',
        stage: 'planning',
        openedAt: tx.now,
        stageSince: tx.now,
        secrecy: theCase.secrecy,
        handlerPositionIds: [],
        excludedPersonIds: [],
        resultsReleased: false,
      })
      await writeRequest(tx, id, theCase, 'planning')
      const selection = await tx.manager.findOneByOrFail(Selection, { id })
      const after = selectionFacts(selection)
      await tx.announce({
        kind: 'selection.opened',
        subject: { __typename: 'Selection', id },
        version: 1,
        before: null,
        after,
        position: actingPost(me, 'attach_request', after, ...after.handlerPositionIds),
        detail: { stage: 'planning', caseId: theCase.id, inPortal: theCase.channel === 'sijapti' },
      })
      return { id }
    })
  }

  /** The case is the request of the stage in which the selection is. */
  attach(me: Viewer, target: Target, caseId: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'attachSelectionRequest', attempt, async (tx) => {
      const theCase = await lockRequest(tx, caseId, null)
      const open = await openForChange(tx, target, 'attach_request')
      if (theCase.agencyCode && theCase.agencyCode !== open.selection.agencyCode) {
        throw new Refusal('request.invalid', { fields: ['agencyCode'] })
      }
      await writeRequest(tx, target.id, theCase, open.selection.stage)
      return keepChange(tx, open, 'selection.request_attached', {
        detail: { caseId, inPortal: theCase.channel === 'sijapti' },
      })
    })
  }
}

async function lockRequest(tx: Tx, caseId: string, version: number | null): Promise<Case> {
  const theCase = await findForUpdate(tx, Case, caseId, version)
  const refusal = requestRefusal(caseFacts(theCase), tx.me)
  if (refusal) throw new Refusal(refusal)
  const [taken] = await tx.query<{ id: string }>('SELECT selection_id AS id FROM selection_request WHERE case_id = $1', [caseId])
  if (taken) throw new Refusal('selection.case_taken')
  return theCase
}

/** What the register already found complete is complete here too. */
async function writeRequest(tx: Tx, selectionId: string, theCase: Case, stage: Selection['stage']): Promise<void> {
  await tx.query(
    `INSERT INTO selection_request (id, selection_id, case_id, stage, state, attached_at)
     SELECT $1, $2, $3, $4, CASE WHEN EXISTS (SELECT FROM requirement_check WHERE case_id = $3 AND code = $6 AND state = 'missing')
       THEN 'incomplete' ELSE 'awaiting_documents' END, $5`,
    [randomUUID(), selectionId, theCase.id, stage, tx.now, STAGE_PAPERS],
  )
}
