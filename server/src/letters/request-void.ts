import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { caseFacts, LEADERSHIP_ROLE, letterFacts, mayRead, nextStatus, Refusal, ruleRefusal, titleHeld, type Viewer } from '@domain'
import { closeTasks, openTask, registryPost } from '../cases/index.js'
import { firstDesk } from '../platform/first-desk.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { announceLetter, demandReason, openLetter, type OpenLetter } from './open-letter.js'
import { VoidRequest } from './void-request.entity.js'

/**
 * The Sekretariat asks that the number of an issued letter be voided, before the letter has left the house. Until Pimpinan answer nothing is sent; the
 * number is voided by somebody else than who asked (`JudgeVoid`).
 */
@Injectable()
export class RequestVoid {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: { id: string; version: number }, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'requestVoid', attempt, async (tx) => {
      const open = await openLetter(tx, target.id, target.version)
      const { letter, theCase, before } = open
      letter.status = nextStatus(before, 'request_void', me)
      const why = demandReason(reason)
      await demandInTheHouse(tx, letter.id)
      const post = registryPost(me)
      const consenting = await consentingPost(tx, open)

      await tx.manager.insert(VoidRequest, {
        id: randomUUID(),
        version: 1,
        letterId: letter.id,
        status: 'asked',
        reason: why,
        askedBy: me.id,
        askedByName: me.name,
        askedByTitle: titleHeld(post),
        askedAt: tx.now,
      })
      letter.voidRequestedBy = me.id
      letter.updatedAt = tx.now
      await saveVersioned(tx, letter)
      await closeTasks(tx, theCase.id, { kinds: ['deliver'], letterId: letter.id })
      await openTask(tx, theCase, 'consent_void', { positionId: consenting }, { letterId: letter.id })
      await announceLetter(tx, 'letter.void_requested', open, {
        position: post,
        note: why,
        detail: { number: letter.number },
        notify: [{ positionIds: [consenting], kind: 'letter.void_waits_for_consent' }],
      })
      return { id: letter.id }
    })
  }
}

/** Refuses (`letter.under_way`) a letter that somebody may receive: every delivery of it must have failed. */
export async function demandInTheHouse(tx: Tx, letterId: string): Promise<void> {
  const [sent] = await tx.query(`SELECT 1 FROM delivery WHERE letter_id = $1 AND status <> 'failed'`, [letterId])
  if (sent) throw new Refusal('letter.under_way')
}

/**
 * The post of Pimpinan that answers: the signatory's if it can, else one that handles the case, else the head. Somebody must hold it today whom the rules
 * let read the case and void the number that this person asks about.
 */
async function consentingPost(tx: Tx, { letter, theCase }: OpenLetter): Promise<string> {
  const posts = await tx.query<{ id: string }>(
    `SELECT p.id FROM "position" p WHERE p.role = $3 AND p.closed_at IS NULL
     ORDER BY (p.id = $1) DESC NULLS LAST, (p.id = ANY ($2)) DESC, (p.superior_id IS NULL) DESC, p.rank, p.id`,
    [letter.signatoryPositionId, theCase.handlerPositionIds, LEADERSHIP_ROLE],
  )
  const parent = caseFacts(theCase)
  const asked = letterFacts({ ...letter, voidRequestedBy: tx.me.id }, parent)
  const found = await firstDesk(
    tx,
    posts.map(({ id }) => id),
    (holder) => mayRead(holder, parent) && ruleRefusal(holder, 'void', asked) === null,
  )
  if (!found) throw new Refusal('letter.chain_broken', { title: 'Pimpinan' })
  return found
}
