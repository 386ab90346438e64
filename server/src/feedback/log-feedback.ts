import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { abilityOf, isPrintedChannel, isTooLongAgo, localYear, positionsAs, Refusal, type FeedbackContactKind, type Viewer } from '@domain'
import { demandEmail } from '../mail/index.js'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { standardsInForce } from '../standards/index.js'
import { announceFeedback } from './announce-feedback.js'
import type { LogFeedbackInput } from './feedback-input.js'
import { Feedback, feedbackPlace } from './feedback.entity.js'
import { demandText, optionalText } from './typed.js'

interface Writer {
  readonly name: string | null
  readonly kind: FeedbackContactKind | null
  readonly contact: string | null
}

/** The Sekretariat or the front office writes down what came by one of the printed channels, and gives it its number. */
@Injectable()
export class LogFeedback {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
  ) {}

  run(me: Viewer, input: LogFeedbackInput, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'logFeedback', attempt, async (tx) => {
      if (!abilityOf(me).can('log', 'Feedback')) throw new Refusal('access.denied')
      const service = input.service ?? null
      const standards = await standardsInForce(tx, tx.now)
      if (!isPrintedChannel(service, { kind: input.channelKind, address: input.channelAddress }, standards)) {
        throw new Refusal('feedback.channel_not_printed', { fields: ['channelAddress'] })
      }
      const text = demandText(input.text, 'text', [3, 10_000])
      const writer = writerOf(input)
      const receivedAt = input.receivedAt ?? tx.now
      if (receivedAt > tx.now || isTooLongAgo(receivedAt, tx.now)) throw new Refusal('request.invalid', { fields: ['receivedAt'] })

      const id = randomUUID()
      const year = localYear(tx.now)
      const feedback = tx.manager.create(Feedback, {
        ...{ id, year, service, text, receivedAt },
        version: 1,
        number: await nextNumber(tx, year),
        channelKind: input.channelKind,
        channelAddress: input.channelAddress,
        kind: input.kind,
        state: 'logged',
        nameSealed: writer.name === null ? null : this.vault.seal(feedbackPlace('name_sealed', id), writer.name),
        contactKind: writer.kind,
        contactSealed: writer.contact === null ? null : this.vault.seal(feedbackPlace('contact_sealed', id), writer.contact),
        loggedAt: tx.now,
        loggedBy: me.id,
        ...{ unitId: null, positionId: null, assignedAt: null },
        ...{ answer: null, answerWay: null, answeredAt: null, answeredBy: null },
        ...{ endedAt: null, endReason: null },
      })
      await tx.manager.insert(Feedback, feedback)
      const [position = null] = positionsAs(me, 'SEKRETARIAT', 'FRONT_OFFICE')
      await announceFeedback(tx, 'feedback.logged', null, feedback, { position })
      return { id }
    })
  }
}

/** Gapless, because it rolls back with the feedback. */
async function nextNumber(tx: Tx, year: number): Promise<number> {
  const [counter] = await tx.query<{ last: number }>(
    'INSERT INTO feedback_counter (year, last) VALUES ($1, 1) ON CONFLICT (year) DO UPDATE SET last = feedback_counter.last + 1 RETURNING last',
    [year],
  )
  if (!counter) throw new Error('The feedback counter gave no number')
  return counter.last
}

/** Who wrote, as far as they said. A contact without a name, or half a contact, is refused. */
function writerOf(input: LogFeedbackInput): Writer {
  const name = optionalText(input.name, 'name', 200)
  const kind = input.contactKind ?? null
  const given = optionalText(input.contact, 'contact', 500)
  const missing = [...(kind !== null && name === null ? ['name'] : []), ...((kind === null) !== (given === null) ? ['contact'] : [])]
  if (missing.length > 0) throw new Refusal('feedback.contact_incomplete', { fields: missing })
  return { name, kind, contact: kind === 'email' && given !== null ? demandEmail(given) : given }
}
