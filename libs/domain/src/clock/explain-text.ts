import type { Bilingual } from '../standard/service.js'
import { WEEKDAY_NAMES } from './format.js'
import { weekdayOf } from './jakarta.js'
import { PAUSE_REASON_LABEL, type PauseReason } from './pauses.js'

/** Why a day or a stretch of time is counted or skipped. */
export type SpanReason =
  | { readonly code: 'counted_day' | 'extended_day' | 'held_day'; readonly ordinal: number }
  | { readonly code: 'paused' | 'resumed_day'; readonly pause: PauseReason }
  | { readonly code: 'national_holiday' | 'collective_leave'; readonly name: string }
  | {
      readonly code:
        | 'counted_time'
        | 'held_time'
        | 'receipt_day'
        | 'deemed_receipt_day'
        | 'after_closing'
        | 'weekend'
        | 'no_hours'
        | 'break'
        | 'outside_hours'
    }

/** What a list of days says beside a date. */
export function reasonText(reason: SpanReason, day: number): Bilingual {
  switch (reason.code) {
    case 'counted_day':
      return { id: `Hari ke-${reason.ordinal}`, en: `Day ${reason.ordinal}` }
    case 'extended_day':
      return { id: `Hari ke-${reason.ordinal} (perpanjangan)`, en: `Day ${reason.ordinal} (extension)` }
    case 'held_day':
      return {
        id: `Hari ke-${reason.ordinal}, sementara: jangka waktu sedang dijeda`,
        en: `Day ${reason.ordinal}, for now: the clock is paused`,
      }
    case 'paused':
      return { id: `Dijeda: ${PAUSE_REASON_LABEL[reason.pause].id}`, en: `Paused: ${PAUSE_REASON_LABEL[reason.pause].en}` }
    case 'resumed_day':
      return { id: 'Dilanjutkan hari ini, belum dihitung', en: 'Resumed today, not counted' }
    case 'held_time':
      return { id: 'Jam kerja, sementara: jangka waktu sedang dijeda', en: 'Working time, for now: the clock is paused' }
    case 'counted_time':
      return { id: 'Jam kerja, dihitung', en: 'Working time, counted' }
    case 'national_holiday':
      return { id: `Libur nasional: ${reason.name}`, en: `National holiday: ${reason.name}` }
    case 'collective_leave':
      return { id: withKind(reason.name), en: `Collective leave: ${reason.name.replace(/^Cuti Bersama /, '')}` }
    case 'receipt_day':
      return { id: 'Hari penerimaan, belum dihitung', en: 'Day of receipt, not counted' }
    case 'deemed_receipt_day':
      return { id: 'Dianggap diterima hari ini, belum dihitung', en: 'Deemed received today, not counted' }
    case 'after_closing':
      return { id: 'Diterima setelah jam layanan', en: 'Received after service hours' }
    case 'weekend':
      return { id: `Akhir pekan (${weekday('id', day)})`, en: `Weekend (${weekday('en', day)})` }
    case 'no_hours':
      return { id: 'Bukan hari kerja', en: 'Not a working day' }
    case 'break':
      return { id: 'Istirahat', en: 'Break' }
    case 'outside_hours':
      return { id: 'Di luar jam kerja', en: 'Outside working hours' }
  }
}

const withKind = (name: string) => (name.startsWith('Cuti Bersama') ? name : `Cuti bersama: ${name}`)
const weekday = (locale: 'id' | 'en', day: number) => WEEKDAY_NAMES[locale][weekdayOf(day) - 1] ?? ''
