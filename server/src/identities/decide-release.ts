import { Injectable } from '@nestjs/common'
import { LONGEST_RELEASE_HOURS, nextReleaseStatus, positionsAs, Refusal, titleHeld, type HeldPosition, type Viewer } from '@domain'
import { closeTasks, custodians } from '../cases/index.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import type { IdentityRelease } from './identity-release.entity.js'
import { announceRelease, demandWords, openRelease } from './open-release.js'

interface Target {
  readonly id: string
  readonly version: number
}

const HOUR_MS = 3_600_000

/** What a custodian decides about a request, and how either side ends it. Two persons always: nobody decides about their own (rule 19). */
@Injectable()
export class DecideRelease {
  constructor(private readonly work: Work) {}

  /** Opens the identity for the one who asked, for so many hours and no longer than was asked. */
  grant(me: Viewer, target: Target, hours: number, note: string | null, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'grantRelease', attempt, async (tx) => {
      const open = await openRelease(tx, target.id, target.version)
      const { release } = open
      release.status = nextReleaseStatus(release, 'grant', me, tx.now)
      if (!Number.isInteger(hours) || hours < 1 || hours > Math.min(release.hours, LONGEST_RELEASE_HOURS))
        throw new Refusal('release.hours', { fields: ['hours'] })
      const post = decidedIn(tx, release)
      release.decisionNote = note?.trim() ? demandWords(note) : null
      release.until = new Date(tx.now.getTime() + hours * HOUR_MS)
      await saveVersioned(tx, release)
      await clearDesks(tx, open.theCase.id)
      const notify = [
        { personIds: [release.requestedBy], kind: 'identity.granted' },
        { personIds: await custodians(tx), kind: 'identity.granted_by_colleague' },
      ]
      await announceRelease(tx, 'identity.granted', open, { position: post, detail: { hours, until: release.until.toISOString() }, notify })
      return { id: release.id }
    })
  }

  refuse(me: Viewer, target: Target, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'refuseRelease', attempt, async (tx) => {
      const open = await openRelease(tx, target.id, target.version)
      const { release } = open
      release.status = nextReleaseStatus(release, 'refuse', me, tx.now)
      const post = decidedIn(tx, release)
      release.decisionNote = demandWords(reason)
      await saveVersioned(tx, release)
      await clearDesks(tx, open.theCase.id)
      const notify = [{ personIds: [release.requestedBy], kind: 'identity.refused' }]
      await announceRelease(tx, 'identity.refused', open, { position: post, notify })
      return { id: release.id }
    })
  }

  /** Whoever asked no longer needs it. */
  withdraw(me: Viewer, target: Target, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'withdrawRelease', attempt, async (tx) => {
      const open = await openRelease(tx, target.id, target.version)
      open.release.status = nextReleaseStatus(open.release, 'withdraw', me, tx.now)
      ended(tx, open.release)
      await saveVersioned(tx, open.release)
      await clearDesks(tx, open.theCase.id)
      await announceRelease(tx, 'identity.withdrawn', open)
      return { id: open.release.id }
    })
  }

  /** A custodian closes an open window before its time. */
  revoke(me: Viewer, target: Target, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'revokeRelease', attempt, async (tx) => {
      const open = await openRelease(tx, target.id, target.version)
      const { release } = open
      release.status = nextReleaseStatus(release, 'revoke', me, tx.now)
      ended(tx, release)
      release.endReason = demandWords(reason)
      await saveVersioned(tx, release)
      const notify = [{ personIds: [release.requestedBy], kind: 'identity.revoked' }]
      await announceRelease(tx, 'identity.revoked', open, { position: custodianPost(me), notify })
      return { id: release.id }
    })
  }
}

/** Nobody's request waits any more in the case: the custodians' desks are free of it. */
async function clearDesks(tx: Tx, caseId: string): Promise<void> {
  const waiting = await tx.query(`SELECT FROM identity_release WHERE case_id = $1 AND status = 'requested'`, [caseId])
  if (waiting.length === 0) await closeTasks(tx, caseId, { kinds: ['release'] })
}

function custodianPost(me: Viewer): HeldPosition {
  const [post] = positionsAs(me, 'CUSTODIAN')
  if (!post) throw new Refusal('access.denied')
  return post
}

function decidedIn(tx: Tx, release: IdentityRelease): HeldPosition {
  const post = custodianPost(tx.me)
  Object.assign(release, { decidedBy: tx.me.id, decidedByName: tx.me.name, decidedByTitle: titleHeld(post), decidedAt: tx.now })
  return post
}

const ended = (tx: Tx, release: IdentityRelease): void =>
  void Object.assign(release, { endedAt: tx.now, endedBy: tx.me.id, endedByName: tx.me.name })
