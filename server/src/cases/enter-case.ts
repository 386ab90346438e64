import { randomUUID } from 'node:crypto'
import { caseFacts, completeness, demandCase, localYear, Refusal, type HeldPosition, type Service } from '@domain'
import { openClocks, startClocks } from '../clocks/index.js'
import { standardInForce, type StandardInForce } from '../standards/index.js'
import type { Vault } from '../platform/vault.js'
import type { Tx } from '../platform/work.js'
import { Case } from './case.entity.js'
import type { RegisterCaseInput } from './registration-input.js'
import { demandUnnamed } from './reporter-texts.js'
import { sealFiles } from './seal-files.js'
import { sealIdentity, veil } from './seal-identity.js'
import { claimFiles, excludedStaff, linkCases, searchText, writeParties, writeRequirements } from './write-registration.js'

/** Writes a request into the register, whatever brought it: agenda number, parties, checklist, files, and the clocks that run from its receipt. Announces nothing. */
export async function enterCase(tx: Tx, vault: Vault, input: RegisterCaseInput, post: HeldPosition): Promise<Case> {
  const theCase = await newCase(tx, vault, input, post.id)
  const reporter = veil(theCase, input)
  theCase.search = searchText(theCase)
  demandCase(caseFacts(theCase), 'register', tx.me)
  await tx.manager.insert(Case, theCase)
  await writeParties(tx, vault, theCase.id, reporter.parties)
  if (reporter.sealed) {
    await demandUnnamed(tx, theCase, reporter.sealed, input)
    await sealIdentity(tx, vault, theCase, reporter.sealed)
  }
  await writeRequirements(tx, theCase.id, input.requirements)
  await claimFiles(tx, theCase.id, input.fileIds)
  if (reporter.sealed) await sealFiles(tx, vault, theCase.id, input.identityFileIds ?? input.fileIds)
  await linkCases(tx, theCase.id, input.relatedCaseIds)

  await openClocks(tx, theCase)
  await startClocks(tx, theCase, 'received', theCase.receivedAt)
  if (theCase.completeAt) await startClocks(tx, theCase, 'complete', theCase.completeAt)
  if (theCase.channel === 'walk_in' || theCase.channel === 'virtual') await startClocks(tx, theCase, 'arrived', theCase.receivedAt)
  await tx.query('UPDATE "case" SET next_due_at = $2, next_clock_code = $3, next_clock_started_at = $4, next_due_flag = $5 WHERE id = $1', [
    theCase.id,
    theCase.nextDueAt,
    theCase.nextClockCode,
    theCase.nextClockStartedAt,
    theCase.nextDueFlag,
  ])
  return theCase
}

/** The version under which a request is registered now, and which its case keeps. */
export async function standardToday(tx: Tx, service: Service): Promise<StandardInForce> {
  const standard = await standardInForce(tx, service, tx.now)
  if (!standard) throw new Refusal('request.invalid', { fields: ['service'] })
  return standard
}

async function newCase(tx: Tx, vault: Vault, input: RegisterCaseInput, positionId: string): Promise<Case> {
  const requester = input.parties.find((party) => party.role === 'requester')
  const standard = await standardToday(tx, input.service)
  if (!requester) throw new Refusal('request.invalid', { fields: ['parties'] })

  const theCase = tx.manager.create(Case, {
    id: randomUUID(),
    version: 1,
    agendaYear: localYear(tx.now),
    agendaNumber: 0,
    service: input.service,
    channel: input.channel,
    classification: input.classification ?? null,
    standardVersionId: standard.id,
    stage: 'registered',
    urgency: input.urgency,
    secrecy: input.secrecy,
    subject: input.subject.trim(),
    summary: input.summary.trim(),
    senderName: requester.name.trim(),
    senderKind: requester.kind,
    reporterProtection: input.protection ?? 'open',
    agencyCode: input.agencyCode ?? null,
    agencyName: input.agencyName?.trim() || null,
    letterNumber: input.letterNumber?.trim() || null,
    letterDate: input.letterDate ?? null,
    receivedAt: input.receivedAt ?? tx.now,
    registeredAt: tx.now,
    registrarId: tx.me.id,
    registrarPositionId: positionId,
    unitId: null,
    holderPositionId: null,
    handlerPositionIds: [],
    excludedPersonIds: await excludedStaff(tx, vault, input),
    processable: null,
    decisionReason: null,
    completeAt: completeness(input, requester.kind, standard.document).complete ? tx.now : null,
    decidedAt: null,
    answeredAt: null,
    closedAt: null,
    nextDueAt: null,
    nextClockCode: null,
    nextClockStartedAt: null,
    nextDueFlag: null,
    nextAtRiskAt: null,
    search: '',
  })
  theCase.agendaNumber = await nextAgendaNumber(tx, theCase.agendaYear)
  theCase.search = searchText(theCase)
  return theCase
}

/** The next agenda number of the year: gapless, because it rolls back with the registration. */
async function nextAgendaNumber(tx: Tx, year: number): Promise<number> {
  const [counter] = await tx.query<{ last: number }>(
    'INSERT INTO agenda_counter (year, last) VALUES ($1, 1) ON CONFLICT (year) DO UPDATE SET last = agenda_counter.last + 1 RETURNING last',
    [year],
  )
  if (!counter) throw new Error('The agenda counter gave no number')
  return counter.last
}
