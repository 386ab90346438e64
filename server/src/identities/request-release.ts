import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import {
  actingPost,
  caseFacts,
  conflictOf,
  demandCase,
  LONGEST_RELEASE_HOURS,
  Refusal,
  titleHeld,
  type ReleasePurpose,
  type Viewer,
} from '@domain'
import { Case, custodianPosts, custodians, openTask } from '../cases/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { IdentityRelease } from './identity-release.entity.js'
import { announceRelease, demandWords } from './open-release.js'

/** What is asked for. */
export interface Asked {
  readonly purpose: ReleasePurpose
  readonly reason: string
  readonly hours: number
}

const SHORTEST_REASON = 10

/** Somebody who handles a case asks a custodian to open its sealed identity. Without a custodian who is somebody else and untouched by the case there is no release. */
@Injectable()
export class RequestRelease {
  constructor(private readonly work: Work) {}

  run(me: Viewer, caseId: string, { purpose, reason, hours }: Asked, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'requestRelease', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      const facts = caseFacts(theCase)
      demandCase(facts, 'ask_identity', me)
      if (theCase.reporterProtection !== 'sealed') throw new Refusal('reporter.not_sealed')
      const said = demandWords(reason, SHORTEST_REASON)
      if (!Number.isInteger(hours) || hours < 1 || hours > LONGEST_RELEASE_HOURS) throw new Refusal('release.hours', { fields: ['hours'] })
      const [open] = await tx.query(
        `SELECT FROM identity_release WHERE case_id = $1 AND requested_by = $2 AND (status = 'requested' OR (status = 'granted' AND until > $3))`,
        [caseId, me.id, tx.now],
      )
      if (open) throw new Refusal('release.already_asked')
      const free = await releasers(tx, theCase)
      if (free.length === 0) throw new Refusal('release.no_custodian')

      const post = actingPost(me, 'ask_identity', facts, theCase.holderPositionId, ...theCase.handlerPositionIds)
      if (!post) throw new Refusal('access.denied')
      const id = randomUUID()
      await tx.query(
        `INSERT INTO identity_release (id, version, case_id, status, purpose, reason, hours, requested_by, requested_by_name, requested_by_title, requested_at)
         VALUES ($1, 1, $2, 'requested', $3, $4, $5, $6, $7, $8, $9)`,
        [id, caseId, purpose, said, hours, me.id, me.name, titleHeld(post), tx.now],
      )
      const release = await findForUpdate(tx, IdentityRelease, id, null)
      for (const positionId of await custodianPosts(tx, free)) await openTask(tx, theCase, 'release', { positionId })
      const notify = [{ personIds: free, kind: 'identity.requested' }]
      await announceRelease(tx, 'identity.requested', { release, before: null }, { position: post, detail: { hours }, notify })
      return { id }
    })
  }
}

/** The custodians who could decide: neither the one who asks, nor reported or related, nor an author in the case. */
async function releasers(tx: Tx, theCase: Case): Promise<string[]> {
  const [row] = await tx.query<{ ids: string[] }>(
    `SELECT ARRAY(SELECT DISTINCT unnest(author_ids) FROM letter WHERE case_id = $1) AS ids`,
    [theCase.id],
  )
  const circle = { excludedPersonIds: theCase.excludedPersonIds, authorIds: row?.ids ?? [] }
  return (await custodians(tx)).filter((id) => id !== tx.me.id && conflictOf(id, 'releaser', circle) === null)
}
