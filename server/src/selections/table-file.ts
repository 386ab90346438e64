import { parse } from 'csv-parse/sync'
import { unzipSync, zipSync } from 'fflate'
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

/** The cells of the first sheet of an XLSX, or of a CSV, as text. Nothing is computed: a formula in a spreadsheet counts as the value stored with it. */
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
    const rows = await readSheet(new Uint8Array(zipSync(parts, { level: 0 })).buffer)
    return rows.map((row) => row.map(textOf))
  } catch {
    throw new Refusal('selection.table_unreadable')
  }
}

const textOf = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
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
