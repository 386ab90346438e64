import { formatLongDate, clockFace } from '../clock/format.js'
import type { Instant } from '../clock/jakarta.js'
import type { MergeKey } from '../letter/merge-fields.js'

/** A booked meeting as letters and mails speak of it. */
export interface Appointment {
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** The room's name; null for an online meeting. */
  readonly room: string | null
  readonly link: string | null
  readonly officerName: string
  readonly officerTitle: string
  /** The office's telephone: officers have none of their own. */
  readonly telephone: string
  readonly address: string
}

/** "09.00 s.d. 10.00 WIB". */
export const appointmentTime = ({ startsAt, endsAt }: Pick<Appointment, 'startsAt' | 'endsAt'>): string =>
  `${clockFace(startsAt)} s.d. ${clockFace(endsAt)} WIB`

/** Where the meeting is: room and street, or the link. */
export const appointmentPlace = ({ room, link, address }: Pick<Appointment, 'room' | 'link' | 'address'>): string =>
  room ? `${room}, ${address}` : (link ?? '')

export const contactPerson = ({
  officerName,
  officerTitle,
  telephone,
}: Pick<Appointment, 'officerName' | 'officerTitle' | 'telephone'>): string => `${officerName}, ${officerTitle}, telepon ${telephone}`

/** What the schedule letter takes from the booking (Standar Pelayanan Konsultasi Kode Etik, Prosedur 1.4: jadwal dan contact person). */
export const appointmentValues = (appointment: Appointment): Partial<Record<MergeKey, string>> => ({
  schedule_method: appointment.room ? 'tatap muka langsung' : 'daring',
  schedule_date: formatLongDate(appointment.startsAt),
  schedule_time: appointmentTime(appointment),
  schedule_place: appointmentPlace(appointment),
  contact_person: contactPerson(appointment),
})
