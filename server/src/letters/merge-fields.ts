import {
  appointmentValues,
  formatDate,
  LATE_MERGE_KEYS,
  mergeKeysIn,
  portalSentence,
  requestNoun,
  SERVICE_LABEL,
  type MergeKey,
  type MergeValues,
  type RichText,
} from '@domain'
import type { Case } from '../cases/index.js'
import { followUpLimitOf, handlingValuesOf } from '../handling/index.js'
import { appointmentOf } from './appointment.js'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

interface Surroundings {
  unit_name: string | null
  agency_name: string | null
  requester_post: string | null
  requester_agency: string | null
  reported: string[]
  in_portal: boolean
}

/** Without a booking no letter can speak of one. */
const NO_APPOINTMENT = { schedule_method: null, schedule_date: null, schedule_time: null, schedule_place: null, contact_person: null }

/** The facts of a case as a letter says them, dates in Indonesian. A key that has no fact is left out, and the drafter must write it or drop the field. */
export async function mergeFieldsOf(db: Asked, theCase: Case): Promise<MergeValues> {
  const [found] = await db.query<Surroundings>(
    `SELECT (SELECT name FROM unit WHERE id = $2) AS unit_name, (SELECT name FROM agency WHERE code = $3) AS agency_name,
       (SELECT job_title FROM party WHERE case_id = $1 AND role = 'requester' LIMIT 1) AS requester_post,
       (SELECT agency_name FROM party WHERE case_id = $1 AND role = 'requester' LIMIT 1) AS requester_agency,
       ARRAY(SELECT name FROM party WHERE case_id = $1 AND role = 'reported' ORDER BY name) AS reported,
       EXISTS (SELECT FROM requirement_check WHERE case_id = $1 AND code = 'jpt.sijapti_entry_later' AND state = 'met') AS in_portal`,
    [theCase.id, theCase.unitId, theCase.agencyCode],
  )
  const appointment = await appointmentOf(db, theCase)
  const values: Record<MergeKey, string | null | undefined> = {
    incoming_reference: referenceTo(theCase),
    incoming_number: theCase.letterNumber ?? 'tanpa nomor',
    incoming_date: theCase.letterDate ? formatDate(theCase.letterDate) : 'tanpa tanggal',
    incoming_subject: theCase.subject,
    sender_name: theCase.senderName,
    sender_position: found?.requester_post ?? 'tanpa jabatan',
    agency_name: theCase.agencyName ?? found?.agency_name ?? found?.requester_agency,
    agenda_number: `${theCase.agendaNumber}/${theCase.agendaYear}`,
    received_date: formatDate(theCase.receivedAt),
    service_name: SERVICE_LABEL[theCase.service].id,
    unit_name: found?.unit_name,
    due_date: theCase.nextDueAt && formatDate(theCase.nextDueAt),
    reported_names: enumeration(found?.reported ?? []),
    ...NO_APPOINTMENT,
    ...(appointment && appointmentValues(appointment)),
    ...(await handlingValuesOf(db, theCase.id)),
    sijapti_entry: theCase.service === 'JPT' ? portalSentence(theCase.channel, found?.in_portal ?? false) : null,
    follow_up_limit: theCase.service === 'NETRALITAS' ? await followUpLimitOf(db, theCase.id) : null,
    letter_date: null,
    signatory_position: null,
    signatory_name: null,
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string' && value !== ''))
}

/** How an answer refers to what it answers: number and date only where the sender gave them. */
function referenceTo({
  service,
  letterNumber,
  letterDate,
  subject,
}: Pick<Case, 'service' | 'letterNumber' | 'letterDate' | 'subject'>): string {
  const number = letterNumber ? ` Nomor ${letterNumber}` : ''
  const date = letterDate ? ` tanggal ${formatDate(letterDate)}` : ''
  return `${requestNoun(service)} Saudara${number}${date} hal ${subject}`
}

/** "A", "A dan B", "A, B, dan C". */
function enumeration(names: readonly string[]): string {
  if (names.length < 3) return names.join(' dan ')
  return `${names.slice(0, -1).join(', ')}, dan ${names.at(-1)}`
}

/** The values that a body uses and that can be known before signing: what the approval covers. */
export const fieldsUsed = (body: RichText, values: MergeValues): Record<string, string> =>
  Object.fromEntries(
    mergeKeysIn(body).flatMap((key) => {
      const value = LATE_MERGE_KEYS.includes(key) ? undefined : values[key]
      return value ? [[key, value] as const] : []
    }),
  )
