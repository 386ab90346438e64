import type { TwinOf } from '../app/words.js'
import type id from './deskTime.id.js'

const words: TwinOf<typeof id> = {
  title: 'Time on each desk',
  hint: 'Office minutes on each desk, and the due date planned back. Waiting for others is counted apart.',
  tier: {
    registry: 'Registry',
    leadership: 'Leadership',
    unit: 'Head of working group',
    assistant: 'Asisten',
    review: 'Review',
    dispatch: 'Issue and delivery',
    outside: 'Waiting for others',
  },
  column: { tier: 'Desk', used: 'Used', planned: 'Allowed', latest: 'At the latest', share: 'Use' },
  stretches: 'Desk by desk',
  desk: 'Held by',
  from: 'From',
  to: 'Until',
  returns: 'Letters came back {n} time | Letters came back {n} times',
  noReturns: 'No letter has come back',
  behind: 'The present desk is past its time: this case is at risk.',
  hasIt: 'now',
  over: 'over its allowance',
  sums: {
    title: 'Time on each desk, last 30 days',
    hint: 'Office hours for which cases lay on each desk, without pauses; summed from the desk-time ledger of every case.',
    person: 'Held by',
    cases: 'Cases',
    time: 'Time on the desk',
    each: 'Average per case',
    returns: 'Letters returned',
  },
  hours: '{hours} h {minutes} min',
  minutes: '{minutes} min',
}

export default words
