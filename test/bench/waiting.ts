import { randomUUID } from 'node:crypto'
import { ReadDispositionDocument } from '../../client/src/generated/graphql.js'
import { idOf } from '../support/console.js'
import { documentAsk, signIn, type Bed } from './bed.js'
import type { Ask } from './load.js'

export interface WaitingBranch {
  readonly id: string
  readonly caseId: string
  readonly personId: string
  readonly positionId: string
}

/** The dispositions nobody has read yet, with whoever may: each is good for one step of the product. */
export class Waiting {
  private constructor(
    private readonly bed: Bed,
    private readonly branches: WaitingBranch[],
    private readonly cookies: ReadonlyMap<string, string>,
  ) {}

  static async of(bed: Bed): Promise<Waiting> {
    const branches = await bed.db.query<WaitingBranch[]>(
      `SELECT d.id, d.case_id AS "caseId", ph.person_id AS "personId", d.to_position_id AS "positionId"
       FROM disposition d JOIN position_holder ph ON ph.position_id = d.to_position_id WHERE d.state = 'sent' ORDER BY d.id`,
    )
    const cookies = new Map<string, string>()
    for (const personId of new Set(branches.map((branch) => branch.personId))) cookies.set(personId, await signIn(bed.db, personId))
    return new Waiting(bed, branches, cookies)
  }

  take(): WaitingBranch | null {
    return this.branches.pop() ?? null
  }

  /** The read receipt of the next branch, as the console sends it; null when all are read. */
  read(): Ask | null {
    const branch = this.take()
    const cookie = branch && this.cookies.get(branch.personId)
    return branch && cookie ? documentAsk(this.bed, cookie, idOf(ReadDispositionDocument), { id: branch.id, key: randomUUID() }) : null
  }
}
