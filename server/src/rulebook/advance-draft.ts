import { Injectable } from '@nestjs/common'
import { localDate, nextDraftState, Refusal, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { announceDraft, consentingPosts, draftingPost, examine, hashOf, newestOf } from './drafts.js'
import { draftFacts, RuleDraft } from './rule-draft.entity.js'

interface Target {
  readonly id: string
  readonly version: number
}

/** Asks for a second person's consent, sends a proposal back to whoever writes, or gives a draft up. */
@Injectable()
export class AdvanceDraft {
  constructor(private readonly work: Work) {}

  propose(me: Viewer, target: Target, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'proposeRuleDraft', attempt, async (tx) => {
      const draft = await findForUpdate(tx, RuleDraft, target.id, target.version)
      const state = nextDraftState(draftFacts(draft), 'propose', me)
      await demandReady(tx, draft)
      const position = draftingPost(me, 'propose', draft)
      Object.assign(draft, { state, proposerId: me.id, proposerName: me.name, proposedAt: tx.now, returnNote: null })
      await saveVersioned(tx, draft)
      const notify = [{ positionIds: await consentingPosts(tx), kind: `${draft.kind}.waits_for_consent` }]
      await announceDraft(tx, draft, 'proposed', { before: 'draft', position, notify })
      return { id: draft.id }
    })
  }

  sendBack(me: Viewer, target: Target, note: string, attempt: Attempt): Promise<{ id: string }> {
    const said = note.trim()
    if (said.length < 1 || said.length > 2000) throw new Refusal('request.invalid', { fields: ['note'] })
    return this.work.run(me, 'sendBackRuleDraft', attempt, async (tx) => {
      const draft = await findForUpdate(tx, RuleDraft, target.id, target.version)
      const state = nextDraftState(draftFacts(draft), 'send_back', me)
      const position = draftingPost(me, 'send_back', draft)
      const notify = [{ personIds: draft.proposerId ? [draft.proposerId] : [], kind: `${draft.kind}.returned_to_you` }]
      Object.assign(draft, { state, proposerId: null, proposerName: null, proposedAt: null, returnNote: said })
      await saveVersioned(tx, draft)
      await announceDraft(tx, draft, 'returned', { before: 'proposed', position, note: said, notify })
      return { id: draft.id }
    })
  }

  discard(me: Viewer, target: Target, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'discardRuleDraft', attempt, async (tx) => {
      const draft = await findForUpdate(tx, RuleDraft, target.id, target.version)
      const before = draft.state
      const state = nextDraftState(draftFacts(draft), 'discard', me)
      const position = draftingPost(me, 'discard', draft)
      Object.assign(draft, { state })
      await saveVersioned(tx, draft)
      await announceDraft(tx, draft, 'discarded', { before, position })
      return { id: draft.id }
    })
  }
}

/** Everything that must hold of a draft before somebody is asked to consent, and again when they do. */
export async function demandReady(tx: Tx, draft: RuleDraft): Promise<void> {
  const base = await newestOf(tx, draft)
  if (base.id !== draft.basedOn) throw new Refusal('draft.overtaken')
  const { faults, changes } = await examine(tx, draft)
  if (faults.length > 0) throw new Refusal('draft.faulty')
  if (changes.length === 0) throw new Refusal('draft.unchanged')
  if (draft.rehearsal?.hash !== hashOf(draft.document)) throw new Refusal('draft.not_rehearsed')
  if (draft.effectiveFrom === null) return
  if (draft.effectiveFrom < localDate(tx.now)) throw new Refusal('draft.date_passed')
  if (draft.effectiveFrom <= base.effectiveFrom) throw new Refusal('draft.date_overlaps')
}
