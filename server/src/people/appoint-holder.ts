import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Refusal, type HolderKind, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { Work, type Tx } from '../platform/work.js'
import { asAdministrator, lineOf } from './administration.js'
import { Person } from './person.entity.js'
import { PositionHolder } from './position-holder.entity.js'
import { Position } from './position.entity.js'

export interface Appointment {
  readonly positionId: string
  readonly personId: string
  readonly kind: HolderKind
  /** The order that says so; an acting holder needs one. */
  readonly mandate: string | null
  /** First and last day, Jakarta dates; without a last day it lasts until ended. */
  readonly since: string
  readonly until: string | null
}

/** Puts somebody into a post; nobody puts themselves into one (an administrator would else see what administrators may not). A post has one person in charge (definitive or Plt.) and at most one Plh. at a time (`people.post_overlap`). */
@Injectable()
export class AppointHolder {
  constructor(private readonly work: Work) {}

  run(me: Viewer, key: string, input: Appointment): Promise<{ positionId: string }> {
    return this.work.run(me, 'appointHolder', { key, input: { ...input } }, async (tx) => {
      const actingIn = await asAdministrator(tx)
      if (input.personId === me.id) throw new Refusal('access.two_persons')
      const post = await findForUpdate(tx, Position, input.positionId, null)
      const person = await findForUpdate(tx, Person, input.personId, null)
      const mandate = input.mandate?.trim() ? lineOf('mandate', input.mandate, 200) : null
      if (input.kind !== 'definitive' && mandate === null) throw new Refusal('request.invalid', { fields: ['mandate'] })
      if (input.until !== null && input.until < input.since) throw new Refusal('request.invalid', { fields: ['until'] })
      if (post.closedAt !== null) throw new Refusal('request.invalid', { fields: ['positionId'] })
      if (person.disabledAt !== null) throw new Refusal('request.invalid', { fields: ['personId'] })
      await checkFree(tx, input)

      const id = randomUUID()
      await tx.manager.insert(PositionHolder, { ...input, id, mandate, createdAt: tx.now })
      const subject = { __typename: 'Position', id: post.id }
      const detail = { personId: person.id, kind: input.kind, since: input.since, until: input.until }
      await tx.announce({ kind: 'position.changed', subject, before: null, after: null, position: actingIn, detail })
      return { positionId: post.id }
    })
  }
}

async function checkFree(tx: Tx, { positionId, personId, kind, since, until }: Appointment): Promise<void> {
  const overlapping = await tx.query(
    `SELECT 1 FROM position_holder WHERE position_id = $1 AND daterange(since, until + 1) && daterange($2::date, $3::date + 1)
     AND ((kind = 'plh') = ($4 = 'plh') OR person_id = $5)`,
    [positionId, since, until, kind, personId],
  )
  if (overlapping.length > 0) throw new Refusal('people.post_overlap')
}
