import { expect, test } from '@jest/globals'
import { historyOf, type HistoryEvent } from './history.js'

let id = 0
const at = (minute: number, kinds: readonly string[], by = 'Hendra'): HistoryEvent[] =>
  kinds.map((kind) => ({ id: String((id += 1)), kind, at: `2026-11-20T02:${String(minute).padStart(2, '0')}:00.000Z`, actorName: by }))
const told = (events: readonly HistoryEvent[]) =>
  historyOf(events).map(({ event, along }) => [event.kind, ...along.map(({ kind }) => kind)].join(' < '))

test.each([
  [['case.disposed', 'disposition.accepted', 'disposition.superseded', 'disposition.sent', 'disposition.sent'], 1],
  [['case.handed_over', 'disposition.sent'], 1],
  [['case.returned', 'disposition.returned'], 1],
  [['case.returned', 'disposition.withdrawn'], 1],
  [['case.amended', 'disposition.accepted', 'clock.stopped'], 1],
  [['case.registered', 'clock.started', 'clock.started', 'task.opened'], 1],
  [['case.decided', 'clock.started'], 1],
  [['letter.issued', 'case.answered', 'clock.stopped'], 1],
  [['letter.drafted', 'case.attached'], 2],
  [['task.opened', 'letter.saved', 'notice.created'], 0],
])('%j is told in %i lines', (kinds, lines) => {
  expect(historyOf(at(1, kinds))).toHaveLength(lines)
})

test('no event that is told gets lost', () => {
  const kinds = ['case.disposed', 'disposition.accepted', 'disposition.sent', 'clock.started', 'case.attached']
  expect(
    historyOf(at(2, kinds))
      .flatMap(({ event, along }) => [event.kind, ...along.map(({ kind }) => kind)])
      .sort(),
  ).toEqual([...kinds].sort())
})

test('the newest act stands first, and only what happened in the same act is taken together', () => {
  const events = [...at(3, ['case.registered']), ...at(4, ['case.handed_over', 'disposition.sent']), ...at(4, ['disposition.read'], 'Siti')]
  expect(told(events)).toEqual(['disposition.read', 'case.handed_over < disposition.sent', 'case.registered'])
})

test('the note of what was brought about stands with the act that has none', () => {
  const [act, sent] = at(5, ['case.disposed', 'disposition.sent'])
  expect(act && sent && historyOf([act, { ...sent, note: 'Telaah' }]).map(({ note }) => note)).toEqual(['Telaah'])
})
