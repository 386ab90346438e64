import { describe, expect, test } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { anXlsx } from '../../../test/support/selection-data.js'
import { refusalOf } from '../../../test/support/correspondence.js'
import { MAX_TABLE_BYTES, readTableFile } from './table-file.js'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv'
const csv = (text: string) => readTableFile(Buffer.from(text), CSV)

describe('the cells of a table', () => {
  test('of a spreadsheet are text, numbers as they are stored, blank rows in their place', async () => {
    expect(await readTableFile(anXlsx([['No. Peserta', 'Nilai'], [], [1, 87.5]]), XLSX)).toEqual([
      ['No. Peserta', 'Nilai'],
      ['', ''],
      ['1', '87.5'],
    ])
  })

  test('of a formula are the stored value; nothing is computed', async () => {
    const bytes = anXlsx([['Nilai'], ['=1+1']])
    expect(await readTableFile(bytes, XLSX)).toEqual([['Nilai'], ['=1+1']])
  })

  test.each([
    ['commas', 'No. Peserta,Nilai\r\n1,"87,5"\r\n'],
    ['semicolons, as Indonesian spreadsheets write', 'No. Peserta;Nilai\n1;87,5\n'],
    ['tabs', 'No. Peserta\tNilai\n1\t87,5\n'],
    ['a byte-order mark', '\ufeffNo. Peserta;Nilai\n1;87,5\n'],
  ])('of a CSV with %s', async (_, text) => {
    expect(await csv(text)).toEqual([
      ['No. Peserta', 'Nilai'],
      ['1', '87,5'],
    ])
  })
})

describe('what is no table', () => {
  test.each([
    ['bytes that are no text', () => readTableFile(Buffer.from([0xff, 0xfe, 0x00]), CSV), 'selection.table_unreadable'],
    ['a quote that never ends', () => csv('a;b\n"1;2\n'), 'selection.table_unreadable'],
    ['a broken archive', () => readTableFile(anXlsx([['a']]).subarray(0, 200), XLSX), 'selection.table_unreadable'],
    ['an archive of something else', () => readTableFile(zipSync({ 'a.txt': strToU8('a') }), XLSX), 'selection.table_unreadable'],
    ['a document', () => readTableFile(Buffer.from('%PDF'), 'application/pdf'), 'selection.table_unreadable'],
    ['more rows than anybody has', () => csv('a;b\n'.repeat(2001)), 'selection.table_unreadable'],
    ['a file too large', () => readTableFile(Buffer.alloc(MAX_TABLE_BYTES + 1), CSV), 'file.too_large'],
  ])('%s', async (_, reading, code) => expect(await refusalOf(reading())).toBe(code))

  test('a small archive that unpacks into a large one', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(MAX_TABLE_BYTES)
    expect(await refusalOf(readTableFile(bomb, XLSX))).toBe('selection.table_unreadable')
  })
})
