import { Calendar, HOURS_KINDS, type CalendarData, type ClosedDay, type OpeningHours } from '../clock/calendar.js'
import { formatDate } from '../clock/format.js'
import { minutesOf, parseLocalDate, partsOf, WEEKDAYS, type LocalDate } from '../clock/jakarta.js'
import type { Bilingual } from '../standard/service.js'
import type { RuleFault } from './standard-faults.js'

const LONGEST_NAME = 200
const FIRST_YEAR = 2000
const LAST_YEAR = 2099

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))
const isDate = (value: unknown): value is LocalDate => {
  const day = typeof value === 'string' ? parseLocalDate(value) : null
  return day !== null && partsOf(day).year >= FIRST_YEAR && partsOf(day).year <= LAST_YEAR
}

/** Whether a value has the shape of a calendar at all: what came over the wire is looked at before anything reads it. */
export function isCalendarData(value: unknown): value is CalendarData {
  if (!isRecord(value) || typeof value.version !== 'string' || !Array.isArray(value.closedDays)) return false
  if (!Array.isArray(value.decreedYears) || !Array.isArray(value.openings)) return false
  if (value.decrees !== undefined && !Array.isArray(value.decrees)) return false
  const decrees: readonly unknown[] = value.decrees ?? []
  const text = (...values: unknown[]) => values.every((one) => typeof one === 'string')
  return (
    value.closedDays.every((day) => isRecord(day) && text(day.date, day.name, day.kind)) &&
    value.decreedYears.every((year) => Number.isInteger(year)) &&
    decrees.every(
      (decree) => isRecord(decree) && Number.isInteger(decree.year) && text(decree.number) && (decree.date === null || text(decree.date)),
    ) &&
    value.openings.every(
      (opening) =>
        isRecord(opening) &&
        text(opening.kind, opening.from) &&
        (opening.until === undefined || text(opening.until)) &&
        isWeek(opening.weekdays),
    )
  )
}

const isWeek = (value: unknown): boolean =>
  isRecord(value) &&
  Object.values(value).every(
    (hours) =>
      isRecord(hours) &&
      typeof hours.opens === 'string' &&
      typeof hours.closes === 'string' &&
      Array.isArray(hours.breaks) &&
      hours.breaks.every((pause) => isRecord(pause) && typeof pause.from === 'string' && typeof pause.to === 'string'),
  )

/** Everything that keeps a drafted calendar from being counted with, against the one in force. */
export function calendarFaults(data: unknown, base: CalendarData): RuleFault[] {
  if (!isCalendarData(data)) {
    return [fault('structure', 'Isi kalender tidak dapat dibaca.', 'The content of the calendar cannot be read.')]
  }
  const faults = [...dayFaults(data.closedDays), ...yearFaults(data, base), ...data.openings.flatMap(openingFaults), ...withoutHours(data)]
  if (faults.length > 0) return faults
  try {
    new Calendar(data)
    return []
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [
      fault(
        'structure',
        'Kalender tidak dapat dihitung: jam atau tanggal tidak masuk akal.',
        'The calendar cannot be counted with: hours or dates make no sense.',
      ),
    ]
  }
}

const fault = (key: string, id: string, en: string): RuleFault => ({ key, text: { id, en } satisfies Bilingual })

/** What is wrong with days off, each under `day.<date>`. */
export function dayFaults(days: readonly ClosedDay[]): RuleFault[] {
  const seen = new Set<string>()
  return days.flatMap(({ date, name, kind }) => {
    const key = `day.${date}`
    if (!isDate(date)) return [fault(key, `"${date}" bukan tanggal yang benar.`, `"${date}" is not a date.`)]
    const twice = seen.has(date)
    seen.add(date)
    const said = { id: formatDate(date), en: formatDate(date, 'en') }
    return [
      ...(twice ? [fault(key, `${said.id} tercantum dua kali.`, `${said.en} is listed twice.`)] : []),
      ...(name.trim() === '' || name.length > LONGEST_NAME
        ? [fault(key, `Isi nama hari libur ${said.id}.`, `Give ${said.en} a name.`)]
        : []),
      ...(kind === 'libur_nasional' || kind === 'cuti_bersama'
        ? []
        : [
            fault(
              key,
              `Jenis ${said.id} harus libur nasional atau cuti bersama.`,
              `${said.en} must be a national holiday or collective leave.`,
            ),
          ]),
    ]
  })
}

function yearFaults({ decreedYears, decrees = [], closedDays }: CalendarData, base: CalendarData): RuleFault[] {
  return [
    ...decreedYears.flatMap((year) => {
      const key = `year.${year}`
      const decree = decrees.find((known) => known.year === year)
      if (!closedDays.some((day) => yearOf(day.date) === year)) {
        return [fault(key, `Tahun ${year} ditetapkan tanpa satu hari libur pun.`, `${year} is decreed without a single day off.`)]
      }
      if (base.decreedYears.includes(year) && !base.decrees?.some((known) => known.year === year)) return []
      return decree && decree.number.trim() !== ''
        ? []
        : [fault(key, `Isi nomor penetapan libur tahun ${year}.`, `Give the number of the decree for ${year}.`)]
    }),
    ...decrees.flatMap(({ year, date }) => {
      const known = base.decrees?.find((decree) => decree.year === year)
      if (date !== null && !isDate(date))
        return [fault(`year.${year}`, `Tanggal penetapan ${year} tidak benar.`, `The date of the ${year} decree is not right.`)]
      return known || date !== null
        ? []
        : [fault(`year.${year}`, `Isi tanggal penetapan libur tahun ${year}.`, `Give the date of the decree for ${year}.`)]
    }),
  ]
}

/** What is wrong with hours, under `opening.<place in the list>`. */
function openingFaults(opening: OpeningHours, index: number): RuleFault[] {
  const key = `opening.${index}`
  const faults: RuleFault[] = []
  if (!HOURS_KINDS.includes(opening.kind))
    faults.push(fault(key, 'Jenis jam harus jam kerja atau jam layanan.', 'Hours are office hours or service hours.'))
  if (!isDate(opening.from)) faults.push(fault(key, 'Tanggal mulai jam ini tidak benar.', 'The first day of these hours is not right.'))
  if (opening.until !== undefined && (!isDate(opening.until) || opening.until < opening.from)) {
    faults.push(
      fault(key, 'Tanggal akhir jam ini harus sesudah tanggal mulainya.', 'The last day of these hours must not precede the first.'),
    )
  }
  for (const weekday of WEEKDAYS) {
    const hours = opening.weekdays[weekday]
    if (!hours) continue
    const edges = [hours.opens, ...hours.breaks.flatMap(({ from, to }) => [from, to]), hours.closes].map(minutes)
    const inOrder = edges.every((edge, at) => edge !== null && (at === 0 || edge > (edges[at - 1] ?? edge)))
    if (!inOrder) {
      faults.push(
        fault(
          key,
          `Jam ${hours.opens} s.d. ${hours.closes} dan istirahatnya tidak berurutan.`,
          `The hours ${hours.opens} to ${hours.closes} and their breaks are not in order.`,
        ),
      )
    }
  }
  return faults
}

function minutes(time: string): number | null {
  try {
    return minutesOf(time)
  } catch {
    return null
  }
}

/** Without hours that never end no due date could be counted at all. */
const withoutHours = ({ openings }: CalendarData): RuleFault[] =>
  HOURS_KINDS.filter(
    (kind) => !openings.some((opening) => opening.kind === kind && opening.until === undefined && Object.keys(opening.weekdays).length > 0),
  ).map((kind) =>
    kind === 'office'
      ? fault('opening', 'Jam kerja yang berlaku seterusnya tidak ada.', 'There are no office hours that go on.')
      : fault('opening', 'Jam layanan yang berlaku seterusnya tidak ada.', 'There are no service hours that go on.'),
  )
