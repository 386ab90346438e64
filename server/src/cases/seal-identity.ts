import { randomUUID } from 'node:crypto'
import { normaliseIdentity, pseudonymOf, Refusal } from '@domain'
import type { Vault } from '../platform/vault.js'
import type { Tx } from '../platform/work.js'
import type { Case } from './case.entity.js'
import type { PartyInput, RegisterCaseInput } from './registration-input.js'
import { SEALED_FIELDS, sealedColumn, type ReporterIdentity } from './sealed-identity.js'

const same = (one: string | null | undefined, other: string | null | undefined): boolean =>
  !!one?.trim() && one.trim().toLowerCase() === other?.trim().toLowerCase()

/** The parties as they may be written, and what has to be sealed beside them. */
export interface Veiled {
  readonly parties: PartyInput[]
  readonly sealed: ReporterIdentity | null
}

/**
 * Takes a protected reporter off the row of the case: the name becomes the pseudonym, the number of their letter goes with them, and an agency that is
 * only their own is not named. What remains of the party is how it is called and what kind it is. An open reporter is left as typed.
 */
export function veil(theCase: Case, input: Pick<RegisterCaseInput, 'parties' | 'letterNumber'>): Veiled {
  if (theCase.reporterProtection === 'open') return { parties: [...input.parties], sealed: null }
  const requester = input.parties.find((party) => party.role === 'requester')
  if (!requester) throw new Refusal('request.invalid', { fields: ['parties'] })

  const called = pseudonymOf(theCase)
  const reported = input.parties.filter((party) => party.role === 'reported')
  const own = (agency: string | null) => same(requester.name, agency) || same(requester.agencyName, agency)
  if (own(theCase.agencyName) && !reported.some((party) => same(party.agencyName, theCase.agencyName))) {
    theCase.agencyName = null
    theCase.agencyCode = null
  }
  theCase.senderName = called
  theCase.letterNumber = null
  const shown: PartyInput = { id: requester.id ?? null, role: 'requester', kind: requester.kind, name: called }
  const sealed = theCase.reporterProtection === 'sealed' ? { ...requester, letterNumber: input.letterNumber?.trim() || null } : null
  return { parties: [shown, ...reported], sealed }
}

/** Seals the identity beside its case, replacing what was sealed before. */
export async function sealIdentity(tx: Tx, vault: Vault, theCase: Pick<Case, 'id'>, identity: ReporterIdentity): Promise<void> {
  const [known] = await tx.query<{ id: string }>('SELECT id FROM sealed_identity WHERE case_id = $1 FOR UPDATE', [theCase.id])
  const id = known?.id ?? randomUUID()
  const said = (value: string | null | undefined) => value?.trim() || null
  const [nik, nip] = [said(identity.nik), said(identity.nip)].map((number) => number && normaliseIdentity(number))
  const email = said(identity.email)
  const values = { ...identity, nik, nip, email }
  const columns = SEALED_FIELDS.map(sealedColumn)
  const seals = SEALED_FIELDS.map((field) => {
    const value = said(values[field])
    return value === null ? null : vault.seal({ table: 'sealed_identity', column: sealedColumn(field), rowId: id }, value)
  })
  const indexes = [nik && vault.blindIndex('nik', nik), nip && vault.blindIndex('nip', nip), email && vault.blindIndex('email', email)]
  const all = [...columns, 'nik_index', 'nip_index', 'email_index']
  await tx.query(
    `INSERT INTO sealed_identity (id, case_id, sealed_at, sealed_by, ${all.join(', ')})
     VALUES ($1, $2, $3, $4, ${all.map((_, index) => `$${index + 5}`).join(', ')})
     ON CONFLICT (case_id) DO UPDATE SET ${all.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [id, theCase.id, tx.now, tx.me.id, ...seals, ...indexes.map((index) => index || null)],
  )
}
