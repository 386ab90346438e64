import { type HOURS_KINDS, type CalendarData, type ClosedDay, type DayHours, type OpeningHours } from '../clock/calendar.js'
import { formatDate, WEEKDAY_NAMES, type Locale } from '../clock/format.js'
import { parseLocalDate, WEEKDAYS, type LocalDate } from '../clock/jakarta.js'
import type { Bilingual } from '../standard/service.js'
import type { RuleChange } from './difference.js'

export const DAY_KIND_LABEL: Record<ClosedDay['kind'], Bilingual> = {
  libur_nasional: { id: 'libur nasional', en: 'national holiday' },
  cuti_bersama: { id: 'cuti bersama', en: 'collective leave' },
}
export const HOURS_KIND_LABEL: Record<(typeof HOURS_KINDS)[number], Bilingual> = {
  office: { id: 'Jam kerja', en: 'Office hours' },
  service: { id: 'Jam layanan', en: 'Service hours' },
}

const both = (write: (locale: Locale) => string): Bilingual => ({ id: write('id'), en: write('en') })

/** "09.00-15.00, istirahat 12.00-13.00": the hours of one day. */
export function hoursSentence({ opens, closes, breaks }: DayHours): Bilingual {
  const pauses = breaks.map(({ from, to }) => `${from}-${to}`).join(', ')
  return pauses
    ? { id: `${opens}-${closes}, istirahat ${pauses}`, en: `${opens}-${closes}, break ${pauses}` }
    : { id: `${opens}-${closes}`, en: `${opens}-${closes}` }
}

/** "Senin-Kamis 09.00-15.00; Jumat 09.00-15.30": the hours of a week, equal neighbours together. */
export function weekSentence(weekdays: OpeningHours['weekdays']): Bilingual {
  const runs: { first: number; last: number; hours: Bilingual }[] = []
  for (const weekday of WEEKDAYS) {
    const hours = weekdays[weekday]
    if (!hours) continue
    const said = hoursSentence(hours)
    const run = runs.at(-1)
    if (run?.last === weekday - 1 && run.hours.id === said.id) run.last = weekday
    else runs.push({ first: weekday, last: weekday, hours: said })
  }
  const name = (weekday: number, locale: Locale) => WEEKDAY_NAMES[locale][weekday - 1] ?? ''
  return both((locale) =>
    runs
      .map(({ first, last, hours }) => `${name(first, locale)}${last > first ? `-${name(last, locale)}` : ''} ${hours[locale]}`)
      .join('; '),
  )
}

/** A draft is told as it stands, faults and all: a date that is none, or a kind nobody knows, is given as it was typed. */
const dateSaid = (date: LocalDate, locale: Locale = 'id'): string => (parseLocalDate(date) === null ? date : formatDate(date, locale))
const labelOf = (labels: Readonly<Record<string, Bilingual>>, kind: string): Bilingual =>
  Object.hasOwn(labels, kind) ? (labels[kind] ?? { id: kind, en: kind }) : { id: kind, en: kind }

const daySentence = ({ name, kind }: ClosedDay): Bilingual => both((locale) => `${name} (${labelOf(DAY_KIND_LABEL, kind)[locale]})`)

const periodOf = ({ from, until }: OpeningHours): string => (until ? `${dateSaid(from)} - ${dateSaid(until)}` : dateSaid(from))

interface Item {
  readonly section: RuleChange['section']
  readonly clause: string
  readonly text: Bilingual
}

function itemsOf(data: CalendarData): Map<string, Item> {
  const items = new Map<string, Item>()
  for (const year of data.decreedYears) {
    const decree = data.decrees?.find((known) => known.year === year)
    const text = both((locale) => [decree?.number, decree?.date && dateSaid(decree.date, locale)].filter(Boolean).join(', ') || '-')
    items.set(`year.${year}`, { section: 'year', clause: String(year), text })
  }
  for (const day of data.closedDays) items.set(`day.${day.date}`, { section: 'day', clause: dateSaid(day.date), text: daySentence(day) })
  data.openings.forEach((opening, index) => {
    const rank = data.openings.slice(0, index).filter(({ kind, from }) => kind === opening.kind && from === opening.from).length
    const clause = `${labelOf(HOURS_KIND_LABEL, opening.kind).id}, ${periodOf(opening)}`
    items.set(`opening.${opening.kind}.${opening.from}.${opening.until ?? ''}.${rank}`, {
      section: 'opening',
      clause,
      text: weekSentence(opening.weekdays),
    })
  })
  return items
}

/** Every year, day off and set of hours that one calendar has differently from another: years first, then days by date, then hours. */
export function differenceOfCalendars(before: CalendarData, after: CalendarData): RuleChange[] {
  const old = itemsOf(before)
  const fresh = itemsOf(after)
  const order = ['year', 'day', 'opening']
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .flatMap((key): RuleChange[] => {
      const was = old.get(key)
      const is = fresh.get(key)
      const item = is ?? was
      if (!item || (was && is && was.text.id === is.text.id && was.text.en === is.text.en)) return []
      return [{ key, section: item.section, clause: item.clause, before: was?.text ?? null, after: is?.text ?? null }]
    })
    .sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section) || (a.key < b.key ? -1 : 1))
}
