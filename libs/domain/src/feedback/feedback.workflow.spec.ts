import { describe, expect, test } from '@jest/globals'
import type { Viewer } from '../access/viewer.js'
import { Refusal } from '../problem.js'
import { FEEDBACK_STATES, type FeedbackFacts, type FeedbackState } from './feedback.js'
import { feedbackRefusal, nextFeedbackState } from './feedback.decisions.js'
import { FEEDBACK_MOVES, FEEDBACK_WORKFLOW, OPEN_FEEDBACK_STATES, type FeedbackMove, type FeedbackStep } from './feedback.workflow.js'

const clerk: Viewer = {
  id: 'clerk',
  name: 'Pegawai',
  positions: [{ id: 'desk', title: 'Persuratan', role: 'SEKRETARIAT', unitId: 'registry', kind: 'definitive', onBehalfOf: null }],
}
const feedback = (state: FeedbackState): FeedbackFacts => ({
  ...{ __typename: 'Feedback', id: 'one', version: 1, service: 'MERIT', kind: 'complaint', channelKind: 'letter' },
  ...{ unitId: 'registry', positionId: null, loggedBy: 'other', state },
})

describe('the table', () => {
  test('every state is reached from a logged feedback', () => {
    const reached = new Set<FeedbackState>(['logged'])
    const steps: FeedbackStep[] = Object.values(FEEDBACK_WORKFLOW)
    for (let before = -1; before !== reached.size;) {
      before = reached.size
      for (const { from, to } of steps) if (from.some((state) => reached.has(state))) reached.add(to)
    }
    expect([...reached].sort()).toEqual([...FEEDBACK_STATES].sort())
  })

  test('what is open can be left, what has ended cannot', () => {
    const left = FEEDBACK_STATES.filter((state) =>
      FEEDBACK_MOVES.some((move) => (FEEDBACK_WORKFLOW[move].from as readonly string[]).includes(state)),
    )
    expect(left).toEqual(OPEN_FEEDBACK_STATES)
  })
})

describe('what a clerk may do in each state', () => {
  const ALLOWED: Record<FeedbackState, readonly FeedbackMove[]> = {
    logged: ['assign', 'dismiss'],
    assigned: ['assign', 'answer', 'dismiss'],
    answered: ['close'],
    closed: [],
    dismissed: [],
  }
  test.each(FEEDBACK_STATES)('%s', (state) => {
    expect(FEEDBACK_MOVES.filter((move) => feedbackRefusal(feedback(state), move, clerk) === null)).toEqual(ALLOWED[state])
  })

  test('a move out of turn is refused as such; somebody without the rule is refused as if there were nothing', () => {
    expect(feedbackRefusal(feedback('closed'), 'answer', clerk)).toBe('feedback.wrong_state')
    expect(() => nextFeedbackState(feedback('closed'), 'close', clerk)).toThrow(Refusal)
    expect(feedbackRefusal(feedback('logged'), 'assign', { ...clerk, positions: [] })).toBe('access.denied')
    expect(nextFeedbackState(feedback('assigned'), 'answer', clerk)).toBe('answered')
  })
})
