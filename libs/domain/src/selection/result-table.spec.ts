import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readDecimal, readResultTable, RESULT_HEADINGS, type TableSubject } from './result-table.js'

const NIPS: Readonly<Record<string, string>> = { '198601012010011001': 'a', '198602022010012002': 'b', '198603032010011003': 'c' }
const subject: TableSubject = {
  takingPart: [
    { candidateId: 'a', number: 1 },
    { candidateId: 'b', number: 2 },
    { candidateId: 'c', number: 3 },
  ],
  byNip: (nip) => NIPS[nip] ?? null,
}
const HEAD = ['No. Peserta', 'Nama', 'Nilai', 'Peringkat', 'Lanjut']
const GOOD = [HEAD, ['1', 'Ani', '87,5', '', 'Ya'], ['2', 'Budi', '80', '', 'Ya'], ['3', 'Citra', '70.25', '', 'Tidak']]

const faultsOf = (cells: readonly (readonly string[])[]) =>
  readResultTable(cells, subject).faults.map(({ row, column, fault, found }) => [row, column, fault, found].join(' '))

describe('a table of results [jpt.stages.5]', () => {
  test('is read by its headings, decimals in either writing', () => {
    const { lines, faults } = readResultTable(GOOD, subject)
    expect(faults).toEqual([])
    expect(lines).toEqual([
      { row: 2, candidateId: 'a', score: 87.5, rank: null, proceeds: true },
      { row: 3, candidateId: 'b', score: 80, rank: null, proceeds: true },
      { row: 4, candidateId: 'c', score: 70.25, rank: null, proceeds: false },
    ])
  })

  test('by NIP, below lines of a title, with columns nobody knows, and blank lines between', () => {
    const cells = [
      ['Hasil Asesmen'],
      [],
      ['Catatan', 'NIP', 'Skor', 'LOLOS'],
      ['-', '198602022010012002', '80', 'tidak'],
      ['', '', '', ''],
      ['-', '198601012010011001', '90', 'LOLOS'],
      ['-', '198603032010011003', '70', 'gugur'],
    ]
    const { lines, faults } = readResultTable(cells, subject)
    expect(faults).toEqual([])
    expect(lines.map(({ row, candidateId, proceeds }) => [row, candidateId, proceeds])).toEqual([
      [4, 'b', false],
      [6, 'a', true],
      [7, 'c', false],
    ])
  })

  const changed = (row: number, column: number, text: string) =>
    GOOD.map((cells, at) => (at === row ? cells.map((cell, index) => (index === column ? text : cell)) : cells))

  test.each([
    ['a stranger', changed(1, 0, '9'), ['2 number participant_unknown 9']],
    ['nobody', changed(1, 0, ''), ['2 number participant_missing ']],
    ['no score', changed(2, 2, ''), ['3 score score_missing ']],
    ['words for a score', changed(2, 2, 'baik'), ['3 score score_unreadable baik']],
    ['a score too high', changed(1, 2, '101'), ['2 score score_out_of_range ']],
    ['words for a rank', changed(1, 3, 'pertama'), ['2 rank rank_unreadable pertama']],
    ['perhaps', changed(1, 4, 'mungkin'), ['2 proceeds proceeds_unreadable mungkin']],
    ['nothing about proceeding', changed(1, 4, ''), ['2 proceeds proceeds_unreadable ']],
    ['a formula', changed(1, 2, '=SUM(A1:A9)'), ['2 score formula =SUM(A1:A9)']],
    ['the same participant twice', changed(2, 0, '1'), ['3 number twice ']],
    ['one missing', GOOD.slice(0, 3), [' number missing 3']],
    ['equal scores', changed(2, 2, '87,5'), ['2 rank tie_unresolved ', '3 rank tie_unresolved ']],
    [
      'the worse goes on',
      changed(2, 4, 'tidak').map((row, at) => (at === 3 ? ['3', 'Citra', '70', '', 'ya'] : row)),
      ['4 proceeds proceeds_out_of_order '],
    ],
    ['no heading', GOOD.slice(1), ['  column_missing ']],
    ['a heading without scores', GOOD.map((row) => row.filter((_, at) => at !== 2)), ['1 score column_missing ']],
    ['a heading twice', [[...HEAD, 'Skor'], ...GOOD.slice(1)], ['1 score column_twice Skor']],
    ['nothing below', [HEAD], ['  no_rows ']],
    ['nothing at all', [], ['  no_rows ']],
    ['more than anybody has', [HEAD, ...Array<string[]>(501).fill(['1', '', '1', '', 'ya'])], ['  too_many_rows ']],
  ])('%s', (_, cells, faults) => expect(faultsOf(cells)).toEqual(faults))

  test('number and NIP of two people contradict each other', () => {
    const cells = [
      ['NIP', ...HEAD],
      ['198601012010011001', '2', 'Budi', '80', '', 'ya'],
    ]
    expect(faultsOf(cells)).toContain('2 nip participant_contradicts 198601012010011001')
  })

  test('a table is kept whole or not at all: every faulty row is named, whatever stands in the cells', () => {
    const cell = fc.constantFrom('1', '2', '3', '9', '', '80', '=1', 'ya', 'tidak', 'x', '-5', '87,5')
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 5 }), (rows) => {
        const { lines, faults } = readResultTable([HEAD, ...rows], subject)
        if (faults.length === 0) expect(lines.map((line) => line.candidateId).sort()).toEqual(['a', 'b', 'c'])
        for (const { row } of faults) if (row !== null) expect(row).toBeLessThanOrEqual(rows.length + 1)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['87,5', 87.5],
    ['87.50', 87.5],
    [' 90 ', 90],
    ['-1', -1],
    ['1e3', null],
    ['1.000,5', null],
    ['', null],
  ])('%j is read as %s', (text, number) => expect(readDecimal(text)).toBe(number))
})

test.each(['1,98601E+17', '1.98601012010011e+17', '2E17'])(
  'a NIP that a spreadsheet rounded (%s) is told as such, not as a stranger',
  (nip) => {
    const cells = [
      ['NIP', 'Nilai', 'Lanjut'],
      [nip, '80', 'Ya'],
    ]
    expect(readResultTable(cells, subject).faults.map(({ row, column, fault, found }) => [row, column, fault, found])).toEqual([
      [2, 'nip', 'nip_rounded', nip],
    ])
  },
)

test('what our own table is headed is read back', () => {
  expect(RESULT_HEADINGS.number[0]).toBe(HEAD[0])
})
