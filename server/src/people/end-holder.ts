import { Injectable } from '@nestjs/common'
import { dayNumber, instantAt, Refusal, type Viewer } from '@domain'
import { Work } from '../platform/work.js'
import { asAdministrator, cutOff, keepAnAdministrator } from './administration.js'
import { PositionHolder } from './position-holder.entity.js'

/**
 * Ends somebody's time in a post; `until` is the last day of it, and a day before today ends it at once. The person's sessions end either
 * way. The last administrator stays (`people.last_admin`).
 */
@Injectable()
export class EndHolder {
  constructor(private readonly work: Work) {}

  run(me: Viewer, key: string, input: { id: string; until: string }): Promise<{ positionId: string }> {
    return this.work.run(me, 'endHolder', { key, input }, async (tx) => {
      const actingIn = await asAdministrator(tx)
      const held = await tx.manager.findOne(PositionHolder, { where: { id: input.id }, lock: { mode: 'pessimistic_write' } })
      if (!held) throw new Refusal('access.denied')
      if (held.until !== null && held.until < input.until) throw new Refusal('request.invalid', { fields: ['until'] })

      // never held at all is the day before the first
      await tx.query('UPDATE position_holder SET until = greatest($2::date, since - 1) WHERE id = $1', [held.id, input.until])
      await cutOff(tx, [held.personId])
      const dayAfter = new Date(instantAt(dayNumber(input.until) + 1))
      await keepAnAdministrator(tx, dayAfter > tx.now ? dayAfter : tx.now)
      const subject = { __typename: 'Position', id: held.positionId }
      const detail = { personId: held.personId, kind: held.kind, until: input.until }
      await tx.announce({ kind: 'position.changed', subject, before: null, after: null, position: actingIn, detail })
      return { positionId: held.positionId }
    })
  }
}
