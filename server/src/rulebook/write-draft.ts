import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import {
  isCalendarData,
  localDate,
  nextDraftState,
  Refusal,
  ruleDraftRefusal,
  withLines,
  type LineChange,
  type RuleDraftFacts,
  type Service,
  type Viewer,
} from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { standardById } from '../standards/index.js'
import { announceDraft, calendarData, draftingPost, newestCalendar, newestStandard } from './drafts.js'
import { draftFacts, RuleDraft } from './rule-draft.entity.js'

/** What an administrator wrote: the lines of a standard with its first day, or a whole calendar. */
export type Written =
  | { readonly service: Service; readonly effectiveFrom: string; readonly reason: string; readonly lines: readonly LineChange[] }
  | { readonly service: null; readonly reason: string; readonly calendar: unknown }

/** Begins a draft from the newest version, or writes on one. There is one unfinished draft of each standard and of the calendar at a time. */
@Injectable()
export class WriteDraft {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: { id: string; version: number } | null, written: Written, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'writeRuleDraft', attempt, (tx) => (target ? save(tx, target, written) : begin(tx, written)))
  }
}

const reasonOf = ({ reason }: Written): string => {
  const text = reason.trim()
  if (text.length < 3 || text.length > 2000) throw new Refusal('request.invalid', { fields: ['reason'] })
  return text
}

async function begin(tx: Tx, written: Written): Promise<{ id: string }> {
  const id = randomUUID()
  const kind = written.service ? ('standard' as const) : ('calendar' as const)
  const facts: RuleDraftFacts = { __typename: 'RuleDraft', id, kind, state: 'draft', proposerId: null }
  const refusal = ruleDraftRefusal(facts, 'edit', tx.me)
  if (refusal) throw new Refusal(refusal)
  const [open] = await tx.query(
    "SELECT 1 FROM rule_draft WHERE kind = $1 AND service IS NOT DISTINCT FROM $2 AND state IN ('draft', 'proposed')",
    [kind, written.service],
  )
  if (open) throw new Refusal('draft.exists')
  const base = written.service ? await newestStandard(tx, written.service) : await newestCalendar(tx)
  const draft = tx.manager.create(RuleDraft, {
    ...{ id, version: 1, kind, service: written.service, state: 'draft' as const, basedOn: base.id },
    ...(await contentOf(tx, written, base.id)),
    ...{ authorId: tx.me.id, authorName: tx.me.name, savedAt: tx.now, rehearsal: null, outcome: null, returnNote: null },
    ...{ proposerId: null, proposerName: null, proposedAt: null, consenterId: null, consenterName: null, consentedAt: null },
  })
  await tx.manager.insert(RuleDraft, draft)
  await announceDraft(tx, draft, 'drafted', { before: null, position: draftingPost(tx.me, 'edit', draft) })
  return { id }
}

async function save(tx: Tx, target: { id: string; version: number }, written: Written): Promise<{ id: string }> {
  const draft = await findForUpdate(tx, RuleDraft, target.id, target.version)
  nextDraftState(draftFacts(draft), 'edit', tx.me)
  if (draft.service !== written.service) throw new Refusal('request.invalid', { fields: ['service'] })
  Object.assign(draft, await contentOf(tx, written, draft.basedOn), { authorId: tx.me.id, authorName: tx.me.name, savedAt: tx.now })
  await saveVersioned(tx, draft)
  await announceDraft(tx, draft, 'saved', { before: 'draft', position: draftingPost(tx.me, 'edit', draft) })
  return { id: draft.id }
}

async function contentOf(tx: Tx, written: Written, basedOn: string): Promise<Pick<RuleDraft, 'document' | 'effectiveFrom' | 'reason'>> {
  const reason = reasonOf(written)
  if (written.service === null) {
    if (!isCalendarData(written.calendar)) throw new Refusal('request.invalid', { fields: ['calendar'] })
    const { version } = await calendarData(tx, basedOn)
    return { reason, effectiveFrom: null, document: { ...written.calendar, version } }
  }
  if (written.effectiveFrom < localDate(tx.now)) throw new Refusal('draft.date_passed', { fields: ['effectiveFrom'] })
  const base = await standardById(tx, basedOn)
  return { reason, effectiveFrom: written.effectiveFrom, document: withLines(base.document, written.lines, base.number + 1) }
}
