import type { EntityManager } from 'typeorm'
import type { ReporterWords, SenderKind } from '@domain'
import { columnOf } from '../platform/where-allowed.js'
import type { Vault } from '../platform/vault.js'
import type { Tx } from '../platform/work.js'
import type { PartyInput } from './registration-input.js'
import { SealedIdentity } from './sealed-identity.entity.js'

/** What is sealed of a reporter, each field in a column of its own. */
export const SEALED_FIELDS = [
  'name',
  'jobTitle',
  'workUnit',
  'agencyName',
  'representative',
  'nik',
  'nip',
  'phone',
  'email',
  'address',
  'letterNumber',
] as const
export type SealedField = (typeof SEALED_FIELDS)[number]

/** Who a sealed reporter is, opened. It never enters a row, an event, a log line or a kept answer. */
export type ReporterIdentity = PartyInput & ReporterWords & { readonly letterNumber: string | null }

export const sealedColumn = (field: SealedField): string => `${columnOf(field)}_sealed`

/** Opens the identity of a case's sealed reporter; null when there is none. The caller answers for why. */
export async function openReporter(manager: EntityManager, vault: Vault, caseId: string): Promise<ReporterIdentity | null> {
  const row = await manager.findOneBy(SealedIdentity, { caseId })
  if (!row) return null
  const open = (field: SealedField): string | null => {
    const sealed = row[`${field}Sealed`]
    return sealed === null ? null : vault.open({ table: 'sealed_identity', column: sealedColumn(field), rowId: row.id }, sealed)
  }
  const kind: SenderKind = 'individual'
  return {
    ...{ role: 'requester', kind, name: open('name') ?? '' },
    ...{ jobTitle: open('jobTitle'), workUnit: open('workUnit'), agencyName: open('agencyName'), representative: open('representative') },
    ...{ nik: open('nik'), nip: open('nip'), phone: open('phone'), email: open('email'), address: open('address') },
    letterNumber: open('letterNumber'),
  }
}

/** Whether a mail could reach the sealed reporter of a case. */
export const hasSealedEmail = async (tx: Tx, caseId: string): Promise<boolean> =>
  (await tx.query('SELECT FROM sealed_identity WHERE case_id = $1 AND email_sealed IS NOT NULL', [caseId])).length > 0

/** Where a mail to the requester of a case goes, and whether anybody may be shown it. */
export interface ReporterAddress {
  readonly email: string
  readonly hidden: boolean
}

/** The e-mail address of a case's requester, sealed reporters' included; null when none was given. For mails only. */
export async function reporterAddress(tx: Tx, vault: Vault, caseId: string): Promise<ReporterAddress | null> {
  const sealed = await openReporter(tx.manager, vault, caseId)
  if (sealed) return sealed.email ? { email: sealed.email, hidden: true } : null
  const [party] = await tx.query<{ id: string; email_sealed: Buffer }>(
    `SELECT id, email_sealed FROM party WHERE case_id = $1 AND role = 'requester' AND email_sealed IS NOT NULL`,
    [caseId],
  )
  return party
    ? { email: vault.open({ table: 'party', column: 'email_sealed', rowId: party.id }, party.email_sealed), hidden: false }
    : null
}
