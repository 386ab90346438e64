import { Inject, Injectable } from '@nestjs/common'
import { actingPost, answerWays, feedbackFacts, nextFeedbackState, Refusal, type Viewer } from '@domain'
import { messageIdOf, queueMail } from '../mail/index.js'
import { profileInForce } from '../organisation/index.js'
import { CONFIG, type Config } from '../platform/config.module.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { announceFeedback } from './announce-feedback.js'
import type { AnswerFeedbackInput } from './feedback-input.js'
import { feedbackMail } from './feedback-mail.js'
import { Feedback, feedbackPlace } from './feedback.entity.js'
import { demandText } from './typed.js'

/** The unit answers, by a way in which the writer can be reached. An answer by e-mail leaves with the commit; what is said by telephone, by post or on the channel is written down here. */
@Injectable()
export class AnswerFeedback {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  run(me: Viewer, target: { id: string; version: number }, input: AnswerFeedbackInput, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'answerFeedback', attempt, async (tx) => {
      const feedback = await findForUpdate(tx, Feedback, target.id, target.version)
      const before = feedbackFacts(feedback)
      feedback.state = nextFeedbackState(before, 'answer', me)
      if (!answerWays(feedback.channelKind, feedback.contactKind).includes(input.way)) {
        throw new Refusal('feedback.way_impossible', { fields: ['way'] })
      }
      feedback.answer = demandText(input.text, 'text', [3, 10_000])
      feedback.answerWay = input.way
      feedback.answeredAt = tx.now
      feedback.answeredBy = me.id
      await saveVersioned(tx, feedback)
      if (input.way === 'email') await this.mail(tx, feedback, feedback.answer)
      await announceFeedback(tx, 'feedback.answered', before, feedback, {
        position: actingPost(me, 'answer', before, feedback.positionId),
        detail: { way: input.way },
        notify: [{ personIds: [feedback.loggedBy], kind: 'feedback.answered' }],
      })
      return { id: feedback.id }
    })
  }

  private async mail(tx: Tx, feedback: Feedback, answer: string): Promise<void> {
    if (!feedback.contactSealed) throw new Error('An answer by e-mail has no address')
    await queueMail(tx, this.vault, {
      ...feedbackMail(await profileInForce(tx, tx.now), feedback, answer),
      messageId: messageIdOf('feedback', feedback.id, this.config.publicUrl),
      purpose: 'feedback',
      to: this.vault.open(feedbackPlace('contact_sealed', feedback.id), feedback.contactSealed),
      attachmentFileIds: [],
      confidential: false,
      ...{ caseId: null, letterId: null, deliveryId: null },
    })
  }
}
