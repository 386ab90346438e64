import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { nextDraftState, Refusal, type Viewer } from '@domain'
import { findById } from '../platform/find-by-id.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { Moment } from '../platform/moment.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt } from '../platform/work.js'
import { announceDraft, demandSight, draftingPost, examine, hashOf } from './drafts.js'
import { rehearseCalendar, rehearseStandard } from './rehearse.js'
import { draftFacts, RuleDraft } from './rule-draft.entity.js'

/** Months of past cases a standard may be rehearsed over. */
const MOST_MONTHS = 60

/**
 * Counts what a draft would do: a standard over the cases closed in the last months, a calendar over every open clock. The outcome is kept with the
 * hash of what was rehearsed; nobody can consent to anything else.
 */
@Injectable()
export class RehearseDraft {
  constructor(
    private readonly work: Work,
    private readonly db: DataSource,
  ) {}

  async run(me: Viewer, target: { id: string; version: number }, months: number, attempt: Attempt): Promise<{ id: string }> {
    if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS) throw new Refusal('request.invalid', { fields: ['months'] })
    const seen = await findById(this.db.manager, RuleDraft, target.id)
    if (!seen) throw new Refusal('access.denied')
    demandSight(me, seen)
    nextDraftState(draftFacts(seen), 'rehearse', me)
    if (seen.version !== target.version) throw new Refusal('conflict.changed_meanwhile', { version: seen.version })
    if ((await examine(this.db, seen)).faults.length > 0) throw new Refusal('draft.faulty')
    // Before the transaction: it reads every clock.
    const now = await Moment.now(this.db)
    const outcome = seen.service
      ? await rehearseStandard(this.db, seen.service, seen.document, months, now)
      : await rehearseCalendar(this.db, seen.document, now)
    return this.work.run(me, 'rehearseRuleDraft', attempt, async (tx) => {
      const draft = await findForUpdate(tx, RuleDraft, target.id, target.version)
      nextDraftState(draftFacts(draft), 'rehearse', me)
      draft.rehearsal = { ...outcome, at: tx.now.toISOString(), hash: hashOf(draft.document) }
      await saveVersioned(tx, draft)
      const { clocks, moves, leaves, enters } = outcome
      const detail = { clocks, moves, leaves, enters, months: draft.service ? months : null }
      await announceDraft(tx, draft, 'rehearsed', { before: draft.state, position: draftingPost(me, 'rehearse', draft), detail })
      return { id: draft.id }
    })
  }
}
