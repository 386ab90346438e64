import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { indonesianCalendar } from '../clock/indonesian-calendar.js'
import { jakarta } from '../clock/jakarta.js'
import { SERVICES } from '../standard/service.js'
import { COMPLAINT_CHANNEL_KINDS } from '../standard/standard.js'
import { FEEDBACK_KINDS } from './feedback.js'
import { feedbackReport, median, type CountedFeedback } from './feedback-report.js'

const calendar = indonesianCalendar()
const one = (given: Partial<CountedFeedback>): CountedFeedback => ({
  service: 'MERIT',
  channelKind: 'email',
  kind: 'complaint',
  state: 'logged',
  receivedAt: jakarta('2026-03-06', '15.00'),
  answeredAt: null,
  ...given,
})

test.each([
  [[], null],
  [[7], 7],
  [[9, 1, 5], 5],
  [[10, 1, 4, 3], 3.5],
])('the median of %j is %j', (values, expected) => expect(median(values)).toBe(expected))

describe('the report', () => {
  // Friday 6 March 2026, 15.00 to Monday 9 March, 09.00: what is left of Friday and the start of Monday, nothing of the weekend.
  const overTheWeekend = one({ state: 'answered', answeredAt: jakarta('2026-03-09', '09.00') })

  test('time to answer counts the hours of the office only', () => {
    const friday = calendar.schedule('office')
    const minutes =
      (friday.openMsBefore(jakarta('2026-03-09', '09.00').getTime()) - friday.openMsBefore(jakarta('2026-03-06', '15.00').getTime())) /
      60_000
    expect(minutes).toBeLessThan(4 * 60)
    expect(feedbackReport([overTheWeekend], calendar)[0]).toMatchObject({ medianMinutes: minutes, answered: 1, shareAnswered: 1 })
  })

  test('what was dismissed need not be answered; without anything to answer there is no share', () => {
    const [line] = feedbackReport([overTheWeekend, one({}), one({ state: 'dismissed', kind: 'suggestion' })], calendar)
    expect(line).toMatchObject({ total: 3, complaints: 2, suggestions: 1, appreciations: 0, answered: 1, dismissed: 1, shareAnswered: 0.5 })
    expect(feedbackReport([one({ state: 'dismissed' })], calendar)[0]).toMatchObject({ shareAnswered: null, medianMinutes: null })
  })

  test('a line per service and channel, in the order of the standards, the services at large last', () => {
    const rows = [
      one({ service: null, channelKind: 'wbs' }),
      one({ channelKind: 'lapor' }),
      one({}),
      one({ service: 'MEDLIN', channelKind: 'medlin' }),
    ]
    expect(feedbackReport(rows, calendar).map(({ service, channelKind }) => [service, channelKind])).toEqual([
      ['MEDLIN', 'medlin'],
      ['MERIT', 'email'],
      ['MERIT', 'lapor'],
      [null, 'wbs'],
    ])
  })

  test('nothing is lost and nothing is counted twice', () => {
    const rows = fc.array(
      fc
        .record({
          service: fc.option(fc.constantFrom(...SERVICES)),
          channelKind: fc.constantFrom(...COMPLAINT_CHANNEL_KINDS),
          kind: fc.constantFrom(...FEEDBACK_KINDS),
          state: fc.constantFrom('logged' as const, 'answered' as const, 'dismissed' as const),
        })
        .map((given) => one({ ...given, answeredAt: given.state === 'answered' ? jakarta('2026-03-10', '10.00') : null })),
    )
    fc.assert(
      fc.property(rows, (some) => {
        const lines = feedbackReport(some, calendar)
        const sum = (of: 'total' | 'answered' | 'dismissed') => lines.reduce((n, line) => n + line[of], 0)
        expect(sum('total')).toBe(some.length)
        expect(sum('answered')).toBe(some.filter((row) => row.answeredAt !== null).length)
        expect(sum('dismissed')).toBe(some.filter((row) => row.state === 'dismissed').length)
        for (const line of lines) expect(line.complaints + line.suggestions + line.appreciations).toBe(line.total)
      }),
    )
  })
})
