import { randomUUID } from 'node:crypto'
import { amendmentFaults, maskIdentity, normaliseIdentity, Refusal, registrationFaults, type Standard } from '@domain'
import type { Vault } from '../platform/vault.js'
import { whereAllowedSql } from '../platform/where-allowed.js'
import type { Tx } from '../platform/work.js'
import type { Case } from './case.entity.js'
import type { PartyInput, RegisterCaseInput } from './registration-input.js'

const said = (value: string | null | undefined): string | null => value?.trim() || null

/** Refuses what cannot be registered under a version of the standard, naming every field at fault so that the form can point at it. */
export function demandRegistrable(input: RegisterCaseInput, now: Date, standard: Standard): void {
  const faults = registrationFaults(input, now, standard)
  const [first] = faults
  if (first) throw new Refusal(first.code, { fields: faults.map((fault) => fault.field), codes: faults.map((fault) => fault.code) })
}

/** Refuses a correction that could not stand in the register. */
export function demandAmendable(input: RegisterCaseInput, now: Date, standard: Standard): void {
  const faults = amendmentFaults(input, now, standard)
  const [first] = faults
  if (first) throw new Refusal(first.code, { fields: faults.map((fault) => fault.field), codes: faults.map((fault) => fault.code) })
}

/** Refuses an agency that the reference data does not know. */
export async function demandAgency(tx: Tx, { agencyCode }: Pick<RegisterCaseInput, 'agencyCode'>): Promise<void> {
  if (!agencyCode) return
  const known = await tx.query<object>('SELECT FROM agency WHERE code = $1', [agencyCode])
  if (known.length === 0) throw new Refusal('request.invalid', { fields: ['agencyCode'], codes: ['request.invalid'] })
}

/** What the search box looks in. */
export const searchText = (
  row: Pick<Case, 'agendaNumber' | 'agendaYear' | 'letterNumber' | 'senderName' | 'agencyName' | 'subject'>,
): string =>
  [`${row.agendaNumber}/${row.agendaYear}`, row.letterNumber, row.senderName, row.agencyName, row.subject]
    .filter(Boolean)
    .join(' ')
    .toLowerCase()

const REGISTER = `hashtextextended('who stands near to a case', 0)`

/**
 * Keeps registrations and corrections out until the transaction ends, and waits for those under way: whoever declares a relation, or becomes known by NIP,
 * must find every case there is, and each case everybody who stands near to it.
 */
export const closeRegister = async (tx: Tx): Promise<void> => void (await tx.query(`SELECT pg_advisory_xact_lock(${REGISTER})`))

/** As a registration or a correction: many at once, but none while the register is closed. */
export const enterRegister = async (tx: Tx): Promise<void> => void (await tx.query(`SELECT pg_advisory_xact_lock_shared(${REGISTER})`))

/**
 * Staff who never see or touch the case (rule 24): those reported in it, found by blind index, and those who have declared a relation to one of the
 * reported or to the agency concerned.
 */
export async function excludedStaff(
  tx: Tx,
  vault: Vault,
  { parties, agencyCode }: Pick<RegisterCaseInput, 'parties' | 'agencyCode'>,
): Promise<string[]> {
  const indexes = parties
    .filter((party) => party.role === 'reported' && said(party.nip))
    .map((party) => vault.blindIndex('nip', normaliseIdentity(party.nip ?? '')))
  if (indexes.length === 0 && !agencyCode) return []
  await enterRegister(tx)
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM person WHERE nip_index = ANY ($1) UNION
     SELECT person_id FROM declared_relation WHERE ended_at IS NULL AND (nip_index = ANY ($1) OR agency_code = $2)`,
    [indexes, agencyCode ?? null],
  )
  return rows.map((row) => row.id)
}

/** Writes the parties of a case, replacing those there were; who stays keeps their id. Identity columns are sealed in place. */
export async function writeParties(tx: Tx, vault: Vault, caseId: string, parties: readonly PartyInput[]): Promise<void> {
  const kept = parties.flatMap((party) => (party.id ? [party.id] : []))
  const alleged = await tx.query('SELECT FROM allegation WHERE case_id = $1 AND party_id <> ALL ($2) LIMIT 1', [caseId, kept])
  if (alleged.length > 0) throw new Refusal('handling.party_in_use')
  await tx.query('DELETE FROM party WHERE case_id = $1', [caseId])
  for (const party of parties) {
    const id = party.id ?? randomUUID()
    const sealed = (column: string, value: string | null) =>
      value === null ? null : vault.seal({ table: 'party', column, rowId: id }, value)
    const nik = said(party.nik) && normaliseIdentity(party.nik ?? '')
    const nip = said(party.nip) && normaliseIdentity(party.nip ?? '')
    await tx.query(
      `INSERT INTO party (id, case_id, role, kind, name, job_title, work_unit, agency_name, representative, active_asn, nik_sealed, nik_index,
         nip_sealed, nip_index, phone_sealed, email_sealed, address_sealed, nik_masked, nip_masked)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19)`,
      [
        id,
        caseId,
        party.role,
        party.kind,
        party.name.trim(),
        said(party.jobTitle),
        said(party.workUnit),
        said(party.agencyName),
        said(party.representative),
        party.activeAsn ?? null,
        sealed('nik_sealed', nik),
        nik && vault.blindIndex('nik', nik),
        sealed('nip_sealed', nip),
        nip && vault.blindIndex('nip', nip),
        sealed('phone_sealed', said(party.phone)),
        sealed('email_sealed', said(party.email)),
        sealed('address_sealed', said(party.address)),
        nik && maskIdentity(nik),
        nip && maskIdentity(nip),
      ],
    )
  }
}

/** Writes the checklist as it was found, replacing what was recorded before. */
export async function writeRequirements(tx: Tx, caseId: string, lines: RegisterCaseInput['requirements']): Promise<void> {
  await tx.query('DELETE FROM requirement_check WHERE case_id = $1', [caseId])
  for (const line of lines) {
    await tx.query('INSERT INTO requirement_check (id, case_id, code, state, note) VALUES ($1, $2, $3, $4, $5)', [
      randomUUID(),
      caseId,
      line.code,
      line.state,
      said(line.note),
    ])
  }
}

/** Hangs uploaded files on the case. Only the uploader's own, still unattached files are taken. */
export async function claimFiles(tx: Tx, caseId: string, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return
  const claimed = await tx.query<{ id: string }>(
    `UPDATE file SET case_id = $1 WHERE id = ANY ($2) AND uploaded_by = $3 AND (case_id IS NULL OR case_id = $1) AND state <> 'refused' RETURNING id`,
    [caseId, fileIds, tx.me.id],
  )
  if (claimed.length !== new Set(fileIds).size) throw new Refusal('file.not_ready')
}

/** Links the case with others it belongs to, once in each direction; those that the person may not read are passed over, as if there were none. */
export async function linkCases(tx: Tx, caseId: string, otherIds: readonly string[]): Promise<void> {
  if (otherIds.length === 0) return
  const allowed = whereAllowedSql(tx.me, 'read', 'Case', 'c', 3)
  await tx.query(
    `WITH other AS (SELECT c.id FROM "case" c WHERE c.id = ANY ($2) AND c.id <> $1 AND ${allowed.sql})
     INSERT INTO case_link (case_id, other_id, kind)
     SELECT $1::uuid, id, 'related' FROM other UNION ALL SELECT id, $1::uuid, 'related' FROM other ON CONFLICT DO NOTHING`,
    [caseId, otherIds, ...allowed.params],
  )
}
