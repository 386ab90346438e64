import { CsvError, parse } from 'csv-parse/sync'
import { daysOfYear, IMPORT_COLUMNS, Refusal, type ClosedDay, type ImportedLine, type ImportFault } from '@domain'

/** What was read of a year: the days that can be taken, and the lines that cannot. */
export interface ReadYear {
  readonly days: readonly ClosedDay[]
  readonly faults: readonly ImportFault[]
}

const LONGEST = 100_000
const MOST_LINES = 400

/** Reads the days off of a year from CSV with a heading (separated by comma, semicolon or tab) or from a JSON list. Text that is neither is told as one fault. */
export function readYear(text: string, year: number): ReadYear {
  if (text.length > LONGEST || !Number.isInteger(year) || year < 2000 || year > 2099)
    throw new Refusal('request.invalid', { fields: ['text'] })
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  const lines = trimmed.startsWith('[') || trimmed.startsWith('{') ? fromJson(trimmed) : fromCsv(trimmed)
  if ('id' in lines) return { days: [], faults: [{ line: 0, text: lines }] }
  return daysOfYear(lines.slice(0, MOST_LINES), year)
}

const UNREADABLE = {
  id: 'Isi tidak dapat dibaca. Baris pertama CSV harus memuat tanggal, nama, dan jenis.',
  en: 'The content cannot be read. The first line of the CSV must name date, name and kind.',
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

function fromRecord(record: Readonly<Record<string, unknown>>): ImportedLine {
  const lower = new Map(Object.entries(record).map(([key, value]) => [key.trim().toLowerCase(), typeof value === 'string' ? value : '']))
  const read = (field: keyof ImportedLine) =>
    IMPORT_COLUMNS[field].map((name) => lower.get(name)).find((value) => value !== undefined) ?? ''
  return { date: read('date'), name: read('name'), kind: read('kind') }
}

function fromJson(text: string): ImportedLine[] | typeof UNREADABLE {
  try {
    const parsed: unknown = JSON.parse(text)
    const list: unknown = isRecord(parsed) && 'closedDays' in parsed ? parsed.closedDays : parsed
    return Array.isArray(list) ? list.filter(isRecord).map(fromRecord) : UNREADABLE
  } catch (error) {
    if (error instanceof SyntaxError) return UNREADABLE
    throw error
  }
}

function fromCsv(text: string): ImportedLine[] | typeof UNREADABLE {
  const [heading = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', '\t', ','].find((mark) => heading.includes(mark)) ?? ','
  const names = heading.split(delimiter).map((name) => name.replace(/"/g, '').trim().toLowerCase())
  if (!Object.values(IMPORT_COLUMNS).every((known) => known.some((name) => names.includes(name)))) return UNREADABLE
  try {
    const rows: unknown = parse(text, { columns: true, delimiter, skip_empty_lines: true, trim: true, relax_column_count: true })
    return Array.isArray(rows) ? rows.filter(isRecord).map(fromRecord) : UNREADABLE
  } catch (error) {
    if (error instanceof CsvError) return UNREADABLE
    throw error
  }
}
