import { rankingFaults, type RankingFault, type Scored } from './ranking.js'

/** The columns of a table of results. */
export const RESULT_COLUMNS = ['number', 'nip', 'name', 'score', 'rank', 'proceeds'] as const
export type ResultColumn = (typeof RESULT_COLUMNS)[number]

/** How each column is headed, in any case; the first is what our own table says. */
export const RESULT_HEADINGS: Readonly<Record<ResultColumn, readonly string[]>> = {
  number: ['No. Peserta', 'Nomor Peserta', 'No Peserta', 'Participant'],
  nip: ['NIP', 'Nomor Induk Pegawai'],
  name: ['Nama', 'Nama Peserta', 'Name'],
  score: ['Nilai', 'Skor', 'Nilai Akhir', 'Score'],
  rank: ['Peringkat', 'Ranking', 'Rank'],
  proceeds: ['Lanjut', 'Lolos', 'Proceeds'],
}

export const TABLE_FAULTS = [
  'column_missing',
  'column_twice',
  'no_rows',
  'too_many_rows',
  'formula',
  'participant_missing',
  'participant_unknown',
  'participant_contradicts',
  'nip_rounded',
  'score_missing',
  'score_unreadable',
  'rank_unreadable',
  'proceeds_unreadable',
] as const
export type TableFault = (typeof TABLE_FAULTS)[number] | RankingFault

/** What is wrong, and where: the row as the spreadsheet counts it (its heading is row 1 when the table begins there), null for the whole table. */
export interface FaultyCell {
  readonly row: number | null
  readonly column: ResultColumn | null
  readonly fault: TableFault
  /** The text of the cell, shortened; the number of a participant who is missing. */
  readonly found: string | null
}

/** A participant of the post who may stand in the table. */
export interface Participant {
  readonly candidateId: string
  readonly number: number
}

/** Who takes part, and how a NIP as written leads to one of them. */
export interface TableSubject {
  readonly takingPart: readonly Participant[]
  readonly byNip: (nip: string) => string | null
}

/** One line that could be read, with its row. */
export interface ReadLine extends Scored {
  readonly row: number
}

export interface ReadTable {
  readonly lines: readonly ReadLine[]
  readonly faults: readonly FaultyCell[]
}

/** More rows than any selection has participants for one post. */
export const MOST_ROWS_IMPORTED = 500

const squeezed = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

const columnHeaded = (text: string): ResultColumn | null =>
  RESULT_COLUMNS.find((column) => RESULT_HEADINGS[column].some((heading) => squeezed(heading) === squeezed(text))) ?? null

/** A number as Indonesians or spreadsheets write it: "87,5", "87.50". Null when it is none. */
export function readDecimal(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  return /^-?\d{1,6}(\.\d{1,10})?$/.test(plain) ? Number(plain) : null
}

/** How a spreadsheet writes a long number that it has rounded: "1,98601E+17". */
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d+$/i

const YES = ['ya', 'y', 'yes', 'lolos', 'lanjut', 'true', '1']
const NO = ['tidak', 't', 'no', 'n', 'tidak lolos', 'gugur', 'false', '0']

/** Reads a row; the cells are found by their headings. */
class RowReader {
  readonly faults: FaultyCell[] = []

  constructor(
    private readonly row: number,
    private readonly cells: readonly string[],
    private readonly at: ReadonlyMap<ResultColumn, number>,
  ) {}

  text(column: ResultColumn): string {
    return (this.cells[this.at.get(column) ?? -1] ?? '').trim()
  }

  fault(column: ResultColumn, fault: TableFault): null {
    this.faults.push({ row: this.row, column, fault, found: shown(this.text(column)) || null })
    return null
  }

  /** By participant number, by NIP, or by both when they agree. */
  participant({ takingPart, byNip }: TableSubject): string | null {
    const [number, nip] = [this.text('number'), this.text('nip')]
    if (number === '' && nip === '') return this.fault(this.at.has('number') ? 'number' : 'nip', 'participant_missing')
    if (ROUNDED.test(nip)) return this.fault('nip', 'nip_rounded')
    const numbered = takingPart.find((one) => String(one.number) === number.replace(/^0+/, ''))?.candidateId ?? null
    const named = nip === '' ? null : byNip(nip)
    if (number !== '' && numbered === null) return this.fault('number', 'participant_unknown')
    if (nip !== '' && named === null) return this.fault('nip', 'participant_unknown')
    if (numbered && named && numbered !== named) return this.fault('nip', 'participant_contradicts')
    return numbered ?? named
  }

  score(): number | null {
    const text = this.text('score')
    if (text === '') return this.fault('score', 'score_missing')
    return readDecimal(text) ?? this.fault('score', 'score_unreadable')
  }

  rank(): number | null {
    const text = this.text('rank')
    if (text === '') return null
    return /^\d{1,4}$/.test(text) ? Number(text) : this.fault('rank', 'rank_unreadable')
  }

  proceeds(): boolean | null {
    const text = squeezed(this.text('proceeds'))
    if (YES.includes(text)) return true
    return NO.includes(text) ? false : this.fault('proceeds', 'proceeds_unreadable')
  }

  line(subject: TableSubject): ReadLine | null {
    const formula = RESULT_COLUMNS.find((column) => this.text(column).startsWith('='))
    if (formula) return this.fault(formula, 'formula')
    const [candidateId, score, rank, proceeds] = [this.participant(subject), this.score(), this.rank(), this.proceeds()]
    if (candidateId === null || score === null || proceeds === null || this.faults.length > 0) return null
    return { row: this.row, candidateId, score, rank, proceeds }
  }
}

/** Where each known column stands; columns with other headings are passed over. */
function columnsOf(heading: readonly string[], row: number): { at: Map<ResultColumn, number>; faults: FaultyCell[] } {
  const at = new Map<ResultColumn, number>()
  const faults: FaultyCell[] = []
  heading.forEach((text, index) => {
    const column = columnHeaded(text)
    if (column && at.has(column)) faults.push({ row, column, fault: 'column_twice', found: shown(text) })
    else if (column) at.set(column, index)
  })
  if (!at.has('number') && !at.has('nip')) faults.push({ row, column: 'number', fault: 'column_missing', found: null })
  for (const column of ['score', 'proceeds'] as const) {
    if (!at.has(column)) faults.push({ row, column, fault: 'column_missing', found: null })
  }
  return { at, faults }
}

const COLUMN_OF: Readonly<Record<RankingFault, ResultColumn>> = {
  score_out_of_range: 'score',
  tie_unresolved: 'rank',
  rank_disagrees: 'rank',
  rank_duplicate: 'rank',
  proceeds_out_of_order: 'proceeds',
  not_taking_part: 'number',
  missing: 'number',
  twice: 'number',
}

/** Who stands in the table a second time: only the first line of a participant counts. */
function repeated(lines: readonly ReadLine[]): FaultyCell[] {
  return lines
    .filter((line, index) => lines.findIndex((other) => other.candidateId === line.candidateId) !== index)
    .map(({ row }) => ({ row, column: 'number', fault: 'twice', found: null }))
}

/**
 * Reads the cells of a table of results of one post and component: which lines can be kept, and what is wrong with every other, cell by cell. The table may
 * be kept only when there is no fault at all. Cells are text: nothing is computed, and a formula is a fault.
 */
export function readResultTable(cells: readonly (readonly string[])[], subject: TableSubject): ReadTable {
  const first = cells.findIndex((row) => row.some((cell) => columnHeaded(cell) !== null))
  const whole = (fault: TableFault): ReadTable => ({ lines: [], faults: [{ row: null, column: null, fault, found: null }] })
  if (first < 0) return whole(cells.some((row) => row.some((cell) => cell.trim() !== '')) ? 'column_missing' : 'no_rows')
  const { at, faults } = columnsOf(cells[first] ?? [], first + 1)
  if (faults.length > 0) return { lines: [], faults }

  const rows = cells.map((row, index) => ({ row, number: index + 1 })).slice(first + 1)
  const filled = rows.filter(({ row }) => row.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return whole('no_rows')
  if (filled.length > MOST_ROWS_IMPORTED) return whole('too_many_rows')

  const readers = filled.map(({ row, number }) => new RowReader(number, row, at))
  const lines = readers.map((reader) => reader.line(subject)).filter((line) => line !== null)
  const unread = [...readers.flatMap((reader) => reader.faults), ...repeated(lines)]
  if (unread.length > 0) return { lines, faults: unread.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) }

  const numberOf = new Map(subject.takingPart.map((one) => [one.candidateId, one.number]))
  const wrong = rankingFaults(
    lines,
    subject.takingPart.map((one) => one.candidateId),
  ).map(({ candidateId, fault }): FaultyCell => {
    const row = lines.find((line) => line.candidateId === candidateId)?.row ?? null
    return { row, column: COLUMN_OF[fault], fault, found: row === null ? String(numberOf.get(candidateId) ?? '') : null }
  })
  return { lines, faults: wrong }
}
