import { randomUUID } from 'node:crypto'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import {
  addWorkingDays,
  dateOfDay,
  dayNumber,
  INDONESIAN_CALENDAR,
  indonesianCalendar,
  linesOf,
  localDate,
  publishedDocument,
  type CalendarData,
  type DayHours,
  type LineChange,
} from '@domain'
import { AdvanceDraft, RehearseDraft, WriteDraft } from '../rulebook/index.js'
import { RuleDraft } from '../rulebook/rule-draft.entity.js'
import type { Cast } from './cast.js'

const HOUR_MS = 3_600_000
const MONTHS = 12

const RAMADAN_DAY: DayHours = { opens: '08.00', closes: '15.00', breaks: [{ from: '12.00', to: '12.30' }] }
const RAMADAN_FRIDAY: DayHours = { opens: '08.00', closes: '15.30', breaks: [{ from: '11.30', to: '12.30' }] }

/** A day off more in a few days, and the hours of the coming Ramadan. The decree is fictional. */
function drafted(today: string): CalendarData {
  const off = addWorkingDays(indonesianCalendar(), today, 3)
  return {
    ...INDONESIAN_CALENDAR,
    closedDays: [
      ...INDONESIAN_CALENDAR.closedDays,
      { date: off, name: 'Hari pemungutan suara ulang (contoh)', kind: 'libur_nasional' as const },
    ].sort((a, b) => (a.date < b.date ? -1 : 1)),
    openings: [
      ...INDONESIAN_CALENDAR.openings,
      {
        kind: 'office',
        from: '2027-02-08',
        until: '2027-03-09',
        weekdays: { 1: RAMADAN_DAY, 2: RAMADAN_DAY, 3: RAMADAN_DAY, 4: RAMADAN_DAY, 5: RAMADAN_FRIDAY },
      },
    ],
  }
}

/** Three working days instead of one for ethics consultations, said and counted alike. */
function longer(): LineChange[] {
  const lines = linesOf(publishedDocument('KODE_ETIK'))
  const text = {
    id: '3 (tiga) hari kerja sejak permohonan diterima, dalam jam layanan',
    en: '3 (three) working days after receipt, within service hours',
  }
  return [
    ...lines.filter((line) => line.section === 'clock').map((line) => ({ ...line, limit: { amount: 3, unit: 'working_day' as const } })),
    ...lines.filter((line) => line.key === 'time.kode_etik.answer').map((line) => ({ ...line, text })),
    ...lines
      .filter((line) => line.key === 'time.headline')
      .map((line) => ({ ...line, text: { id: '3 Hari kerja', en: '3 working days' } })),
  ]
}

/** A change of the calendar that waits for the second person, and a standard that is being written. */
export function planRules(app: NestExpressApplication, cast: Cast, now: Date) {
  const attempt = () => ({ key: randomUUID(), input: {} })
  const found = (id: string) => app.get(DataSource).manager.findOneByOrFail(RuleDraft, { id })
  const act = async (name: string, at: Date): Promise<void> => {
    const me = await cast.inPost('ADMIN_1', at)
    const written =
      name === 'calendar'
        ? { service: null, reason: 'Keputusan Presiden (contoh) tentang hari pemungutan suara ulang', calendar: drafted(localDate(now)) }
        : {
            ...{ service: 'KODE_ETIK' as const, reason: 'Evaluasi standar pelayanan triwulan III (contoh)', lines: longer() },
            effectiveFrom: dateOfDay(dayNumber(localDate(now)) + 30),
          }
    const { id } = await app.get(WriteDraft).run(me, null, written, attempt())
    await app.get(RehearseDraft).run(me, await found(id), MONTHS, attempt())
    if (name === 'calendar') await app.get(AdvanceDraft).propose(me, await found(id), attempt())
  }
  return [
    { life: { act }, acts: [{ act: 'standard', at: new Date(now.getTime() - 2 * HOUR_MS) }] },
    { life: { act }, acts: [{ act: 'calendar', at: new Date(now.getTime() - HOUR_MS) }] },
  ]
}
