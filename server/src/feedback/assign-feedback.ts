import { Injectable } from '@nestjs/common'
import { ANSWERING_ROLES, feedbackFacts, nextFeedbackState, OFFICER_ROLE, positionsAs, Refusal, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { holdersOf } from '../platform/holders-of.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { announceFeedback } from './announce-feedback.js'
import type { AssignFeedbackInput } from './feedback-input.js'
import { Feedback } from './feedback.entity.js'
import { optionalText } from './typed.js'

/** The Sekretariat names the unit that answers, and a post in it if it likes; it may think better of it until there is an answer. */
@Injectable()
export class AssignFeedback {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: { id: string; version: number }, input: AssignFeedbackInput, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'assignFeedback', attempt, async (tx) => {
      const feedback = await findForUpdate(tx, Feedback, target.id, target.version)
      const before = feedbackFacts(feedback)
      feedback.state = nextFeedbackState(before, 'assign', me)
      const note = optionalText(input.note, 'note', 1000)
      const posts = await answeringPosts(tx, input.unitId, input.positionId ?? null)
      feedback.unitId = input.unitId
      feedback.positionId = input.positionId ?? null
      feedback.assignedAt = tx.now
      await saveVersioned(tx, feedback)
      const [position = null] = positionsAs(me, 'SEKRETARIAT')
      await announceFeedback(tx, 'feedback.assigned', before, feedback, {
        ...{ position, note },
        notify: [{ positionIds: posts, kind: 'feedback.assigned_to_you' }],
      })
      return { id: feedback.id }
    })
  }
}

/** The posts that are told: the named one, otherwise the heads of the unit (in the Sekretariat everybody). Refused where nobody could answer. */
async function answeringPosts(tx: Tx, unitId: string, positionId: string | null): Promise<string[]> {
  const posts = await tx.query<{ id: string; role: string }>(
    'SELECT id, role FROM "position" WHERE unit_id = $1 AND closed_at IS NULL AND role = ANY ($2) AND ($3::uuid IS NULL OR id = $3)',
    [unitId, ANSWERING_ROLES, positionId],
  )
  const held = await holdersOf(
    tx.manager,
    posts.map((post) => post.id),
    tx.now,
  )
  const able = posts.filter((post) => held.has(post.id))
  if (able.length === 0) throw new Refusal('feedback.unit_cannot_answer', { fields: [positionId === null ? 'unitId' : 'positionId'] })
  const heads = able.filter((post) => post.role !== OFFICER_ROLE)
  return (positionId === null && heads.length > 0 ? heads : able).map((post) => post.id)
}
