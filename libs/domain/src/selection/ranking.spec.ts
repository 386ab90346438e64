import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { authorityFor, isOneOfThree, SHORTLIST_SIZE } from './appointing.js'
import { panelFindings, type PanelOrigin, type PanelSeat } from './panel.js'
import {
  COMPONENTS,
  correctedLines,
  hasTies,
  noLongerHolding,
  ranked,
  rankingFaults,
  stillIn,
  threeBest,
  type Component,
  type Scored,
} from './ranking.js'
import { daysOpen, isOpenLongEnough, isPlannable, shortOfApplicants, takesPart, type Applicant } from './vacancy.js'

const line = (candidateId: string, score: number, proceeds = true, rank: number | null = null): Scored => ({
  candidateId,
  score,
  proceeds,
  rank,
})

describe('a table of scores [jpt.stages.5]', () => {
  test.each([
    ['in order', [line('a', 90), line('b', 80), line('c', 70, false)], []],
    ['written out of order', [line('c', 70, false), line('a', 90), line('b', 80)], []],
    ['a tie with written ranks', [line('a', 80, true, 2), line('b', 80, true, 1), line('c', 70, false)], []],
    ['a tie without', [line('a', 80), line('b', 80), line('c', 70)], ['a tie_unresolved', 'b tie_unresolved']],
    ['half a tie', [line('a', 80, true, 1), line('b', 80), line('c', 70)], ['b tie_unresolved']],
    ['ranks against the scores', [line('a', 70, true, 1), line('b', 80, true, 2), line('c', 60)], ['a rank_disagrees', 'b rank_disagrees']],
    ['one rank twice', [line('a', 90, true, 1), line('b', 80, true, 1), line('c', 60)], ['a rank_duplicate', 'b rank_duplicate']],
    ['the worse goes on', [line('a', 90), line('b', 80, false), line('c', 70)], ['c proceeds_out_of_order']],
    ['above 100', [line('a', 100.5), line('b', 80), line('c', 70)], ['a score_out_of_range']],
    ['three decimals', [line('a', 99.123), line('b', 80), line('c', 70)], ['a score_out_of_range']],
    ['no number', [line('a', NaN), line('b', 80), line('c', 70)], ['a score_out_of_range']],
    ['somebody missing', [line('a', 90), line('b', 80)], ['c missing']],
    ['a stranger', [line('a', 90), line('b', 80), line('c', 70), line('x', 60)], ['x not_taking_part']],
    ['one of them twice', [line('a', 90), line('b', 80), line('c', 70), line('c', 60)], ['c twice']],
  ] as const)('%s', (_, lines, faults) => {
    expect(rankingFaults([...lines], ['a', 'b', 'c']).map(({ candidateId, fault }) => `${candidateId} ${fault}`)).toEqual(faults)
  })

  const scores = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 30 })

  test('ranks are 1..n, never against the scores, whatever the order of the lines', () => {
    fc.assert(
      fc.property(scores, fc.array(fc.nat()), (values, shuffle) => {
        const lines = values.map((value, index) => line(`k${index}`, value / 100))
        const mixed = [...lines].sort((a, b) => (shuffle[lines.indexOf(a)] ?? 0) - (shuffle[lines.indexOf(b)] ?? 0))
        const order = ranked(mixed)
        expect(order.map((one) => one.rank)).toEqual(values.map((_, index) => index + 1))
        expect(order.map((one) => one.score)).toEqual([...values].sort((a, b) => b - a).map((value) => value / 100))
        expect(order).toEqual(ranked(lines))
        expect(
          rankingFaults(
            mixed,
            lines.map((one) => one.candidateId),
          ),
        ).toEqual([])
        expect(hasTies(lines)).toBe(false)
      }),
    )
  })

  test('written ranks decide between equal scores only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 0, max: 100 }), (n, score) => {
        const lines = Array.from({ length: n }, (_, index) => line(`k${index}`, score, true, n - index))
        expect(ranked(lines).map((one) => one.candidateId)).toEqual(lines.map((one) => one.candidateId).reverse())
        expect(hasTies(lines)).toBe(true)
        expect(
          rankingFaults(
            lines,
            lines.map((one) => one.candidateId),
          ),
        ).toEqual([])
      }),
    )
  })

  test('whoever a part let go takes no further part; an earlier part is asked of everybody', () => {
    const results = [
      {
        component: 'assessment' as const,
        lines: [
          { candidateId: 'a', proceeds: true },
          { candidateId: 'b', proceeds: false },
        ],
      },
    ]
    expect(stillIn(['a', 'b'], results, 'final')).toEqual(['a'])
    expect(stillIn(['a', 'b'], results, 'assessment')).toEqual(['a', 'b'])
    expect(stillIn(['a', 'b'], results, 'track_record')).toEqual(['a', 'b'])
    expect(COMPONENTS.at(-1)).toBe('final')
  })
})

describe('a correction', () => {
  const table = (component: Component, ids: readonly string[], proceed = ids.length) => ({
    component,
    lines: ids.map((candidateId, index) => ({ candidateId, proceeds: index < proceed })),
  })
  const people = ['a', 'b', 'c', 'd']

  test.each([
    ['changes nobody’s way', [table('assessment', people, 3), table('final', ['c', 'b', 'a'])], 'assessment', []],
    ['lets another one on', [table('assessment', people), table('final', ['a', 'b', 'c'])], 'assessment', ['final']],
    [
      'lets one go',
      [table('assessment', people, 2), table('interview', ['a', 'b', 'c']), table('final', ['a', 'b', 'c'])],
      'assessment',
      ['interview', 'final'],
    ],
    ['of the last part touches nothing', [table('assessment', people), table('final', people)], 'final', []],
    [
      'of the participants breaks all that they took part in',
      [table('assessment', ['a', 'b', 'c', 'd', 'e']), table('final', people)],
      null,
      ['assessment', 'final'],
    ],
    ['of other things leaves the tables', [table('assessment', people), table('final', people)], null, []],
  ] as const)('that %s', (_, results, corrected, broken) => {
    expect(noLongerHolding(people, results, corrected)).toEqual(broken)
  })

  test('keeps exactly the lines that differ, with both values', () => {
    const before = ranked([line('a', 90), line('b', 80), line('c', 70, false)])
    const after = ranked([line('a', 90), line('c', 85), line('d', 60, false)])
    expect(correctedLines(before, after)).toEqual([
      { candidateId: 'b', before: { score: 80, rank: 2, proceeds: true }, after: null },
      { candidateId: 'c', before: { score: 70, rank: 3, proceeds: false }, after: { score: 85, rank: 2, proceeds: true } },
      { candidateId: 'd', before: null, after: { score: 60, rank: 3, proceeds: false } },
    ])
    expect(correctedLines(before, before)).toEqual([])
  })
})

describe('the three and the one [jpt.stages.5] [jpt.stages.6]', () => {
  test('exactly three, the best of the final ranking, or none', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { maxLength: 12 }), (values) => {
        const final = ranked(values.map((value, index) => line(`k${index}`, value / 100)))
        const three = threeBest(final)
        if (final.length < SHORTLIST_SIZE) expect(three).toBeNull()
        else expect(three).toEqual(final.slice(0, 3).map((one) => one.candidateId))
      }),
    )
  })

  test.each([
    ['pratama', 'ppk'],
    ['madya', 'president'],
    ['utama', 'president'],
  ] as const)('%s is appointed by %s', (level, authority) => expect(authorityFor(level)).toBe(authority))

  test.each([
    ['a', ['a', 'b', 'c'], true],
    ['d', ['a', 'b', 'c'], false],
    ['a', ['a', 'b'], false],
  ] as const)('%s of %j: %s', (chosen, shortlist, is) => expect(isOneOfThree(chosen, shortlist)).toBe(is))
})

describe('the vacancy [jpt.stages.2] [jpt.stages.3]', () => {
  test.each([
    ['2026-03-01', '2026-03-15', 15, true],
    ['2026-03-01', '2026-03-14', 14, false],
    ['2026-02-20', '2026-03-06', 15, true],
    ['2026-03-02', '2026-03-01', 0, false],
  ] as const)('open from %s to %s is %i days', (from, to, days, enough) => {
    expect(daysOpen(from, to)).toBe(days)
    expect(isOpenLongEnough(from, to)).toBe(enough)
  })

  const applicant = (postId: string, qualified: boolean | null, ppkRecommended = true): Applicant => ({ postId, qualified, ppkRecommended })

  test.each([
    [applicant('p', true), true],
    [applicant('p', null), false],
    [applicant('p', false), false],
    [applicant('p', true, false), false],
  ] as const)('%j takes part: %s', (one, takes) => expect(takesPart(one)).toBe(takes))

  test('fewer than three who take part, and the announcement is extended', () => {
    const three = [applicant('p', true), applicant('p', true), applicant('p', true)]
    expect(shortOfApplicants(['p'], three)).toEqual([])
    expect(shortOfApplicants(['p'], three.slice(1))).toEqual(['p'])
    expect(shortOfApplicants(['p', 'q'], [...three, applicant('q', true), applicant('q', true, false), applicant('q', true)])).toEqual([
      'q',
    ])
  })
})

describe('the panel [jpt.stages.1]', () => {
  const seats = (internal: number, external: number, chairs = 1): PanelSeat[] =>
    [...Array<PanelOrigin>(internal).fill('internal'), ...Array<PanelOrigin>(external).fill('external')].map((origin, index) => ({
      origin,
      role: index < chairs ? 'chair' : 'member',
    }))

  test.each([
    [seats(2, 3), []],
    [seats(4, 5), []],
    [seats(1, 2), ['too_few']],
    [seats(4, 7), ['too_many']],
    [seats(2, 4), ['even']],
    [seats(3, 2), ['too_many_internal']],
    [seats(2, 3, 0), ['one_chair']],
    [seats(2, 3, 2), ['one_chair']],
    [[], ['too_few', 'even', 'one_chair']],
  ] as const)('%j: %j', (panel, found) => expect(panelFindings(panel)).toEqual(found))
})

test.each([
  ['2026-11-23', true],
  ['2025-01-10', true],
  ['2028-11-01', true],
  ['2099-01-01', false],
  ['1926-11-23', false],
])('on 23 November 2026 a selection is planned for %s: %s', (day, may) => {
  expect(isPlannable(day, '2026-11-23')).toBe(may)
})
