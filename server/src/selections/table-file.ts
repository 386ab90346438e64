import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { Refusal } from '@domain'

/** The largest file a table of results may be, in bytes: hundreds of participants fit into a twentieth of it. */
export const MAX_TABLE_BYTES = 512 * 1024
/** What its parts may be unpacked, and how many rows are looked at, before anything is understood. */
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024
const MAX_ROWS = 2000

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv'

/** What a spreadsheet needs to be read; drawings, macros and external data stay packed. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/.*|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/

/** The cells of the first sheet that can be seen of an XLSX, or of a CSV, as text. Nothing is computed: a formula in a spreadsheet counts as the value stored with it. */
export async function readTableFile(bytes: Uint8Array, mediaType: string): Promise<string[][]> {
  if (bytes.length > MAX_TABLE_BYTES) throw new Refusal('file.too_large', { limit: MAX_TABLE_BYTES })
  if (mediaType !== XLSX && mediaType !== CSV) throw new Refusal('selection.table_unreadable')
  const cells = mediaType === XLSX ? await readXlsx(bytes) : readCsv(bytes)
  if (cells.length > MAX_ROWS) throw new Refusal('selection.table_unreadable')
  return cells
}

/** Unpacked within bounds first, so that a small file cannot become a large one, and packed again as it is for the reader. */
async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  try {
    let unpacked = 0
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!NEEDED.test(name)) return false
        unpacked += originalSize
        if (unpacked > MAX_UNPACKED_BYTES) throw new Refusal('selection.table_unreadable')
        return true
      },
    })
    const texts = Object.entries(parts).map(([name, part]) => [name, strFromU8(part)] as const)
    for (const [name, text] of texts) if (name.startsWith('xl/worksheets/')) demandModest(text)
    const workbook = texts.find(([name]) => name === 'xl/workbook.xml')?.[1] ?? ''
    const rows = await readSheet(new Uint8Array(zipSync(parts, { level: 0 })).buffer, firstSeen(workbook))
    return rows.map((row) => row.map(textOf))
  } catch {
    throw new Refusal('selection.table_unreadable')
  }
}

/** More rows than anybody has, or a cell far to the right, are refused before a reader makes room for them. */
function demandModest(sheet: string): void {
  const rows = sheet.match(/<row[\s>]/g)?.length ?? 0
  if (rows > MAX_ROWS || /\br="[A-Z]{3,}\d/.test(sheet)) throw new Refusal('selection.table_unreadable')
}

/** The number of the first sheet that is not hidden: what people see when they open the file is what is read. */
function firstSeen(workbook: string): number {
  const sheets = workbook.match(/<sheet\s[^>]*>/g) ?? []
  return (
    Math.max(
      0,
      sheets.findIndex((sheet) => !/\bstate="(hidden|veryHidden)"/.test(sheet)),
    ) + 1
  )
}

/** A number that is too long to be exact (a NIP that was typed as a number) shows that it was rounded. */
const textOf = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'number' && Number.isInteger(cell) && !Number.isSafeInteger(cell)) return cell.toExponential()
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}

/** Comma, semicolon (as Indonesian spreadsheets write it) or tab: whichever the first line holds most. Blank lines keep their number. */
function readCsv(bytes: Uint8Array): string[][] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const heading = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'))
    const [delimiter] = [';', '\t', ','].sort((a, b) => heading.split(b).length - heading.split(a).length)
    return parse(text, { bom: true, delimiter: delimiter ?? ',', relax_column_count: true, skip_empty_lines: false, to: MAX_ROWS + 1 })
  } catch {
    throw new Refusal('selection.table_unreadable')
  }
}
