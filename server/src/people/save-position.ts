import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { localDate, Refusal, type Role, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Tx } from '../platform/work.js'
import { asAdministrator, cutOff, keepAnAdministrator, lineOf } from './administration.js'
import { Position } from './position.entity.js'

export interface PositionInput {
  readonly id: string | null
  readonly code: string
  readonly title: string
  readonly unitId: string
  readonly role: Role
  readonly superiorId: string | null
  readonly rank: number
  /** A closed post gives its holders nothing any more. */
  readonly closed: boolean
}

/** Adds a post or changes one. Another role or unit, or closing it, ends the sessions of its holders: they come back with what is left. */
@Injectable()
export class SavePosition {
  constructor(private readonly work: Work) {}

  run(me: Viewer, key: string, input: PositionInput): Promise<{ id: string }> {
    return this.work.run(me, 'savePosition', { key, input }, async (tx) => {
      const actingIn = await asAdministrator(tx)
      const post =
        input.id === null
          ? Object.assign(new Position(), { id: randomUUID(), version: 1, closedAt: null })
          : await findForUpdate(tx, Position, input.id, null)
      const takesAway =
        input.id !== null && (post.role !== input.role || post.unitId !== input.unitId || (input.closed && post.closedAt === null))
      post.code = lineOf('code', input.code, 40)
      post.title = lineOf('title', input.title, 200)
      post.unitId = input.unitId
      post.role = input.role
      post.superiorId = input.superiorId
      post.rank = input.rank
      post.closedAt = input.closed ? (post.closedAt ?? tx.now) : null
      await checkPlace(tx, post)

      if (input.id === null) await tx.manager.insert(Position, post)
      else await saveVersioned(tx, post)
      if (takesAway) {
        await cutOff(tx, await holdersToday(tx, post.id))
        await keepAnAdministrator(tx)
      }
      const subject = { __typename: 'Position', id: post.id }
      await tx.announce({
        kind: 'position.changed',
        subject,
        version: post.version,
        before: null,
        after: null,
        position: actingIn,
        detail: { code: post.code },
      })
      return { id: post.id }
    })
  }
}

async function checkPlace(tx: Tx, post: Position): Promise<void> {
  const refuse = (field: string) => new Refusal('request.invalid', { fields: [field] })
  if (post.rank < 0) throw refuse('rank')
  if ((await tx.query('SELECT 1 FROM "position" WHERE code = $1 AND id <> $2', [post.code, post.id])).length > 0) throw refuse('code')
  if ((await tx.query('SELECT 1 FROM unit WHERE id = $1', [post.unitId])).length === 0) throw refuse('unitId')
  if (post.superiorId === null) return
  const above = await tx.query<{ id: string }>(
    `WITH RECURSIVE up AS (
       SELECT id, superior_id FROM "position" WHERE id = $1 UNION SELECT p.id, p.superior_id FROM "position" p JOIN up ON p.id = up.superior_id)
     SELECT id FROM up`,
    [post.superiorId],
  )
  if (above.length === 0 || above.some(({ id }) => id === post.id)) throw refuse('superiorId')
}

async function holdersToday(tx: Tx, positionId: string): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT person_id FROM position_holder WHERE position_id = $1 AND $2::date BETWEEN since AND coalesce(until, 'infinity')`,
    [positionId, localDate(tx.now)],
  )
  return rows.map((row) => row.person_id)
}
