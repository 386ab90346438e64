import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { mayRead, nextStatus, Refusal, type Viewer } from '@domain'
import { Case, closeTasks, holding, openTask } from '../cases/index.js'
import { demandPointsQuoted } from '../handling/index.js'
import { profileInForce } from '../organisation/index.js'
import { Moment } from '../platform/moment.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { contentOf, demandFinished, hashOf } from './letter-content.js'
import { Letter } from './letter.entity.js'
import { mergeFieldsOf } from './merge-fields.js'
import { announceLetter, openLetter } from './open-letter.js'
import { printPreview } from './print-letter.js'
import { chainInForce, demandWalkable } from './review-chain.js'
import { writeStep } from './review-steps.js'

/**
 * Puts a finished letter before its reviewers: an immutable version with its hash, and a new round that begins at the first tier. The chain is fixed at the
 * first submission; the text must be printable.
 */
@Injectable()
export class SubmitLetter {
  constructor(
    private readonly work: Work,
    private readonly db: DataSource,
  ) {}

  async run(me: Viewer, target: { id: string; version: number; draftRevision: number }, attempt: Attempt): Promise<{ id: string }> {
    await this.demandPrintable(me, target.id)
    return this.work.run(me, 'submitLetter', attempt, async (tx) => {
      const open = await openLetter(tx, target.id, target.version)
      const { letter, theCase, before } = open
      letter.status = nextStatus(before, 'submit', me)
      if (letter.draftRevision !== target.draftRevision) throw new Refusal('letter.being_edited', { draftRevision: letter.draftRevision })
      const post = holding(me, theCase)
      const values = await mergeFieldsOf(tx, theCase)
      demandFinished(letter, values)
      await demandPointsQuoted(tx, letter)

      letter.authorIds = [...new Set([...letter.authorIds, me.id])]
      if (letter.chain.length === 0) {
        const { id, tiers } = await chainInForce(tx, theCase, letter.kind)
        letter.chainId = id
        letter.chain = tiers
        letter.tiers = tiers.length
      }
      await demandWalkable(tx, letter, theCase, letter.chain)
      const [first] = letter.chain
      if (!first) throw new Refusal('letter.chain_broken', { title: 'Pimpinan' })

      const content = contentOf(letter, values)
      letter.contentHash = hashOf(content)
      letter.submittedVersion += 1
      letter.submittedAt = tx.now
      letter.round += 1
      letter.tier = first.tier
      letter.reviewerPositionId = first.positionId
      letter.reviewerIds = []
      letter.returnReason = null
      letter.updatedAt = tx.now
      await writeVersion(tx, letter, content)
      await writeStep(tx, letter, 'submit', post, null)
      await saveVersioned(tx, letter)

      await closeTasks(tx, theCase.id, { kinds: ['draft', 'revise'], letterId: letter.id })
      await openTask(tx, theCase, 'review', { positionId: first.positionId }, { letterId: letter.id })
      await announceLetter(tx, 'letter.submitted', open, {
        position: post,
        detail: { round: letter.round, number: letter.submittedVersion, contentHash: letter.contentHash },
        notify: [{ positionIds: [first.positionId], kind: 'letter.waits_for_review' }],
      })
      return { id: letter.id }
    })
  }

  /** A letter with a character that the press cannot set must not reach a reviewer. Looked at before the transaction: it costs a rendering. */
  private async demandPrintable(me: Viewer, id: string): Promise<void> {
    const letter = await this.db.manager.findOneBy(Letter, { id })
    if (!letter || !mayRead(me, letter)) throw new Refusal('access.denied')
    const theCase = await this.db.manager.findOneByOrFail(Case, { id: letter.caseId })
    const profile = await profileInForce(this.db, await Moment.now(this.db))
    await printPreview({ letter, content: contentOf(letter, await mergeFieldsOf(this.db, theCase)), profile }, [])
  }
}

const writeVersion = (tx: Tx, letter: Letter, content: object): Promise<unknown[]> =>
  tx.query(
    'INSERT INTO letter_version (id, letter_id, number, content, content_hash, author_id, author_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [randomUUID(), letter.id, letter.submittedVersion, JSON.stringify(content), letter.contentHash, tx.me.id, tx.me.name, tx.now],
  )
