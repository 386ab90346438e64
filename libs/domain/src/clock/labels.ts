import type { Bilingual } from '../standard/service.js'
import type { ClockLimit, LimitUnit, StartEvent } from './rules.js'

/** Completes the sentence "14 hari kerja sejak ...". */
export const START_EVENT_LABEL: Record<StartEvent, Bilingual> = {
  received: { id: 'diterima', en: 'receipt' },
  received_by_unit: { id: 'diterima oleh kelompok kerja', en: 'receipt by the working group' },
  confirmed_by_unit: { id: 'permintaan dikonfirmasi oleh unit kerja', en: 'confirmation by the unit' },
  confirmed_processed: { id: 'pemohon diberi konfirmasi bahwa permohonan diproses', en: 'the requester was told that it is processed' },
  complete: { id: 'permohonan diterima lengkap', en: 'receipt of the complete file' },
  arrived: { id: 'kedatangan', en: 'arrival' },
}

const UNIT_LABEL: Record<LimitUnit, { readonly id: string; readonly en: readonly [one: string, many: string] }> = {
  minute: { id: 'menit', en: ['minute', 'minutes'] },
  hour: { id: 'jam', en: ['hour', 'hours'] },
  day: { id: 'hari', en: ['day', 'days'] },
  working_day: { id: 'hari kerja', en: ['working day', 'working days'] },
  week: { id: 'minggu', en: ['week', 'weeks'] },
}

/** "14 hari kerja"; a limit of nothing is "seketika"; no limit says that it has not been set. */
export function limitLabel(limit: ClockLimit | null): Bilingual {
  if (limit === null) return { id: 'batas waktu belum ditetapkan', en: 'time limit not set yet' }
  if (limit.amount === 0) return { id: 'seketika pada jam kerja', en: 'at once, in working hours' }
  const { id, en } = UNIT_LABEL[limit.unit]
  return { id: `${limit.amount} ${id}`, en: `${limit.amount} ${en[limit.amount === 1 ? 0 : 1]}` }
}
