import { Injectable } from '@nestjs/common'
import { Refusal, type Viewer } from '@domain'
import { Work } from '../platform/work.js'

const AT_ONCE = 500
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Marks notices of the person as read. Those of others, and those already read, are left as they are. */
@Injectable()
export class MarkNoticesRead {
  constructor(private readonly work: Work) {}

  async run(me: Viewer, ids: readonly string[], key: string): Promise<void> {
    if (ids.length > AT_ONCE) throw new Refusal('request.too_large')
    if (!ids.every((id) => UUID.test(id))) throw new Refusal('request.invalid', { fields: ['ids'] })
    await this.work.run(me, 'mark_notices_read', { key, input: { ids } }, async (tx) => {
      await tx.query('UPDATE notice SET read_at = greatest(at, $3) WHERE person_id = $1 AND id = ANY($2::uuid[]) AND read_at IS NULL', [
        me.id,
        ids,
        tx.now,
      ])
      return {}
    })
  }
}
