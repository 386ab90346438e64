import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { localDate, nextDraftState, Refusal, type Service, type Viewer } from '@domain'
import { RECOUNT_POINTS } from '../handling/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { demandReady } from './advance-draft.js'
import { announceDraft, draftedCalendar, draftingPost, hashOf } from './drafts.js'
import { RECOUNT } from './recount-open-clocks.js'
import { draftFacts, RuleDraft } from './rule-draft.entity.js'

/** Installations of rules run one after the other: what they check about the newest version then still holds at the end. */
const INSTALL_LOCK = 7_226_011

/**
 * A second person puts into force what was rehearsed, and nothing else: the hash they saw is that of the document. A standard counts from its first
 * day for cases registered from then on; a calendar counts at once, and every open clock and point is counted anew by its job.
 */
@Injectable()
export class ConsentToDraft {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: { id: string; version: number }, hash: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'consentToRuleDraft', attempt, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [INSTALL_LOCK])
      const draft = await findForUpdate(tx, RuleDraft, target.id, target.version)
      const state = nextDraftState(draftFacts(draft), 'consent', me)
      if (hash !== hashOf(draft.document)) throw new Refusal('draft.not_rehearsed')
      await demandReady(tx, draft)
      const position = draftingPost(me, 'consent', draft)
      Object.assign(draft, { state, consenterId: me.id, consenterName: me.name, consentedAt: tx.now })
      if (draft.service === null) {
        draft.effectiveFrom = localDate(tx.now)
        draft.outcome = { clocks: 0, moves: 0, leaves: 0, enters: 0, finished: false }
      }
      await saveVersioned(tx, draft)
      const number = draft.service ? await installStandard(tx, draft, draft.service) : await installCalendar(tx, draft)
      const notify = [{ personIds: [draft.proposerId ?? draft.authorId], kind: `${draft.kind}.consented` }]
      const detail = { number, effectiveFrom: draft.effectiveFrom }
      await announceDraft(tx, draft, 'activated', { before: 'proposed', position, detail, notify })
      return { id: draft.id }
    })
  }
}

async function installStandard(tx: Tx, draft: RuleDraft, service: Service): Promise<number> {
  const [row] = await tx.query<{ number: number }>(
    `INSERT INTO standard_version (id, service, number, effective_from, document, draft_id)
     SELECT $1, $2, max(number) + 1, $3, $4, $5 FROM standard_version WHERE service = $2 RETURNING number`,
    [randomUUID(), service, draft.effectiveFrom, JSON.stringify(draft.document), draft.id],
  )
  return row?.number ?? 0
}

/** "ID-2024-2028-3": the years it settles, and which version it is. */
async function installCalendar(tx: Tx, draft: RuleDraft): Promise<number> {
  const data = draftedCalendar(draft.document)
  const [next] = await tx.query<{ number: number }>('SELECT max(number) + 1 AS number FROM calendar_version')
  const number = next?.number ?? 1
  const code = `ID-${Math.min(...data.decreedYears)}-${Math.max(...data.decreedYears)}-${number}`
  await tx.query('INSERT INTO calendar_version (id, code, number, effective_from, data, draft_id) VALUES ($1, $2, $3, $4, $5, $6)', [
    randomUUID(),
    code,
    number,
    draft.effectiveFrom,
    JSON.stringify({ ...data, version: code }),
    draft.id,
  ])
  await tx.job(RECOUNT, {}, { key: RECOUNT })
  await tx.job(RECOUNT_POINTS, {}, { key: RECOUNT_POINTS })
  return number
}
