import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import {
  checkNip,
  checkNiPppk,
  localDate,
  mayEnter,
  maskIdentity,
  normaliseIdentity,
  Refusal,
  type RelationKind,
  type Viewer,
} from '@domain'
import { closeRegister, demandAgency } from '../cases/index.js'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { excludeFromRunning } from './exclude-person.js'

/** A relation as it is declared: to a person by NIP, or to an agency by its code; exactly one of them. */
export interface Relation {
  readonly kind: RelationKind
  readonly nip?: string | null
  readonly agencyCode?: string | null
  readonly note?: string | null
}

const LONGEST_NOTE = 500

/** Somebody declares what ties them to a person or an agency, or those who keep the register of relations do it for them. From that moment they have no part in a case against either. */
@Injectable()
export class DeclareRelation {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
  ) {}

  run(me: Viewer, personId: string, relation: Relation, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'declareRelation', attempt, async (tx) => {
      demandSelfOrRecorder(me, personId)
      await closeRegister(tx)
      const person = await tx.query('SELECT FROM person WHERE id = $1 FOR UPDATE', [personId])
      if (person.length === 0) throw new Refusal('access.denied')
      const nip = relation.nip?.trim() ? normaliseIdentity(relation.nip) : null
      const agencyCode = relation.agencyCode?.trim() || null
      const note = relation.note?.trim() || null
      if ((nip === null) === (agencyCode === null) || (note?.length ?? 0) > LONGEST_NOTE)
        throw new Refusal('request.invalid', { fields: ['nip', 'agencyCode'] })
      const today = localDate(tx.now)
      if (nip && checkNip(nip, today).length > 0 && checkNiPppk(nip, today).length > 0)
        throw new Refusal('identity.nip_invalid', { fields: ['nip'] })
      await demandAgency(tx, { agencyCode })

      const id = randomUUID()
      const index = nip && this.vault.blindIndex('nip', nip)
      const seal = (column: string, value: string | null) =>
        value && this.vault.seal({ table: 'declared_relation', column, rowId: id }, value)
      const written = await tx.query(
        `INSERT INTO declared_relation (id, version, person_id, kind, nip_sealed, nip_index, nip_masked, agency_code, note_sealed, declared_at, declared_by)
         VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
        [
          id,
          personId,
          relation.kind,
          seal('nip_sealed', nip),
          index,
          nip && maskIdentity(nip),
          agencyCode,
          seal('note_sealed', note),
          tx.now,
          me.id,
        ],
      )
      if (written.length === 0) throw new Refusal('relation.exists')
      await announce(tx, 'relation.declared', { id, personId, version: 1 })
      await excludeFromRunning(tx, personId, { nipIndex: index, agencyCode })
      return { id }
    })
  }

  /** The relation is over: cases that come from now on are open to the person again, those that run stay closed. */
  end(me: Viewer, target: { id: string; version: number }, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'endRelation', attempt, async (tx) => {
      const [row] = await tx.query<{ person_id: string; version: number; ended_at: Date | null }>(
        'SELECT person_id, version, ended_at FROM declared_relation WHERE id = $1 FOR UPDATE',
        [target.id],
      )
      if (!row) throw new Refusal('access.denied')
      demandSelfOrRecorder(me, row.person_id)
      if (row.version !== target.version || row.ended_at !== null) throw new Refusal('conflict.changed_meanwhile', { version: row.version })
      await tx.query('UPDATE declared_relation SET ended_at = $2, ended_by = $3, version = version + 1 WHERE id = $1', [
        target.id,
        tx.now,
        me.id,
      ])
      await announce(tx, 'relation.ended', { id: target.id, personId: row.person_id, version: row.version + 1 })
      return { id: target.id }
    })
  }
}

/** The own relations, or anybody's for those who keep the register of them. */
export function demandSelfOrRecorder(me: Viewer, personId: string): void {
  if (personId !== me.id && !mayEnter(me, 'relations')) throw new Refusal('access.denied')
}

/** Whoever did not do it themselves is told what was recorded about them. */
const announce = (
  tx: Tx,
  kind: 'relation.declared' | 'relation.ended',
  { id, personId, version }: { id: string; personId: string; version: number },
) =>
  tx.announce({
    kind,
    subject: { __typename: 'DeclaredRelation', id },
    version,
    before: null,
    after: null,
    detail: { personId },
    notify: [{ personIds: [personId], kind }],
  })
