import type { DataSource } from 'typeorm'
import {
  agendaLabel,
  clockFace,
  formatDateTime,
  formatLongDate,
  isPauseReason,
  limitLabel,
  PAUSE_REASON_LABEL,
  SERVICE_LABEL,
  START_EVENT_LABEL,
  START_EVENTS,
  type ClockExplanation,
  type LimitUnit,
} from '@domain'
import type { PressClock, PressClockSheet, PressClockSpan } from '@press'
import type { Case } from '../cases/case.entity.js'
import { letterheadOf, profileInForce } from '../organisation/index.js'
import { MARKING } from '../platform/letterhead.js'
import { calendarById } from '../standards/index.js'
import { Clock } from './clock.entity.js'
import { readLines, type ClockLine } from './clock-lines.js'
import { explainClock } from './clocks.resolver.js'

/** The account of every clock of a case on paper; the caller has looked whether the reader may read the case. */
export async function clockSheetOf(db: DataSource, theCase: Case, now: Date): Promise<PressClockSheet> {
  const clocks = await db.manager.find(Clock, { where: { caseId: theCase.id }, order: { dueAt: 'ASC', code: 'ASC' } })
  const lines = await readLines(
    db,
    clocks.map(({ id }) => id),
  )
  return {
    letterhead: letterheadOf(await profileInForce(db, now)),
    marking: MARKING[theCase.secrecy],
    facts: [
      ['Nomor agenda', agendaLabel(theCase)],
      ['Layanan', SERVICE_LABEL[theCase.service].id],
      ['Diterima', formatDateTime(theCase.receivedAt)],
      ['Perihal', theCase.subject],
    ],
    clocks: await Promise.all(
      clocks.map((clock) =>
        printed(
          db,
          clock,
          lines.filter((line) => line.clockId === clock.id),
        ),
      ),
    ),
    footer: `Dicetak dari Tanggap pada ${formatDateTime(now)}. Batas waktu dihitung dari buku jangka waktu menurut kalender kerja yang disebut.`,
    createdAt: now,
  }
}

async function printed(db: DataSource, clock: Clock, lines: readonly ClockLine[]): Promise<PressClock> {
  const told = await explainClock(db, clock)
  const { calendar } = await calendarById(db, clock.calendarVersionId)
  return {
    label: clock.label,
    clause: clock.clause,
    summary: told?.summary.id ?? `${limitLabel(clock.rule.limit).id}; belum mulai.`,
    notes: told ? notesOf(told) : [],
    ledger: lines.map((line) => [formatDateTime(line.at), whatHappened(line)]),
    spans: told?.spans.map(spanOf) ?? [],
    calendar: `Kalender kerja ${calendar.version}`,
  }
}

const notesOf = ({ flags }: ClockExplanation): string[] => [
  ...(flags.endsOnClosedDay ? ['Batas waktu jatuh pada hari libur; tanggalnya tetap.'] : []),
  ...(flags.undecreed ? ['Hari libur tahun itu belum ditetapkan; tanggal dapat bergeser.'] : []),
  ...(flags.limitNotSet ? ['Standar menyerahkan batas waktunya kepada pengaturan; belum ditetapkan.'] : []),
]

function spanOf(span: ClockExplanation['spans'][number]): PressClockSpan {
  const hours = span.minutes === null ? '' : `, ${clockFace(span.from)}–${clockFace(span.to)} WIB`
  const minutes = span.minutes === null ? '' : ` (${Math.round(span.minutes)} menit)`
  return { when: `${formatLongDate(span.date)}${hours}`, text: `${span.text.id}${minutes}`, counted: span.counted }
}

const amountOf = ({ amount, unit }: ClockLine): string =>
  amount === null || unit === null ? '' : limitLabel({ amount, unit: unit as LimitUnit }).id

/** One line of the ledger as a sentence: what, why, by whom. */
function whatHappened(line: ClockLine): string {
  const pause = isPauseReason(line.pauseReason) ? PAUSE_REASON_LABEL[line.pauseReason].id : ''
  const event = START_EVENTS.find((known) => known === line.reason)
  const what: Record<ClockLine['kind'], string> = {
    start: `Mulai berjalan: ${event ? START_EVENT_LABEL[event].id : ''}`,
    pause: `Dijeda: ${pause}`,
    resume: 'Dilanjutkan',
    extend: `Diperpanjang ${amountOf(line)}`,
    reclassify: `Mengikuti klasifikasi baru: ${line.clause ?? ''}`,
    set_limit: `Batas waktu ditetapkan: ${amountOf(line)}`,
    excuse: 'Keterlambatan dikecualikan',
    recount: 'Dihitung ulang menurut kalender baru',
    stop: 'Berhenti',
  }
  const words = line.kind !== 'start' && line.kind !== 'stop' && line.actorName !== null ? line.reason : null
  const who = [line.actorName ? `oleh ${line.actorName}` : '', line.approverName ? `disetujui ${line.approverName}` : '']
    .filter(Boolean)
    .join(', ')
  return [what[line.kind], words, who].filter(Boolean).join('; ')
}
