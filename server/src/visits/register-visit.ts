import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import {
  caseFacts,
  localDate,
  maskIdentity,
  OFFICER_ROLE,
  Refusal,
  visitFaults,
  visitFacts,
  type Standard,
  type VisitChannel,
  type VisitState,
  type Viewer,
} from '@domain'
import { demandAgency, enterCase, registryPost, standardToday, type Case } from '../cases/index.js'
import { bringToUnit } from '../dispositions/index.js'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { standardById } from '../standards/index.js'
import { nextQueueNumber } from './queue.js'
import type { RegisterVisitInput } from './visit-input.js'
import { Visit } from './visit.entity.js'

/**
 * Enters a visitor into the guest book and the request into the register, in one act: identity shown, checklist, agenda number and queue number.
 * With a unit the request lies on the desk of its head at once; a virtual visitor joins without guest book and waiting room.
 */
@Injectable()
export class RegisterVisit {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
  ) {}

  run(me: Viewer, input: RegisterVisitInput, attempt: Attempt): Promise<{ id: string; caseId: string }> {
    return this.work.run(me, 'registerVisit', attempt, async (tx) => {
      demandEntry(input, tx.now, (await standardToday(tx, input.service)).document)
      await demandAgency(tx, input)
      const post = registryPost(me)
      const theCase = await enterCase(tx, this.vault, { ...input, receivedAt: tx.now, letterNumber: null, letterDate: null }, post)
      await tx.announce({
        kind: 'case.registered',
        subject: { __typename: 'Case', id: theCase.id },
        version: 1,
        before: null,
        after: caseFacts(theCase),
        position: post,
        detail: { agendaNumber: theCase.agendaNumber, agendaYear: theCase.agendaYear, service: theCase.service, channel: theCase.channel },
      })
      if (input.unitId) {
        await demandServingUnit(tx, theCase, input.unitId, input.proposedPositionId ?? null)
        await bringToUnit(tx, theCase, post, input.unitId)
      }
      const visit = await this.write(tx, input, theCase)
      const after = visitFacts(visit, caseFacts(theCase))
      await tx.announce({
        kind: 'visit.registered',
        subject: after,
        caseId: theCase.id,
        version: 1,
        before: null,
        after,
        position: post,
        detail: { state: visit.state },
      })
      return { id: visit.id, caseId: theCase.id }
    })
  }

  private async write(tx: Tx, input: RegisterVisitInput, theCase: Case): Promise<Visit> {
    const id = randomUUID()
    const inPerson = input.channel === 'walk_in'
    const number = input.identityNumber?.replace(/\s+/g, '') || null
    const state: VisitState = !inPerson ? 'joined' : input.unitId ? 'disposed' : 'arrived'
    const visit = tx.manager.create(Visit, {
      ...newVisit(tx, theCase, id, input.channel as VisitChannel),
      state,
      category: input.category ?? null,
      queueNumber: inPerson ? await nextQueueNumber(tx, localDate(tx.now)) : null,
      identityCard: input.identityShown ? (input.identityCard ?? null) : null,
      identityMasked: number === null ? null : maskIdentity(number),
      identitySealed: number === null ? null : this.vault.seal({ table: 'visit', column: 'identity_sealed', rowId: id }, number),
      identityCheckedBy: input.identityShown ? tx.me.id : null,
      identityCheckedByName: input.identityShown ? tx.me.name : null,
      note: input.note?.trim() || null,
      proposedPositionId: input.unitId ? (input.proposedPositionId ?? null) : null,
      routedAt: input.unitId ? tx.now : null,
    })
    await tx.manager.insert(Visit, visit)
    return visit
  }
}

/** The columns of a visit that begins now, still with nothing that happened to it. */
export const newVisit = (tx: Tx, theCase: Case, id: string, channel: VisitChannel) => ({
  id,
  version: 1,
  caseId: theCase.id,
  service: theCase.service,
  channel,
  category: null,
  queueDay: localDate(tx.now),
  queueNumber: null,
  visitorName: theCase.senderName,
  identityCard: null,
  identityMasked: null,
  identitySealed: null,
  identityCheckedBy: null,
  identityCheckedByName: null,
  note: null,
  proposedPositionId: null,
  bookingId: null,
  arrivedAt: tx.now,
  routedAt: null,
  answeredAt: null,
  answeredByName: null,
  answeredByTitle: null,
  answerReason: null,
  confirmedAt: null,
  waitingAt: null,
  begunAt: null,
  activityReason: null,
  officerName: null,
  officerTitle: null,
  outcome: null,
  minutes: null,
  endedAt: null,
  endReason: null,
  caseUnitId: theCase.unitId,
  secrecy: theCase.secrecy,
  caseHandlerPositionIds: theCase.handlerPositionIds,
  caseHolderPositionId: theCase.holderPositionId,
  caseRegistrarId: theCase.registrarId,
  excludedPersonIds: theCase.excludedPersonIds,
})

function demandEntry(input: RegisterVisitInput, now: Date, standard: Standard): void {
  const faults = visitFaults(input, now, standard)
  const [first] = faults
  if (first) throw new Refusal(first.code, { fields: faults.map((fault) => fault.field), codes: faults.map((fault) => fault.code) })
  if (input.receivedAt) throw new Refusal('request.invalid', { fields: ['receivedAt'] })
  if (input.parties.some((party) => party.id)) throw new Refusal('request.invalid', { fields: ['parties'] })
}

/** A visitor is sent only to a unit that the standard of the service names, and the proposed officer belongs to it. */
export async function demandServingUnit(tx: Tx, theCase: Case, unitId: string, officerPositionId: string | null): Promise<void> {
  const [unit] = await tx.query<{ code: string; kind: string }>('SELECT code, kind FROM unit WHERE id = $1', [unitId])
  const { unitCodes } = (await standardById(tx, theCase.standardVersionId)).document
  const named = unitCodes.some((code) => code === unit?.code)
  const [anyNamed] = await tx.query('SELECT 1 FROM unit WHERE code = ANY ($1) LIMIT 1', [unitCodes])
  // an organisation may be cut otherwise than the standard says; then any working group serves
  if (!unit || (anyNamed ? !named : unit.kind !== 'pokja')) throw new Refusal('request.invalid', { fields: ['unitId'] })
  if (!officerPositionId) return
  const [post] = await tx.query<object>(`SELECT 1 FROM "position" WHERE id = $1 AND unit_id = $2 AND role = $3 AND closed_at IS NULL`, [
    officerPositionId,
    unitId,
    OFFICER_ROLE,
  ])
  if (!post) throw new Refusal('request.invalid', { fields: ['proposedPositionId'] })
}
