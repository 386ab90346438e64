import { Calendar, type CalendarData, type DayHours } from './calendar.js'
import { DECREED_YEARS, HOLIDAY_DECREES, YEAR_DECREES } from './holidays.js'

const NOON = { from: '12.00', to: '13.00' }
const FRIDAY_PRAYER = { from: '11.30', to: '13.00' }

/** Assumption: the standards do not print office hours. An administrator changes them with the organisation. */
const OFFICE_DAY: DayHours = { opens: '08.00', closes: '16.00', breaks: [NOON] }
const OFFICE_FRIDAY: DayHours = { opens: '08.00', closes: '16.30', breaks: [FRIDAY_PRAYER] }

/** Standar Pelayanan Konsultasi Nilai Dasar, Kode Etik, Kode Perilaku, dan Netralitas ASN (Peraturan Ketua KASN 3/2022), Waktu Penyelesaian 1 and 2. */
const SERVICE_DAY: DayHours = { opens: '09.00', closes: '15.00', breaks: [NOON] }
const SERVICE_FRIDAY: DayHours = { opens: '09.00', closes: '15.30', breaks: [FRIDAY_PRAYER] }

/** The calendar a new installation starts with: Monday to Friday, holidays and cuti bersama of 2024-2027 off. */
export const INDONESIAN_CALENDAR: CalendarData = {
  version: 'ID-2024-2027',
  closedDays: HOLIDAY_DECREES.flatMap((decree) => decree.closedDays),
  decreedYears: DECREED_YEARS,
  decrees: YEAR_DECREES,
  openings: [
    { kind: 'office', from: '2000-01-01', weekdays: { 1: OFFICE_DAY, 2: OFFICE_DAY, 3: OFFICE_DAY, 4: OFFICE_DAY, 5: OFFICE_FRIDAY } },
    {
      kind: 'service',
      from: '2000-01-01',
      weekdays: { 1: SERVICE_DAY, 2: SERVICE_DAY, 3: SERVICE_DAY, 4: SERVICE_DAY, 5: SERVICE_FRIDAY },
    },
  ],
}

let built: Calendar | undefined

/** The built form of `INDONESIAN_CALENDAR`, made once. */
export function indonesianCalendar(): Calendar {
  built ??= new Calendar(INDONESIAN_CALENDAR)
  return built
}
