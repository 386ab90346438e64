import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Refusal, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Tx } from '../platform/work.js'
import { asAdministrator, lineOf } from './administration.js'
import { Unit, UNIT_KINDS, type UnitKind } from './unit.entity.js'

export interface UnitInput {
  readonly id: string | null
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parentId: string | null
}

const isKind = (text: string): text is UnitKind => UNIT_KINDS.some((known) => known === text)

/** Adds a unit or renames and moves one. Units are a tree; a unit never hangs below itself. */
@Injectable()
export class SaveUnit {
  constructor(private readonly work: Work) {}

  run(me: Viewer, key: string, input: UnitInput): Promise<{ id: string }> {
    return this.work.run(me, 'saveUnit', { key, input }, async (tx) => {
      const position = await asAdministrator(tx)
      const unit =
        input.id === null ? Object.assign(new Unit(), { id: randomUUID(), version: 1 }) : await findForUpdate(tx, Unit, input.id, null)
      if (!isKind(input.kind)) throw new Refusal('request.invalid', { fields: ['kind'] })
      unit.code = lineOf('code', input.code, 40)
      unit.name = lineOf('name', input.name, 200)
      unit.kind = input.kind
      unit.parentId = input.parentId
      await checkPlace(tx, unit)

      if (input.id === null) await tx.manager.insert(Unit, unit)
      else await saveVersioned(tx, unit)
      const subject = { __typename: 'Unit', id: unit.id }
      await tx.announce({
        kind: 'unit.changed',
        subject,
        version: unit.version,
        before: null,
        after: null,
        position,
        detail: { code: unit.code },
      })
      return { id: unit.id }
    })
  }
}

async function checkPlace(tx: Tx, unit: Unit): Promise<void> {
  const same = await tx.query('SELECT 1 FROM unit WHERE code = $1 AND id <> $2', [unit.code, unit.id])
  if (same.length > 0) throw new Refusal('request.invalid', { fields: ['code'] })
  if (unit.parentId === null) return
  const above = await tx.query<{ id: string }>(
    `WITH RECURSIVE up AS (SELECT id, parent_id FROM unit WHERE id = $1 UNION SELECT unit.id, unit.parent_id FROM unit JOIN up ON unit.id = up.parent_id)
     SELECT id FROM up`,
    [unit.parentId],
  )
  if (above.length === 0 || above.some(({ id }) => id === unit.id)) throw new Refusal('request.invalid', { fields: ['parentId'] })
}
