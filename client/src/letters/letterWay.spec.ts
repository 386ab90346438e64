import { wayOf } from './letterWay.js'

const tier = (number: number, approves: boolean) =>
  ({ __typename: 'ChainTier', tier: number, positionId: `post-${number}`, title: `Pos ${number}`, approves }) as const
const step = (round: number, at: number, action: string) =>
  ({
    __typename: 'ReviewStep',
    id: `${round}-${at}-${action}`,
    round,
    tier: at,
    action,
    personName: 'Rina',
    positionTitle: 'Pos',
    onBehalfOf: null,
    at: '2026-11-20T02:00:00Z',
    note: null,
    contentHash: null,
  }) as const
const letter = {
  status: 'in_review',
  tier: 2,
  chain: [tier(1, false), tier(2, true)],
  steps: [step(1, 0, 'submit'), step(1, 1, 'pass')],
  drafterName: 'Bagas',
  submittedAt: '2026-11-20T01:00:00Z',
  issuedAt: null,
  number: null,
  deliveries: [],
} as const
const states = (source: Parameters<typeof wayOf>[0]) => wayOf(source).map(({ state }) => state)

test.each<[string, Parameters<typeof wayOf>[0], string[]]>([
  ['never submitted', { ...letter, status: 'draft', tier: 0, chain: [], steps: [] }, ['now', 'waiting', 'waiting']],
  ['at the second tier', letter, ['done', 'done', 'now', 'waiting', 'waiting']],
  [
    'returned by the second tier',
    { ...letter, status: 'returned', tier: 0, steps: [...letter.steps, step(1, 2, 'return')] },
    ['now', 'waiting', 'stopped', 'waiting', 'waiting'],
  ],
  [
    'submitted again: the first round no longer counts',
    { ...letter, tier: 1, steps: [...letter.steps, step(1, 2, 'return'), step(2, 0, 'submit')] },
    ['done', 'now', 'waiting', 'waiting', 'waiting'],
  ],
  [
    'approved',
    { ...letter, status: 'approved', tier: 0, steps: [...letter.steps, step(1, 2, 'approve')] },
    ['done', 'done', 'done', 'now', 'waiting'],
  ],
  [
    'returned after it was approved',
    { ...letter, status: 'returned', tier: 0, steps: [...letter.steps, step(1, 2, 'approve'), step(1, 0, 'return_approved')] },
    ['now', 'waiting', 'waiting', 'stopped', 'waiting'],
  ],
  [
    'issued',
    { ...letter, status: 'issued', tier: 0, number: 'B-1/JP.01/11/2026', steps: [...letter.steps, step(1, 2, 'approve')] },
    ['done', 'done', 'done', 'done', 'now'],
  ],
  [
    'void',
    { ...letter, status: 'withdrawn', tier: 0, number: 'B-1/JP.01/11/2026', steps: [...letter.steps, step(1, 2, 'approve')] },
    ['done', 'done', 'done', 'stopped', 'waiting'],
  ],
  [
    'delivered',
    { ...letter, status: 'delivered', tier: 0, number: 'B-1/JP.01/11/2026', steps: [...letter.steps, step(1, 2, 'approve')] },
    ['done', 'done', 'done', 'done', 'done'],
  ],
])('%s', (_, source, expected) => {
  expect(states(source)).toEqual(expected)
})
