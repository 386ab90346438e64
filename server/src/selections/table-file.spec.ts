import { describe, expect, test } from '@jest/globals'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { anXlsx, anXlsxOf } from '../../../test/support/selection-data.js'
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

describe('what a hostile or careless spreadsheet holds', () => {
  const row = (cells: string) => `<row r="1">${cells}</row>`
  const read = (cells: string) => readTableFile(anXlsxOf([{ rows: row(cells) }]), XLSX)

  test.each([
    ['a formula counts as the value that is stored with it', '<c r="A1"><f>SUM(B1:B9)</f><v>87.5</v></c>', ['87.5']],
    ['a formula without a stored value is empty', '<c r="A1"><f>WEBSERVICE("http://contoh.test")</f></c><c r="B1"><v>1</v></c>', ['', '1']],
    ['a NIP that became a number shows that it was rounded', '<c r="A1"><v>198601012010011001</v></c>', ['1.98601012010011e+17']],
    [
      'markup in a name is text',
      '<c r="A1" t="inlineStr"><is><t>&lt;img src=x onerror=alert(1)&gt;</t></is></c>',
      ['<img src=x onerror=alert(1)>'],
    ],
    ['an entity is not resolved', '<c r="A1" t="inlineStr"><is><t>&amp;xxe;</t></is></c>', ['&xxe;']],
  ])('%s', async (_, cells, expected) => expect(await read(cells)).toEqual([expected]))

  test('the cells of a hidden sheet are not read: what is seen is what counts', async () => {
    const [secret, seen] = ['<c r="A1"><v>1</v></c>', '<c r="A1"><v>2</v></c>'].map(row)
    const bytes = anXlsxOf([{ rows: secret ?? '', hidden: true }, { rows: seen ?? '' }])
    expect(await readTableFile(bytes, XLSX)).toEqual([['2']])
  })

  test('merged cells are empty but for the first', async () => {
    const parts = unzipSync(anXlsxOf([{ rows: row('<c r="A1"><v>1</v></c><c r="B1"/>') }]))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      sheet.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'),
    )
    expect((await readTableFile(zipSync(parts), XLSX))[0]?.[0]).toBe('1')
    expect((await readTableFile(zipSync(parts), XLSX))[0]?.[1] ?? '').toBe('')
  })

  test('a declaration of entities that grow is refused or left alone, at once', async () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const parts = unzipSync(anXlsxOf([{ rows: row('<c r="A1" t="inlineStr"><is><t>&b;</t></is></c>') }]))
    parts['xl/worksheets/sheet1.xml'] = strToU8(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).replace('?>', `?>${lol}`))
    const cells = await readTableFile(zipSync(parts), XLSX).catch(() => [['']])
    expect((cells[0]?.[0] ?? '').length).toBeLessThan(20)
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
    [
      'a spreadsheet of more rows',
      () => readTableFile(anXlsxOf([{ rows: '<row r="1"/>'.repeat(20_000) }]), XLSX),
      'selection.table_unreadable',
    ],
    [
      'a cell so far to the right that room for it would fill the memory',
      () => readTableFile(anXlsxOf([{ rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }]), XLSX),
      'selection.table_unreadable',
    ],
    ['a file too large', () => readTableFile(Buffer.alloc(MAX_TABLE_BYTES + 1), CSV), 'file.too_large'],
  ])('%s', async (_, reading, code) => expect(await refusalOf(reading())).toBe(code))

  test('a small archive that unpacks into a large one', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(MAX_TABLE_BYTES)
    expect(await refusalOf(readTableFile(bomb, XLSX))).toBe('selection.table_unreadable')
  })

  test('an archive that says it is small and is not', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024) }))
    for (let at = bomb.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bomb.indexOf('PK\x01\x02', at + 4, 'latin1'))
      bomb.writeUInt32LE(100, at + 24)
    const before = process.memoryUsage().arrayBuffers
    expect(await refusalOf(readTableFile(bomb, XLSX))).toBe('selection.table_unreadable')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024)
  })
})
