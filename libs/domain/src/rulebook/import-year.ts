import type { ClosedDay } from '../clock/calendar.js'
import { parseLocalDate, dateOfDay } from '../clock/jakarta.js'
import type { Bilingual } from '../standard/service.js'

/** One line of a table of days off, as it was read: the words under date, name and kind. */
export interface ImportedLine {
  readonly date: string
  readonly name: string
  readonly kind: string
}

/** A line that cannot be taken, and why; lines count from 1 below the heading. */
export interface ImportFault {
  readonly line: number
  readonly text: Bilingual
}

const KINDS: Readonly<Record<string, ClosedDay['kind']>> = {
  'libur nasional': 'libur_nasional',
  libur_nasional: 'libur_nasional',
  libur: 'libur_nasional',
  'hari libur nasional': 'libur_nasional',
  'cuti bersama': 'cuti_bersama',
  cuti_bersama: 'cuti_bersama',
  cuti: 'cuti_bersama',
}

/** The names a column may have; the first line of the table is its heading. */
export const IMPORT_COLUMNS: Readonly<Record<keyof ImportedLine, readonly string[]>> = {
  date: ['tanggal', 'date'],
  name: ['nama', 'keterangan', 'name'],
  kind: ['jenis', 'kind'],
}

/** 'YYYY-MM-DD', or day first as offices write it: 25/05/2028, 25-5-2028, 25.05.2028. */
function dateIn(text: string): string | null {
  const iso = parseLocalDate(text)
  if (iso !== null) return dateOfDay(iso)
  const match = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  if (!match) return null
  const day = parseLocalDate(`${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}`)
  return day === null ? null : dateOfDay(day)
}

/** The days off of one year from the lines of a table, in order of date; a line that is at fault is told and left out. */
export function daysOfYear(lines: readonly ImportedLine[], year: number): { readonly days: ClosedDay[]; readonly faults: ImportFault[] } {
  const days = new Map<string, ClosedDay>()
  const faults: ImportFault[] = []
  lines.forEach((entry, index) => {
    const fault = (id: string, en: string) => faults.push({ line: index + 1, text: { id, en } })
    const date = dateIn(entry.date.trim())
    const name = entry.name.trim()
    const kind = KINDS[entry.kind.trim().toLowerCase()]
    if (date === null) fault(`"${entry.date}" bukan tanggal.`, `"${entry.date}" is not a date.`)
    else if (!date.startsWith(`${year}-`)) fault(`${entry.date} bukan hari dalam tahun ${year}.`, `${entry.date} is not in ${year}.`)
    else if (days.has(date)) fault(`${entry.date} sudah tercantum di atas.`, `${entry.date} is listed above already.`)
    else if (name === '') fault('Nama hari libur kosong.', 'The name is empty.')
    else if (name.length > 200) fault('Nama hari libur terlalu panjang.', 'The name is too long.')
    else if (!kind)
      fault(
        `Jenis "${entry.kind}" tidak dikenal: isi libur nasional atau cuti bersama.`,
        `"${entry.kind}" is not a kind: national holiday or collective leave.`,
      )
    else days.set(date, { date, name, kind })
  })
  return { days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), faults }
}
