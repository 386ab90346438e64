import { LiveSession, type LiveEvent, type LiveState } from './live-session.js'

const opened: LiveEvent = { type: 'opened' }
const closed = (code = 1006): LiveEvent => ({ type: 'closed', code })
const change = (cursor: string, typename = 'CaseChange'): LiveEvent => ({ type: 'change', typename, cursor })

const after = (events: readonly LiveEvent[], cursor: string | null = 'c0') => {
  const session = new LiveSession(cursor)
  const effects = events.map((event) => session.take(event))
  return { session, effects }
}

test.each<[string, LiveEvent[], LiveState, string | null]>([
  ['starts out connecting, from the snapshot', [], 'connecting', 'c0'],
  ['is live once opened', [opened], 'live', 'c0'],
  ['moves its cursor with every change', [opened, change('c1'), change('c2')], 'live', 'c2'],
  ['moves its cursor with a pulse', [opened, change('c1'), change('c9', 'Pulse')], 'live', 'c9'],
  ['keeps its cursor through a lost connection', [opened, change('c3'), closed()], 'connecting', 'c3'],
  ['resumes from it', [opened, change('c3'), closed(), opened, change('c4')], 'live', 'c4'],
  ['is offline after four attempts in vain', [opened, closed(), closed(), closed(), closed()], 'offline', 'c0'],
  ['is offline at once when the device left the network', [opened, { type: 'left_network' }], 'offline', 'c0'],
  ['recovers from offline', [closed(), closed(), closed(), closed(), opened], 'live', 'c0'],
  ['goes on from the cursor of a reset', [opened, change('c8', 'Reset')], 'live', 'c8'],
])('%s', (_, events, state, cursor) => {
  const { session } = after(events)
  expect(session.state).toBe(state)
  expect(session.cursor).toBe(cursor)
})

test('a reset asks for a refetch, nothing else does', () => {
  expect(after([opened, change('c1'), change('c2', 'Reset'), change('c3', 'Gone'), closed()]).effects).toEqual([
    'nothing',
    'nothing',
    'refetch',
    'nothing',
    'nothing',
  ])
})

test.each([
  [4401, 'sign_out'],
  [4403, 'sign_out'],
  [1006, 'nothing'],
  [1012, 'nothing'],
  [4408, 'nothing'],
])('closing with %d: %s', (code, effect) => {
  expect(after([opened, closed(code)]).effects.at(-1)).toBe(effect)
})

test('waits double up to a ceiling, half of each left to chance', () => {
  const { session } = after([])
  const waits = Array.from({ length: 9 }, () => {
    session.take(closed())
    return [session.wait(() => 0), session.wait(() => 1)]
  })
  expect(waits[0]).toEqual([200, 400])
  expect(waits[1]).toEqual([400, 800])
  expect(waits[8]).toEqual([10_000, 20_000])
})
