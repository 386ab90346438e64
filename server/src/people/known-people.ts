import { Injectable } from '@nestjs/common'
import type { Tx } from '../platform/work.js'

/** What a feature does, in the same transaction, when the NIP of a member of the staff becomes known or is another. */
type Heard = (tx: Tx, personId: string, nipIndex: Buffer) => Promise<void>

/** Tells the features that lie above the directory who is who: somebody who is entered today may be reported in a case of last week. */
@Injectable()
export class KnownPeople {
  private readonly hearers: Heard[] = []

  register(heard: Heard): void {
    this.hearers.push(heard)
  }

  async tell(tx: Tx, personId: string, nipIndex: Buffer): Promise<void> {
    for (const heard of this.hearers) await heard(tx, personId, nipIndex)
  }
}
