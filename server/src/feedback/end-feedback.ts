import { Injectable } from '@nestjs/common'
import { feedbackFacts, nextFeedbackState, positionsAs, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt } from '../platform/work.js'
import { announceFeedback } from './announce-feedback.js'
import { Feedback } from './feedback.entity.js'
import { demandText } from './typed.js'

type Target = { readonly id: string; readonly version: number }

/** The Sekretariat puts away what was answered, or dismisses what nobody can answer, with the reason. */
@Injectable()
export class EndFeedback {
  constructor(private readonly work: Work) {}

  close(me: Viewer, target: Target, attempt: Attempt): Promise<{ id: string }> {
    return this.end(me, target, 'close', null, attempt)
  }

  dismiss(me: Viewer, target: Target, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.end(me, target, 'dismiss', reason, attempt)
  }

  private end(me: Viewer, target: Target, move: 'close' | 'dismiss', reason: string | null, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, `${move}Feedback`, attempt, async (tx) => {
      const feedback = await findForUpdate(tx, Feedback, target.id, target.version)
      const before = feedbackFacts(feedback)
      feedback.state = nextFeedbackState(before, move, me)
      feedback.endReason = reason === null ? null : demandText(reason, 'reason', [3, 2000])
      feedback.endedAt = tx.now
      await saveVersioned(tx, feedback)
      const [position = null] = positionsAs(me, 'SEKRETARIAT')
      const kind = move === 'close' ? 'feedback.closed' : 'feedback.dismissed'
      await announceFeedback(tx, kind, before, feedback, { position, note: feedback.endReason })
      return { id: feedback.id }
    })
  }
}
